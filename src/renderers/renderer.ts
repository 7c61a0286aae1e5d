import type { View } from '../views/block.ts';

/** How a format is told to lay itself out; only a terminal heeds it. */
export interface RenderOptions {
  /** Columns to use. */
  readonly width: number;
  readonly color: 'color' | 'plain';
}

/** A view as text in one format, in pieces as they are ready. */
export type Renderer = (view: View, options: RenderOptions) => Iterable<string>;
