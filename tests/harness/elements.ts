import type { DefaultTreeAdapterTypes } from 'parse5';

export type Node = DefaultTreeAdapterTypes.ChildNode;
export type Element = DefaultTreeAdapterTypes.Element;

/** All elements in some nodes, in the order of the document. */
export function elementsIn(nodes: readonly Node[]): readonly Element[] {
  return nodes.flatMap((node) => ('tagName' in node ? [node, ...elementsIn(node.childNodes)] : []));
}

export function textIn(nodes: readonly Node[]): string {
  return nodes
    .map((node) => ('value' in node ? node.value : 'childNodes' in node ? textIn(node.childNodes) : ''))
    .join('');
}

/** The values of an attribute, of those elements that have it. */
export function valuesOf(elements: readonly Element[], name: string): readonly string[] {
  return elements.flatMap(({ attrs }) =>
    attrs.filter((attribute) => attribute.name === name).map(({ value }) => value),
  );
}

/** Those of the elements that have a class. */
export function withClass(elements: readonly Element[], name: string): readonly Element[] {
  return elements.filter((element) => valuesOf([element], 'class').some((names) => names.split(' ').includes(name)));
}
