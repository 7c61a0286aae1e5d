import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { analysed, claimOf, type Entry, idsOf, told } from './harness/scenario.ts';

const yesNo: Entry = { kind: 'yes-no', time: 'fixed' };
const state: Entry = { kind: 'yes-no', time: 'state' };

describe('a change is told once', () => {
  test.each<readonly [answers: string, listed: readonly string[], pairs: number]>([
    ['yes yes yes', [], 0],
    ['yes no', ['0 1'], 1],
    // The third and the fourth repeat what the second changed.
    ['yes no no no', ['0 1'], 3],
    ['yes no yes no', ['0 1', '1 2', '2 3'], 4],
    ['yes yes no no', ['1 2'], 4],
  ])('%s', (answers, listed, pairs) => {
    const claims = answers.split(' ').map((answer, index) => `${index} mayor: ${answer} @202${index}`);
    const { clashes, pairs: counted } = analysed({ question: yesNo, claims });
    expect(clashes.map(idsOf).sort()).toEqual(listed);
    expect(counted.contradiction).toBe(pairs);
    expect(analysed({ question: yesNo, claims, listing: 'pairs' }).clashes.length).toBe(pairs);
  });

  test('in the order of the days spoken about, not of those on which it was said', () => {
    const claims = ['a mayor: yes @2023, as_of 2021', 'b mayor: no @2021, as_of 2022', 'c mayor: no @2022, as_of 2023'];
    expect(analysed({ question: yesNo, claims }).clashes.map(idsOf)).toEqual(['b a']);
  });
});

describe('more than twenty pairs between speakers', () => {
  const speakers = (count: number, said: (index: number) => string): readonly string[] =>
    Array.from({ length: count }, (_, index) => `c${10 + index} speaker ${index}: ${said(index)}`);

  test('are counted, and each claim is listed with the nearest in date that it clashes with', () => {
    const claims = speakers(12, (index) => `${index < 5 ? 'yes' : 'no'} @2025-05-${10 + index}`);
    const { clashes, pairs, status } = analysed({ question: yesNo, claims });
    expect([pairs.contradiction, status]).toEqual([35, 'disputed']);
    expect(analysed({ question: yesNo, claims, listing: 'pairs' }).clashes.length).toBe(35);
    const [first, second] = [
      ['c10', 'c11', 'c12', 'c13', 'c14'].map((id) => `${id} c15: one of 7`),
      ['c16', 'c17', 'c18', 'c19', 'c20', 'c21'].map((id) => `c14 ${id}: one of 5`),
    ];
    expect(clashes.map((clash) => `${idsOf(clash)}: one of ${clash.of}`).sort()).toEqual([...first, ...second]);
  });

  test('hide no contradiction behind a tension that lies nearer', () => {
    const claims = speakers(14, (index) => {
      const answer = index % 2 === 0 ? 'yes' : 'no';
      return index < 12 ? `${answer} @2025-05-01, certainty likely` : `${answer} @2025-05-01, as_of 202${index - 11}`;
    });
    const { clashes, pairs } = analysed({ question: { ...yesNo, time: 'fixed' }, claims });
    expect(pairs).toEqual({ contradiction: 1, opposed: 0, tension: 48 });
    const contradictions = clashes.filter(({ word }) => word === 'contradiction');
    expect(contradictions.map(told)).toEqual(['c22 c23: contradiction, dispute (3.3 choice)']);
  });

  test('are all listed when there are just twenty', () => {
    const claims = speakers(9, (index) => (index < 4 ? 'yes' : 'no'));
    expect(analysed({ question: yesNo, claims }).clashes.length).toBe(20);
  });
});

describe('the status of a question', () => {
  test.each<readonly [status: string, what: string, question: Entry, claims: readonly string[]]>([
    ['disputed', 'a contradiction between parties', yesNo, ['a mayor: yes', 'b port: no']],
    ['disputed', 'an opposition', { ...yesNo, about: 'position' }, ['a mayor: yes', 'b port: no']],
    ['contested', 'a tension', yesNo, ['a mayor: yes, certainty likely', 'b port: no']],
    ['contested', 'a split', yesNo, ['a mayor: yes', 'b clerk: no']],
    ['contested', 'a reversal', yesNo, ['a mayor: yes @2024', 'b mayor: no @2025']],
    ['agreed', 'one pair that agrees', yesNo, ['a mayor: yes', 'b port: yes', 'c guard: no comment']],
    ['apart', 'days far apart', state, ['a mayor: yes @2024-05', 'b port: yes @2025-05']],
    ['one-sided', 'one party', yesNo, ['a mayor: yes', 'b clerk: yes', 'c port: no comment']],
    ['one-sided', 'a shift of one party', state, ['a mayor: yes @2024', 'b mayor: no @2025']],
    ['open', 'no comment', yesNo, ['a mayor: no comment']],
    ['open', 'no claim', yesNo, []],
  ])('%s: %s', (status, _what, question, claims) => {
    expect(analysed({ question, claims }).status).toBe(status);
  });

  test('does not come from what is implied, nor from what is replaced', () => {
    const other = { ask: 'And that?', claims: [claimOf('b port: yes, implies yes')] };
    expect(analysed({ question: yesNo, claims: [], more: { questions: [other] } }).status).toBe('open');
    const more = { claims: [{ id: 'w', speaker: 'port', says: 'I withdraw that', replaces: 'b' }] };
    expect(analysed({ question: yesNo, claims: ['a mayor: yes', 'b port: yes'], more }).status).toBe('one-sided');
  });
});

test('every rule that a verdict may name is explained in docs/verdicts.md', () => {
  const root = `${import.meta.dirname}/..`;
  const files = ['answers', 'analysis'].flatMap((folder) =>
    readdirSync(`${root}/src/${folder}`, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => readFileSync(`${root}/src/${folder}/${file}`, 'utf8')),
  );
  const rules = new Set(
    files.flatMap((text) => text.match(/'3\.\d [a-z ]+'/gu) ?? []).map((rule) => rule.slice(1, -1)),
  );
  expect([...rules]).toContain('3.2 touching');
  const page = readFileSync(`${root}/docs/verdicts.md`, 'utf8');
  expect([...rules].filter((rule) => !page.includes(`\`${rule}\``))).toEqual([]);
});
