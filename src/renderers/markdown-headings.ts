import { firstUnits } from '../text.ts';
import { flat, spans } from './markdown-text.ts';
import { fits, WIDTH, wrapped } from './markdown-wrap.ts';
import { written } from './markdown-write.ts';

/**
 * Writes the headings of one document: none twice, no level skipped, and one title. Where `titles` headings are of the
 * first level, all but the first of them go down a level with what is below them.
 */
export function headings(titles: number): (level: number, text: string) => string {
  const used = new Map<string, number>();
  let titled = 0;
  let last = 0;
  return (level, text) => {
    if (level === 1) titled += 1;
    last = Math.min(titles > 1 && titled > 1 ? level + 1 : level, last + 1);
    return heading(last, flat(text), used);
  };
}

// A heading cannot go on in a second line: of one that is too long the beginning stays, and the whole follows.
function heading(level: number, text: string, used: Map<string, number>): string {
  if (fits(lineOf(level, text + SUFFIX))) return lineOf(level, unlike(text, used));
  const whole = wrapped(written([{ type: 'paragraph', children: spans(text) }]).trimEnd());
  return `${lineOf(level, unlike(beginning(level, text), used))}\n\n${whole}`;
}

// Room for the number that tells a heading from an equal one.
const SUFFIX = ' (99)';

function lineOf(depth: number, text: string): string {
  const line = written([{ type: 'heading', depth: depth as 1 | 2 | 3 | 4, children: spans(text) }]).trimEnd();
  return line.replace(CLOSING, (mark) => `&#x${mark.charCodeAt(0).toString(16).toUpperCase()};`);
}

// A heading that ends in one of these is taken for a sentence (MD026); the file's own mark stays, as a reference.
const CLOSING = /[.,;:!。，；：！]$/u;

function unlike(text: string, used: Map<string, number>): string {
  let number = used.get(text) ?? 1;
  let free = number === 1 ? text : `${text} (${number})`;
  while (used.has(free)) {
    number += 1;
    free = `${text} (${number})`;
  }
  used.set(text, number + 1);
  if (free !== text) used.set(free, 2);
  return free;
}

function beginning(level: number, text: string): string {
  const words = firstUnits(text, WIDTH).split(' ');
  const lengths = words.map((_, index) => words.length - index);
  const kept = lengths.find((length) => fits(lineOf(level, `${words.slice(0, length).join(' ')}…${SUFFIX}`))) ?? 1;
  return `${words.slice(0, kept).join(' ')}…`;
}
