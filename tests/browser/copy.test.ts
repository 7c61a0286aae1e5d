import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Desk, newDesk, shipped } from '../harness/browser.ts';
import { hostileTopic } from '../harness/hostile-topic.ts';
import { turnedTopic } from '../harness/turned-topic.ts';

let desk: Desk;

beforeAll(async () => {
  desk = await newDesk();
});

afterAll(() => desk.close());

describe('what is copied', () => {
  test.each([
    ['the talks', shipped('gaza-talks')],
    ['the dam', shipped('example-dam-toll')],
    ['hostile texts', hostileTopic().file],
    ['texts from right to left', turnedTopic().file],
  ])('of the page of %s is what the fragment holds', async (_, topic) => {
    const { html } = await copied(await opened(topic), '.top .copy');
    const fragment = readFileSync(desk.write(topic, 'html-fragment'), 'utf8');
    const page = await opened(topic);
    expect(await normalised(page, html)).toBe(await normalised(page, fragment));
  });

  test('of a question brings its sources, and no class or style', async () => {
    const { html, text } = await copied(await opened(shipped('gaza-talks')), '#hamas-and-the-talks .copy');
    expect(html).toMatch(/^<h3>.*Did Hamas return[\s\S]*<p>\[1\] /u);
    expect(html).not.toMatch(/class=|style=|id=|data-/u);
    expect(text).toMatch(
      /^Did Hamas return.*\n\n✗ Contradiction, Israel and Hamas: [\s\S]*\n- returned ✗ Contradiction\n {2}Hamas told/u,
    );
    expect(text).toMatch(/\n\[1\] Bloomberg/u);
  });

  test('leaves out what a filter hides', async () => {
    const page = await opened(shipped('gaza-talks'));
    await page.getByRole('checkbox', { name: 'Hamas' }).uncheck();
    const { text } = await copied(page, '#hamas-and-the-talks .copy');
    expect(text).toContain('Israel Katz');
    expect(text).not.toContain('Mahmoud Mardawi');
  });

  test('as text marks off what runs from right to left within a line', async () => {
    const { text } = await copied(await opened(turnedTopic().file), '#bridge .copy');
    expect(text).toContain('✗ Contradiction, \u2068העיר הצפונית\u2069 and \u2068المدينة الجنوبية\u2069: ');
    expect(text).toMatch(/^מה מצב הגשר\?\n/u);
  });

  test.each([
    [
      'the page',
      '.top .copy',
      'Filtered: 29 of 38 claims, 11 of 12 questions. The counts above are those of the whole page.',
    ],
    ['a question', '#hamas-and-the-talks .copy', 'Filtered: 1 of 2 claims. Reasons and counts are those of all.'],
  ])('of %s says what a filter hides, and keeps the reasons', async (_, button, filtered) => {
    const page = await opened(shipped('gaza-talks'));
    await page.getByRole('checkbox', { name: 'Hamas' }).uncheck();
    const { html, text } = await copied(page, button);
    const sentences = [
      filtered,
      'Left out by the filter: Hamas.',
      'cannot both be true. (With a claim hidden by the filter.)',
    ];
    expect(sentences.filter((sentence) => !text.includes(sentence))).toEqual([]);
    const plain = html.replace(/<[^>]*>/gu, '');
    expect(sentences.filter((sentence) => !plain.includes(sentence))).toEqual([]);
  });

  test('keeps the lines of a text', async () => {
    const { html, text } = await copied(await opened(LINES), '.top .copy');
    expect(html).toContain('It is open.<br>Come.');
    expect(text).toContain('\n  It is open.\n  Come.\n');
  });

  test('is told', async () => {
    const page = await opened(shipped('gaza-talks'));
    await copied(page, '.top .copy');
    expect(await page.locator('.quiet').textContent()).toBe('Copied');
  });
});

const LINES = `topic: "Invented example: a harbour"
questions:
  - ask: Is the harbour open?
    claims:
      - speaker: Harbour master
        says: |
          It is open.
          Come.
        answer: yes
`;

async function opened(topic: string): Promise<Page> {
  const { page } = await desk.open(desk.write(topic, 'html'), {
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  return page;
}

async function copied(page: Page, button: string): Promise<{ readonly html: string; readonly text: string }> {
  await page.locator(button).click();
  await page.getByText('Copied').first().waitFor();
  return page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const read = async (type: string): Promise<string> => (await item?.getType(type))?.text() ?? '';
    return { html: await read('text/html'), text: await read('text/plain') };
  });
}

/** HTML as the browser itself writes it. */
async function normalised(page: Page, html: string): Promise<string> {
  return page.evaluate((source) => {
    const parsed = new DOMParser().parseFromString(source, 'text/html');
    return parsed.body.innerHTML.trim();
  }, html);
}
