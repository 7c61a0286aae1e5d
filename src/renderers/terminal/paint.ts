import { neutralise, type TextLine, wrap } from '../../text.ts';
import type { Line, Tone } from '../../views/line.ts';
import type { RenderOptions } from '../renderer.ts';
import { inColour } from './tones.ts';

/** Puts a tone on a text that has been laid out. */
export type Paint = (text: string, tone: Tone | undefined) => string;

/** Tones as colours, or, without colour, as nothing: signs and words carry the meaning. */
export function painter(color: RenderOptions['color']): Paint {
  if (color === 'plain') return (text) => text;
  const tones = inColour();
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
  const texts = line.map(({ text }) => neutralise(text));
  const whole = texts.join('');
  let [at, piece, end] = [0, 0, texts[0]?.length ?? 0];
  return wrap(whole, columns).map(({ text, columns: takes }) => {
    let painted = '';
    let [from, tone] = [0, line[piece]?.tone];
    for (let index = 0; index < text.length; index += 1) {
      // Wrapping only leaves blanks out, and may end in an ellipsis of its own.
      while (whole[at] === ' ' && text[index] !== ' ') at += 1;
      while (at >= end && piece < line.length) {
        piece += 1;
        end += texts[piece]?.length ?? 0;
      }
      at += 1;
      if (line[piece]?.tone === tone) continue;
      painted += paint(text.slice(from, index), tone);
      [from, tone] = [index, line[piece]?.tone];
    }
    return { columns: takes, text: painted + paint(text.slice(from), tone) };
  });
}

/** A painted line filled up with blanks. */
export function padLaid({ columns, text }: Laid, to: number): string {
  return text + ' '.repeat(Math.max(0, to - columns));
}
