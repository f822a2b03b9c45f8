import { forbiddenKeys } from './checked-content.js';
import { computed, type WrongValue, wrongValues } from './piece-values.js';

/** What pdfmake passes over in silence, or fails at without saying where. */
export type Stray =
  | { readonly what: 'key'; readonly word: string; readonly known: readonly string[] }
  | { readonly what: 'style'; readonly word: string; readonly known: readonly string[] }
  | { readonly what: 'value'; readonly wrong: WrongValue }
  | { readonly what: 'table'; readonly table: UnevenTable };

/** A table with a row that has another number of cells than the table has columns. */
export interface UnevenTable {
  /** Which of the tables of the document, from 0, and of how many. */
  readonly place: number;
  readonly tables: number;
  /** The first text in it. */
  readonly begins: string;
  readonly widths: number;
  /** From 1. */
  readonly row: number;
  readonly cells: number;
}

/** What pdfmake and the styles know of a piece of a document. */
const pieceKeys = [
  ...['text', 'stack', 'columns', 'table', 'canvas', 'image', 'ul', 'ol', 'qr', 'section'],
  ...['style', 'font', 'fontSize', 'fontFeatures', 'bold', 'italics', 'color', 'background'],
  ...['alignment', 'lineHeight', 'characterSpacing', 'decoration', 'decorationStyle', 'opacity'],
  ...['decorationColor', 'decorationThickness', 'noWrap', 'wordBreak', 'sup', 'sub'],
  ...['margin', 'marginLeft', 'marginTop', 'marginRight', 'marginBottom', 'width', 'height'],
  ...['minWidth', 'maxWidth', 'minHeight', 'maxHeight', 'fit', 'cover', 'columnGap', 'layout'],
  ...['colSpan', 'rowSpan', 'border', 'borderColor', 'fillColor', 'fillOpacity', 'leadingIndent'],
  ...['verticalAlignment', 'unbreakable', 'pageBreak', 'pageOrientation', 'pageSize'],
  ...['pageMargins', 'headlineLevel', 'absolutePosition', 'relativePosition', 'id', 'type'],
  ...['start', 'reversed', 'separator', 'markerColor', 'listType', 'preserveLeadingSpaces'],
  ...['preserveTrailingSpaces', 'eccLevel', 'foreground', 'snakingColumns'],
];
const tableKeys = [
  'body',
  'widths',
  'heights',
  'headerRows',
  'keepWithHeaderRows',
  'dontBreakRows',
];
/** What a column for `rows(…)` may say; a layout may keep the width of a column beside it. */
const columnKeys = ['field', 'as', 'empty', 'lacking', 'items', 'between', 'alignment', 'style'];
const itemKeys = ['words', 'before', 'width'];
/** What has keys of its own. */
const ownKeys = new Set(['canvas', 'margin', 'fit', 'absolutePosition', 'relativePosition']);

/** What the pages of a document may have of their own. */
const pageKeys = ['pageSize', 'pageOrientation', 'pageMargins', 'styles', 'defaultStyle'];

/** Looks through a filled document, its pages and their styles for what nobody would see to be wrong. */
export function strayPieces(document: unknown, page: Readonly<Record<string, unknown>>): Stray[] {
  const strays: Stray[] = [];
  const tables: Omit<UnevenTable, 'tables'>[] = [];
  const styles = namesOfStyles(page);
  let seen = 0;
  const add = (...found: readonly Stray[]) => strays.push(...found);

  const look = (value: unknown): void => {
    if (Array.isArray(value)) for (const item of value) look(item);
    if (!isPiece(value)) return;
    for (const [key, part] of Object.entries(value)) {
      if (!pieceKeys.includes(key) && !forbiddenKeys.has(key)) {
        add({ what: 'key', word: key, known: pieceKeys });
      }
      add(...strayValues(key, part, styles));
      if (key === 'table' && isPiece(part)) lookAtTable(part);
      else if (ownKeys.has(key)) lookAtMeasures(part);
      else if (key !== 'style') look(part);
    }
  };
  const lookAtMeasures = (value: unknown) => {
    for (const measures of [value].flat().filter(isPiece)) {
      for (const [key, part] of Object.entries(measures)) add(...strayValues(key, part, styles));
    }
  };
  const lookAtTable = (table: Readonly<Record<string, unknown>>) => {
    for (const [key, part] of Object.entries(table)) {
      if (!tableKeys.includes(key)) add({ what: 'key', word: key, known: tableKeys });
      add(...strayValues(key, part, styles));
    }
    const uneven = unevenRow(table);
    if (uneven) tables.push({ place: seen, ...uneven });
    seen += 1;
    look(table['body']);
  };

  for (const [key, part] of Object.entries(page)) {
    if (!pageKeys.includes(key)) add({ what: 'key', word: key, known: pageKeys });
    add(...strayValues(key, part, styles));
  }
  look([page['defaultStyle'], ...Object.values(page['styles'] as object), document]);
  return [
    ...strays,
    ...tables.map((table): Stray => ({ what: 'table', table: { ...table, tables: seen } })),
  ];
}

