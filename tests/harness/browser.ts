import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

const repository = `${import.meta.dirname}/../..`;

/** A page that is open in a browser, with what went wrong and what it asked for since it was opened. */
export interface Opened {
  readonly page: Page;
  readonly complaints: readonly string[];
  readonly requests: readonly string[];
}

export interface Desk {
  /** Writes a topic as the built command does, and gives the path of the file. */
  readonly write: (topic: string, format: 'html' | 'html-fragment') => string;
  /** Writes the pages of all these topics, by their ids, and gives the path of their index. */
  readonly writeAll: (topics: Readonly<Record<string, string>>) => string;
  readonly open: (
    path: string,
    options?: BrowserContextOptions & { readonly query?: string; readonly hash?: string },
  ) => Promise<Opened>;
  readonly close: () => Promise<void>;
}

/** A browser and a folder to write pages to. Pages are opened as files, as a reader opens them. */
export async function newDesk(): Promise<Desk> {
  const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  const folder = mkdtempSync(`${tmpdir()}/claims-browser-`);
  let ledgers = 0;
  const exported = (topics: Readonly<Record<string, string>>, ...args: readonly string[]): string => {
    ledgers += 1;
    const place = `${folder}/${ledgers}`;
    mkdirSync(`${place}/claims`, { recursive: true });
    for (const [id, topic] of Object.entries(topics)) writeFileSync(`${place}/claims/${id}.yaml`, topic);
    const command = [`${repository}/bin/claims.js`, 'export', ...args];
    execFileSync(process.execPath, command, { cwd: place, stdio: ['ignore', 'inherit', 'ignore'] });
    return place;
  };
  return {
    write: (topic, format) => `${exported({ topic }, '--format', format, '-o', 'topic.html')}/topic.html`,
    writeAll: (topics) => `${exported(topics, '--format', 'html', '--all', '-o', 'pages')}/pages/index.html`,
    open: (path, options = {}) => open(browser, path, options),
    close: async () => {
      await browser.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A topic that ships, as its file holds it. */
export function shipped(name: string): string {
  return readFileSync(`${repository}/claims/${name}.yaml`, 'utf8');
}

async function open(
  browser: Browser,
  path: string,
  { query = '', hash = '', ...options }: BrowserContextOptions & { readonly query?: string; readonly hash?: string },
): Promise<Opened> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  const requests: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('dialog', (dialog) => complaints.push(dialog.message()));
  page.on('request', (request) => requests.push(request.url()));
  await page.goto(`file://${path}${query}${hash}`);
  return { page, complaints, requests };
}
