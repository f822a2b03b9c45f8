import type { Database } from 'better-sqlite3';
import { justificationEntries } from '../../db/justifications.js';
import { setting } from '../../db/school-settings.js';
import { type CivilDate, schoolYearBounds } from '../../rules/civil-date.js';
import { gradeOf } from '../../rules/class-name.js';
import { standingBy } from '../../rules/entries.js';
import { groupedBy } from '../../rules/grouping.js';
import { daysOf, isParentsNote } from '../../rules/parents-notes.js';
import type { Moment } from '../../rules/school-time.js';
import { type Semester, semesterOf } from '../../rules/semesters.js';
import type { Matter } from './decision-matter.js';

/** A limit of the school that notes of the parents pass. */
export interface NoteExcess {
  readonly over: 'at_once' | Semester;
  readonly days: number;
  readonly limit: number;
}

/**
 * Whether the parents' notes about a student cover more days than the school allows: those of this
 * decision at a time, and all that stand in each semester that it touches. A limit of 0 is none.
 */
export function noteExcess(db: Database, matter: Matter, spans: Matter['spans'], asOf: Moment) {
  const { year, student, book } = matter;
  if (!student) return [];
  const now = daysOf(spans);
  const { first, last } = schoolYearBounds(year.year);
  const all = justificationEntries(db, { year, from: first, until: last, asOf }, [
    student.student_id,
  ]);
  const own = standingBy(
    all.filter((row) => row.student_id !== null),
    (row) => [row.from, row.until, row.first_period, row.last_period].join(' '),
  );
  const notes = [...own.values()].filter(isParentsNote);
  const termOf = (day: CivilDate) =>
    semesterOf(
      book.plan.calendar.rows,
      day,
      gradeOf(book.membership.classOn(student, day) ?? student.class),
    );
  const ofTerm = groupedBy(daysOf(notes), termOf);
  const touched = [...new Set([...now].map(termOf))];
  const counted: NoteExcess[] = [
    { over: 'at_once', days: now.size, limit: setting(db, 'note_days_at_once') },
    ...touched.map((term) => ({
      over: term,
      days: ofTerm.get(term)?.length ?? 0,
      limit: setting(db, 'note_days_in_semester'),
    })),
  ];
  return counted.filter(({ days, limit }) => limit > 0 && days > limit);
}
