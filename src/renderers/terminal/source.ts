import { textOf } from '../../sentence.ts';
import { neutralise, width as widthOf } from '../../text.ts';
import type { ShownSource } from '../../views/block.ts';
import { hanging } from './layout.ts';
import type { Paint } from './paint.ts';

/** A source under its number. A link that is longer than a line stays whole, so that it can be followed and copied. */
export function sourceLines({ number, words, url, archive }: ShownSource, width: number, paint: Paint): string {
  const marker = `[${number}] `;
  const archived = archive === undefined ? undefined : `archived at ${archive}`;
  const parts = [textOf(words), url, archived].filter((part) => part !== undefined && part !== '');
  const fits = (part: string): boolean =>
    !/^(?:archived at )?https?:/u.test(part) || widthOf(part) <= width - marker.length;
  const line = parts.filter((part) => fits(part ?? '')).join(', ');
  const whole = parts.filter((part) => !fits(part ?? '')).map((part) => neutralise(part ?? ''));
  if (line === '') return `${marker}${whole.join(`\n${' '.repeat(marker.length)}`)}\n`;
  return (
    hanging(marker, [{ text: line }], width, paint) +
    whole.map((link) => `${' '.repeat(marker.length)}${link}\n`).join('')
  );
}
