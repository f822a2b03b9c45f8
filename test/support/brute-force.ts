/**
 * Answers computed straight from the CSV files, day by day and row by row, without anything of the
 * program: what is overdue by clause 4.1, and the monthly extract of clause 3.4, and what stands in the
 * summary journals of clause 1.7.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

type Row = Record<string, string>;
const MS = 86_400_000;

function readRows(folder: string, name: string): Row[] {
  const text = readFileSync(join(folder, `${name}.csv`), 'utf8');
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
const instant = (day: string, time: string) => {
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

function isPublicHoliday(day: string): boolean {
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

  const covering = (day: string) =>
    calendar
      .map((row, at) => ({ row, at }))
      .filter(({ row }) => within(day, row['from'], row['until'] || row['from']))
      .sort((a, b) => span(a.row) - span(b.row) || b.at - a.at)
      .map(({ row }) => row);
  const worked = (day: string) => {
    const row = covering(day).find(({ kind = '' }) =>
      ['public_holiday', 'moved_off', 'working_day'].includes(kind),
    );
    return row ? row['kind'] === 'working_day' : weekdayOf(day) <= 5 && !isPublicHoliday(day);
  };
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
  const rings = (day: string, period: string) => {
    const name = covering(day).find((row) => row['schedule'])?.['schedule'];
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

  const expected = (day: string) => {
    const weekday = String(taughtAs(day));
    return timetable.filter(
      (row) =>
        row['weekday'] === weekday &&
        within(day, row['from'], row['until']) &&
        (!row['week'] || row['week'] === week(day)) &&
        (byGroup(row['group'] ?? '')['classes'] ?? '')
          .split('+')
          .some((name) => lessonDay(day, Number.parseInt(name, 10))) &&
        rings(day, row['period'] ?? ''),
    );
  };
  const recordedAt = (row: Row) => Date.parse(row['recorded_at'] ?? '');
  const classOf = (student: Row, day: string) => {
    const own = movements
      .filter((row) => row['register_no'] === student['register_no'])
      .sort((a, b) => ((a['date'] ?? '') < (b['date'] ?? '') ? -1 : 1));
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
      return members.some(
        (m) =>
          m['group'] === name &&
          m['register_no'] === student['register_no'] &&
          within(day, m['from'], m['until']),
      );
    const learns = programmes.some(
      (p) =>
        p['programme'] === student['programme'] &&
        p['grade'] === String(Number.parseInt(at, 10)) &&
        p['subject'] === row['subject'],
    );
    return (row['classes'] ?? '').split('+').includes(at) && learns;
  };

  /** Clause 4.1 at a moment (UTC milliseconds): the rows of `overdue`, without the empty columns. */
  function overdue(asOf: number): string[] {
    const found: string[] = [];
    const known = lessons.filter((row) => recordedAt(row) <= asOf);
    const perDay = new Map<string, Row[]>();
    for (const row of known)
      perDay.set(row['date'] ?? '', [...(perDay.get(row['date'] ?? '') ?? []), row]);
    for (let day = firstDay; day <= localDay(asOf); day = plus(day, 1)) {
      const today = expected(day);
      const entered = perDay.get(day) ?? [];
      const names = new Set([...today, ...entered].map((row) => row['group'] ?? ''));
      for (const name of names) {
        const open = new Set(
          today.filter((row) => row['group'] === name).map((row) => Number(row['period'])),
        );
        const own = entered.filter((row) => row['group'] === name);
        const periods = [...new Set(own.map((row) => Number(row['period'])))].sort((a, b) => a - b);
        const further: number[] = [];
        for (const period of periods) {
          if (!open.delete(period)) further.push(period);
          const entries = own
            .filter((row) => Number(row['period']) === period)
            .sort((a, b) => recordedAt(a) - recordedAt(b));
          const isOff = entries.some((row) => row['held'] === 'no');
          const hasTopic = entries.some((row) => row['topic']);
          const isChecked = entries.some((row) => {
            const said = row['absences_checked'] ?? '';
            return said !== 'no' && (/^\d{4}/.test(said) ? Date.parse(said) <= asOf : true);
          });
          const missing = [hasTopic ? '' : 'topic', isChecked ? '' : 'absences']
            .filter(Boolean)
            .join('+');
          const substitute = entries.filter((row) => row['teacher']).at(-1)?.['teacher'];
          if (!isOff && missing) found.push(...late(day, name, period, missing, substitute, asOf));
        }
        for (const period of further) {
          const last = own
            .filter((row) => Number(row['period']) === period)
            .sort((a, b) => recordedAt(a) - recordedAt(b))
            .at(-1);
          if (['consultation', 'briefing'].includes(last?.['kind'] ?? '')) continue;
          const earliest = Math.min(...open);
          open.delete(earliest);
        }
        for (const period of open)
          found.push(...late(day, name, period, 'lesson', undefined, asOf));
      }
    }
    return found.sort();
  }

  function late(
    day: string,
    name: string,
    period: number,
    missing: string,
    substitute: string | undefined,
    asOf: number,
  ): string[] {
    let dueDay = day;
    while (!worked(dueDay)) dueDay = plus(dueDay, 1);
    const due = instant(dueDay, '18:00:00');
    if (asOf < due) return [];
    const teacher =
      substitute ||
      groupTeachers.find(
        (row) => row['group'] === name && within(day, row['from'], row['until']),
      )?.['teacher'] ||
      (byGroup(name)['teacher'] ?? '').split('+')[0] ||
      '';
    const person = staff.find((row) => row['code'] === teacher);
    let days = 0;
    for (let at = plus(dueDay, 1); at <= localDay(asOf); at = plus(at, 1))
      if (worked(at)) days += 1;
    const dueAt = new Date(due).toISOString().replace('.000Z', 'Z');
    return [
      [
        '4.1',
        missing,
        teacher,
        `${person?.['first_name']} ${person?.['last_name']}`,
        byGroup(name)['classes'],
        name,
        day,
        period,
        '',
        '',
        dueAt,
        days,
      ].join(','),
    ];
  }

  const standing = (rows: Row[]) =>
    [...rows].sort((a, b) => recordedAt(a) - recordedAt(b)).at(-1) ?? {};
  /** Of each lesson the entry that stands, without those who were present after all. */
  const standingAbsences = (rows: Row[]) =>
    [...new Set(rows.map((row) => `${row['date']}|${row['period']}`))]
      .map((key) => standing(rows.filter((row) => `${row['date']}|${row['period']}` === key)))
      .filter((row) => row['mark'] !== '-');
  const statusOf = (student: Row, { date: day = '', period }: Row, asOf: number) => {
    const deciding = justifications.filter(
      (j) =>
        recordedAt(j) <= asOf &&
        within(day, j['from'], j['until'] || j['from']) &&
        Number(period) >= Number(j['first_period'] || 0) &&
        Number(period) <= Number(j['last_period'] || 99) &&
        (j['register_no'] === student['register_no'] ||
          (j['group'] && isMember(j['group'], student, day))),
    );
    return standing(deciding)['status'] ?? 'undecided';
  };

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
        standing(ownMarks.filter((row) => `${row['subject']} ${row['term']}` === key))['value'],
      ]),
    );
    const grade = Number.parseInt(className, 10);
    const begins =
      calendar.find((row) => row['kind'] === 'semester2' && inSet(row['grades'], grade))?.[
        'from'
      ] ?? '9999';
    const missed = standingAbsences(
      absences.filter(
        (row) =>
          row['register_no'] === registerNo &&
          recordedAt(row) <= asOf &&
          classOf(student, row['date'] ?? '') === className,
      ),
    ).map((row) => ({
      semester: (row['date'] ?? '') < begins ? 1 : 2,
      what: row['mark'] === 'k' ? 'late' : statusOf(student, row, asOf),
    }));
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
      const { date, group: name, work, value } = standing(entries);
      return {
        date,
        group: name,
        work,
        kind: announced?.['kind'] || entries[0]?.['kind'] || null,
        value,
      };
    });
    const ownAbsences = absences.filter((row) => row['register_no'] === registerNo && inMonth(row));
    const missed = standingAbsences(ownAbsences).map((row) => {
      const [day = '', period = ''] = [row['date'], row['period']];
      const then = [
        ...lessons.filter(
          (l) => l['date'] === day && l['period'] === period && recordedAt(l) <= asOf,
        ),
        ...expected(day).filter((l) => l['period'] === period),
      ];
      const lesson = then.find((l) => isMember(l['group'] ?? '', student, day));
      return {
        subject: byGroup(lesson?.['group'] ?? '')['subject'] ?? '',
        late: row['mark'] === 'k',
        status: statusOf(student, row, asOf),
      };
    });
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

  const classesOn = (day: string) =>
    students
      .map((student) => ({
        register_no: student['register_no'] ?? '',
        class: classOf(student, day),
      }))
      .filter((one) => one.class !== undefined);
  return { overdue, extract, summary, everIn, instant, classesOn };
}
