import { words } from './words.js';

/** How the value of an option is written. */
export const optionValues = words({
  en: {
    date: 'Write a day as 2015-09-01 or 01.09.2015.',
    month: 'Write a month as 2015-10.',
    week: 'Write a week as 2015-W40.',
    number: (least: number, most: number) => `Write a whole number from ${least} to ${most}.`,
    time: 'Write a span of time as 08:30-09:10.',
  },
  lv: {
    date: 'Dienu raksta kā 2015-09-01 vai 01.09.2015.',
    month: 'Mēnesi raksta kā 2015-10.',
    week: 'Rakstiet nedēļu kā 2015-W40.',
    number: (least, most) => `Rakstiet veselu skaitli no ${least} līdz ${most}.`,
    time: 'Laika posmu raksta kā 08:30-09:10.',
  },
});
