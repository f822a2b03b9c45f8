interface Placed {
  readonly table: { readonly body: readonly (readonly unknown[])[]; readonly headerRows?: number };
}

/** Whether a line lies inside a heading that stands over several columns: pdfmake marks the cells under it. */
function isInside(line: number, { table }: Placed): boolean {
  const cell = table.body[0]?.[line];
  return typeof cell === 'object' && cell !== null && '_span' in cell;
}

const padding = {
  paddingTop: () => 2.6,
  paddingBottom: () => 2.2,
};

/** Strong lines around the heading and after the row that `ends` says, thin ones between the others. */
const lines = (ends: (rows: number) => number) => ({
  hLineWidth: (line: number, { table }: Placed) => {
    const { body, headerRows = 0 } = table;
    if (line === 0 || line === headerRows || line >= ends(body.length)) return 0.8;
    return line < headerRows ? 0 : 0.3;
  },
  vLineWidth: () => 0,
  hLineColor: () => '#666666',
  paddingLeft: (column: number) => (column === 0 ? 0 : 4),
  paddingRight: () => 4,
  ...padding,
});

/** The looks of tables that a template can name as `layout`. */
export const tableLayouts = {
  ruled: lines((rows) => rows),
  /** The last row holds totals and is set off like the heading. */
  totalled: lines((rows) => rows - 1),
  /** The same with less air, for a table that shall stay on its page. */
  dense: { ...lines((rows) => rows - 1), paddingTop: () => 1.2, paddingBottom: () => 0.8 },
  /** A thin line around every cell, for sheets that are filled in by hand and for wide tables. */
  grid: {
    hLineWidth: () => 0.4,
    vLineWidth: () => 0.4,
    hLineColor: () => '#777777',
    vLineColor: () => '#777777',
    paddingLeft: () => 3,
    paddingRight: () => 3,
    ...padding,
  },
  /**
   * For many narrow columns under headings of several: dark lines where a heading begins, and every
   * second row shaded, so that the eye keeps to its row.
   */
  sheet: {
    hLineWidth: (line: number, { table }: Placed) =>
      line === 0 || line === table.headerRows || line === table.body.length ? 0.8 : 0.25,
    vLineWidth: () => 0.5,
    hLineColor: () => '#666666',
    vLineColor: (line: number, node: Placed) => (isInside(line, node) ? '#c4c4c4' : '#333333'),
    fillColor: (row: number, { table }: Placed) =>
      row >= (table.headerRows ?? 0) && (row - (table.headerRows ?? 0)) % 2 === 1
        ? '#f1f1f1'
        : null,
    paddingLeft: () => 2.5,
    paddingRight: () => 2.5,
    paddingTop: () => 1,
    paddingBottom: () => 0.8,
  },
};
