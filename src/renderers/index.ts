import { compact } from './compact.ts';
import { html, htmlFragment } from './html/index.ts';
import { json, jsonl } from './json.ts';
import { markdown } from './markdown.ts';
import type { Renderer } from './renderer.ts';
import { terminal } from './terminal/index.ts';

/** Every format by its name. */
export const renderers: Readonly<Record<string, Renderer>> = {
  pretty: terminal,
  compact,
  json,
  jsonl,
  markdown,
  html,
  'html-fragment': htmlFragment,
};
