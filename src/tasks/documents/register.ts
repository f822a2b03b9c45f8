import { existsSync } from 'node:fs';
import type { Database } from 'better-sqlite3';
import { type IssuedRow, issuedPapers } from '../../db/documents.js';
import { references } from '../../db/references.js';
import { schoolYears } from '../../db/school-years.js';
import type { Composition, Later, Paper } from '../../documents/paper.js';
import { sharedName, templateNames } from '../../documents/template.js';
import { Problem } from '../../problem.js';
import { type FieldDifference, fieldDifferences } from '../../rules/field-differences.js';
import { composers } from './composers.js';

export type RegisterFilter = Partial<Record<'kind' | 'period' | 'class' | 'student', string>>;

/** A paper of the register; the names are an interface of the output. */
export interface RegisterRow {
  code: string;
  kind: string;
  period: string;
  class: string | null;
  register_no: string | null;
  last_name: string | null;
  first_name: string | null;
  receiver: string | null;
  language: string;
  made_at: string;
  /** `withdrawn`: of a certificate that was voided, declared invalid, or taken back before it was issued. */
  state: 'current' | 'superseded' | 'withdrawn';
  file: string | null;
}

/**
 * Refuses a filter by which nothing could ever be found: its silence would be taken for good news.
 * @throws Problem unknownTemplate, unknownClass, unknownStudent
 */
export function refuseUnknown(db: Database, filter: RegisterFilter): void {
  const { kind, class: className, student } = filter;
  const kinds = templateNames().filter((name) => name !== sharedName);
  if (kind !== undefined && !kinds.includes(kind)) {
    throw new Problem('unknownTemplate', { name: kind, known: kinds }, { field: 'kind' });
  }
  const find = schoolYears(db).map(({ school_year_id }) => references(db, school_year_id));
  if (className !== undefined && find.every((year) => year.class(className) === undefined)) {
    throw new Problem('unknownClass', { class: className }, { field: 'class' });
  }
  if (student !== undefined && find.every((year) => year.student(student) === undefined)) {
    throw new Problem('unknownStudent', { registerNo: student }, { field: 'student' });
  }
}

/** The papers that stand, in the order in which they were issued; with those that were superseded, all. */
export function register(
  db: Database,
  filter: RegisterFilter,
  { history }: { history: boolean },
): RegisterRow[] {
  return issuedPapers(db, filter)
    .filter((paper) => history || paper.superseded === 0)
    .map(({ document_id: _id, year: _year, data: _data, superseded, withdrawn, ...paper }) => ({
      ...paper,
      state: withdrawn ? 'withdrawn' : superseded ? 'superseded' : 'current',
    }));
}

/** A field of a paper that is no longer as it was printed; the names are an interface of the output. */
export interface ChangedField extends FieldDifference {
  /**
   * `out_of_date`: to be printed anew; `withdrawn`: would not be issued any more, but lies in a file;
   * `changed_after_issuing`: was handed out and stands as it was; `changed_after_preparing`: a certificate
   * that waits to be handed out, and stands as it was until it is prepared anew.
   */
  state: 'out_of_date' | 'withdrawn' | Later['state'];
  code: string;
  kind: string;
  period: string;
  class: string | null;
  register_no: string | null;
  last_name: string | null;
  first_name: string | null;
}

/** A paper that stands, of which something has changed. */
export interface ChangedPaper extends OutOfDate, Pick<ChangedField, 'state'> {}

/** The papers that stand of which something has changed since they were issued. */
export function changedPapers(db: Database, asOf: Date, filter: RegisterFilter): ChangedPaper[] {
  const compositions = recomposed(db, asOf);
  const issued = issuedPapers(db, filter);
  return [
    ...papersToMend(compositions, issued).map((paper) => ({
      ...paper,
      state: paper.now ? ('out_of_date' as const) : ('withdrawn' as const),
    })),
    ...standingAsWritten(compositions, issued),
  ];
}

/** What has changed of these papers, field by field. */
export function changedFields(changed: readonly ChangedPaper[]): ChangedField[] {
  return changed.flatMap(({ issued, differences, state }) => {
    const { code, kind, period, class: name, register_no, last_name, first_name } = issued;
    const paper = { code, kind, period, class: name, register_no, last_name, first_name };
    return differences.map((difference) => ({ ...paper, ...difference, state }));
  });
}

