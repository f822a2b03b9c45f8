import type { Database } from 'better-sqlite3';
import { type NamedKind, type References, references } from '../db/references.js';
import { schoolYears } from '../db/school-years.js';
import { Problem, type ProblemFacts, type ProblemName } from '../problem.js';
import type { FindingName, Wrong } from '../text/findings.js';

/** What is said of a name that nobody bears, and what it should have named; the name is the only fact. */
const unknown: Partial<Record<ProblemName | FindingName, NamedKind>> = {
  unknownClass: 'class',
  unknownClassInList: 'class',
  unknownGroup: 'group',
  unknownSubject: 'subject',
  unknownStaff: 'staff',
};

const nameIn = (facts: unknown) => Object.values((facts ?? {}) as Record<string, string>)[0] ?? '';

/**
 * A problem, where it is about a name that nobody bears with the name that is likely meant: whoever
 * refuses a name need not look at the others. Of several school years the newest is asked first.
 */
export function problemWithLikelyName(db: Database, problem: Problem): Problem {
  const kind = unknown[problem.problem];
  if (!kind) return problem;
  const name = nameIn(problem.facts);
  const near = schoolYears(db)
    .reverse()
    .map(({ school_year_id }) => references(db, school_year_id).likely(kind, name))
    .find((likely) => likely !== undefined && likely !== name);
  if (near === undefined) return problem;
  const facts = { ...Object(problem.facts), near } as ProblemFacts<ProblemName>;
  return new Problem(problem.problem, facts, problem.where);
}

/** The same for what is wrong with a row of a file. */
export function wrongWithLikelyName(find: References, wrong: Wrong): Wrong {
  const kind = unknown[wrong.finding];
  const near = kind && find.likely(kind, nameIn(wrong.facts));
  return near ? { ...wrong, facts: { ...Object(wrong.facts), near } } : wrong;
}
