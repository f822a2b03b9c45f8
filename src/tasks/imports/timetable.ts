import { tableByKey } from '../../db/table-by-key.js';
import { backwards, datedRows } from './dated-rows.js';
import type { Begin } from './importing.js';
import { unknownGroup } from './unknown-names.js';

export const beginTimetable: Begin<'timetable'> = ({ db, find }) => {
  const key = ['teaching_group_id', 'weekday', 'period', 'week', 'from'];
  const slots = tableByKey(db, 'timetable_slot', key);
  const dated = datedRows(db, 'timetable_slot');
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
      return put.outcome;
    },
    finish: dated.overlapping,
  };
};
