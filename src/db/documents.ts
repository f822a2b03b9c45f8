import type { Database } from 'better-sqlite3';
import type { PaperNamed } from '../text/document-kinds.js';
import type { Language } from '../text/words.js';
import type { ChangeSpan } from './changes.js';
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

/** Which paper bears a code. */
export interface PaperOnRecord extends PaperNamed {
  code: string;
}

export interface WrittenFile {
  file: string;
  /** Of the digests of its papers. */
  digest: string;
  sha256: string;
  made_at: string;
}

/** Every paper of the register. */
const issuedRows = `
    SELECT document_id, year, kind, period, class.name AS class, register_no, last_name, first_name,
           receiver, language, code, made_at, data,
           EXISTS (SELECT 1 FROM document AS later
                    WHERE later.kind = document.kind AND later.period = document.period
                      AND later.student_id IS document.student_id
                      AND (later.student_id IS NOT NULL OR later.class_id IS document.class_id)
                      AND later.receiver IS document.receiver
                      AND later.language = document.language
                      AND later.document_id > document.document_id) AS superseded,
           kind IN ('certificate', 'certificate-form-basic', 'certificate-form-secondary',
                             'certificate-transcript')
             AND NOT EXISTS (SELECT 1 FROM blank JOIN certificate USING (blank_id)
                              WHERE series = json_extract(document.data, '$.series')
                                AND number = json_extract(document.data, '$.number')
                                AND certificate.student_id = document.student_id
                                AND voided_on IS NULL AND invalid_on IS NULL) AS withdrawn,
           (SELECT file FROM document_in_file JOIN document_file USING (document_file_id)
             WHERE document_in_file.document_id = document.document_id
               AND document_file_id = (SELECT max(newest.document_file_id)
                                         FROM document_file AS newest
                                        WHERE newest.file = document_file.file)
             ORDER BY document_file_id DESC LIMIT 1) AS file
      FROM document
      JOIN school_year USING (school_year_id)
      LEFT JOIN class USING (class_id)
      LEFT JOIN student USING (student_id)`;

