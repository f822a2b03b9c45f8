import type { Command } from '@commander-js/extra-typings';
import { exit, Problem } from '../../problem.js';
import { schoolYearsKept } from '../../rules/bounds.js';
import type { CalendarRow } from '../../rules/calendar.js';
import {
  addDays,
  type CivilDate,
  parseCivilDate,
  schoolYearBounds,
  schoolYearOf,
} from '../../rules/civil-date.js';
import { dateOf } from '../../rules/school-time.js';
import { knownSchoolYears, nationalCalendar, semesterRows } from '../../rules/school-years.js';
import type { Frame } from '../../session.js';
import { initSchool, type NewSchool, refusePlace } from '../../tasks/setup/init-school.js';
import { ask } from '../../terminal/confirm.js';
import { failureOf } from '../../terminal/failure.js';
import { schoolYear } from '../../terminal/options.js';
import type { OptionsOf } from '../../terminal/program.js';
import { init } from '../../text/init.js';
import { optionValues } from '../../text/option-values.js';
import { lookOptions, sourceOptions } from '../importing.js';
import { showImported } from '../show-imported.js';

export const topic = init;

export function define(command: Command, { text }: Pick<Frame, 'text'>) {
  const say = text(init);
  return lookOptions(command, text)
    .option('--year <year>', say.year, schoolYear(text))
    .option('--school <file>', say.school)
    .option('--name <name>', say.name)
    .option('--national-calendar', say.nationalCalendar);
}

export async function run(frame: Frame, options: OptionsOf<typeof define>) {
  refusePlace(frame.file);
  const wanted =
    options.year === undefined
      ? await conversation(frame, options)
      : await offered(frame, { ...options, year: options.year });
  const context = { ...frame, asOf: frame.clock() };
  const { school } = options;
  const imported = initSchool(context, { ...wanted, school, ...sourceOptions(options) });
  if (imported.outcome === 'rejected') return showImported(frame, imported);
  const { file, year } = wanted;
  const say = frame.text(init);
  frame.out.say(frame.mode === 'write' ? say.made(file, year) : say.tried(file));
  return exit.done;
}

type Options = OptionsOf<typeof define>;

/** What may be asked of the new school where the line does not say it. */
type Wanted = Pick<NewSchool, 'file' | 'year' | 'name' | 'calendar'>;

/** Where a person can be asked, the dates of the state are offered for a year that is known. */
async function offered(
  frame: Frame,
  { year, name, nationalCalendar }: Options & { year: number },
): Promise<Wanted> {
  const isAsked = !nationalCalendar && frame.interactive && !frame.yes;
  const national = nationalCalendar || (isAsked && (await isNationalWanted(frame, year)));
  return { file: frame.file, year, name, calendar: national ? datesOf(year) : [] };
}

/** A short conversation about what the line does not say: the school, the year, its semesters, the file. */
async function conversation(frame: Frame, options: Options): Promise<Wanted> {
  if (!frame.interactive || frame.yes)
    throw new Problem('optionNeeded', { option: '--year', isAsked: true });
  const say = frame.text(init).questions;
  const thisYear = schoolYearOf(dateOf(frame.clock(), 'Europe/Riga'));
  const answers = await ask(frame.text, {
    name: {
      type: 'input',
      message: say.name,
      when: options.name === undefined && options.school === undefined,
      validate: (name: string) => name.trim() !== '' || say.nameNeeded,
    },
    year: {
      type: 'input',
      message: say.year,
      default: String(thisYear),
      validate: (year: string) => rightYear(frame, year, options.nationalCalendar === true),
    },
  });
  const year = Number(answers['year']);
  const { name = answers['name'] as string | undefined } = options;
  const calendar = options.nationalCalendar ? datesOf(year) : await askCalendar(frame, year);
  const { file } = await ask(frame.text, {
    file: {
      type: 'input',
      message: say.file,
      default: frame.file,
      validate: (place: string) => accepted(frame, () => refusePlace(place.trim())),
    },
  });
  const place = String(file).trim();
  const { right } = await ask(frame.text, {
    right: { type: 'confirm', message: say.right(place), default: true },
  });
  if (right !== true) throw new Problem('notConfirmed', undefined);
  return { file: place, name, year, calendar };
}

/** The dates of the state for a year that is known; else, or where they are declined, the semesters. */
async function askCalendar(frame: Frame, year: number): Promise<readonly CalendarRow[]> {
  if (await isNationalWanted(frame, year)) return datesOf(year);
  const { semesters, notThatDay } = frame.text(init).questions;
  const { first, last } = schoolYearBounds(year);
  const days: CivilDate[] = [];
  for (const message of semesters) {
    const least = addDays(days.at(-1) ?? addDays(first, -1), 1);
    const { day } = await ask(frame.text, {
      day: {
        type: 'input',
        message,
        validate: (text: string) => {
          const date = parseCivilDate(text);
          const isLeftOut = text.trim() === '' && days.length === 0;
          return isLeftOut || isWithin(date, least, last) || notThatDay(least, last);
        },
      },
    });
    const date = parseCivilDate(String(day));
    if (!date) return [];
    days.push(date);
  }
  return semesterRows(days as [CivilDate, CivilDate, CivilDate, CivilDate]);
}

const isWithin = (date: CivilDate | undefined, first: CivilDate, last: CivilDate) =>
  date !== undefined && date >= first && date <= last;

async function isNationalWanted(frame: Frame, year: number): Promise<boolean> {
  const message = frame.text(init).questions.national;
  const { national } = await ask(frame.text, {
    national: { type: 'confirm', message, default: true, when: knownSchoolYears.includes(year) },
  });
  return national === true;
}

function rightYear(frame: Frame, year: string, isNational: boolean): true | string {
  const { first, last } = schoolYearsKept;
  if (!isYear(year)) return frame.text(optionValues).number(first, last);
  return !isNational || accepted(frame, () => datesOf(Number(year)));
}

/** Whether an answer is taken; else why not. */
function accepted(frame: Frame, attempt: () => unknown): true | string {
  try {
    attempt();
    return true;
  } catch (error) {
    if (error instanceof Problem) return failureOf(error, frame.text).what;
    throw error;
  }
}

const isYear = (text: string) =>
  /^\d{4}$/.test(text) &&
  Number(text) >= schoolYearsKept.first &&
  Number(text) <= schoolYearsKept.last;

function datesOf(year: number): readonly CalendarRow[] {
  const calendar = nationalCalendar(year);
  if (!calendar) throw new Problem('unknownYearDates', { year }, { field: 'national-calendar' });
  return calendar;
}
