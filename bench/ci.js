// Fails when claims has become slower than the figures of `limits.json` allow. They are ratios, since machines differ: to
// a Node that does nothing, and of ten times the claims to a tenth of them. `--write` makes the figures those of today.
import { readFileSync, writeFileSync } from 'node:fs';
import { commandsIn } from './commands.js';
import { inTurn, median, ofRounds } from './measure.js';
import { inWorkshop } from './workshop.js';

/** How much worse than its figure a ratio may be on a machine that has other work. */
const SLACK = 1.3;

const NODE = 'node -e 0';
const STARTS = ['claims --version', 'claims list', 'claims check', 'claims diff'];
const GROWTH = 'ten times the claims';

const FILE = `${import.meta.dirname}/limits.json`;
const major = process.versions.node.split('.')[0];
const limits = JSON.parse(readFileSync(FILE, 'utf8'));

await inWorkshop((workshop) => {
  if (process.argv.includes('--write')) write(ratios(workshop));
  else if (limits[major] === undefined) console.log(`There are no figures for Node ${major}.`);
  else judge(limits[major], () => ratios(workshop));
});

/** What is too slow is measured once more before it counts. */
function judge(figures, measured) {
  const slow = (found) => Object.keys(figures).filter((name) => found[name] > SLACK * figures[name]);
  let found = measured();
  if (slow(found).length > 0) {
    console.log(`Once more, for ${slow(found).join(', ')}.`);
    const again = measured();
    found = Object.fromEntries(Object.keys(found).map((name) => [name, Math.min(found[name], again[name])]));
  }
  for (const [name, figure] of Object.entries(figures)) {
    console.log(`${name.padEnd(22)}${found[name].toFixed(2).padStart(6)} x, figure ${figure}`);
  }
  if (slow(found).length === 0) return;
  console.log(`More than ${Math.round(100 * (SLACK - 1))} % above the figure: ${slow(found).join(', ')}`);
  process.exitCode = 1;
}

function write(found) {
  const figures = Object.fromEntries(Object.entries(found).map(([name, ratio]) => [name, Number(ratio.toFixed(2))]));
  writeFileSync(FILE, `${JSON.stringify({ ...limits, [major]: figures }, undefined, 2)}\n`);
}

function ratios(workshop) {
  const small = commandsIn(workshop.ledger({ claims: 200, inAFile: 20 }), {});
  const starts = inTurn(Object.fromEntries([NODE, ...STARTS].map((name) => [name, small[name]])), { most: 11 });
  const few = commandsIn(workshop.ledger({ claims: 1000 }), {})['claims check'];
  const many = commandsIn(workshop.ledger({ claims: 10_000 }), {})['claims check'];
  const work = inTurn({ none: small['claims --version'], few, many }, { most: 9 });
  const [none, one, ten] = ['none', 'few', 'many'].map((name) => median(work.get(name)));
  const ofStarts = STARTS.map((name) => [name, ofRounds(starts, [name, NODE], (a, b) => a / b)]);
  return { ...Object.fromEntries(ofStarts), [GROWTH]: (ten - none) / (one - none) };
}
