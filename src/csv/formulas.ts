/**
 * How a cell begins that a spreadsheet takes for a formula, in characters of full width too; or one that
 * was escaped already, so that reading undoes it exactly.
 */
const likeFormula = /^'*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;

/** A cell for a spreadsheet: what it would take for a formula begins with an apostrophe. */
export const escapedFormula = (cell: string): string =>
  likeFormula.test(cell) ? `'${cell}` : cell;

/** The same cell as it was before. */
export const unescapedFormula = (cell: string): string =>
  cell.startsWith("'") && likeFormula.test(cell) ? cell.slice(1) : cell;
