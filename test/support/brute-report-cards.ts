/** Report cards (clause 3.5) computed straight from the CSV files, row by row, without anything of the program. */
import { bruteSchool, type Row } from './brute-force.js';

const all = ['semester1', 'semester2', 'year', 'exam', 'credit', 'reexam'];

export function bruteReportCards(folder: string) {
  const { file, classOf, isMember, recordedAt, instant } = bruteSchool(folder);
  const [students, subjects, groups, works, marks] = [
    file('students'),
    file('subjects'),
    file('groups'),
    file('works'),
    file('marks'),
  ] as [Row[], Row[], Row[], Row[], Row[]];
  const [termMarks, decisions, absences, justifications] = [
    file('term-marks'),
    file('decisions'),
    file('absences'),
    file('justifications'),
  ] as [Row[], Row[], Row[], Row[]];
  const [programmes, calendar, staff] = [file('programmes'), file('calendar'), file('staff')] as [
    Row[],
    Row[],
    Row[],
  ];
  const assessed = new Set([...works, ...marks].map((row) => row['group']));
  const last = (rows: Row[]) =>
    rows.reduce<Row | undefined>(
      (best, row) => (best && recordedAt(best) > recordedAt(row) ? best : row),
      undefined,
    );
  const days = (kind: string, className: string) => {
    const grade = Number.parseInt(className, 10);
    const own = calendar.filter(
      (row) =>
        row['kind'] === kind &&
        (!row['grades'] ||
          row['grades'].split(',').some((part) => {
            const [from = 0, until = from] = part.split('-').map(Number);
            return grade >= from && grade <= until;
          })),
    );
    return {
      from: own.map((row) => row['from'] ?? '').sort()[0] ?? '',
      until:
        own
          .map((row) => row['until'] || row['from'] || '')
          .sort()
          .at(-1) ?? '',
    };
  };
  const learnt = (student: Row, day: string) =>
    new Set(
      groups
        .filter((row) => {
          const scale = subjects.find((one) => one['code'] === row['subject'])?.['scale'];
          const isGraded = scale === 'points' || assessed.has(row['group'] ?? '');
          return isGraded && isMember(row['group'] ?? '', student, day);
        })
        .map((row) => row['subject'] ?? ''),
    );

  /** One card, or undefined for who is in no class on the last day of the term. */
  function card(student: Row, term: 'semester1' | 'year', asOf: number) {
    const number = student['register_no'];
    const semester = term === 'year' ? 'semester2' : 'semester1';
    const until = days(semester, student['class'] ?? '').until;
    const className = classOf(student, until);
    if (className === undefined) return undefined;
    const from = days('semester1', className).from;
    const shown = term === 'year' ? all : ['semester1'];
    const markOf = (subject: string, of: string) =>
      (shown.includes(of) &&
        last(
          termMarks.filter(
            (row) =>
              row['register_no'] === number &&
              row['subject'] === subject &&
              row['term'] === of &&
              recordedAt(row) <= asOf,
          ),
        )?.['value']) ||
      null;

    const firstEnd = days('semester1', className).until;
    const now = learnt(student, until);
    const first = classOf(student, firstEnd) === undefined ? now : learnt(student, firstEnd);
    const ending = (kind: string) =>
      programmes
        .filter(
          (row) =>
            row['programme'] === student['programme'] &&
            row['grade'] === String(Number.parseInt(className, 10)) &&
            row['year_end'] === kind &&
            now.has(row['subject'] ?? ''),
        )
        .map((row) => row['subject'] ?? '');
    const owed: Record<string, Set<string>> = term === 'semester1'
      ? { semester1: first }
      : {
          semester1: first,
          semester2: now,
          year: now,
          exam: new Set(ending('exam')),
          credit: new Set(ending('credit')),
        };
    const inOrder = [...subjects].sort(
      (a, b) => Number(a['order'] || 1e5) - Number(b['order'] || 1e5),
    );
    const lines = inOrder
      .map(({ code = '', name, certificate_name }) => ({
        subject: code,
        name: certificate_name || (name ?? ''),
        ...(Object.fromEntries(all.map((of) => [of, markOf(code, of)])) as Record<
          string,
          string | null
        >),
      }))
      .filter(
        (line) =>
          all.some((of) => (line as Record<string, unknown>)[of] !== null) ||
          Object.values(owed).some((codes) => codes.has(line.subject)),
      );
    const missing = lines.flatMap((line) =>
      ['semester1', 'semester2', 'year', 'credit', 'exam']
        .filter(
          (of) => owed[of]?.has(line.subject) && (line as Record<string, unknown>)[of] === null,
        )
        .map((of): { subject: string | null; missing: string } => ({
          subject: line.subject,
          missing: of,
        })),
    );
    const decided = decisions.find((row) => row['register_no'] === number);
    const decision =
      term === 'year' && decided
        ? {
            decision: decided['decision'],
            order_no: decided['order_no'] || null,
            date: decided['date'] || null,
          }
        : null;
    if (term === 'year' && !decision) missing.push({ subject: null, missing: 'decision' });
    const teachers = staff.filter((row) => row['class'] === className);
    const teacher = teachers.find((row) => !row['until']) ?? teachers[0];
    return {
      register_no: number,
      last_name: student['last_name'],
      first_name: student['first_name'],
      class: className,
      programme: student['programme'] || null,
      term,
      subjects: lines,
      ...missedLessons(student, from, until, asOf),
      decision,
      programme_name:
        programmes.find((row) => row['programme'] === student['programme'])?.['programme_name'] ||
        null,
      school_year: Number(from.slice(0, 4)),
      from,
      until,
      class_teacher: teacher ? `${teacher['first_name']} ${teacher['last_name']}` : null,
      missing,
    };
  }

  function missedLessons(student: Row, from: string, until: string, asOf: number) {
    const number = student['register_no'];
    const own = absences.filter(
      (row) =>
        row['register_no'] === number &&
        (row['date'] ?? '') >= from &&
        (row['date'] ?? '') <= until &&
        recordedAt(row) <= asOf,
    );
    const places = new Set(own.map((row) => `${row['date']} ${row['period']}`));
    const stand = [...places].map(
      (place) => last(own.filter((row) => `${row['date']} ${row['period']}` === place)) ?? {},
    );
    const statusOf = ({ date = '', period = '' }: Row) =>
      last(
        justifications.filter(
          (row) =>
            recordedAt(row) <= asOf &&
            date >= (row['from'] ?? '') &&
            date <= (row['until'] || row['from'] || '') &&
            Number(period) >= Number(row['first_period'] || 0) &&
            Number(period) <= Number(row['last_period'] || 99) &&
            (row['group'] ? isMember(row['group'], student, date) : row['register_no'] === number),
        ),
      )?.['status'] ?? 'undecided';
    const missed = stand.filter((row) => row['mark'] === 'n' || row['mark'] === '');
    const count = (status: string) => missed.filter((row) => statusOf(row) === status).length;
    return {
      absences: {
        justified: count('justified'),
        unjustified: count('unjustified'),
        undecided: count('undecided'),
      },
      late: stand.filter((row) => row['mark'] === 'k').length,
    };
  }

  /** When the year of a class ends. */
  const lastDay = (className: string) => days('semester2', className).until;
  return { students, card, instant, lastDay };
}
