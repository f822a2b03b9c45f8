/** What a school may decide for itself; the values of the source, where it has one, are the defaults. */
export type Setting =
  /** `18:00`, on the school's clock */
  | { readonly kind: 'time'; readonly default: string; readonly clause: string | null }
  /** `09-05`, month and day */
  | { readonly kind: 'day'; readonly default: string; readonly clause: string | null }
  /** Both bounds included. */
  | {
      readonly kind: 'number';
      readonly default: number;
      readonly least: number;
      readonly most: number;
      readonly clause: string | null;
      /** The setting whose value holds until this one is decided itself. */
      readonly follows?: 'certificate_offset_x' | 'certificate_offset_y';
    }
  | {
      readonly kind: 'choice';
      readonly default: string;
      readonly of: readonly string[];
      readonly clause: string | null;
    };

/** Every setting, in the order of the clauses. */
export const settings = {
  set_up_due: { kind: 'day', default: '09-05', clause: '2.1' },
  personal_files_due: { kind: 'day', default: '09-15', clause: '3.2' },
  /** The day of the month after, by which the extract of a month is handed out. */
  extract_day: { kind: 'number', default: 5, least: 1, most: 28, clause: '3.4' },
  /** Missed lessons in the span of an extract, from which the class teacher's overview names a student. */
  overview_absences: { kind: 'number', default: 10, least: 1, most: 500, clause: '3.4' },
  lesson_due_time: { kind: 'time', default: '18:00', clause: '4.1' },
  /** Working days after the day of the work. */
  pass_test_days: { kind: 'number', default: 5, least: 0, most: 60, clause: '4.2.1' },
  points_test_days: { kind: 'number', default: 5, least: 0, most: 60, clause: '4.2.2' },
  /** Working days after the last day of the term; so for every duty of a term's end. */
  term_marks_days: { kind: 'number', default: 0, least: 0, most: 60, clause: '4.3' },
  report_cards_days: { kind: 'number', default: 0, least: 0, most: 60, clause: '3.5' },
  certificates_days: { kind: 'number', default: 0, least: 0, most: 60, clause: '2.2' },
  summary_journal_days: { kind: 'number', default: 0, least: 0, most: 60, clause: '1.7' },
  /** Calendar days that a parent's note covers at a time and in a semester; 0: no limit. */
  note_days_at_once: { kind: 'number', default: 3, least: 0, most: 60, clause: '3.3' },
  note_days_in_semester: { kind: 'number', default: 9, least: 0, most: 120, clause: '3.3' },
  /** Unjustified lessons of a student in a semester. */
  unjustified_warning: { kind: 'number', default: 10, least: 1, most: 500, clause: '3.3' },
  unjustified_limit: { kind: 'number', default: 20, least: 1, most: 500, clause: '3.3' },
  term_mark_method: { kind: 'choice', default: 'mean', of: ['mean', 'weighted'], clause: '4.3' },
  term_mark_rounding: {
    kind: 'choice',
    default: 'half_up',
    of: ['half_up', 'half_down', 'down', 'up'],
    clause: '4.3',
  },
  /** A term mark is proposed from so many marks on. */
  term_mark_least: { kind: 'number', default: 3, least: 1, most: 100, clause: '4.3' },
  /** Weights of a kind of work, where the method is `weighted`. */
  weight_test: { kind: 'number', default: 4, least: 0, most: 100, clause: '4.3' },
  weight_quiz: { kind: 'number', default: 2, least: 0, most: 100, clause: '4.3' },
  weight_homework: { kind: 'number', default: 1, least: 0, most: 100, clause: '4.3' },
  weight_classwork: { kind: 'number', default: 1, least: 0, most: 100, clause: '4.3' },
  /** How a year mark between two numbers is decided. */
  year_mark_tie: {
    kind: 'choice',
    default: 'second_semester',
    of: ['second_semester', 'up', 'down'],
    clause: '4.3',
  },
  /** Subjects with a mark below 4 with which the certificate is issued all the same. */
  basic_insufficient_allowed: { kind: 'number', default: 0, least: 0, most: 20, clause: '2.2' },
  secondary_insufficient_allowed: { kind: 'number', default: 0, least: 0, most: 20, clause: '2.2' },
  /** The least mark of an exam in points; 1: it only has to be taken. */
  exam_least_mark: { kind: 'number', default: 4, least: 1, most: 10, clause: '2.2' },
  /** Whether subjects that ended in an earlier grade stand on the transcript with their last year mark. */
  earlier_subjects: { kind: 'choice', default: 'yes', of: ['yes', 'no'], clause: '2.2' },
  /** Whether an atestāts needs the number of the State's certificate of each exam. */
  exam_certificates: {
    kind: 'choice',
    default: 'optional',
    of: ['optional', 'required'],
    clause: '2.2',
  },
  /** Days after the notice of a lost certificate in which the duplicate is written. */
  duplicate_days: { kind: 'number', default: 10, least: 0, most: 365, clause: '2.2' },
  /** Entries that the registers had before they were kept here. */
  basic_entries_before: { kind: 'number', default: 0, least: 0, most: 999_999, clause: '2.2' },
  secondary_entries_before: { kind: 'number', default: 0, least: 0, most: 999_999, clause: '2.2' },
  /** Tenths of a millimetre by which all that is printed onto a blank is moved right and down. */
  certificate_offset_x: { kind: 'number', default: 0, least: -500, most: 500, clause: '2.2' },
  certificate_offset_y: { kind: 'number', default: 0, least: -500, most: 500, clause: '2.2' },
  /** The same of each of the State's two forms, which lie in the printer each in its own way. */
  basic_form_offset_x: offset('certificate_offset_x'),
  basic_form_offset_y: offset('certificate_offset_y'),
  secondary_form_offset_x: offset('certificate_offset_x'),
  secondary_form_offset_y: offset('certificate_offset_y'),
} as const satisfies Record<string, Setting>;

