import { basename } from 'node:path';
import type { Context } from '../../context.js';
import { FileFault } from '../../csv/fault.js';
import { columnsOf, type RecordOf } from '../../csv/files.js';
import { type BadCell, readTable, rowsOfBatches } from '../../csv/reader.js';
import type { RawRecord } from '../../csv/records.js';
import { createReport, type Report } from '../../csv/report.js';
import { openSource, type Source, type SourceOptions } from '../../csv/source.js';
import { openTable } from '../../csv/threaded-table.js';
import { type Operation, write } from '../../db/operation.js';
import type { FileOfOperation } from '../../db/origin-runs.js';
import { references } from '../../db/references.js';
import { schoolZone } from '../../db/school-settings.js';
import { schoolYear } from '../../db/school-years.js';
import { type CivilDate, schoolYearOf } from '../../rules/civil-date.js';
import { type FileKind, fileKinds } from '../../rules/file-kinds.js';
import { groupedBy } from '../../rules/grouping.js';
import { dateOf } from '../../rules/school-time.js';
import { wrongWithLikelyName } from '../likely-name.js';
import { rowsTold } from '../rows-told.js';
import { openedYear, yearOf } from '../school-year.js';
import { settleMoves } from './class-moves.js';
import { type Findings, findingsOf } from './findings-of-file.js';
import { importers, listKeys } from './importers.js';
import {
  type ImportContext,
  type Importer,
  type LateRefusal,
  missingIn,
  type Provisional,
  type Refusal,
} from './importing.js';
import { repeatedKeys } from './repeated-keys.js';
import { unknownNames } from './unknown-names.js';

/** A file to import: what it holds and where it lies; `-` is standard input. */
export interface FileToImport {
  readonly kind: FileKind;
  readonly path: string;
}

export interface ImportOptions extends SourceOptions {
  /** The school year of the files, by its first calendar year; none = the newest. */
  readonly year?: number | undefined;
  /** Opens the year where it is not there yet. */
  readonly openYear?: boolean;
  /** From which day a class holds that differs from the one known; none = today. */
  readonly on?: CivilDate | undefined;
  /** Takes away what the school year has and the file does not; of the kinds whose importer can. */
  readonly removeMissing?: boolean | undefined;
}

/** How many rows of a file did what; the names are an interface of the output. */
export interface FileSummary {
  file: string;
  rows: number;
  new: number;
  changed: number;
  unchanged: number;
  ended: number;
  rejected: number;
}

export interface Imported {
  /** `rejected`: a row was wrong, and nothing at all was written. */
  readonly outcome: 'done' | 'rejected';
  readonly files: readonly FileSummary[];
  readonly report: Report;
  /** The files that were read, as they were named. */
  readonly inputs: readonly string[];
  /** The school year into which they went, where the database has the one of today and it is another. */
  readonly otherYear?: number | undefined;
}

class Rejected extends Error {}

/**
 * Reads files into the school in the order of what needs what, in one transaction: all rows of all
 * files, or none. Everything that is wrong is found in one pass. `after` looks at the whole when all
 * files are read, and may reject it too.
 * @throws Problem noSchoolYear, unknownSchoolYear, fileNotFound
 */
export function importFiles(
  context: Context,
  files: readonly FileToImport[],
  options: ImportOptions,
  after?: (context: ImportContext, report: Report) => void,
): Imported {
  const report = createReport();
  const summaries: FileSummary[] = [];
  const inputs = files.map(({ path }) => path);
  // Before the transaction: who writes to standard input may take their time.
  const opened = openAll(inOrder(files), options);
  let otherYear: number | undefined;
  const bar = context.progress?.('rows');
  const step = rowsTold(bar);
  try {
    write(context, (operation) => {
      const run = { ...beginRun(context, operation, options, files.length > 1), step };
      const { year } = run.shared;
      const current = schoolYear(context.db, schoolYearOf(dateOf(context.clock(), run.zone)));
      if (current && current.year !== year.year) otherYear = year.year;
      const take = (file: OpenedFile) => summaries.push(importFile(run, file, report));
      const known = opened.filter(({ kind }) => placeOf(kind) <= placeOf('movements'));
      known.forEach(take);
      // What is read after these asks who was in which class.
      settleMoves(run.shared);
      opened.slice(known.length).forEach(take);
      for (const recheck of run.rechecks) recheck();
      after?.(run.shared, report);
      if (report.rejections.length > 0) throw new Rejected();
    });
  } catch (error) {
    if (!(error instanceof Rejected)) throw error;
    return { outcome: 'rejected', files: summaries, report, inputs };
  } finally {
    bar?.done();
    for (const { source } of opened) source.close();
  }
  return { outcome: 'done', files: summaries, report, inputs, otherYear };
}

interface OpenedFile extends FileToImport {
  readonly source: Source;
}

function openAll(files: readonly FileToImport[], options: SourceOptions): OpenedFile[] {
  const opened: OpenedFile[] = [];
  try {
    for (const file of files) opened.push({ ...file, source: openSource(file.path, options) });
    return opened;
  } catch (error) {
    for (const { source } of opened) source.close();
    throw error;
  }
}

const inOrder = (files: readonly FileToImport[]) =>
  [...files].sort((a, b) => placeOf(a.kind) - placeOf(b.kind));

const everyKind: readonly FileKind[] = [...fileKinds, 'blanks'];
const placeOf = (kind: FileKind) => everyKind.indexOf(kind);

interface Run {
  readonly shared: ImportContext;
  readonly zone: string;
  readonly removeMissing: boolean;
  /** Rows that only all files together can tell to be right. */
  readonly rechecks: (() => void)[];
  /** Is told of every row that was read. */
  readonly step: () => void;
}

