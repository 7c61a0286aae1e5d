import type { View } from '../views/block.ts';

/** How a format is told to lay itself out: width and colour are for a terminal alone. */
export interface RenderOptions {
  /** Columns to use. */
  readonly width: number;
  readonly color: 'color' | 'plain';
  /** Where the text goes; to a pipe, or wherever, when it is not told. */
  readonly to?: 'file' | 'terminal';
}

/** A view as text in one format, in pieces as they are ready. */
export type Renderer = (view: View, options: RenderOptions) => Iterable<string>;
