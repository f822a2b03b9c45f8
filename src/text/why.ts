import { weekdaysEn, weekdaysLv } from './weekdays.js';
import { counted, decimal, words } from './words.js';

interface Slot {
  weekday: number;
  period: number;
  week: string | null;
}

interface Span {
  from: string | null;
  until: string | null;
}

const dayEn = (weekday: number) => weekdaysEn[weekday - 1] ?? '';
const dayLv = (weekday: number) => weekdaysLv[weekday - 1] ?? '';

const slotEn = ({ weekday, period, week }: Slot) =>
  `${dayEn(weekday)}, lesson ${period}${week ? `, week ${week}` : ''}`;
const slotLv = ({ weekday, period, week }: Slot) =>
  `${dayLv(weekday)}, ${period}. stunda${week ? `, ${week} nedēļa` : ''}`;

const span = ({ from, until }: Span) =>
  from === until ? `${from}` : `${from ?? '…'} – ${until ?? '…'}`;

const kindsEn: Record<string, string> = {
  holiday: 'holiday',
  no_school: 'day without school',
  public_holiday: 'public holiday',
  moved_off: 'day off, worked on another day',
  working_day: 'day that is worked',
  semester1: 'semester 1',
  semester2: 'semester 2',
};
const kindsLv: Record<string, string> = {
  holiday: 'brīvlaiks',
  no_school: 'diena bez mācībām',
  public_holiday: 'svētku diena',
  moved_off: 'brīvdiena, ko atstrādā citā dienā',
  working_day: 'pārcelta darba diena',
  semester1: '1. semestris',
  semester2: '2. semestris',
};

const partsEn: Record<string, string> = {
  lesson: 'The lesson',
  topic: 'The topic',
  absences: 'The check of absences',
};
const partsLv: Record<string, string> = {
  lesson: 'Stunda',
  topic: 'Tēma',
  absences: 'Kavējumu pārbaude',
};
const missingEn: Record<string, string> = {
  lesson: 'the whole lesson is missing',
  topic: 'the topic is missing',
  absences: 'the check of absences is missing',
  'topic+absences': 'the topic and the check of absences are missing',
};
const missingLv: Record<string, string> = {
  lesson: 'trūkst visas stundas',
  topic: 'trūkst tēmas',
  absences: 'trūkst kavējumu pārbaudes',
  'topic+absences': 'trūkst tēmas un kavējumu pārbaudes',
};
const scalesEn: Record<string, string> = { points: 'in points', pass: 'passed or failed' };
const scalesLv: Record<string, string> = {
  points: '10 ballu skalā',
  pass: 'ieskaitīts vai neieskaitīts',
};
const workKindsEn: Record<string, string> = {
  test: 'test',
  quiz: 'quiz',
  homework: 'homework',
  classwork: 'classwork',
};
const workKindsLv: Record<string, string> = {
  test: 'pārbaudes darbs',
  quiz: 'ieskaite',
  homework: 'mājas darbs',
  classwork: 'darbs stundā',
};
const weighted = (weights: Readonly<Record<string, number>>, names: Record<string, string>) =>
  Object.entries(weights)
    .map(([kind, weight]) => `${names[kind]} ${weight}`)
    .join(', ');
