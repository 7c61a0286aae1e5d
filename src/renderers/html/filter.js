// Filters the page, and keeps its permalinks working. Whatever it hides comes back without a reload.
(() => {
  const form = document.querySelector('.filters');
  const fields = form.elements;
  const boxes = [...form.querySelectorAll('[name=party]')];
  const claims = [...document.querySelectorAll('.claim')];
  const questions = [...document.querySelectorAll('.question')];
  const total = { claims: idsOf(claims).size, questions: asked(questions).length };

  const fold = form.parentElement;
  fold.hidden = false;
  fold.open = matchMedia('(min-width: 40rem)').matches;
  form.addEventListener('input', apply);
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('reset', () => setTimeout(apply));
  addEventListener('hashchange', follow);
  document.addEventListener('click', ({ target }) => {
    const dot = target.closest('svg [data-claim]');
    if (dot !== null) location.hash = encodeURIComponent(dot.dataset.claim);
  });
  addEventListener('beforeprint', unfold);
  apply();
  follow();

  // A claim is hidden with the reasons that rest on it and with all that would be left empty.
  function apply() {
    const passes = filter();
    for (const claim of claims) claim.hidden = !passes(claim);
    const kept = idsOf(claims.filter(({ hidden }) => !hidden));
    for (const reason of document.querySelectorAll('[data-claims]')) {
      reason.hidden = !reason.dataset.claims.split(' ').every((id) => kept.has(id));
    }
    for (const holder of document.querySelectorAll('.question, .group, .cell details, section.cell > ul')) {
      holder.hidden = holder.querySelector('.claim:not([hidden])') === null;
    }
    for (const dot of document.querySelectorAll('svg [data-claim]')) {
      dot.classList.toggle('out', !kept.has(dot.dataset.claim));
    }
    showColumns();
    const shown = asked(questions.filter(({ hidden }) => !hidden)).length;
    fields.shown.value = `${kept.size} of ${total.claims} claims, ${shown} of ${total.questions} questions`;
  }

  // What it is to pass is asked of the form once, not for each claim.
  function filter() {
    const [speaker, from, until] = [fields.speaker.value, fields.from.value, fields.until.value];
    const chosen = chosenColumns();
    const disputed = fields.disputed.checked;
    return (claim) => {
      const { column, speaker: who, day } = claim.dataset;
      if (!chosen.has(column) || (speaker !== '' && who !== speaker)) return false;
      if ((from !== '' && !(day >= from)) || (until !== '' && !(day <= until))) return false;
      return !disputed || claim.closest('.question').dataset.disputed !== undefined;
    };
  }

  function chosenColumns() {
    if (boxes.length === 0) return { has: () => true };
    return new Set(boxes.filter(({ checked }) => checked).map(({ value }) => value));
  }

  function showColumns() {
    const chosen = chosenColumns();
    for (const part of document.querySelectorAll('.parties p, .cell')) part.hidden = !chosen.has(part.dataset.column);
    if (boxes.length > 0) document.documentElement.style.setProperty('--columns', Math.max(1, chosen.size));
  }

  // A link to what is hidden shows it again.
  function follow() {
    const found = document.getElementById(decoded(location.hash.slice(1)));
    if (found === null) return;
    if (found.closest('[hidden]') !== null) form.reset();
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

  function idsOf(some) {
    return new Set(some.map(({ dataset }) => dataset.claim));
  }

  function asked(some) {
    return some.filter(({ id }) => id !== '');
  }
})();
