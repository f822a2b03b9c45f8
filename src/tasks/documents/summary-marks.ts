import { calendarDays } from '../../db/calendar-days.js';
import { subjectsInOrder } from '../../db/subjects.js';
import { termMarkEntries } from '../../db/term-marks.js';
import type { PlannedStudent } from '../../db/year-plan.js';
import type { CivilDate } from '../../rules/civil-date.js';
import { gradeOf } from '../../rules/class-name.js';
import { standingBy } from '../../rules/entries.js';
import type { TermValue } from '../../rules/final-marks.js';
import { groupedBy } from '../../rules/grouping.js';
import { type Term, terms } from '../../rules/term-marks.js';
import { yearEnd } from '../../rules/year-end.js';
import { learnedSubjects, type Study } from './studies.js';
import type { SummaryMarks, SummaryScope, SummarySubject } from './summary-journal.js';

/** The subjects of a class with their terms, and the marks of each student in them. */
export interface ClassMarks {
  readonly subjects: readonly SummarySubject[];
  marksOf(student: PlannedStudent): SummaryMarks[];
}

/** Of one student what each subject asks, and the marks by subject and term. */
interface Learning {
  readonly demands: ReadonlyMap<string, Study['demand']>;
  readonly marks: ReadonlyMap<string, TermValue>;
}

/** These stand under every subject; the others where the programme asks for them or there is a mark. */
const always: readonly Term[] = ['semester1', 'semester2', 'year'];

/** Tells the subjects of a class in the order of documents, and the marks that stand. */
export function summaryMarks(scope: SummaryScope) {
  const { db, year, book, at } = scope;
  const numbers = book.membership.students.map(({ student_id }) => student_id);
  const entries = termMarkEntries(db, year, numbers, at);
  const entriesOf = groupedBy(entries, ({ student_id }) => student_id);
  const demandsIn = demandsOf(scope);
  const subjects = subjectsInOrder(db);

  return (name: string, students: readonly PlannedStudent[]): ClassMarks => {
    const learning = new Map(
      students.map((student): [number, Learning] => {
        const own = entriesOf.get(student.student_id) ?? [];
        const stand = standingBy(own, (row) => `${row.subject} ${row.term}`);
        const marks = new Map([...stand].map(([key, { value }]) => [key, value]));
        return [student.student_id, { demands: demandsIn(name, student), marks }];
      }),
    );
    const all = [...learning.values()];
    const ofClass = subjects.flatMap(({ code, name: subjectName, certificate_name, scale }) => {
      const isMarked = terms.some((term) => all.some(({ marks }) => marks.has(`${code} ${term}`)));
      // A class hour is in the programme and has no mark.
      const isDue = scale === 'points' && all.some(({ demands }) => demands.has(code));
      if (!isMarked && !isDue) return [];
      const stand = terms.filter((term) => all.some((one) => concerns(one, code, term)));
      const shown = terms.filter((term) => always.includes(term) || stand.includes(term));
      return [{ subject: code, name: certificate_name ?? subjectName, terms: shown }];
    });
    return {
      subjects: ofClass,
      marksOf: ({ student_id }) => {
        const one = learning.get(student_id);
        return ofClass.map(({ subject, terms: shown }) => ({
          subject,
          ...(one && Object.fromEntries(marksIn(one, subject, shown))),
        }));
      },
    };
  };
}

function marksIn(one: Learning, subject: string, shown: readonly Term[]) {
  return shown
    .filter((term) => concerns(one, subject, term))
    .map((term) => [term, one.marks.get(`${subject} ${term}`) ?? null]);
}

/** Whether a student has a mark of a term, or is due one. */
function concerns({ demands, marks }: Learning, subject: string, term: Term): boolean {
  if (marks.has(`${subject} ${term}`)) return true;
  return always.includes(term) ? demands.has(subject) : demands.get(subject) === term;
}

/**
 * What a student learned in a class: the subjects of the programme on the last day there, and those of
 * every group in which they were; each with what is asked at the year's end.
 */
function demandsOf({ db, year, book }: SummaryScope) {
  const { membership, plan } = book;
  const learned = learnedSubjects(db, year, membership);
  const calendar = calendarDays(db, year);
  const groups = [...plan.groups.values()];
  return (name: string, student: PlannedStudent) => {
    const grade = gradeOf(name);
    const end = yearEnd(calendar, grade, year.year);
    const stays = membership.staysOf(student).filter((stay) => stay.class === name);
    const last = stays.at(-1)?.until ?? end;
    const day: CivilDate = last < end ? last : end;
    const demands = new Map<string, Study['demand']>();
    for (const group of groups) {
      if (!group.classes.includes(name)) continue;
      const wasIn = stays.some((stay) => membership.isInDuring(group, student, stay));
      if (wasIn) demands.set(group.subject, null);
    }
    for (const { subject, demand } of learned({ student, class: name, grade }, day)) {
      demands.set(subject, demand);
    }
    return demands;
  };
}
