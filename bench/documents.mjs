// Documents in batches: as a file for each student and as one for each class, beside pdfkit, called by
// hand in a process of its own, and LibreOffice, which converts the same pages from HTML.
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { writeYearEnd } from './files.mjs';
import { once } from './measure.mjs';
import { htmlOf, sheetsOf } from './sheets.mjs';

const documents = [
  {
    document: 'monthly-extract',
    what: 'monthly extracts',
    words: ['monthly-extract', '--month', '2015-10', '--as-of', '2015-11-05'],
    aims: { separate: '< 12 ms', class: '< 4 ms' },
  },
  { document: 'report-cards', what: 'report cards', words: ['report-cards', '--term', 'year'] },
  ...['certificate', 'transcript'].map((sheet) => ({
    document: sheet,
    what: `${sheet}s of grade 12`,
    words: ['print-certificates', '--grade', '12', '--print', sheet],
  })),
];

/** Makes a school at the end of its year, with blanks enough, and measures its documents. */
export function measureDocuments({ folder, program, quick, add, note }) {
  const ejournal = (...words) => once('node', [program, ...words], folder);
  const own = (...words) => ejournal('--db', 'papers/ejournal.db', '--quiet', ...words);
  ejournal('demo', 'papers', '--parallel', quick ? '1' : '7', '--size', '29', '--quiet');
  writeYearEnd(join(folder, 'papers/school'));
  own('import-term-marks', 'papers/school/term-marks.csv');
  own('import-decisions', 'papers/school/decisions.csv');
  own(
    'blanks',
    'add',
    '--kind',
    'secondary',
    '--series',
    'VA',
    '--from',
    '0001',
    '--until',
    '0900',
  );
  own('print-certificates', '--grade', '12', '--prepare');
  const office = libreOffice(folder);
  if (!office) note('LibreOffice is not installed (libreoffice-writer-nogui): left out.');

  for (const { document, what, words, aims = {} } of documents) {
    const json = spawnSync(
      'node',
      [program, '--db', 'papers/ejournal.db', ...words, '--format', 'json'],
      {
        cwd: folder,
        encoding: 'utf8',
        maxBuffer: 1 << 30,
      },
    );
    const sheets = sheetsOf(document, JSON.parse(json.stdout));
    writeFileSync(join(folder, 'sheets.json'), JSON.stringify(sheets));
    for (const arrangement of ['separate', 'class']) {
      rmSync(join(folder, 'printed'), { recursive: true, force: true });
      const how = arrangement === 'class' ? '--per-class' : '--separate';
      const { milliseconds: ours, megabytes } = own(...words, '--out', 'printed', how);
      const peers = {
        'pdfkit by hand': () => withPdfkit(folder, arrangement),
        ...(office && { 'LibreOffice, from HTML': office(sheets, arrangement) }),
      };
      for (const [name, run] of Object.entries(peers)) {
        const { milliseconds: peer } = run();
        const kind = arrangement === 'class' ? 'a file for each class' : 'each in a file';
        const measured = { ours, peer, ratio: ours / peer, megabytes };
        const aim = aims[arrangement] ?? '';
        add(`${sheets.length} ${what}, ${kind}`, name, measured, aim, sheets.length);
      }
    }
  }
}

function withPdfkit(folder, arrangement) {
  rmSync(join(folder, 'by-hand'), { recursive: true, force: true });
  const words = [resolve('bench/with-pdfkit.mjs'), 'sheets.json', 'by-hand', arrangement];
  return once('node', words, folder);
}

/** LibreOffice with a profile of its own, which is made before it is measured; undefined where there is none. */
function libreOffice(folder) {
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  const options = [profile, '--headless', '--convert-to', 'pdf', '--outdir', 'from-html'];
  const pages = join(folder, 'html');
  mkdirSync(pages);
  writeFileSync(join(pages, 'first.html'), htmlOf([]));
  const first = spawnSync('soffice', [...options, 'html/first.html'], { cwd: folder });
  if (first.status !== 0) return undefined;
  return (sheets, arrangement) => {
    rmSync(pages, { recursive: true });
    mkdirSync(pages);
    const nameOf = (sheet) => (arrangement === 'class' ? sheet.class : sheet.number);
    const names = [...new Set(sheets.map(nameOf))];
    for (const name of names) {
      const own = sheets.filter((sheet) => nameOf(sheet) === name);
      writeFileSync(join(pages, `${name}.html`), htmlOf(own));
    }
    const files = names.map((name) => `html/${name}.html`);
    return () => once('soffice', [...options, ...files], folder);
  };
}
