import { createHash } from 'node:crypto';
import type { Location, Log, PhysicalLocation, ReportingDescriptor, Result } from 'sarif';
import type { Diagnostic } from '../diagnostic.ts';
import { neutralise } from '../text.ts';
import type { Report, Rule } from '../views/report.ts';
import { escaped } from './json.ts';
import type { Renderer } from './renderer.ts';

/**
 * Findings as SARIF 2.1.0 (OASIS), which code hosts and editors show beside the lines: the rules that were broken, then
 * result by result, so that a long list streams.
 */
export const sarif: Renderer = function* (view) {
  const { version, rules }: Report = view.report ?? { version: '', rules: [] };
  const broken = [...rules];
  const [before = '', after = ''] = written(logOf(version, broken)).split(NO_RESULTS);
  yield `${before}"results": [`;
  const fingerprint = fingerprints();
  let separator = '';
  for (const block of view.blocks) {
    if (block.block !== 'finding') continue;
    const rule = broken.findIndex(({ code }) => code === block.diagnostic.code);
    const result = { ...resultOf(block.diagnostic, rule), partialFingerprints: fingerprint(block.diagnostic) };
    yield `${separator}\n${written(result).replace(/^/gmu, INDENT)}`;
    separator = ',';
  }
  yield `${separator === '' ? '' : OUTDENT}]${after}\n`;
};

// Within a text of the log the quotation marks would have backslashes before them.
const NO_RESULTS = '"results": []';
const INDENT = ' '.repeat(8);
const OUTDENT = `\n${' '.repeat(6)}`;

function written(value: object): string {
  return escaped(JSON.stringify(value, null, 2));
}

function logOf(version: string, rules: readonly Rule[]): Log {
  return {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'claims', semanticVersion: version, rules: rules.map(descriptor) } },
        originalUriBaseIds: { [ROOT]: { description: { text: 'The root of the repository.' } } },
        columnKind: 'utf16CodeUnits',
        results: [],
      },
    ],
  };
}

// The name that consumers of SARIF know for the folder into which a repository was checked out.
const ROOT = '%SRCROOT%';

function descriptor({ code, severity, summary, explanation }: Rule): ReportingDescriptor {
  const paragraphs = explanation
    .replace(LISTING, '')
    .split(/\n{2,}/u)
    .map((text) => text.replaceAll('\n', ' '));
  return {
    id: code,
    shortDescription: { text: summary },
    fullDescription: { text: paragraphs[0] ?? summary },
    help: { text: paragraphs.join('\n\n'), markdown: explanation },
    defaultConfiguration: { level: severity },
  };
}

const LISTING = /^```.*\n[\s\S]*?\n```$/gmu;

function resultOf(diagnostic: Diagnostic, ruleIndex: number): Result {
  const { code, severity, file, start, end, related = [] } = diagnostic;
  const region = { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
  const elsewhere = related.map((one, index): Location => {
    const region = { startLine: one.start.line, startColumn: one.start.column };
    return { id: index + 1, message: { text: literal(one.message) }, physicalLocation: place(one.file, region) };
  });
  return {
    ruleId: code,
    ruleIndex,
    level: severity,
    message: { text: messageOf(diagnostic) },
    locations: [{ physicalLocation: place(file, region) }],
    ...(elsewhere.length === 0 ? {} : { relatedLocations: elsewhere }),
  };
}

function place(file: string, region: NonNullable<PhysicalLocation['region']>): PhysicalLocation {
  return { artifactLocation: { uri: uriOf(file), uriBaseId: ROOT }, region };
}

// A name that is no Unicode text, which only some systems allow, has no other address.
function uriOf(path: string): string {
  return path
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .split('/')
    .map(encodeURIComponent)
    .join('/');
}

// A place is a link to the related location with its number: some consumers show no other.
function messageOf({ message, hint, related = [] }: Diagnostic): string {
  const places = related.map((one, index) => {
    const where = braced(`${one.file}:${one.start.line}:${one.start.column}`).replace(/[[\]\\]/gu, '\\$&');
    return `${literal(one.message)}: [${where}](${index + 1})`;
  });
  return [literal(message), ...(hint === undefined ? [] : [`hint: ${literal(hint)}`]), ...places].join('\n');
}

// 3.11.6 of the standard: `[words](target)` is a link. Brackets that cannot be one stay as they are written.
function literal(text: string): string {
  return braced(text).replace(/(\\*)\]\(/gu, '$1$1\\](');
}

// 3.11.5: `{0}` is a placeholder, so that braces are doubled.
function braced(text: string): string {
  return neutralise(text).replace(/[{}]/gu, '$&$&');
}

/**
 * What tells a finding from others when lines have moved, under the name by which code hosts know it: a hash of its line
 * without blanks, and which finding of its code on such a line it is.
 */
function fingerprints(): (diagnostic: Diagnostic) => NonNullable<Result['partialFingerprints']> {
  const seen = new Map<string, number>();
  return ({ code, file, excerpt }) => {
    const hash = createHash('sha256')
      .update((excerpt?.text ?? '').replace(/\s/gu, ''))
      .digest('hex')
      .slice(0, HASH_LENGTH);
    const key = `${code} ${hash} ${file}`;
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return { primaryLocationLineHash: `${hash}:${count}` };
  };
}

const HASH_LENGTH = 16;
