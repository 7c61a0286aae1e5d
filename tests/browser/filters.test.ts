import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Desk, newDesk, shipped } from '../harness/browser.ts';
import { crowdedTopic } from '../harness/crowded-topic.ts';

let desk: Desk;
let path: string;
let page: Page;

beforeAll(async () => {
  desk = await newDesk();
  path = desk.write(TOPIC, 'html');
});

beforeEach(async () => {
  ({ page } = await desk.open(path));
});

afterAll(() => desk.close());

describe('a filter', () => {
  test('by party hides the column', async () => {
    await page.getByRole('checkbox', { name: 'Owners' }).uncheck();
    expect(await shown()).toEqual(['closed', 'late', 'paid']);
    expect(await page.locator('.parties p:visible').allTextContents()).toEqual(['Port']);
    expect(await said()).toBe('3 of 5 claims, 2 of 3 questions');
  });

  test('by speaker', async () => {
    await page.getByLabel('Speaker').selectOption({ label: 'Second owner' });
    expect(await shown()).toEqual(['free']);
    expect(await said()).toBe('1 of 5 claims, 1 of 3 questions');
  });

  test('by days, as they are counted on the command line', async () => {
    await page.getByLabel('Said from').fill('2024-06-11');
    expect(await shown()).toEqual(['late', 'open', 'free']);
    await page.getByLabel('until').fill('2024-06-12');
    expect(await shown()).toEqual(['open', 'free']);
  });

  test('by dispute', async () => {
    await page.getByLabel('Disputed only').check();
    expect(await shown()).toEqual(['closed', 'late', 'open']);
  });

  test('keeps the reason of a claim that it shows, and says that the other is hidden', async () => {
    expect(await page.locator('.reason:visible').allTextContents()).toHaveLength(2);
    await page.getByRole('checkbox', { name: 'Port' }).uncheck();
    expect(await page.locator('.reason:visible').allTextContents()).toEqual([
      '✗ Contradiction, Owners and Port: “no” and “yes”, said on 11 and 13 June 2024, cannot both be true. (With a claim hidden by the filter.)',
    ]);
  });

  test('leaves no marked claim without its reason', async () => {
    await page.goto(`file://${desk.write(crowdedTopic(60), 'html')}`);
    for (const party of ['Ministry', 'Union', 'City', 'Alliance', 'Operators']) {
      await page.getByRole('checkbox', { name: party }).uncheck();
      expect(await page.evaluate(marksWithoutReason)).toEqual([]);
    }
  });

  test('tells of a cell that it empties', async () => {
    await page.getByLabel('until').fill('2024-06-10');
    expect(await page.locator('.cell:visible .part:visible').allTextContents()).toEqual([
      '1 claim hidden by the filter',
      '1 claim hidden by the filter',
    ]);
    expect(await page.locator('.question > .part:visible').allTextContents()).toEqual([
      'Filtered: 1 of 3 claims. Counts are those of all; 1 reason without a claim shown is left out.',
      'Filtered: 1 of 2 claims.',
    ]);
  });

  test('says on screen and on paper what it hides', async () => {
    await page.getByRole('checkbox', { name: 'Owners' }).uncheck();
    await page.getByLabel('Said from').fill('2024-06-11');
    const told = [
      'Filtered: 1 of 5 claims, 1 of 3 questions. The counts above are those of the whole page.',
      'Left out by the filter: Owners; said before 11 June 2024.',
    ];
    expect(await page.locator('.filtered p:visible').allTextContents()).toEqual(told);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.filtered p:visible').allTextContents()).toEqual(told);
  });

  test('that nothing passes says so, with the way back', async () => {
    await page.getByLabel('Said from').fill('2024-06-12');
    await page.getByLabel('until').fill('2024-06-11');
    expect(await said()).toBe('No claim matches the filter');
    expect(await page.locator('.filtered .shown:visible').textContent()).toContain('No claim matches the filter.');
    await page.getByText('Filter', { exact: true }).click();
    await page.getByRole('button', { name: 'Show all' }).click();
    await page.locator('#free').waitFor({ state: 'visible' });
  });

  test('fades the lines of a drawing with their claims, and its counts', async () => {
    await page.goto(`file://${desk.write(shipped('gaza-talks'), 'html')}`);
    const joins = page.locator('.for-wide .join');
    expect(await joins.count()).toBeGreaterThan(0);
    expect(await page.locator('.for-wide .join.out').count()).toBe(0);
    await page.getByLabel('until').fill('2025-05-15');
    expect(await page.locator('.for-wide .join.out').count()).toBe(await joins.count());
    expect(await page.locator('.for-wide .tally:visible').count()).toBe(0);
  });

  test('is undone as a whole', async () => {
    await page.getByRole('checkbox', { name: 'Owners' }).uncheck();
    await page.getByLabel('Disputed only').check();
    await page.getByRole('button', { name: 'Show all' }).click();
    await page.locator('#free').waitFor({ state: 'visible' });
    expect(await said()).toBe('5 of 5 claims, 3 of 3 questions');
  });
});

