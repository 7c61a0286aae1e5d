import type * as Fs from 'node:fs';

/** What comes of one call of the file system. */
export type Fault =
  /** It fails, with the system's name for why. */
  | { readonly code: string }
  /** The process ends there: nothing is called any more. */
  | 'ended'
  /** The same, in the middle of a write. */
  | 'torn';

/** Thrown by all that is called once the process has ended. */
export class Ended extends Error {}

/** The file system, whose calls can be counted and made to fail. */
export interface FailingDisk {
  readonly fs: typeof Fs;
  /** The calls from the first that makes a file on, by name. */
  readonly calls: () => readonly string[];
  /** From now on the call of that number, counted from 0, comes to this; without a fault all is as it should be. */
  readonly reset: (number?: number, fault?: Fault) => void;
}

type Call = (...args: readonly unknown[]) => unknown;

/** The calls of `node:fs` that the program makes, each as it was but for its fault. */
export function failingDisk(real: typeof Fs): FailingDisk {
  let calls: string[] = [];
  let at: number | undefined;
  let planned: Fault | undefined;
  let isEnded = false;
  const due = (name: string, args: readonly unknown[]): Fault | undefined => {
    if (isEnded) throw new Ended();
    if (calls.length === 0 && !makes(name, args)) return undefined;
    calls.push(name);
    return calls.length - 1 === at ? planned : undefined;
  };
  const come = (fault: Fault, name: string, args: readonly unknown[]): never => {
    if (typeof fault !== 'string') throw Object.assign(new Error(`${fault.code}: made to fail`), { code: fault.code });
    isEnded = true;
    const [handle, text] = args;
    if (fault === 'torn' && name === 'writeFileSync' && typeof text === 'string')
      real.writeFileSync(handle as number, text.slice(0, text.length / 2));
    throw new Ended();
  };
  const watched = (name: string, call: Call): unknown => {
    const watching = (...args: readonly unknown[]): unknown => {
      const fault = due(name, args);
      return fault === undefined ? call(...args) : come(fault, name, args);
    };
    return 'native' in call ? Object.assign(watching, { native: watched(name, call.native as Call) }) : watching;
  };
  const functions = Object.entries(real).map(([name, value]) => [
    name,
    typeof value === 'function' && name.endsWith('Sync') ? watched(name, value as Call) : value,
  ]);
  return {
    fs: Object.fromEntries(functions) as typeof Fs,
    calls: () => calls,
    reset: (number, fault) => {
      calls = [];
      at = number;
      planned = fault;
      isEnded = false;
    },
  };
}

function makes(name: string, [, flags]: readonly unknown[]): boolean {
  return name === 'mkdirSync' || (name === 'openSync' && flags === 'wx');
}
