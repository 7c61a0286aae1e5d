import { h, type VNode } from 'preact';
import type { Sentence } from '../../sentence.ts';
import { neutralise, withoutBlanks } from '../../text.ts';

/** What may stand inside an element. Texts are escaped when they are written. */
export type Content = VNode | string | readonly Content[] | undefined;

/** An element. Elements are made here alone, so that every text of a page goes through the same escapes. */
export function el(name: string, attributes: Attributes, ...content: readonly Content[]): VNode {
  return h(name, attributes, ...(content as never[])) as VNode;
}

export type Attributes = Readonly<Record<string, string | number | true | undefined>>;

/** A text of the ledger within a line of ours: it keeps its direction to itself. */
export function own(text: string): VNode {
  return el('bdi', {}, safe(text));
}

/** A line of ours, in which each text of the ledger keeps its direction to itself. */
export function told(sentence: Sentence): Content {
  return sentence.map(({ text, fromLedger }) => (fromLedger ? own(text) : neutralise(text)));
}

/** The same where there can be no elements: in a tooltip. The marks around a text of the ledger are Unicode's own. */
export function toldFlat(sentence: Sentence): string {
  return sentence.map(({ text, fromLedger }) => (fromLedger ? `\u2068${safe(text)}\u2069` : neutralise(text))).join('');
}

/** A text of the ledger, with what a reader could not see made visible. */
export function safe(text: string): string {
  return neutralise(text).trim();
}

/** A paragraph of the ledger's words. */
export function paragraph(kind: string, text: string): VNode {
  return el('p', { class: kind, dir: 'auto' }, lines(text));
}

/** A text of the ledger with the line breaks that it has, which other systems keep only as elements. */
export function lines(text: string): Content {
  return withoutBlanks(text)
    .split(/\r?\n/u)
    .map((line, index) => (index === 0 ? safe(line) : [el('br', {}), safe(line)]));
}

/** An address as the target of a link, as browsers write it; undefined for one that no reader should follow. */
export function target(url: string | undefined): string | undefined {
  if (url === undefined || /[\s\p{Cc}]/u.test(url) || !URL.canParse(url)) return undefined;
  const { protocol, href } = new URL(url);
  return FOLLOWED.has(protocol) ? href : undefined;
}

const FOLLOWED: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:']);

/** The language of a text as an attribute; what is not written as BCP 47 has it is left out. */
export function langOf(lang: string | undefined): Attributes {
  return lang !== undefined && /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/iu.test(lang) ? { lang } : {};
}

/** The place on the page that an id names. */
export function anchor(id: string): string {
  return `#${encodeURIComponent(id)}`;
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
