import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { run } from './support/run.js';
import { day, emptySchool, file, folder, sampleFiles } from './support/school.js';
import { addYearEnd, joined } from './support/year-end.js';

/** A picture of docs/pictures: what prints the document, and what is shown of it. */
interface Picture {
  readonly words: string;
  readonly page?: number;
  /** Pixels to the inch: fewer for a page on its side. */
  readonly sharpness?: number;
}

const access = () =>
  file(
    'access.csv',
    'register_no,name,role,user_name,password,address,valid_until',
    `${joined},,student,kersta.slahtenko,k7Rm-0OQx1l,"Brīvības iela 12-5, Paraugpilsēta, LV-0000",30.09.2015`,
  );

/** Of a school at the end of its year: every kind of document, by the folder of its template. */
const pictures = (student: string, graduate: string): Record<string, Picture> => ({
  'monthly-extract': { words: `monthly-extract --month 2016-04 --student ${student}` },
  'class-overview': { words: 'monthly-extract --month 2016-04 --class 9.a --overview' },
  'report-card': { words: `report-cards --term year --student ${student}` },
  'summary-journal': { words: 'summary-journal --class 9.a', page: 2, sharpness: 64 },
  certificate: { words: `print-certificates --student ${graduate} --grade 12 --print certificate` },
  'certificate-transcript': {
    words: `print-certificates --student ${graduate} --grade 12 --print transcript`,
  },
  'certificate-form-basic': {
    words: `print-certificates --student ${student} --grade 9 --print form`,
  },
  'certificate-form-secondary': {
    words: `print-certificates --student ${graduate} --grade 12 --print form`,
  },
  'certificate-register': { words: 'print-certificates --grade 12 --register', sharpness: 64 },
  'certificate-calibration': { words: 'print-certificates --calibrate' },
  notice: { words: `letters notice --student ${student} --as-of 2015-09-10` },
  'access-letter': { words: `letters access ${access()} --as-of 2015-09-10` },
  'name-list': {
    words:
      'lists class --class 9.a --fields register_no,birth_date,phone --blank 2 --date 2016-04-11',
  },
  'group-list': { words: 'lists group --group "9.a MAT" --date 2016-04-11' },
  'signature-sheet': {
    words: 'lists signatures --class 9.a --date 2016-04-11 --topic "Drošība ķīmijas kabinetā"',
  },
  labels: { words: 'lists labels --class 9.a --addresses --date 2016-04-11' },
  statement: {
    words: `lists statement --student ${student} --date 2016-04-11 --number 1-12/45 --for "Uzrādīšanai bankā"`,
  },
  'personal-file': { words: `personal-files print --student ${student} --as-of 2016-04-11` },
});

async function wholeSchool() {
  const files = sampleFiles({ grades: [9, 12], parallel: 2, size: 24, until: day('2016-06-30') });
  addYearEnd(files, { classes: ['9.a', '9.b'], ready: 2 });
  const db = await emptySchool();
  const ejournal = async (words: string) => {
    const ran = await run(`ejournal --db ${db} --quiet ${words}`);
    if (![0, 3].includes(ran.status)) throw new Error(`${words}\n${ran.stdout}${ran.stderr}`);
    return ran.stdout;
  };
  await ejournal(`setup ${files}`);
  await ejournal('blanks add --kind basic --series PA --from 000101 --until 000200');
  await ejournal('blanks add --kind secondary --series VA --from 000101 --until 000200');
  return ejournal;
}

interface Card {
  register_no: string;
  missing: unknown[];
  subjects: { reexam: string | null }[];
}

/** A student of whom nothing is missing and nothing was examined again. */
function oneWithoutRemarks(cards: readonly Card[]): string {
  const plain = cards.filter(
    ({ missing, subjects }) =>
      missing.length === 0 && subjects.every(({ reexam }) => reexam === null),
  );
  return plain[0]?.register_no ?? '';
}

/** The first page that a line prints, or another, in grey. */
async function take(
  ejournal: (words: string) => Promise<string>,
  name: string,
  { words, page = 1, sharpness = 72 }: Picture,
): Promise<void> {
  const out = folder();
  await ejournal(`${words} --out ${out}`);
  const [pdf = ''] = readdirSync(out, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.pdf'))
    .map((path) => join(out, path));
  const options = ['-png', '-gray', '-singlefile', '-r', String(sharpness), '-f', String(page)];
  execFileSync('pdftoppm', [...options, pdf, join('docs/pictures', name)]);
}

test('every kind of document is in docs/ as a picture', async () => {
  if (process.env['WRITE_PICTURES']) {
    mkdirSync('docs/pictures', { recursive: true });
    const ejournal = await wholeSchool();
    await ejournal('print-certificates --grade 9 --prepare');
    const prepared = await ejournal(
      'print-certificates --grade 12 --prepare --columns register_no',
    );
    const [, graduate = ''] = prepared.trim().split('\n');
    await ejournal('print-certificates --grade 12 --issue --date 2016-06-17');
    const cards = await ejournal('report-cards --term year --class 9.a --format json');
    const student = oneWithoutRemarks(JSON.parse(cards));
    for (const [name, picture] of Object.entries(pictures(student, graduate))) {
      await take(ejournal, name, picture);
    }
  }
  const kinds = readdirSync('templates').filter((name) => name !== 'shared');
  const names = [...new Set([...kinds, ...Object.keys(pictures('', ''))])];
  expect(readdirSync('docs/pictures').sort()).toEqual(names.map((name) => `${name}.png`).sort());
  const docs = ['documents', 'certificates'].map((page) => readFileSync(`docs/${page}.md`, 'utf8'));
  for (const name of names) {
    expect(docs.join('')).toContain(`(pictures/${name}.png)`);
    expect(statSync(`docs/pictures/${name}.png`).size).toBeLessThan(100_000);
  }
}, 600_000);
