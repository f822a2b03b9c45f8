import type { Session } from '../../session.js';
import type { LessonRow } from '../../tasks/journal/lesson-row.js';
import { showListed } from '../listed.js';

/** The columns of a lesson as it stands; the first ones are those of `lessons.csv`. */
const lessonColumns: (keyof LessonRow)[] = [
  'date',
  'period',
  'group',
  'topic',
  'homework',
  'teacher',
  'held',
  'reason',
  'kind',
  'absences_checked',
  'recorded_at',
  'absent',
  'late',
  'owed_by',
  'missing',
  'due_at',
];

const forPeople: (keyof LessonRow)[] = [
  'date',
  'period',
  'group',
  'topic',
  'homework',
  'absent',
  'late',
  'held',
  'reason',
  'missing',
];

/** Shows lessons as they stand; a person does not get every column. */
export async function showLessons(session: Session, lessons: readonly LessonRow[]): Promise<void> {
  await showListed(session, lessonColumns, forPeople, lessons);
}
