import { perText } from '../memo.ts';
import { fold } from '../text.ts';
import { readChoice, readYesNo, type Words, yesOrNo } from './choice.ts';
import { type Days, readDays } from './day.ts';
import { type Decimal, decimal, times } from './decimal.ts';
import { type Amount, type Measure, readNumber } from './number.ts';
import type { Unreadable } from './unreadable.ts';

export type AnswerKind = 'yes-no' | 'choice' | 'number' | 'date';

/** What an answer denotes; `no comment` denotes nothing and is compared with nothing. */
export type Answer = Amount | Words | Days | { readonly form: 'no comment' };

/** What a question tells about its answers. */
export interface AnswerRules {
  readonly kind?: AnswerKind | undefined;
  readonly options?: readonly string[] | undefined;
  readonly unit?: string | undefined;
  readonly scale?: 'count' | 'real' | undefined;
  /** A percentage as written, `10%`. */
  readonly tolerance?: string | undefined;
}

/** Reads an answer as its question asks for it. `kind` is what `kindOf` found. */
export function readAnswer(
  written: string | readonly string[],
  kind: AnswerKind,
  rules: AnswerRules,
): Answer | Unreadable {
  return answerReader(kind, rules)(written);
}

/** As `readAnswer`, for the many answers to one question, of which each text is read once. */
export function answerReader(
  kind: AnswerKind,
  rules: AnswerRules,
): (written: string | readonly string[]) => Answer | Unreadable {
  const measure = measureOf(rules);
  const readOne = perText((text) => readTexts([text], kind, rules, measure));
  return (written) => (typeof written === 'string' ? readOne(written) : readTexts(written, kind, rules, measure));
}

function readTexts(
  texts: readonly string[],
  kind: AnswerKind,
  rules: AnswerRules,
  measure: Measure,
): Answer | Unreadable {
  const [only] = texts;
  if (texts.length === 1 && only !== undefined && fold(only) === 'no comment') return { form: 'no comment' };
  if (kind === 'choice') return readChoice(texts, rules.options);
  if (only === undefined || texts.length > 1) {
    return {
      fault: 'only a choice can be answered by a list',
      hint: 'give one answer, or ask a question with `options`',
    };
  }
  if (kind === 'yes-no') return readYesNo(only);
  return kind === 'date' ? readDays(only) : readNumber(only, measure);
}

/** True for `%` and the words that mean the same. */
export function isPercent(unit: string | undefined): boolean {
  return unit !== undefined && PERCENT.has(fold(unit));
}

const PERCENT: ReadonlySet<string> = new Set(['%', 'percent', 'per cent', 'percentage']);

/** The kind of a question, written or inferred from its options and answers. A date is always written. */
export function kindOf(rules: AnswerRules, answers: readonly (string | readonly string[])[]): AnswerKind {
  if (rules.kind !== undefined) return rules.kind;
  if (rules.options !== undefined) return 'choice';
  const single = answers.filter((answer) => typeof answer === 'string');
  if (single.some((answer) => yesOrNo(answer) !== undefined)) return 'yes-no';
  const measure = measureOf(rules);
  return single.some((answer) => !('fault' in readNumber(answer, measure))) ? 'number' : 'choice';
}

/** The share that a percentage as written stands for: 0.1 for `10%`. */
function shareOf(percentage: string): Decimal {
  return times(decimal(percentage.replace(/\s*%$/u, '')), decimal('0.01'));
}

const TENTH = shareOf('10%');

function measureOf(rules: AnswerRules): Measure {
  return {
    percent: isPercent(rules.unit),
    whole: rules.scale !== 'real',
    tolerance: rules.tolerance === undefined ? TENTH : shareOf(rules.tolerance),
  };
}
