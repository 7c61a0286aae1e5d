// Hides what does not pass the filter; all of it comes back without a reload. Each time, `filtered` is told of it.
(() => {
  const form = document.querySelector('.filters');
  const fields = form.elements;
  const boxes = [...form.querySelectorAll('[name=party]')];
  const claims = [...document.querySelectorAll('.claim')];
  const silence = document.querySelector('.silence');

  const fold = form.parentElement;
  fold.hidden = false;
  fold.open = matchMedia('(min-width: 40rem)').matches;
  form.addEventListener('input', apply);
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('reset', () => setTimeout(apply));
  apply();

  // A claim is hidden with all that would be left empty. A reason stays as long as a claim is shown that it is about.
  function apply() {
    const passes = filter();
    for (const claim of claims) claim.hidden = !passes(claim);
    const kept = new Set(claims.filter(isShown).map(({ id, dataset }) => id || dataset.claim));
    for (const reason of document.querySelectorAll('[data-claims]')) showReason(reason, kept);
    for (const holder of document.querySelectorAll('.question, .group, .cell details, section.cell > ul')) {
      holder.hidden = holder.querySelector('.claim:not([hidden])') === null;
    }
    // Where nothing else of a cell is left, what is folded is what the reader looks for.
    for (const fold of document.querySelectorAll('.cell > ul[hidden] + details')) fold.open = true;
    for (const fold of document.querySelectorAll('.question > details')) {
      fold.hidden = fold.querySelector('.reason:not([hidden])') === null;
    }
    if (silence !== null) silence.hidden = !claims.every(isShown);
    showColumns();
    showSources();
    showDrawings(kept);
    form.dispatchEvent(new Event('filtered'));
  }

  // What it is to pass is asked of the form once, not for each claim.
  function filter() {
    const [speaker, from, until] = [fields.speaker.value, fields.from.value, fields.until.value];
    const chosen = chosenColumns();
    const disputed = fields.disputed.checked;
    return (claim) => {
      const { speaker: who, day } = claim.dataset;
      if (!chosen.has(claim.closest('.cell').dataset.column) || (speaker !== '' && who !== speaker)) return false;
      if ((from !== '' && !(day >= from)) || (until !== '' && !(day <= until))) return false;
      return !disputed || claim.closest('.question').dataset.disputed !== undefined;
    };
  }

  function chosenColumns() {
    if (boxes.length === 0) return { has: () => true };
    return new Set(boxes.filter(({ checked }) => checked).map(({ value }) => value));
  }

  function showReason(reason, kept) {
    const { claims: told, others = '' } = reason.dataset;
    reason.hidden = !`${told} ${others}`.split(' ').some((id) => kept.has(id));
  }

  function showColumns() {
    const chosen = chosenColumns();
    for (const part of document.querySelectorAll('.parties p, .cell')) part.hidden = !chosen.has(part.dataset.column);
    if (boxes.length > 0) document.documentElement.style.setProperty('--columns', Math.max(1, chosen.size));
  }

  function showSources() {
    const cited = new Set(
      claims
        .filter(isShown)
        .flatMap((claim) => [...claim.querySelectorAll('[data-source]')].map(({ dataset }) => dataset.source)),
    );
    for (const source of document.querySelectorAll('.sources [data-number]')) {
      source.hidden = !cited.has(source.dataset.number);
    }
    const list = document.querySelector('.sources');
    if (list !== null) list.hidden = cited.size === 0;
  }

  // Drawings keep their places, so that a day does not move: what is left out is faint, and so is each line to it.
  function showDrawings(kept) {
    for (const dot of document.querySelectorAll('svg [data-claim]')) {
      dot.classList.toggle('out', !kept.has(dot.dataset.claim));
    }
    for (const line of document.querySelectorAll('svg [data-between]')) {
      line.classList.toggle('out', !line.dataset.between.split(' ').every((id) => kept.has(id)));
    }
    for (const step of document.querySelectorAll('.step')) showSeries(step);
    for (const entry of document.querySelectorAll('.timeline li, .totals tbody tr')) {
      entry.hidden = !kept.has(decodeURIComponent(entry.querySelector('a').hash.slice(1)));
    }
  }

  // The steps of a party stand in its own panel, and faint behind those of the others.
  function showSeries(step) {
    const isOut = step.parentElement.querySelector('.out[data-claim]') !== null;
    for (const line of step.closest('svg').querySelectorAll('[data-series]')) {
      if (line.dataset.series === step.dataset.series) line.classList.toggle('out', isOut);
    }
  }

  function isShown({ hidden }) {
    return !hidden;
  }
})();
