/** A part of a sentence: words of ours, or a text of the ledger, whose script may run in the other direction. */
export interface Part {
  readonly text: string;
  /** Set for a text of the ledger: a format that can do so keeps its direction to itself. */
  readonly fromLedger?: true;
}

/** A sentence or line of ours with texts of the ledger in it. */
export type Sentence = readonly Part[];

/**
 * A sentence written as a template: the template and the strings in it are words of ours, and the parts of sentences
 * in it stay what they are.
 */
export function say(words: TemplateStringsArray, ...values: readonly (string | Sentence)[]): Sentence {
  const parts = words.flatMap((word, index) => [{ text: word }, ...partsOf(values[index])]);
  return merged(parts);
}

/** A text of the ledger, to be put into a sentence. */
export function fromLedger(text: string): Sentence {
  return text === '' ? [] : [{ text, fromLedger: true }];
}

/** A sentence as one text, for formats that have no directions. */
export function textOf(sentence: Sentence): string {
  return sentence.map(({ text }) => text).join('');
}

/** True for sentences that read alike. */
export function readsAs(a: Sentence, b: Sentence): boolean {
  return textOf(a) === textOf(b);
}

/** `one, two and three`, with other words of ours in between where they are given. */
export function listing(all: readonly Sentence[], comma = ', ', last = ' and '): Sentence {
  return all.reduce(
    (listed, one, index) => (index === 0 ? one : say`${listed}${index === all.length - 1 ? last : comma}${one}`),
    [],
  );
}

function partsOf(value: string | Sentence | undefined): Sentence {
  if (value === undefined) return [];
  return typeof value === 'string' ? [{ text: value }] : value;
}

/** Words of ours that follow each other are one part. */
function merged(parts: Sentence): Sentence {
  const all: Part[] = [];
  for (const part of parts.filter(({ text }) => text !== '')) {
    const last = all.at(-1);
    if (last === undefined || last.fromLedger || part.fromLedger) all.push(part);
    else all[all.length - 1] = { text: last.text + part.text };
  }
  return all;
}
