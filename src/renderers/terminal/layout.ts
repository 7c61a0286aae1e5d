import type { Line } from '../../views/line.ts';
import { layLine, type Paint } from './paint.ts';

/** A paragraph, broken into lines, without a line end. */
export function laid(line: Line, width: number, paint: Paint): string {
  return layLine(line, width, paint)
    .map(({ text }) => text)
    .join('\n');
}

/** A paragraph that begins so many columns in. */
export function indented(line: Line, columns: number, width: number, paint: Paint): string {
  return `${' '.repeat(columns)}${laid(line, width - columns, paint).replaceAll('\n', `\n${' '.repeat(columns)}`)}\n`;
}

/** A paragraph whose later lines stand under its text, not under its marker. */
export function hanging(marker: string, line: Line, width: number, paint: Paint): string {
  const indent = ' '.repeat(marker.length || 2);
  return `${marker}${laid(line, width - indent.length, paint).replaceAll('\n', `\n${indent}`)}\n`;
}