/** A paper that stands but no longer says what the data say. */
export interface OutOfDate {
  readonly issued: IssuedRow;
  /** Undefined where it would not be issued any more. */
  readonly now: Paper | undefined;
  /** Whether it is printed anew only by the command of its document, not by `reissue`. */
  readonly byOwnCommand: boolean;
  readonly differences: readonly FieldDifference[];
}

/**
 * Of these papers those that are to be printed anew or taken away. One that would not be issued any more
 * is that as long as it lies in a file.
 */
export function papersToMend(compositions: Recomposed, issued: readonly IssuedRow[]): OutOfDate[] {
  return outOfDatePapers(compositions, issued).filter(
    ({ issued: { file }, now }) => now !== undefined || (file !== null && existsSync(file)),
  );
}

/** The documents and periods of papers, each once. */
export const kindsOf = (papers: readonly Pick<IssuedRow, 'kind' | 'period'>[]) => [
  ...new Set(papers.map(({ kind, period }) => `${kind} ${period}`)),
];

/** Of these papers those that stand and no longer match the data, each with what differs. */
export function outOfDatePapers(
  compositions: Recomposed,
  issued: readonly IssuedRow[],
): OutOfDate[] {
  return issued.flatMap((paper) => {
    const composition = paper.superseded ? undefined : compositions.of(paper);
    if (!composition) return [];
    const now = composition.papers.get(keyOfIssued(paper));
    if (now && JSON.stringify(now.data) === paper.data) return [];
    const differences = now
      ? differencesOf(paper, now.data)
      : [{ field: 'paper', before: paper.code, after: null }];
    const { byOwnCommand = false } = composition;
    return [{ issued: paper, now, byOwnCommand, differences }];
  });
}

/** Of these papers those that stand as they were written, though the data say something else now. */
export function standingAsWritten(
  compositions: Recomposed,
  issued: readonly IssuedRow[],
): ChangedPaper[] {
  return issued.flatMap((paper) => {
    const composition = paper.superseded ? undefined : compositions.of(paper);
    const stands = composition?.papers.get(keyOfIssued(paper));
    if (!stands?.later || JSON.stringify(stands.data) !== paper.data) return [];
    const { state, data } = stands.later;
    const differences = differencesOf(paper, data);
    if (differences.length === 0) return [];
    return [{ issued: paper, now: stands, byOwnCommand: false, differences, state }];
  });
}

const differencesOf = ({ data }: IssuedRow, now: Paper['data']) =>
  fieldDifferences(JSON.parse(data), JSON.parse(JSON.stringify(now)));

/** What the papers of a kind and a period say at a moment. */
export interface Recomposed {
  readonly db: Database;
  /** Undefined for a kind that is never composed again. */
  of(
    paper: Pick<IssuedRow, 'kind' | 'period'>,
  ): (Omit<Composition, 'papers'> & { readonly papers: ReadonlyMap<string, Paper> }) | undefined;
}

/** Each kind and period is composed once, when it is first asked for. */
export function recomposed(db: Database, asOf: Date): Recomposed {
  const known = new Map<string, ReturnType<Recomposed['of']>>();
  const compose: Recomposed['of'] = ({ kind, period }) => {
    const composition = composers[kind]?.(db, asOf, period);
    if (!composition) return undefined;
    const papers = new Map(composition.papers.map((paper) => [keyOfPaper(paper), paper]));
    return { ...composition, papers };
  };
  return {
    db,
    of: (paper) => {
      const key = `${paper.kind} ${paper.period}`;
      if (!known.has(key)) known.set(key, compose(paper));
      return known.get(key);
    },
  };
}

const keyOfPaper = ({ student, class: name, receiver }: Paper) =>
  JSON.stringify([student?.register_no ?? null, student ? null : name, receiver ?? null]);

export const keyOfIssued = ({ register_no, class: name, receiver }: IssuedRow) =>
  JSON.stringify([register_no, register_no === null ? name : null, receiver]);
