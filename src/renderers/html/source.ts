import type { VNode } from 'preact';
import type { ShownSource } from '../../views/block.ts';
import { type Content, el, own, safe, target, told } from './text.ts';

/** The sources under their numbers, each with its links. */
export function sourceList(sources: readonly ShownSource[]): Content {
  if (sources.length === 0) return [];
  return el(
    'section',
    { class: 'sources', 'aria-labelledby': 'page:sources' },
    el('h2', { id: 'page:sources' }, 'Sources'),
    sources.map(source),
  );
}

function source({ number, words, url, archive }: ShownSource): VNode {
  return el(
    'p',
    { id: `source:${number}`, 'data-number': number },
    `[${number}] `,
    told(words),
    address(url, { lead: words.length === 0 ? '' : ', ', label: url }),
    address(archive, { lead: ', ', label: 'archived copy' }),
  );
}

// An address that no reader should follow is still told, as text.
function address(url: string | undefined, { lead, label }: { lead: string; label: string | undefined }): Content {
  if (url === undefined) return [];
  const href = target(url);
  return [lead, href === undefined ? own(url) : el('a', { href }, el('bdi', { dir: 'ltr' }, safe(label ?? url)))];
}
