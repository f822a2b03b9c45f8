import { remembered } from '../rules/remembered.js';

/** What a column of a table shows of a row; written in a template, so nothing of it is sure. */
interface Column {
  /** The field of the row: `average`, `absences.justified`. */
  readonly field?: string;
  /** How it is written: one of the functions of templates, `decimal`, `amount`, `day` … */
  readonly as?: string;
  /** What stands where there is nothing. */
  readonly empty?: string;
  /** What stands where the row does not even have the field; without it, what `empty` says. */
  readonly lacking?: string;
  /** What is shown of a field in pieces, one after another; of a list, of each of its items. */
  readonly items?: readonly Piece[];
  readonly between?: string;
  readonly alignment?: string;
  readonly style?: string;
}

/** Without a field it shows the item itself. */
interface Piece extends Pick<Column, 'field' | 'as' | 'style' | 'empty'> {
  /** The map among the words in which the field is looked up. */
  readonly words?: string;
  /** Stands before the piece, where there is one. */
  readonly before?: string;
}

/** A column names a format, words or a field that are not there. */
export class UnknownInColumn extends Error {
  /** The key of the column and what stands behind it. */
  readonly said: { readonly key: string; readonly value: string };

  constructor(message: string, key: 'as' | 'words' | 'field', value: string) {
    super(message);
    this.said = { key, value };
  }
}

type Say = Readonly<Record<string, unknown>>;
type Formats = Readonly<Record<string, (value: unknown) => string>>;

/**
 * The cells of a table, a row for each thing of the list. A table of 25 subjects has 200 cells: this is
 * twenty times as fast as an expression in each of them.
 * @throws UnknownInColumn
 */
export function tableRows(
  list: readonly object[],
  columns: unknown,
  say: Say,
  formats: Formats,
): unknown[][] {
  const listed = columnsOf(columns);
  return list.map((row) => listed.map((column) => cell(row, column, say, formats)));
}

/**
 * Refuses columns with a field that none of the rows has, though they may lack it by `lacking`.
 * @throws UnknownInColumn
 */
export function refuseUnknownFields(list: readonly object[], columns: unknown): void {
  for (const { field, lacking, items = [] } of columnsOf(columns)) {
    if (lacking === undefined) refuseUnknownField(list, field);
    const shown = list.flatMap((row) => fieldOf(row, field) ?? []);
    for (const piece of items) refuseUnknownField(shown, piece.field);
  }
}

function refuseUnknownField(list: readonly unknown[], field: string | undefined): void {
  const hasField = (row: unknown) => fieldOf(row, field) !== undefined;
  if (field === undefined || list.length === 0 || list.some(hasField)) return;
  throw new UnknownInColumn(`No row has the field ${field}`, 'field', field);
}

function columnsOf(columns: unknown): readonly Column[] {
  if (!Array.isArray(columns)) throw new Error('rows(list, columns): columns is not a list');
  return columns;
}

function cell(row: object, column: Column, say: Say, formats: Formats): unknown {
  const { items, alignment, style } = column;
  const value = fieldOf(row, column.field);
  const empty = (value === undefined ? column.lacking : undefined) ?? column.empty ?? '';
  const text = items
    ? pieces(value, items, column.between ?? '', say, formats)
    : written(value, column.as, formats);
  if (text.length > 0) return { text, ...(alignment && { alignment }), ...(style && { style }) };
  // An empty cell as plain text costs pdfmake a tenth of a styled one, and most cells are empty.
  return empty === '' ? '' : { text: empty, ...(alignment && { alignment }) };
}

function pieces(
  value: unknown,
  shown: readonly Piece[],
  between: string,
  say: Say,
  formats: Formats,
): unknown[] {
  const list = value === null || value === undefined ? [] : [value].flat();
  const items = list.map((item) => {
    refuseUnsaid(item, shown, say);
    return shown.flatMap(({ field, as, words, before = '', style, empty = '' }) => {
      const value = fieldOf(item, field);
      const known = words === undefined ? written(value, as, formats) : wordOf(say, words, value);
      const text = known === '' ? empty : known;
      return text === '' ? [] : [{ text: `${before}${text}`, ...(style && { style }) }];
    });
  });
  const seen = items.filter((texts) => texts.length > 0);
  // What stands between is part of the piece before it: a piece of its own costs pdfmake as much as a word.
  for (const texts of seen.slice(0, -1)) {
    const last = texts[texts.length - 1];
    if (last) last.text += between;
  }
  return seen.flat();
}

/** Refuses to pass over in silence what none of the words says in which it is looked up. */
function refuseUnsaid(item: unknown, shown: readonly Piece[], say: Say): void {
  const unsaid: UnknownInColumn[] = [];
  for (const { field, words } of shown) {
    const value = fieldOf(item, field);
    if (words === undefined || value === null || value === undefined || value === '') continue;
    if (Object.hasOwn(mapOf(say, words), String(value))) return;
    unsaid.push(new UnknownInColumn(`There is no word ${value} in ${words}`, 'words', words));
  }
  if (unsaid[0]) throw unsaid[0];
}

function wordOf(say: Say, map: string, value: unknown): string {
  const words = mapOf(say, map);
  if (value === null || value === undefined) return '';
  return String(words[String(value)] ?? '');
}

function mapOf(say: Say, map: string): Say {
  const words = say[map];
  if (typeof words === 'object' && words !== null) return words as Say;
  throw new UnknownInColumn(`There are no words ${map}`, 'words', map);
}

function written(value: unknown, as: string | undefined, formats: Formats): string {
  const format = formats[as ?? 'text'];
  if (!format) throw new UnknownInColumn(`There is no format ${as}`, 'as', as ?? '');
  return format(value);
}

const pathOf = remembered((field: string) => field.split('.'), 1000);

/** Without a field, the thing itself. */
function fieldOf(row: unknown, field: string | undefined): unknown {
  if (field === undefined) return row;
  let value = row;
  for (const name of pathOf(field)) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name))
      return undefined;
    value = (value as Record<string, unknown>)[name];
  }
  return value;
}
