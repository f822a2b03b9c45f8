import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Context } from '../../context.js';
import { openDatabase } from '../../db/open.js';
import { Problem } from '../../problem.js';
import { monthSpan, parseCivilDate } from '../../rules/civil-date.js';
import { endOfDay } from '../../rules/school-time.js';
import type { Language } from '../../text/words.js';
import type { PrintedFile } from '../documents/made-files.js';
import { monthlyExtracts } from '../documents/monthly-extracts.js';
import { printExtracts } from '../documents/print-extracts.js';
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
const lastDay = '2015-10-31';

/**
 * Makes a demonstration school afresh: its files, its database with two months of entries, the entries
 * that are overdue, and the extracts of October.
 * @throws Problem notADemo, where the folder holds something else
 */
export async function makeDemo(
  frame: Omit<Context, 'db'>,
  folder: string,
  wishes: Pick<SampleSchool, 'seed' | 'parallel' | 'size'>,
  language: Language,
  { progress, stop }: { progress: (students: number) => void; stop: AbortSignal },
): Promise<Demo> {
  clear(folder);
  const school = join(folder, 'school');
  const database = join(folder, 'ejournal.db');
  const extractFolder = join(folder, 'extracts');
  const until = parseCivilDate(lastDay);
  if (!until) throw new Error(`${lastDay} is no day`);
  writeSampleSchool(school, { ...wishes, year: demoYear, grades: [7, 12], until });
  const calendar: never[] = [];
  initSchool(frame, {
    file: database,
    year: demoYear,
    school: join(school, 'school.csv'),
    calendar,
  });

  const db = openDatabase(database, { readOnly: false, wait: 60 });
  try {
    const asOf = new Date(endOfDay(until, 'Europe/Riga'));
    const context = { ...frame, db, asOf };
    const { files } = setUpYear(context, { folder: school });
    const overdue = overdueBy(overdueEntries(db, asOf, {}), 'teacher');
    const span = monthSpan(demoMonth);
    if (!span) throw new Error(`${demoMonth} is no month`);
    const extracts = await printExtracts(context, span, monthlyExtracts(db, asOf, span), {
      folder: extractFolder,
      arrangement: 'class',
      language,
      force: false,
      progress,
      stop,
    });
    const tenth = extracts.files.flatMap(({ class: name }) =>
      name?.startsWith('10.') ? name : [],
    );
    const lastOfTenth = tenth.at(-1) ?? '';
    return {
      files,
      overdue,
      extracts: extracts.files,
      database,
      school,
      extractFolder,
      lastOfTenth,
    };
  } finally {
    db.close();
  }
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
