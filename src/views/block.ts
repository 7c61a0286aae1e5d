import type { ClashWord } from '../analysis/clash.ts';
import type { ClashKind } from '../analysis/kind.ts';
import type { Diagnostic } from '../diagnostic.ts';
import type { Sentence } from '../sentence.ts';
import type { ShownAssessment } from './assessment.ts';
import type { Line } from './line.ts';
import type { LinkedTopic } from './linked-data.ts';
import type { Patch } from './patch.ts';
import type { Picture, Totals } from './picture-parts.ts';
import type { QuestionState, Untold } from './question-state.ts';
import type { Report } from './report.ts';
import type { RowTable } from './row-table.ts';
import type { Column } from './table-column.ts';

/**
 * What a command has to show: `data` for JSON, `rows` for formats of one row a line, `blocks` to be laid out. Blocks
 * hold raw text from the ledger; a renderer makes it safe for its own format. What is an iterable may be made while it
 * is gone through, so that a format pays only for what it prints, and only one of them may be gone through.
 */
export interface View {
  /** Keys that are undefined are left out, and an iterable is a list. */
  readonly data: unknown;
  readonly rows?: Iterable<unknown>;
  /** For formats that are a table. */
  readonly table?: RowTable;
  /** For formats that describe claims in a vocabulary of the web. */
  readonly linked?: readonly LinkedTopic[];
  readonly blocks: Iterable<Block>;
  /** For formats that bring the rules along with what they found. */
  readonly report?: Report;
  /** For formats that lay a topic out as a page of its own. */
  readonly page?: Page;
  readonly index?: PageIndex;
}

/** A claim in the terms in which every view shows it. */
export interface ShownClaim {
  readonly id: string;
  readonly name: string;
  readonly role?: string;
  readonly party?: string;
  readonly verb?: string;
  readonly via?: readonly string[];
  /** Why the name is withheld; blank where that is not told. */
  readonly anonymous?: string;
  /** The answer as written. */
  readonly answer?: string;
  readonly certainty?: 'likely' | 'possible';
  readonly implied: boolean;
  /** The answer, or another key that it depends on, cannot be read: it is compared with nothing. */
  readonly unread?: true;
  /** In words: `17 May 2025`, `by 17 May 2025` when only its source is dated. */
  readonly said?: string;
  readonly asOf?: string;
  readonly says?: string;
  readonly quote?: string;
  readonly lang?: string;
  readonly translation?: string;
  readonly translator?: string;
  readonly at?: string;
  readonly note?: string;
  readonly assessment?: ShownAssessment;
  /** Numbers in the view's list of sources. */
  readonly sources: readonly number[];
  /** The strongest clash it takes part in, in this view. */
  readonly mark?: ClashWord;
  /** A newer claim in view replaces it. */
  readonly replaced: boolean;
}

/** A source under its number. */
export interface ShownSource {
  readonly number: number;
  /** Outlet, title, byline, kind and day, as far as they are known. */
  readonly words: Sentence;
  readonly url?: string;
  readonly archive?: string;
}

/** A clash in full: both claims, and one sentence on why. */
export interface ShownClash {
  readonly topic: string;
  readonly question: string;
  readonly word: ClashWord;
  readonly kind: ClashKind;
  readonly rule: string;
  readonly reason: string;
  /** `dispute: Israel and Hamas`, `split within Hamas`, `revision downward: Hamas`. */
  readonly sort: string;
  readonly sides: readonly ShownClaim[];
  readonly of?: number;
  readonly reviewed?: { readonly reason: string; readonly by?: string; readonly on?: string };
  /** What brought it, where changes are told. */
  readonly cause?: string;
}

/** What came, went or changed: a claim on its question, or another thing in a line, and a paragraph for each change. */
export interface ShownChange {
  readonly of: ShownClaim | Line;
  readonly ask?: string;
  readonly lines: readonly Line[];
}

/** A question of the side-by-side: one cell a column, in the order of the columns. */
export interface GridRow {
  readonly ask: string;
  readonly id: string;
  readonly state: QuestionState;
  readonly reasons: readonly Reason[];
  /** The clashes beyond those that the reasons stand for. */
  readonly untold: Untold;
  /** Of a crowded question: who gives which answer. */
  readonly camps: readonly Line[];
  readonly cells: readonly (readonly ShownClaim[])[];
  /** For each column, how many claims its cell leaves out: earlier ones that clash with nothing. */
  readonly earlier: readonly number[];
}

