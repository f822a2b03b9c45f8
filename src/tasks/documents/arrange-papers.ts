import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileNameOf, safeFileName } from '../../documents/file-name.js';
import type { Paper, PaperFile } from '../../documents/paper.js';
import { Problem } from '../../problem.js';
import type { CivilDate } from '../../rules/civil-date.js';
import { groupedBy } from '../../rules/grouping.js';

/** Which papers share a file: those of a student, of a class, or all. */
export type Arrangement = 'student' | 'class' | { readonly file: string };

interface Batch {
  /** The document's own day. */
  readonly date: CivilDate;
  /** Stands in the names of the files behind the class or the student and the period: `overview`. */
  readonly label?: string;
}

/**
 * Puts papers into files, in their order: `10.b/Bērziņa Anna (1001).pdf`, `10.b 2015-10.pdf`. A paper of
 * no student that goes to a person is in a file of that person.
 * @throws Problem noFolder, where one file for all has none
 */
export function arrangePapers(
  papers: readonly Paper[],
  arrangement: Arrangement,
  { date, label }: Batch,
): PaperFile[] {
  if (typeof arrangement === 'object') {
    const folder = dirname(arrangement.file);
    if (!existsSync(folder)) throw new Problem('noFolder', { folder }, { field: 'merge' });
    return papers.length > 0 ? [{ path: arrangement.file, date, papers }] : [];
  }
  const nameOf = arrangement === 'student' ? studentFile : classFile;
  const files = groupedBy(papers, (paper) => nameOf(paper, label));
  const taken = new Set<string>();
  return [...files].map(([name, ofFile]) => ({ path: free(name, taken), date, papers: ofFile }));
}

function studentFile(paper: Paper, label: string | undefined): string {
  const { student, receiver, class: className } = paper;
  if (!student && receiver === undefined) return classFile(paper, label);
  const ending = label === undefined ? '' : endingOf(paper, label);
  const named = student ? fileNameOf(student, ending) : safeFileName(`${receiver ?? ''}${ending}`);
  return className === null ? named : join(safeFileName(className), named);
}

function classFile(paper: Paper, label: string | undefined): string {
  // What is of no class is called after itself, in the language of the file where that has a word for it.
  if (paper.class === null && label !== undefined)
    return safeFileName(`${label}${endingOf(paper)}`);
  return safeFileName(`${paper.class ?? paper.kind}${endingOf(paper, label)}`);
}

function endingOf({ period }: Paper, label?: string): string {
  return ['', period.replace('/', ' - '), label].filter((part) => part !== undefined).join(' ');
}

/** Two names that a file system takes for one get a number. */
function free(name: string, taken: Set<string>): string {
  let candidate = name;
  for (let number = 2; taken.has(candidate.toLowerCase()); number += 1) {
    candidate = `${name} ${number}`;
  }
  taken.add(candidate.toLowerCase());
  return `${candidate}.pdf`;
}
