import type { ClashWord } from '../analysis/clash.ts';
import type { Part } from '../sentence.ts';

/** What stands out in a line, and why. Colours and emphasis are the renderer's. */
export type Tone = 'strong' | 'faint' | 'old' | 'new' | 'error' | 'warning' | ClashWord;

export interface Piece extends Part {
  readonly tone?: Tone;
  /** Numbers, in the view's list of sources, of those that the text rests on. */
  readonly sources?: readonly number[];
}

/** A line or paragraph: text in pieces. */
export type Line = readonly Piece[];

/** A line of plain text. */
export function plain(text: string): Line {
  return [{ text }];
}

/** A piece with a tone. */
export function toned(text: string, tone: Tone): Piece {
  return { text, tone };
}
