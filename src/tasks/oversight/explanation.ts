import type { Database } from 'better-sqlite3';
import type { Fields } from '../../db/fields.js';
import { rowSources } from '../../db/row-sources.js';
import { type Table, tableByKey } from '../../db/table-by-key.js';
import type { FactName, FactsOf } from '../../text/why.js';

/** What entered or changed a row: the operation, who ran it, and the line of a file. */
export interface Source {
  readonly table: string;
  readonly operation: number;
  readonly at: string;
  readonly actor: string;
  readonly command: string;
  readonly file: string | null;
  readonly line: number | null;
}

/** One thing that is so, why it is so, and where that was written down: a tree of facts. */
export interface Explanation<N extends FactName = FactName> {
  readonly fact: N;
  readonly facts: FactsOf<N>;
  readonly because: readonly Explanation[];
  readonly sources: readonly Source[];
}

/** Names a fact; its sentence is in `text/why.ts`. */
export function fact<N extends FactName>(
  name: N,
  facts: FactsOf<N>,
  because: readonly Explanation[] = [],
  sources: readonly Source[] = [],
): Explanation {
  return { fact: name, facts, because, sources };
}

/** Where rows come from, by their number or by the key that the school knows. */
export interface Traces {
  row(table: string, id: number): Source[];
  key(table: string, key: Fields): Source[];
}

export function traces(db: Database): Traces {
  const sourcesOf = rowSources(db);
  const tables = new Map<string, Table>();
  const row = (table: string, id: number): Source[] =>
    sourcesOf(table, id).map(({ operation, at, actor, command, file, line }) => ({
      table,
      operation,
      at,
      actor,
      command,
      file,
      line,
    }));
  return {
    row,
    key: (name, key) => {
      const table = tables.get(name) ?? tableByKey(db, name, Object.keys(key));
      tables.set(name, table);
      const id = table.find(key)?.['id'];
      return id === undefined ? [] : row(name, Number(id));
    },
  };
}
