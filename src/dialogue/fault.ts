import { parseDate } from '../date.ts';

export function split(text: string): readonly string[] {
  return text
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
}

export function needed(text: string): string | undefined {
  return text === '' ? 'it cannot be left empty' : undefined;
}

export function optionsFault(text: string): string | undefined {
  return split(text).length < 2 ? 'there must be two answers at least, with a comma between' : undefined;
}

export function urlFault(text: string): string | undefined {
  return text === '' || /^https?:\/\/\S+$/u.test(text) ? undefined : 'an address begins with http:// or https://';
}

export function dateFault(text: string): string | undefined {
  const date = text === '' ? undefined : parseDate(text);
  return date !== undefined && 'fault' in date ? date.fault : undefined;
}
