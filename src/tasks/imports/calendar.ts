import { tableByKey } from '../../db/table-by-key.js';
import { schoolYearOf } from '../../rules/civil-date.js';
import { wrong } from '../../text/findings.js';
import { backwards } from './dated-rows.js';
import type { Begin } from './importing.js';

export const beginCalendar: Begin<'calendar'> = ({ db, year, warn }) => {
  const days = tableByKey(db, 'calendar_day', [
    'school_year_id',
    'from',
    'until',
    'kind',
    'grades',
  ]);
  return {
    row: (record, line) => {
      const { from, until, kind, replaces, grades } = record;
      const refused = backwards(record);
      if (refused) return refused;
      if (schoolYearOf(from) !== year.year) {
        return { column: 'from', wrong: wrong('otherSchoolYear', { year: year.year }) };
      }
      if (replaces && kind !== 'working_day') {
        return { column: 'replaces', wrong: wrong('replacesWithoutWork') };
      }
      if (kind === 'bells' && grades) warn(line, 'grades', grades, wrong('gradesWithoutEffect'));
      const span = { until: until ?? null, grades: grades ?? null };
      return days.put({ school_year_id: year.school_year_id, ...record, ...span }).outcome;
    },
  };
};
