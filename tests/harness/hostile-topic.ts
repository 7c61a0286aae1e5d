/** A topic whose every text tries to become markup, as a file holds it, with the texts that a page has to show. */
export interface HostileTopic {
  readonly file: string;
  readonly texts: readonly string[];
}

export function hostileTopic(): HostileTopic {
  const texts: string[] = [];
  const text = (field: string): string => {
    const hostile = `${field}<script>pwned=1</script>"'><img src=x onerror=pwned=1> &amp; </title></style>--> {{${field}}}`;
    texts.push(hostile);
    return JSON.stringify(hostile);
  };
  const address = (name: string): string => JSON.stringify(`https://example.org/${name}?"onclick="pwned=1"'<b>`);
  const file = `topic: ${text('title')}
summary: ${text('summary')}
parties: [${text('party A')}, "B"]
speakers:
  a: { name: ${text('name')}, role: ${text('role')}, party: ${texts.slice(2, 3).map((known) => JSON.stringify(known))} }
  b: { name: Second, party: B }
sources:
  one: { outlet: ${text('outlet')}, title: ${text('source title')}, byline: ${text('byline')}, kind: article, published: 2024-03-12, url: ${address('page')}, archive: ${address('copy')} }
questions:
  - id: first
    ask: ${text('ask')}
    measure: ${text('measure')}
    claims:
      - id: alpha
        speaker: a
        date: 2024-03-12
        says: ${text('says')}
        quote: ${text('quote')}
        lang: '"><script>pwned=1</script>'
        translation: ${text('translation')}
        translator: ${text('translator')}
        verb: ${text('verb')}
        via: [${text('via')}]
        at: ${text('at')}
        anonymous: ${text('anonymous')}
        answer: yes
        assessment: { rating: ${text('rating')}, by: ${text('assessor')}, url: ${address('check')}, note: ${text('their note')} }
        note: ${text('note')}
        source: one
        reviewed: [{ with: beta, reason: ${text('review')} }]
      - { id: beta, speaker: b, date: 2024-03-13, says: Nothing, answer: no, source: one }
      - { id: gamma, speaker: b, date: 2024-03-14, says: It is so, quote: ${text('second quote')}, answer: yes, source: one }
  - id: second
    ask: ${text('second ask')}
    options: [${text('option')}, other]
    claims:
      - { id: delta, speaker: a, date: 2024-03-12, says: So, answer: ${texts.slice(-1).map((known) => JSON.stringify(known))} }
      - { id: epsilon, speaker: b, date: 2024-03-12, says: Not so, answer: other }
  - ask: ${text('open ask')}
claims:
  - { speaker: b, says: ${text('loose')} }
`;
  return { file, texts };
}
