import type { CivilDate } from '../../rules/civil-date.js';
import { groupedBy } from '../../rules/grouping.js';
import type { LateRow, OverdueRow } from './overdue.js';

/** By whom or by what entries are summed up. */
export const summedBy = ['teacher', 'class', 'clause', 'month'] as const;
export type SummedBy = (typeof summedBy)[number];

/** How many entries of each kind. */
interface Counts {
  lessons: number;
  topics: number;
  absences: number;
  marks: number;
  /** Entries of all other clauses. */
  other: number;
}

/** How much somebody owes, or what of a class, a clause or a month is late. */
export interface OverdueSum extends Counts {
  who: string;
  name: string;
  oldest: CivilDate;
  working_days_late: number;
}

/** How much was done late, and by how much. */
export interface LateSum extends Counts {
  who: string;
  name: string;
  entries: number;
  median_minutes_late: number;
  most_minutes_late: number;
}

/** The late entries summed up, those who owe most first; months in their order. */
export function overdueBy(rows: readonly OverdueRow[], by: SummedBy): OverdueSum[] {
  const sums = summed(rows, by).map(({ who, name, rows: owed }): OverdueSum => {
    const [oldest] = owed;
    return {
      who,
      name,
      ...countsOf(owed),
      oldest: oldest?.date ?? ('' as CivilDate),
      working_days_late: owed.reduce((most, row) => Math.max(most, row.working_days_late), 0),
    };
  });
  return sums.sort(orderOf<OverdueSum>(by, total));
}

/** What was done late summed up, those who had most of it first; months in their order. */
export function lateBy(rows: readonly LateRow[], by: SummedBy): LateSum[] {
  const sums = summed(rows, by).map(({ who, name, rows: late }): LateSum => {
    const minutes = late.map((row) => row.minutes_late).sort((a, b) => a - b);
    return {
      who,
      name,
      entries: late.length,
      ...countsOf(late),
      median_minutes_late: minutes[(minutes.length - 1) >> 1] ?? 0,
      most_minutes_late: minutes.at(-1) ?? 0,
    };
  });
  return sums.sort(orderOf<LateSum>(by, (sum) => sum.entries));
}

function summed<R extends OverdueRow>(rows: readonly R[], by: SummedBy) {
  const shares = rows.flatMap((row) => sharesOf(row, by).map((share) => ({ ...share, row })));
  return [...groupedBy(shares, (share) => share.who)].map(([who, own]) => ({
    who,
    name: own[0]?.name ?? '',
    rows: own.map((share) => share.row),
  }));
}

/** What several people owe together counts for each of them. */
function sharesOf(row: OverdueRow, by: SummedBy): { who: string; name: string }[] {
  if (by === 'class') return [{ who: row.class, name: '' }];
  if (by === 'clause') return [{ who: row.clause, name: '' }];
  if (by === 'month') return [{ who: row.date.slice(0, 7), name: '' }];
  const names = row.owed_by_name.split('+');
  return row.owed_by.split('+').map((who, at) => ({ who, name: names[at] ?? '' }));
}

function countsOf(rows: readonly OverdueRow[]): Counts {
  const having = (part: string) =>
    rows.filter((row) => row.clause === '4.1' && row.missing.split('+').includes(part)).length;
  return {
    lessons: having('lesson'),
    topics: having('topic'),
    absences: having('absences'),
    marks: rows.filter((row) => row.missing === 'marks').length,
    other: rows.filter((row) => row.clause !== '4.1' && row.missing !== 'marks').length,
  };
}

const total = ({ lessons, topics, absences, marks, other }: Counts) =>
  lessons + topics + absences + marks + other;

function orderOf<S extends { who: string }>(by: SummedBy, amount: (sum: S) => number) {
  const byName = (a: S, b: S) => (a.who < b.who ? -1 : 1);
  if (by === 'month' || by === 'clause') return byName;
  return (a: S, b: S) => amount(b) - amount(a) || byName(a, b);
}
