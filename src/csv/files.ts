import { absenceReasons, decidedStatuses } from '../rules/absence.js';
import { type CertificateKind, certificateKinds } from '../rules/blanks.js';
import { lastPeriod } from '../rules/bounds.js';
import { dayKinds } from '../rules/calendar.js';
import type { FileKind } from '../rules/file-kinds.js';
import { markValues, scales, termValues, workKinds } from '../rules/marks.js';
import { decisions } from '../rules/readiness.js';
import { terms } from '../rules/term-marks.js';
import {
  className,
  date,
  doneAt,
  groupName,
  identifier,
  integer,
  listOf,
  markOf,
  moment,
  numberSet,
  oneOf,
  percent,
  personalCode,
  text,
  time,
  yesNo,
} from './cells.js';
import type { Columns, Row } from './columns.js';

const period = integer(0, lastPeriod);
const weekdays = { P: '1', O: '2', T: '3', C: '4', Pk: '5', S: '6', Sv: '7' } as const;
const work = oneOf(workKinds, { 'pārbaudes darbs': 'test' });
const scale = oneOf(scales);

/** The columns of every file, in the order in which we write them. */
export const columnsOf = {
  school: {
    key: { lv: 'atslēga', read: text, required: 'always' },
    value: { lv: 'vērtība', read: text, required: 'when-new', clearable: true },
  },
  calendar: {
    from: { lv: 'no', read: date, required: 'always' },
    until: { lv: 'līdz', read: date },
    kind: { lv: 'veids', read: oneOf(dayKinds, { brīvlaiks: 'holiday' }), required: 'always' },
    grades: { lv: 'klašu grupas', read: numberSet(1, 12) },
    replaces: { lv: 'aizstāj', read: integer(1, 7) },
    schedule: { lv: 'saraksts', read: text },
    name: { lv: 'nosaukums', read: text },
  },
  subjects: {
    code: { lv: 'kods', read: identifier, required: 'always' },
    name: { lv: 'nosaukums', read: text, required: 'when-new' },
    certificate_name: { lv: 'nosaukums dokumentā', read: text },
    scale: { lv: 'vērtēšana', read: scale, required: 'when-new' },
    order: { lv: 'secība', read: integer(0, 9999) },
  },
  programmes: {
    programme: { lv: 'programma', read: identifier, required: 'always' },
    programme_name: { lv: 'programmas nosaukums', read: text },
    grade: { lv: 'klase', read: integer(1, 12), required: 'always' },
    subject: { lv: 'priekšmets', read: identifier, required: 'always' },
    lessons_per_week: { lv: 'stundas nedēļā', read: integer(0, 99) },
    year_end: { lv: 'gada noslēgums', read: oneOf(['exam', 'credit']) },
  },
  students: {
    class: { lv: 'klase', read: className, required: 'when-new' },
    last_name: { lv: 'uzvārds', read: text, required: 'when-new' },
    first_name: { lv: 'vārds', read: text, required: 'when-new' },
    register_no: { lv: 'lietas nr', read: identifier, required: 'always' },
    personal_code: { lv: 'personas kods', read: personalCode },
    birth_date: { lv: 'dzimšanas datums', read: date },
    sex: {
      lv: 'dzimums',
      read: oneOf(['S', 'V'], { F: 'S', M: 'V', sieviete: 'S', vīrietis: 'V' }),
    },
    programme: { lv: 'programma', read: identifier },
    address: { lv: 'adrese', read: text },
    phone: { lv: 'tālrunis', read: identifier },
    email: { lv: 'e-pasts', read: text },
    enrolled_on: { lv: 'uzņemts', read: date },
    left_on: { lv: 'izstājies', read: date },
  },
  movements: {
    register_no: { lv: 'lietas nr', read: identifier, required: 'always' },
    date: { lv: 'datums', read: date, required: 'always' },
    kind: {
      lv: 'veids',
      read: oneOf(['joined', 'left', 'class'], {
        uzņemts: 'joined',
        izstājies: 'left',
        pārcelts: 'class',
      }),
      required: 'always',
    },
    class: { lv: 'klase', read: className },
    reason: { lv: 'iemesls', read: text },
    order_no: { lv: 'rīkojums', read: text },
  },
  staff: {
    code: { lv: 'kods', read: identifier, required: 'always' },
    last_name: { lv: 'uzvārds', read: text, required: 'when-new' },
    first_name: { lv: 'vārds', read: text, required: 'when-new' },
    roles: {
      lv: 'amati',
      read: listOf(oneOf(['teacher', 'class_teacher', 'deputy', 'head', 'administrator'])),
      required: 'when-new',
    },
    class: { lv: 'klase', read: className },
    phone: { lv: 'tālrunis', read: identifier },
    email: { lv: 'e-pasts', read: text },
    from: { lv: 'no', read: date },
    until: { lv: 'līdz', read: date },
  },
  parents: {
    register_no: { lv: 'lietas nr', read: identifier, required: 'always' },
    last_name: { lv: 'uzvārds', read: text, required: 'always' },
    first_name: { lv: 'vārds', read: text, required: 'always' },
    relation: {
      lv: 'saistība',
      read: oneOf(['mother', 'father', 'guardian']),
      required: 'when-new',
    },
    phone: { lv: 'tālrunis', also: ['mobile', 'mobilais'], read: identifier },
    email: { lv: 'e-pasts', read: text },
    contact: { lv: 'saziņa', read: yesNo },
  },
  'personal-files': {
    register_no: { lv: 'lietas nr', read: identifier, required: 'always' },
    birth_certificate_no: { lv: 'dzimšanas apliecības nr', read: identifier },
    birth_certificate_date: { lv: 'dzimšanas apliecības datums', read: date },
    birth_certificate_issuer: { lv: 'dzimšanas apliecības izdevējs', read: text },
    actual_address: { lv: 'faktiskā adrese', read: text },
    previous_school: { lv: 'iepriekšējā skola', read: text },
  },
  bells: {
    schedule: { lv: 'saraksts', read: text, required: 'always' },
    period: { lv: 'stunda', read: period, required: 'always' },
    starts: { lv: 'sākums', read: time, required: 'when-new' },
    ends: { lv: 'beigas', read: time, required: 'when-new' },
    weekdays: { lv: 'dienas', read: numberSet(1, 7) },
    from: { lv: 'no', read: date },
    until: { lv: 'līdz', read: date },
  },
  groups: {
    group: { lv: 'grupa', read: groupName, required: 'always' },
    subject: { lv: 'priekšmets', read: identifier, required: 'when-new' },
    // A group without a teacher yet says so with `\N`; an empty cell is a forgotten one.
    teacher: { lv: 'pedagogs', read: listOf(identifier), required: 'when-new', clearable: true },
    classes: { lv: 'klases', read: listOf(className), required: 'when-new' },
    whole: { lv: 'visa klase', read: yesNo },
  },
  'group-teachers': {
    group: { lv: 'grupa', read: groupName, required: 'always' },
    teacher: { lv: 'pedagogs', read: identifier, required: 'always' },
    from: { lv: 'no', read: date },
    until: { lv: 'līdz', read: date },
  },
  'group-members': {
    group: { lv: 'grupa', read: groupName, required: 'always' },
    register_no: { lv: 'lietas nr', read: identifier, required: 'always' },
    from: { lv: 'no', read: date },
    until: { lv: 'līdz', read: date },
  },
  timetable: {
    group: { lv: 'grupa', read: groupName, required: 'always' },
    weekday: {
      lv: 'diena',
      read: oneOf(['1', '2', '3', '4', '5', '6', '7'], weekdays),
      required: 'always',
    },
    period: { lv: 'stunda', read: period, required: 'always' },
    room: { lv: 'telpa', read: text },
    week: { lv: 'nedēļa', read: oneOf(['A', 'B']) },
    from: { lv: 'no', read: date },
    until: { lv: 'līdz', read: date },
  },
  lessons: {
    date: { lv: 'datums', read: date, required: 'always' },
    period: { lv: 'stunda', read: period, required: 'always' },
    group: { lv: 'grupa', read: groupName, required: 'always' },
    topic: { lv: 'tēma', read: text },
    homework: { lv: 'mājas darbs', read: text },
    teacher: { lv: 'pedagogs', read: identifier },
    held: { lv: 'notikusi', read: yesNo },
    reason: { lv: 'iemesls', read: text },
    kind: { lv: 'veids', read: oneOf(['consultation', 'class_hour', 'briefing']) },
    absences_checked: { lv: 'kavējumi pārbaudīti', read: doneAt },
    recorded_at: { lv: 'ievadīts', read: moment },
  },
  absences: {
    date: { lv: 'datums', read: date, required: 'always' },
    period: { lv: 'stunda', read: period, required: 'always' },
    register_no: { lv: 'lietas nr', read: identifier, required: 'always' },
    mark: { lv: 'atzīme', read: oneOf(['n', 'k', '-']) },
    recorded_at: { lv: 'ievadīts', read: moment },
  },
  justifications: {
    register_no: { lv: 'lietas nr', read: identifier },
    group: { lv: 'grupa', read: groupName },
    from: { lv: 'no', read: date, required: 'always' },
    until: { lv: 'līdz', read: date },
    first_period: { lv: 'no stundas', read: period },
    last_period: { lv: 'līdz stundai', read: period },
    status: {
      lv: 'statuss',
      read: oneOf(decidedStatuses, {
        attaisnots: 'justified',
        neattaisnots: 'unjustified',
      }),
      required: 'always',
    },
    reason: {
      lv: 'iemesls',
      read: oneOf(absenceReasons),
      required: 'always',
    },
    document: { lv: 'dokuments', read: text },
    note: { lv: 'piezīme', read: text },
    recorded_at: { lv: 'ievadīts', read: moment },
  },
  works: {
    date: { lv: 'datums', read: date, required: 'always' },
    group: { lv: 'grupa', read: groupName, required: 'always' },
    work: { lv: 'darbs', read: text, required: 'always' },
    kind: { lv: 'veids', read: work, required: 'when-new' },
    scale: { lv: 'vērtēšana', read: scale },
    retest_of: { lv: 'atkārto', read: text },
    recorded_at: { lv: 'ievadīts', read: moment },
  },
  marks: {
    date: { lv: 'datums', read: date, required: 'always' },
    group: { lv: 'grupa', read: groupName, required: 'always' },
    work: { lv: 'darbs', read: text, required: 'always' },
    kind: { lv: 'veids', read: work },
    register_no: { lv: 'lietas nr', read: identifier, required: 'always' },
    value: { lv: 'vērtējums', read: markOf(markValues), required: 'always' },
    reason: { lv: 'iemesls', read: text },
    recorded_at: { lv: 'ievadīts', read: moment },
  },
  'term-marks': {
    register_no: { lv: 'lietas nr', read: identifier, required: 'always' },
    subject: { lv: 'priekšmets', read: identifier, required: 'always' },
    term: {
      lv: 'periods',
      read: oneOf(terms),
      required: 'always',
    },
    value: { lv: 'vērtējums', read: markOf(termValues, { atbrīvots: 'atb' }), required: 'always' },
    recorded_at: { lv: 'ievadīts', read: moment },
  },
  decisions: {
    register_no: { lv: 'lietas nr', read: identifier, required: 'always' },
    decision: {
      lv: 'lēmums',
      read: oneOf(decisions, {
        pārcelts: 'promoted',
        atstāts: 'repeats',
        'pagarināts mācību gads': 'extended',
        beidzis: 'graduated',
      }),
      required: 'when-new',
    },
    order_no: { lv: 'rīkojums', read: text },
    date: { lv: 'datums', read: date },
  },
  blanks: {
    kind: {
      lv: 'veids',
      read: oneOf<CertificateKind>(certificateKinds, { apliecība: 'basic', atestāts: 'secondary' }),
      required: 'always',
    },
    series: { lv: 'sērija', read: identifier, required: 'always' },
    number: { lv: 'numurs', read: identifier, required: 'always' },
    until: { lv: 'līdz numuram', also: ['līdz'], read: identifier },
    received_on: { lv: 'saņemts', read: date },
  },
  'exam-certificates': {
    register_no: { lv: 'lietas nr', read: identifier, required: 'always' },
    subject: { lv: 'priekšmets', read: identifier, required: 'always' },
    number: { lv: 'numurs', read: identifier, required: 'always' },
    date: { lv: 'datums', read: date },
    percent: { lv: 'procenti', read: percent },
    parts: { lv: 'daļas', read: text },
    level: { lv: 'līmenis', read: text },
  },
} as const satisfies Record<FileKind, Columns>;

/** One row of a file: made from its columns, so the two cannot disagree. */
export type RecordOf<K extends FileKind> = Row<(typeof columnsOf)[K]>;
