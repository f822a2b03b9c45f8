// Large databases for the benchmarks, made from a school of two months by copying its rows: a whole
// year by moving the journal on by eight weeks at a time, ten years by moving everything on by 52.
import { copyFileSync } from 'node:fs';
import Database from 'better-sqlite3';

/** Rows get new numbers so far apart that none meet. */
const apart = 10_000_000;

/** Of each table the columns that point to a row, and those with a day or a moment. */
const journal = {
  lesson: { days: ['date'], moments: ['recorded_at', 'absences_checked_at'] },
  absence: { days: ['date'], moments: ['recorded_at'] },
  assessed_work: { days: ['date'], moments: [] },
  work_announcement: { days: [], moments: ['recorded_at'], numbers: ['assessed_work_id'] },
  mark: { days: [], moments: ['recorded_at'], numbers: ['assessed_work_id'] },
};

/** What belongs to a school year; students and staff stay who they are. */
const ofYear = {
  school_year: { years: ['year'] },
  calendar_day: { days: ['from', 'until'], numbers: ['school_year_id'] },
  programme_subject: { numbers: ['school_year_id'] },
  class: { numbers: ['school_year_id'] },
  class_teacher: { numbers: ['class_id'] },
  enrolment: { numbers: ['school_year_id', 'class_id'] },
  teaching_group: { numbers: ['school_year_id'] },
  group_class: { numbers: ['teaching_group_id', 'class_id'] },
  group_teacher: { numbers: ['teaching_group_id'] },
  group_teacher_change: { days: ['from', 'until'], numbers: ['teaching_group_id'] },
  group_member: { days: ['from', 'until'], numbers: ['teaching_group_id'] },
  bell_period: { days: ['from', 'until'], numbers: ['school_year_id'] },
  timetable_slot: { days: ['from', 'until'], numbers: ['teaching_group_id'] },
  lesson: { ...journal.lesson, numbers: ['teaching_group_id'] },
  absence: journal.absence,
  assessed_work: { ...journal.assessed_work, numbers: ['teaching_group_id'] },
  work_announcement: journal.work_announcement,
  mark: journal.mark,
};

function copied(db, tables, copy, weeks, rowsUpTo) {
  for (const [table, { days = [], moments = [], numbers = [], years = [] }] of Object.entries(
    tables,
  )) {
    const columns = db.pragma(`table_info(${table})`).map(({ name }) => name);
    const values = columns.map((name) => {
      const column = `"${name}"`;
      if (name === `${table}_id` || numbers.includes(name)) return `${column} + ${copy * apart}`;
      if (years.includes(name)) return `${column} + ${copy}`;
      if (days.includes(name)) return `date(${column}, '+${weeks * 7} days')`;
      if (!moments.includes(name)) return column;
      return `strftime('%Y-%m-%dT%H:%M:%SZ', ${column}, '+${weeks * 7} days')`;
    });
    const names = columns.map((name) => `"${name}"`).join(', ');
    db.exec(`INSERT INTO ${table} (${names}) SELECT ${values.join(', ')} FROM ${table}
              WHERE ${table}_id < ${rowsUpTo}`);
  }
}

/** Without the triggers, which would keep books of it. */
function opened(file) {
  const db = new Database(file);
  db.pragma('foreign_keys = OFF');
  db.pragma('journal_mode = MEMORY');
  db.pragma('synchronous = OFF');
  const triggers = db
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'")
    .pluck()
    .all();
  for (const name of triggers) db.exec(`DROP TRIGGER "${name}"`);
  return db;
}

/** A whole school year, from a database of its first two months. */
export function makeYear(from, to) {
  copyFileSync(from, to);
  const db = opened(to);
  db.exec('BEGIN');
  for (let copy = 1; copy <= 4; copy += 1) copied(db, journal, copy, 8 * copy, apart);
  db.exec('COMMIT');
  db.close();
}

/** Ten school years, from a database of one. */
export function makeTenYears(from, to) {
  copyFileSync(from, to);
  const db = opened(to);
  db.exec('BEGIN');
  for (let copy = 1; copy <= 9; copy += 1) copied(db, ofYear, 10 * copy, 52 * copy, 10 * apart);
  db.exec(`UPDATE school_year SET year = 2015 + (school_year_id / ${10 * apart})`);
  db.exec('COMMIT');
  const counts = ['lesson', 'mark'].map((table) =>
    db.prepare(`SELECT count(*) FROM ${table}`).pluck().get(),
  );
  db.close();
  return counts;
}
