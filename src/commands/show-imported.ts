import { type ExitStatus, exit } from '../problem.js';
import type { Session } from '../session.js';
import type { FileSummary, Imported } from '../tasks/imports/import-files.js';
import { type ErrorsFile, writeErrors } from '../tasks/imports/write-errors.js';
import type { Wrong } from '../text/findings.js';
import { findings } from '../text/findings.js';
import { imports } from '../text/imports.js';

export const summaryColumns: (keyof FileSummary)[] = [
  'file',
  'rows',
  'new',
  'changed',
  'unchanged',
  'ended',
  'rejected',
];

/** A person reads so many findings at once; scripts and `--errors` get them all. */
const mostShown = 50;

type Speaking = Pick<Session, 'text' | 'out' | 'mode' | 'dialect' | 'yes'>;

/**
 * Shows what an import did, or why nothing was written: rows of findings to a script, sentences to a
 * person. Warnings are sentences in either case.
 */
export async function showImported(
  session: Speaking,
  imported: Imported,
  errors?: string,
): Promise<ExitStatus> {
  const { outcome, files, report } = imported;
  const say = session.text(imports);
  showWarnings(session, report);
  if (outcome === 'rejected') {
    await showRejections(session, report.rejections);
    if (errors) {
      const phrase: ErrorsFile['phrase'] = ({ column, wrong }) =>
        `${column}: ${phrased(session, wrong).what}`;
      const { dialect, yes: overwrite } = session;
      if (report.rows.length > 0) {
        writeErrors(imported, { path: errors, dialect, overwrite, phrase });
        session.out.say(say.errorsWritten(errors, report.rows.length));
      } else session.out.say(say.noErrorsWritten(errors));
    }
    return exit.rejected;
  }
  await session.out.rows(summaryColumns, files);
  const changed = files.some((file) => file.new + file.changed + file.ended > 0);
  if (changed && imported.otherYear) session.out.say(say.intoYear(imported.otherYear));
  if (!changed) session.out.say(say.nothingToChange);
  else if (session.mode !== 'write') session.out.say(say.takenBack);
  return exit.done;
}

/** What is no error, but should be looked at. */
export function showWarnings(session: Speaking, { warnings }: Imported['report']): void {
  for (const warning of warnings) session.out.say(...sentenceOf(session, warning));
}

async function showRejections(session: Speaking, rejections: Imported['report']['rejections']) {
  const say = session.text(imports);
  if (session.out.format === 'table') {
    for (const rejection of rejections.slice(0, mostShown)) {
      session.out.warn(...sentenceOf(session, rejection));
    }
    if (rejections.length > mostShown) session.out.warn(say.more(rejections.length - mostShown));
  } else {
    const rows = rejections.map(({ file, line, column, value, wrong }) => {
      const { what, mend } = phrased(session, wrong);
      return { file, line, column, value, problem: what, mend };
    });
    await session.out.refused(['file', 'line', 'column', 'value', 'problem', 'mend'], rows);
  }
  session.out.warn(say.rejected(rejections.length));
}

interface Phrase {
  what: (facts: unknown) => string;
  mend: (facts: unknown) => string;
}

function phrased({ text }: Pick<Session, 'text'>, { finding, facts }: Wrong) {
  const { what, mend } = text(findings)[finding] as Phrase;
  return { what: what(facts), mend: mend(facts) };
}

/** What is wrong, and the place that it is about. */
function sentenceOf(
  session: Speaking,
  found: Imported['report']['rejections'][number],
): [sentence: string, about: string] {
  const { file, line, column, value, wrong } = found;
  const { what, mend } = phrased(session, wrong);
  const place = [file, line, column].filter((part) => part !== '').join(':');
  const shown = value === '' ? '' : ` ${session.text(imports).quoted(value.slice(0, 80))}`;
  return [`${shown}: ${what} ${mend}`, place];
}
