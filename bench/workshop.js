// Ledgers and their twins in a folder that is gone afterwards.
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { writeLedger } from './ledger.js';
import { writeBeancount, writeJournal, writeLines } from './twins.js';

const TWINS = {
  'hledger check': ['twin.journal', writeJournal],
  'ledger balance': ['twin.journal', writeJournal],
  'bean-check': ['twin.beancount', writeBeancount],
  'jq @tsv': ['twin.jsonl', writeLines],
  'jq -c': ['twin.jsonl', writeLines],
};

/** Lets `work` have a workshop, and clears it away. */
export async function inWorkshop(work) {
  const folder = mkdtempSync(`${tmpdir()}/claims-bench-`);
  try {
    return await work({ folder, ledger: (options, commands) => ledgerIn(folder, options, commands) });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A folder with a ledger in `claims` and the twins that the named commands read; each is written once. */
function ledgerIn(folder, options, commands = []) {
  const place = `${folder}/${Object.entries(options).flat().join('-')}`;
  if (!existsSync(place)) {
    mkdirSync(place);
    writeLedger(`${place}/claims`, options);
  }
  for (const [name, write] of commands.flatMap((command) => (TWINS[command] ? [TWINS[command]] : []))) {
    if (!existsSync(`${place}/${name}`)) write(`${place}/${name}`, options);
  }
  return place;
}
