import { Failure } from './failure.ts';
import type { Io } from './io.ts';
import { renderers } from './renderers/index.ts';
import type { RenderOptions } from './renderers/renderer.ts';
import type { View } from './views/block.ts';

/** What the command line says about the output. */
export interface PrintOptions {
  readonly format: string;
  readonly color: 'auto' | 'always' | 'never';
  readonly width: number | undefined;
}

/** Columns when nobody says: what a terminal has had since there were terminals. */
const USUAL_WIDTH = 80;

/** Prints a view in a format on standard output. */
export function print(view: View, io: Io, options: PrintOptions): void {
  const to = io.out.isTTY ? { to: 'terminal' as const } : {};
  for (const text of rendered(view, io, options, to)) {
    io.out.write(text);
    // The reader of a pipe may leave in the middle: the rest is not made for nobody.
    if (io.out.isClosed?.()) break;
  }
}

/** A view in a format, in pieces, for a file. */
export function rendering(view: View, io: Io, options: PrintOptions): Iterable<string> {
  return rendered(view, io, options, { to: 'file' });
}

function rendered(
  view: View,
  io: Io,
  { format, color, width }: PrintOptions,
  target: Pick<RenderOptions, 'to'>,
): Iterable<string> {
  const renderer = Object.hasOwn(renderers, format) ? renderers[format] : undefined;
  if (renderer === undefined) throw new Failure(`there is no format \`${format}\``);
  const colored = color === 'always' || (color === 'auto' && io.out.color);
  return renderer(view, { width: width ?? io.out.width ?? USUAL_WIDTH, color: colored ? 'color' : 'plain', ...target });
}
