import { PassThrough } from 'node:stream';
import { setImmediate as turn } from 'node:timers/promises';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import { askerAt } from '../src/ask.ts';
import type { ChoiceQuestion } from '../src/io.ts';
import { MARKS_OFF, MARKS_ON } from '../src/typing/strokes.ts';

const ENTER = '\r';
const CTRL_C = '\u0003';
const CTRL_D = '\u0004';

describe('a paste', () => {
  test.each([
    ['a line end behind it', 'Traders union\r', 'Traders union'],
    ['line ends around and within', '\r\n We never left. \r\n\r\n\tBut we will. \r\r', 'We never left. But we will.'],
    ['cells beside each other', 'Mayor\tCouncil', 'Mayor Council'],
    ['line ends that few know', 'one\u2028two\u0085three', 'one two three'],
    ['control characters', 'a\u0003b\u001b[31mc\u007f\u0004', 'ab[31mc'],
    ['the mark of its own end', `yes\u001b[201~${ENTER}no`, 'yes[201~ no'],
    ['Hebrew', 'לא עזבנו\rמעולם', 'לא עזבנו מעולם'],
    ['Arabic', 'لم نغادر\rأبداً', 'لم نغادر أبداً'],
    ['pictograms', '👩‍👩‍👧 🇺🇳\r👍🏽', '👩‍👩‍👧 🇺🇳 👍🏽'],
    ['what would change direction', 'a \u202eb\u202c', 'a \u202eb\u202c'],
    ['5,000 letters', 'שלום עולם '.repeat(500), 'שלום עולם '.repeat(500).trim()],
  ])('with %s is one text, and nothing in it is a key', async (_, given, taken) => {
    const { ask, type } = terminal();
    const answer = ask.line({ message: 'The exact words' });
    await type(pasted(given));
    await type(ENTER);
    expect(await answer).toBe(taken);
  });

  test.each([1, 2, 3, 7])('is one text when it comes in pieces of %i bytes', async (size) => {
    const { ask, type } = terminal();
    const answer = ask.line({ message: 'The exact words' });
    const bytes = Buffer.from(`א${pasted('שלום 👍\rעולם')}b`);
    for (let at = 0; at < bytes.length; at += size) await type(bytes.subarray(at, at + size));
    await type(ENTER);
    expect(await answer).toBe('אשלום 👍 עולםb');
  });

  test('is narrowed by in a list, of which nothing is taken or ticked before Enter', async () => {
    const { ask, type, screen } = terminal();
    const answer = ask.choose(SPEAKER);
    await type(pasted('Traders union\r'));
    expect(screen()).not.toContain('✔');
    await type(ENTER);
    expect(await answer).toBe('+Traders union');
    expect(screen()).toContain('✔ Who says it? Traders union (new)');
  });

  test.each([
    ['in a line', 'We never left.\rBut we will.\r', 'We never left. But we will.'],
    ['of cells', 'Mayor\tCouncil\r', 'Mayor Council'],
  ])('%s is one text at a terminal that does not mark it, too', async (_, chunk, taken) => {
    const { ask, type } = terminal();
    const answer = ask.line({ message: 'The exact words' });
    await type(chunk);
    await type(ENTER);
    expect(await answer).toBe(taken);
  });

  test('whose end never comes can be broken off', async () => {
    const { ask, type } = terminal();
    const answer = ask.line({ message: 'The exact words' });
    answer.catch(() => {});
    await type('\u001b[200~abc');
    await type(CTRL_C);
    await expect(answer).rejects.toThrow('nothing was added');
  });
});

