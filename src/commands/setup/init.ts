import type { Command } from '@commander-js/extra-typings';
import { exit, Problem } from '../../problem.js';
import type { CalendarRow } from '../../rules/calendar.js';
import { schoolYearOf } from '../../rules/civil-date.js';
import { dateOf } from '../../rules/school-time.js';
import { knownSchoolYears, nationalCalendar } from '../../rules/school-years.js';
import type { Frame } from '../../session.js';
import { initSchool } from '../../tasks/setup/init-school.js';
import { ask } from '../../terminal/confirm.js';
import { wholeNumber } from '../../terminal/options.js';
import type { OptionsOf } from '../../terminal/program.js';
import { init } from '../../text/init.js';
import { optionValues } from '../../text/option-values.js';
import { lookOptions, sourceOptions } from '../importing.js';
import { showImported } from '../show-imported.js';

export const topic = init;

export function define(command: Command, { text }: Pick<Frame, 'text'>) {
  const say = text(init);
  return lookOptions(command, text)
    .option('--year <year>', say.year, wholeNumber(text, 1990, 2200))
    .option('--school <file>', say.school)
    .option('--name <name>', say.name)
    .option('--national-calendar', say.nationalCalendar);
}

export async function run(frame: Frame, options: OptionsOf<typeof define>) {
  const answers =
    options.year === undefined ? await conversation(frame) : await offered(frame, options);
  const { year, school, name, nationalCalendar: national = false } = answers;
  if (year === undefined) throw new Problem('optionNeeded', { option: '--year' });
  const calendar: readonly CalendarRow[] = national ? datesOf(year) : [];
  const { file, clock } = frame;
  const context = { ...frame, asOf: clock() };
  const imported = initSchool(context, {
    ...{ file, year, school, name, calendar },
    ...sourceOptions(options),
  });
  if (imported.outcome === 'rejected') return showImported(frame, imported);
  const say = frame.text(init);
  frame.out.say(frame.mode === 'write' ? say.made(file, year) : say.tried(file));
  return exit.done;
}

interface Answers {
  year?: number | undefined;
  school?: string | undefined;
  name?: string | undefined;
  nationalCalendar?: boolean | undefined;
}

/** Where a person can be asked, the dates of the state are offered for a year that is known. */
async function offered(frame: Frame, options: Answers): Promise<Answers> {
  const isKnown = knownSchoolYears.includes(options.year ?? 0);
  if (!isKnown || options.nationalCalendar || !frame.interactive || frame.yes) return options;
  const message = frame.text(init).questions.national;
  const { national } = await ask(frame.text, {
    national: { type: 'confirm', message, default: true },
  });
  return { ...options, nationalCalendar: national === true };
}

/** A short conversation: the school, the year, its semesters. */
async function conversation(frame: Frame): Promise<Answers> {
  if (!frame.interactive || frame.yes) throw new Problem('optionNeeded', { option: '--year' });
  const say = frame.text(init).questions;
  const thisYear = schoolYearOf(dateOf(frame.clock(), 'Europe/Riga'));
  const answers = await ask(frame.text, {
    name: {
      type: 'input',
      message: say.name,
      validate: (name: string) => name.trim() !== '' || say.nameNeeded,
    },
    year: {
      type: 'input',
      message: say.year,
      default: String(thisYear),
      validate: (year: string) => isYear(year) || frame.text(optionValues).number(1990, 2200),
    },
    national: {
      type: 'confirm',
      message: say.national,
      default: true,
      when: ({ year }) => knownSchoolYears.includes(Number(year)),
    },
    right: { type: 'confirm', message: say.right(frame.file), default: true },
  });
  if (answers['right'] !== true) throw new Problem('notConfirmed', undefined);
  return {
    name: String(answers['name']),
    year: Number(answers['year']),
    nationalCalendar: answers['national'] === true,
  };
}

const isYear = (text: string) =>
  /^\d{4}$/.test(text) && Number(text) >= 1990 && Number(text) <= 2200;

function datesOf(year: number): readonly CalendarRow[] {
  const calendar = nationalCalendar(year);
  if (!calendar) throw new Problem('unknownYearDates', { year }, { field: 'national-calendar' });
  return calendar;
}
