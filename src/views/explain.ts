import { byCodeUnit } from '../text.ts';
import type { Block, View } from './block.ts';
import { plain, toned } from './line.ts';
import type { Rule } from './report.ts';

/** One code: why it matters, an example that triggers it, and how to mend it. */
export function explain({ code, severity, summary, explanation }: Rule): View {
  return {
    data: { code, severity, summary, explanation },
    blocks: [
      { block: 'text', line: [toned(code, 'strong'), { text: ' · ' }, toned(severity, severity)] },
      { block: 'text', line: plain(summary) },
      ...explanationBlocks(explanation),
    ],
  };
}

/** All codes, errors first, with one sentence on each. */
export function explainAll(rules: readonly Omit<Rule, 'explanation'>[]): View {
  const sorted = [...rules].sort((a, b) => byCodeUnit(a.severity, b.severity) || byCodeUnit(a.code, b.code));
  const rows = sorted.map(({ code, severity, summary }) => ({ code, severity, summary }));
  return {
    data: { codes: rows },
    rows,
    blocks: (['error', 'warning'] as const).flatMap((severity): readonly Block[] => [
      heading(severity === 'error' ? 'Errors' : 'Warnings'),
      {
        block: 'table',
        columns: [
          { title: 'code', size: 'id' },
          { title: 'what is wrong', size: 'fill' },
        ],
        rows: rows.filter((row) => row.severity === severity).map(({ code, summary }) => [plain(code), plain(summary)]),
      },
    ]),
  };
}

/** Why, then an example, then what to do: so each explanation is built. */
function explanationBlocks(markdown: string): readonly Block[] {
  const blocks = passages(markdown);
  const first = blocks.findIndex(({ block }) => block === 'listing');
  const last = blocks.findLastIndex(({ block }) => block === 'listing');
  return [
    heading('Why it matters'),
    ...blocks.slice(0, first),
    heading('Example (invented)'),
    ...blocks.slice(first, last + 1),
    heading('What to do'),
    ...blocks.slice(last + 1),
  ];
}

function heading(text: string): Block {
  return { block: 'heading', level: 2, text };
}

/** Paragraphs, and fenced blocks, which may name a file: the part of Markdown that explanations are written in. */
function passages(markdown: string): readonly Block[] {
  return markdown.split(/^(```.*\n[\s\S]*?\n```)$/mu).flatMap((part): readonly Block[] => {
    const [, title, text] = /^```\S* ?(.*)\n([\s\S]*)\n```$/u.exec(part) ?? [];
    return text === undefined
      ? paragraphs(part)
      : [{ block: 'listing', ...(title && { title }), lines: text.split('\n') }];
  });
}

function paragraphs(text: string): readonly Block[] {
  return text
    .trim()
    .split(/\n{2,}/u)
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => ({ block: 'text', line: plain(paragraph.replaceAll('\n', ' ')) }));
}
