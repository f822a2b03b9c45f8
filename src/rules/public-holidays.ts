import { addDays, type CivilDate, civilDate, weekday } from './civil-date.js';

/**
 * The public holidays of Latvia. Source: the law "Par svētku, atceres un atzīmējamām dienām" of
 * 3 October 1990, with its amendments up to 2023.
 */
const everyYear: Readonly<Record<string, string>> = {
  '01-01': 'Jaunais gads',
  '05-01': 'Darba svētki',
  '05-04': 'Neatkarības atjaunošanas diena',
  '06-23': 'Līgo diena',
  '06-24': 'Jāņi',
  '11-18': 'Republikas Proklamēšanas diena',
  '12-24': 'Ziemassvētku vakars',
  '12-25': 'Pirmie Ziemassvētki',
  '12-26': 'Otrie Ziemassvētki',
  '12-31': 'Vecgada diena',
};

/** Free only once: the closing days of the Song and Dance Festival with their substitutes, and two days by special law. */
const onlyOnce: Readonly<Record<string, string>> = {
  '2018-07-08': 'Dziesmu un deju svētku noslēguma diena',
  '2018-07-09': 'Brīvdiena par Dziesmu un deju svētku noslēguma dienu',
  '2018-09-24': 'Pāvesta Franciska vizītes diena',
  '2023-05-29': 'Diena pēc hokeja izlases bronzas medaļas',
  '2023-07-09': 'Dziesmu un deju svētku noslēguma diena',
  '2023-07-10': 'Brīvdiena par Dziesmu un deju svētku noslēguma dienu',
};

const holidaysOfYear = new Map<string, ReadonlyMap<string, string>>();

/** The name of the public holiday on that day; undefined where it is none. */
export function publicHoliday(date: CivilDate): string | undefined {
  const year = date.slice(0, 4);
  let holidays = holidaysOfYear.get(year);
  if (!holidays) {
    holidays = new Map(holidaysIn(Number(year)));
    holidaysOfYear.set(year, holidays);
  }
  return holidays.get(date);
}

function* holidaysIn(year: number): Generator<[string, string]> {
  for (const [day, name] of Object.entries(everyYear)) yield [`${year}-${day}`, name];
  const easter = easterSunday(year);
  yield [addDays(easter, -2), 'Lielā Piektdiena'];
  yield [easter, 'Lieldienas'];
  yield [addDays(easter, 1), 'Otrās Lieldienas'];
  yield [addDays(easter, 49), 'Vasarsvētki'];
  yield [secondSundayOfMay(year), 'Mātes diena'];
  yield* substitutes(year);
  for (const [day, name] of Object.entries(onlyOnce)) {
    if (day.startsWith(String(year))) yield [day, name];
  }
}

/** 4 May and 18 November on a weekend make the next Monday free, since 26 June 2007. */
function* substitutes(year: number): Generator<[string, string]> {
  for (const feast of [civilDate(year, 5, 4), civilDate(year, 11, 18)]) {
    if (feast && feast > '2007-06-26' && weekday(feast) > 5) {
      yield [
        addDays(feast, 8 - weekday(feast)),
        `Brīvdiena par ${feast.slice(8)}.${feast.slice(5, 7)}.`,
      ];
    }
  }
}

function secondSundayOfMay(year: number): CivilDate {
  const first = `${year}-05-01` as CivilDate;
  return addDays(first, 14 - weekday(first));
}

/** Easter Sunday of the Gregorian calendar, after the "anonymous" computus (Meeus, Astronomical Algorithms). */
export function easterSunday(year: number): CivilDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const inCentury = year % 100;
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
  const sunday =
    (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - epact - (inCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * sunday) / 451);
  const march = epact + sunday - 7 * late + 22;
  return addDays(`${year}-03-01` as CivilDate, march - 1);
}
