import type { Code } from './check.ts';

/** The faults that are found while the files are read, before there is a ledger to check. */
export const readingCodes: readonly Code[] = [
  { code: 'bad-date', severity: 'error', summary: 'A date is not one that can be read.' },
  {
    code: 'duplicate-topic',
    severity: 'error',
    summary: 'Two files have the same topic id, as `.yaml` and as `.yml`.',
  },
  { code: 'encoding', severity: 'error', summary: 'A file is not UTF-8.' },
  { code: 'missing-key', severity: 'error', summary: 'A key that is required is missing.' },
  { code: 'number-cut', severity: 'error', summary: 'A comma inside brackets cuts a number in two.' },
  { code: 'refused', severity: 'error', summary: 'A file uses a part of YAML that the format leaves out.' },
  { code: 'repeated-key', severity: 'error', summary: 'A key stands twice in one map.' },
  { code: 'syntax', severity: 'error', summary: 'A file is not YAML.' },
  // Only a warning where a blank follows the `#`, since that may well be a comment.
  { code: 'text-cut', severity: 'error', summary: 'A text ends where a comment begins.' },
  { code: 'too-long', severity: 'error', summary: 'A text is longer than 65,536 characters.' },
  { code: 'unknown-key', severity: 'error', summary: 'A key is not one of the format.' },
  { code: 'unreadable', severity: 'error', summary: 'A file or folder cannot be read.' },
  { code: 'wrong-type', severity: 'error', summary: 'A value is not what its key takes.' },
];
