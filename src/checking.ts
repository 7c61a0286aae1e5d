import { analyseTopic } from './analysis/analyse.ts';
import { checker } from './checks/checker.ts';
import { checks } from './checks/index.ts';
import { type Diagnostic, type Finding, inOrder } from './diagnostic.ts';
import { diagnose } from './ledger/diagnose.ts';
import type { InTurn, ReadTopic } from './reading.ts';

/** What to look for. */
export interface Sought {
  /** The day that is today in UTC+14, counted from 1970. */
  readonly today: number;
  /** Codes that are left out. */
  readonly skipped: readonly string[];
}

/** A ledger whose files are checked one by one, each when it is asked for. */
export interface Checking extends Pick<InTurn, 'findings' | 'texts'> {
  /** Can be gone through once. */
  readonly files: Iterable<Checked>;
}

/** The file of a topic with everything that is wrong with it. */
export type Checked = Pick<ReadTopic, 'path' | 'text' | 'findings'>;

/** Checks topics as they are read, and lets go of what was read of each but for its text. */
export function checking({ findings, texts, topics }: InTurn, { today, skipped }: Sought): Checking {
  const check = checker(checks, { today });
  const sought = (all: readonly Finding[]): readonly Finding[] => all.filter(({ code }) => !skipped.includes(code));
  function* files(): Generator<Checked> {
    for (const { topic, path, text, findings: own } of topics) {
      const found = topic === undefined ? own : [...own, ...check(analyseTopic(topic))];
      yield { path, text, findings: sought(found) };
    }
  }
  return { findings: sought(findings), texts, files: files() };
}

/** What came of looking up everything that is wrong with a ledger. */
export interface Diagnosed {
  readonly diagnostics: readonly Diagnostic[];
  /** How many topics could be read as text. */
  readonly decoded: number;
}

/**
 * Looks up where findings point while their files are at hand, so that of a file no more is kept than is wrong with it.
 * Only where something points into the shared file as well, the text waits until that is looked through, once for all.
 */
export function diagnosed({ files, findings, texts }: Checking): Diagnosed {
  const found: (readonly Diagnostic[])[] = [];
  const waiting = { findings: [findings], texts: new Map(texts) };
  let decoded = 0;
  for (const { path, text, findings: all } of files) {
    if (text !== undefined) decoded += 1;
    if (all.length === 0) continue;
    const own = all.filter((finding) => pointsInto(path, finding));
    const textOf = new Map(text === undefined ? [] : [[path, text]]);
    // What is cut out of a text would keep all of it in memory; its copy does not.
    found.push(structuredClone(diagnose(own, textOf)));
    if (own.length === all.length) continue;
    waiting.findings.push(all.filter((finding) => !pointsInto(path, finding)));
    if (text !== undefined) waiting.texts.set(path, text);
  }
  found.push(diagnose(waiting.findings.flat(), waiting.texts));
  return { diagnostics: inOrder(found.flat()), decoded };
}

function pointsInto(file: string, { place, related = [] }: Finding): boolean {
  return place.file === file && related.every((one) => one.place.file === file);
}
