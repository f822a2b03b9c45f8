import type { Database } from 'better-sqlite3';
import type { Difference } from '../context.js';
import { changedTables, changesOfTable, spanOf } from './changes.js';
import { entriesBefore } from './entries-before.js';
import { originsOf } from './origins.js';
import { type RecordedRow, type RowNames, rowNames } from './row-names.js';

/**
 * Field by field what an operation changed: of a new row its filled columns, of a changed one those that
 * differ; an entry of the journal is held against what stood before it. Columns bear the names of the files.
 */
export function* differencesOf(
  db: Database,
  operation: { first_change: number | null; changes: number },
): Generator<Difference> {
  const span = spanOf(operation);
  const names = rowNames(db);
  const origin = originsOf(db, span);
  for (const table of changedTables(db, span)) {
    const earlier = entriesBefore(db, table);
    for (const change of changesOfTable(db, table, span)) {
      // A new work is told with its announcement or its marks.
      if (table === 'assessed_work' && change.action !== 'update') continue;
      const from = origin(change.change_id);
      const place = { file: from?.file ?? '', line: from?.line ?? null };
      const [before, after] = [parsed(change.before), parsed(change.after)];
      const sides =
        earlier && change.action === 'insert'
          ? heldAgainst(table, earlier(after), after)
          : { before, after };
      for (const field of fieldsOf(names, table, sides)) yield { ...place, ...field };
    }
  }
}

/** The same of one row, whole rows as JSON before and after; null where it was not there. */
export function changedFields(
  names: RowNames,
  table: string,
  { before, after }: { before: string | null; after: string | null },
): Generator<Omit<Difference, 'file' | 'line'>> {
  return fieldsOf(names, table, { before: parsed(before), after: parsed(after) });
}

interface Sides {
  readonly before: RecordedRow;
  readonly after: RecordedRow;
}

/** What stood of the same before an entry, and what stands with it. */
function heldAgainst(table: string, earlier: readonly RecordedRow[], entry: RecordedRow): Sides {
  const [before = {}] = earlier;
  // A mark without a kind leaves the work what it is.
  if (table === 'mark') return { before, after: { ...before, reason: '', ...entry } };
  if (table !== 'lesson') return { before, after: entry };
  return { before: lessonOf(earlier), after: lessonOf([entry, ...earlier]) };
}

/** What entries of a lesson say together, the last one first: an empty text takes away, none says nothing. */
function lessonOf(entries: readonly RecordedRow[]): RecordedRow {
  const said = ['topic', 'homework', 'reason', 'staff_id'].map((column) => [
    column,
    entries.find((entry) => entry[column] !== undefined)?.[column] ?? '',
  ]);
  const checks = entries.flatMap((entry) => entry['absences_checked_at'] ?? []).sort();
  return { ...entries[0], ...Object.fromEntries(said), absences_checked_at: checks[0] ?? '' };
}

function* fieldsOf(names: RowNames, table: string, { before, after }: Sides) {
  const key = names.key(table, { ...before, ...after });
  const [was, is] = [named(names, table, before), named(names, table, after)];
  for (const column of new Set([...was.keys(), ...is.keys()])) {
    const [old, now] = [was.get(column) ?? null, is.get(column) ?? null];
    if (old !== now) yield { key, column, before: old, after: now };
  }
}

/** The names that the files give to columns of the tables. */
const namesInFiles: Readonly<Record<string, string>> = {
  student: 'register_no',
  teaching_group: 'group',
  'teaching_group.name': 'group',
  'class.name': 'class',
  'lesson.staff': 'teacher',
  'group_teacher.staff': 'teacher',
  'group_teacher_change.staff': 'teacher',
  absences_checked_at: 'absences_checked',
};

const yesOrNo = ['held', 'whole'];

/** The filled columns of a row as the files have them; a work is known by three of them. */
function named(names: RowNames, table: string, row: RecordedRow): ReadonlyMap<string, string> {
  const cells = Object.keys(row)
    .filter((column) => column !== `${table}_id` && column !== 'school_year_id')
    .flatMap((column) =>
      column === 'assessed_work_id'
        ? names.keyOf('assessed_work', Number(row[column]))
        : [names.field(table, column, row)],
    );
  const found = new Map<string, string>();
  for (const { column, value } of cells) {
    if (!value) continue;
    const name = namesInFiles[`${table}.${column}`] ?? namesInFiles[column] ?? column;
    found.set(name, yesOrNo.includes(column) ? (value === '1' ? 'yes' : 'no') : value);
  }
  return found;
}

const parsed = (json: string | null): RecordedRow => (json === null ? {} : JSON.parse(json));
