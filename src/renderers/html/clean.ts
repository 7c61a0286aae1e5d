import { isValidElement, type VNode } from 'preact';
import { type Attributes, el, target } from './text.ts';

/**
 * The elements of a page that carry its words, without what makes them look and work as a page: no class, no id, no
 * style. The page's own script does the same to what it copies.
 */
export function cleaned(content: unknown): readonly (VNode | string)[] {
  if (Array.isArray(content)) return content.flatMap(cleaned);
  if (typeof content === 'string' || typeof content === 'number') return [String(content)];
  if (!isValidElement(content)) return [];
  const { type, props } = content as VNode<Attributes>;
  if (props['data-page'] !== undefined || props.class === 'permalink' || props.hidden === true) return [];
  const inner = cleaned(props.children);
  const isKept = KEPT.has(String(type)) && (type !== 'a' || target(String(props.href)) !== undefined);
  return isKept ? [el(String(type), attributesOf(props), ...inner)] : inner;
}

const KEPT: ReadonlySet<string> = new Set([
  'h1',
  'h2',
  'h3',
  'h4',
  'p',
  'ul',
  'li',
  'blockquote',
  'strong',
  'bdi',
  'a',
  'br',
]);

function attributesOf({ href, dir, lang }: Attributes): Attributes {
  return { href, dir, lang };
}
