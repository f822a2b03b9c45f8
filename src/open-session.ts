import type { Context } from './context.js';
import { readOneState } from './db/one-state.js';
import { answerOf, openDatabase } from './db/open.js';
import { schoolSetting, schoolZone } from './db/school-settings.js';
import { Problem } from './problem.js';
import { schoolYearsKept } from './rules/bounds.js';
import { parseCivilDate } from './rules/civil-date.js';
import { endOfDay, parseMoment } from './rules/school-time.js';
import { type Language, languages } from './text/words.js';

export interface SessionOptions {
  readonly file: string;
  readonly opens: 'read' | 'print' | 'write';
  /** How long to wait for another process that writes, in seconds. */
  readonly wait: number;
  /** A date (the end of that day) or a moment, in the school's time; none = the true moment. */
  readonly asOf: string | undefined;
  readonly clock: () => Date;
  readonly actor: string;
  readonly invocation: Context['invocation'];
  readonly mode: Context['mode'];
  readonly differences: Context['differences'];
  /** Is told the language that the school has chosen, before anything else can fail. */
  speakIn(language: Language): void;
}

export interface OpenSession {
  readonly context: Context;
  close(): void;
}

/**
 * Opens the school's database for one command.
 * @throws Problem those of openDatabase, notAMoment
 */
export function openSession(options: SessionOptions): OpenSession {
  const { file, opens, wait, clock, actor, invocation, mode, differences } = options;
  const db = openDatabase(file, { readOnly: opens === 'read', wait });
  try {
    // What another process writes meanwhile would contradict what was read before.
    if (opens !== 'write') readOneState(db);
    const language = chosenLanguage(db);
    if (language) options.speakIn(language);
    const zone = schoolZone(db);
    goBy(zone);
    const asOf = momentAskedFor(options.asOf, zone) ?? clock();
    return {
      context: { db, clock, asOf, actor, invocation, mode, differences },
      close: () => db.close(),
    };
  } catch (error) {
    db.close();
    throw error;
  }
}

/** The language that the school of a database has chosen; undefined where that cannot be told. */
export function languageOfSchool(file: string): Language | undefined {
  return answerOf(file, chosenLanguage);
}

function chosenLanguage(db: Context['db']): Language | undefined {
  const chosen = schoolSetting(db, 'language');
  return languages.find((known) => known === chosen);
}

/** Lets the process go by the school's clock, whatever the machine's zone; see rules/school-time.ts. */
function goBy(zone: string): void {
  process.env['TZ'] = zone;
}

function momentAskedFor(text: string | undefined, zone: string): Date | undefined {
  if (text === undefined) return undefined;
  const day = parseCivilDate(text);
  const moment = day ? endOfDay(day, zone) : parseMoment(text, zone);
  const isKept =
    moment !== undefined &&
    moment >= String(schoolYearsKept.first) &&
    moment < String(schoolYearsKept.last + 1);
  if (!isKept) throw new Problem('notAMoment', { text }, { field: 'as-of' });
  return new Date(moment);
}
