import { quoted } from './ledger.ts';

/** A topic with a text in every field that takes one, each made for its field. Two parties disagree in it. */
export function everyField(make: (field: string) => string): string {
  const text = (field: string): string => quoted(make(field));
  const address = (field: string): string =>
    quoted(`https://example.org/${encodeURI(Buffer.from(make(field)).toString())}`);
  return `topic: ${text('topic')}
summary: ${text('summary')}
note: ${text('topic note')}
parties: [${text('party one')}, ${text('party two')}]
speakers:
  one: { name: ${text('name one')}, role: ${text('role')}, party: ${text('party one')}, aliases: [${text('alias')}], note: ${text('speaker note')}, url: ${address('speaker url')} }
  two: { name: ${text('name two')}, party: ${text('party two')} }
sources:
  paper: { outlet: ${text('outlet')}, title: ${text('title')}, byline: ${text('byline')}, kind: article, published: 2024-03-12, url: ${address('url')}, archive: ${address('archive')}, note: ${text('source note')} }
questions:
  - id: choice
    ask: ${text('ask')}
    measure: ${text('measure')}
    options: [${text('option one')}, ${text('option two')}]
    note: ${text('question note')}
    claims:
      - id: first
        speaker: one
        role: ${text('own role')}
        date: 2024-03-12
        says: ${text('says')}
        quote: ${text('quote')}
        lang: en
        translation: ${text('translation')}
        translator: ${text('translator')}
        answer: ${text('option one')}
        verb: ${text('verb')}
        source: paper
        at: ${text('at')}
        via: [${text('via one')}, ${text('via two')}]
        anonymous: ${text('anonymous')}
        reviewed: [{ with: fourth, reason: ${text('reason')}, by: ${text('reviewer')}, on: 2024-03-20 }]
        assessment: { rating: ${text('rating')}, by: ${text('assessor')}, on: 2024-03-15, url: ${address('check')}, note: ${text('assessment note')} }
        note: ${text('claim note')}
      - { id: second, speaker: two, date: 2024-03-13, says: ${text('says two')}, answer: ${text('option two')}, source: paper }
      - { id: third, speaker: two, date: 2024-03-14, says: ${text('says three')}, answer: ${text('option one')}, source: ${address('inline source')} }
      - { id: fourth, speaker: two, date: 2024-03-15, says: ${text('says four')}, answer: ${text('option two')}, source: paper, replaces: third }
  - id: number
    ask: ${text('ask two')}
    unit: ${text('unit')}
    claims:
      - { id: fifth, speaker: one, date: 2024-03-12, as_of: 2024-03-12, says: ${text('says five')}, answer: 40, source: paper }
      - { id: sixth, speaker: two, date: 2024-03-12, as_of: 2024-03-12, says: ${text('says six')}, answer: 70, source: paper }
  - { id: free, ask: ${text('ask three')}, claims: [{ id: seventh, speaker: ${text('new speaker')}, says: ${text('says seven')}, answer: ${text('free answer')}, source: paper }] }
claims:
  - { id: eighth, speaker: one, says: ${text('loose')} }
`;
}
