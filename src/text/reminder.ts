import { counted, words } from './words.js';

/** What somebody is reminded of, in one line. */
interface Owed {
  clause: string;
  missing: string;
  class: string;
  group: string;
  date: string;
  period: number | null;
  work: string | null;
  students: readonly string[] | null;
  working_days_late: number;
}

const missingEn: Readonly<Record<string, string>> = {
  lesson: 'the lesson',
  topic: 'the topic',
  absences: 'the absences',
  'topic+absences': 'the topic and the absences',
  marks: 'marks',
  students: 'the list of students',
  subjects: 'the subjects of the classes',
  programmes: 'the subjects of the programmes',
  journals: 'the journals',
  bells: 'the bell schedules',
  personal_file: 'personal files',
  extract: 'monthly extracts',
  report_card: 'report cards',
  term_mark: 'marks of the term',
  certificate: 'certificates',
  summary_journal: 'the summary journal',
};

const missingLv: Readonly<Record<string, string>> = {
  lesson: 'mācību stunda',
  topic: 'stundas tēma',
  absences: 'kavējumi',
  'topic+absences': 'stundas tēma un kavējumi',
  marks: 'vērtējumi',
  students: 'izglītojamo saraksts',
  subjects: 'klašu mācību priekšmeti',
  programmes: 'programmu mācību priekšmeti',
  journals: 'žurnāli',
  bells: 'zvanu saraksti',
  personal_file: 'personas lietas',
  extract: 'sekmju izraksti',
  report_card: 'liecības',
  term_mark: 'perioda vērtējumi',
  certificate: 'apliecības vai atestāti',
  summary_journal: 'kopsavilkuma žurnāls',
};

const termsEn: Readonly<Record<string, string>> = {
  semester1: 'semester 1',
  semester2: 'semester 2',
  year: 'the year',
  credit: 'credits',
  exam: 'exams',
};

const termsLv: Readonly<Record<string, string>> = {
  semester1: '1. semestris',
  semester2: '2. semestris',
  year: 'gads',
  credit: 'ieskaites',
  exam: 'eksāmeni',
};

const monthsEn =
  'January February March April May June July August September October November December'.split(
    ' ',
  );
const monthsLv =
  'janvāris februāris marts aprīlis maijs jūnijs jūlijs augusts septembris oktobris novembris decembris'.split(
    ' ',
  );

/** The title of a work, or the term or the month of a paper, in words. */
function workOf(
  { clause, work }: Owed,
  terms: Readonly<Record<string, string>>,
  monthOf: (year: string, month: number) => string,
): string | null {
  if (work === null || clause.startsWith('4.2')) return work;
  const [, year, month] = /^(\d{4})-(\d{2})$/.exec(work) ?? [];
  return year && month ? monthOf(year, Number(month)) : (terms[work] ?? work);
}

/** `2015-10-14` as it is written in Latvian, `14.10.2015.` */
const dayLv = (date: string) => `${date.split('-').reverse().join('.')}.`;

const joined = (parts: readonly (string | null)[]) => parts.filter(Boolean).join(', ');

/** The message to somebody who owes entries; in the language of the school. */
export const reminder = words({
  en: {
    subject: (n: number) =>
      `Journal: ${counted('en', n, { one: 'entry is', other: 'entries are' })} overdue`,
    greeting: (name: string) => `Dear ${name},`,
    opening: 'these entries of the journal are overdue:',
    line: (owed: Owed) => {
      const what = joined([
        owed.group || owed.class || null,
        owed.period === null ? null : `lesson ${owed.period}`,
        workOf(owed, termsEn, (year, month) => `${monthsEn[month - 1]} ${year}`),
        owed.students && counted('en', owed.students.length, { one: 'student', other: 'students' }),
      ]);
      const late = counted('en', owed.working_days_late, {
        one: 'working day',
        other: 'working days',
      });
      const place = what === '' ? '' : `, ${what}`;
      return `- ${owed.date}${place}: ${missingEn[owed.missing] ?? owed.missing} (${owed.clause}; ${late} late)`;
    },
    more: (n: number) => `- and ${n} more`,
    closing: 'Please enter what is missing.',
  },
  lv: {
    subject: (n) =>
      `Žurnāls: ${counted('lv', n, { zero: 'nokavētu ierakstu', one: 'nokavēts ieraksts', other: 'nokavēti ieraksti' })}`,
    greeting: (name) => `Labdien, ${name}!`,
    opening: 'Žurnālā ir nokavēti šie ieraksti:',
    line: (owed) => {
      const what = joined([
        owed.group || owed.class || null,
        owed.period === null ? null : `${owed.period}. stunda`,
        workOf(owed, termsLv, (year, month) => `${year}. gada ${monthsLv[month - 1]}`),
        owed.students &&
          counted('lv', owed.students.length, {
            zero: 'skolēnu',
            one: 'skolēns',
            other: 'skolēni',
          }),
      ]);
      const late = counted('lv', owed.working_days_late, {
        zero: 'darba dienu',
        one: 'darba dienu',
        other: 'darba dienas',
      });
      const place = what === '' ? '' : `, ${what}`;
      return `- ${dayLv(owed.date)}${place}: ${missingLv[owed.missing] ?? owed.missing} (${owed.clause}. punkts; kavējas ${late})`;
    },
    more: (n) => `- un vēl ${n}`,
    closing: 'Lūdzu, ievadiet trūkstošo.',
  },
});
