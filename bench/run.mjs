// The benchmarks: each figure as a ratio to a named peer in the same run. Nothing is asserted.
// node bench/run.mjs [--quick]
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { measureDocuments } from './documents.mjs';
import { writeMarks, writeStudents } from './files.mjs';
import { against, once } from './measure.mjs';
import { makeTenYears, makeYear } from './years.mjs';

const quick = process.argv.includes('--quick');
const [students, marks] = quick ? [10_000, 100_000] : [100_000, 1_000_000];
const folder = mkdtempSync(join(tmpdir(), 'ejournal-bench-'));
const program = resolve('bin/ejournal.js');
const at = (name) => join(folder, name);
const ejournal = (...words) => once('node', [program, ...words], folder);
const sqlite = (...words) => once('sqlite3', words, folder);
const bare = () => once('node', ['-e', '0'], folder);

const rows = [];
const notes = [];
/** `pieces`: how many equal things are made in it. */
const add = (what, peer, { ours, peer: theirs, ratio, megabytes }, aim, pieces) =>
  rows.push({
    what,
    peer,
    ms: Math.round(ours),
    each: pieces ? (ours / pieces).toFixed(1) : '',
    'peer ms': Math.round(theirs),
    ratio: ratio.toFixed(2),
    aim,
    MB: Math.round(megabytes) || '',
  });

/** A fresh copy of a database before every run, outside of what is measured. */
function fresh(from) {
  for (const suffix of ['-wal', '-shm']) rmSync(at(`work.db${suffix}`), { force: true });
  copyFileSync(at(from), at('work.db'));
}

try {
  ejournal('demo', 'school', '--parallel', '7', '--size', '29', '--quiet');
  ejournal('--db', 'empty.db', 'init', '--year', '2015', '--yes', '--quiet');
  add(
    'ejournal --version',
    'node -e 0',
    against(15, () => ejournal('--version'), bare),
    '< 1.5',
  );
  add(
    'ejournal status',
    'node -e 0',
    against(15, () => ejournal('--db', 'school/ejournal.db', 'status'), bare),
    '< 2',
  );

  const page = (db, month) => () =>
    ejournal('--db', db, 'show', 'group', '10.b MAT', '--month', month);
  const version = () => ejournal('--version');
  add(
    'ejournal show, a page of the class register',
    'ejournal --version',
    against(15, page('school/ejournal.db', '2015-10'), version),
    '< 2',
  );

  const imported =
    (kind, db, file = `${kind}.csv`) =>
    () => {
      fresh(db);
      return ejournal('--db', 'work.db', '--quiet', `import-${kind}`, file);
    };
  const imports = (file) => () => {
    rmSync(at('peer.db'), { force: true });
    return sqlite('peer.db', '-cmd', '.mode csv', `.import ${file} t`);
  };
  writeStudents(at('students.csv'), students);
  add(
    `import-students, ${students} rows`,
    'sqlite3 .import',
    against(3, imported('students', 'empty.db'), imports('students.csv')),
    '< 6, 150 MB',
  );
  once('sqlite3', ['school/ejournal.db', 'PRAGMA wal_checkpoint(TRUNCATE)'], folder);
  // As many as a school of 1,200 has in a year, and then a million.
  for (const [file, count] of [
    ['year.csv', quick ? 12_000 : 120_000],
    ['marks.csv', marks],
  ]) {
    writeMarks(at(file), at('school/school'), count);
    add(
      `import-marks, ${count} rows`,
      'sqlite3 .import',
      against(1, imported('marks', 'school/ejournal.db', file), imports(file)),
      '< 6, 150 MB',
    );
  }
  once('sqlite3', ['work.db', 'PRAGMA wal_checkpoint(TRUNCATE)'], folder);
  add(
    'export marks of the same',
    'sqlite3 -csv',
    against(
      3,
      () => ejournal('--db', 'work.db', 'export', 'marks'),
      () => sqlite('-csv', 'peer.db', 'SELECT * FROM t'),
    ),
    '< 6',
  );

  const setUp = () => {
    fresh('empty.db');
    return ejournal('--db', 'work.db', '--quiet', 'setup', 'school/school');
  };
  add('setup, 1,200 students, two months', 'node -e 0', against(1, setUp, bare), '');
  measureDocuments({ folder, program, quick, add, note: (text) => notes.push(text) });

  makeYear(at('school/ejournal.db'), at('year.db'));
  const [lessons, allMarks] = makeTenYears(at('year.db'), at('ten.db'));
  const overdueOf = (db, asOf) => () => ejournal('--db', db, 'overdue', '--as-of', asOf);
  const oneYear = overdueOf('year.db', '2016-05-20');
  add('overdue of a year, 1,200 students', 'node -e 0', against(3, oneYear, bare), '');
  add(
    `the same among ten years: ${lessons} lessons, ${allMarks} marks`,
    'one year alone',
    against(3, overdueOf('ten.db', '2025-05-14'), oneYear),
    '< 1.5',
  );
  add(
    'ejournal show, a page among ten years',
    'ejournal --version',
    against(15, page('ten.db', '2024-10'), version),
    '< 2',
  );
  console.table(rows);
  for (const text of notes) console.log(text);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
