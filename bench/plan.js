// What is held against what at each size, and what the ratio of their times is to be at most. Without a goal it informs.

/** Up to here it is the start that counts. */
const SMALL = 500;
/** From here on other tools take minutes, and only what has a goal is run. */
const LARGE = 1_000_000;

/** `node -e 0` is faster on Node 24, so that everything else is a larger multiple of it. */
const [START, START_OF_ONE] = Number(process.versions.node.split('.')[0]) < 24 ? [1.5, 1.25] : [2.0, 1.6];

const AT_THE_START = [
  { what: 'claims --version', against: 'node -e 0', goal: 1.2 },
  { what: 'claims list', against: 'node -e 0', goal: START },
  { what: 'claims check', against: 'node -e 0', goal: START },
  { what: 'claims diff', against: 'node -e 0', goal: START_OF_ONE },
];

const AT_WORK = [
  { what: 'claims check', against: 'hledger check', goals: { 10000: 0.35, 100000: 0.1 } },
  { what: 'claims check', against: 'ledger balance', goals: { 10000: 1.15, 100000: 0.25, 1000000: 0.25 } },
  { what: 'claims check', against: 'bean-check', goals: { 100000: 0.05 } },
  { what: 'claims check', against: 'libyaml', goals: { 100000: 0.75 } },
  { what: 'claims check', against: 'rg', goals: {} },
  { what: 'claims list', against: 'jq @tsv', goals: { 100000: 0.7 } },
  { what: 'claims export', against: 'jq -c', goals: { 100000: 0.4 } },
  { what: 'claims diff', against: 'node -e 0', goals: { 10000: 1.3, 100000: 1.3, 1000000: 1.3 } },
];

export function comparisonsAt(claims) {
  if (claims <= SMALL) return AT_THE_START;
  const all = AT_WORK.map(({ what, against, goals }) => ({ what, against, goal: goals[claims] }));
  return claims < LARGE ? all : all.filter(({ goal }) => goal !== undefined);
}

/** The ledger of a size: small files for the start, and one large file among very many. */
export function ledgerOf(claims) {
  if (claims <= SMALL) return { claims, inAFile: 20 };
  return claims < LARGE ? { claims } : { claims, large: 40_000 };
}

/** The MiB that `check` may hold. */
export const MEMORY = { 100000: 100, 1000000: 200 };

/** Where the styles of writing are held against each other, and rows that stream are looked at. */
export const STYLES_AT = 10_000;
export const STREAM_AT = 100_000;

/** What hand-written files may take of the time of formatted ones, and what one odd claim may cost, in milliseconds. */
export const BY_HAND = 1.2;
export const ONE_ODD_CLAIM = 0.5;

/** Ten times the claims may take so many times the time that is left of a run without its start. */
export const GROWTH = 11;
