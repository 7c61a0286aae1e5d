import { parseDate } from '../date.ts';
import { commaWords } from '../text.ts';

export function needed(text: string): string | undefined {
  return text === '' ? 'it cannot be left empty' : undefined;
}

export function optionsFault(text: string): string | undefined {
  return commaWords(text).length < 2 ? 'there must be two answers at least, with a comma between' : undefined;
}

export function urlFault(text: string): string | undefined {
  return text === '' || /^https?:\/\/\S+$/u.test(text) ? undefined : 'an address begins with http:// or https://';
}

export function dateFault(text: string): string | undefined {
  const date = text === '' ? undefined : parseDate(text);
  return date !== undefined && 'fault' in date ? date.fault : undefined;
}