export type SettingKey = keyof typeof settings;

/** The value of a setting: a number, one of its choices, or text (`18:00`, `09-05`). */
export type SettingValue<K extends SettingKey> = (typeof settings)[K] extends { kind: 'number' }
  ? number
  : (typeof settings)[K] extends { kind: 'choice'; of: readonly (infer Choice)[] }
    ? Choice
    : string;

/** What stands: what was decided, else what the setting says that this one follows, else what is proposed. */
export function standingValue(
  key: SettingKey,
  decided: (key: SettingKey) => string | undefined,
): string {
  const setting: Setting = settings[key];
  const followed = setting.kind === 'number' ? setting.follows : undefined;
  return decided(key) ?? (followed && decided(followed)) ?? String(setting.default);
}

function offset<K extends 'certificate_offset_x' | 'certificate_offset_y'>(follows: K) {
  return { kind: 'number', default: 0, least: -500, most: 500, clause: '2.2', follows } as const;
}

/** Reads a setting as a person writes it; undefined where it is none of its values. */
export function readSetting(setting: Setting, text: string): string | undefined {
  if (setting.kind === 'time') return readTime(text);
  if (setting.kind === 'day') return readDay(text);
  if (setting.kind === 'choice') return setting.of.find((choice) => choice === text);
  const isWithin = Number(text) >= setting.least && Number(text) <= setting.most;
  return /^-?\d{1,9}$/.test(text) && isWithin ? String(Number(text)) : undefined;
}

/** `18:00`, `8.30` */
function readTime(text: string): string | undefined {
  const [, hour = '', minute = ''] = /^(\d{1,2})[:.](\d{2})$/.exec(text) ?? [];
  if (hour === '' || Number(hour) > 23 || Number(minute) > 59) return undefined;
  return `${hour.padStart(2, '0')}:${minute}`;
}

/** `09-05`, `5.9.` */
function readDay(text: string): string | undefined {
  const written = /^(\d{1,2})-(\d{1,2})$/.exec(text);
  const latvian = /^(\d{1,2})\.(\d{1,2})\.?$/.exec(text);
  const [month, day] = written ? [written[1], written[2]] : [latvian?.[2], latvian?.[1]];
  const isDay = Number(day) >= 1 && Number(day) <= (daysOfMonth[Number(month) - 1] ?? 0);
  return isDay ? `${month?.padStart(2, '0')}-${day?.padStart(2, '0')}` : undefined;
}

/** Every year has these days: 29 February is none of them. */
const daysOfMonth = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
