/** The file of an invented topic with so many claims, on questions of ten claims each, by five parties. */
export function crowdedTopic(claims: number): string {
  const questions = Array.from({ length: Math.ceil(claims / 10) }, (_, index) => question(index, claims));
  return `topic: "Invented example: a dispute of five parties"
speakers:
${PARTIES.map((party, index) => `  s${index}: { name: "Speaker of ${party}", role: "spokesperson", party: "${party}" }`).join('\n')}
sources:
  paper: { outlet: An invented paper, published: 2024-12-31, url: "https://example.org/story" }
questions:
${questions.join('')}`;
}

const PARTIES = ['Ministry', 'Union', 'City', 'Alliance', 'Operators'];

function question(index: number, all: number): string {
  const isTotal = index % 6 === 0;
  const size = Math.min(10, all - index * 10);
  const lines = Array.from({ length: size }, (_, own) => {
    const day = `2024-0${1 + (own % 9)}-1${index % 9}`;
    const answer = isTotal
      ? `${own % 3 === 0 ? 'at least ' : ''}${20 + own * 3}`
      : (index + own) % 3 === 0
        ? 'yes'
        : 'no';
    const asOf = isTotal ? `\n        as_of: ${day}` : '';
    return `      - id: c${index}-${own}
        speaker: s${(index + own) % PARTIES.length}
        date: ${day}${asOf}
        says: The facts on this are plain, and they have been known for some time to all who asked
        quote: we stand by every word of what we published
        answer: ${answer}
        source: paper
`;
  });
  const time = isTotal ? '\n    time: cumulative' : '';
  return `  - id: q${index}\n    ask: Question ${index} about the quay?${time}\n    claims:\n${lines.join('')}`;
}
