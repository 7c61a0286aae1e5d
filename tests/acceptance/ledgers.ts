import { type Figure, figuresIn, type Publisher } from './figure.ts';
import { cell, type Row, readTable } from './table.ts';

const MINISTRY: Publisher = {
  id: 'ministry',
  name: 'Defence ministry of Ukraine',
  repository: 'PetroIvaniuk/2022-Ukraine-Russia-War-Dataset',
};
const ORYX: Publisher = { id: 'oryx', name: 'Oryx', repository: 'scarnecchia/oryx_data' };
const CIVIL_PROTECTION: Publisher = { id: 'pcm', name: 'Civil Protection of Italy', repository: 'pcm-dpc/COVID-19' };
const JOHNS_HOPKINS: Publisher = { id: 'jhu', name: 'Johns Hopkins University', repository: 'datasets/covid-19' };

/** The ministry's daily totals of equipment, each published to the last piece; a list for each kind. */
export function ministryEquipment(): readonly (readonly Figure[])[] {
  const rows = readTable('ua_mod_losses');
  const columns = [...(rows[0]?.keys() ?? [])];
  const kinds = columns.filter((column) => column !== 'date' && !column.startsWith('personnel'));
  return kinds.map((kind) => figuresIn(rows, { publisher: MINISTRY, series: kind, column: kind, word: 'exactly' }));
}

/** The ministry's daily totals of personnel, each with the word that it was published with. */
export function ministryPersonnel(): readonly Figure[] {
  const word = (row: Row): string => (cell(row, 'personnel_qualifier') === 'more' ? 'more than' : 'about');
  const rows = readTable('ua_mod_losses');
  return figuresIn(rows, { publisher: MINISTRY, series: 'personnel', column: 'personnel', word });
}

/** A correction that the ministry announced: by how much a total was set up or down, beside the growth of that day. */
export interface Correction {
  readonly day: string;
  readonly series: string;
  readonly by: number;
}

/** Every correction that the ministry announced. */
export function ministryCorrections(): readonly Correction[] {
  return readTable('ua_mod_corrections').flatMap((row) =>
    [...row]
      .filter(([series, by]) => series !== 'date' && by !== '0')
      .map(([series, by]) => ({ day: cell(row, 'date'), series, by: Number(by) })),
  );
}

/** Days on which Oryx and the ministry have both counted a kind of equipment: two figures for each row of the table. */
export function oryxAndMinistry(wordOfOryx: 'exactly' | 'at least'): readonly Figure[] {
  const rows = readTable('ua_oryx_vs_mod');
  const kinds = [...new Set(rows.map((row) => cell(row, 'series')))];
  return kinds.flatMap((series) => {
    const own = rows.filter((row) => cell(row, 'series') === series);
    return [
      ...figuresIn(own, { publisher: ORYX, series, column: 'oryx_total', word: wordOfOryx }),
      ...figuresIn(own, { publisher: MINISTRY, series, column: 'mod_total', word: 'exactly' }),
    ];
  });
}

/** Italy's daily totals, the cases by two publishers. The number in hospital is left out: it is no total so far. */
export function italy(): readonly (readonly Figure[])[] {
  const rows = readTable('italy_pcm_jhu');
  const series = (publisher: Publisher, name: string, column: string): readonly Figure[] =>
    figuresIn(rows, { publisher, series: name, column, word: 'exactly' });
  return [
    series(CIVIL_PROTECTION, 'cases', 'pcm_cases'),
    series(JOHNS_HOPKINS, 'cases', 'jhu_cases'),
    series(CIVIL_PROTECTION, 'deaths', 'pcm_deaths'),
    series(CIVIL_PROTECTION, 'recovered', 'pcm_recovered'),
    series(CIVIL_PROTECTION, 'tests', 'pcm_tests'),
    series(CIVIL_PROTECTION, 'people tested', 'pcm_people_tested'),
  ];
}
