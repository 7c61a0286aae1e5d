import { createHash } from 'node:crypto';
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { el, safe } from './text.ts';

/** What a document is made of. `style` and `script` are our own texts, and the only ones that it obeys. */
export interface Parts {
  readonly title: string;
  readonly body: VNode;
  readonly style: string;
  readonly script: string;
}

/** A document that needs nothing but itself, and that says so: what is not in it can neither load nor run. */
export function documentOf({ title, body, style, script }: Parts): string {
  const head = el(
    'head',
    {},
    el('meta', { charset: 'utf-8' }),
    el('meta', { 'http-equiv': 'Content-Security-Policy', content: policy(style, script) }),
    el('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    el('meta', { name: 'referrer', content: 'no-referrer' }),
    el('meta', { name: 'color-scheme', content: 'light dark' }),
    el('title', {}, safe(title)),
    verbatim('style', style),
  );
  const html = el('html', { lang: 'en' }, head, el('body', {}, body, script === '' ? [] : verbatim('script', script)));
  return `<!doctype html>\n${renderToString(html)}\n`;
}

function policy(style: string, script: string): string {
  const scripts = script === '' ? `'none'` : hash(script);
  return `default-src 'none'; style-src ${hash(style)}; script-src ${scripts}; base-uri 'none'; form-action 'none'`;
}

function hash(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

function verbatim(name: 'style' | 'script', text: string): VNode {
  return el(name, { dangerouslySetInnerHTML: { __html: text } as never });
}
