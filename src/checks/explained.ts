import page from '../../docs/checks.md?raw';
import type { Code } from './check.ts';

/** A code with its section of `docs/checks.md`. */
export interface Explained extends Code {
  /** Why it matters, an example that triggers it, and how to mend it: Markdown without headings and links. */
  readonly explanation: string;
}

/** What the page says on a code. Its text is looked through when it is asked for, not when a command starts. */
export function explained({ code, severity, summary }: Code): Explained {
  const [, section] = page.split(`\n## ${code}\n`);
  if (section === undefined) throw new Error(`docs/checks.md has no section on ${code}`);
  const [text = ''] = section.split('\n## ');
  return { code, severity, summary, explanation: text.trim().replace(LINK, '$1') };
}

// The page links to itself and to its neighbours, which nobody can follow from elsewhere.
const LINK = /\[([^\]\n]+)\]\([^()\s]+\)/gu;
