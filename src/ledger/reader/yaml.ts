import { composed } from './compose.ts';
import { located } from './locate.ts';
import { commented, outlined } from './outline.ts';
import type { Reader } from './tree.ts';
import { walked } from './walk.ts';

/** Reads the plain part of YAML with the `yaml` package. */
export const yamlReader: Reader = {
  values(file, text) {
    const read = composed(file, text);
    if (!read.sound) return { findings: read.findings, cuts: [] };
    const { tree, findings, cuts, marred } = walked(file, text, read);
    return { tree, findings: [...read.findings, ...findings], cuts, marred };
  },
  locate: located,
  outline: outlined,
  comments: commented,
};
