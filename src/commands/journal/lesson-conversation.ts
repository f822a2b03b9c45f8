import { Problem } from '../../problem.js';
import { isPeriod } from '../../rules/bounds.js';
import { type CivilDate, parseCivilDate } from '../../rules/civil-date.js';
import type { Session } from '../../session.js';
import {
  type LessonOfDay,
  type LessonSeen,
  lessonAsSeen,
  lessonsOfDay,
  type StudentInLesson,
} from '../../tasks/journal/lessons-of-day.js';
import {
  type LessonRecorded,
  type LessonToRecord,
  recordLesson,
} from '../../tasks/journal/record-lesson.js';
import { ask } from '../../terminal/confirm.js';
import { failureOf } from '../../terminal/failure.js';
import { lessonObjections } from '../../text/lesson-objections.js';
import { recordingLesson } from '../../text/record-lesson.js';

interface Place {
  readonly date: CivilDate;
  readonly period: number;
  readonly group: string;
}

/** What a person has said so far, on the line or in answers: it is offered where a question is asked. */
type Typed = Pick<LessonToRecord, 'topic' | 'homework' | 'absences' | 'reason'>;

/** What the line says of the lesson; nobody is asked for its day where it is given. */
export interface Given extends Typed, Pick<LessonToRecord, 'teacher' | 'kind'> {
  readonly day: CivilDate | undefined;
  readonly today: CivilDate;
  readonly period: number | undefined;
}

/**
 * Asks for a lesson: whose it is, which of those that the timetable expects, what it was about, who was
 * away. Nothing is open while a question waits; where somebody else changed the lesson meanwhile, that
 * is shown and the questions are asked again.
 */
export async function lessonByConversation(
  session: Session,
  given: Given,
): Promise<LessonRecorded> {
  const place = await askPlace(session, given);
  const { teacher, kind } = given;
  for (let typed: Typed = given; ; ) {
    const seen = lessonAsSeen(session, { ...place, teacher, kind, absences: given.absences });
    typed = await askLesson(session, place, seen, typed);
    try {
      const force = seen.objections.length > 0;
      const lesson = { ...place, teacher, kind, ...typed };
      return recordLesson(session, { ...lesson, force, seen: seen.lesson });
    } catch (error) {
      if (!(error instanceof Problem) || error.problem !== 'changedMeanwhile') throw error;
      session.out.warn(failureOf(error, session.text).what);
    }
  }
}

async function askPlace(
  session: Session,
  { day, today, period }: Pick<Given, 'day' | 'today' | 'period'>,
): Promise<Place> {
  const say = session.text(recordingLesson).questions;
  const { date: written } = await ask(session.text, {
    date: {
      type: 'input',
      message: say.date,
      default: today,
      when: day === undefined,
      validate: (text: string) => parseCivilDate(text) !== undefined || say.notADay,
    },
  });
  const date = day ?? parseCivilDate(String(written)) ?? today;
  const lesson = await askWhichLesson(session, date, period);
  return lesson
    ? { date, period: lesson.period, group: lesson.group }
    : askOther(session, date, period);
}

/** One of the lessons of a teacher or a class that day; undefined where it is another. */
async function askWhichLesson(
  session: Session,
  date: CivilDate,
  period: number | undefined,
): Promise<LessonOfDay | undefined> {
  const say = session.text(recordingLesson).questions;
  let lessons: readonly LessonOfDay[] = [];
  await ask(session.text, {
    whose: {
      type: 'input',
      message: say.whose,
      validate: (text: string) => {
        const theirs = lessonsOfDay(session, date, text.trim());
        lessons = theirs ?? [];
        return theirs !== undefined || say.nobody;
      },
    },
  });
  const firstOpen = Math.max(
    0,
    lessons.findIndex((one) => one.missing !== null),
  );
  const ofPeriod = lessons.findIndex((one) => one.period === period);
  const { lesson } = await ask(session.text, {
    lesson: {
      type: 'select',
      message: say.lesson,
      pageSize: 15,
      default: period === undefined ? firstOpen : ofPeriod,
      choices: [
        ...lessons.map((one, at) => ({ name: lessonLine(session, one), value: at })),
        { name: say.other, value: -1 },
      ],
    },
  });
  return lessons[Number(lesson)];
}

