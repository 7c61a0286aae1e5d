// The same claims in the formats of other tools: one transaction, one record a claim, with all that the claim says.
import { closeSync, openSync, writeSync } from 'node:fs';
import { claimsOf } from './invented.js';

/** A journal for hledger and ledger. */
export function writeJournal(path, options) {
  write(path, [], claimsOf(options), ({ topic, question, id, speaker, party, date, says, amount, source, at }) => [
    `${date} ${speaker} | ${says}`,
    `    ; id: ${id}`,
    `    ; source: ${source}, ${at}`,
    `    ${topic}:${question}    ${amount}`,
    `    party:${party}`,
    '',
  ]);
}

/** A file for beancount, which wants each account opened. */
export function writeBeancount(path, options) {
  const accounts = new Set();
  for (const claim of claimsOf(options)) accounts.add(question(claim)).add(party(claim));
  const opened = Array.from(accounts, (account) => `2000-01-01 open ${account}`);
  write(path, opened, claimsOf(options), (claim) => [
    `${claim.date} * "${claim.speaker}" "${claim.says}"`,
    `  id: "${claim.id}"`,
    `  source: "${claim.source}, ${claim.at}"`,
    `  ${question(claim)}  ${claim.amount} CLAIMED`,
    `  ${party(claim)}`,
    '',
  ]);
}

/** JSON Lines for jq. */
export function writeLines(path, options) {
  write(path, [], claimsOf(options), (claim) => [JSON.stringify(claim)]);
}

function question({ topic, question: id }) {
  return `Assets:T${topic.slice(1)}:Q-${id}`;
}

function party(claim) {
  return `Equity:${claim.party.replaceAll(' ', '-')}`;
}

/** Written in pieces, since the whole is longer than a string can be. */
function write(path, head, claims, linesOf) {
  const file = openSync(path, 'w');
  let lines = [...head];
  const flush = () => {
    writeSync(file, lines.map((line) => `${line}\n`).join(''));
    lines = [];
  };
  for (const claim of claims) {
    lines.push(...linesOf(claim));
    if (lines.length > 10_000) flush();
  }
  flush();
  closeSync(file);
}
