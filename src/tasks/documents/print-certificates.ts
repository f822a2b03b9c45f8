import { join } from 'node:path';
import type { Context } from '../../context.js';
import { blankCounts } from '../../db/blanks.js';
import type { SchoolYearRow } from '../../db/school-years.js';
import { unprintable } from '../../documents/characters.js';
import type { Paper } from '../../documents/paper.js';
import { Problem } from '../../problem.js';
import { certificateKinds } from '../../rules/blanks.js';
import { yearOf } from '../school-year.js';
import { today } from '../today.js';
import { arrangePapers } from './arrange-papers.js';
import { certificateKind } from './certificate-kind.js';
import { dayOfCertificates, offsetOfForm, type SheetPapers } from './certificate-papers.js';
import { certificateRegister, type RegisterEntry } from './certificate-register.js';
import { type ArrangedWishes, type Printed, printPapers } from './print-papers.js';

const folders = { certificate: 'certificates', form: 'forms', transcript: 'transcripts' } as const;

/**
 * Prints the sheets of certificates, each kind of them into a folder of its own.
 * @throws Problem severalSheets, where all were to go into one file; those of printPapers
 */
export async function printCertificates(
  context: Context,
  { year, sheets }: { year: SchoolYearRow; sheets: readonly SheetPapers[] },
  { arrangement, ...wishes }: ArrangedWishes,
): Promise<Printed> {
  const isOneFile = typeof arrangement === 'object';
  if (isOneFile && sheets.length > 1) throw new Problem('severalSheets', undefined);
  const date = dayOfCertificates(context.db, year);
  const files = sheets.flatMap(({ sheet, papers }) =>
    arrangePapers(papers, arrangement, { date }).map((file) => ({
      ...file,
      path: isOneFile ? file.path : join(folders[sheet], file.path),
    })),
  );
  return printPapers(context, files, { ...wishes, year });
}

/**
 * Prints the register of a grade as a book, of one school year or of all.
 * @throws Problem noCertificate, nothingToPrint, unprintableEntries, those of printPapers
 */
export async function printRegister(
  context: Context,
  { grade, year: asked }: { grade: number; year?: number | undefined },
  { arrangement, ...wishes }: ArrangedWishes,
): Promise<Printed> {
  const { db } = context;
  const entries = certificateRegister(db, { grade, year: asked });
  const [first] = entries;
  const last = entries.at(-1);
  if (!first || !last) throw new Problem('nothingToPrint', undefined);
  refuseUnprintable(entries);
  const { kind } = first;
  const counts = blankCounts(db).filter((row) => row.kind === kind);
  const sum = (field: 'received' | 'free' | 'bound' | 'issued' | 'spoilt') =>
    counts.reduce((total, row) => total + row[field], 0);
  const paper: Paper = {
    kind: 'certificate-register',
    period: asked === undefined ? kind : `${kind} ${asked}`,
    class: null,
    student: null,
    data: {
      kind,
      year: asked ?? null,
      entries: entries.map(bookedEntry),
      blanks: {
        received: sum('received'),
        free: sum('free'),
        bound: sum('bound'),
        issued: sum('issued'),
        spoilt: sum('spoilt'),
      },
    },
  };
  const date = last.issued_on ?? last.dated_on;
  const files = arrangePapers([paper], typeof arrangement === 'object' ? arrangement : 'class', {
    date,
  });
  return printPapers(context, files, { ...wishes, year: yearOf(db, asked) });
}

/** A book without one of its entries would be none: which of them cannot be printed is told before. */
function refuseUnprintable(entries: readonly RegisterEntry[]): void {
  const faulty = entries.flatMap((entry) => {
    const character = unprintable(Object.values(bookedEntry(entry)).join('\n'));
    if (character === undefined) return [];
    return [{ entryNo: entry.entry_no, name: `${entry.last_name} ${entry.first_name}`, character }];
  });
  if (faulty.length > 0) throw new Problem('unprintableEntries', { entries: faulty });
}

function bookedEntry(entry: RegisterEntry) {
  const { entry_no, series, number, last_name, first_name, personal_code, programme } = entry;
  const { issued_on, receiver, voided_on, void_reason, replaces, reason, notice_on } = entry;
  const blank = { entry_no, series, number, class: entry.class };
  const holder = { last_name, first_name, personal_code, programme };
  const end = { voided_on, void_reason, replaces, reason, notice_on, invalid_on: entry.invalid_on };
  const isEnded = entry.state === 'void' || entry.state === 'invalid';
  return { ...blank, ...holder, issued_on, receiver, ...end, ended: isEnded };
}

/**
 * Prints rulers and crosses by which the offsets of a form are found: a page for the form of the grade, or
 * for each of the two.
 * @throws Problem noCertificate, those of printPapers
 */
export async function printCalibration(
  context: Context,
  { grade }: { grade: number | undefined },
  { arrangement, ...wishes }: ArrangedWishes,
): Promise<Printed> {
  const { db } = context;
  const asked = grade === undefined ? undefined : certificateKind(grade);
  const papers = (asked ? [asked] : certificateKinds).map((form): Paper => {
    const offset = offsetOfForm(db, form);
    return {
      kind: 'certificate-calibration',
      period: `${form} ${offset.x} ${offset.y}`,
      class: null,
      student: null,
      data: { form, offset },
    };
  });
  const name = asked ? `certificate-calibration ${asked}.pdf` : 'certificate-calibration.pdf';
  const path = typeof arrangement === 'object' ? arrangement.file : name;
  const files = [{ path, date: today(context), papers }];
  return printPapers(context, files, { ...wishes, year: yearOf(db, undefined) });
}
