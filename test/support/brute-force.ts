/**
 * Answers computed straight from the CSV files, day by day and row by row, without anything of the
 * program: what is overdue and what came late by the clauses 4.1 and 4.2, the monthly extract of
 * clause 3.4, and what stands in the summary journals of clause 1.7.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export type Row = Record<string, string>;
const MS = 86_400_000;

function readRows(folder: string, name: string): Row[] {
  return rowsOf(readFileSync(join(folder, `${name}.csv`), 'utf8'));
}

/** The rows of a CSV text with commas and a header. */
export function rowsOf(text: string): Row[] {
  const records: string[][] = [[]];
  let cell = '';
  let quoted = false;
  for (let i = 0; i < text.length; i += 1) {
    const c = text[i] ?? '';
    if (quoted && c === '"' && text[i + 1] === '"') {
      cell += c;
      i += 1;
    } else if (c === '"') quoted = !quoted;
    else if (!quoted && (c === ',' || c === '\n')) {
      records.at(-1)?.push(cell);
      cell = '';
      if (c === '\n') records.push([]);
    } else cell += c;
  }
  const [header = [], ...rest] = records.filter((record) => record.length > 1);
  return rest.map((record) =>
    Object.fromEntries(
      header.map((name_, at) => [name_, (record[at] ?? '').replace(/\s+/g, ' ').trim()]),
    ),
  );
}

/** The rows under each key, in their order. */
function byKey(rows: Row[], key: (row: Row) => string): Map<string, Row[]> {
  const map = new Map<string, Row[]>();
  for (const row of rows) {
    const list = map.get(key(row));
    if (list) list.push(row);
    else map.set(key(row), [row]);
  }
  return map;
}

/** The same function, asked for each text only once: the answers do not change. */
function once<T>(reckon: (key: string) => T): (key: string) => T {
  const known = new Map<string, { value: T }>();
  return (key) => {
    const found = known.get(key) ?? { value: reckon(key) };
    known.set(key, found);
    return found.value;
  };
}

