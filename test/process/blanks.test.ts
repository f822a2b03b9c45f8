import { spawn } from 'node:child_process';
import { expect, test } from 'vitest';
import { graduatingSchool } from '../support/graduates.js';
import { run } from '../support/run.js';
import { ask } from '../support/school.js';

/** Runs the program as a process of its own; the promise holds its status. */
function beside(...words: string[]): Promise<number | null> {
  const child = spawn('node', ['bin/ejournal.js', ...words], { stdio: 'ignore' });
  return new Promise((resolve) => child.on('close', resolve));
}

test('two processes that prepare at once use no blank twice and lose none', async () => {
  const students = Array.from({ length: 120 }, (_, place) => String(2000 + place));
  const db = await graduatingSchool((files) => {
    for (const no of students) {
      const name = Number(no) % 2 === 0 ? '9.c' : '9.d';
      files['students']?.push(`${name},Bērzs,Anna,${no},,2000-05-01,21011111`);
      files['decisions']?.push(`${no},graduated,1,2016-06-10`);
      for (const subject of ['LV', 'MAT', 'SPO']) {
        files['term-marks']?.push(`${no},${subject},year,8,`);
      }
      files['term-marks']?.push(`${no},LV,exam,8,`);
    }
    files['students'] = (files['students'] ?? []).map((line) => {
      const no = /Anna,(\d+),,/.exec(line)?.[1];
      return no ? line.replace(`${no},,`, `${no},329999-${no.padStart(5, '0')},`) : line;
    });
  });
  await run(`ejournal --db ${db} blanks add --kind basic --series PA --from 000001 --until 000130`);

  const prepare = ['--db', db, '--quiet', 'print-certificates', '--grade', '9', '--prepare'];
  const statuses = await Promise.all([
    beside(...prepare, '--class', '9.c'),
    beside(...prepare, '--class', '9.d'),
    beside(...prepare),
    beside(...prepare, '--class', '9.c'),
  ]);
  expect(statuses).toEqual([0, 0, 0, 0]);

  const used = ask<{ number: string; student: number }>(
    db,
    `SELECT number, student_id AS student FROM certificate JOIN blank USING (blank_id) ORDER BY number`,
  );
  expect(used.map(({ number }) => Number(number))).toEqual(
    Array.from({ length: 123 }, (_, place) => place + 1),
  );
  expect(new Set(used.map(({ student }) => student)).size).toBe(123);
  expect((await run(`ejournal --db ${db} audit --verify`)).status).toBe(0);
});
