/** Breaks the running text of serialised Markdown into lines that begin their last word by column 80. */
export function wrapped(markdown: string): string {
  return markdown
    .split('\n')
    .map((line) => (line.length <= WIDTH ? line : wrapLine(line)))
    .join('\n');
}

/** True for a line that ends by column 80, or at least begins its last word by then. */
export function fits(line: string): boolean {
  return line.lastIndexOf(' ') < WIDTH - 1 || line.length <= WIDTH;
}

/** The longest a line is to be, in UTF-16 units, as markdownlint counts it by default. */
export const WIDTH = 80;

// What belongs to a footnote is indented by as much as code would be.
const FOOTNOTE_INDENT = 4;

function wrapLine(line: string): string {
  const [lead = '', indent = '', marker = ''] = /^( *)(- |\[\^\d+\]: )?/u.exec(line) ?? [];
  const hanging = ' '.repeat(indent.length + (marker.startsWith('[') ? FOOTNOTE_INDENT : marker.length));
  const lines: string[] = [];
  let current = lead;
  let isFirst = true;
  for (const word of line.slice(lead.length).split(/ +/u)) {
    if (isFirst) current += word;
    else if (current.length + 1 + word.length <= WIDTH) current += ` ${word}`;
    else {
      lines.push(atEnd(current));
      current = hanging + atStart(word);
    }
    isFirst = false;
  }
  return [...lines, current].join('\n');
}

// A word that was harmless within a line may begin a heading, a list, a quotation, a table or code on a new one.
function atStart(word: string): string {
  if (/^\d+[.)]$/u.test(word)) return `${word.slice(0, -1)}\\${word.slice(-1)}`;
  return /^[#>\-+=|:~]/u.test(word) ? `\\${word}` : word;
}

// A backslash that ends a line would break it, unless it is itself escaped.
function atEnd(line: string): string {
  let start = line.length;
  while (line[start - 1] === '\\') start -= 1;
  return (line.length - start) % 2 === 0 ? line : `${line}\\`;
}
