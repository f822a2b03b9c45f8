import { forbiddenKeys } from './checked-content.js';
import { tableLayouts } from './table-layouts.js';

/** What pdfmake passes over in silence, or fails at without saying where. */
export type Stray =
  | { readonly what: 'key'; readonly word: string; readonly known: readonly string[] }
  | { readonly what: 'style'; readonly word: string; readonly known: readonly string[] }
  | {
      readonly what: 'value';
      readonly key: string;
      readonly word: string;
      readonly known: readonly string[];
    }
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

const layouts = [...Object.keys(tableLayouts), 'noBorders', 'headerLineOnly'];
const valuesOf: Readonly<Record<string, readonly string[]>> = {
  alignment: ['left', 'center', 'right', 'justify'],
  layout: [...layouts, 'lightHorizontalLines'],
  pageOrientation: ['portrait', 'landscape'],
  pageBreak: ['before', 'after', 'beforeEven', 'beforeOdd', 'afterEven', 'afterOdd'],
  wordBreak: ['normal', 'break-all'],
};

/** Looks through a filled document for what nobody would see to be wrong; each thing is told once. */
export function strayPieces(document: unknown, styles: readonly string[]): Stray[] {
  const strays = new Map<string, Stray>();
  const tables: Omit<UnevenTable, 'tables'>[] = [];
  let seen = 0;
  const add = (stray: Stray) => strays.set(JSON.stringify(stray), stray);

  const look = (value: unknown): void => {
    if (Array.isArray(value)) for (const item of value) look(item);
    if (!isPiece(value)) return;
    for (const [key, part] of Object.entries(value)) {
      if (!pieceKeys.includes(key) && !forbiddenKeys.has(key)) {
        add({ what: 'key', word: key, known: pieceKeys });
      }
      if (key === 'style') lookAtStyles([part].flat());
      else if (key === 'table' && isPiece(part)) lookAtTable(part);
      else if (key === 'width') lookAtWidth(part);
      else if (typeof part === 'string') lookAtValue(key, part);
      else if (!ownKeys.has(key)) look(part);
    }
  };
  const lookAtStyles = (named: readonly unknown[]) => {
    for (const style of named.map(String)) {
      if (!styles.includes(style)) add({ what: 'style', word: style, known: styles });
    }
  };
  const lookAtValue = (key: string, word: string) => {
    const known = valuesOf[key];
    if (known && !known.includes(word)) add({ what: 'value', key, word, known });
  };
  const lookAtWidth = (width: unknown) => {
    const isKnown =
      typeof width === 'number' || /^(\*|star|auto|[\d.]+%)$/.test(String(width ?? '*'));
    const known = ['*', 'auto', '50%', '120'];
    if (!isKnown) add({ what: 'value', key: 'width', word: String(width), known });
  };
  const lookAtTable = (table: Readonly<Record<string, unknown>>) => {
    const { body, widths } = table;
    for (const key of Object.keys(table)) {
      if (!tableKeys.includes(key)) add({ what: 'key', word: key, known: tableKeys });
    }
    for (const width of [widths].flat()) lookAtWidth(width);
    const place = seen;
    seen += 1;
    const rows = (Array.isArray(body) ? body : []) as unknown[][];
    const columns = Array.isArray(widths) ? widths.length : (rows[0]?.length ?? 0);
    const row = rows.findIndex((cells) => [cells].flat().length !== columns);
    if (row >= 0) {
      const cells = [rows[row]].flat().length;
      tables.push({ place, begins: firstText(rows), widths: columns, row: row + 1, cells });
    }
    look(body);
  };

  look(document);
  return [
    ...strays.values(),
    ...tables.map((table): Stray => ({ what: 'table', table: { ...table, tables: seen } })),
  ];
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
