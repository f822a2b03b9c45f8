import type { CivilDate } from '../rules/civil-date.js';
import type { Language } from '../text/words.js';
import type { Extract, ExtractSubject } from './extract.js';
import { renderPdf } from './pdf.js';
import { filled, loadTemplate, type Template } from './template.js';

/** What a batch of extracts has in common. */
export interface ExtractBatch {
  /** Of the school by the keys of `school.csv`. */
  readonly school: (key: string) => string | null;
  readonly class_teacher: string | null;
  readonly month: string;
  /** The last day of the month: the document's own. */
  readonly date: CivilDate;
  readonly language: Language;
  /** The name of a subject by its code. */
  readonly subjectName: (code: string) => string;
}

/** Makes one PDF of extracts, a page for each student (clause 3.4). */
export async function renderExtracts(
  batch: ExtractBatch,
  students: readonly Extract[],
): Promise<Buffer> {
  const template = await loadTemplate('monthly-extract', batch.language);
  const say = wordsOf(template);
  const period = periodOf(say, batch.month);
  const schoolName = batch.school('name') ?? '';
  const definition = await filled(template, {
    school: {
      name: schoolName,
      municipality: (batch.school('municipality') ?? '').toUpperCase(),
      contact: contactLine(batch),
    },
    class_teacher: batch.class_teacher ?? '',
    period,
    students: students.map((student) => page(student, batch, say)),
  });
  const title = `${say.title} ${period}`;
  return renderPdf(definition, {
    title,
    author: schoolName,
    language: batch.language,
    date: batch.date,
  });
}

interface ExtractWords {
  readonly title: string;
  readonly period: string;
  readonly months: readonly string[];
  readonly kinds: Readonly<Record<string, string>>;
  readonly decimal: string;
  readonly no_average: string;
}

const wordsOf = (template: Template) => template.say as unknown as ExtractWords;

function periodOf({ period, months }: ExtractWords, month: string): string {
  const [year = '', number = ''] = month.split('-');
  return period.replace('{year}', year).replace('{month}', months[Number(number) - 1] ?? '');
}

function contactLine({ school }: ExtractBatch): string {
  const registration = school('registration_no');
  const parts = [
    registration && `Reģ. Nr. ${registration}`,
    school('address'),
    school('phone'),
    school('email'),
    school('website'),
  ];
  return parts.filter((part) => part).join('   ·   ');
}

/** All values are text here: nothing of the data can become a link or a file of the document. */
function page(student: Extract, batch: ExtractBatch, say: ExtractWords) {
  const { absences, late } = student;
  return {
    name: `${student.last_name} ${student.first_name}`,
    class: student.class,
    register_no: student.register_no,
    rows: student.subjects.map((subject) => subjectRow(subject, batch, say)),
    justified: String(absences.justified),
    unjustified: String(absences.unjustified),
    undecided: String(absences.undecided),
    late: String(late),
  };
}

function subjectRow(subject: ExtractSubject, { subjectName }: ExtractBatch, say: ExtractWords) {
  const { marks, average, absences, late } = subject;
  // An empty cell as plain text costs pdfmake a tenth of a styled one, and most cells are empty.
  const right = (text: string) => (text === '' ? '' : { text, alignment: 'right' });
  return [
    { text: subjectName(subject.subject) },
    { text: marks.flatMap((mark, place) => markText(mark, place, say)) },
    right(average === null ? say.no_average : average.replace('.', say.decimal)),
    right(count(absences.justified)),
    right(count(absences.unjustified)),
    right(count(absences.undecided)),
    right(count(late)),
  ];
}

/** The value, and the sign of the work's kind raised behind it. */
function markText(
  { value, kind }: Extract['subjects'][number]['marks'][number],
  place: number,
  say: ExtractWords,
) {
  const sign = kind ? (say.kinds[kind] ?? '') : '';
  return [
    { text: `${place > 0 ? '   ' : ''}${value}` },
    { text: sign && `\u00a0${sign}`, style: 'kind' },
  ];
}

/** Nothing is shown as nothing: a page full of noughts hides what matters. */
const count = (number: number) => (number === 0 ? '' : String(number));
