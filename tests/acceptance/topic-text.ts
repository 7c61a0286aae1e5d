import { type Figure, idOf, type Publisher, slugOf } from './figure.ts';

/** The text of a topic file: a question for each series, and under it a claim for each figure. */
export function topicText(title: string, figures: readonly Figure[]): string {
  const publishers = new Map(figures.map(({ publisher }) => [publisher.id, publisher]));
  const series = new Set(figures.map((figure) => figure.series));
  return [
    `topic: ${quoted(title)}`,
    'speakers:',
    ...[...publishers.values()].map(speakerLine),
    'sources:',
    ...[...publishers.values()].map(sourceLine),
    'questions:',
    ...[...series].flatMap((name) => [
      ...questionLines(name),
      ...figures.filter((figure) => figure.series === name).map(claimLine),
    ]),
    '',
  ].join('\n');
}

function speakerLine({ id, name }: Publisher): string {
  return `  ${id}: { name: ${quoted(name)} }`;
}

function sourceLine({ id, repository }: Publisher): string {
  return `  ${id}: { url: https://github.com/${repository} }`;
}

// All series are counts of what has come about so far, and such a count cannot fall.
function questionLines(series: string): readonly string[] {
  return [
    `  - id: ${slugOf(series)}`,
    `    ask: ${quoted(`How many in all so far: ${series}?`)}`,
    '    kind: number',
    '    time: cumulative',
    '    claims:',
  ];
}

// A line for each claim, so that a series of a thousand days still reads as the table that it was.
function claimLine(figure: Figure): string {
  const { publisher, day, total, word, correction } = figure;
  const answer = `${word} ${total}`;
  const keys = [
    `id: ${idOf(figure)}`,
    `speaker: ${publisher.id}`,
    `date: ${day}`,
    `as_of: ${day}`,
    `says: ${answer} in all`,
    `answer: ${answer}`,
    `source: ${publisher.id}`,
    ...(correction === undefined
      ? []
      : [`reviewed: [{ with: ${idOf(correction.of)}, reason: ${quoted(correction.reason)} }]`]),
  ];
  return `      - { ${keys.join(', ')} }`;
}

// What JSON puts in quotes, YAML reads as the same text.
function quoted(text: string): string {
  return JSON.stringify(text);
}
