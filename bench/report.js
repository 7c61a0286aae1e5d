// The figures as Markdown.
import { cpus, totalmem, type } from 'node:os';

/** A table, what it was measured on, and what was not there to be measured. */
export function report(rows, { versions, missing, time }, command) {
  const lacks = [...missing, ...(time === undefined ? ['time, for memory'] : [])];
  return [
    `\`${command}\`, ${new Date().toISOString().slice(0, 10)}, on ${machine()}.`,
    `${['Node', process.versions.node].join(' ')}, ${Array.from(versions, ([name, version]) => `${name} ${version}`).join(', ')}.`,
    ...(lacks.length > 0 ? [`Not on this machine: ${lacks.join(', ')}.`] : []),
    '',
    ...table(rows),
  ].join('\n');
}

function table(rows) {
  return [
    '| claims | what | figure | goal | medians |',
    '| ---: | --- | ---: | ---: | ---: |',
    ...rows.map((row) => `| ${cellsOf(row).join(' | ')} |`),
  ];
}

/** Whether a figure is not what it was to be. */
export function isMissed({ figure, goal }) {
  return goal !== undefined && figure > goal;
}

function cellsOf(row) {
  const { claims, what, figure, unit, goal, medians = [] } = row;
  const most = goal === undefined ? '' : `≤ ${goal}${isMissed(row) ? ', missed' : ''}`;
  return [claims.toLocaleString('en'), what, `${rounded(figure)} ${unit}`, most, medians.map(duration).join(' / ')];
}

function duration(milliseconds) {
  return milliseconds < 1000 ? `${Math.round(milliseconds)} ms` : `${rounded(milliseconds / 1000)} s`;
}

/** Three digits that count. */
function rounded(number) {
  return number >= 100 ? number.toFixed(0) : number.toFixed(number >= 10 ? 1 : number < 0.1 ? 3 : 2);
}

function machine() {
  const all = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${all.length} cores of ${all[0]?.model.trim() ?? 'an unknown processor'}, ${memory} GiB, ${type()} ${process.arch}`;
}
