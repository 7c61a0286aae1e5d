// The rows of the report: what was measured, and what it was to be. A figure is `{ claims, what, figure, unit, goal }`.
import { commandsIn } from './commands.js';
import { inTurn, median, ofRounds, peak, untilPrinted } from './measure.js';
import { BY_HAND, comparisonsAt, GROWTH, ledgerOf, MEMORY, ONE_ODD_CLAIM, STREAM_AT, STYLES_AT } from './plan.js';

/** One command against another, all of a size in turn. */
export function comparisons(workshop, tools, claims) {
  const here = comparisonsAt(claims).filter(({ against }) => isHere(tools, against));
  const names = [...new Set(here.flatMap(({ what, against }) => [against, what]))];
  const commands = commandsIn(workshop.ledger(ledgerOf(claims), names), tools);
  const times = inTurn(Object.fromEntries(names.map((name) => [name, commands[name]])), { least: 3 });
  return here.map(({ what, against, goal }) => {
    const figure = ofRounds(times, [what, against], (a, b) => a / b);
    const medians = [what, against].map((name) => median(times.get(name)));
    return { claims, what: `\`${what}\` / \`${against}\``, figure, unit: 'x', goal, medians };
  });
}

/** How much memory `check` holds, and the tool that it is held against. */
export function memory(workshop, tools, claims) {
  const goal = MEMORY[claims];
  if (goal === undefined || tools.time === undefined) return [];
  const names = ['claims check', 'ledger balance'].filter((name) => isHere(tools, name));
  const commands = commandsIn(workshop.ledger(ledgerOf(claims), names), tools);
  return names.map((name) => {
    const figure = peak(commands[name], { time: tools.time, folder: workshop.folder });
    const isOurs = name === 'claims check';
    return { claims, what: `memory of \`${name}\``, figure, unit: 'MiB', goal: isOurs ? goal : undefined };
  });
}

/** How soon the first row of a long list is there. */
export async function streaming(workshop, tools, claims) {
  if (claims !== STREAM_AT) return [];
  const { 'claims list': list } = commandsIn(workshop.ledger(ledgerOf(claims)), tools);
  const runs = [];
  for (let run = 0; run < 5; run += 1) runs.push(await untilPrinted(list));
  const medians = [median(runs.map(({ first }) => first)), median(runs.map(({ all }) => all))];
  const figure = median(runs.map(({ first, all }) => first / all));
  return [{ claims, what: 'first row of `claims list` / all', figure, unit: 'x', medians }];
}

/** Files as people write them, and claims that only a whole reader of YAML takes, against formatted files. */
export function styles(workshop, tools, claims) {
  if (claims !== STYLES_AT) return [];
  const odd = 4;
  const files = claims / 40;
  const check = (options) => commandsIn(workshop.ledger({ claims, ...options }), tools)['claims check'];
  const commands = { formatted: check({}), hand: check({ style: 'hand' }), odd: check({ style: 'canonical', odd }) };
  const times = inTurn(commands);
  const [formatted, hand, some] = Object.keys(commands).map((name) => median(times.get(name)));
  const byHand = ofRounds(times, ['hand', 'formatted'], (a, b) => a / b);
  const ofOne = ofRounds(times, ['odd', 'formatted'], (a, b) => (a - b) / (odd * files));
  return [
    {
      claims,
      what: '`claims check`, written by hand / formatted',
      figure: byHand,
      unit: 'x',
      goal: BY_HAND,
      medians: [hand, formatted],
    },
    { claims, what: 'one odd claim', figure: ofOne, unit: 'ms', goal: ONE_ODD_CLAIM, medians: [some, formatted] },
  ];
}

/** How many times the time of a tenth of the claims `check` takes, without the start in both. */
export function growth(workshop, tools, claims) {
  const check = (size) => commandsIn(workshop.ledger(ledgerOf(size)), tools);
  const { 'claims --version': start, 'claims check': many } = check(claims);
  const { 'claims check': few } = check(claims / 10);
  const times = inTurn({ start, few, many }, { seconds: 40 });
  const figure = ofRounds(times, ['many', 'few', 'start'], (a, b, none) => (a - none) / (b - none));
  const medians = ['many', 'few'].map((name) => median(times.get(name)));
  const what = `\`claims check\` / that of ${(claims / 10).toLocaleString('en')} claims`;
  return [{ claims, what, figure, unit: 'x', goal: GROWTH, medians }];
}

// The commands are named by their tools.
function isHere({ missing }, name) {
  return !missing.includes(name.split(' ')[0]);
}
