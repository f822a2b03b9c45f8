import type { Command } from '@commander-js/extra-typings';
import type { ExitStatus } from './problem.js';
import type { Frame, Session } from './session.js';
import type { Acts } from './terminal/acts.js';
import type { CommandGroup, CommandName } from './text/commands.js';
import type { Words } from './text/words.js';

/** An example of a command's help: what it does, and the line that does it on the demonstration school. */
export interface Example {
  readonly does: string;
  readonly line: string;
}

/** What a file in `commands/` exports. */
export interface CommandModule<S> {
  readonly topic: Words<{ readonly examples: readonly Example[] }>;
  define(command: Command, frame: Pick<Frame, 'text'>): unknown;
  /** Of a command that does several things: which of its options say something to each. */
  readonly acts?: Acts;
  /** Which of them is asked for; without it the one that the first word names. */
  actOf?(options: never, ...words: never[]): string | undefined;
  run(session: S, options: never, ...words: never[]): ExitStatus | Promise<ExitStatus>;
}

interface Lazy<S> {
  readonly group: CommandGroup;
  load(): Promise<CommandModule<S>>;
}

/**
 * Reads the database, writes it, or works without one; only what writes has `--dry-run` and `--diff`.
 * What prints reads one state, from which all of its papers are made, and then enters them.
 * `writesWith` is the option with which a command that reads writes.
 */
export type CommandEntry =
  | ({ readonly opens: 'read' | 'print' | 'write'; readonly writesWith?: string } & Lazy<Session>)
  | ({ readonly opens: 'none'; readonly writes?: true } & Lazy<Frame>);

