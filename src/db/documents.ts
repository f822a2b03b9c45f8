import type { Database } from 'better-sqlite3';
import { statements } from './statements.js';

/** Of what and for whom a paper is; printed again it supersedes the one before of the same key. */
export interface PaperKey {
  kind: string;
  /** A month `2015-10`, days `2015-10-01/2015-10-15`, or what else the kind counts by. */
  period: string;
  class_id: number | null;
  student_id: number | null;
  /** Who gets it, where that is not the student or the class. */
  receiver: string | null;
  language: string;
}

export interface NewPaper extends PaperKey {
  school_year_id: number;
  /** Printed on the paper; the same data have the same code. */
  code: string;
  /** Of all that the paper was made from. */
  digest: string;
  /** What the paper shows, as JSON. */
  data: string;
  made_at: string;
}

export interface WrittenFile {
  file: string;
  /** Of the digests of its papers. */
  digest: string;
  sha256: string;
}

const sql = statements((db) => ({
  newestFiles: db.prepare<[string], WrittenFile>(`
    SELECT file, digest, sha256 FROM document_file
     WHERE document_file_id IN (
       SELECT max(document_file_id) FROM document_file
        WHERE file IN (SELECT value FROM json_each(?)) GROUP BY file)`),
  newestPaper: db.prepare<PaperKey, { document_id: number; digest: string }>(`
    SELECT document_id, digest FROM document
     WHERE kind = :kind AND period = :period AND student_id IS :student_id
       AND (student_id IS NOT NULL OR class_id IS :class_id)
       AND receiver IS :receiver AND language = :language
     ORDER BY document_id DESC LIMIT 1`),
  addPaper: db.prepare<NewPaper>(`
    INSERT INTO document (school_year_id, kind, period, class_id, student_id, receiver, language,
                          code, digest, data, made_at)
    VALUES (:school_year_id, :kind, :period, :class_id, :student_id, :receiver, :language,
            :code, :digest, :data, :made_at)`),
  addFile: db.prepare<WrittenFile & { made_at: string }>(`
    INSERT INTO document_file (file, digest, sha256, made_at)
    VALUES (:file, :digest, :sha256, :made_at)`),
  putIn: db.prepare<[number, number, number]>(`
    INSERT INTO document_in_file (document_file_id, document_id, place) VALUES (?, ?, ?)`),
}));

/** What was last written to each of these files, by its path. */
export function filesOnRecord(
  db: Database,
  paths: readonly string[],
): ReadonlyMap<string, WrittenFile> {
  const rows = sql(db).newestFiles.all(JSON.stringify(paths));
  return new Map(rows.map((row) => [row.file, row]));
}

/** Enters a file with its papers, in their order; a paper that was issued already is the same paper. */
export function registerFile(
  db: Database,
  file: WrittenFile & { made_at: string },
  papers: readonly NewPaper[],
): void {
  const number = Number(sql(db).addFile.run(file).lastInsertRowid);
  for (const [place, paper] of papers.entries()) {
    sql(db).putIn.run(number, registeredPaper(db, paper), place + 1);
  }
}

function registeredPaper(db: Database, paper: NewPaper): number {
  const { kind, period, class_id, student_id, receiver, language } = paper;
  const key = { kind, period, class_id, student_id, receiver, language };
  const newest = sql(db).newestPaper.get(key);
  if (newest?.digest === paper.digest) return newest.document_id;
  return Number(sql(db).addPaper.run(paper).lastInsertRowid);
}
