import { createRequire } from 'node:module';
import type { ValueKind } from '../text/piece-values.js';
import { tableLayouts } from './table-layouts.js';

/** What may stand behind a key. */
interface ValuesOf extends Pick<WrongValue, 'kind' | 'known'> {
  fits(value: unknown): boolean;
}

/** Stands for what an expression makes, which shows only when the layout is filled. */
export const computed = Symbol('computed');

type Fits = ValuesOf['fits'];

const inside = createRequire(import.meta.url);
const orComputed =
  (fits: Fits): Fits =>
  (value) =>
    value === computed || fits(value);
const number = orComputed((value) => Number.isFinite(value));
const all =
  (fits: Fits, ...lengths: readonly number[]): Fits =>
  (value) =>
    Array.isArray(value) && lengths.includes(value.length) && value.every(fits);
const each = (fits: Fits): Fits => {
  return (value) => [value].flat().every(fits);
};

const values = (kind: ValueKind, fits: Fits, known: readonly string[] = []): ValuesOf => ({
  kind,
  fits: orComputed(fits),
  known,
});
const oneOf = (...known: readonly string[]) =>
  values('oneOf', (value) => known.some((one) => one === value), known);

const numbers = values('number', number);
const sizes = values('size', (value) => number(value) && Number(value) > 0);
const lengths = values('length', (value) => number(value) && Number(value) >= 0);
const shares = values('share', (value) => lengths.fits(value) && Number(value) <= 1);
const counts = values('count', (value) => Number.isInteger(value) && Number(value) >= 0);
const yesOrNo = values('yesOrNo', (value) => typeof value === 'boolean');
const colours = values('colour', isColour, ['red', 'gray', 'white']);
const margins = values('margins', (value) => number(value) || all(number, 2, 4)(value));
const widths = values(
  'width',
  (value) => lengths.fits(value) || /^(\*|star|auto|\d+(\.\d+)?%)$/.test(String(value)),
  ['*', 'auto', '50%', '120'],
);
const heights = values(
  'height',
  each((value) => value === 'auto' || lengths.fits(value)),
);
const pageSizes = values('pageSize', isPageSize, ['A3', 'A4', 'A5', 'LETTER']);

const named: readonly (readonly [ValuesOf, ...(readonly string[])])[] = [
  [oneOf('left', 'center', 'right', 'justify'), 'alignment'],
  [
    oneOf(...Object.keys(tableLayouts), 'noBorders', 'headerLineOnly', 'lightHorizontalLines'),
    'layout',
  ],
  [oneOf('portrait', 'landscape'), 'pageOrientation'],
  [oneOf('before', 'after', 'beforeEven', 'beforeOdd', 'afterEven', 'afterOdd'), 'pageBreak'],
  [oneOf('normal', 'break-all'), 'wordBreak'],
  [oneOf('Text'), 'font'],
  [oneOf('underline', 'lineThrough', 'overline'), 'decoration'],
  [oneOf('dashed', 'dotted', 'double', 'wavy'), 'decorationStyle'],
  [oneOf('top', 'middle', 'bottom'), 'verticalAlignment'],
  [sizes, 'fontSize', 'lineHeight'],
  [numbers, 'characterSpacing', 'leadingIndent', 'marginLeft', 'marginTop', 'marginRight'],
  [numbers, 'marginBottom', 'headlineLevel', 'x', 'y', 'x1', 'y1', 'x2', 'y2'],
  [lengths, 'columnGap', 'decorationThickness', 'minWidth', 'maxWidth', 'minHeight', 'maxHeight'],
  [lengths, 'height', 'w', 'h', 'r', 'r1', 'r2', 'lineWidth'],
  [shares, 'opacity', 'fillOpacity'],
  [counts, 'headerRows', 'keepWithHeaderRows', 'colSpan', 'rowSpan'],
  [yesOrNo, 'bold', 'italics', 'noWrap', 'unbreakable', 'dontBreakRows', 'snakingColumns'],
  [yesOrNo, 'reversed', 'preserveLeadingSpaces', 'preserveTrailingSpaces'],
  [values('yesOrNo', each(yesOrNo.fits)), 'border'],
  [colours, 'color', 'background', 'decorationColor', 'fillColor', 'markerColor', 'lineColor'],
  [values('colour', each(colours.fits)), 'borderColor'],
  [margins, 'margin', 'pageMargins'],
  [values('pair', all(number, 2)), 'fit'],
  [widths, 'width'],
  [heights, 'heights'],
  [pageSizes, 'pageSize'],
];

const valuesBehind = new Map(
  named.flatMap(([behind, ...keys]) => keys.map((key) => [key, behind] as const)),
);

/** What stands behind a key and cannot, as a person is told. */
export interface WrongValue {
  readonly key: string;
  readonly value: string;
  readonly kind: ValueKind;
  /** Some of those that can, or all where there are few. */
  readonly known: readonly string[];
}

/** What is wrong behind a key; nothing may stand behind any. */
export function wrongValues(key: string, value: unknown): WrongValue[] {
  if (key === 'widths') return [value].flat().flatMap((width) => wrongValues('width', width));
  const behind = valuesBehind.get(key);
  if (!behind || value === null || value === undefined || behind.fits(value)) return [];
  const { kind, known } = behind;
  return [{ key, value: shownOf(value), kind, known }];
}

/** Of a list the item that is no number, where it is one. */
function shownOf(value: unknown): string {
  if (!Array.isArray(value)) return isText(value) ? String(value) : JSON.stringify(value);
  const wrong = value.filter((item) => !number(item));
  return wrong.length === 1 ? shownOf(wrong[0]) : value.map(String).join(', ');
}

const isText = (value: unknown) => typeof value !== 'object' || value === null;

/** As pdfkit reads colours: `#c0c0c0`, `#ccc`, or a name of CSS. */
function isColour(value: unknown): boolean {
  if (typeof value !== 'string') return false;
  if (value.startsWith('#')) return /^#([\da-f]{3}|[\da-f]{6})$/i.test(value);
  const fromPdfmake = createRequire(inside.resolve('pdfmake'));
  const { prototype } = fromPdfmake('pdfkit') as {
    prototype: { _normalizeColor(color: string): unknown };
  };
  return Boolean(prototype._normalizeColor.call({ spotColors: {} }, value));
}

function isPageSize(value: unknown): boolean {
  if (typeof value === 'string') {
    const { default: known } = inside('pdfmake/js/standardPageSizes.js') as { default: object };
    return value.toUpperCase() in known;
  }
  const { width, height } = Object(value) as Readonly<Record<string, unknown>>;
  return [width, height].every((one) => sizes.fits(one));
}
