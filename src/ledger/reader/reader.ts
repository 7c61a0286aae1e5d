import { plainPlaces, plainValues } from './plain/plain.ts';
import type { Reader } from './tree.ts';
import { yamlReader } from './yaml.ts';

/** Reads the YAML that people write with a quick reader, and all other, faults above all, with the whole one. */
export const reader: Reader = {
  ...yamlReader,
  values: (file, text) => plainValues(file, text) ?? yamlReader.values(file, text),
  locate: (text, targets) => plainPlaces(text, targets) ?? yamlReader.locate(text, targets),
};
