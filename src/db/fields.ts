export type SqlValue = string | number | null;

/** Columns of a row; an undefined one is left as it is, or empty in a new row. */
export type Fields = Readonly<Record<string, SqlValue | undefined>>;
