import { setting } from '../../../db/school-settings.js';
import { firstTermMarks, gradedGroups } from '../../../db/term-facts.js';
import type { PlannedGroup } from '../../../db/year-plan.js';
import type { CivilDate } from '../../../rules/civil-date.js';
import { gradeOf } from '../../../rules/class-name.js';
import { dueAfterWorkingDays } from '../../../rules/deadline.js';
import type { Duty } from '../../../rules/duties/duty.js';
import { type GroupTerm, termMarksOwed, yearEndTerms } from '../../../rules/duties/term-marks.js';
import { remembered, rememberedOfTwo } from '../../../rules/remembered.js';
import type { Moment } from '../../../rules/school-time.js';
import { type Semester, semesterSpan } from '../../../rules/semesters.js';
import { yearEnds } from '../../journal/owed-subjects.js';
import type { YearFacts } from './year-facts.js';

interface EndedTerm {
  readonly group: PlannedGroup;
  /** Of the group, those for which the term ends on that day; none where only others on its list are owed it. */
  readonly classes: readonly string[];
  readonly semester: Semester;
  readonly end: CivilDate;
  readonly due_at: Moment;
}

/** Clause 4.3: the marks of every group for each term that ends before the horizon. */
export function* termMarksDue(facts: YearFacts): Generator<Duty> {
  const endOf = ends(facts);
  const ended = endedTerms(facts, endOf);
  if (ended.length === 0) return;
  const { db, year, asOf, plan } = facts;
  const first = firstTermMarks(db, year, asOf);
  const yearEndOf = yearEnds(db, year);
  const isFirst = onceEach();
  for (const { group, classes, semester, end, due_at } of ended) {
    const { name, subject } = group;
    const owed = facts
      .members()
      .members(group, end)
      .map((student) => ({ ...student, class: facts.members().classOn(student, end) ?? '' }))
      .filter((student) => endOf(semester, student.class) === end)
      .flatMap(({ student_id, register_no, programme, class: className }) => {
        const yearEnd = yearEndOf(programme, className, subject);
        const more = semester === 'semester2' ? yearEndTerms(yearEnd) : [];
        return [semester, ...more]
          .filter((term) => isFirst(`${student_id} ${subject} ${term}`))
          .map((term) => ({
            term,
            class: className,
            part: { name: register_no, metAt: first(student_id, subject, term) },
          }));
      });
    for (const term of ['semester1', 'semester2', 'year', 'credit', 'exam'] as const) {
      const parts = owed.filter((one) => one.term === term).map((one) => one.part);
      if (parts.length === 0) continue;
      const teacher = plan.teacherOn(name, end);
      const own = classes.length > 0 ? classes : new Set(owed.map((one) => one.class));
      const place: GroupTerm = {
        group: name,
        class: [...own].join('+'),
        teacher,
        term,
        date: end,
        due_at,
      };
      yield termMarksOwed(place, parts);
    }
  }
}

/** A student who learns a subject in two groups has one mark of it: the first of them owes it. */
function onceEach(): (mark: string) => boolean {
  const seen = new Set<string>();
  return (mark) => !seen.has(mark) && Boolean(seen.add(mark));
}

type EndOf = (semester: Semester, className: string) => CivilDate | undefined;

/** The last day of a semester for a class. */
const ends = ({ plan }: YearFacts): EndOf =>
  rememberedOfTwo(
    (semester, className) => semesterSpan(plan.calendar.rows, semester, gradeOf(className))?.until,
  );

/**
 * The semesters that end in a group: grades 9 and 12 end the year on days of their own. On the list of a
 * group may stand students of any class, so all ends of the school are looked at.
 */
function endedTerms(facts: YearFacts, endOf: EndOf): EndedTerm[] {
  const { db, year, plan, clock, horizon, asOf } = facts;
  const days = setting(db, 'term_marks_days');
  const dueAt = remembered((date: CivilDate) => dueAfterWorkingDays(clock, date, days));
  const graded = gradedGroups(db, year, asOf);
  const everyClass = [...new Set([...plan.groups.values()].flatMap((group) => group.classes))];
  const found: EndedTerm[] = [];
  for (const semester of ['semester1', 'semester2'] as const) {
    const endOfClass = (name: string) => endOf(semester, name);
    for (const end of new Set(everyClass.map(endOfClass))) {
      if (end === undefined || dueAt(end) > horizon) continue;
      for (const group of plan.groups.values()) {
        const classes = group.classes.filter((name) => endOfClass(name) === end);
        if (!graded.has(group.name) || (group.whole && classes.length === 0)) continue;
        found.push({ group, classes, semester, end, due_at: dueAt(end) });
      }
    }
  }
  return found;
}
