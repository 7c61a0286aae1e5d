// Copies the page or a question as plain semantic HTML and as text, without what the filters hide.
(() => {
  const kept = new Set(['h1', 'h2', 'h3', 'h4', 'p', 'ul', 'li', 'blockquote', 'strong', 'bdi', 'a', 'br']);
  // The blocks of scripts that run from right to left.
  const TURNED = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
  const status = document.querySelector('[role=status]');

  for (const button of document.querySelectorAll('.copy')) {
    button.hidden = false;
    button.addEventListener('click', () => copy(button));
  }

  async function copy(button) {
    const blocks = blocksOf(button.closest('.question') ?? document.querySelector('main'));
    const html = blocks.map((block) => block.outerHTML).join('\n');
    const isCopied = (await write(html, blocks.map(plain).join('\n'))) === 'written';
    tell(button, isCopied ? 'Copied' : 'Not copied: the browser does not allow it');
  }

  async function write(html, text) {
    try {
      const blob = (kind, content) => new Blob([content], { type: kind });
      const item = { 'text/html': blob('text/html', html), 'text/plain': blob('text/plain', text) };
      await navigator.clipboard.write([new ClipboardItem(item)]);
      return 'written';
    } catch {
      return writeOnEvent(html, text);
    }
  }

  // The older way, for browsers that keep the clipboard from files opened from a disk.
  function writeOnEvent(html, text) {
    const give = (event) => {
      event.clipboardData.setData('text/html', html);
      event.clipboardData.setData('text/plain', text);
      event.preventDefault();
    };
    document.addEventListener('copy', give, { once: true });
    const isDone = document.execCommand('copy');
    document.removeEventListener('copy', give);
    return isDone ? 'written' : 'refused';
  }

  function tell(button, words) {
    const label = button.dataset.label ?? button.textContent;
    button.dataset.label = label;
    button.textContent = words;
    status.textContent = words;
    setTimeout(() => {
      button.textContent = label;
      status.textContent = '';
    }, 2000);
  }

  // A question brings what the filter leaves out and the sources that it cites; the page has them in its own place.
  function blocksOf(scope) {
    const cited = new Set([...scope.querySelectorAll('[data-source]')].filter(isShown).map((a) => a.dataset.source));
    const sources = [...document.querySelectorAll('.sources [data-number]')];
    const filtered = [...document.querySelectorAll('.filtered:not([hidden]) .left-out')];
    const ofScope = scope.localName === 'main' ? [] : [...filtered, ...sources];
    return [scope, ...ofScope].flatMap((element) => cleaned(element, cited)).filter((block) => block.outerHTML);
  }

  function isShown(element) {
    return element.closest('[hidden]') === null;
  }

  function cleaned(node, cited) {
    if (node.nodeType === Node.TEXT_NODE) return [document.createTextNode(node.data)];
    if (node.nodeType !== Node.ELEMENT_NODE || node.hidden || node.matches('[data-page], .permalink')) return [];
    if (node.dataset.number !== undefined && !cited.has(node.dataset.number)) return [];
    const inner = [...node.childNodes].flatMap((child) => cleaned(child, cited));
    if (!kept.has(node.localName) || (node.localName === 'a' && /^#/u.test(node.getAttribute('href')))) return inner;
    const copied = document.createElement(node.localName);
    for (const name of ['href', 'dir', 'lang']) {
      if (node.hasAttribute(name)) copied.setAttribute(name, node.getAttribute(name));
    }
    copied.append(...inner);
    return [copied];
  }

  function plain(block) {
    if (block.localName === 'ul') return `${[...block.children].map(item).join('\n')}\n`;
    return `${lineOf(block)}${/^h/u.test(block.localName) ? '\n' : ''}`;
  }

  function item(li) {
    const lines = li.querySelector('p') === null ? [li] : [...li.querySelectorAll('p')];
    return lines
      .map((line, index) => `${index === 0 ? '- ' : '  '}${lineOf(line).replaceAll('\n', '\n  ')}`)
      .join('\n');
  }

  // A link that does not show its address is followed by it, but for the numbers of sources, which are listed.
  function lineOf(block) {
    const copied = block.cloneNode(true);
    for (const own of copied.querySelectorAll('bdi:not([dir]), strong[dir]')) isolate(own, copied);
    for (const a of copied.querySelectorAll('a')) {
      if (!/^(?:https?:|mailto:|[[(])/u.test(a.textContent)) a.append(` ${a.getAttribute('href')}`);
    }
    for (const br of copied.querySelectorAll('br')) br.replaceWith('\n');
    return copied.textContent.trim();
  }

  // Plain text has no elements: a name that runs the other way than its line stands between Unicode's marks for that.
  function isolate(own, line) {
    const text = own.textContent;
    if (TURNED.test(text) && text !== line.textContent.trim()) own.textContent = `\u2068${text}\u2069`;
  }
})();
