import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Desk, newDesk, shipped } from '../harness/browser.ts';
import { crowdedTopic } from '../harness/crowded-topic.ts';
import { hostileTopic } from '../harness/hostile-topic.ts';
import { turnedTopic } from '../harness/turned-topic.ts';

let desk: Desk;
let talks: string;

beforeAll(async () => {
  desk = await newDesk();
  talks = desk.write(shipped('gaza-talks'), 'html');
});

afterAll(() => desk.close());

const TOPICS: readonly (readonly [string, () => string])[] = [
  ['the talks', () => shipped('gaza-talks')],
  ['the dam', () => shipped('example-dam-toll')],
  ['the harbour', () => shipped('example-harbour')],
  ['five parties', () => crowdedTopic(60)],
  ['hostile texts', () => hostileTopic().file],
  ['texts from right to left', () => turnedTopic().file],
  ['long words', () => longWords()],
];

describe.each(TOPICS)('the page of %s', (_, topic) => {
  test('opens without a complaint, and asks for nothing but itself', async () => {
    const path = desk.write(topic(), 'html');
    const { page, complaints, requests } = await desk.open(path);
    await page.waitForTimeout(200);
    expect({ complaints, requests }).toEqual({ complaints: [], requests: [`file://${path}`] });
  });

  test.each(['light', 'dark'] as const)('has nothing that keeps a reader out, %s', async (colorScheme) => {
    const { page } = await desk.open(desk.write(topic(), 'html'), { colorScheme });
    expect(await violations(page)).toEqual([]);
  });

  test('fits a phone', async () => {
    const { page } = await desk.open(desk.write(topic(), 'html'), { viewport: { width: 360, height: 780 } });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
  });
});

describe('the index of all pages', () => {
  const written = (): string => desk.writeAll({ talks: shipped('gaza-talks'), hostile: hostileTopic().file });

  test('opens without a complaint, and leads to the pages', async () => {
    const { page, complaints } = await desk.open(written());
    await page.getByRole('link', { name: 'Gaza ceasefire' }).click();
    await page.getByRole('link', { name: 'All topics' }).click();
    expect(await page.locator('h2 a').count()).toBe(2);
    expect(complaints).toEqual([]);
  });

  test.each(['light', 'dark'] as const)('has nothing that keeps a reader out, %s', async (colorScheme) => {
    const { page } = await desk.open(written(), { colorScheme });
    expect(await violations(page)).toEqual([]);
  });
});

test('hostile texts run nothing and stay as they are', async () => {
  const { file, texts } = hostileTopic();
  const { page } = await desk.open(desk.write(file, 'html'));
  const shown = String(await page.evaluate('document.body.textContent'));
  expect(await page.evaluate('typeof pwned')).toBe('undefined');
  expect(texts.filter((text) => !shown.includes(text))).toEqual([]);
});

test('a page of 1,000 claims is soon there', async () => {
  const { page } = await desk.open(desk.write(crowdedTopic(1000), 'html'));
  const painted = await page.evaluate(`performance.getEntriesByName('first-contentful-paint')[0].startTime`);
  expect(painted).toBeLessThan(3000);
});

describe('a permalink', () => {
  test('leads to a claim', async () => {
    const { page } = await desk.open(talks, { hash: '#mardawi-never-stopped' });
    await page.waitForTimeout(100);
    expect(await page.locator('#mardawi-never-stopped').isVisible()).toBe(true);
    expect(await page.evaluate(`document.querySelector(':target').id`)).toBe('mardawi-never-stopped');
  });

  test('shows again what a filter has hidden', async () => {
    const { page } = await desk.open(talks);
    await page.getByRole('checkbox', { name: 'Hamas' }).uncheck();
    expect(await page.locator('#mardawi-never-stopped').isVisible()).toBe(false);
    await page.evaluate(`location.hash = 'mardawi-never-stopped'`);
    await page.locator('#mardawi-never-stopped').waitFor({ state: 'visible' });
  });

  test('unfolds what is folded', async () => {
    const { page } = await desk.open(desk.write(shipped('example-dam-toll'), 'html'), { hash: '#province-dead-0402' });
    await page.locator('#province-dead-0402').waitFor({ state: 'visible' });
  });

  test('stands at each question and each claim', async () => {
    const { page } = await desk.open(talks);
    const targets = await page
      .locator('.permalink')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    const ids = await page.locator('.question[id], .claim[id]').evaluateAll((all) => all.map(({ id }) => `#${id}`));
    expect(new Set(targets)).toEqual(new Set(ids));
  });
});

async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { violations: found } = await (globalThis as never as { axe: typeof axe }).axe.run();
    return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  });
}

/** A topic whose every text is one word, too long for a phone. */
function longWords(): string {
  const word = (first: string): string => `${first}${'abcdefghij'.repeat(12)}`;
  return `topic: ${word('Topic')}
parties: [${word('A')}, ${word('B')}]
speakers:
  a: { name: ${word('Name')}, role: ${word('Role')}, party: ${word('A')} }
  b: { name: ${word('Other')}, party: ${word('B')} }
sources:
  s: { outlet: ${word('Outlet')}, url: "https://example.org/${word('x')}" }
questions:
  - ask: ${word('Ask')}
    measure: ${word('Measure')}
    options: [${word('yes')}, ${word('not')}]
    claims:
      - { speaker: a, date: 2024-03-12, says: ${word('So')}, quote: ${word('Quote')}, answer: ${word('yes')}, source: s }
      - { speaker: b, date: 2024-03-12, says: ${word('No')}, answer: ${word('not')}, note: ${word('Note')} }
  - ask: ${word('Total')}
    time: cumulative
    claims:
      - { speaker: a, date: 2024-03-12, says: ${word('Five')}, answer: 5 }
      - { speaker: b, date: 2024-03-13, says: ${word('Nine')}, answer: 9 }
`;
}
