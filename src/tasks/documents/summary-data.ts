import { type CsvValue, csvText } from '../../csv/writer.js';
import type { Attachment } from '../../documents/pdf.js';
import { terms } from '../../rules/term-marks.js';
import type { SummaryJournal } from './summary-journal.js';

/** The data of journals for programs of a later time: all as JSON, and as tables of CSV. */
export function summaryData(journals: readonly SummaryJournal[]): Attachment[] {
  const [only] = journals;
  const json = JSON.stringify(journals.length === 1 ? only : journals, null, 2);
  return [
    {
      name: 'summary-journal.json',
      type: 'application/json',
      description: 'All data of the journal',
      bytes: Buffer.from(`${json}\n`),
    },
    table(
      'students.csv',
      'Students, decisions, absences',
      studentColumns,
      journals.flatMap(students),
    ),
    table(
      'term-marks.csv',
      'Marks by student, subject and term',
      markColumns,
      journals.flatMap(marks),
    ),
    table(
      'movements.csv',
      'Who joined, left or changed class',
      movementColumns,
      journals.flatMap(movements),
    ),
    table(
      'teachers.csv',
      'Teachers by subject and group',
      teacherColumns,
      journals.flatMap(teachers),
    ),
  ];
}

type Row = Readonly<Record<string, CsvValue>>;

function table(
  name: string,
  description: string,
  columns: readonly string[],
  rows: readonly Row[],
): Attachment {
  const cells = rows.map((row) => columns.map((column) => row[column]));
  const text = [...csvText(columns, cells, 'csv')].join('');
  return { name, type: 'text/csv', description, bytes: Buffer.from(text) };
}

const absenceTerms = ['semester1', 'semester2', 'year'] as const;
const absenceCounts = ['justified', 'unjustified', 'undecided', 'late'] as const;

const studentColumns = [
  ...['class', 'register_no', 'last_name', 'first_name', 'from', 'until'],
  ...['decision', 'decision_order_no', 'decision_date'],
  ...absenceTerms.flatMap((term) => absenceCounts.map((count) => `${term}_${count}`)),
];

const students = ({ class: name, students: all }: SummaryJournal): Row[] =>
  all.map(({ absences, subjects: _subjects, ...student }) => ({
    class: name,
    ...student,
    ...Object.fromEntries(
      absenceTerms.flatMap((term) =>
        absenceCounts.map((count) => [`${term}_${count}`, absences[term][count]]),
      ),
    ),
  }));

const markColumns = ['class', 'register_no', 'last_name', 'first_name', 'subject', 'term', 'value'];

const marks = ({ class: name, students: all }: SummaryJournal): Row[] =>
  all.flatMap(({ register_no, last_name, first_name, subjects }) =>
    subjects.flatMap((own) =>
      terms.flatMap((term) => {
        const value = own[term];
        const student = { class: name, register_no, last_name, first_name };
        return value ? [{ ...student, subject: own.subject, term, value }] : [];
      }),
    ),
  );

const movementColumns = [
  ...['class', 'date', 'register_no', 'last_name', 'first_name', 'kind', 'from_class', 'to_class'],
  ...['reason', 'order_no'],
];

const movements = ({ class: name, movements: all }: SummaryJournal): Row[] =>
  all.map((movement) => ({ class: name, ...movement }));

const teacherColumns = ['class', 'subject', 'name', 'group', 'classes', 'teacher', 'from', 'until'];

const teachers = ({ class: name, teachers: groups }: SummaryJournal): Row[] =>
  groups.flatMap(({ teachers: all, classes, ...group }) =>
    all.map(({ name: teacher, from, until }) => ({
      class: name,
      ...group,
      classes: classes.join('+'),
      teacher,
      from,
      until,
    })),
  );
