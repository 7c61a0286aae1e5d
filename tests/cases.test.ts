import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { compare } from '../src/analysis/compare.ts';
import { askedIn } from '../src/analysis/said.ts';
import { topicFrom } from './harness/topic.ts';

interface Case {
  readonly name: string;
  readonly question: Readonly<Record<string, string | readonly string[]>>;
  readonly a: Readonly<Record<string, string>>;
  readonly b: Readonly<Record<string, string>>;
  readonly verdict: string;
}

const CASES: readonly Case[] = JSON.parse(readFileSync(new URL('cases.json', import.meta.url), 'utf8'));

test.each(CASES)('$name: $verdict', ({ question, a, b, verdict }) => {
  const topic = topicFrom({ ask: 'Which?', ...question }, [
    { speaker: 'one', says: 'one answer', ...a },
    { speaker: 'other', says: 'another answer', ...b },
  ]);
  const [asked] = askedIn(topic);
  const [one, other] = asked?.said ?? [];
  if (asked === undefined || one === undefined || other === undefined) throw new Error('the topic was not built');
  expect([one.unreadable, other.unreadable]).toEqual([undefined, undefined]);
  expect(compare(one, other, asked.question).verdict).toBe(verdict);
  expect(compare(other, one, asked.question).verdict).toBe(verdict);
});