/** The first row of a table that has another number of cells than there are columns; undefined where none has. */
function unevenRow({
  body,
  widths,
}: Readonly<Record<string, unknown>>): Omit<UnevenTable, 'place' | 'tables'> | undefined {
  const rows = (Array.isArray(body) ? body : []) as unknown[][];
  const columns = Array.isArray(widths) ? widths.length : (rows[0]?.length ?? 0);
  const row = rows.findIndex((cells) => [cells].flat().length !== columns);
  if (row < 0) return undefined;
  const cells = [rows[row]].flat().length;
  return { begins: firstText(rows), widths: columns, row: row + 1, cells };
}

const namesOfStyles = (page: Readonly<Record<string, unknown>>) =>
  Object.keys(page['styles'] as object);

/** What stands behind a key and may not; nothing may stand behind any. */
function strayValues(key: string, value: unknown, styles: readonly string[]): Stray[] {
  if (key === 'style') {
    const named = [value ?? []].flat().filter((style) => style !== computed);
    const unknown = named.map(String).filter((style) => !styles.includes(style));
    return unknown.map((word) => ({ what: 'style', word, known: styles }));
  }
  return wrongValues(key, value).map((wrong) => ({ what: 'value', wrong }));
}

/**
 * Looks through a layout as it is written for values and styles that no piece may have, also where the
 * paper with which it is tried does not come by.
 */
export function strayWrittenValues(
  layout: unknown,
  page: Readonly<Record<string, unknown>>,
): Stray[] {
  const styles = namesOfStyles(page);
  const look = (value: unknown): Stray[] => {
    if (Array.isArray(value)) return value.flatMap(look);
    if (!isPiece(value)) return [];
    return Object.entries(value).flatMap(([key, part]) => {
      // Names that the layout gives to values of its own.
      if (key === '$let') return Object.values(Object(part)).flatMap(look);
      const wrong = waysOf(part).flatMap((one) => strayValues(key, one, styles));
      return [...wrong, ...look(part)];
    });
  };
  return look(layout);
}

/** What a value may come to, by what is written under the operators of json-e. */
function waysOf(value: unknown): unknown[] {
  if (typeof value === 'string') return value.includes('${') ? [] : [value];
  if (Array.isArray(value)) {
    const items = value.map(waysOf);
    const most = Math.max(1, ...items.map((ways) => ways.length));
    return Array.from({ length: most }, (_, way) =>
      items.map((ways) => (way < ways.length ? ways[way] : (ways[0] ?? computed))),
    );
  }
  if (!isPiece(value)) return [value];
  if (!Object.keys(value).some((key) => key.startsWith('$'))) return [value];
  const { $switch, then, else: otherwise, in: inside } = value;
  const operands = [then, otherwise, inside, ...Object.values(Object($switch))];
  return operands.filter((one) => one !== undefined).flatMap(waysOf);
}

/** Looks through a layout as it is written for columns with keys that `rows(…)` does not know. */
export function strayColumnKeys(layout: unknown): Stray[] {
  if (Array.isArray(layout)) return layout.flatMap(strayColumnKeys);
  if (!isPiece(layout)) return [];
  const known = [...columnKeys, ...itemKeys];
  const isColumn = 'field' in layout || 'items' in layout;
  const own = Object.keys(layout).filter((key) => !key.startsWith('$') && !known.includes(key));
  const strays = isColumn ? own.map((word): Stray => ({ what: 'key', word, known })) : [];
  return [...strays, ...Object.values(layout).flatMap(strayColumnKeys)];
}

function isPiece(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function firstText(value: unknown): string {
  if (typeof value === 'string') return value;
  const parts = Array.isArray(value)
    ? value
    : isPiece(value)
      ? [value['text'], value['stack']]
      : [];
  for (const part of parts) {
    const text = firstText(part);
    if (text !== '') return text;
  }
  return '';
}