describe('the address of a filtered page', () => {
  test('leads back to it', async () => {
    await page.getByRole('checkbox', { name: 'Port' }).uncheck();
    await page.getByLabel('Speaker').selectOption({ label: 'Second owner' });
    await page.getByLabel('Said from').fill('2024-06-11');
    await page.reload();
    expect(new URL(page.url()).search).toBe('?party=Owners&speaker=Second+owner&from=2024-06-11');
    expect(await shown()).toEqual(['free']);
    expect(await page.getByRole('checkbox', { name: 'Port' }).isChecked()).toBe(false);
  });

  test('forgets the filter when all is shown', async () => {
    await page.goto(`file://${path}?disputed=yes#shut`);
    // By the keyboard, as the page is still on its way to the question.
    await page.getByRole('button', { name: 'Show all' }).press('Enter');
    await page.locator('#free').waitFor({ state: 'visible' });
    await expect.poll(() => page.url()).toBe(`file://${path}#shut`);
  });

  test.each(['?party=Nobody', '?speaker=Nobody', '?from=soon', '?disputed=perhaps', '?other=1'])(
    'passes over what it does not know: %s',
    async (query) => {
      ({ page } = await desk.open(path, { query }));
      expect(await said()).toBe('5 of 5 claims, 3 of 3 questions');
    },
  );

  test('goes with a permalink, which wins', async () => {
    ({ page } = await desk.open(path, { query: '?party=Owners', hash: '#open' }));
    expect(await shown()).toEqual(['open', 'free']);
    ({ page } = await desk.open(path, { query: '?party=Owners', hash: '#paid' }));
    await page.locator('#paid').waitFor({ state: 'visible' });
  });
});

async function shown(): Promise<readonly string[]> {
  return page.locator('.claim:visible').evaluateAll((claims) => claims.map(({ id }) => id));
}

async function said(): Promise<string | null> {
  return page.locator('output').textContent();
}

// Runs in the page: the ids of claims that carry a mark and that no visible reason of their question is about.
const marksWithoutReason = `[...document.querySelectorAll('.question:not([hidden])')].flatMap((question) => {
  const told = new Set([...question.querySelectorAll('.reason:not([hidden])')].flatMap(({ dataset }) =>
    [dataset.claims, dataset.others].flatMap((ids) => ids?.split(' ') ?? [])));
  const marked = [...question.querySelectorAll('.claim:not([hidden]):has(.mark)')].map(({ id, dataset }) => id || dataset.claim);
  return marked.filter((id) => !told.has(id));
})`;

const TOPIC = `topic: "Invented example: a harbour"
parties: [Port, Owners]
speakers:
  master: { name: Harbour master, party: Port }
  first: { name: First owner, party: Owners }
  second: { name: Second owner, party: Owners }
questions:
  - id: shut
    ask: Was the harbour closed on 10 June 2024?
    claims:
      - { id: closed, speaker: master, date: 2024-06-10, says: It was closed, answer: yes }
      - { id: late, speaker: master, date: 2024-06-13, says: It was closed, answer: yes, replaces: closed }
      - { id: open, speaker: first, date: 2024-06-11, says: It was open, answer: no }
  - id: fees
    ask: Are the fees to be paid?
    claims:
      - { id: paid, speaker: master, date: 2024-06-10, says: They are, answer: yes }
      - { id: free, speaker: second, date: 2024-06-12, says: They are, answer: yes }
  - ask: Who pays for the dredging?
`;
