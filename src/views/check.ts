import type { Diagnostic } from '../diagnostic.ts';
import type { Block, View } from './block.ts';
import type { Line } from './line.ts';
import type { Report } from './report.ts';
import { defined } from './shown.ts';
import { count } from './words.ts';

export interface CheckOptions {
  readonly gate: 'errors' | 'strict';
  readonly report: Report;
}

/** Every fault, in order. `alarm`: there is an error, or, when `strict`, anything at all. */
export function check(
  diagnostics: readonly Diagnostic[],
  { gate, report }: CheckOptions,
): View & { readonly alarm: boolean } {
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  const counts = { error: errors, warning: diagnostics.length - errors };
  const rows = diagnostics.map(diagnosticData);
  const findings = diagnostics.map((diagnostic): Block => ({ block: 'finding', diagnostic }));
  return {
    data: { diagnostics: rows, counts },
    rows,
    blocks: [...findings, { block: 'text', line: countsLine(counts) }],
    report,
    alarm: errors > 0 || (gate === 'strict' && diagnostics.length > 0),
  };
}

function countsLine({ error, warning }: { readonly error: number; readonly warning: number }): Line {
  if (error + warning === 0) return [{ text: 'no faults' }];
  const errors: Line = error === 0 ? [] : [{ text: count(error, 'error'), tone: 'error' }];
  const warnings: Line = warning === 0 ? [] : [{ text: count(warning, 'warning'), tone: 'warning' }];
  return error > 0 && warning > 0 ? [...errors, { text: ', ' }, ...warnings] : [...errors, ...warnings];
}

export function diagnosticData({ code, severity, message, file, start, end, hint, fix, related }: Diagnostic): object {
  const elsewhere = related?.map((one) => ({
    message: one.message,
    file: one.file,
    line: one.start.line,
    column: one.start.column,
  }));
  return {
    code,
    severity,
    message,
    file,
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
    ...defined({ hint, fix, related: elsewhere }),
  };
}
