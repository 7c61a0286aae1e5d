// Says on the page what the filter hides, wherever it is read: what is on the page is what is copied and printed.
(() => {
  const form = document.querySelector('.filters');
  const fields = form.elements;
  const boxes = [...form.querySelectorAll('[name=party]')];
  const claims = [...document.querySelectorAll('.claim')];
  const questions = [...document.querySelectorAll('.question')];
  const silent = document.querySelectorAll('.silence li').length;
  const total = { claims: idsOf(claims).size, questions: asked(questions).length + silent };
  const parts = [...document.querySelectorAll('.question, section.cell')].map((holder) => [holder, newPart(holder)]);
  const drawings = [...document.querySelectorAll('svg[role=img]')].map((svg) => [svg, svg.getAttribute('aria-label')]);

  form.addEventListener('filtered', tell);

  function tell() {
    const kept = idsOf(claims.filter(isShown));
    const isFiltered = !claims.every(isShown);
    document.documentElement.classList.toggle('is-filtered', isFiltered);
    for (const reason of document.querySelectorAll('[data-claims]')) tellReason(reason, kept);
    for (const fold of document.querySelectorAll('.cell > details')) tellEarlier(fold);
    for (const [holder, part] of parts) tellPart(holder, part);
    tellDrawings(isFiltered);
    tellHead(kept, isFiltered);
  }

  function tellReason(reason, kept) {
    const hidden = reason.dataset.claims.split(' ').filter((id) => !kept.has(id)).length;
    const which = hidden === 1 ? 'a claim' : 'claims';
    addNote(reason, hidden === 0 ? '' : ` (With ${which} hidden by the filter.)`);
  }

  function tellEarlier(fold) {
    const shown = [...fold.querySelectorAll('.claim')].filter(isShown).length;
    fold.querySelector('summary').textContent = `and ${counted(shown, 'more claim')}`;
  }

  function newPart(holder) {
    const part = document.createElement('p');
    part.className = 'part';
    const head = holder.querySelector(':scope > header, :scope > .party');
    if (head === null) holder.prepend(part);
    else head.after(part);
    return part;
  }

  // A cell tells only that it is empty by the filter alone: how many claims are left out is told at its question.
  function tellPart(holder, part) {
    const own = [...holder.querySelectorAll('.claim')];
    const [all, shown] = [idsOf(own).size, idsOf(own.filter(isShown)).size];
    const isCell = holder.classList.contains('cell');
    part.hidden = isCell ? shown > 0 : shown === all;
    part.textContent = isCell
      ? `${counted(all, 'claim')} hidden by the filter`
      : `Filtered: ${shown} of ${counted(all, 'claim')}.${countsOf(holder)}`;
  }

  function countsOf(question) {
    const reasons = [...question.querySelectorAll('[data-claims]')];
    if (reasons.length === 0) return question.querySelector('.camps') === null ? '' : ' Counts are those of all.';
    const out = reasons.filter(({ hidden }) => hidden).length;
    if (out === 0) return ' Reasons and counts are those of all.';
    return ` Counts are those of all; ${counted(out, 'reason')} without a claim shown ${out === 1 ? 'is' : 'are'} left out.`;
  }

  function tellDrawings(isFiltered) {
    for (const [svg, label] of drawings) {
      svg.setAttribute('aria-label', isFiltered ? `${label} Told of the whole page, without the filter.` : label);
    }
    for (const caption of document.querySelectorAll('figcaption')) {
      addNote(caption, isFiltered ? ' Filtered: what is left out is faint.' : '');
    }
  }

  function addNote(element, words) {
    const note = element.querySelector('.of-filter') ?? document.createElement('span');
    note.className = 'of-filter';
    note.textContent = words;
    if (words === '') note.remove();
    else element.append(note);
  }

  function tellHead(kept, isFiltered) {
    const open = asked(questions.filter(isShown)).length + (isFiltered ? 0 : silent);
    const counts =
      kept.size === 0
        ? 'No claim matches the filter'
        : `${kept.size} of ${counted(total.claims, 'claim')}, ${open} of ${counted(total.questions, 'question')}`;
    const [head, shown, leftOut] = ['', ' .shown', ' .left-out'].map((part) =>
      document.querySelector(`.filtered${part}`),
    );
    fields.shown.value = counts;
    head.hidden = !isFiltered;
    shown.textContent = `${kept.size === 0 ? '' : 'Filtered: '}${counts}. The counts above are those of the whole page.`;
    const words = leftOutWords().flatMap((one, index) => (index === 0 ? one : ['; ', ...one]));
    leftOut.replaceChildren('Left out by the filter: ', ...words, '.');
  }

  function leftOutWords() {
    const { speaker, from, until, disputed } = fields;
    const undated = claims.some(({ dataset }) => dataset.day === undefined) ? ', or without a date' : '';
    const parties = boxes.filter(({ checked }) => !checked).map(({ labels }) => [own(labels[0].textContent)]);
    return [
      ...parties,
      ...(speaker.value === '' ? [] : [['all speakers but ', own(speaker.selectedOptions[0].text)]]),
      ...(from.value === '' ? [] : [[`said before ${dayWords(from.value)}${undated}`]]),
      ...(until.value === '' ? [] : [[`not certainly said by ${dayWords(until.value)}${undated}`]]),
      ...(disputed.checked ? [['questions that are not in dispute']] : []),
    ];
  }

  // A name keeps its direction to itself.
  function own(name) {
    const element = document.createElement('bdi');
    element.textContent = name;
    return element;
  }

  function dayWords(day) {
    const form = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
    return form.format(new Date(`${day}T00:00:00Z`));
  }

  function counted(number, one) {
    return `${number} ${one}${number === 1 ? '' : 's'}`;
  }

  function isShown({ hidden }) {
    return !hidden;
  }

  function idsOf(some) {
    return new Set(some.map(({ id, dataset }) => id || dataset.claim));
  }

  function asked(some) {
    return some.filter(({ id }) => id !== '');
  }
})();
