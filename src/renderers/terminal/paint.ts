import { Chalk } from 'chalk';
import { neutralise, type TextLine, wrap } from '../../text.ts';
import type { Line, Tone } from '../../views/line.ts';
import type { RenderOptions } from '../renderer.ts';

/** Puts a tone on a text that has been laid out. */
export type Paint = (text: string, tone: Tone | undefined) => string;

/** Tones as colours, or, without colour, as nothing: signs and words carry the meaning. */
export function painter(color: RenderOptions['color']): Paint {
  // Chalk itself does not heed NO_COLOR; whether to colour was decided once for the stream.
  const chalk = new Chalk({ level: color === 'color' ? 1 : 0 });
  const tones: Readonly<Record<Tone, (text: string) => string>> = {
    strong: chalk.bold,
    faint: chalk.dim,
    old: chalk.dim.strikethrough,
    new: chalk.underline,
    contradiction: chalk.red.bold,
    opposed: chalk.magenta.bold,
    tension: chalk.yellow.bold,
    shift: chalk.cyan.bold,
    error: chalk.red.bold,
    warning: chalk.yellow.bold,
  };
  return (text, tone) => (tone === undefined || text === '' ? text : tones[tone](text));
}

/** A laid-out line: safe text, painted, and the columns it takes. */
export type Laid = TextLine;

/** Breaks a line of pieces into painted lines of at most `columns`. */
export function layLine(line: Line, columns: number, paint: Paint): readonly Laid[] {
  const [first, ...others] = line;
  if (others.length > 0) return layPieces(line, columns, paint);
  const { text = '', tone } = first ?? {};
  const lines = wrap(neutralise(text), columns);
  return tone === undefined ? lines : lines.map((one) => ({ ...one, text: paint(one.text, tone) }));
}

function layPieces(line: Line, columns: number, paint: Paint): readonly Laid[] {
  const safe = line.map(({ text, tone }) => ({ text: neutralise(text), tone }));
  const whole = safe.map(({ text }) => text).join('');
  const tones = safe.flatMap(({ text, tone }) => Array.from({ length: text.length }, () => tone));
  let at = 0;
  return wrap(whole, columns).map(({ text, columns: takes }) => {
    const pieces: { text: string; tone: Tone | undefined }[] = [];
    for (const unit of text.split('')) {
      // Wrapping only leaves blanks out, and may end in an ellipsis of its own.
      while (at < whole.length && whole[at] !== unit && whole[at] === ' ') at += 1;
      const tone = tones[at];
      const last = pieces.at(-1);
      if (last !== undefined && last.tone === tone) last.text += unit;
      else pieces.push({ text: unit, tone });
      at += 1;
    }
    return { columns: takes, text: pieces.map((piece) => paint(piece.text, piece.tone)).join('') };
  });
}

/** A painted line filled up with blanks. */
export function padLaid({ columns, text }: Laid, to: number): string {
  return text + ' '.repeat(Math.max(0, to - columns));
}