const plus = (day: string, n: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + n * MS).toISOString().slice(0, 10);
const weekdayOf = (day: string) => ((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7) + 1;
const mondayOf = (day: string) => plus(day, 1 - weekdayOf(day));
const span = (row: Row) =>
  (Date.parse(row['until'] || (row['from'] ?? '')) - Date.parse(row['from'] ?? '')) / MS;
const within = (day: string, from = '', until = '') =>
  (!from || day >= from) && (!until || day <= until);

/** Latvia's clock: UTC+3 from the last Sunday of March to the last of October, 01:00 UTC, else UTC+2. */
function offset(utc: number): number {
  const year = new Date(utc).getUTCFullYear();
  const lastSunday = (month: number) => {
    const last = new Date(Date.UTC(year, month + 1, 0, 1));
    return +last - last.getUTCDay() * MS;
  };
  return utc >= lastSunday(2) && utc < lastSunday(9) ? 3 : 2;
}
const localDay = (utc: number) =>
  new Date(utc + offset(utc) * 3_600_000).toISOString().slice(0, 10);
export const instant = (day: string, time: string) => {
  const guess = Date.parse(`${day}T${time}Z`);
  return guess - offset(guess - 3 * 3_600_000) * 3_600_000;
};
const inSet = (list = '', n: number) =>
  !list ||
  list.split(',').some((part) => {
    const [a = 0, b = a] = part.split('-').map(Number);
    return n >= a && n <= b;
  });

function easter(y: number): string {
  // Gauss's method with Lilius's and Clavius's exceptions, as in the 19th-century tables.
  const [a, b, c] = [y % 19, y % 4, y % 7];
  const k = Math.floor(y / 100);
  const M = (15 - Math.floor((13 + 8 * k) / 25) + k - Math.floor(k / 4)) % 30;
  const N = (4 + k - Math.floor(k / 4)) % 7;
  let d = (19 * a + M) % 30;
  const e = (2 * b + 4 * c + 6 * d + N) % 7;
  if (d === 29 && e === 6) d = 22;
  else if (d === 28 && e === 6 && (11 * M + 11) % 30 < 19) d = 21;
  return plus(`${y}-03-22`, d + e);
}

export function isPublicHoliday(day: string): boolean {
  const year = Number(day.slice(0, 4));
  const fixed = [
    '01-01',
    '05-01',
    '05-04',
    '06-23',
    '06-24',
    '11-18',
    '12-24',
    '12-25',
    '12-26',
    '12-31',
  ];
  if (fixed.includes(day.slice(5))) return true;
  if ([-2, 0, 1, 49].some((n) => plus(easter(year), n) === day)) return true;
  if (['2018-07-09', '2018-09-24', '2023-05-29', '2023-07-10'].includes(day)) return true;
  return ['05-04', '11-18'].some((feast) => {
    const w = weekdayOf(`${year}-${feast}`);
    return w > 5 && plus(`${year}-${feast}`, 8 - w) === day;
  });
}

/** What clause 4.1 asks for one lesson: when each part was there first (UTC milliseconds; infinite: not yet). */
interface Owed {
  period: number;
  lesson: number;
  topic: number;
  absences: number;
  cancelled: number;
  substitute: string | undefined;
}

interface Facts {
  clause: string;
  missing: string;
  day: string;
  name: string;
  period?: number;
  work?: string;
  students?: string[];
  due: number;
  teacher?: string | undefined;
}

/** A whole school's files, with the questions that the rules ask of them. */
export function bruteSchool(folder: string) {
  const file = (name: string) => readRows(folder, name);
  const [calendar, bells, timetable, groups, groupTeachers, staff] = [
    'calendar',
    'bells',
    'timetable',
    'groups',
    'group-teachers',
    'staff',
  ].map(file) as [Row[], Row[], Row[], Row[], Row[], Row[]];
  const [students, movements, programmes, members, subjects] = [
    'students',
    'movements',
    'programmes',
    'group-members',
    'subjects',
  ].map(file) as [Row[], Row[], Row[], Row[], Row[]];
  const [lessons, absences, justifications, works, marks] = [
    'lessons',
    'absences',
    'justifications',
    'works',
    'marks',
  ].map(file) as [Row[], Row[], Row[], Row[], Row[]];
  const [termMarks, decisions] = ['term-marks', 'decisions'].map(file) as [Row[], Row[]];
  const group = new Map(groups.map((row) => [row['group'] ?? '', row]));
  const byGroup = (name: string) => group.get(name) ?? {};

  const covering = once((day: string) =>
    calendar
      .map((row, at) => ({ row, at }))
      .filter(({ row }) => within(day, row['from'], row['until'] || row['from']))
      .sort((a, b) => span(a.row) - span(b.row) || b.at - a.at)
      .map(({ row }) => row),
  );
  const worked = once((day: string) => {
    const row = covering(day).find(({ kind = '' }) =>
      ['public_holiday', 'moved_off', 'working_day'].includes(kind),
    );
    return row ? row['kind'] === 'working_day' : weekdayOf(day) <= 5 && !isPublicHoliday(day);
  });
  const lessonDay = (day: string, grade: number) => {
    const kinds = covering(day)
      .filter((row) => inSet(row['grades'], grade))
      .map((row) => row['kind'] ?? '');
    return (
      worked(day) &&
      kinds.some((kind) => kind.startsWith('semester')) &&
      !kinds.includes('holiday') &&
      !kinds.includes('no_school')
    );
  };
  const taughtAs = (day: string) => {
    const row = covering(day).find(({ kind = '' }) =>
      ['public_holiday', 'moved_off', 'working_day'].includes(kind),
    );
    return Number((row?.['kind'] === 'working_day' && row['replaces']) || weekdayOf(day));
  };
  const rings = (day: string, grade: number, period: string) => {
    const forAll = ['public_holiday', 'moved_off', 'working_day'];
    const name = covering(day).find(
      (row) =>
        row['schedule'] && (forAll.includes(row['kind'] ?? '') || inSet(row['grades'], grade)),
    )?.['schedule'];
    const valid = bells.filter((row) => within(day, row['from'], row['until']));
    const own = name
      ? valid.filter((row) => row['schedule'] === name)
      : valid.filter((row) => row['weekdays'] && inSet(row['weekdays'], taughtAs(day)));
    return own.length === 0 || own.some((row) => row['period'] === period);
  };
  const firstDay =
    calendar
      .filter((row) => row['kind'] === 'semester1')
      .map((row) => row['from'] ?? '')
      .sort()[0] ?? '';
  const week = (day: string) =>
    'AB'[Math.round((Date.parse(mondayOf(day)) - Date.parse(mondayOf(firstDay))) / (7 * MS)) % 2];

  const expected = once((day: string) => {
    const weekday = String(taughtAs(day));
    return timetable.filter(
      (row) =>
        row['weekday'] === weekday &&
        within(day, row['from'], row['until']) &&
        (!row['week'] || row['week'] === week(day)) &&
        (byGroup(row['group'] ?? '')['classes'] ?? '')
          .split('+')
          .map((name) => Number.parseInt(name, 10))
          .some((grade) => lessonDay(day, grade) && rings(day, grade, row['period'] ?? '')),
    );
  });
  const instantOf = once((text: string) => Date.parse(text));
  const recordedAt = (row: Row) => instantOf(row['recorded_at'] ?? '');
  const movementsOf = byKey(movements, (row) => row['register_no'] ?? '');
  const membersOf = byKey(members, (row) => row['group'] ?? '');
  const classOf = (student: Row, day: string) => {
    const own = [...(movementsOf.get(student['register_no'] ?? '') ?? [])].sort((a, b) =>
      (a['date'] ?? '') < (b['date'] ?? '') ? -1 : 1,
    );
    const presence = own.filter((row) => row['kind'] !== 'class');
    const last = presence
      .filter((row) =>
        row['kind'] === 'left' ? (row['date'] ?? '') < day : (row['date'] ?? '') <= day,
      )
      .at(-1);
    const isHere = last
      ? last['kind'] === 'joined'
      : presence[0]?.['kind'] !== 'joined' && within(day, student['enrolled_on']);
    if (
      !isHere ||
      (!presence.some((row) => row['kind'] === 'left') && !within(day, '', student['left_on']))
    )
      return undefined;
    return (
      own.filter((row) => row['kind'] !== 'left' && (row['date'] ?? '') <= day).at(-1)?.['class'] ??
      student['class']
    );
  };
  const isMember = (name: string, student: Row, day: string) => {
    const at = classOf(student, day);
    const row = byGroup(name);
    if (at === undefined) return false;
    if (row['whole'] !== 'yes')
      return (membersOf.get(name) ?? []).some(
        (m) => m['register_no'] === student['register_no'] && within(day, m['from'], m['until']),
      );
    const learns = programmes.some(
      (p) =>
        p['programme'] === student['programme'] &&
        p['grade'] === String(Number.parseInt(at, 10)) &&
        p['subject'] === row['subject'],
    );
    return (row['classes'] ?? '').split('+').includes(at) && learns;
  };

  const lessonsOn = byKey(lessons, (row) => row['date'] ?? '');
  const lessonsOfGroup = byKey(lessons, (row) => `${row['date']}|${row['group']}`);

  /** What clause 4.1 asks for a day of a group, as it is known at a moment. */
  function lessonsOwed(day: string, name: string, today: Row[], asOf: number): Owed[] {
    const open = new Set(
      today.filter((row) => row['group'] === name).map((row) => Number(row['period'])),
    );
    const own = (lessonsOfGroup.get(`${day}|${name}`) ?? []).filter(
      (row) => recordedAt(row) <= asOf,
    );
    const periods = [...new Set(own.map((row) => Number(row['period'])))].sort((a, b) => a - b);
    const owed: Owed[] = [];
    const further: number[] = [];
    for (const period of periods) {
      if (!open.delete(period)) further.push(period);
      const entries = inTime(own.filter((row) => Number(row['period']) === period));
      const first = (rows: Row[]) => Math.min(...rows.map(recordedAt));
      const checks = entries.map((row) => {
        const said = row['absences_checked'] ?? '';
        if (said === 'no') return Number.POSITIVE_INFINITY;
        return /^\d{4}/.test(said) ? Math.max(Date.parse(said), recordedAt(row)) : recordedAt(row);
      });
      owed.push({
        period,
        lesson: first(entries),
        topic: first(entries.filter((row) => row['topic'])),
        absences: Math.min(...checks.filter((check) => check <= asOf)),
        cancelled: first(entries.filter((row) => row['held'] === 'no')),
        substitute: entries.filter((row) => row['teacher']).at(-1)?.['teacher'],
      });
    }
    for (const period of further) {
      const last = inTime(own.filter((row) => Number(row['period']) === period)).at(-1);
      if (['consultation', 'briefing'].includes(last?.['kind'] ?? '')) continue;
      open.delete(Math.min(...open));
    }
    const never = Number.POSITIVE_INFINITY;
    const nothing = { lesson: never, topic: never, absences: never, cancelled: never };
    for (const period of open) owed.push({ period, ...nothing, substitute: undefined });
    return owed;
  }

  const missingAt = (owed: Owed, at: number) => {
    if (Math.min(owed.cancelled, Math.max(owed.topic, owed.absences)) <= at) return '';
    if (owed.lesson > at) return 'lesson';
    return [owed.topic > at ? 'topic' : '', owed.absences > at ? 'absences' : '']
      .filter(Boolean)
      .join('+');
  };

  /** Clause 4.1 at a moment: what is missing, or with `history` what came, but late. */
  function lessonRows(asOf: number, history: boolean): string[] {
    const found: string[] = [];
    for (let day = firstDay; day <= localDay(asOf); day = plus(day, 1)) {
      const today = expected(day);
      const names = new Set(
        [...today, ...(lessonsOn.get(day) ?? [])].map((row) => row['group'] ?? ''),
      );
      let dueDay = day;
      while (!worked(dueDay)) dueDay = plus(dueDay, 1);
      const due = instant(dueDay, '18:00:00');
      if (asOf < due) continue;
      for (const name of names) {
        for (const owed of lessonsOwed(day, name, today, asOf)) {
          const met = Math.min(owed.cancelled, Math.max(owed.topic, owed.absences));
          if (history ? met <= due || met > asOf : met <= asOf) continue;
          const missing = missingAt(owed, history ? due : asOf);
          const facts = { clause: '4.1', missing, day, name, period: owed.period, due };
          found.push(row({ ...facts, teacher: owed.substitute }, history ? met : undefined, asOf));
        }
      }
    }
    return found;
  }

  const membersOn = once((place: string) => {
    const [day = '', name = ''] = place.split('|');
    return students.filter((student) => isMember(name, student, day));
  });
  const workKey = (row: Row) => `${row['group']}|${row['date']}|${row['work']}`;
  const worksOf = byKey(works, workKey);
  const marksOf = byKey(marks, workKey);
  const absencesOf = byKey(absences, (row) => `${row['register_no']}|${row['date']}`);

  /** Whether a student was absent in every lesson of the group that day: those entered, else those expected. */
  function wasAbsent(student: Row, name: string, day: string, asOf: number): boolean {
    const entered = (lessonsOfGroup.get(`${day}|${name}`) ?? []).filter(
      (row) => recordedAt(row) <= asOf,
    );
    const held = [...byKey(entered, (row) => row['period'] ?? '').values()]
      .map((entries) => inTime(entries).at(-1) ?? {})
      .filter((row) => row['held'] !== 'no' && row['kind'] !== 'consultation');
    const lessonsThen =
      entered.length > 0 ? held : expected(day).filter((row) => row['group'] === name);
    const own = (absencesOf.get(`${student['register_no']}|${day}`) ?? []).filter(
      (row) => recordedAt(row) <= asOf,
    );
    const missed = (period = '') => {
      const last = inTime(own.filter((row) => row['period'] === period)).at(-1);
      return last !== undefined && (last['mark'] || 'n') === 'n';
    };
    return lessonsThen.length > 0 && lessonsThen.every((row) => missed(row['period']));
  }

  /** Clause 4.2 at a moment: works with marks missing, or with `history` with marks that came late. */
  function workRows(asOf: number, history: boolean): string[] {
    const found: string[] = [];
    for (const key of new Set([...worksOf.keys(), ...marksOf.keys()])) {
      const announced = inTime((worksOf.get(key) ?? []).filter((w) => recordedAt(w) <= asOf)).at(
        -1,
      );
      const entered = inTime((marksOf.get(key) ?? []).filter((m) => recordedAt(m) <= asOf));
      if (!announced && entered.length === 0) continue;
      const kind = announced?.['kind'] ?? entered.find((mark) => mark['kind'])?.['kind'];
      if (kind !== 'test') continue;
      const [name = '', day = '', work = ''] = key.split('|');
      let dueDay = day;
      for (let left = 5; left > 0; ) {
        dueDay = plus(dueDay, 1);
        if (worked(dueDay)) left -= 1;
      }
      const due = instant(dueDay, '23:59:59');
      if (asOf < due) continue;
      const subject = subjects.find((row) => row['code'] === byGroup(name)['subject']);
      const isPass =
        (announced?.['scale'] || subject?.['scale']) === 'pass' ||
        entered.some((mark) => ['i', 'ni'].includes(mark['value'] ?? ''));
      const first = new Map<string, number>();
      for (const mark of entered) {
        const no = mark['register_no'] ?? '';
        if (!first.has(no)) first.set(no, recordedAt(mark));
      }
      const isRetest = Boolean(announced?.['retest_of']);
      const owedTo = (isRetest ? [] : membersOn(`${day}|${name}`))
        .filter((student) => !wasAbsent(student, name, day, asOf))
        .map((student) => student['register_no'] ?? '');
      const cameLate = (no: string) => (first.get(no) ?? 0) > due;
      const concerned = history
        ? (isRetest ? [...first.keys()] : owedTo).filter(cameLate)
        : owedTo.filter((no) => !first.has(no));
      if (concerned.length === 0) continue;
      const met = history ? Math.max(...concerned.map((no) => first.get(no) ?? 0)) : undefined;
      const clause = isPass ? '4.2.1' : '4.2.2';
      const facts = { clause, missing: 'marks', day, name, work, students: concerned.sort(), due };
      found.push(row(facts, met, asOf));
    }
    return found;
  }

  /** One row of the output, its cells joined by `|`. */
  function row(facts: Facts, met: number | undefined, asOf: number): string {
    const { clause, missing, day, name, period = '', work = '', students: whose = [], due } = facts;
    const teacher =
      facts.teacher ||
      groupTeachers.find(
        (change) => change['group'] === name && within(day, change['from'], change['until']),
      )?.['teacher'] ||
      (byGroup(name)['teacher'] ?? '').split('+')[0] ||
      '';
    const person = staff.find((one) => one['code'] === teacher);
    let days = 0;
    for (let at = plus(localDay(due), 1); at <= localDay(met ?? asOf); at = plus(at, 1))
      if (worked(at)) days += 1;
    const text = (moment: number) => new Date(moment).toISOString().replace('.000Z', 'Z');
    const cells = [
      clause,
      missing,
      teacher,
      `${person?.['first_name']} ${person?.['last_name']}`,
      byGroup(name)['classes'],
      name,
      day,
      period,
      work,
      whose.join('+'),
      text(due),
      days,
    ];
    return met === undefined
      ? cells.join('|')
      : [...cells, text(met), Math.ceil((met - due) / 60_000)].join('|');
  }

  /** The absences of a student on some days: whose lesson it was, and what was decided. */
  function missedBy(registerNo: string, asOf: number, isAsked: (day: string) => boolean) {
    const student = students.find((row) => row['register_no'] === registerNo) ?? {};
    const standing = (rows: Row[]) =>
      [...rows].sort((a, b) => recordedAt(a) - recordedAt(b)).at(-1) ?? {};
    const ownAbsences = absences.filter(
      (row) =>
        row['register_no'] === registerNo && isAsked(row['date'] ?? '') && recordedAt(row) <= asOf,
    );
    return [...new Set(ownAbsences.map((row) => `${row['date']}|${row['period']}`))]
      .map((key) =>
        standing(ownAbsences.filter((row) => `${row['date']}|${row['period']}` === key)),
      )
      .filter((row) => row['mark'] !== '-')
      .map((row) => {
        const [day = '', period = ''] = [row['date'], row['period']];
        const then = [
          ...lessons.filter(
            (l) => l['date'] === day && l['period'] === period && recordedAt(l) <= asOf,
          ),
          ...expected(day).filter((l) => l['period'] === period),
        ];
        const lesson = then.find((l) => isMember(l['group'] ?? '', student, day));
        const deciding = justifications.filter(
          (j) =>
            recordedAt(j) <= asOf &&
            within(day, j['from'], j['until'] || j['from']) &&
            Number(period) >= Number(j['first_period'] || 0) &&
            Number(period) <= Number(j['last_period'] || 99) &&
            (j['register_no'] === registerNo || (j['group'] && isMember(j['group'], student, day))),
        );
        return {
          date: day,
          period: Number(period),
          group: lesson?.['group'] ?? null,
          subject: byGroup(lesson?.['group'] ?? '')['subject'] ?? '',
          late: row['mark'] === 'k',
          status: standing(deciding)['status'] ?? 'undecided',
        };
      });
  }

  /** The marks that stand of a group on some days: day, student, value. */
  function marksIn(name: string, asOf: number, isAsked: (day: string) => boolean) {
    const stands = new Map<string, Row>();
    const own = marks.filter(
      (row) => row['group'] === name && isAsked(row['date'] ?? '') && recordedAt(row) <= asOf,
    );
    for (const row of own.sort((a, b) => recordedAt(a) - recordedAt(b))) {
      stands.set(`${row['date']}|${row['work']}|${row['register_no']}`, row);
    }
    return [...stands.values()].map(
      (row) => `${row['date']} ${row['register_no']} ${row['value']}`,
    );
  }

  /** The lessons of a class that were entered for a day by a moment: group and period. */
  const enteredIn = (className: string, day: string, asOf: number) => [
    ...new Set(
      lessons
        .filter(
          (row) =>
            row['date'] === day &&
            recordedAt(row) <= asOf &&
            (byGroup(row['group'] ?? '')['classes'] ?? '').split('+').includes(className),
        )
        .map((row) => `${row['group']} ${row['period']}`),
    ),
  ];

  /** The periods in which the timetable expects a group on a day. */
  const expectedOf = (name: string, day: string) =>
    [
      ...new Set(
        expected(day)
          .filter((row) => row['group'] === name)
          .map((row) => Number(row['period'])),
      ),
    ].sort((a, b) => a - b);

  const inTime = (rows: Row[]) => [...rows].sort((a, b) => recordedAt(a) - recordedAt(b));
  /** Clauses 4.1 and 4.2 at a moment (UTC milliseconds): the rows of `overdue`, cells joined by `|`. */
  const overdue = (asOf: number) => [...lessonRows(asOf, false), ...workRows(asOf, false)].sort();
  /** The rows of `overdue --history`. */
  const history = (asOf: number) => [...lessonRows(asOf, true), ...workRows(asOf, true)].sort();

  const lastOf = (rows: Row[]) => inTime(rows).at(-1) ?? {};
  /** What a summary journal tells of a student: the marks that stand, the decision, absences by semester. */
  function summary(registerNo: string, className: string, asOf: number) {
    const student = students.find((row) => row['register_no'] === registerNo) ?? {};
    const ownMarks = termMarks.filter(
      (row) => row['register_no'] === registerNo && recordedAt(row) <= asOf,
    );
    const keys = [...new Set(ownMarks.map((row) => `${row['subject']} ${row['term']}`))];
    const marksThatStand = Object.fromEntries(
      keys.map((key) => [
        key,
        lastOf(ownMarks.filter((row) => `${row['subject']} ${row['term']}` === key))['value'],
      ]),
    );
    const grade = Number.parseInt(className, 10);
    const begins =
      calendar.find((row) => row['kind'] === 'semester2' && inSet(row['grades'], grade))?.[
        'from'
      ] ?? '9999';
    const missed = missedBy(registerNo, asOf, (day) => classOf(student, day) === className).map(
      (one) => ({ semester: one.date < begins ? 1 : 2, what: one.late ? 'late' : one.status }),
    );
    const counts = (semesters: number[]) =>
      ['justified', 'unjustified', 'undecided', 'late'].map(
        (what) =>
          missed.filter((one) => one.what === what && semesters.includes(one.semester)).length,
      );
    const decision = decisions.find((row) => row['register_no'] === registerNo);
    return { marks: marksThatStand, decision, absences: [[1], [2], [1, 2]].map(counts) };
  }

  /** Everybody who is in a class on any of these days. */
  const everIn = (className: string, from: string, until: string) =>
    students
      .filter((student) => {
        for (let day = from; day <= until; day = plus(day, 1))
          if (classOf(student, day) === className) return true;
        return false;
      })
      .map((student) => student['register_no'] ?? '');

  /** The extract of one student, as the JSON of `monthly-extract` has it. */
  function extract(registerNo: string, month: string, asOf: number) {
    const student = students.find((row) => row['register_no'] === registerNo) ?? {};
    const days = Array.from(
      { length: 31 },
      (_, at) => `${month}-${String(at + 1).padStart(2, '0')}`,
    ).filter((day) => plus(day, 0) === day);
    const inMonth = (row: Row) => row['date']?.startsWith(month) && recordedAt(row) <= asOf;
    const ownMarks = marks.filter((row) => row['register_no'] === registerNo && inMonth(row));
    const workOf = (row: Row) => `${row['group']}|${row['date']}|${row['work']}`;
    const found = [...new Set(ownMarks.map(workOf))].map((key) => {
      const entries = ownMarks
        .filter((row) => workOf(row) === key)
        .sort((a, b) => recordedAt(a) - recordedAt(b));
      const announced = works
        .filter((row) => workOf(row) === key && recordedAt(row) <= asOf)
        .at(-1);
      const { date, group: name, work, value } = entries.at(-1) ?? {};
      return {
        date,
        group: name,
        work,
        kind: announced?.['kind'] || entries[0]?.['kind'] || null,
        value,
      };
    });
    const missed = missedBy(registerNo, asOf, (day) => day.startsWith(month));
    const own = new Set([
      ...groups
        .filter((row) => days.some((day) => isMember(row['group'] ?? '', student, day)))
        .map((row) => row['subject'] ?? ''),
      ...found.map((mark) => byGroup(mark.group ?? '')['subject'] ?? ''),
      ...missed.map((one) => one.subject),
    ]);
    const counts = (list: typeof missed) => {
      const real = list.filter((one) => !one.late);
      const of = (status: string) => real.filter((one) => one.status === status).length;
      return {
        justified: of('justified'),
        unjustified: of('unjustified'),
        undecided: of('undecided'),
      };
    };
    const inOrder = [...subjects].sort(
      (a, b) => Number(a['order'] || 1e5) - Number(b['order'] || 1e5),
    );
    return {
      register_no: registerNo,
      last_name: student['last_name'],
      first_name: student['first_name'],
      class: classOf(student, days.at(-1) ?? ''),
      month,
      subjects: inOrder
        .filter((row) => own.has(row['code'] ?? ''))
        .map(({ code = '' }) => {
          const ofSubject = found.filter((mark) => byGroup(mark.group ?? '')['subject'] === code);
          const points = ofSubject
            .map((mark) => mark.value ?? '')
            .filter((value) => /^([1-9]|10)$/.test(value))
            .map(Number);
          const exact =
            points.length > 0
              ? Number(
                  `${Math.round(Number(`${points.reduce((a, b) => a + b, 0) / points.length}e2`))}e-2`,
                ).toFixed(2)
              : null;
          const absent = missed.filter((one) => one.subject === code);
          return {
            subject: code,
            marks: ofSubject.sort((a, b) => (`${a.date}${a.work}` < `${b.date}${b.work}` ? -1 : 1)),
            average: exact,
            absences: counts(absent),
            late: absent.filter((one) => one.late).length,
          };
        }),
      absences: counts(missed),
      late: missed.filter((one) => one.late).length,
    };
  }

  /**
   * The term mark that the marks of some days give: the plain mean, half up, from three marks on; a
   * retest stands for its work, which is looked for by its title.
   */
  function termMark(registerNo: string, subject: string, from: string, until: string) {
    const own = marks.filter(
      (row) =>
        row['register_no'] === registerNo &&
        byGroup(row['group'] ?? '')['subject'] === subject &&
        within(row['date'] ?? '', from, until),
    );
    const stands = new Map<string, Row>();
    const byMoment = (a: Row, b: Row) => recordedAt(a) - recordedAt(b);
    for (const row of [...own].sort(byMoment)) {
      stands.set(`${row['date']}|${row['group']}|${row['work']}`, row);
    }
    const rootOf = (name: string, title: string, day: string): string => {
      const announced = works
        .filter((w) => w['group'] === name && w['work'] === title && w['date'] === day)
        .sort(byMoment)
        .at(-1);
      const first = [...works, ...marks]
        .filter(
          (w) =>
            w['group'] === name &&
            w['work'] === announced?.['retest_of'] &&
            within(w['date'] ?? '', from, plus(day, -1)),
        )
        .map((w) => w['date'] ?? '')
        .sort()
        .at(-1);
      return first && announced?.['retest_of']
        ? rootOf(name, announced['retest_of'], first)
        : `${name}|${title}|${day}`;
    };
    const last = new Map<string, number>();
    const inOrder = [...stands.values()].sort((a, b) =>
      (a['date'] ?? '') < (b['date'] ?? '') ? -1 : 1,
    );
    for (const row of inOrder) {
      if (!/^\d+$/.test(row['value'] ?? '')) continue;
      const root = rootOf(row['group'] ?? '', row['work'] ?? '', row['date'] ?? '');
      last.set(root, Number(row['value']));
    }
    if (last.size < 3) return null;
    const sum = [...last.values()].reduce((a, b) => a + b, 0);
    return [10, 9, 8, 7, 6, 5, 4, 3, 2, 1].find((n) => (2 * n - 1) * last.size <= 2 * sum);
  }

  const classesOn = (day: string) =>
    students
      .map((student) => ({
        register_no: student['register_no'] ?? '',
        class: classOf(student, day),
      }))
      .filter((one) => one.class !== undefined);
  return {
    overdue,
    history,
    extract,
    termMark,
    summary,
    everIn,
    missedBy,
    marksIn,
    enteredIn,
    expectedOf,
    groupNames: [...group.keys()],
    instant,
    classesOn,
    file,
    classOf,
    isMember,
    recordedAt,
  };
}
