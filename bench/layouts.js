// The lines of a claim, as somebody may write them.

/** As `claims fmt` writes it. */
export function canonical({ id, speaker, date, says, answer, source, at }) {
  return [
    `      - id: ${id}`,
    `        speaker: ${speaker}`,
    `        date: ${date}`,
    `        as_of: ${date}`,
    '        verb: said',
    `        says: ${says}`,
    `        answer: ${answer}`,
    `        source: ${source}`,
    `        at: ${at}`,
  ];
}

/** In one of five ways, by turns. */
export function byHand(claim, index) {
  const { id, speaker, date, says, answer, source, at } = claim;
  const half = says.indexOf(' ', says.length / 2);
  const [before, after] = [says.slice(0, half), says.slice(half + 1)];
  switch (index % 5) {
    case 0:
      return [
        `      - id: ${id}   # seen by two of the desk`,
        `        speaker: ${speaker}`,
        `        date: "${date}"`,
        `        as_of: '${date}'`,
        '        verb: said',
        '        says: >',
        `          ${before}`,
        `          ${after}`,
        `        answer: "${answer}"`,
        `        source: ${source}`,
        `        at: '${at}'`,
      ];
    case 1:
      return [
        '      # From the second edition.',
        `      - id: ${id}`,
        `        speaker: ${speaker}`,
        `        date: ${date}`,
        `        as_of: ${date}`,
        '        verb: said',
        '        says: |-',
        `          ${before}`,
        `          ${after}`,
        '',
        `        answer: ${answer}`,
        `        source: [${source}]`,
        `        at: ${at}`,
      ];
    case 2:
      return [
        `      - { id: ${id}, speaker: ${speaker}, date: ${date}, as_of: ${date}, verb: said, says: "${says}", answer: ${answer}, source: ${source}, at: ${at} }`,
      ];
    case 3:
      return [
        `      - speaker: ${speaker}`,
        `        id: ${id}`,
        `        date: ${date}`,
        `        as_of: ${date}`,
        `        says: '${before}`,
        `          ${after}'`,
        `        answer: ${answer}`,
        '        verb: said',
        '        source:',
        `          - ${source}`,
        `        at: ${at}`,
      ];
    default:
      return [
        '      -',
        `        id: ${id}`,
        `        speaker: ${speaker}`,
        `        date: ${date}`,
        `        as_of: ${date}`,
        `        says: ${before}`,
        `          ${after}`,
        `        answer: ${answer}`,
        `        source: ${source}`,
        '        verb: said',
        `        at: ${at}`,
      ];
  }
}

/** With brackets over several lines and a comment between: nobody writes so, but YAML has it. */
export function oddClaim(claim) {
  return canonical(claim).flatMap((line) =>
    line.startsWith('        source: ')
      ? ['        source: [', '          # As printed.', `          ${claim.source},`, '        ]']
      : [line],
  );
}