const countingEn: Record<string, string> = {
  counts: 'counts',
  no_mark: 'is no mark',
  retested: 'does not count: it was written again',
  other_scale: 'does not count: the subject is marked on another scale',
  weight_0: 'does not count: its kind has the weight 0',
};
const countingLv: Record<string, string> = {
  counts: 'skaitās',
  no_mark: 'nav vērtējums',
  retested: 'neskaitās: darbs rakstīts atkārtoti',
  other_scale: 'neskaitās: priekšmetu vērtē citādi',
  weight_0: 'neskaitās: šī veida svars ir 0',
};
const termsEn: Record<string, string> = {
  semester1: 'semester 1',
  semester2: 'semester 2',
  year: 'the year',
  credit: 'the credit',
  exam: 'the exam',
  reexam: 'the re-examination',
};
const termsLv: Record<string, string> = {
  semester1: '1. semestris',
  semester2: '2. semestris',
  year: 'gads',
  credit: 'ieskaite',
  exam: 'eksāmens',
  reexam: 'pēcpārbaudījums',
};
const roundingsEn: Record<string, string> = {
  half_up: 'to the nearest, a half up',
  half_down: 'to the nearest, a half down',
  down: 'down',
  up: 'up',
};
const roundingsLv: Record<string, string> = {
  half_up: 'līdz tuvākajam, pusi uz augšu',
  half_down: 'līdz tuvākajam, pusi uz leju',
  down: 'uz leju',
  up: 'uz augšu',
};
const tiesEn: Record<string, string> = {
  second_semester: 'towards semester 2',
  up: 'up',
  down: 'down',
};
const tiesLv: Record<string, string> = {
  second_semester: '2. semestra virzienā',
  up: 'uz augšu',
  down: 'uz leju',
};
const decisionsEn: Record<string, string> = {
  justified: 'justified',
  unjustified: 'unjustified',
  undecided: 'not decided yet',
};
const decisionsLv: Record<string, string> = {
  justified: 'attaisnots',
  unjustified: 'neattaisnots',
  undecided: 'vēl nav izlemts',
};
const reasonsEn: Record<string, string> = {
  illness: 'illness',
  doctor: 'doctor',
  family: 'family',
  school: 'represented the school',
  transport: 'transport',
  other: 'other',
};
const reasonsLv: Record<string, string> = {
  illness: 'slimība',
  doctor: 'ārsts',
  family: 'ģimene',
  school: 'pārstāvēja skolu',
  transport: 'transports',
  other: 'cits',
};
const marksOfAbsenceEn: Record<string, string> = {
  n: 'away',
  k: 'late',
  '-': 'present after all',
};
const marksOfAbsenceLv: Record<string, string> = {
  n: 'nebija',
  k: 'nokavēja',
  '-': 'tomēr bija',
};

const periodsEn = (first: number | null, last: number | null) =>
  first === null && last === null ? '' : `, lessons ${first ?? 0}–${last ?? '…'}`;
const periodsLv = (first: number | null, last: number | null) =>
  first === null && last === null ? '' : `, ${first ?? 0}.–${last ?? '…'}. stunda`;
const daysEn = (n: number) => counted('en', n, { one: 'working day', other: 'working days' });
const studentsEn = (n: number) => counted('en', n, { one: 'student', other: 'students' });
const studentsLv = (n: number) =>
  counted('lv', n, { zero: 'skolēnu', one: 'skolēns', other: 'skolēni' });
const named = (name: string | null) => (name ? ` (${name})` : '');

interface State {
  state: 'upcoming' | 'met' | 'late' | 'overdue' | 'not_owed';
  missing: string | null;
  met_at: string | null;
  working_days_late: number;
}

const stateEn = ({ state, missing, met_at, working_days_late: days }: State, what = missingEn) => {
  if (state === 'not_owed') return 'nothing is owed.';
  if (state === 'met') return `all was there in time, at ${met_at}.`;
  if (state === 'late') return `all is there since ${met_at}, ${daysEn(days)} late.`;
  const open = what[missing ?? ''] ?? 'something is missing';
  if (state === 'upcoming') return `not due yet; ${open}.`;
  return `overdue for ${daysEn(days)}: ${open}.`;
};
const stateLv = ({ state, missing, met_at, working_days_late: days }: State, what = missingLv) => {
  if (state === 'not_owed') return 'nekas nav jāieraksta.';
  if (state === 'met') return `viss ierakstīts laikā, ${met_at}.`;
  if (state === 'late') return `viss ierakstīts ${met_at}, nokavēts par ${lateLv(days)}.`;
  const open = what[missing ?? ''] ?? 'kaut kā trūkst';
  if (state === 'upcoming') return `termiņš vēl nav pienācis; ${open}.`;
  return `nokavēts ${lateLv(days)}: ${open}.`;
};
const lateLv = (n: number) =>
  counted('lv', n, { zero: 'darba dienu', one: 'darba dienu', other: 'darba dienas' });
const marksMissingEn = { marks: 'marks are missing' };
const marksMissingLv = { marks: 'trūkst vērtējumu' };

