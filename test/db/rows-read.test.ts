import Database from 'better-sqlite3';
import { afterEach, expect, test, vi } from 'vitest';
import { run } from '../support/run.js';
import { day, emptySchool, file, sampleFiles } from '../support/school.js';

const statement = Object.getPrototypeOf(new Database(':memory:').prepare('SELECT 1'));

afterEach(() => {
  vi.restoreAllMocks();
});

/** How many rows a command asked the database for, by the statement. */
async function rowsRead(line: string): Promise<Map<string, number>> {
  const rows = new Map<string, number>();
  const count = (asked: { source: string }, some: number) =>
    rows.set(asked.source, (rows.get(asked.source) ?? 0) + some);
  for (const method of ['all', 'get', 'run'] as const) {
    const whole = statement[method];
    vi.spyOn(statement, method).mockImplementation(function (
      this: { source: string },
      ...values: unknown[]
    ) {
      const answer = whole.apply(this, values);
      count(this, Array.isArray(answer) ? answer.length + 1 : 1);
      return answer;
    } as never);
  }
  const { status, stderr } = await run(line);
  vi.restoreAllMocks();
  expect(status, stderr).toBe(0);
  return rows;
}

/** The statements that a twice as long file asks for more than twice the rows: a question in a loop that grows. */
function growing(once: Map<string, number>, twice: Map<string, number>): string[] {
  return [...twice].flatMap(([sql, rows]) => {
    const before = once.get(sql) ?? 0;
    return rows > 2.5 * before + 60 ? [`${before} -> ${rows}: ${sql}`] : [];
  });
}

test('setting up twice as many classes reads twice as many rows', async () => {
  const until = day('2015-09-20');
  const of = async (parallel: number) =>
    rowsRead(
      `ejournal --db ${await emptySchool()} setup ${sampleFiles({ parallel, size: 12, until })}`,
    );
  const [one, two] = [await of(1), await of(2)];
  expect([...one.values()].reduce((sum, rows) => sum + rows)).toBeGreaterThan(2000);
  expect(growing(one, two)).toEqual([]);
});

test('twice as many blanks read twice as many rows', async () => {
  const of = async (count: number) => {
    const rows = Array.from({ length: count }, (_, at) => `basic,PA,${10_000 + at}`);
    const path = file('b.csv', 'kind,series,number', ...rows);
    return rowsRead(`ejournal --db ${await emptySchool()} blanks import ${path}`);
  };
  expect(growing(await of(100), await of(200))).toEqual([]);
});
