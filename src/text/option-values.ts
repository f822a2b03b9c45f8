import { words } from './words.js';

/** How the value of an option is written. */
export const optionValues = words({
  en: {
    empty: 'Write something; an option that is not needed can be left out.',
    place: 'Name a file or a folder; papers are not written to standard output.',
    date: 'Write a day as 2015-09-01 or 01.09.2015.',
    month: 'Write a month as 2015-10.',
    week: 'Write a week as 2015-W40.',
    number: (least: number, most: number) => `Write a whole number from ${least} to ${most}.`,
    numbers: (least: number, most: number) =>
      `Write numbers from ${least} to ${most} as 1,3 or 1-4.`,
    time: 'Write a span of time as 08:30-09:10.',
    condition:
      'Write a condition as a column, one of = != < <= > >= ~ (contains), and a value: working_days_late>5.',
    clause: (clauses: readonly string[]) =>
      `Write a clause, or the beginning of several: ${clauses.join(', ')}.`,
  },
  lv: {
    empty: 'Ierakstiet kaut ko; opciju, kas nav vajadzīga, var izlaist.',
    place: 'Nosauciet failu vai mapi; dokumentus standarta izvadē neraksta.',
    date: 'Dienu raksta kā 2015-09-01 vai 01.09.2015.',
    month: 'Mēnesi raksta kā 2015-10.',
    week: 'Rakstiet nedēļu kā 2015-W40.',
    number: (least, most) => `Rakstiet veselu skaitli no ${least} līdz ${most}.`,
    numbers: (least, most) => `Rakstiet skaitļus no ${least} līdz ${most} kā 1,3 vai 1-4.`,
    time: 'Laika posmu raksta kā 08:30-09:10.',
    condition:
      'Nosacījumu raksta kā kolonnu, vienu no = != < <= > >= ~ (satur) un vērtību: working_days_late>5.',
    clause: (clauses) => `Rakstiet punktu vai vairāku punktu sākumu: ${clauses.join(', ')}.`,
  },
});
