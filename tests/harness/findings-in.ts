/** A finding as `check --format json` has it. */
export interface Finding {
  readonly code: string;
  readonly severity: string;
  readonly message: string;
  readonly line: number;
}

/** The findings in another format, read as those who take it read it: `line severity code message`. */
export function findingsIn(text: string, format: string): readonly string[] {
  if (format === 'sarif') return JSON.parse(text).runs[0].results.map(ofSarif);
  const lines = text.trimEnd().split('\n');
  return lines.map(format === 'github' ? ofGithub : ofCompact);
}

function ofCompact(line: string): string {
  const [, at, severity, message, code] = /^claims\/topic\.yaml:(\d+):\d+: (\w+): (.*) \[([\w-]+)\]$/u.exec(line) ?? [];
  return `${at} ${severity} ${code} ${message}`;
}

// https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs
function ofGithub(line: string): string {
  const [, severity, properties = '', data = ''] = /^::(\w+) ([^:]*)::(.*)$/u.exec(line) ?? [];
  const entries = Object.fromEntries(properties.split(',').map((one) => one.split('=')));
  return `${entries.line} ${severity} ${entries.title} ${decodeURIComponent(data.replace(/%(?!25|0D|0A)/gu, '%25')).split('\n')[0]}`;
}

interface SarifResult {
  readonly ruleId: string;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly { readonly physicalLocation: { readonly region: { readonly startLine: number } } }[];
}

// 3.11.5 and 3.11.6 of SARIF 2.1.0: braces are doubled, and a backslash keeps a bracket from beginning a link.
function ofSarif({ ruleId, level, message, locations }: SarifResult): string {
  const [words = ''] = message.text.split('\n');
  const plain = words.replace(/((?:\\\\)*)\\\]\(/gu, (_, slashes: string) => `${slashes.slice(slashes.length / 2)}](`);
  return `${locations[0]?.physicalLocation.region.startLine} ${level} ${ruleId} ${plain.replace(/([{}])\1/gu, '$1')}`;
}
