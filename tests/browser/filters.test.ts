import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Desk, newDesk } from '../harness/browser.ts';

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
    expect(await said()).toBe('3 of 5 claims, 2 of 2 questions');
  });

  test('by speaker', async () => {
    await page.getByLabel('Speaker').selectOption({ label: 'Second owner' });
    expect(await shown()).toEqual(['free']);
    expect(await said()).toBe('1 of 5 claims, 1 of 2 questions');
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

  test('hides a reason with its claims', async () => {
    expect(await page.locator('.reason:visible').allTextContents()).toHaveLength(2);
    await page.getByRole('checkbox', { name: 'Port' }).uncheck();
    expect(await page.locator('.reason:visible').count()).toBe(0);
  });

  test('is undone as a whole', async () => {
    await page.getByRole('checkbox', { name: 'Owners' }).uncheck();
    await page.getByLabel('Disputed only').check();
    await page.getByRole('button', { name: 'Show all' }).click();
    await page.locator('#free').waitFor({ state: 'visible' });
    expect(await said()).toBe('5 of 5 claims, 2 of 2 questions');
  });
});

async function shown(): Promise<readonly string[]> {
  return page.locator('.claim:visible').evaluateAll((claims) => claims.map(({ id }) => id));
}

async function said(): Promise<string | null> {
  return page.locator('output').textContent();
}

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
`;
