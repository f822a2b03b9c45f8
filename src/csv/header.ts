import { distance } from '../rules/word-distance.js';
import { wrong } from '../text/findings.js';
import type { Columns, Header } from './columns.js';
import { FileFault, type LineFault } from './fault.js';
import { type Delimiter, delimiters } from './source.js';

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
export function readHeader(
  cells: readonly string[],
  columns: Columns,
  { line, dialect }: Pick<Header, 'line' | 'dialect'>,
): Header {
  const names = new Map<string, string>();
  for (const [name, column] of Object.entries(columns)) {
    const { lv, also = [] } = column;
    for (const each of [name, lv, ...also]) names.set(folded(each), name);
  }
  const places = cells.map((cell) => names.get(folded(cell)));
  const unknown = cells
    .filter(
      (cell, place) =>
        places[place] === undefined && cell.trim() !== '' && folded(cell) !== errorColumn,
    )
    .map((cell) => ({ cell, nearest: nearestOf(folded(cell), names) }));
  const header = { line, dialect, places, cells, unknown };
  const [first, ...further] = faultsOf(header, columns);
  if (first) throw new FileFault(line, first.wrong, { ...first, further, header });
  return header;
}

/** The columns that are given twice, and those that are missing. */
function faultsOf({ places, cells }: Header, columns: Columns): LineFault[] {
  const given = cells.map((cell, place) => places[place] ?? folded(cell));
  const twice = cells.flatMap((value, place) => {
    const column = given[place] ?? '';
    const isFirst = column === '' || given.indexOf(column) === place;
    return isFirst ? [] : [{ column, value, wrong: wrong('columnTwice') }];
  });
  const missing = Object.entries(columns).flatMap(([column, { required, lv: latvian }]) =>
    required && !places.includes(column)
      ? [{ column, value: '', wrong: wrong('missingColumn', { column, latvian }) }]
      : [],
  );
  return [...twice, ...missing];
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
