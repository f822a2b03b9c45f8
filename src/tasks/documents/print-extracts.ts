import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import type { Context } from '../../context.js';
import { writeFileSafely } from '../../csv/safe-file.js';
import { write } from '../../db/operation.js';
import { references } from '../../db/references.js';
import { schoolSetting } from '../../db/school-settings.js';
import { classTeacherName } from '../../db/staff-names.js';
import { subjectsInOrder } from '../../db/subjects.js';
import { tableByKey } from '../../db/upsert.js';
import type { Extract } from '../../documents/extract.js';
import { safeFileName } from '../../documents/file-name.js';
import { type ExtractBatch, renderExtracts } from '../../documents/monthly-extract.js';
import { monthSpan, schoolYearOf } from '../../rules/civil-date.js';
import type { Language } from '../../text/words.js';
import { yearOf } from '../imports/school-year.js';
import type { ClassExtracts } from './monthly-extracts.js';

export interface PrintExtracts {
  /** `2015-10` */
  readonly month: string;
  readonly folder: string;
  /** A file for each student instead of one for each class. */
  readonly separate: boolean;
  readonly language: Language;
}

/** A file that was made; `unchanged` where it was there already with the same content. */
export interface PrintedFile {
  file: string;
  class: string;
  students: number;
  state: 'written' | 'unchanged';
  sha256: string;
}

/**
 * Prints the monthly extracts (clause 3.4) into a folder, and enters each file in the register of
 * documents. The same data give the same bytes; a file that is there with these bytes is not written again.
 * @throws Problem badTemplate
 */
export async function printExtracts(
  context: Context,
  batches: readonly ClassExtracts[],
  { month, folder, separate, language }: PrintExtracts,
  progress: (students: number) => void,
): Promise<PrintedFile[]> {
  const printed: (PrintedFile & { register_no: string | null })[] = [];
  for (const { class: name, students } of batches) {
    const batch = batchOf(context.db, name, month, language);
    const files = separate ? students.map((student) => [student]) : [students];
    for (const ofFile of files) {
      const path = join(folder, fileName(name, month, ofFile, separate));
      const bytes = await renderExtracts(batch, ofFile);
      const state = stored(context, path, bytes);
      const register_no = separate ? (ofFile[0]?.register_no ?? null) : null;
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      printed.push({
        file: path,
        class: name,
        students: ofFile.length,
        state,
        sha256,
        register_no,
      });
      progress(ofFile.length);
    }
  }
  register(context, month, printed);
  return printed;
}

function batchOf(db: Database, className: string, month: string, language: Language): ExtractBatch {
  const span = monthSpan(month);
  if (!span) throw new Error(`${month} is no month`);
  const year = yearOf(db, schoolYearOf(span.from));
  const names = new Map(subjectsInOrder(db).map(({ code, name }) => [code, name]));
  return {
    school: (key) => schoolSetting(db, key),
    class_teacher: classTeacherName(db, year.school_year_id, className) ?? null,
    month,
    date: span.until,
    language,
    subjectName: (code) => names.get(code) ?? code,
  };
}

function fileName(
  className: string,
  month: string,
  [student]: readonly Extract[],
  separate: boolean,
): string {
  if (!separate || !student) return `${safeFileName(`${className} ${month}`)}.pdf`;
  const { last_name, first_name, register_no } = student;
  const named = safeFileName(`${last_name} ${first_name} (${register_no})`);
  return join(safeFileName(className), `${named}.pdf`);
}

function stored({ mode }: Context, path: string, bytes: Buffer): PrintedFile['state'] {
  if (existsSync(path) && readFileSync(path).equals(bytes)) return 'unchanged';
  if (mode === 'write') writeFileSafely(path, [bytes], { overwrite: true });
  return 'written';
}

function register(
  context: Context,
  month: string,
  printed: readonly (PrintedFile & { register_no: string | null })[],
): void {
  write(context, (operation) => {
    const { school_year_id } = yearOf(
      context.db,
      schoolYearOf(monthSpan(month)?.from ?? ('' as never)),
    );
    const find = references(context.db, school_year_id);
    const documents = tableByKey(context.db, 'document', [
      'kind',
      'period',
      'class_id',
      'student_id',
    ]);
    for (const { file, class: name, sha256, register_no } of printed) {
      const student_id = register_no === null ? null : (find.student(register_no) ?? null);
      const key = {
        kind: 'monthly-extract',
        period: month,
        class_id: find.class(name),
        student_id,
      };
      const known = documents.find(key);
      if (known?.['sha256'] === sha256 && known['file'] === file) continue;
      documents.put({ ...key, school_year_id, file, sha256, made_at: operation.at });
    }
  });
}
