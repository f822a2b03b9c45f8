import type { Database } from 'better-sqlite3';
import { remembered } from '../rules/remembered.js';
import { type RecordedTable, recordedTables, rowAsJson } from './recorded-tables.js';

/** A row as JSON keeps it: empty columns are left out. */
export type RecordedRow = Readonly<Record<string, string | number>>;

/** By which columns the school knows a row of each table. */
export const keyColumns: Readonly<Record<string, readonly string[]>> = {
  absence: ['student_id', 'date', 'period'],
  assessed_work: ['teaching_group_id', 'date', 'work'],
  bell_period: ['schedule', 'period', 'weekdays', 'from'],
  blank: ['series', 'number'],
  calendar_day: ['from', 'until', 'kind', 'grades'],
  certificate: ['blank_id'],
  class: ['name'],
  class_teacher: ['class_id', 'staff_id'],
  decision: ['student_id'],
  document: ['kind', 'period', 'class_id', 'student_id'],
  document_file: ['file'],
  document_in_file: ['document_file_id', 'place'],
  enrolment: ['student_id'],
  exam_certificate: ['student_id', 'subject_id'],
  group_class: ['teaching_group_id', 'class_id'],
  group_member: ['teaching_group_id', 'student_id', 'from'],
  group_teacher: ['teaching_group_id', 'staff_id'],
  group_teacher_change: ['teaching_group_id', 'staff_id', 'from'],
  justification: ['student_id', 'teaching_group_id', 'from', 'until'],
  justification_withdrawal: ['justification_id'],
  lesson: ['teaching_group_id', 'date', 'period'],
  mark: ['assessed_work_id', 'student_id'],
  movement: ['student_id', 'date', 'kind'],
  outbox: ['created_at', 'recipient'],
  parent: ['last_name', 'first_name', 'phone'],
  personal_file: ['student_id'],
  programme: ['code'],
  programme_subject: ['programme_id', 'grade', 'subject_id'],
  school_setting: ['key'],
  school_year: ['year'],
  setting: ['key'],
  staff: ['code'],
  staff_role: ['staff_id', 'role'],
  student: ['register_no'],
  student_parent: ['student_id', 'parent_id'],
  subject: ['code'],
  teaching_group: ['name'],
  term_mark: ['student_id', 'subject_id', 'term'],
  timetable_slot: ['teaching_group_id', 'weekday', 'period', 'week', 'from'],
  work_announcement: ['assessed_work_id'],
};

/** Names rows and their columns in the words of the school, for people who read what changed. */
export interface RowNames {
  /** The school's own key of a row: `1042`, or `7.a LV 2015-09-14 3`. */
  key(table: string, row: RecordedRow): string;
  /** The name of a column (`class` for `class_id`) and its value in words; null where it is empty. */
  field(table: string, column: string, row: RecordedRow): { column: string; value: string | null };
  /** The columns by which the school knows the row of that number, as `field` names them. */
  keyOf(table: string, id: number): { column: string; value: string | null }[];
}

/** Remembers what it looked up: a group is named once, however many of its lessons changed. */
export function rowNames(db: Database): RowNames {
  const found = new Map<string, string>();
  const rowAsItWas = rowsAsTheyWere(db);
  const key = (table: string, row: RecordedRow): string =>
    (keyColumns[table] ?? [])
      .map((column) => field(table, column, row).value)
      .filter((value) => value !== null)
      .join(' ');

  const field = (table: string, column: string, row: RecordedRow) => {
    const target = recordedTables(db).get(table)?.references.get(column);
    const value = row[column];
    if (target === undefined) return { column, value: value === undefined ? null : String(value) };
    const name = column.replace(/_id$/, '');
    return { column: name, value: value === undefined ? null : nameOf(target, Number(value)) };
  };

  const nameOf = (table: string, id: number): string => {
    const place = `${table} ${id}`;
    const name = found.get(place) ?? lookedUp(table, id);
    found.set(place, name);
    return name;
  };

  const lookedUp = (table: string, id: number): string => {
    const row = rowAsItWas(table, id);
    return row ? key(table, row) : `#${id}`;
  };
  const keyOf = (table: string, id: number) => {
    const row = rowAsItWas(table, id) ?? {};
    return (keyColumns[table] ?? []).map((column) => field(table, column, row));
  };
  return { key, field, keyOf };
}

/** Reads a row as it stands, or as it was before it went. */
function rowsAsTheyWere(db: Database) {
  const statementOf = remembered((table: string) => {
    const recorded = recordedTables(db).get(table);
    return recorded && prepareRow(db, recorded);
  });
  return (table: string, id: number): RecordedRow | undefined => {
    const json = statementOf(table)?.get({ id, table });
    return json === undefined ? undefined : (JSON.parse(json) as RecordedRow);
  };
}

/** `action <> 'insert'` repeats what `delete` says: the index of the changes of a row holds no others. */
function prepareRow(db: Database, table: RecordedTable) {
  return db
    .prepare<{ id: number; table: string }, string>(`
      SELECT ${rowAsJson(table, table.name)} FROM ${table.name} WHERE ${table.key} = :id
       UNION ALL
      SELECT * FROM (SELECT before FROM change
                      WHERE table_name = :table AND row_id = :id AND action = 'delete' AND action <> 'insert'
                      ORDER BY change_id DESC LIMIT 1)`)
    .pluck();
}