/** Every command, by name. Its module is loaded when it is called or asked for help, not before. */
export const commands: Readonly<Record<CommandName, CommandEntry>> = {
  init: {
    group: 'setup',
    opens: 'none',
    writes: true,
    load: () => import('./commands/setup/init.js'),
  },
  setup: { group: 'setup', opens: 'write', load: () => import('./commands/setup/setup.js') },
  status: { group: 'setup', opens: 'read', load: () => import('./commands/setup/status.js') },
  settings: { group: 'setup', opens: 'write', load: () => import('./commands/setup/settings.js') },
  'import-subjects': {
    group: 'setup',
    opens: 'write',
    load: () => import('./commands/setup/import-subjects.js'),
  },
  'import-programmes': {
    group: 'setup',
    opens: 'write',
    load: () => import('./commands/setup/import-programmes.js'),
  },
  'import-calendar': {
    group: 'setup',
    opens: 'write',
    load: () => import('./commands/setup/import-calendar.js'),
  },
  'import-timetable': {
    group: 'setup',
    opens: 'write',
    load: () => import('./commands/setup/import-timetable.js'),
  },
  'create-groups': {
    group: 'setup',
    opens: 'write',
    load: () => import('./commands/setup/create-groups.js'),
  },
  'create-journals': {
    group: 'setup',
    opens: 'write',
    load: () => import('./commands/setup/create-journals.js'),
  },
  bells: { group: 'setup', opens: 'write', load: () => import('./commands/setup/bells.js') },
  'import-students': {
    group: 'people',
    opens: 'write',
    load: () => import('./commands/people/import-students.js'),
  },
  'import-staff': {
    group: 'people',
    opens: 'write',
    load: () => import('./commands/people/import-staff.js'),
  },
  'import-parents': {
    group: 'people',
    opens: 'write',
    load: () => import('./commands/people/import-parents.js'),
  },
  'personal-files': {
    group: 'people',
    opens: 'print',
    load: () => import('./commands/people/personal-files.js'),
  },
  'import-movements': {
    group: 'people',
    opens: 'write',
    load: () => import('./commands/people/import-movements.js'),
  },
  'record-lesson': {
    group: 'journal',
    opens: 'write',
    load: () => import('./commands/journal/record-lesson.js'),
  },
  'cancel-lesson': {
    group: 'journal',
    opens: 'write',
    load: () => import('./commands/journal/cancel-lesson.js'),
  },
  'move-lesson': {
    group: 'journal',
    opens: 'write',
    load: () => import('./commands/journal/move-lesson.js'),
  },
  'import-lessons': {
    group: 'journal',
    opens: 'write',
    load: () => import('./commands/journal/import-lessons.js'),
  },
  'record-absence': {
    group: 'journal',
    opens: 'write',
    load: () => import('./commands/journal/record-absence.js'),
  },
  'import-absences': {
    group: 'journal',
    opens: 'write',
    load: () => import('./commands/journal/import-absences.js'),
  },
  'import-justifications': {
    group: 'journal',
    opens: 'write',
    load: () => import('./commands/journal/import-justifications.js'),
  },
  'record-marks': {
    group: 'journal',
    opens: 'write',
    load: () => import('./commands/journal/record-marks.js'),
  },
  justify: {
    group: 'journal',
    opens: 'write',
    load: () => import('./commands/journal/justify.js'),
  },
  absences: {
    group: 'journal',
    opens: 'read',
    load: () => import('./commands/journal/absences.js'),
  },
  'import-works': {
    group: 'journal',
    opens: 'write',
    load: () => import('./commands/journal/import-works.js'),
  },
  'import-marks': {
    group: 'journal',
    opens: 'write',
    load: () => import('./commands/journal/import-marks.js'),
  },
  'import-term-marks': {
    group: 'journal',
    opens: 'write',
    load: () => import('./commands/journal/import-term-marks.js'),
  },
  'term-marks': {
    group: 'journal',
    opens: 'write',
    load: () => import('./commands/journal/term-marks.js'),
  },
  'import-decisions': {
    group: 'journal',
    opens: 'write',
    load: () => import('./commands/journal/import-decisions.js'),
  },
  show: { group: 'journal', opens: 'read', load: () => import('./commands/journal/show.js') },
  'monthly-extract': {
    group: 'documents',
    opens: 'print',
    load: () => import('./commands/documents/monthly-extract.js'),
  },
  'summary-journal': {
    group: 'documents',
    opens: 'print',
    load: () => import('./commands/documents/summary-journal.js'),
  },
  letters: {
    group: 'documents',
    opens: 'print',
    load: () => import('./commands/documents/letters.js'),
  },
  lists: {
    group: 'documents',
    opens: 'print',
    load: () => import('./commands/documents/lists.js'),
  },
  'print-certificates': {
    group: 'documents',
    opens: 'print',
    load: () => import('./commands/documents/print-certificates.js'),
  },
  blanks: {
    group: 'documents',
    opens: 'write',
    load: () => import('./commands/documents/blanks.js'),
  },
  'exam-certificates': {
    group: 'documents',
    opens: 'write',
    load: () => import('./commands/documents/exam-certificates.js'),
  },
  templates: {
    group: 'documents',
    opens: 'read',
    load: () => import('./commands/documents/templates.js'),
  },
  documents: {
    group: 'documents',
    opens: 'read',
    load: () => import('./commands/documents/documents.js'),
  },
  reissue: {
    group: 'documents',
    opens: 'print',
    load: () => import('./commands/documents/reissue.js'),
  },
  verify: {
    group: 'documents',
    opens: 'read',
    load: () => import('./commands/documents/verify.js'),
  },
  'report-cards': {
    group: 'documents',
    opens: 'print',
    load: () => import('./commands/documents/report-cards.js'),
  },
  overdue: {
    group: 'oversight',
    opens: 'read',
    writesWith: 'notify',
    load: () => import('./commands/oversight/overdue.js'),
  },
  why: { group: 'oversight', opens: 'read', load: () => import('./commands/oversight/why.js') },
  deadlines: {
    group: 'oversight',
    opens: 'read',
    load: () => import('./commands/oversight/deadlines.js'),
  },
  outbox: {
    group: 'oversight',
    opens: 'write',
    load: () => import('./commands/oversight/outbox.js'),
  },
  history: {
    group: 'oversight',
    opens: 'read',
    load: () => import('./commands/oversight/history.js'),
  },
  audit: { group: 'oversight', opens: 'read', load: () => import('./commands/oversight/audit.js') },
  undo: { group: 'oversight', opens: 'write', load: () => import('./commands/oversight/undo.js') },
  export: { group: 'data', opens: 'read', load: () => import('./commands/data/export.js') },
  demo: { group: 'data', opens: 'none', load: () => import('./commands/data/demo.js') },
};
