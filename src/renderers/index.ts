import { claimreview } from './claimreview.ts';
import { compact } from './compact.ts';
import { csv } from './csv.ts';
import { github } from './github.ts';
import { html, htmlFragment } from './html/index.ts';
import { json, jsonl } from './json.ts';
import { markdown } from './markdown.ts';
import type { Renderer } from './renderer.ts';
import { sarif } from './sarif.ts';
import { terminal } from './terminal/index.ts';
import { tsv } from './tsv.ts';

/** Every format by its name. */
export const renderers: Readonly<Record<string, Renderer>> = {
  pretty: terminal,
  compact,
  github,
  sarif,
  json,
  jsonl,
  markdown,
  csv,
  tsv,
  claimreview,
  html,
  'html-fragment': htmlFragment,
};
