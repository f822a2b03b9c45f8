import { Problem, type ProblemName } from '../../problem.js';
import {
  fitsScale,
  isMark,
  type MarkValue,
  markValues,
  type Scale,
  workKinds,
} from '../../rules/marks.js';
import type { Session } from '../../session.js';
import {
  type MarksRecorded,
  type MarksToRecord,
  type NewMark,
  recordMarks,
  type WorkSeen,
  workAsSeen,
} from '../../tasks/journal/record-marks.js';
import { ask } from '../../terminal/confirm.js';
import { failureOf } from '../../terminal/failure.js';
import { recordingMarks } from '../../text/record-marks.js';

/** What typing other marks puts right. */
const askedAgain: readonly ProblemName[] = ['marksChanged', 'scaleHasMarks'];

/**
 * Asks for the mark of each member of the group, one after another. Where somebody else entered marks
 * meanwhile, they are shown, and the questions are asked again with what was typed.
 */
export async function marksByConversation(
  session: Session,
  given: MarksToRecord,
): Promise<MarksRecorded> {
  let wanted = given;
  for (;;) {
    const seen = workAsSeen(session, wanted);
    wanted = await askMarks(session, wanted, seen);
    const values = new Map(seen.students.map(({ register_no, value }) => [register_no, value]));
    try {
      return recordMarks(session, { ...wanted, seen: values });
    } catch (error) {
      if (!(error instanceof Problem) || !askedAgain.includes(error.problem)) throw error;
      session.out.warn(failureOf(error, session.text).what);
    }
  }
}

async function askMarks(
  session: Session,
  wanted: MarksToRecord,
  seen: WorkSeen,
): Promise<MarksToRecord> {
  const say = session.text(recordingMarks).questions;
  const scale = wanted.scale ?? seen.scale;
  const { kind } = await ask(session.text, {
    kind: {
      type: 'select',
      message: say.kind,
      choices: workKinds.map((one) => ({ name: say.kinds[one], value: one })),
      when: wanted.kind === undefined && seen.kind === undefined,
    },
  });
  session.out.say(say.howTo[scale]);
  const marks = await askValues(session, seen, scale, wanted.marks);
  const { reason } = await ask(session.text, {
    reason: {
      type: 'input',
      message: say.reason,
      when: isChange(seen, marks) && wanted.reason === undefined,
      validate: (text: string) => text.trim() !== '' || say.reasonNeeded,
    },
  });
  return {
    ...wanted,
    kind: workKinds.find((one) => one === kind) ?? wanted.kind,
    marks,
    reason: typeof reason === 'string' ? reason : wanted.reason,
  };
}

/** A mark of each student who gets one; what was typed before is offered again. */
async function askValues(
  session: Session,
  { students }: WorkSeen,
  scale: Scale,
  typed: readonly NewMark[],
): Promise<NewMark[]> {
  const say = session.text(recordingMarks).questions;
  const before = new Map(typed.map(({ registerNo, value }) => [registerNo, value]));
  const marks: NewMark[] = [];
  for (const { register_no, name, value } of students) {
    const { mark } = await ask(session.text, {
      mark: {
        type: 'input',
        message: value === null ? name : say.standing(name, value),
        default: before.get(register_no),
        validate: (text: string) => isRight(text, scale) || say.wrong[scale],
      },
    });
    const entered = writtenMark(String(mark));
    if (entered) marks.push({ registerNo: register_no, value: entered });
  }
  return marks;
}

/** Whether a mark that stands gets another value. */
function isChange({ students }: WorkSeen, marks: readonly NewMark[]): boolean {
  return students.some(({ register_no, value }) => {
    const mark = marks.find(({ registerNo }) => registerNo === register_no);
    return mark && value !== null && isMark(value) && mark.value !== value;
  });
}

const writtenMark = (text: string): MarkValue | undefined =>
  markValues.find((value) => value === text.trim().toLowerCase());

function isRight(text: string, scale: Scale): boolean {
  const value = writtenMark(text);
  return text.trim() === '' || (value !== undefined && fitsScale(value, scale));
}
