/** Why a file gave no bytes, or took none; `message` is a clause that follows the file's name. */
export interface Unreadable {
  readonly unreadable: 'missing' | 'denied' | 'not-a-file' | 'too-large' | 'failed';
  readonly message: string;
}

export const NOT_A_FILE: Unreadable = { unreadable: 'not-a-file', message: 'is not a regular file' };

/** What a file is of more than so many bytes. */
export function tooLarge(limit: number): Unreadable {
  return { unreadable: 'too-large', message: `is larger than ${limit / 2 ** 20} MiB` };
}

/** What the system says of a file that cannot be read. */
export function unreadable(error: unknown): Unreadable {
  if (codeOf(error) === 'ENOENT' && isMisread(error))
    return { unreadable: 'missing', message: 'has a name that is not UTF-8' };
  return inWords(error, { missing: 'does not exist', denied: 'may not be read', failed: 'could not be read' });
}

/** What the system says of a file that cannot be written. */
export function unwritable(error: unknown): Unreadable {
  return inWords(error, {
    missing: 'is in a folder that does not exist',
    denied: 'may not be written',
    failed: 'could not be written',
  });
}

/** What the system says of a folder that cannot be made, with all that are missing above it. */
export function unmakable(error: unknown): Unreadable {
  return inWords(error, {
    missing: 'cannot be made: what is above it is no folder, or takes none',
    denied: 'may not be made',
    failed: 'could not be made',
  });
}

type Words = Readonly<Record<'missing' | 'denied' | 'failed', string>>;

function inWords(error: unknown, { missing, denied, failed }: Words): Unreadable {
  const code = codeOf(error);
  if (code === 'ENOENT' || code === 'ENOTDIR') return { unreadable: 'missing', message: missing };
  if (code === 'EACCES' || code === 'EPERM') return { unreadable: 'denied', message: denied };
  if (code === 'EISDIR' || code === 'ENXIO') return NOT_A_FILE;
  return { unreadable: 'failed', message: `${failed} (${reasonOf(error)})` };
}

/** The system's name for what went wrong, with what it means where somebody can mend it. */
export function reasonOf(error: unknown): string {
  const code = codeOf(error) ?? String(error);
  const meaning = Object.hasOwn(MEANINGS, code) ? MEANINGS[code] : undefined;
  return meaning === undefined ? code : `${meaning}, ${code}`;
}

const MEANINGS: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'your share of the disk is used up',
  EROFS: 'the disk is read-only',
  EFBIG: 'the file would be larger than is allowed',
  EMFILE: 'this process may open no more files',
  ENFILE: 'the system may open no more files',
  ENAMETOOLONG: 'the name is too long',
  ELOOP: 'links lead round in a circle',
  EIO: 'the disk has failed',
  EEXIST: 'something else has that name',
};

// A folder lists such a name with stand-ins, by which nothing can be opened.
function isMisread(error: unknown): boolean {
  return error instanceof Error && 'path' in error && String(error.path).includes('\uFFFD');
}

/** The system's name for what went wrong. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined;
}
