import { distance } from '../rules/word-distance.js';
import { wrong } from '../text/findings.js';
import type { Columns } from './columns.js';
import { FileFault } from './fault.js';
import { type Delimiter, delimiters } from './source.js';

/** Where the cells of a record go: for each place the name of its column, undefined for an unknown one. */
export interface Header {
  readonly places: readonly (string | undefined)[];
  readonly cells: readonly string[];
  /** The unknown columns, each with the known name that is nearest. */
  readonly unknown: readonly { cell: string; nearest: string }[];
}

/** What is wrong with a row, where `--errors` wrote it out: passed over without a word when it comes back. */
export const errorColumn = 'error';

/** How a header begins: an optional line `sep=;`, and the delimiter that its first line shows. */
export function sniff(beginning: string): { delimiter: Delimiter; skip: string } {
  const said = /^\s*sep=([;,\t])[ ;,\t]*(\r\n|\n|\r|$)/i.exec(beginning);
  if (said) return { delimiter: said[1] as Delimiter, skip: said[0] };
  const line = /^[^\S\t]*(.*?)(?:\r|\n|$)/.exec(beginning.replace(/^[\r\n\s]+/, ''))?.[1] ?? '';
  const outsideQuotes = line.replace(/"[^"]*"/g, '');
  const counts = delimiters.map((delimiter) => outsideQuotes.split(delimiter).length);
  const most = Math.max(...counts);
  const delimiter = most > 1 ? (delimiters[counts.indexOf(most)] ?? ',') : ',';
  return { delimiter, skip: '' };
}

/**
 * Finds the columns of a header by their English names or Latvian aliases, without regard to case,
 * spaces, `_` and `-`.
 * @throws FileFault where a required one is missing, or one is given twice
 */
export function readHeader(cells: readonly string[], columns: Columns, line: number): Header {
  const names = new Map<string, string>();
  for (const [name, column] of Object.entries(columns)) {
    const { lv, also = [] } = column;
    for (const each of [name, lv, ...also]) names.set(folded(each), name);
  }
  const places = cells.map((cell) => names.get(folded(cell)));
  const given = cells.map((cell, place) => places[place] ?? folded(cell));
  const twice = given.find((name, place) => name !== '' && given.indexOf(name) !== place);
  if (twice) throw new FileFault(line, wrong('columnTwice'), { column: twice, value: twice });
  for (const [name, column] of Object.entries(columns)) {
    if (column.required && !places.includes(name)) {
      const known = { column: name, latvian: column.lv };
      throw new FileFault(line, wrong('missingColumn', known), { column: name });
    }
  }
  const unknown = cells
    .filter(
      (cell, place) => places[place] === undefined && !['', errorColumn].includes(folded(cell)),
    )
    .map((cell) => ({ cell, nearest: nearestOf(folded(cell), names) }));
  return { places, cells, unknown };
}

const folded = (name: string) =>
  name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s_-]+/g, '');

function nearestOf(name: string, names: ReadonlyMap<string, string>): string {
  const ranked = [...names].map(([known, column]) => ({ column, far: distance(name, known) }));
  return ranked.sort((a, b) => a.far - b.far)[0]?.column ?? '';
}