/** Why two parties clash, under a question. */
export interface Reason {
  readonly word: ClashWord;
  readonly between: Sentence;
  readonly reason: Sentence;
  /** Ids of the two claims. */
  readonly claims: readonly string[];
  /** How many more there are between the two. */
  readonly more: number;
  /** Ids of the other claims in those. */
  readonly others: readonly string[];
  /** What a person who looked at it wrote. */
  readonly reviewed?: string;
}

export type Block =
  | { readonly block: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly block: 'text'; readonly line: Line }
  | { readonly block: 'items'; readonly items: readonly Line[] }
  | { readonly block: 'facts'; readonly facts: readonly (readonly [string, Line])[] }
  /** Its rows are gone through more than once: to find how wide the columns are, then to be laid out. */
  | { readonly block: 'table'; readonly columns: readonly Column[]; readonly rows: Iterable<readonly Line[]> }
  | { readonly block: 'grid'; readonly columns: readonly string[]; readonly rows: readonly GridRow[] }
  /** Claims one after the other: `lines` as short as can be, `full` with quote and provenance. */
  | { readonly block: 'claims'; readonly form: 'lines' | 'full'; readonly claims: readonly ShownClaim[] }
  | { readonly block: 'clash'; readonly clash: ShownClash }
  | { readonly block: 'changes'; readonly changes: readonly ShownChange[] }
  | { readonly block: 'timeline'; readonly days: readonly TimelineDay[] }
  | { readonly block: 'sources'; readonly sources: readonly ShownSource[] }
  | { readonly block: 'finding'; readonly diagnostic: Diagnostic }
  /** Lines that keep their breaks and blanks, of a file or of an output. */
  | { readonly block: 'listing'; readonly title?: string; readonly lines: readonly string[] }
  | { readonly block: 'patch'; readonly patch: Patch };

/** What was said on one day, or without a day. */
export interface TimelineDay {
  readonly day: string;
  readonly entries: readonly TimelineEntry[];
}

/** A claim of a day, with what it changes and what told before it clashes with. */
export interface TimelineEntry {
  readonly ask?: string;
  readonly claim: ShownClaim;
  readonly moved?: Moved;
  readonly clash?: TimelineClash;
}

/** The strongest clash with a claim that is told before; `on` another question than the one the claim stands under. */
export interface TimelineClash extends Reason {
  readonly on?: string;
}

/** The change that a claim makes against an earlier one by the same side. */
export interface Moved {
  /** `reversal`, `revision downward`. */
  readonly kind: string;
  readonly word: ClashWord;
  readonly reason: string;
}

/** A topic as one page: every claim in full, and what a reader may filter it by. */
export interface Page {
  readonly title: string;
  readonly summary?: string;
  /** Claims and the days they span, then the counts of clashes. */
  readonly lines: readonly Line[];
  /** The columns of the side-by-side that are used. */
  readonly columns: readonly string[];
  readonly sections: readonly PageSection[];
  /** The questions on which there is no claim. */
  readonly unanswered: readonly string[];
  readonly picture?: Picture;
  /** The address of the page that lists all topics, where there is one. */
  readonly home?: string;
  readonly sources: readonly ShownSource[];
}

/** Topics that have pages of their own, with the addresses of those. */
export interface PageIndex {
  readonly title: string;
  readonly topics: readonly (Pick<Page, 'title' | 'summary' | 'lines'> & { readonly href: string })[];
}

/** Questions that stand alike, or the claims without one. */
export interface PageSection {
  readonly title: string;
  readonly rows: readonly PageRow[];
}

/** A question with every claim on it; without `id` the claims that answer none. */
export interface PageRow extends Omit<GridRow, 'cells' | 'earlier' | 'id'> {
  readonly id?: string;
  /** What is meant by the question. */
  readonly measure?: string;
  /** It is in an open clash. */
  readonly disputed: boolean;
  readonly cells: readonly PageCell[];
  /** A running total as it was given over time. */
  readonly totals?: Totals;
}

/** The claims of one column on a question. */
export interface PageCell {
  readonly lead: readonly PageClaim[];
  /** Earlier claims, which clash with nothing. */
  readonly earlier: readonly PageClaim[];
}

export interface PageClaim {
  readonly shown: ShownClaim;
  /** False where it is shown a second time, by what it implies or as the other side of a clash. */
  readonly home: boolean;
  /** The last day on which it can have been said, as ISO 8601. */
  readonly day?: string;
}
