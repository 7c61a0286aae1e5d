import type { EdtfDate } from '../date.ts';
import type { Entity, FORMAT } from './schema.ts';

/** The values of an entity as a sound file gives them, its keys as the format names them. */
export type Values<E extends Entity> = {
  readonly [K in RequiredKey<E>]: ValueOf<(typeof FORMAT)[E][K]>;
} & {
  readonly [K in Exclude<keyof (typeof FORMAT)[E], RequiredKey<E>>]?: ValueOf<(typeof FORMAT)[E][K]> | undefined;
};

/** An entity as read: its values, where it stands in its file, and whether a fault inside it forbids comparing it. */
export type Entry<E extends Entity> = Values<E> & { readonly where: EntryPlace };

/** Where an entity stands, as an index path, and whether all of its own keys could be read. */
export interface EntryPlace {
  readonly path: readonly (string | number)[];
  readonly sound: boolean;
}

/** An `answer` as written: one text, or a list of them. */
export type WrittenAnswer = string | readonly string[];

interface Scalars {
  readonly prose: string;
  readonly line: string;
  readonly lines: readonly string[];
  readonly id: string;
  readonly reference: string;
  readonly references: readonly string[];
  readonly url: string;
  readonly date: EdtfDate;
  readonly days: number;
  readonly share: string;
  readonly answer: WrittenAnswer;
  readonly answers: ReadonlyMap<string, WrittenAnswer>;
}

type ValueOf<F> = F extends { readonly shape: 'one-of'; readonly values: infer V }
  ? keyof V
  : F extends { readonly shape: 'map'; readonly of: infer E extends Entity }
    ? ReadonlyMap<string, Entry<E>>
    : F extends { readonly shape: 'list'; readonly of: infer E extends Entity }
      ? readonly Entry<E>[]
      : F extends { readonly shape: 'entry'; readonly of: infer E extends Entity }
        ? Entry<E>
        : F extends { readonly shape: infer S extends keyof Scalars }
          ? Scalars[S]
          : never;

type RequiredKey<E extends Entity> = {
  [K in keyof (typeof FORMAT)[E]]: (typeof FORMAT)[E][K] extends { readonly required: true } ? K : never;
}[keyof (typeof FORMAT)[E]];
