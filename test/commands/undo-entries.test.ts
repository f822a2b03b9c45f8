import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { run } from '../support/run.js';
import { contents, emptySchool, folder, school } from '../support/school.js';
import { periodsOf } from '../support/timetable.js';

const group = fc.constantFrom('7.a MAT', '7.a LV', '8.a MAT', '7.a KLS');
const day = fc.integer({ min: 14, max: 30 }).map((number) => `2015-09-${number}`);
const period = fc.integer({ min: 0, max: 9 });
const student = fc.integer({ min: 1001, max: 1012 }).map(String);
const students = fc.uniqueArray(student, { minLength: 1, maxLength: 3 });
const word = fc.constantFrom('Daļas', 'Atkārtojums', 'Leņķi', '12. lpp.', '');
const value = fc.constantFrom('1', '7', '10', 'i', 'ni', 'nv', 'n');

const lesson = fc
  .record({
    day,
    group,
    period,
    topic: fc.option(word),
    absent: fc.option(students),
    nobody: fc.boolean(),
  })
  .map(({ day: date, group: name, period: number, topic, absent, nobody }) =>
    [
      `record-lesson --date ${date} --group "${name}" --period ${number} --force --reason iemesls`,
      topic === null ? '' : `--topic "${topic}"`,
      absent ? `--absent ${absent.join(',')}` : nobody ? '--nobody-absent' : '',
    ].join(' '),
  );
const cancelled = fc
  .record({ day, group })
  .map(({ day: date, group: name }) => `cancel-lesson --date ${date} --group "${name}" --reason x`);
/** A lesson that the timetable has, to any other time. */
const moved = (files: string) =>
  fc
    .record({ day: fc.integer({ min: 14, max: 18 }), group, toDay: day, toPeriod: period })
    .map(({ day: number, group: name, toDay, toPeriod }) => {
      const [own = 1] = periodsOf(files, name, number - 13);
      return `move-lesson --date 2015-09-${number} --group "${name}" --period ${own} --to-date ${toDay} --to-period ${toPeriod} --force`;
    });
const absence = fc
  .record({ day, students, mark: fc.constantFrom('n', 'k', '-') })
  .map(
    ({ day: date, students: who, mark }) =>
      `record-absence --date ${date} --student ${who.join(',')} --all-day --mark ${mark}`,
  );
/** Of members of the group alone, else most would be refused. */
const marks = group.chain((name) => {
  const first = name.startsWith('7') ? 1001 : 1007;
  const member = fc.integer({ min: first, max: first + 5 }).map(String);
  const members = fc.uniqueArray(member, { minLength: 1, maxLength: 3 });
  return fc
    .record({ day, work: fc.constantFrom('A', 'B'), members, value, announce: fc.boolean() })
    .map(
      ({ day: date, work, members: who, value: mark, announce }) =>
        `record-marks --date ${date} --group "${name}" --work ${work} --kind test --reason labots ${announce ? '--announce' : ''} ${who.map((one) => `${one}=${mark}`).join(' ')}`,
    );
});

test('every command that enters something, followed by undo, leaves the journal as it was', async () => {
  const { db: made, files } = await school();
  const command = fc.oneof(lesson, cancelled, moved(files), absence, marks);
  let second = 0;
  const clock = () => {
    second += 1;
    return new Date(Date.UTC(2015, 9, 1, 8, 0, second));
  };
  const done = new Set<string>();
  const lessonOf = (name: string) => {
    const weekday = [1, 2, 3, 4, 5].find((one) => periodsOf(files, name, one).length > 0) ?? 1;
    const [own] = periodsOf(files, name, weekday);
    return { on: `2015-09-${13 + weekday}`, own };
  };
  const [maths, latvian] = [lessonOf('7.a MAT'), lessonOf('7.a LV')];
  const sure = [
    `record-lesson --date ${maths.on} --group "7.a MAT" --period ${maths.own} --topic "Cita tēma" --force --reason labots`,
    `cancel-lesson --date ${maths.on} --group "7.a MAT" --reason x`,
    `move-lesson --date ${latvian.on} --group "7.a LV" --period ${latvian.own} --to-date 2015-09-30 --to-period 9 --force`,
    'record-absence --date 2015-09-21 --student 1001 --all-day --mark n',
    'record-marks --date 2015-09-22 --group "7.a MAT" --work C --kind test --announce 1001=7',
  ];
  await fc.assert(
    fc.asyncProperty(fc.array(command, { minLength: 1, maxLength: 6 }), async (lines) => {
      const db = join(folder(), 'ejournal.db');
      copyFileSync(made, db);
      for (const line of lines) {
        const before = contents(db);
        const dry = await run(`ejournal --db ${db} ${line} --dry-run`, { clock });
        expect(contents(db)).toEqual(before);
        const { status } = await run(`ejournal --db ${db} ${line}`, { clock });
        expect(status).toBe(dry.status);
        const after = contents(db);
        if (status !== 0) expect(after).toEqual(before);
        if (JSON.stringify(after) === JSON.stringify(before)) continue;
        done.add(line.split(' ')[0] ?? '');
        await run(`ejournal --db ${db} undo`, { clock });
        expect(contents(db)).toEqual(before);
        await run(`ejournal --db ${db} ${line}`, { clock });
      }
    }),
    { numRuns: 15, examples: [[sure]] },
  );
  expect([...done].sort()).toEqual([
    'cancel-lesson',
    'move-lesson',
    'record-absence',
    'record-lesson',
    'record-marks',
  ]);
}, 240_000);

test('what was entered is exported, and makes the same journal again', async () => {
  const { db, files } = await school();
  let second = 0;
  const clock = () => {
    second += 1;
    return new Date(Date.UTC(2015, 9, 1, 8, 0, second));
  };
  const command = fc.oneof(lesson, cancelled, moved(files), absence, marks);
  for (const line of fc.sample(command, { numRuns: 40, seed: 7 })) {
    await run(`ejournal --db ${db} ${line}`, { clock });
  }
  const exported = async (from: string) => {
    const out = join(folder(), 'all');
    await run(`ejournal --db ${from} export all --out ${out}`);
    const kinds = ['lessons', 'absences', 'works', 'marks'];
    return { out, texts: kinds.map((kind) => readFileSync(join(out, `${kind}.csv`), 'utf8')) };
  };
  const { out, texts } = await exported(db);
  const again = await emptySchool();
  const made = await run(`ejournal --db ${again} setup ${out} --lang en`);
  expect(made).toMatchObject({ status: 0 });
  expect((await exported(again)).texts).toEqual(texts);
});