export const why = words({
  en: {
    what: 'what to explain',
    keys: 'for value: a table and the key of a row; for student: a register number',
    group: 'the group',
    class: 'all groups of this class',
    date: 'the day',
    period: 'the number of the lesson (0-15)',
    work: 'the title of an assessed work',
    student: 'the student',
    subject: 'the subject (code)',
    term: 'the term',
    year: 'the school year by its first calendar year (else that of the day, or the newest)',
    usage: {
      value: 'ejournal why value TABLE KEY...',
      student: 'ejournal why student 1001',
    },
    source: (f: { operation: number; at: string; actor: string; command: string; place: string }) =>
      `operation ${f.operation}, ${f.command}, ${f.actor}, ${f.at}${f.place ? `, ${f.place}` : ''}`,
    facts: {
      lesson: (f: {
        group: string;
        date: string;
        weekday: number;
        period: number;
        holds: boolean;
      }) =>
        `${f.group}, ${dayEn(f.weekday)} ${f.date}, lesson ${f.period}: ${f.holds ? 'a lesson is expected.' : 'no lesson is expected.'}`,
      day: (f: { group: string; date: string; weekday: number; expected: readonly number[] }) =>
        `${f.group}, ${dayEn(f.weekday)} ${f.date}: ${f.expected.length > 0 ? `expected: lesson ${f.expected.join(', ')}.` : 'no lesson is expected.'}`,
      slot: (f: Slot & { room: string | null; holds: boolean }) =>
        `Row of the timetable (${slotEn(f)}): ${f.holds ? 'it holds.' : 'it does not hold.'}`,
      slotWeekday: (f: { holds: boolean; weekday: number; taught_as: number; of_row: number }) =>
        f.weekday === f.taught_as
          ? f.holds
            ? `Yes: the day is a ${dayEn(f.weekday)}.`
            : `No: the day is a ${dayEn(f.weekday)}, the row is of ${dayEn(f.of_row)}.`
          : `${f.holds ? 'Yes' : 'No'}: on this ${dayEn(f.weekday)} the timetable of ${dayEn(f.taught_as)} is taught.`,
      slotWeek: (f: { holds: boolean; week: string; letter: string | null }) =>
        f.holds
          ? `Yes: it is a week ${f.week}.`
          : `No: it is a week ${f.letter ?? '?'}, the row is of week ${f.week}.`,
      slotDates: (f: Span & { holds: boolean }) =>
        f.holds
          ? `Yes: the row is in force (${span(f)}).`
          : `No: the row is not in force on that day, only ${span(f)}.`,
      workingDay: (f: {
        holds: boolean;
        weekday: number;
        kind: string | null;
        name: string | null;
        holiday: string | null;
      }) =>
        f.kind !== null
          ? `${f.holds ? 'Yes: it is a working day' : 'No: it is no working day'}: ${kindsEn[f.kind]}${named(f.name)}.`
          : f.holds
            ? 'Yes: it is a working day.'
            : `No: it is no working day: ${f.holiday ?? dayEn(f.weekday)}.`,
      schoolDay: (f: {
        grade: number;
        holds: boolean;
        semester: string | null;
        taken: string | null;
        name: string | null;
        from: string | null;
        until: string | null;
      }) =>
        f.holds
          ? `Yes: grade ${f.grade} has lessons (${kindsEn[f.semester ?? '']}).`
          : f.taken !== null
            ? `No: grade ${f.grade} has no lessons: ${kindsEn[f.taken]}${named(f.name)}, ${span(f)}.`
            : f.semester === null
              ? `No: the day is in no semester of grade ${f.grade}.`
              : `No: grade ${f.grade} has no lessons on a day that is not worked.`,
      bell: (f: {
        holds: boolean;
        period: number;
        starts: string | null;
        ends: string | null;
        schedules: readonly string[];
      }) =>
        f.starts !== null
          ? `Yes: lesson ${f.period} rings ${f.starts}-${f.ends} (${f.schedules.join(', ')}).`
          : f.holds
            ? 'Yes: the day has no bells, so any lesson may be.'
            : `No: lesson ${f.period} does not ring that day (${f.schedules.join(', ')}).`,
      noSlot: (f: { rows: readonly Slot[] }) =>
        f.rows.length === 0
          ? 'The group has no row in the timetable.'
          : `The timetable of the group has no such row; it has: ${f.rows.map(slotEn).join('; ')}.`,
      overdueLesson: (
        f: State & { group: string; date: string; weekday: number; period: number },
      ) => `${f.group}, ${dayEn(f.weekday)} ${f.date}, lesson ${f.period}: ${stateEn(f)}`,
      covered: (f: { period: number }) =>
        `The group’s lesson of that day was entered as lesson ${f.period}: it stands for this one.`,
      unexpected: () =>
        'It was entered though it was not expected; every lesson entered is judged.',
      part: (f: { part: string; at: string | null }) =>
        f.at ? `${partsEn[f.part]} was entered at ${f.at}.` : `${partsEn[f.part]} is not entered.`,
      cancelled: (f: { at: string; reason: string | null }) =>
        `It was recorded as not held at ${f.at}${named(f.reason)}.`,
      entry: (f: { recorded_at: string; topic: string | null }) =>
        `Entry of ${f.recorded_at}${f.topic ? `: ${f.topic}` : ''}.`,
      deadline: (f: { time: string; due_at: string; is_moved: boolean }) =>
        f.is_moved
          ? `Clause 4.1: due at ${f.time} of the next working day, ${f.due_at}.`
          : `Clause 4.1: due at ${f.time} of the day, ${f.due_at}.`,
      owedBy: (
        f: Span & { code: string; name: string; how: 'substitute' | 'change' | 'first' | 'nobody' },
      ) =>
        f.how === 'nobody'
          ? 'Nobody owes it: the group has no teacher.'
          : f.how === 'substitute'
            ? `Owed by ${f.name} (${f.code}), the substitute who held it.`
            : f.how === 'change'
              ? `Owed by ${f.name} (${f.code}), who has the group in these days: ${span(f)}.`
              : `Owed by ${f.name} (${f.code}), the first teacher of the group.`,
      overdueWork: (f: State & { group: string; date: string; work: string }) =>
        `${f.group}, ${f.date}, ${f.work}: ${stateEn(f, marksMissingEn)}`,
      work: (f: { kind: string | null; scale: string; announced_at: string | null }) =>
        `Kind of work: ${workKindsEn[f.kind ?? ''] ?? 'not said'}, ${scalesEn[f.scale]}${f.announced_at ? `, announced at ${f.announced_at}` : ', not announced: its first marks say so'}.`,
      noDeadline: (f: { is_retest: boolean }): string =>
        f.is_retest
          ? 'A retest is owed to nobody: who sits it is not known before.'
          : 'Only a test has a deadline.',
      workDeadline: (f: {
        clause: string;
        days: number;
        due_at: string;
        counted: readonly string[];
      }) =>
        `Clause ${f.clause}: due ${daysEn(f.days)} after it, at the end of that day, ${f.due_at}${f.counted.length > 0 ? ` (${f.counted.join(', ')})` : ''}.`,
      owedStudents: (f: { count: number }) =>
        `It is owed to ${studentsEn(f.count)}: the members of the group on that day.`,
      wereAway: (f: { students: readonly string[] }) =>
        `Not to those who were away in every lesson of the group that day: ${f.students.join(', ')}.`,
      marked: (f: { count: number; students: readonly string[] }) =>
        `Marked in time: ${studentsEn(f.count)}.`,
      markedLate: (f: { students: readonly string[] }) => `Marked late: ${f.students.join(', ')}.`,
      unmarked: (f: { students: readonly string[] }) => `Without a mark: ${f.students.join(', ')}.`,
      termMark: (f: {
        name: string;
        register_no: string;
        subject: string;
        term: string;
        proposal: string | null;
        stands: string | null;
      }) =>
        `${f.name} (${f.register_no}), ${f.subject}, ${termsEn[f.term]}: ${f.proposal ? `the proposal is ${f.proposal}` : 'there is no proposal'}, ${f.stands ? `${f.stands} stands` : 'no mark is entered'}.`,
      method: (f: { method: string; least: number; weights: Readonly<Record<string, number>> }) =>
        f.method === 'mean'
          ? `The mean of all marks, from ${f.least} on.`
          : `The mean of the marks weighted by kind (${weighted(f.weights, workKindsEn)}), from ${f.least} on.`,
      mark: (f: {
        date: string;
        group: string;
        work: string;
        kind: string | null;
        value: string;
        weight: number;
        counting: string;
      }) =>
        `${f.value}  ${f.date} ${f.work}${f.kind ? ` (${workKindsEn[f.kind]})` : ''}, ${f.group}: ${countingEn[f.counting]}${f.counting === 'counts' && f.weight !== 1 ? `, weight ${f.weight}` : ''}.`,
      sum: (f: { scale: string; sum: number; weight: number; mean: string; count: number }) =>
        f.scale === 'points'
          ? `Sum ${f.sum}, divided by ${f.weight}: ${f.mean}.`
          : `Passed: ${f.sum} of ${f.weight}.`,
      rounded: (f: { rounding: string; value: string }) =>
        `Rounded ${roundingsEn[f.rounding]}: ${f.value}.`,
      majority: (f: { is_tie: boolean; value: string }) =>
        f.is_tie
          ? `As many passed as failed: the last mark decides, ${f.value}.`
          : `The majority decides: ${f.value}.`,
      tooFew: (f: { count: number; least: number }) =>
        f.count === 0
          ? 'No mark counts.'
          : `${counted('en', f.count, { one: 'mark counts', other: 'marks count' })}: too few, ${f.least} are needed.`,
      onlyEntered: () => 'Such a mark is entered, never computed.',
      semester: (f: { term: string; value: string | null; is_owed: boolean }) =>
        f.value
          ? `${termsEn[f.term]}: ${f.value}.`
          : f.is_owed
            ? `${termsEn[f.term]}: no mark is entered.`
            : `${termsEn[f.term]}: the subject was not learned at its end.`,
      yearMean: (f: { outcome: string; tie: string; value: string | null }) =>
        f.outcome === 'proposed'
          ? `The mean of both, between two numbers ${tiesEn[f.tie]}: ${f.value}.`
          : f.outcome === 'one_semester'
            ? `The other semester stands alone: ${f.value}.`
            : f.outcome === 'work_owed'
              ? 'nv says that work is still owed: nothing is proposed.'
              : 'A semester is missing: nothing is proposed.',
      stands: (f: { value: string; recorded_at: string }) =>
        `Entered at ${f.recorded_at}: ${f.value}.`,
      nothingStands: () => 'No mark is entered for the term.',
      absence: (f: {
        name: string;
        register_no: string;
        date: string;
        weekday: number;
        period: number;
        mark: string | null;
        decision: string;
      }) =>
        `${f.name} (${f.register_no}), ${dayEn(f.weekday)} ${f.date}, lesson ${f.period}: ${
          f.mark === null
            ? 'no absence is entered.'
            : f.mark === 'n'
              ? `away, ${decisionsEn[f.decision]}.`
              : `${marksOfAbsenceEn[f.mark]}.`
        }`,
      absenceEntry: (f: { mark: string; recorded_at: string; stands: boolean }) =>
        `Entered at ${f.recorded_at}: ${marksOfAbsenceEn[f.mark]}${f.stands ? '; this stands' : ''}.`,
      absenceLesson: (f: { group: string | null; is_entered: boolean }) =>
        f.group === null
          ? 'The student had no lesson then; it still counts in the totals.'
          : f.is_entered
            ? `It belongs to the lesson of ${f.group} that was entered then.`
            : `It belongs to the lesson of ${f.group} that was expected then.`,
      justification: (f: {
        from: string;
        until: string | null;
        first_period: number | null;
        last_period: number | null;
        status: string;
        reason: string;
        group: string | null;
        recorded_at: string;
        withdrawn_at: string | null;
        stands: boolean;
      }) =>
        `${decisionsEn[f.status]} (${reasonsEn[f.reason]}${f.group ? `, with the group ${f.group}` : ''}), ${span({ from: f.from, until: f.until ?? f.from })}${periodsEn(f.first_period, f.last_period)}, recorded at ${f.recorded_at}${f.withdrawn_at ? `; withdrawn at ${f.withdrawn_at}` : f.stands ? '; this stands, it was recorded last' : ''}.`,
      noJustification: () => 'No justification covers it.',
      lateNeedsNone: () => 'A late arrival is no absence and needs no justification.',
      row: (f: { table: string; key: string }) => `${f.table} ${f.key}`,
      field: (f: { column: string; value: string | null; before: string | null }) =>
        `${f.column}: ${f.value ?? '–'}${f.before === null ? '' : ` (before: ${f.before})`}`,
    },
    examples: [
      {
        does: 'Why an entry is overdue',
        line: 'ejournal why overdue --group "10.b MAT" --date 2015-10-01 --period 2',
      },
      {
        does: 'Which lessons of a class are expected on a day, and why',
        line: 'ejournal why lesson --class 10.b --date 2015-10-26',
      },
      {
        does: 'How a term mark comes about',
        line: 'ejournal why term-mark --student 1001 --subject MAT --term semester1',
      },
      {
        does: 'What was decided about an absence',
        line: 'ejournal why absence --student 1001 --date 2015-10-01 --period 2',
      },
      { does: 'Where each field of a student comes from', line: 'ejournal why student 1001' },
      {
        does: 'Where a row of a table comes from',
        line: 'ejournal why value lesson "10.b MAT" 2015-10-01 --format json',
      },
    ],
  },
  lv: {
    what: 'ko paskaidrot',
    keys: 'vērtībai (value): tabula un rindas atslēga; skolēnam (student): lietas numurs',
    group: 'grupa',
    class: 'visas šīs klases grupas',
    date: 'diena',
    period: 'stundas numurs (0-15)',
    work: 'vērtējamā darba nosaukums',
    student: 'skolēns',
    subject: 'priekšmets (kods)',
    term: 'periods',
    year: 'mācību gads pēc tā pirmā kalendārā gada (citādi dienas vai jaunākais)',
    usage: {
      value: 'ejournal why value TABULA ATSLĒGA...',
      student: 'ejournal why student 1001',
    },
    source: (f) =>
      `darbība ${f.operation}, ${f.command}, ${f.actor}, ${f.at}${f.place ? `, ${f.place}` : ''}`,
    facts: {
      lesson: (f) =>
        `${f.group}, ${dayLv(f.weekday)} ${f.date}, ${f.period}. stunda: ${f.holds ? 'stunda ir paredzēta.' : 'stunda nav paredzēta.'}`,
      day: (f) =>
        `${f.group}, ${dayLv(f.weekday)} ${f.date}: ${f.expected.length > 0 ? `paredzēta ${f.expected.map((n) => `${n}.`).join(', ')} stunda.` : 'stundas nav paredzētas.'}`,
      slot: (f) => `Stundu saraksta rinda (${slotLv(f)}): ${f.holds ? 'ir spēkā.' : 'nav spēkā.'}`,
      slotWeekday: (f) =>
        f.weekday === f.taught_as
          ? f.holds
            ? `Jā: šī diena ir ${dayLv(f.weekday)}.`
            : `Nē: šī diena ir ${dayLv(f.weekday)}, bet rindā ir ${dayLv(f.of_row)}.`
          : `${f.holds ? 'Jā' : 'Nē'}: šajā dienā (${dayLv(f.weekday)}) mācās pēc citas dienas saraksta (${dayLv(f.taught_as)}).`,
      slotWeek: (f) =>
        f.holds
          ? `Jā: ir ${f.week} nedēļa.`
          : `Nē: ir ${f.letter ?? '?'} nedēļa, bet rindā ir ${f.week} nedēļa.`,
      slotDates: (f) =>
        f.holds
          ? `Jā: rinda ir spēkā (${span(f)}).`
          : `Nē: rinda šajā dienā nav spēkā, tikai ${span(f)}.`,
      workingDay: (f) =>
        f.kind !== null
          ? `${f.holds ? 'Jā: tā ir darba diena' : 'Nē: tā nav darba diena'}: ${kindsLv[f.kind]}${named(f.name)}.`
          : f.holds
            ? 'Jā: tā ir darba diena.'
            : `Nē: tā nav darba diena: ${f.holiday ?? dayLv(f.weekday)}.`,
      schoolDay: (f) =>
        f.holds
          ? `Jā: ${f.grade}. klasei ir stundas (${kindsLv[f.semester ?? '']}).`
          : f.taken !== null
            ? `Nē: ${f.grade}. klasei stundu nav: ${kindsLv[f.taken]}${named(f.name)}, ${span(f)}.`
            : f.semester === null
              ? `Nē: šī diena nav nevienā ${f.grade}. klases semestrī.`
              : `Nē: ${f.grade}. klasei stundu nav, jo tā nav darba diena.`,
      bell: (f) =>
        f.starts !== null
          ? `Jā: ${f.period}. stunda ir ${f.starts}-${f.ends} (${f.schedules.join(', ')}).`
          : f.holds
            ? 'Jā: šajā dienā zvanu nav, tāpēc var būt jebkura stunda.'
            : `Nē: ${f.period}. stundas šajā dienā zvanu sarakstā nav (${f.schedules.join(', ')}).`,
      noSlot: (f) =>
        f.rows.length === 0
          ? 'Grupai stundu sarakstā nav nevienas rindas.'
          : `Grupas stundu sarakstā tādas rindas nav; tajā ir: ${f.rows.map(slotLv).join('; ')}.`,
      overdueLesson: (f) =>
        `${f.group}, ${dayLv(f.weekday)} ${f.date}, ${f.period}. stunda: ${stateLv(f)}`,
      covered: (f) =>
        `Grupas šīs dienas stunda ir ierakstīta ar citu numuru (${f.period}) un aizstāj šo.`,
      unexpected: () => 'Tā ierakstīta, kaut arī nebija paredzēta; vērtē katru ierakstītu stundu.',
      part: (f) =>
        f.at ? `${partsLv[f.part]} ierakstīta ${f.at}.` : `${partsLv[f.part]} nav ierakstīta.`,
      cancelled: (f) => `${f.at} ierakstīts, ka stunda nenotika${named(f.reason)}.`,
      entry: (f) => `Ieraksts ${f.recorded_at}${f.topic ? `: ${f.topic}` : ''}.`,
      deadline: (f) =>
        f.is_moved
          ? `4.1. punkts: termiņš ir nākamās darba dienas plkst. ${f.time}, ${f.due_at}.`
          : `4.1. punkts: termiņš ir šīs dienas plkst. ${f.time}, ${f.due_at}.`,
      owedBy: (f) =>
        f.how === 'nobody'
          ? 'Nevienam nav jāieraksta: grupai nav pedagoga.'
          : f.how === 'substitute'
            ? `Jāieraksta: ${f.name} (${f.code}), aizvietotājs, kas vadīja stundu.`
            : f.how === 'change'
              ? `Jāieraksta: ${f.name} (${f.code}), kam grupa ir šajās dienās: ${span(f)}.`
              : `Jāieraksta: ${f.name} (${f.code}), grupas pirmais pedagogs.`,
      overdueWork: (f) => `${f.group}, ${f.date}, ${f.work}: ${stateLv(f, marksMissingLv)}`,
      work: (f) =>
        `Darba veids: ${workKindsLv[f.kind ?? ''] ?? 'nav norādīts'}, ${scalesLv[f.scale]}${f.announced_at ? `, pieteikts ${f.announced_at}` : ', nav pieteikts: to rāda pirmie vērtējumi'}.`,
      noDeadline: (f) =>
        f.is_retest
          ? 'Atkārtots darbs nevienam nav jāvērtē: iepriekš nav zināms, kas to rakstīs.'
          : 'Termiņš ir tikai pārbaudes darbam.',
      workDeadline: (f) =>
        `${f.clause}. punkts: termiņš ir ${f.days}. darba dienas beigas pēc darba, ${f.due_at}${f.counted.length > 0 ? ` (${f.counted.join(', ')})` : ''}.`,
      owedStudents: (f) => `Jāvērtē ${studentsLv(f.count)}: grupas dalībnieki šajā dienā.`,
      wereAway: (f) =>
        `Nav jāvērtē tie, kuru nebija nevienā grupas stundā šajā dienā: ${f.students.join(', ')}.`,
      marked: (f) => `Laikā novērtēti: ${studentsLv(f.count)}.`,
      markedLate: (f) => `Vēlāk novērtēti: ${f.students.join(', ')}.`,
      unmarked: (f) => `Bez vērtējuma: ${f.students.join(', ')}.`,
      termMark: (f) =>
        `${f.name} (${f.register_no}), ${f.subject}, ${termsLv[f.term]}: ${f.proposal ? `ierosina ${f.proposal}` : 'ierosinājuma nav'}, ${f.stands ? `ierakstīts ${f.stands}` : 'nekas nav ierakstīts'}.`,
      method: (f) =>
        f.method === 'mean'
          ? `Visu vērtējumu vidējais; vajag vismaz ${f.least}.`
          : `Pēc veida svērtais vidējais (${weighted(f.weights, workKindsLv)}); vajag vismaz ${f.least}.`,
      mark: (f) =>
        `${f.value}  ${f.date} ${f.work}${f.kind ? ` (${workKindsLv[f.kind]})` : ''}, ${f.group}: ${countingLv[f.counting]}${f.counting === 'counts' && f.weight !== 1 ? `, svars ${decimal('lv', f.weight)}` : ''}.`,
      sum: (f) =>
        f.scale === 'points'
          ? `Summa ${decimal('lv', f.sum)}, dalīta ar ${decimal('lv', f.weight)}: ${decimal('lv', f.mean)}.`
          : `Ieskaitīts: ${f.sum} no ${f.weight}.`,
      rounded: (f) => `Noapaļots ${roundingsLv[f.rounding]}: ${f.value}.`,
      majority: (f) =>
        f.is_tie
          ? `Ieskaitīts un neieskaitīts vienādi bieži: izšķir pēdējais vērtējums, ${f.value}.`
          : `Izšķir vairākums: ${f.value}.`,
      tooFew: (f) =>
        f.count === 0
          ? 'Neskaitās neviens vērtējums.'
          : `Skaitās ${counted('lv', f.count, { zero: 'vērtējumu', one: 'vērtējums', other: 'vērtējumi' })}: par maz, vajag vismaz ${f.least}.`,
      onlyEntered: () => 'Šādu vērtējumu tikai ieraksta, to neaprēķina.',
      semester: (f) =>
        f.value
          ? `${termsLv[f.term]}: ${f.value}.`
          : f.is_owed
            ? `${termsLv[f.term]}: vērtējums nav ierakstīts.`
            : `${termsLv[f.term]}: tā beigās priekšmetu nemācījās.`,
      yearMean: (f) =>
        f.outcome === 'proposed'
          ? `Abu vidējais, starp diviem skaitļiem ${tiesLv[f.tie]}: ${f.value}.`
          : f.outcome === 'one_semester'
            ? `Ir tikai viena semestra vērtējums: ${f.value}.`
            : f.outcome === 'work_owed'
              ? 'nv nozīmē, ka darbs vēl nav nokārtots: nekas netiek ierosināts.'
              : 'Trūkst viena semestra vērtējuma: nekas netiek ierosināts.',
      stands: (f) => `Ierakstīts ${f.recorded_at}: ${f.value}.`,
      nothingStands: () => 'Perioda vērtējums nav ierakstīts.',
      absence: (f) =>
        `${f.name} (${f.register_no}), ${dayLv(f.weekday)} ${f.date}, ${f.period}. stunda: ${
          f.mark === null
            ? 'kavējums nav ierakstīts.'
            : f.mark === 'n'
              ? `nebija, ${decisionsLv[f.decision]}.`
              : `${marksOfAbsenceLv[f.mark]}.`
        }`,
      absenceEntry: (f) =>
        `Ierakstīts ${f.recorded_at}: ${marksOfAbsenceLv[f.mark]}${f.stands ? '; tas ir spēkā' : ''}.`,
      absenceLesson: (f) =>
        f.group === null
          ? 'Skolēnam tad stundas nebija; kopsummās tas tomēr skaitās.'
          : f.is_entered
            ? `Tas pieder grupas ${f.group} stundai, kas tad ierakstīta.`
            : `Tas pieder grupas ${f.group} stundai, kas tad bija paredzēta.`,
      justification: (f) =>
        `${decisionsLv[f.status]} (${reasonsLv[f.reason]}${f.group ? `, kopā ar grupu ${f.group}` : ''}), ${span({ from: f.from, until: f.until ?? f.from })}${periodsLv(f.first_period, f.last_period)}, ierakstīts ${f.recorded_at}${f.withdrawn_at ? `; atsaukts ${f.withdrawn_at}` : f.stands ? '; tas ir spēkā, jo ierakstīts pēdējais' : ''}.`,
      noJustification: () => 'Neviens attaisnojums to neaptver.',
      lateNeedsNone: () => 'Nokavēšanās nav kavējums, un attaisnojums tai nav vajadzīgs.',
      row: (f) => `${f.table} ${f.key}`,
      field: (f) =>
        `${f.column}: ${f.value ?? '–'}${f.before === null ? '' : ` (iepriekš: ${f.before})`}`,
    },
    examples: [
      {
        does: 'Kāpēc ieraksts ir nokavēts',
        line: 'ejournal why overdue --group "10.b MAT" --date 2015-10-01 --period 2',
      },
      {
        does: 'Kuras klases stundas kādā dienā ir paredzētas, un kāpēc',
        line: 'ejournal why lesson --class 10.b --date 2015-10-26',
      },
      {
        does: 'Kā rodas perioda vērtējums',
        line: 'ejournal why term-mark --student 1001 --subject MAT --term semester1',
      },
      {
        does: 'Kas izlemts par kavējumu',
        line: 'ejournal why absence --student 1001 --date 2015-10-01 --period 2',
      },
      { does: 'No kurienes ir katrs skolēna lauks', line: 'ejournal why student 1001' },
      {
        does: 'No kurienes ir tabulas rinda',
        line: 'ejournal why value lesson "10.b MAT" 2015-10-01 --format json',
      },
    ],
  },
});

export type FactName = keyof (typeof why)['en']['facts'];
export type FactsOf<N extends FactName> = Parameters<(typeof why)['en']['facts'][N]>[0];