function beginRun(
  context: Context,
  operation: Operation,
  options: ImportOptions,
  together: boolean,
): Omit<Run, 'step'> {
  const { db } = context;
  const year = options.openYear ? openedYear(db, options.year) : yearOf(db, options.year);
  const zone = schoolZone(db);
  const shared: ImportContext = {
    db,
    operation,
    year,
    find: references(db, year.school_year_id),
    moment: operation.at,
    on: options.on ?? dateOf(context.asOf, zone),
    together,
    seen: new Set(),
    moves: [],
    warn: () => undefined,
  };
  return { shared, zone, removeMissing: options.removeMissing === true, rechecks: [] };
}

/** Reads one file; what is wrong with it as a whole is one finding more. */
function importFile(run: Run, { kind, path, source }: OpenedFile, report: Report): FileSummary {
  const origin = run.shared.operation.reads(source);
  const findings = findingsOf(source.name, kind, report);
  const context = { ...run.shared, origin, moment: origin.firstReadAt, warn: findings.warn };
  const summary = emptySummary(basename(path));
  try {
    const { zone, rechecks, step, removeMissing } = run;
    const taking = { context, kind, source, findings, summary, zone, rechecks, step, origin };
    takeRows({ ...taking, removeMissing });
  } catch (error) {
    if (!(error instanceof FileFault)) throw error;
    if (error.header) findings.header(error.header);
    const { line, further } = error;
    for (const fault of [error, ...further]) findings.reject({ ...fault, line });
  }
  origin.end();
  return summary;
}

interface Taking<K extends FileKind> {
  readonly context: ImportContext;
  readonly kind: K;
  readonly source: Source;
  readonly findings: Findings;
  readonly summary: FileSummary;
  readonly zone: string;
  readonly rechecks: Run['rechecks'];
  readonly step: Run['step'];
  readonly removeMissing: boolean;
  readonly origin: FileOfOperation;
}

function takeRows<K extends FileKind>(taking: Taking<K>): void {
  const { context, kind, source, findings, summary, zone, rechecks, step, origin } = taking;
  const importer: Importer<K> = importers[kind](context);
  const { find } = context;
  const line = importer.writesTogether ? origin.lineOfTogether : origin.line;
  const repeated = repeatedKeys(kind, () => rowsAgain(kind, source, zone));
  const table = rowsOfBatches(openTable(source, kind, { zone }));
  findings.header(table.header);
  for (const row of table.rows()) {
    line(row.line);
    summary.rows += 1;
    step();
    const record = row.values as RecordOf<K>;
    const verdict =
      row.bad.length > 0
        ? [...row.bad, ...alsoLacking(importer, kind, record, row.bad)]
        : (repeated(record, row.line) ?? importer.row(record, row.line));
    if (typeof verdict === 'string') {
      summary[verdict] += 1;
    } else if ('recheck' in verdict) {
      rechecks.push(() => settle(taking, row, verdict));
    } else {
      summary.rejected += 1;
      const refusals = [verdict].flat();
      const all = [...refusals, ...unknownNames(context, kind, record, refusals)];
      const named = all.map((one) => ({ ...one, wrong: wrongWithLikelyName(find, one.wrong) }));
      findings.rejectRow(row, named);
    }
  }
  rejectLate(taking, importer.finish?.() ?? []);
  // What is taken away stands on no line.
  origin.end();
  if (taking.removeMissing) summary.ended += importer.removeMissing?.() ?? 0;
}

/** What a row lacks besides its cells that cannot be read; of a row whose key is among those nothing is known. */
function alsoLacking<K extends FileKind>(
  { isNew }: Importer<K>,
  kind: K,
  record: RecordOf<K>,
  bad: readonly BadCell[],
): readonly Refusal[] {
  const unread = new Set(bad.map(({ column }) => column));
  const isNamed = listKeys[kind]?.every((column) => !unread.has(column));
  if (!isNamed || unread.has('') || !isNew?.(record)) return [];
  return (missingIn(kind, record) ?? []).filter(({ column }) => !unread.has(column));
}

/** What only the whole file told to be wrong: its rows are read once more. */
function rejectLate<K extends FileKind>(
  { kind, source, zone, findings, summary }: Taking<K>,
  late: readonly LateRefusal[],
): void {
  if (late.length === 0) return;
  const byLine = groupedBy(late, ({ line }) => line);
  for (const row of readTable(source, columnsOf[kind], { zone }).rows()) {
    const refusals = byLine.get(row.line);
    if (!refusals) continue;
    summary.rejected += 1;
    findings.rejectRow(row, refusals);
  }
}

function settle<K extends FileKind>(
  { summary, findings }: Taking<K>,
  row: RawRecord,
  verdict: Provisional,
): void {
  const refusal = verdict.recheck();
  summary[refusal ? 'rejected' : verdict.outcome] += 1;
  if (refusal) findings.rejectRow(row, [refusal]);
}

/** The rows of a file from its beginning, beside those that are being taken; a fault ends them too. */
function* rowsAgain<K extends FileKind>(kind: K, source: Source, zone: string) {
  try {
    const table = readTable(source, columnsOf[kind], { zone });
    for (const { line, values } of table.rows()) yield { line, values: values as RecordOf<K> };
  } catch (error) {
    if (!(error instanceof FileFault)) throw error;
  }
}

const emptySummary = (file: string): FileSummary => ({
  file,
  rows: 0,
  new: 0,
  changed: 0,
  unchanged: 0,
  ended: 0,
  rejected: 0,
});
