import { bellPeriods } from '../../db/bell-periods.js';
import { tableByKey } from '../../db/table-by-key.js';
import { wrong } from '../../text/findings.js';
import { backwards, datedRows } from './dated-rows.js';
import type { Begin } from './importing.js';
import { unknownGroup } from './unknown-names.js';

export const beginTimetable: Begin<'timetable'> = ({ db, find, year, warn }) => {
  const key = ['teaching_group_id', 'weekday', 'period', 'week', 'from'];
  const slots = tableByKey(db, 'timetable_slot', key);
  const dated = datedRows(db, 'timetable_slot');
  const ringing = new Set(bellPeriods(db, year).map((bell) => bell.period));
  return {
    row: ({ group, weekday, period, room, week, from, until }, line) => {
      const teaching_group_id = find.group(group);
      if (!teaching_group_id) return unknownGroup(group);
      const refused = backwards({ from, until });
      if (refused) return refused;
      const open = { week: week ?? null, from: from ?? null };
      const put = slots.put({
        teaching_group_id,
        weekday: Number(weekday),
        period,
        room,
        ...open,
        until,
      });
      dated.came(put.id, line);
      if (ringing.size > 0 && !ringing.has(period)) {
        warn(line, 'period', String(period), wrong('neverRings'));
      }
      return put.outcome;
    },
    finish: dated.overlapping,
  };
};
