/** How the words of a value are written down. */
export type Wording =
  | 'plain'
  | 'plain lines'
  | 'single'
  | 'single lines'
  | 'double'
  | 'double lines'
  | 'folded'
  | 'literal'
  | 'empty';

/** How somebody writes YAML: lists are drawn from at every place, numbers are percentages of the places. */
export interface Style {
  readonly ends: readonly string[];
  /** How much deeper the entries of a map and the dashes of a list stand than their key. */
  readonly mapSteps: readonly number[];
  readonly listSteps: readonly number[];
  /** Blanks after a dash. */
  readonly gaps: readonly number[];
  readonly wordings: readonly Wording[];
  readonly quotedKeys: number;
  readonly comments: number;
  readonly emptyLines: number;
  readonly brackets: number;
  /** Of the brackets. */
  readonly bracketLines: number;
  readonly dashAlone: number;
  /** Lists directly in lists. */
  readonly listsInLists: number;
  /** What hardly anybody writes, and what is no YAML at all. */
  readonly corners: number;
}

const CANONICAL: Style = {
  ends: ['\n'],
  mapSteps: [2],
  listSteps: [2],
  gaps: [1],
  wordings: ['plain', 'plain', 'plain', 'plain', 'single', 'double', 'folded', 'literal'],
  quotedKeys: 2,
  comments: 4,
  emptyLines: 4,
  brackets: 15,
  bracketLines: 0,
  dashAlone: 0,
  listsInLists: 0,
  corners: 0,
};

/** The layouts that people and `claims fmt` write, one trait at a time. */
export const styles: Readonly<Record<string, Style>> = {
  canonical: CANONICAL,
  'plain text over several lines': { ...CANONICAL, wordings: ['plain', 'plain lines', 'plain lines'] },
  'quotes over several lines': { ...CANONICAL, wordings: ['plain', 'single lines', 'double lines'] },
  quotes: { ...CANONICAL, wordings: ['single', 'double'], quotedKeys: 40 },
  'folded and literal': { ...CANONICAL, wordings: ['plain', 'folded', 'literal'] },
  'comments and empty lines': { ...CANONICAL, comments: 40, emptyLines: 30 },
  'other line ends': { ...CANONICAL, ends: ['\r\n'] },
  'mixed line ends': { ...CANONICAL, ends: ['\n', '\r\n'] },
  'any indentation': { ...CANONICAL, mapSteps: [1, 2, 3, 4], listSteps: [0, 1, 2, 3, 4], gaps: [1, 2, 3] },
  'dashes below their key': { ...CANONICAL, listSteps: [0] },
  'dashes alone': { ...CANONICAL, dashAlone: 70 },
  'lists in lists': { ...CANONICAL, listsInLists: 50 },
  'empty values': { ...CANONICAL, wordings: ['plain', 'empty'] },
  brackets: { ...CANONICAL, brackets: 70 },
  'brackets over several lines': { ...CANONICAL, brackets: 60, bracketLines: 70 },
};

/** All traits at once, and what hardly anybody writes. */
export const anyStyle: Style = {
  ends: ['\n', '\n', '\n', '\n', '\r\n', '\r'],
  mapSteps: [1, 2, 2, 3, 4],
  listSteps: [0, 0, 1, 2, 2, 4],
  gaps: [1, 1, 1, 2, 4],
  wordings: [
    'plain',
    'plain',
    'plain lines',
    'single',
    'single lines',
    'double',
    'double lines',
    'folded',
    'literal',
    'empty',
  ],
  quotedKeys: 10,
  comments: 12,
  emptyLines: 10,
  brackets: 20,
  bracketLines: 30,
  dashAlone: 15,
  listsInLists: 15,
  corners: 4,
};
