import type { Context } from '../../context.js';
import { schoolZone, setting } from '../../db/school-settings.js';
import type { PlannedStudent } from '../../db/year-plan.js';
import type { CivilDate } from '../../rules/civil-date.js';
import { dueAtHour } from '../../rules/deadline.js';
import { type LessonContent, lessonContent } from '../../rules/lesson-content.js';
import {
  type LessonDuty,
  lessonDuties,
  type MissingOfLesson,
  missingAt,
} from '../../rules/lesson-duty.js';
import type { Moment } from '../../rules/school-time.js';
import { attendanceOn, type GroupDay, type PlannedDay } from './group-day.js';

/** A lesson as it stands now, or as it is still expected; the names are an interface of the output. */
export interface LessonRow {
  date: CivilDate;
  period: number;
  group: string;
  topic: string | null;
  homework: string | null;
  /** The substitute who held it. */
  teacher: string | null;
  /** null where nothing was entered yet. */
  held: 'yes' | 'no' | null;
  reason: string | null;
  kind: LessonContent['kind'];
  absences_checked: Moment | null;
  recorded_at: Moment | null;
  /** The register numbers of the group's members who were away. */
  absent: readonly string[];
  late: readonly string[];
  /** Who owes the entries. */
  owed_by: string;
  /** What is still owed by clause 4.1; null where nothing is. */
  missing: MissingOfLesson | null;
  due_at: Moment;
}

/** What stands of one lesson of a group. */
export function lessonRow({ db }: Pick<Context, 'db'>, day: GroupDay, period: number): LessonRow {
  const { date, group, plan } = day;
  const content = contentOf(day, group.name, period);
  const duty = dutiesOf(day, group.name).find((each) => each.period === period);
  const clock = { calendar: plan.calendar, zone: schoolZone(db) };
  const attendance = attendanceOn(
    db,
    day.members.map((student) => student.student_id),
    day,
  );
  const marked = (mark: 'n' | 'k') =>
    day.members
      .filter(({ student_id }) => attendance.get(student_id)?.get(period)?.mark === mark)
      .map(({ register_no }) => register_no);
  return {
    date,
    period,
    group: group.name,
    topic: content?.topic ?? null,
    homework: content?.homework ?? null,
    teacher: content?.teacher ?? null,
    held: content ? (content.held ? 'yes' : 'no') : null,
    reason: content?.reason ?? null,
    kind: content?.kind ?? null,
    absences_checked: content?.absences_checked ?? null,
    recorded_at: content?.recorded_at ?? null,
    absent: marked('n'),
    late: marked('k'),
    owed_by: content?.teacher ?? plan.teacherOn(group.name, date),
    missing: (duty && missingAt(duty, day.now)) ?? null,
    due_at: dueAtHour(clock, date, setting(db, 'lesson_due_time')),
  };
}

/** What stands of a lesson; undefined where nothing was entered. */
export function contentOf(day: PlannedDay, group: string, period: number) {
  return lessonContent(day.entries(group).get(period) ?? []);
}

/** What clause 4.1 asks of a group on the day, expected and recorded. */
export function dutiesOf(day: PlannedDay, group: string): LessonDuty[] {
  return lessonDuties(day.expected(group), [...day.entries(group).values()].flat(), day.now);
}

/** A name for lists that a person reads. */
export const fullName = ({ last_name, first_name }: PlannedStudent) => `${last_name} ${first_name}`;
