import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Context } from '../../context.js';
import { openDatabase } from '../../db/open.js';
import { Problem } from '../../problem.js';
import { type DaySpan, monthSpan } from '../../rules/civil-date.js';
import { endOfDay } from '../../rules/school-time.js';
import type { PrintedFile } from '../documents/made-files.js';
import { monthlyExtracts } from '../documents/monthly-extracts.js';
import { printExtracts } from '../documents/print-extracts.js';
import type { PrintWishes } from '../documents/print-papers.js';
import type { FileSummary } from '../imports/import-files.js';
import { overdueEntries } from '../oversight/overdue.js';
import { type OverdueSum, overdueBy } from '../oversight/overdue-sums.js';
import { initSchool } from '../setup/init-school.js';
import { setUpYear } from '../setup/set-up.js';
import type { SampleSchool } from './sample-school/plan.js';
import { writeSampleSchool } from './sample-school/write.js';

/** What the demonstration made, step by step. */
export interface Demo {
  readonly files: readonly FileSummary[];
  readonly overdue: readonly OverdueSum[];
  readonly extracts: readonly PrintedFile[];
  readonly database: string;
  readonly school: string;
  readonly extractFolder: string;
  /** The last class of grade 10. */
  readonly lastOfTenth: string;
}

/** Lies in a demonstration folder, so that nothing else is ever cleared away for a new one. */
const sign = '.ejournal-demo';

const demoYear = 2015;
const demoMonth = '2015-10';

/** How the papers are printed, and how it is stopped. */
type Printing = Pick<PrintWishes, 'language' | 'progress' | 'stop'>;

/**
 * Makes a demonstration school afresh: its files, its database with two months of entries, the entries
 * that are overdue, and the extracts of October.
 * @throws Problem notADemo, where the folder holds something else
 */
export async function makeDemo(
  frame: Omit<Context, 'db'>,
  folder: string,
  wishes: Pick<SampleSchool, 'seed' | 'parallel' | 'size'>,
  printing: Printing,
): Promise<Demo> {
  clear(folder);
  const school = join(folder, 'school');
  const database = join(folder, 'ejournal.db');
  const extractFolder = join(folder, 'extracts');
  const month = monthSpan(demoMonth);
  if (!month) throw new Error(`${demoMonth} is no month`);
  const { until } = month;
  writeSampleSchool(school, { ...wishes, year: demoYear, grades: [7, 12], until });
  const schoolFile = join(school, 'school.csv');
  initSchool(frame, { file: database, year: demoYear, school: schoolFile, calendar: [] });

  const db = openDatabase(database, { readOnly: false, wait: 60 });
  try {
    const context = { ...frame, db, asOf: new Date(endOfDay(until, 'Europe/Riga')) };
    const done = await putToUse(context, school, month, { ...printing, folder: extractFolder });
    return { ...done, database, school, extractFolder };
  } finally {
    db.close();
  }
}

/** Sets the school up, looks for what is overdue at the end of a month, and prints the extracts of it. */
async function putToUse(
  context: Context,
  folder: string,
  month: DaySpan,
  printing: Printing & Pick<PrintWishes, 'folder'>,
): Promise<Pick<Demo, 'files' | 'overdue' | 'extracts' | 'lastOfTenth'>> {
  const { db, asOf } = context;
  const { files } = setUpYear(context, { folder });
  const overdue = overdueBy(overdueEntries(db, asOf, {}), 'teacher');
  const wishes = { ...printing, arrangement: 'class', force: false } as const;
  const extracts = await printExtracts(context, month, monthlyExtracts(db, asOf, month), wishes);
  const tenth = extracts.files.flatMap(({ class: name }) => (name?.startsWith('10.') ? name : []));
  return { files, overdue, extracts: extracts.files, lastOfTenth: tenth.at(-1) ?? '' };
}

function clear(folder: string): void {
  const isUsed = existsSync(folder) && readdirSync(folder).length > 0;
  if (isUsed && !existsSync(join(folder, sign))) {
    throw new Problem('notADemo', { folder }, { field: 'folder' });
  }
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFileSync(join(folder, sign), '', { mode: 0o600 });
}
