/** A ledger that is out to crash a command, drive a terminal or escape from an export. All of it is invented. */
export interface HostileLedger {
  readonly name: string;
  /** What it is, in a line. */
  readonly what: string;
  /** Its files by their paths in the ledger. */
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  /** Where its errors are, each as `line:column code`; absent where it holds many, or none that matter. */
  readonly faults?: readonly string[];
}

/** The one file of a ledger that has no more, and the place of its one fault if it has one. */
export function file(
  name: string,
  what: string,
  content: string | Uint8Array,
  ...faults: readonly string[]
): HostileLedger {
  return { name, what, files: { 'hostile.yaml': content }, faults };
}

/** The one file of a ledger that holds more faults than anybody would list here. */
export function faulty(name: string, what: string, content: string): HostileLedger {
  return { name, what, files: { 'hostile.yaml': content } };
}

/** A topic's first line: what follows it begins on line 2. */
export const TOPIC = 'topic: Invented\n';

/** Two claims that clash, whose texts are those given and else harmless; each is written as YAML has it. */
export function clashing(texts: Readonly<Record<string, string>>): string {
  const { ask = 'Is it so?', says = 'It is so', speaker = 'One', answer = 'yes', more = '' } = texts;
  return `${TOPIC}questions:
  - id: question
    ask: ${ask}
    claims:
      - id: first
        speaker: ${speaker}
        date: 2024-01-01
        says: ${says}
        answer: ${answer}
        source: https://example.org/first
${more}      - { id: second, speaker: Other, date: 2024-01-02, says: It is not, answer: no, source: https://example.org/second }
`;
}

/** A text as YAML and JSON have it, in double quotes. */
export function quoted(text: string): string {
  return JSON.stringify(text).replace(/[\u007f-\uffff]/gu, (unit) => {
    return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}
