import type { Command } from '@commander-js/extra-typings';
import type { Session } from '../../session.js';
import { sheets } from '../../tasks/documents/certificate-papers.js';
import { date } from '../../terminal/date-options.js';
import { filledText, schoolYear, wholeNumber } from '../../terminal/options.js';
import type { OptionsOf } from '../../terminal/program.js';
import { printingCertificates } from '../../text/print-certificates.js';
import { printOptions } from '../printing.js';

/** What `--print` alone prints. */
export const bothSheets = 'both';

/** What can be said to `print-certificates`: one act, whose certificates, and what it needs to know. */
export function certificateOptions(command: Command, { text }: Pick<Session, 'text'>) {
  const say = text(printingCertificates);
  const sheet = command.createOption('--print [sheet]', say.print).choices([...sheets, bothSheets]);
  const own = command
    .optionsGroup(say.acts)
    .option('--check', say.check)
    .option('--prepare', say.prepare)
    .addOption(sheet.preset(bothSheets))
    .option('--issue', say.issue)
    .option('--void', say.void)
    .option('--duplicate', say.duplicate)
    .option('--register', say.register)
    .option('--issued', say.issued)
    .option('--calibrate', say.calibrate)
    .optionsGroup(say.whose)
    .option('--grade <grade>', say.grade, wholeNumber(text, 1, 12))
    .option('--class <class>', say.class)
    .option('--student <register-no>', say.student)
    .option('--year <year>', say.year, schoolYear(text))
    .optionsGroup(say.details)
    .option('--series <series>', say.series, filledText(text))
    .option('--number <number>', say.number, filledText(text))
    .option('--of <number>', say.of, filledText(text))
    .option('--date <date>', say.date, date(text))
    .option('--receiver <who>', say.receiver, filledText(text))
    .option('--reason <reason>', say.reason, filledText(text))
    .option('--notice-date <date>', say.noticeDate, date(text))
    .optionsGroup(say.printing);
  return printOptions(own, { text }).optionsGroup('');
}

export type CertificateOptions = OptionsOf<typeof certificateOptions>;