describe('keys', () => {
  test('a name and Enter that come together take what the name finds', async () => {
    const { ask, type, screen } = terminal();
    const answer = ask.choose(SPEAKER);
    await type('Traders union\r');
    expect(await answer).toBe('+Traders union');
    expect(screen()).not.toContain('✔ Who says it? Mayor');
  });

  test('what comes together with the Enter of one question answers no other', async () => {
    const { ask, type } = terminal();
    const first = ask.line({ message: 'First' });
    await type('one\r\r\r');
    expect(await first).toBe('one');
    const second = ask.line({ message: 'Second' });
    await type('two');
    await type(ENTER);
    expect(await second).toBe('two');
  });

  test('arrows, backspace and a cut sequence are keys as ever, and Escape does nothing', async () => {
    const { ask, type } = terminal();
    const answer = ask.line({ message: 'Words' });
    for (const chunk of ['acX', '\u007f', '\u001b[', 'D', '\u001b', 'b', '\u001b[C', 'd', '\u001b[D\u001b[D!'])
      await type(chunk);
    await type(ENTER);
    expect(await answer).toBe('ab!cd');
  });

  test('Tab puts nothing into a name', async () => {
    const { ask, type } = terminal();
    const answer = ask.choose(SPEAKER);
    await type('Traders');
    await type('\t');
    await type(ENTER);
    expect(await answer).toBe('+Traders');
  });

  test('an arrow picks another of a list', async () => {
    const { ask, type } = terminal();
    const answer = ask.choose(SPEAKER);
    await type('\u001b[B');
    await type(ENTER);
    expect(await answer).toBe('=union');
  });

  test.each([
    ['', true],
    ['y', true],
    ['Yes ', true],
    ['n', false],
    ['no', false],
  ])('`%s` is a yes: %s', async (typed, taken) => {
    const { ask, type } = terminal();
    const answer = ask.confirm('Add it?');
    await type(typed);
    await type(ENTER);
    expect(await answer).toBe(taken);
  });

  test('what is neither yes nor no is asked again', async () => {
    const { ask, type, screen } = terminal();
    const answer = ask.confirm('Add it?');
    await type(pasted('But we will leave tomorrow'));
    await type(ENTER);
    expect(screen()).toContain('type y or n');
    await type('\u0015');
    await type('n');
    await type(ENTER);
    expect(await answer).toBe(false);
  });
});

describe('the terminal', () => {
  const endings: readonly (readonly [string, string, RegExp | undefined])[] = [
    ['an answer', ENTER, undefined],
    ['Ctrl-C', CTRL_C, /nothing was added/u],
    ['Ctrl-D', CTRL_D, /nothing was added/u],
  ];
  test.each(endings)('marks pastes while a question is open, until %s', async (_, last, failure) => {
    const { ask, type, written, modes } = terminal();
    const answer = ask.line({ message: 'Words' });
    answer.catch(() => {});
    await type('');
    expect(written()).toContain(MARKS_ON);
    expect(written()).not.toContain(MARKS_OFF);
    expect(modes).toEqual([true]);
    await type(last);
    if (failure === undefined) expect(await answer).toBe('');
    else await expect(answer).rejects.toThrow(failure);
    expect(written().endsWith(MARKS_OFF)).toBe(true);
    expect(modes).toEqual([true, false]);
  });

  test('is put back by a fault, which is thrown', async () => {
    const { ask, type, written } = terminal();
    const answer = ask.line({
      message: 'Words',
      echo: () => {
        throw new TypeError('a fault');
      },
    });
    answer.catch(() => {});
    await type('x');
    await expect(answer).rejects.toThrow('a fault');
    expect(written().endsWith(MARKS_OFF)).toBe(true);
  });

  test('shows what is put in as it shows all else, and takes it as it is', async () => {
    const { ask, type, screen, written } = terminal();
    const line = ask.line({ message: 'Words' });
    await type('a\u202eb');
    expect(screen()).toContain('Words a<U+202E>b');
    await type(ENTER);
    expect(await line).toBe('a\u202eb');
    const list = ask.choose(SPEAKER);
    await type(pasted('c\u202ed'));
    await type(ENTER);
    expect(await list).toBe('+c\u202ed');
    const sure = ask.confirm('Sure?');
    await type('e\u202ef');
    expect(screen()).toContain('e<U+202E>f');
    await type('\u0015');
    await type(ENTER);
    await sure;
    expect(written()).not.toContain('\u202e');
  });
});

const SPEAKER: ChoiceQuestion = {
  message: 'Who says it?',
  choices: (typed) => [
    ...['Mayor', 'Union']
      .filter((name) => name.includes(typed))
      .map((name) => ({ value: `=${name.toLowerCase()}`, name, note: name })),
    ...(typed === '' ? [] : [{ value: `+${typed}`, name: `${typed} (new)` }]),
  ],
};

function pasted(text: string): string {
  return `\u001b[200~${text}\u001b[201~`;
}

/** A terminal without a person: what it sends is typed by the test, what it shows is gathered. */
function terminal() {
  const modes: boolean[] = [];
  const stdin = Object.assign(new PassThrough(), { setRawMode: (raw: boolean) => modes.push(raw) });
  // As with a process's own streams, nobody can end it.
  const stderr = Object.assign(new PassThrough(), { end: () => stderr });
  let written = '';
  stderr.on('data', (chunk) => {
    written += String(chunk);
  });
  const type = async (chunk: string | Buffer): Promise<void> => {
    if (chunk.length > 0) stdin.write(chunk);
    for (let count = 0; count < 12; count += 1) await turn();
  };
  return {
    ask: askerAt({ stdin, stderr }),
    type,
    modes,
    written: () => written,
    screen: () => stripVTControlCharacters(written),
  };
}