const sql = statements((db) => ({
  newestFiles: db.prepare<[string], WrittenFile>(`
    SELECT file, digest, sha256, made_at FROM document_file
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
  addFile: db.prepare<WrittenFile>(`
    INSERT INTO document_file (file, digest, sha256, made_at)
    VALUES (:file, :digest, :sha256, :made_at)`),
  issued: db.prepare<IssuedFilter, IssuedRow>(`${issuedRows}
     WHERE (:kind IS NULL OR kind = :kind) AND (:period IS NULL OR period = :period)
       AND (:class IS NULL OR class.name = :class) AND (:student IS NULL OR register_no = :student)
     ORDER BY document_id`),
  newestWith: db.prepare<[string], IssuedRow>(`${issuedRows}
     WHERE document_id IN (SELECT max(document_id)
                             FROM json_each(?) AS asked
                             JOIN document ON code = asked.value
                            GROUP BY code)`),
  numbered: db.prepare<[string], IssuedRow>(`${issuedRows}
     WHERE document_id IN (SELECT value FROM json_each(?))`),
  issuedIn: db.prepare<[number], IssuedRow>(`${issuedRows}
      JOIN document_in_file AS inside USING (document_id)
     WHERE inside.document_file_id = ? ORDER BY inside.place`),
  withCodes: db.prepare<[string], PaperOnRecord>(`
    SELECT code, kind, period, class.name AS class, register_no, last_name, first_name, receiver,
           language
      FROM json_each(?) AS asked
      JOIN document ON code = asked.value
      LEFT JOIN class USING (class_id)
      LEFT JOIN student USING (student_id)`),
  lastIn: db.prepare<[string], PaperOnRecord>(`
    SELECT code, kind, period, class.name AS class, register_no, last_name, first_name, receiver,
           language
      FROM document_in_file
      JOIN document USING (document_id)
      LEFT JOIN class USING (class_id)
      LEFT JOIN student USING (student_id)
     WHERE document_file_id = (SELECT max(document_file_id) FROM document_file WHERE file = ?)`),
  bytes: db.prepare<[string], { document_file_id: number; made_at: string }>(`
    SELECT document_file_id, made_at FROM document_file
     WHERE sha256 = ? ORDER BY document_file_id DESC LIMIT 1`),
  filesEntered: db
    .prepare<ChangeSpan, string>(`
      SELECT DISTINCT file
        FROM change
        JOIN document_file ON document_file_id = row_id
       WHERE change_id BETWEEN :first AND :last AND table_name = 'document_file'
         AND action = 'insert'
       ORDER BY file`)
    .pluck(),
  filesWith: db.prepare<[string], { file: string; papers: string }>(`
    SELECT file, (SELECT json_group_array(inside.document_id ORDER BY place)
                    FROM document_in_file AS inside
                   WHERE inside.document_file_id = document_file.document_file_id) AS papers
      FROM document_file
     WHERE document_file_id IN (SELECT document_file_id FROM document_in_file
                                 WHERE document_id IN (SELECT value FROM json_each(?)))
       AND document_file_id = (SELECT max(newest.document_file_id) FROM document_file AS newest
                                WHERE newest.file = document_file.file)
     ORDER BY document_file_id`),
  putIn: db.prepare<[number, number, number]>(`
    INSERT INTO document_in_file (document_file_id, document_id, place) VALUES (?, ?, ?)`),
}));

/** What narrows the register; null where it does not. */
export interface IssuedFilter {
  kind: string | null;
  period: string | null;
  class: string | null;
  student: string | null;
}

/** A paper as it was issued. */
export interface IssuedRow {
  document_id: number;
  year: number;
  kind: string;
  period: string;
  class: string | null;
  register_no: string | null;
  last_name: string | null;
  first_name: string | null;
  receiver: string | null;
  language: Language;
  code: string;
  made_at: string;
  data: string;
  /** 1 where a later paper took its place. */
  superseded: 0 | 1;
  /** 1 where it is of a certificate that was voided, declared invalid, or taken back before it was issued. */
  withdrawn: 0 | 1;
  /** The file in which it lies; null where that was written anew without it. */
  file: string | null;
}

/** The register, in the order in which the papers were issued. */
export function issuedPapers(db: Database, filter: Partial<IssuedFilter>): IssuedRow[] {
  const { kind = null, period = null, class: name = null, student = null } = filter;
  return sql(db).issued.all({ kind, period, class: name, student });
}

/** Of each of these codes, in their order, the paper that bore it last; nothing of one that none ever bore. */
export function newestWithCodes(db: Database, codes: readonly string[]): IssuedRow[] {
  const papers = sql(db).newestWith.all(JSON.stringify(codes));
  const byCode = new Map(papers.map((paper) => [paper.code, paper]));
  return codes.flatMap((code) => byCode.get(code) ?? []);
}

/** What the register says of the papers with these codes; nothing of those that it does not know. */
export function papersWithCodes(db: Database, codes: readonly string[]): PaperOnRecord[] {
  return sql(db).withCodes.all(JSON.stringify(codes));
}

/** The papers that were last written to a file, by its path; none where nothing was. */
export function papersLastIn(db: Database, path: string): PaperOnRecord[] {
  return sql(db).lastIn.all(path);
}

/** The file that had these bytes when it was last written; undefined: none ever had. */
export function fileWithBytes(db: Database, sha256: string) {
  return sql(db).bytes.get(sha256);
}

/** The files that a span of changes entered, by their paths. */
export function filesEnteredBy(db: Database, span: ChangeSpan): string[] {
  return sql(db).filesEntered.all(span);
}

/** The papers with which a file was written, by its number, in their order. */
export function papersWrittenIn(db: Database, file: number): IssuedRow[] {
  return sql(db).issuedIn.all(file);
}

/** The files that hold any of these papers as they are now, each with all its papers in their order. */
export function filesWithPapers(
  db: Database,
  papers: readonly number[],
): { file: string; papers: IssuedRow[] }[] {
  const files = sql(db)
    .filesWith.all(JSON.stringify(papers))
    .map((row) => ({ file: row.file, numbers: JSON.parse(row.papers) as number[] }));
  const all = sql(db).numbered.all(JSON.stringify(files.flatMap(({ numbers }) => numbers)));
  const issued = new Map(all.map((paper) => [paper.document_id, paper]));
  return files.map(({ file, numbers }) => ({
    file,
    papers: numbers.flatMap((number) => issued.get(number) ?? []),
  }));
}

/** What was last written to each of these files, by its path. */
export function filesOnRecord(
  db: Database,
  paths: readonly string[],
): ReadonlyMap<string, WrittenFile> {
  const rows = sql(db).newestFiles.all(JSON.stringify(paths));
  return new Map(rows.map((row) => [row.file, row]));
}

/** Enters a file with its papers, in their order; a paper that was issued already is the same paper. */
export function registerFile(db: Database, file: WrittenFile, papers: readonly NewPaper[]): void {
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
