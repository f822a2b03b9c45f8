import { existsSync, readFileSync } from 'node:fs';
import type { Database } from 'better-sqlite3';
import { sha256 } from '../../db/digests.js';
import {
  fileWithBytes,
  type IssuedRow,
  newestWithCodes,
  papersWrittenIn,
} from '../../db/documents.js';
import { codesIn, isPaperCode } from '../../documents/paper.js';
import { outOfDatePapers, type Recomposed, recomposed, standingAsWritten } from './register.js';

/** What was found out about a file or a code; the names are an interface of the output. */
export interface Verified {
  /** The file, or the code, as it was asked for. */
  what: string;
  is: 'file' | 'code';
  /**
   * `valid`: as issued, and it stands; `withdrawn`: of a certificate that was voided or declared invalid,
   * or what would not be issued any more; `superseded`: as issued, but printed anew since; `out_of_date`:
   * it stands, but the data say something else now; `altered`: bears our codes, but is not as issued;
   * `unknown`: not of this school; `unreadable`: there is no such file, or it cannot be read.
   */
  state:
    | 'valid'
    | 'withdrawn'
    | 'superseded'
    | 'out_of_date'
    | 'altered'
    | 'unknown'
    | 'unreadable';
  kind: string | null;
  period: string | null;
  class: string | null;
  papers: number;
  made_at: string | null;
  /** The codes that the state is about: for all but `valid` only those of the papers that are so. */
  codes: readonly string[];
}

/**
 * Says of each file, or of the code that is printed on a paper, whether it is ours, unchanged, and still
 * valid at a moment.
 */
export function verify(db: Database, asOf: Date, asked: readonly string[]): Verified[] {
  const compositions = recomposed(db, asOf);
  return asked.map((what): Verified => {
    const typed = existsSync(what) ? undefined : codeTyped(what);
    return typed === undefined
      ? { what, is: 'file', ...ofFile(compositions, what) }
      : { what, is: 'code', ...ofPapers(compositions, newestWithCodes(db, [typed])) };
  });
}

/** A code as somebody reads it off a paper: without its hyphen, in small letters, O for 0, I or L for 1. */
function codeTyped(text: string): string | undefined {
  const letters = text.toUpperCase().replace(/[\s–-]/g, '');
  const read = letters.replace(/O/g, '0').replace(/[IL]/g, '1');
  const typed = `${read.slice(0, 5)}-${read.slice(5)}`;
  return isPaperCode(typed) ? typed : undefined;
}

type Verdict = Omit<Verified, 'what' | 'is'>;

const unknown: Verdict = {
  state: 'unknown',
  kind: null,
  period: null,
  class: null,
  papers: 0,
  made_at: null,
  codes: [],
};

function ofFile(compositions: Recomposed, path: string): Verdict {
  const { db } = compositions;
  const bytes = contentOf(path);
  if (!bytes) return { ...unknown, state: 'unreadable' };
  const known = fileWithBytes(db, sha256(bytes));
  if (known) {
    const papers = papersWrittenIn(db, known.document_file_id);
    return { ...ofPapers(compositions, papers), made_at: known.made_at };
  }
  const claimed = newestWithCodes(db, codesIn(bytes));
  if (claimed.length === 0) return unknown;
  const codes = claimed.map(({ code }) => code);
  return { ...ofPapers(compositions, claimed), state: 'altered', codes };
}

function contentOf(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

function ofPapers(compositions: Recomposed, papers: readonly IssuedRow[]): Verdict {
  const [first] = papers;
  if (!first) return unknown;
  const { state, concerned } = stateOf(compositions, papers);
  const classes = new Set(papers.map((paper) => paper.class));
  return {
    state,
    kind: first.kind,
    period: first.period,
    class: classes.size === 1 ? first.class : null,
    papers: papers.length,
    made_at: first.made_at,
    codes: concerned.map((paper) => paper.code),
  };
}

/** The gravest that is true of any of these papers, and of which it is. */
function stateOf(compositions: Recomposed, papers: readonly IssuedRow[]) {
  const changed = outOfDatePapers(compositions, papers);
  const waiting = standingAsWritten(compositions, papers)
    .filter(({ state }) => state === 'changed_after_preparing')
    .map(({ issued }) => issued);
  const gone = new Set(changed.filter(({ now }) => !now).map(({ issued }) => issued));
  const found = {
    withdrawn: papers.filter((paper) => paper.withdrawn || gone.has(paper)),
    superseded: papers.filter((paper) => paper.superseded),
    out_of_date: [...changed.map(({ issued }) => issued), ...waiting],
  };
  const state = (['withdrawn', 'superseded', 'out_of_date'] as const).find(
    (each) => found[each].length > 0,
  );
  return state
    ? { state, concerned: found[state] }
    : { state: 'valid' as const, concerned: papers };
}
