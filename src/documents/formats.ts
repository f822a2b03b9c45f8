import { monthSpan } from '../rules/civil-date.js';
import { tableBands } from './table-bands.js';
import { refuseUnknownFields, tableRows } from './table-rows.js';

/** The words that the functions of templates need, from `shared/words.*.yaml`. */
interface FormatWords {
  readonly decimal: string;
  readonly day: string;
  readonly long_day: string;
  readonly nominative_day: string;
  readonly month: string;
  readonly school_years: string;
  readonly months: readonly string[];
  readonly months_in: readonly string[];
}

/**
 * The functions that templates may call in an expression. All of them are harmless: text and numbers
 * in, text out. What is missing (null, '') stays ''.
 */
export function templateFunctions(
  say: Readonly<Record<string, unknown>>,
  { hasEverything = false }: { readonly hasEverything?: boolean } = {},
) {
  const words = say as unknown as FormatWords;
  const text = (value: unknown) => (value === null || value === undefined ? '' : String(value));
  const filled = (pattern: unknown, values: Readonly<Record<string, unknown>>) =>
    text(pattern).replace(/\{(\w+)\}/g, (_, name: string) => text(values[name]));
  const dated = (pattern: string, date: unknown) => {
    const [year = '', month = '', day = ''] = text(date).split('-');
    if (year === '') return '';
    const place = Number(month) - 1;
    const parts: Record<string, string> = {
      year,
      mm: month,
      dd: day,
      d: String(Number(day)),
      month: words.months[place] ?? '',
      month_in: words.months_in[place] ?? '',
    };
    return filled(pattern, parts);
  };
  const schoolYears = (first: unknown) =>
    text(first) === '' ? '' : filled(words.school_years, { year: first, next: Number(first) + 1 });
  const formats = {
    /** `7.50` as the language writes it. */
    decimal: (value: unknown) => text(value).replace('.', words.decimal),
    /** A number; nothing for nought, since a page full of noughts hides what matters. */
    amount: (value: unknown) => (value === 0 ? '' : text(value)),
    /** `2015-10-31` as `31.10.2015.` */
    day: (value: unknown) => dated(words.day, value),
    /** `2015-10-31` as `2015. gada 31. oktobrī` */
    long_day: (value: unknown) => dated(words.long_day, value),
    /** `2015-10-31` as `2015. gada 31. oktobris`, behind a label. */
    nominative_day: (value: unknown) => dated(words.nominative_day, value),
    /** `2015-10` as `2015. gada oktobris` */
    month: (value: unknown) => dated(words.month, value),
    /** The school year `2015` as `2015./2016.` */
    school_years: schoolYears,
    text,
  };
  return {
    ...formats,
    /** A month where the days are those of a whole month, else the first and the last day. */
    period: (from: string, until: string) => {
      const month = text(from).slice(0, 7);
      const span = monthSpan(month);
      const isWhole = span?.from === from && span.until === until;
      return isWhole ? formats.month(month) : `${formats.day(from)} – ${formats.day(until)}`;
    },
    /** The parts that are not empty, with something between them. */
    joined: (parts: readonly unknown[], between: string) =>
      parts
        .map(text)
        .filter((part) => part !== '')
        .join(between),
    /** A text with `{name}` in it, where the value of that name comes. */
    filled,
    /** A label before a text; nothing where there is no text. */
    labelled: (label: string, value: unknown) =>
      text(value) === '' ? '' : `${label} ${text(value)}`,
    /** The rows of a table, from a list of things and the columns that show them. */
    rows: (list: readonly object[], columns: unknown) => {
      if (hasEverything) refuseUnknownFields(list, columns);
      return tableRows(list, columns, say, formats);
    },
    /** The headings of a table too wide for a page, page by page. */
    bands: tableBands,
  };
}
