import type { Database } from 'better-sqlite3';
import type { Moment } from '../../rules/school-time.js';
import { type Term, terms } from '../../rules/term-marks.js';
import { type TermFilter, termBook, termKey } from './term-book.js';

/** A term mark that stands, or (without a value) one that is owed; the names are an interface of the output. */
export interface TermMarkRow {
  class: string;
  register_no: string;
  last_name: string;
  first_name: string;
  subject: string;
  term: Term;
  value: string | null;
  recorded_at: Moment | null;
}

/**
 * The marks of a term, or of every term that has any, of those who learn a subject at its end: entered or still
 * owed. Of exams, credits and re-examinations also what was entered without being owed.
 * @throws Problem those of termBook and its owed
 */
export function termMarkRows(
  db: Database,
  asOf: Date,
  term: Term | undefined,
  filter: TermFilter,
): TermMarkRow[] {
  const book = termBook(db, asOf, filter.year);
  const asked = term === undefined ? terms : [term];
  const places = book.owed('year', filter);
  const owedOf = new Map(asked.map((one) => [one, book.owed(one, filter)]));
  const all = [...owedOf.values(), places].flat();
  const students = new Set(all.map((one) => one.student));
  const stands = book.standing([...students]);
  const rows = new Map<string, TermMarkRow>();
  const put = (
    { student, class: name, subject }: (typeof all)[number],
    of: Term,
    owed: boolean,
  ) => {
    const key = termKey(student.student_id, subject.code, of);
    const entry = stands.get(key);
    if (rows.has(key) || (!owed && !entry)) return;
    rows.set(key, {
      class: name,
      register_no: student.register_no,
      last_name: student.last_name,
      first_name: student.first_name,
      subject: subject.code,
      term: of,
      value: entry?.value ?? null,
      recorded_at: entry?.recorded_at ?? null,
    });
  };
  for (const one of asked) {
    for (const owed of owedOf.get(one) ?? []) put(owed, one, true);
    for (const place of places) put(place, one, false);
  }
  const found = [...rows.values()];
  const begun = new Set(found.filter((row) => row.value !== null).map((row) => row.term));
  return found.filter((row) => term !== undefined || begun.has(row.term));
}
