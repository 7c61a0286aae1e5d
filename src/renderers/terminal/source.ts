import { textOf } from '../../sentence.ts';
import { neutralise, width as widthOf } from '../../text.ts';
import type { ShownSource } from '../../views/block.ts';
import { hanging } from './layout.ts';
import type { Paint } from './paint.ts';

/** A source under its number. A link that is longer than a line stays whole, so that it can be followed and copied. */
export function sourceLines({ number, words, url, archive }: ShownSource, width: number, paint: Paint): string {
  const marker = `[${number}] `;
  const archived = archive === undefined ? undefined : `archived at ${archive}`;
  const links = [url, archived].filter((link) => link !== undefined);
  const isLong = (link: string): boolean => widthOf(neutralise(link)) > width - marker.length;
  const line = [textOf(words), ...links.filter((link) => !isLong(link))].filter((part) => part !== '').join(', ');
  const whole = links.filter(isLong).map(neutralise);
  if (line === '') return `${marker}${whole.join(`\n${' '.repeat(marker.length)}`)}\n`;
  return (
    hanging(marker, [{ text: line }], width, paint) +
    whole.map((link) => `${' '.repeat(marker.length)}${link}\n`).join('')
  );
}
