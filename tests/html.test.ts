import { createHash } from 'node:crypto';
import { parse, parseFragment } from 'parse5';
import { describe, expect, test } from 'vitest';
import { main } from '../src/main.ts';
import { renderers } from '../src/renderers/index.ts';
import type { Page } from '../src/views/block.ts';
import { crowdedTopic } from './harness/crowded-topic.ts';
import { type Element, elementsIn, type Node, textIn, valuesOf } from './harness/elements.ts';
import { hostileTopic } from './harness/hostile-topic.ts';
import { memoryIo } from './harness/memory.ts';
import { turnedTopic } from './harness/turned-topic.ts';

const { file, texts } = hostileTopic();
const hostile = exported(file, 'html');

describe('a page made of hostile texts', () => {
  const elements = elementsIn(parse(hostile).childNodes);

  test('holds each of them as it is', () => {
    const whole = textIn(parse(hostile).childNodes);
    expect(texts.filter((text) => !whole.includes(text))).toEqual([]);
  });

  test('has no elements but those of a page without hostile texts', () => {
    const names = new Set(elements.map(({ tagName }) => tagName));
    expect(names).not.toContain('img');
    expect(names).not.toContain('b');
    expect(elements.filter(({ tagName }) => tagName === 'script')).toHaveLength(1);
    expect(elements.filter(({ tagName }) => tagName === 'style')).toHaveLength(1);
  });

  test('has no attribute that runs or styles anything', () => {
    const names = elements.flatMap(({ attrs }) => attrs.map(({ name }) => name));
    expect(names.filter((name) => /^on|^style$|^src$|^srcdoc$/u.test(name))).toEqual([]);
  });

  test('links only to the web and to itself', () => {
    const targets = valuesOf(elements, 'href');
    expect(targets).toContain('https://example.org/copy?%22onclick=%22pwned=1%22%27%3Cb%3E');
    expect(targets.filter((href) => !/^(?:https?:\/\/|mailto:|#)/u.test(href))).toEqual([]);
  });

  test('claims no language that is none', () => {
    expect(valuesOf(elements, 'lang')).toEqual(['en']);
  });

  test('gives no id twice', () => {
    const ids = valuesOf(elements, 'id');
    expect(ids).toHaveLength(new Set(ids).size);
  });
});

describe('the policy of a page', () => {
  const elements = elementsIn(parse(hostile).childNodes);
  const policy = valuesOf(
    elements.filter(({ attrs }) => attrs.some(({ value }) => value === 'Content-Security-Policy')),
    'content',
  ).join();

  test.each(['style', 'script'])('allows the %s that is in it, and no other', (name) => {
    const text = textIn(elements.filter(({ tagName }) => tagName === name).flatMap(({ childNodes }) => childNodes));
    expect(policy).toContain(`${name}-src 'sha256-${createHash('sha256').update(text).digest('base64')}';`);
  });

  test('allows nothing else', () => {
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
  });
});

describe('a link', () => {
  test.each([
    ['javascript:alert(1)', 0],
    ['JaVaScRiPt:alert(1)', 0],
    ['data:text/html,<script>', 0],
    ['vbscript:x', 0],
    ['//example.org', 0],
    ['https://example.org/ x', 0],
    ['HTTPS://example.org/x', 1],
    ['mailto:desk@example.org', 1],
  ])('to %s: %i', (url, links) => {
    const text = render({ ...EMPTY, sources: [{ number: 1, words: [{ text: 'A page' }], url, archive: url }] });
    const elements = elementsIn(parse(text).childNodes);
    expect(valuesOf(elements, 'href').filter((href) => !href.startsWith('#'))).toHaveLength(links * 2);
    expect(textIn(parse(text).childNodes)).toContain('A page');
  });
});

describe('a fragment', () => {
  const elements = elementsIn(parseFragment(exported(file, 'html-fragment')).childNodes);

  test('has plain elements only', () => {
    const names = [...new Set(elements.map(({ tagName }) => tagName))].sort();
    expect(names).toEqual(['a', 'bdi', 'blockquote', 'h1', 'h2', 'h3', 'h4', 'li', 'p', 'strong', 'ul']);
  });

  test('has no classes, ids or styles', () => {
    const names = new Set(elements.flatMap(({ attrs }) => attrs.map(({ name }) => name)));
    expect([...names].sort()).toEqual(['dir', 'href']);
  });

  test('holds each text as it is', () => {
    const whole = textIn(parseFragment(exported(file, 'html-fragment')).childNodes);
    expect(texts.filter((text) => !whole.includes(text))).toEqual([]);
  });
});

describe.each(['html', 'html-fragment'])('texts that run from right to left, as %s', (format) => {
  const turned = turnedTopic();
  const { body, tips } = isolatesIn(parse(exported(turned.file, format)).childNodes, 'none');
  const alone = new Set(turned.texts.flatMap((text) => [text, `“${text}”`]));

  test('each have a direction of their own', () => {
    expect(body.filter(({ text, isolate }) => TURNED.test(text) && !alone.has(isolate))).toEqual([]);
  });

  test('are all there', () => {
    const shown = body.map(({ isolate }) => isolate).join('\n');
    expect(turned.texts.filter((text) => !shown.includes(text))).toEqual([]);
  });

  test('stand in marks of their own in tooltips', () => {
    expect(tips.filter((tip) => TURNED.test(tip.replace(/\u2068[^\u2069]*\u2069/gu, '')))).toEqual([]);
    expect(tips.some((tip) => TURNED.test(tip))).toBe(format === 'html');
  });
});

describe('a page of many claims', () => {
  const page = exported(crowdedTopic(1000), 'html');

  test('stays under 2 MB', () => {
    expect(Buffer.byteLength(page)).toBeLessThan(2_000_000);
  });

  test('has each claim once as the place that links lead to', () => {
    const ids = valuesOf(elementsIn(parse(page).childNodes), 'id').filter((id) => /^c\d+-\d$/u.test(id));
    expect(ids).toHaveLength(1000);
    expect(new Set(ids).size).toBe(1000);
  });
});

describe('the counts of a page', () => {
  test.each([
    ['two parties', questionOf({ parties: 2, claims: 8 })],
    ['five parties', questionOf({ parties: 5, claims: 60 })],
    ['five parties, some of it reviewed', questionOf({ parties: 5, claims: 60, reviewed: true })],
    ['sixty parties', questionOf({ parties: 60, claims: 60 })],
    ['five parties on six questions', crowdedTopic(60)],
  ])('are those of its reasons with the pairs beyond them: %s', (_, topic) => {
    const elements = elementsIn(parse(exported(topic, 'html')).childNodes);
    const texts = (name: string): readonly string[] =>
      elements.filter((element) => valuesOf([element], 'class').join().split(' ').includes(name)).map(textOf);
    const counts = numbersIn(texts('counts').at(1)?.split(' in ')[0] ?? '');
    const beyond = texts('sum').map((text) => numbersIn(text)[0] ?? 0);
    const told = elements
      .filter((element) => valuesOf([element], 'data-claims').length > 0)
      .map((element) => 1 + Number(/\(and (\d+) more pairs?\)/u.exec(textOf(element))?.[1] ?? 0));
    expect(total([...told, ...beyond])).toBe(total(counts));
    expect(total(counts)).toBeGreaterThan(10);
  });

  test('are repeated under the reasons of a crowded question', () => {
    const fragment = exported(questionOf({ parties: 5, claims: 60 }), 'html-fragment');
    // 20 that say yes, each against 40 that say no.
    expect(fragment).toContain('<strong>800 contradictions</strong> in 1 question');
    expect(fragment).toContain(': 800 in all, counting those in brackets');
  });
});

test('a page has the claims on a question that nobody answers', () => {
  const page = exported(
    `topic: "Invented example: a quay"
questions:
  - ask: Who paid?
    claims: [{ id: silent, speaker: The mayor, says: Ask the port }]
  - ask: Who asked?
`,
    'html-fragment',
  );
  expect(page).toContain('Ask the port');
  expect(page.split('Not answered')[1]).not.toContain('Who paid?');
});

describe('pages of all topics', () => {
  const files = { '/desk/claims/a.yaml': crowdedTopic(10), '/desk/claims/sub/index.yaml': file };
  const run = (...args: readonly string[]): { readonly code: number; readonly io: ReturnType<typeof memoryIo> } => {
    const io = memoryIo({ files, cwd: '/desk' });
    return { code: main(['export', '--format', 'html', '--all', ...args], io.io), io };
  };

  test('stand in the folders of the ledger, with an index that leads to them', () => {
    const { code, io } = run('-o', 'site');
    expect(code).toBe(0);
    const index = elementsIn(parse(String(io.files.get('/desk/site/index.html'))).childNodes);
    expect(valuesOf(index, 'href')).toEqual(['a.html', 'sub/index.html']);
    const page = elementsIn(parse(String(io.files.get('/desk/site/sub/index.html'))).childNodes);
    expect(valuesOf(page, 'href')).toContain('../index.html');
  });

  test('need a folder to stand in', () => {
    const { code, io } = run();
    expect(code).toBe(2);
    expect(io.stderr()).toContain('-o FOLDER');
  });

  test('take the place of no file', () => {
    const io = memoryIo({ files: { ...files, '/desk/site/sub/index.html': 'mine' }, cwd: '/desk' });
    expect(main(['export', '--format', 'html', '--all', '-o', 'site'], io.io)).toBe(2);
    expect([...io.files.keys()].filter((path) => path.startsWith('/desk/site/'))).toEqual([
      '/desk/site/sub/index.html',
    ]);
  });
});

test('a page holds one topic', () => {
  const io = memoryIo({ files: { '/desk/claims/a.yaml': file, '/desk/claims/b.yaml': file }, cwd: '/desk' });
  expect(main(['export', '--format', 'html'], io.io)).toBe(2);
  expect(io.stderr()).toContain('--all');
});

const EMPTY: Page = { title: 'A topic', lines: [], columns: [], sections: [], unanswered: [], sources: [] };

function render(page: Page): string {
  const rendered = renderers.html?.({ data: {}, blocks: [], page }, { width: 80, color: 'plain' }) ?? [];
  return [...rendered].join('');
}

function exported(topic: string, format: string): string {
  const io = memoryIo({ files: { '/desk/claims/topic.yaml': topic }, cwd: '/desk' });
  expect(main(['export', '--format', format], io.io)).toBe(0);
  return io.stdout();
}

/** An invented question that so many parties answer by turns with yes and no. */
function questionOf({ parties, claims, reviewed = false }: Crowd): string {
  const lines = Array.from({ length: claims }, (_, own) => {
    const review = reviewed && own === 1 ? ', reviewed: [{ with: c0, reason: They mean two gates }]' : '';
    const answer = own % 3 === 0 ? 'yes' : 'no';
    return `      - { id: c${own}, speaker: Speaker ${own}, party: Party ${own % parties}, date: 2024-03-12, says: So, answer: ${answer}${review} }`;
  });
  return `topic: "Invented example: a quay"
questions:
  - ask: Was the quay open on 11 March 2024?
    claims:
${lines.join('\n')}
`;
}

interface Crowd {
  readonly parties: number;
  readonly claims: number;
  readonly reviewed?: boolean;
}

function numbersIn(text: string): readonly number[] {
  return (text.replaceAll(',', '').match(/\d+/gu) ?? []).map(Number);
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}

function textOf(element: Element): string {
  return textIn(element.childNodes);
}

const TURNED = /[\u0590-\u08ff]/u;

interface Isolates {
  /** Each text with the whole of what shares its direction. */
  readonly body: readonly { readonly text: string; readonly isolate: string }[];
  readonly tips: readonly string[];
}

function isolatesIn(nodes: readonly Node[], isolate: string): Isolates {
  const found = nodes.map((node): Isolates => {
    if ('value' in node) return { body: [{ text: node.value, isolate }], tips: [] };
    if (!('tagName' in node) || node.tagName === 'head') return { body: [], tips: [] };
    const own = textIn(node.childNodes);
    if (node.tagName === 'title') return { body: [], tips: [own] };
    const isOwn = node.tagName === 'bdi' || node.tagName === 'text' || node.attrs.some(({ name }) => name === 'dir');
    return isolatesIn(node.childNodes, isOwn ? own : isolate);
  });
  return { body: found.flatMap(({ body }) => body), tips: found.flatMap(({ tips }) => tips) };
}
