import { day, sampleFiles } from './school.js';

/** A folder of CSV files, its school year, and where the same school lies in another dialect, for the database. */
export interface WholeSchool {
  readonly files: string;
  readonly year: number;
  readonly imported: string;
}

/** SCHOOLS=/some/school:2015,/other:2021:/other-excel takes whole schools from outside. */
export const outsideSchools: readonly WholeSchool[] = (process.env['SCHOOLS'] ?? '')
  .split(',')
  .filter(Boolean)
  .map((text) => text.split(':'))
  .map(([files = '', year = '', imported = files]) => ({ files, year: Number(year), imported }));

/** A small school with a whole year, where none is taken from outside. */
export function smallYear(): WholeSchool {
  const files = sampleFiles({ seed: 9, size: 8, until: day('2016-06-30') });
  return { files, year: 2015, imported: files };
}
