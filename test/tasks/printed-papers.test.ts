import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { brutePapers, type ExpectedPaper } from '../support/brute-papers.js';
import {
  differences,
  lettersOf,
  type Page,
  pagesOf,
  pageWith,
  rowOver,
} from '../support/printed-pages.js';
import { run } from '../support/run.js';
import { day, folder, sampleFiles } from '../support/school.js';
import { outsideSchools, type WholeSchool } from '../support/whole-schools.js';
import { addYearEnd } from '../support/year-end.js';

/** A small school at the end of its year; SCHOOLS=/some/school:2015 takes whole schools from outside. */
function smallSchool(): WholeSchool {
  const files = sampleFiles({ grades: [9, 12], parallel: 2, size: 4, until: day('2016-06-30') });
  addYearEnd(files, { classes: ['9.a', '9.b'], ready: 2 });
  return { files, year: 2015, imported: files };
}
const schools = outsideSchools.length > 0 ? outsideSchools : [smallSchool()];

/** How many papers of each kind are compared: 50 in all. */
const drawn = 10;

/** So many of a list by chance, the same ones each time. */
function someOf<T>(list: readonly T[], count: number): T[] {
  let state = 20_151_031;
  const chance = () => {
    state = (state * 48_271) % 2_147_483_647;
    return state;
  };
  return list
    .map((one) => ({ one, at: chance() }))
    .sort((a, b) => a.at - b.at)
    .slice(0, count)
    .map(({ one }) => one);
}

describe.each(schools)('$imported', ({ files, year, imported }) => {
  const asOf = `${year + 1}-06-30`;
  const lastOfMonth = `${year + 1}-02-${(year + 1) % 4 === 0 ? 29 : 28}`;
  const db = join(folder(), 'ejournal.db');
  const brute = brutePapers(files, asOf);
  const papers = folder();
  const ejournal = (words: string) => run(`ejournal --db ${db} --quiet ${words}`);
  /** Prints all papers of a kind for the whole school, into a folder of their own; how many there are. */
  async function print(words: string): Promise<number> {
    const out = `--out ${join(papers, lettersOf(words))}`;
    const printed = await ejournal(`${words} ${out} --columns papers,state`);
    expect(printed.status, printed.stderr).toBe(0);
    const rows = printed.stdout.trim().split('\n').slice(1);
    return rows.reduce((sum, row) => sum + Number.parseInt(row, 10), 0);
  }
  /** The pages of a class. */
  function pages(words: string, className: string, sheet = ''): Page[] {
    const at = join(papers, lettersOf(words), sheet);
    const name = readdirSync(at).find((each) => each.startsWith(`${className} `)) ?? '';
    return pagesOf(join(at, name));
  }
  function expectPaper(words: string, paper: ExpectedPaper | undefined, sheet = ''): void {
    if (!paper) throw new Error('there should be no such paper');
    const { whose, says, tables } = paper;
    const page = pageWith(pages(words, paper.class, sheet), whose);
    if (!page) throw new Error(`no page is that of ${whose.join(', ')}`);
    for (const text of says) expect(page.letters).toContain(lettersOf(text));
    const found = tables.flatMap((table) => differences(page, table));
    expect(found, whose.join(', ')).toEqual([]);
  }

  test('is set up', async () => {
    expect((await ejournal(`init --year ${year} --yes`)).status).toBe(0);
    const setUp = await ejournal(`setup ${imported}`);
    expect(setUp.status, setUp.stdout.slice(0, 2000)).toBe(0);
  }, 600_000);

  test('the monthly extracts', async () => {
    const words = `monthly-extract --month ${year + 1}-02 --as-of ${asOf}`;
    const all = brute.students.filter((student) => brute.classOf(student, lastOfMonth));
    expect(await print(words)).toBe(all.length);
    for (const student of someOf(all, 2 * drawn)) {
      expectPaper(words, brute.extract(student, `${year + 1}-02`));
    }
  }, 600_000);

  test.each(['semester1', 'year'] as const)(
    'the report cards of the %s',
    async (term) => {
      const words = `report-cards --term ${term} --as-of ${asOf}`;
      const count = await print(words);
      const cards = someOf(brute.students, 4 * drawn).flatMap((student) => {
        return brute.card(student, term) ?? [];
      });
      expect(count).toBeGreaterThanOrEqual(cards.length);
      for (const card of cards.slice(0, drawn / 2)) expectPaper(words, card);
    },
    600_000,
  );

  test.each([
    [9, 'basic'],
    [12, 'secondary'],
  ] as const)(
    'the transcripts of grade %i, of all who are ready and nobody else',
    async (grade, kind) => {
      const blanks = `blanks add --kind ${kind} --series X${kind[0]?.toUpperCase()} --from 0001 --until 0900`;
      expect((await ejournal(blanks)).status).toBe(0);
      await ejournal(`print-certificates --grade ${grade} --prepare`);
      const words = `print-certificates --grade ${grade} --print transcript`;
      const all = brute.transcripts(grade);
      expect(all.length).toBeGreaterThan(0);
      expect(await print(words)).toBe(all.length);
      for (const paper of someOf(all, drawn / 2)) expectPaper(words, paper, 'transcripts');
    },
    600_000,
  );

  test('the summary journals', async () => {
    const words = `summary-journal --as-of ${asOf}`;
    const classes = new Set(
      brute.students.flatMap((student) => brute.classOf(student, asOf) ?? []),
    );
    expect(await print(words)).toBe(classes.size);
    for (const className of someOf([...classes].sort(), drawn / 2)) {
      const { members, columns } = brute.summary(className);
      const all = pages(words, className);
      const begin = all.findIndex(({ letters }) => letters.startsWith('Pedagoģiskāspadomeslēmumi'));
      const end = all.findIndex(({ letters }) => letters.includes('Skolēnukustība'));
      for (const student of someOf(members, 2)) {
        const start = `${members.indexOf(student) + 1} ${student['last_name']} ${student['first_name']}`;
        const { marks, absences, decision } = brute.summaryRow(student, className);
        const row = rowOver(all.slice(0, begin), isTerm, start);
        expect(
          Object.fromEntries(
            row
              .filter(({ text }) => text !== '–')
              .map(({ column, text }) => [columns[column], text]),
          ),
          `${className} ${start}`,
        ).toEqual(marks);
        const missed = rowOver(all.slice(begin, end), isCount, start);
        const numbers = absences.flatMap((count, column) =>
          count > 0 ? [{ column, text: String(count) }] : [],
        );
        expect(missed.slice(-numbers.length || missed.length), `${className} ${start}`).toEqual(
          numbers,
        );
        const before = missed.slice(0, missed.length - numbers.length);
        expect(lettersOf(before.map(({ text }) => text).join(''))).toMatch(
          new RegExp(`${lettersOf(decision.join('')).replace(/[/.]/g, '.')}$`),
        );
      }
    }
  }, 600_000);
});

const isTerm = (text: string) => ['1.s.', '2.s.', 'G', 'I', 'E', 'P'].includes(text);
const isCount = (text: string) => ['att.', 'neatt.', 'neizl.', 'nok.'].includes(text);
