// How long claims takes, whole processes, as ratios to other tools and to a Node that does nothing. Sizes are given in
// claims: `npm run bench -- 200 10000 100000 1000000`. With `--write` the table goes into docs/performance.md.
import { readFileSync, writeFileSync } from 'node:fs';
import { isMissed, report } from './report.js';
import { comparisons, growth, memory, streaming, styles } from './rows.js';
import { toolsOn } from './tools.js';
import { inWorkshop } from './workshop.js';

const PAGE = `${import.meta.dirname}/../docs/performance.md`;
const START = '<!-- figures -->';
const END = '<!-- end of figures -->';
const DEFAULT = [200, 10_000];

const args = process.argv.slice(2);
const sizes = args.filter((arg) => arg !== '--write').map(Number);
if (sizes.some((size) => !Number.isInteger(size) || size < 20)) {
  console.error('Give numbers of claims, each at least 20, and perhaps --write.');
  process.exitCode = 2;
} else {
  await inWorkshop((workshop) => bench(workshop, sizes.length > 0 ? sizes : DEFAULT));
}

async function bench(workshop, claims) {
  const tools = toolsOn(workshop.folder);
  const rows = [];
  for (const size of claims) {
    for (const measured of [comparisons, memory, streaming, styles]) {
      rows.push(...told(await measured(workshop, tools, size)));
    }
    if (size >= 100_000 && claims.includes(size / 10)) rows.push(...told(growth(workshop, tools, size)));
  }
  const words = report(rows, tools, ['npm run bench --', ...claims].join(' '));
  if (args.includes('--write')) write(words);
  console.log(words);
  console.log(`\n${rows.filter(isMissed).length} of ${rows.filter(({ goal }) => goal).length} goals missed`);
}

/** Says on standard error what is done, since all of it takes minutes. */
function told(rows) {
  for (const { claims, what, figure, unit } of rows) console.error(`${claims}: ${what}: ${figure.toFixed(3)} ${unit}`);
  return rows;
}

function write(words) {
  const page = readFileSync(PAGE, 'utf8');
  const start = page.indexOf(START) + START.length;
  writeFileSync(PAGE, `${page.slice(0, start)}\n\n${words}\n\n${page.slice(page.indexOf(END))}`);
}
