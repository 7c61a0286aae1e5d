import type { Diagnostic } from '../diagnostic.ts';
import { neutralise } from '../text.ts';
import type { Block } from '../views/block.ts';
import type { Renderer } from './renderer.ts';

/**
 * Findings as commands to a GitHub Actions runner, which shows each beside its line of a pull request. They are
 * written as the runner reads them: `::error file=…,line=…::message`, one a line.
 */
export const github: Renderer = function* (view) {
  for (const block of view.blocks) yield* commandOf(block);
};

function commandOf(block: Block): readonly string[] {
  if (block.block !== 'finding') return [];
  const { severity, code, file } = block.diagnostic;
  const properties = { file: neutralise(file), ...placeOf(block.diagnostic), title: code };
  const written = Object.entries(properties).map(([name, value]) => `${name}=${property(String(value))}`);
  return [`::${severity} ${written.join(',')}::${data(messageOf(block.diagnostic))}\n`];
}

// The runner refuses columns for a stretch of several lines.
function placeOf({ start, end }: Diagnostic): object {
  const lines = { line: start.line, endLine: end.line };
  return start.line === end.line ? { ...lines, col: start.column, endColumn: end.column } : lines;
}

function messageOf({ message, hint, related = [] }: Diagnostic): string {
  const elsewhere = related.map((one) => `${one.message}: ${one.file}:${one.start.line}:${one.start.column}`);
  return [message, ...(hint === undefined ? [] : [`hint: ${hint}`]), ...elsewhere].map(neutralise).join('\n');
}

// https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts: `escapeData`, `escapeProperty`.
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
