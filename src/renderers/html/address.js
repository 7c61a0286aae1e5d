// Keeps the filter in the address of the page, so that a filtered page can be linked and survives a reload.
(() => {
  const form = document.querySelector('.filters');
  const fields = form.elements;
  const boxes = [...form.querySelectorAll('[name=party]')];
  const speakers = [...fields.speaker.options].slice(1);

  read();
  form.addEventListener('input', write);
  form.addEventListener('reset', () => setTimeout(write));

  // Names, not places in a list: a link outlives the next edition of the page. What is not known is passed over.
  function read() {
    const asked = new URLSearchParams(location.search);
    const parties = asked.getAll('party');
    if (parties.some((name) => name === '' || boxes.some((box) => nameOf(box) === name))) {
      for (const box of boxes) box.checked = parties.includes(nameOf(box));
    }
    const speaker = speakers.find((option) => inOneLine(option.text) === asked.get('speaker'));
    if (speaker !== undefined) speaker.selected = true;
    fields.from.value = asked.get('from') ?? '';
    fields.until.value = asked.get('until') ?? '';
    fields.disputed.checked = asked.get('disputed') === 'yes';
  }

  function write() {
    const asked = new URLSearchParams(location.search);
    for (const name of ['party', 'speaker', 'from', 'until', 'disputed']) asked.delete(name);
    const chosen = boxes.filter(({ checked }) => checked).map(nameOf);
    if (boxes.length > 0 && chosen.length === 0) asked.append('party', '');
    if (chosen.length < boxes.length) for (const name of chosen) asked.append('party', name);
    const speaker = speakers.find(({ selected }) => selected);
    if (speaker !== undefined) asked.append('speaker', inOneLine(speaker.text));
    for (const name of ['from', 'until']) if (fields[name].value !== '') asked.append(name, fields[name].value);
    if (fields.disputed.checked) asked.append('disputed', 'yes');
    keep(asked.toString());
  }

  function keep(query) {
    try {
      history.replaceState(history.state, '', `${location.pathname}${query && `?${query}`}${location.hash}`);
    } catch {
      // A page inside of another one, or a browser that keeps the addresses of files as they are: it filters all the same.
    }
  }

  function nameOf(box) {
    return inOneLine(box.labels[0].textContent);
  }

  function inOneLine(text) {
    return text.replace(/\s+/gu, ' ').trim();
  }
})();
