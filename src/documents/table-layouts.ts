interface Placed {
  readonly table: { readonly body: readonly unknown[]; readonly headerRows?: number };
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
};
