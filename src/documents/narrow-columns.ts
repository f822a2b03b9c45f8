import { createRequire } from 'node:module';

interface Column {
  readonly width?: unknown;
  _minWidth: number;
}

interface ColumnCalculator {
  buildColumnWidths(columns: Column[], room: number, ...more: unknown[]): void;
  isStarColumn(column: Column): boolean;
  isAutoColumn(column: Column): boolean;
}

/**
 * Lets the columns `*` of pdfmake 0.3.11 break a word that is longer than they are wide, as those with a
 * width do: it makes them as wide as their longest word, and what stands beside them leaves the page.
 */
export function keepColumnsOnPage(): void {
  const inside = createRequire(import.meta.url)('pdfmake/js/columnCalculator.js');
  const { default: calculator } = inside as { default: ColumnCalculator };
  const { buildColumnWidths, isStarColumn, isAutoColumn } = calculator;
  calculator.buildColumnWidths = (columns, room, ...more) => {
    const stars = columns.filter(isStarColumn);
    const taken = columns
      .filter((column) => !isStarColumn(column))
      .map((column) => (isAutoColumn(column) ? column._minWidth : Number(column.width) || 0));
    const most = (room - taken.reduce((sum, one) => sum + one, 0)) / stars.length;
    if (most > 0) for (const star of stars) star._minWidth = Math.min(star._minWidth, most);
    buildColumnWidths(columns, room, ...more);
  };
}
