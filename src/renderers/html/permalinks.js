// Keeps permalinks working: a link to what is filtered out, folded or far down leads there all the same.
(() => {
  addEventListener('hashchange', follow);
  document.addEventListener('click', ({ target }) => {
    const dot = target.closest('svg [data-claim]');
    if (dot !== null) location.hash = encodeURIComponent(dot.dataset.claim);
  });
  addEventListener('beforeprint', unfold);
  follow();

  function follow() {
    const found = document.getElementById(decoded(location.hash.slice(1)));
    if (found === null) return;
    if (found.closest('[hidden]') !== null) document.querySelector('.filters').reset();
    for (let part = found.parentElement; part !== null; part = part.parentElement) {
      if (part.localName === 'details') part.open = true;
    }
    settle(found, 5);
  }

  // What comes into sight on the way gets its true height only then, so that one jump does not arrive.
  function settle(found, tries) {
    found.scrollIntoView();
    if (tries > 0) setTimeout(() => settle(found, tries - 1), 60);
  }

  function decoded(hash) {
    try {
      return decodeURIComponent(hash);
    } catch {
      return hash;
    }
  }

  function unfold() {
    for (const details of document.querySelectorAll('.question details')) details.open = true;
  }
})();
