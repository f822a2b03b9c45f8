import type { FileKind } from '../../rules/file-kinds.js';
import { beginBells } from './bells.js';
import { beginCalendar } from './calendar.js';
import { beginGroupMembers, beginGroups, beginGroupTeachers } from './groups.js';
import type { Begin } from './importing.js';
import {
  beginAbsences,
  beginDecisions,
  beginJustifications,
  beginLessons,
  beginMarks,
  beginTermMarks,
  beginWorks,
} from './journal.js';
import { beginMovements } from './movements.js';
import { beginBlanks, beginExamCertificates } from './papers.js';
import { beginParents } from './parents.js';
import { beginPersonalFiles } from './personal-files.js';
import { beginSchool } from './school.js';
import { beginStaff } from './staff.js';
import { beginStudents } from './students.js';
import { beginProgrammes, beginSubjects } from './subjects.js';
import { beginTimetable } from './timetable.js';

/** The importer of every file. */
export const importers: { readonly [K in FileKind]: Begin<K> } = {
  school: beginSchool,
  calendar: beginCalendar,
  subjects: beginSubjects,
  programmes: beginProgrammes,
  students: beginStudents,
  movements: beginMovements,
  staff: beginStaff,
  parents: beginParents,
  'personal-files': beginPersonalFiles,
  bells: beginBells,
  groups: beginGroups,
  'group-teachers': beginGroupTeachers,
  'group-members': beginGroupMembers,
  timetable: beginTimetable,
  lessons: beginLessons,
  absences: beginAbsences,
  justifications: beginJustifications,
  works: beginWorks,
  marks: beginMarks,
  'term-marks': beginTermMarks,
  decisions: beginDecisions,
  blanks: beginBlanks,
  'exam-certificates': beginExamCertificates,
};

/**
 * What identifies a row of a set-up list: one key given twice with different content is an error.
 * The rows of the journal are entries of their time and may repeat their key.
 */
export const listKeys: Partial<Record<FileKind, readonly string[]>> = {
  school: ['key'],
  calendar: ['from', 'until', 'kind', 'grades'],
  subjects: ['code'],
  programmes: ['programme', 'grade', 'subject'],
  students: ['register_no'],
  movements: ['register_no', 'date', 'kind'],
  staff: ['code'],
  'personal-files': ['register_no'],
  bells: ['schedule', 'period', 'weekdays', 'from'],
  groups: ['group'],
  'group-teachers': ['group', 'teacher', 'from'],
  'group-members': ['group', 'register_no', 'from'],
  timetable: ['group', 'weekday', 'period', 'week', 'from'],
  decisions: ['register_no'],
  'exam-certificates': ['register_no', 'subject'],
};
