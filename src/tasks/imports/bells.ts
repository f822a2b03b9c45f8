import type { RecordOf } from '../../csv/files.js';
import { bellPeriods } from '../../db/bell-periods.js';
import { tableByKey } from '../../db/table-by-key.js';
import { bellWarnings } from '../../rules/bells.js';
import { wrong } from '../../text/findings.js';
import { backwards, datedRows } from './dated-rows.js';
import { type Begin, type LateRefusal, missingIn } from './importing.js';

/** Clause 2.1.5. Times that overlap are errors; a long gap is pointed out; a missing number is normal. */
export const beginBells: Begin<'bells'> = (context) => {
  const { db, year } = context;
  const key = ['school_year_id', 'schedule', 'period', 'weekdays', 'from'];
  const bells = tableByKey(db, 'bell_period', key);
  const dated = datedRows(db, 'bell_period');
  const lines = new Map<string, number>();
  const placed = (record: RecordOf<'bells'>) => {
    const open = { weekdays: record.weekdays ?? null, from: record.from ?? null };
    return { school_year_id: year.school_year_id, ...record, ...open };
  };
  return {
    isNew: (record) => !bells.find(placed(record)),
    row: (record, line) => {
      if (record.starts && record.ends && record.ends <= record.starts) {
        return { column: 'ends', wrong: wrong('endsBeforeStart', { starts: record.starts }) };
      }
      const refused = backwards(record);
      if (refused) return refused;
      const row = placed(record);
      const missing = bells.find(row) ? undefined : missingIn('bells', record);
      if (missing) return missing;
      const put = bells.put(row);
      dated.came(put.id, line);
      lines.set(place(row), line);
      return put.outcome;
    },
    finish: () => {
      const late: LateRefusal[] = [...dated.overlapping()];
      const own = late.length > 0 ? [] : bellWarnings(bellPeriods(db, year));
      for (const { problem, row, other } of own) {
        const [line, lineOfOther] = [lines.get(place(row)), lines.get(place(other))];
        if (problem === 'gap') {
          const gap = wrong('bellGap', { other: other.period });
          if (line !== undefined) context.warn(line, 'starts', row.starts, gap);
        } else if (problem === 'twice') {
          const twice = wrong('bellTwice', { schedule: other.schedule, starts: other.starts });
          if (line !== undefined) context.warn(line, 'starts', row.starts, twice);
        } else if (line !== undefined) {
          const overlap = wrong('bellOverlap', { other: other.period });
          late.push({ line, column: 'starts', wrong: overlap });
        } else if (lineOfOther !== undefined) {
          const overlap = wrong('bellOverlap', { other: row.period });
          late.push({ line: lineOfOther, column: 'ends', wrong: overlap });
        }
      }
      return late;
    },
  };
};

interface Place {
  schedule: string;
  period: number;
  weekdays: string | null;
  from: string | null;
}

const place = ({ schedule, period, weekdays, from }: Place) =>
  JSON.stringify([schedule, period, weekdays, from]);