function lessonLine(
  session: Session,
  { period, group, missing, topic, held }: LessonOfDay,
): string {
  const say = session.text(recordingLesson);
  const state = held ? (missing === null ? (topic ?? '') : say.missing[missing]) : say.notHeld;
  return `${String(period).padStart(2)}  ${group}  ${state}`.trimEnd();
}

async function askOther(
  session: Session,
  date: CivilDate,
  period: number | undefined,
): Promise<Place> {
  const say = session.text(recordingLesson).questions;
  const answers = await ask(session.text, {
    group: {
      type: 'input',
      message: say.group,
      validate: (group: string) => knownGroup(session, date, group.trim()),
    },
    period: {
      type: 'input',
      message: say.period,
      default: period === undefined ? undefined : String(period),
      validate: (text: string) => isPeriod(text.trim()) || say.notAPeriod,
    },
  });
  return { date, group: String(answers['group']).trim(), period: Number(answers['period']) };
}

function knownGroup(session: Session, date: CivilDate, group: string): true | string {
  try {
    lessonAsSeen(session, { date, group, period: 0 });
    return true;
  } catch (error) {
    if (error instanceof Problem) return failureOf(error, session.text).what;
    throw error;
  }
}

async function askLesson(
  session: Session,
  place: Place,
  { lesson, students, objections }: LessonSeen,
  typed: Typed,
): Promise<Typed> {
  const say = session.text(recordingLesson).questions;
  const objected = session.text(lessonObjections);
  for (const objection of objections) {
    session.out.warn(objected.because(objection, { ...place, expected: [] }));
  }
  const { reason, topic, homework } = await ask(session.text, {
    reason: {
      type: 'input',
      message: say.reason,
      default: typed.reason,
      when: objections.length > 0,
      validate: (text: string) => text.trim() !== '' || say.reasonNeeded,
    },
    topic: { type: 'input', message: say.topic, default: typed.topic ?? lesson.topic ?? undefined },
    homework: {
      type: 'input',
      message: say.homework,
      default: typed.homework ?? lesson.homework ?? undefined,
    },
  });
  const absences = await askAbsences(session, students, typed);
  return {
    topic: text(topic) ?? typed.topic,
    homework: text(homework) ?? typed.homework,
    reason: text(reason) ?? typed.reason,
    absences,
  };
}

/** Who is absent and who came late; undefined where nobody has looked. */
async function askAbsences(
  session: Session,
  students: LessonSeen['students'],
  typed: Typed,
): Promise<Typed['absences']> {
  const say = session.text(recordingLesson).questions;
  const { check } = await ask(session.text, {
    check: { type: 'confirm', message: say.check, default: true, when: !typed.absences },
  });
  if (check === false) return undefined;
  const askWho = async (message: string, mark: 'n' | 'k', of: LessonSeen['students']) => {
    const choices = of.map((student) => ({
      name: `${student.name} (${student.register_no})`,
      value: student.register_no,
      short: student.register_no,
      checked: markOf(student, typed.absences) === mark,
    }));
    const { who } = await ask(session.text, {
      who: { type: 'checkbox', message, pageSize: 12, choices },
    });
    return numbers(who);
  };
  const absent = await askWho(say.absent, 'n', students);
  const others = students.filter(({ register_no }) => !absent.includes(register_no));
  const late = await askWho(say.late, 'k', others);
  const present = others
    .filter(
      ({ mark, register_no }) => (mark === 'n' || mark === 'k') && !late.includes(register_no),
    )
    .map(({ register_no }) => register_no);
  return { nobodyAbsent: absent.length === 0, absent, late, present };
}

/** How a student is to stand by what was said; who was not spoken of, as they stand. */
function markOf({ register_no, mark }: StudentInLesson, absences: Typed['absences']) {
  if (absences?.absent.includes(register_no)) return 'n';
  if (absences?.late.includes(register_no)) return 'k';
  if (absences?.present.includes(register_no)) return '-';
  return absences?.nobodyAbsent && mark === 'n' ? '-' : mark;
}

const numbers = (answer: unknown) => (Array.isArray(answer) ? answer.map(String) : []);

/** An answer that was left empty says nothing: what the line says without a question stays, as "" does. */
const text = (answer: unknown) =>
  typeof answer === 'string' && answer.trim() !== '' ? answer : undefined;
