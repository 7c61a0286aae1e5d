// What is held against what at each size, and what the ratio of their times is to be at most. Without a goal it informs.

/** Up to here it is the start that counts. */
const SMALL = 500;

/** `node -e 0` is faster on Node 24, so that everything else is a larger multiple of it. */
const [START, START_OF_ONE] = Number(process.versions.node.split('.')[0]) < 24 ? [1.5, 1.25] : [2.0, 1.6];

const AT_THE_START = [
  { what: 'claims --version', against: 'node -e 0', goal: 1.2 },
  { what: 'claims list', against: 'node -e 0', goal: START },
  { what: 'claims check', against: 'node -e 0', goal: START },
  { what: 'claims diff', against: 'node -e 0', goal: START_OF_ONE },
];

const [MANY, VERY_MANY, MILLION] = [10_000, 100_000, 1_000_000];

const AT_WORK = [
  { what: 'claims check', against: 'hledger check', goals: { [MANY]: 0.35, [VERY_MANY]: 0.1 } },
  { what: 'claims check', against: 'ledger balance', goals: { [MANY]: 1.15, [VERY_MANY]: 0.25, [MILLION]: 0.25 } },
  { what: 'claims check', against: 'bean-check', goals: { [VERY_MANY]: 0.05 } },
  { what: 'claims check', against: 'libyaml', goals: { [VERY_MANY]: 0.75 } },
  { what: 'claims check', against: 'rg', goals: {} },
  { what: 'claims list', against: 'jq @tsv', goals: { [VERY_MANY]: 0.7 } },
  { what: 'claims export', against: 'jq -c', goals: { [VERY_MANY]: 0.4 } },
  { what: 'claims diff', against: 'node -e 0', goals: { [MANY]: 1.3, [VERY_MANY]: 1.3, [MILLION]: 1.3 } },
];

export function comparisonsAt(claims) {
  if (claims <= SMALL) return AT_THE_START;
  const all = AT_WORK.map(({ what, against, goals }) => ({ what, against, goal: goals[claims] }));
  // Other tools would take minutes: only what has a goal is run.
  return claims < MILLION ? all : all.filter(({ goal }) => goal !== undefined);
}

/** The ledger of a size: small files for the start, and one large file among very many. */
export function ledgerOf(claims) {
  if (claims <= SMALL) return { claims, inAFile: 20 };
  return claims < MILLION ? { claims } : { claims, large: 40_000 };
}

/** The MiB that `check` may hold. */
export const MEMORY = { [VERY_MANY]: 100, [MILLION]: 200 };

/** Where the styles of writing are held against each other, and rows that stream are looked at. */
export const STYLES_AT = MANY;
export const STREAM_AT = VERY_MANY;

/** What hand-written files may take of the time of formatted ones, and what one odd claim may cost, in milliseconds. */
export const BY_HAND = 1.2;
export const ONE_ODD_CLAIM = 0.5;

/** Ten times the claims may take so many times the time that is left of a run without its start. */
export const GROWTH = 11;
