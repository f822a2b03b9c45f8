import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { beforeEach, describe, expect, test } from 'vitest';
import { run } from '../support/run.js';
import { file, folder, school } from '../support/school.js';

let db: string;
let own: string;
let out: string;

beforeEach(async () => {
  ({ db } = await school({ size: 1, until: '2015-10-31' as never }));
  own = join(dirname(db), 'templates');
  out = folder();
});

const ejournal = (words: string) => run(`ejournal --db ${db} --lang en ${words}`);
const printed = async (page = 1) => {
  await ejournal(`monthly-extract --month 2015-10 --class 7.a --out ${out}`);
  const path = join(out, '7.a 2015-10.pdf');
  return execFileSync('pdftotext', ['-layout', '-f', String(page), path, '-'], {
    encoding: 'utf8',
  });
};
const edit = (path: string, from: string, to: string) => {
  const text = readFileSync(join(own, path), 'utf8');
  expect(text).toContain(from);
  writeFileSync(join(own, path), text.replaceAll(from, to));
  return text.split('\n').findIndex((line) => line.includes(from)) + 1;
};

test('every template that comes with the program is good', async () => {
  expect(await ejournal('templates check')).toMatchObject({
    status: 0,
    stderr: 'All templates are good.\n',
  });
});

test('why a template is wrong is said in the language of the user', async () => {
  await ejournal('templates eject monthly-extract');
  edit('monthly-extract/layout.yaml', 'say.legend', 'say.legende');
  const { stdout } = await run(`ejournal --db ${db} --lang lv templates check --format json`);
  expect(JSON.parse(stdout)[0].problem).toBe('Veidne ir kļūdaina: nav lauka „legende”.');
});

test('a template that is ejected a second time stays, and what can be done is said', async () => {
  await ejournal('templates eject report-card');
  edit('report-card/words.en.yaml', 'title: ', 'title: OUR ');
  const again = await ejournal('templates eject report-card');
  expect(again.status).toBe(2);
  expect(again.stderr).toContain('ejournal templates diff report-card');
  expect(again.stderr).toContain('rename or delete the folder');
  expect(readFileSync(join(own, 'report-card', 'words.en.yaml'), 'utf8')).toContain('OUR');
});

test('what a school changes in its copy stands on the paper, and the rest is as before', async () => {
  expect(await printed()).toContain('SEKMJU IZRAKSTS');
  expect((await ejournal('templates eject monthly-extract')).status).toBe(0);
  expect((await ejournal('templates eject monthly-extract')).status).toBe(2);
  edit('monthly-extract/words.lv.yaml', 'SEKMJU IZRAKSTS', 'MĒNEŠA LAPA');
  edit('monthly-extract/layout.yaml', '{ text: { $eval: say.legend }, ', "{ text: 'Ar cieņu', ");
  const text = await printed();
  expect(text).toContain('MĒNEŠA LAPA');
  expect(text).toContain('Ar cieņu');
  expect(text).toContain('Mācību priekšmets');
  const list = await ejournal('templates --columns template,own');
  expect(list.stdout).toContain('monthly-extract,layout.yaml+words.en.yaml+words.lv.yaml\n');
});

test('a school may change a single word in a file of its own', async () => {
  mkdirSync(join(own, 'shared'), { recursive: true });
  writeFileSync(join(own, 'shared', 'words.lv.yaml'), 'code_label: Kods\n');
  expect(await printed()).toMatch(/Kods [0-9A-Z]{5}-[0-9A-Z]{5}/);
});

test.each([
  'NAME',
  '[[NAME]]',
  '{ text: [NAME] }',
  '{ stack: [NAME] }',
  '{ columns: [{ width: 9, text: "" }, NAME] }',
  '{ ul: ["", NAME] }',
  '{ ol: [[NAME]] }',
  '{ ol: [""], separator: ["(", NAME] }',
  '{ table: { body: [["", NAME]] } }',
  '{ table: { body: [[{ stack: [{ columns: [NAME] }] }, ""]] } }',
])(
  'a character that the font lacks is told where a template of the school writes it as %s',
  async (piece) => {
    mkdirSync(join(own, 'monthly-extract'), { recursive: true });
    const name = '{ $eval: paper.first_name }';
    writeFileSync(
      join(own, 'monthly-extract', 'layout.yaml'),
      `title: A\ncontinued: B\ncontent:\n  - ${piece.replace('NAME', name)}\n`,
    );
    const renamed = file(
      'students.csv',
      'class,register_no,last_name,first_name',
      '7.a,1001,Aa,Gr漢ta',
    );
    expect((await ejournal(`import-students ${renamed}`)).status).toBe(0);
    const printing = await ejournal(`monthly-extract --month 2015-10 --class 7.a --out ${out}`);
    expect(printing.status).toBe(3);
    expect(printing.stderr).toContain('the font has no “漢” (U+6F22)');
  },
);

test('so may it a single word of those under a key', async () => {
  mkdirSync(join(own, 'monthly-extract'), { recursive: true });
  writeFileSync(join(own, 'monthly-extract', 'words.lv.yaml'), 'kinds: { test: PD }\n');
  const text = await printed();
  expect(text).toMatch(/\d\sPD\b/);
  // A quiz (I), homework (M) or classwork (K).
  expect(text).toMatch(/\d\s[IMK]\b/);
});

describe('check says file, line and mend of', () => {
  const found = async (name = '') => {
    const { status, stdout } = await ejournal(`templates check ${name} --format json`);
    expect(status).toBe(3);
    return JSON.parse(stdout) as {
      template: string;
      where: string;
      problem: string;
      mend: string;
    }[];
  };
  beforeEach(async () => {
    await ejournal('templates eject monthly-extract');
    await ejournal('templates eject shared');
  });

  test.each([
    ['a value that is not there', 'say.legend', 'say.nosuch', 'nosuch'],
    [
      'an expression that is none',
      "period(paper.from, paper.until))'",
      "period(paper.from'",
      'is not finished',
    ],
    ['a link', '{ text: { $eval: say.legend }', "{ link: 'http://x', text: 'x'", 'link'],
    ['a key that nobody knows', 'style: note, margin: [0, 7, 0, 0]', 'stile: note', 'stile'],
    [
      'a style that is not there',
      'style: note, margin: [0, 7',
      'style: nota, margin: [0, 7',
      'nota',
    ],
    ['a format that is not there', 'as: decimal', 'as: decimals', 'decimals'],
    ['words that are not there', 'words: kinds', 'words: kindz', 'kindz'],
    ['a field that no row has', '{ field: name }', '{ field: nam }', 'nam'],
    ['such a field of a list', '{ field: value }', '{ field: valeu }', 'valeu'],
    [
      'an alignment that is none',
      'alignment: right, rowSpan',
      'alignment: rihgt, rowSpan',
      'rihgt',
    ],
    [
      'a table layout that is none',
      'then: dense, else: totalled',
      'then: dense, else: totaled',
      'totaled',
    ],
    ['a key of a table that is none', 'headerRows: 2', 'header_rows: 2', 'header_rows'],
    ['a key of a column that is none', 'alignment: right }', 'alignmnet: right }', 'alignmnet'],
    ['a width that is none', "'*', 34, 45, 55, 40, 46]", 'wide, 34, 45, 55, 40, 46]', 'wide'],
    [
      'widths that are too few',
      "'*', 34, 45, 55, 40, 46]",
      "'*', 34]",
      'its widths: 3; cells in its row 1: 7',
    ],
  ])('%s', async (_what, from, to, named) => {
    const line = edit('monthly-extract/layout.yaml', from, to);
    const findings = await found('monthly-extract');
    expect(findings).toHaveLength(1);
    const [finding] = findings;
    expect(finding?.template).toBe('monthly-extract');
    const [, place] = finding?.where.split('layout.yaml:') ?? [];
    expect(Number(place)).toBe(line);
    expect(finding?.problem).toContain(named);
    expect(finding?.mend).not.toBe('');
  });

  test.each([
    [
      'a word',
      'fact(say.class, paper.class)',
      'fact(say.clas, paper.class)',
      'there is no field “clas”',
    ],
    ['a sum', 'text(paper.class_teacher)', 'say.class_teacher + [1]', '“+” cannot be used'],
    ['a name', 'len(paper.shown) == 1: 150', 'len(papers.shown) == 1: 150', 'the name “papers”'],
  ])('a fault under a $let, where it is: %s', async (_what, from, to, named) => {
    await ejournal('templates eject report-card');
    const line = edit('report-card/layout.yaml', from, to);
    const [finding] = await found('report-card');
    expect(finding?.where.split('layout.yaml:')[1]).toBe(String(line));
    expect(finding?.problem).toContain(named);
  });

  test('a quotation mark that is not closed, where it opens', async () => {
    const lines = readFileSync(join(own, 'monthly-extract', 'words.lv.yaml'), 'utf8').split('\n');
    for (const [place, more] of [
      [0, ''],
      [3, 'note: "x"\n'],
    ] as const) {
      const open = lines.map((line, at) => (at === place ? line.replace(': ', ': "') : line));
      writeFileSync(join(own, 'monthly-extract', 'words.lv.yaml'), open.join('\n') + more);
      const [finding] = await found('monthly-extract');
      expect(finding?.where.split('words.lv.yaml:')[1]).toBe(String(place + 1));
    }
  });

  test('a word that nobody says, also in a map, and no word that a layout of the school asks for', async () => {
    const line = edit('monthly-extract/words.lv.yaml', 'subject: Mācību', 'subjekt: Mācību');
    edit('monthly-extract/words.lv.yaml', 'test: P', 'tests: P');
    edit('monthly-extract/words.lv.yaml', 'parent: Vecāks', 'guardian: Vecāks');
    edit('monthly-extract/layout.yaml', 'say.parent', 'say.guardian');
    appendFileSync(join(own, 'monthly-extract', 'words.en.yaml'), 'guardian: Parent\n');
    const findings = await found('monthly-extract');
    expect(findings.map(({ problem, mend }) => [/“(.*)”/.exec(problem)?.[1], mend])).toEqual([
      ['subjekt', 'Did you mean “subject”?'],
      ['kinds.tests', 'Did you mean “kinds.test”?'],
    ]);
    expect(findings[0]?.where.split('words.lv.yaml:')[1]).toBe(String(line));
  });

  test('a value that the words know not, and words that are no map', async () => {
    const line = edit('monthly-extract/layout.yaml', 'words: kinds', 'words: letters');
    for (const language of ['lv', 'en']) {
      appendFileSync(
        join(own, 'monthly-extract', `words.${language}.yaml`),
        'letters: { test: P }\n',
      );
    }
    const [finding] = await found('monthly-extract');
    expect(finding?.problem).toContain('the words under “letters” have none for “quiz”');
    expect(finding?.where.split('layout.yaml:')[1]).toBe(String(line));
    const printing = await ejournal(`monthly-extract --month 2015-10 --out ${out}`);
    expect(printing.status).toBe(4);
    expect(readdirSync(out)).toEqual([]);

    const kinds = edit('monthly-extract/words.lv.yaml', 'kinds: {', 'kinds: P # {');
    const said = 'Behind the word “kinds” must stand keys with words.';
    const shape = (await found('monthly-extract')).find(({ problem }) => problem === said);
    expect(shape?.where.split('words.lv.yaml:')[1]).toBe(String(kinds));
  });

  test('a list of months that lacks some', async () => {
    await ejournal('templates eject shared');
    const line = edit('shared/words.lv.yaml', 'months_in: [', 'months_in: [janvārī] # [');
    const said = 'The list “months_in” must have 12 words, and has 1.';
    const short = (await found('statement')).find(({ problem }) => problem === said);
    expect(short?.where.split('words.lv.yaml:')[1]).toBe(String(line));
  });

  test('broken YAML, and a file that lacks a part', async () => {
    appendFileSync(join(own, 'monthly-extract', 'words.lv.yaml'), 'a: [1\n');
    const line = readFileSync(join(own, 'monthly-extract', 'words.lv.yaml'), 'utf8').split(
      '\n',
    ).length;
    writeFileSync(join(own, 'shared', 'layout.yaml'), 'page: {}\nfooter: x\n');
    const findings = await found('monthly-extract');
    expect(findings.some(({ where }) => where.endsWith('shared/layout.yaml:1'))).toBe(true);
    writeFileSync(
      join(own, 'shared', 'layout.yaml'),
      readFileSync('templates/shared/layout.yaml', 'utf8'),
    );
    const [yaml] = await found('monthly-extract');
    expect(Number(yaml?.where.split('words.lv.yaml:')[1])).toBeGreaterThanOrEqual(line - 1);
  });

  test('a common part once, though every document has it', async () => {
    const line = edit(
      'shared/layout.yaml',
      '{ $eval: title }, style: title',
      '{ $eval: titel }, style: title',
    );
    const findings = await found();
    expect(findings.map(({ template, where }) => [template, where.split(':')[1]])).toEqual([
      ['shared', String(line)],
    ]);
  });
});

test.each([
  ['style: note, margin: [0, 7', 'style: nota, margin: [0, 7', 'There is no style “nota”.', 'note'],
  ['noWrap: true', 'nowrap: true', 'has the key “nowrap”', 'noWrap'],
])('what would be passed over in silence is not printed: %s', async (from, to, said, meant) => {
  await ejournal('templates eject monthly-extract');
  await ejournal('templates eject shared');
  const name = from === 'noWrap: true' ? 'shared/layout.yaml' : 'monthly-extract/layout.yaml';
  const line = edit(name, from, to);
  const refused = await ejournal(`monthly-extract --month 2015-10 --out ${out}`);
  expect(refused.status).toBe(4);
  expect(refused.stderr).toContain(`${name}:${line}: `);
  expect(refused.stderr).toContain(said);
  expect(refused.stderr).toContain(`Did you mean “${meant}”?`);
});

describe('numbers, colours and other values that cannot stand behind their key', () => {
  // What is wrong, the key, what is written, and in which words the mend says how it is written.
  const wrong: readonly (readonly [key: string, value: string, shown: string, mend: RegExp])[] = [
    ['fontSize', '7pt', '7pt', /greater than 0/],
    ['fontSize', "'7,5'", '7,5', /greater than 0/],
    ['fontSize', '-3', '-3', /greater than 0/],
    ['fontSize', '0', '0', /greater than 0/],
    ['lineHeight', 'viens', 'viens', /greater than 0/],
    ['characterSpacing', 'wide', 'wide', /number of points/],
    ['color', 'zils', 'zils', /#c0c0c0/],
    ['color', "'#44444'", '#44444', /#c0c0c0/],
    ['margin', '[0, x, 0, 0]', 'x', /four \[left/],
    ['margin', '[1, 2, 3]', '1, 2, 3', /four \[left/],
    ['bold', 'ja', 'ja', /true or false/],
    ['font', 'Arial', 'Arial', /one of: Text/],
  ];
  const styles = wrong.map(([key, value], at) => `    our${at}: { ${key}: ${value} }\n`).join('');

  test('in styles and in a part that the sample does not show, and nothing is printed', async () => {
    await ejournal('templates eject monthly-extract');
    const path = join(own, 'monthly-extract', 'layout.yaml');
    const [head = '', ...rest] = readFileSync(path, 'utf8').split(/^(?=content:)/m);
    const unseen = `  - { $if: 'len(paper.subjects) > 99', then: { text: x, width: wide }, else: '' }\n`;
    const page = `page:\n  pageMargins: [57, 36, 43]\n  pageSize: A44\n  pageSise: A5\n  styles:\n`;
    writeFileSync(path, `${head}${page}${styles}\n${rest.join('')}${unseen}`);
    const lines = readFileSync(path, 'utf8').split('\n');
    const lineOf = (text: string) => lines.findIndex((line) => line.includes(text)) + 1;

    const checked = await ejournal('templates check monthly-extract --format json');
    expect(checked.status).toBe(3);
    const found = (
      JSON.parse(checked.stdout) as Record<'where' | 'problem' | 'mend', string>[]
    ).map(({ where, problem, mend }) => [Number(where.split('layout.yaml:')[1]), problem, mend]);
    const expected = [
      ...wrong.map(([key, , shown, mend], at) => [lineOf(`our${at}:`), key, shown, mend] as const),
      [lineOf('pageMargins'), 'pageMargins', '57, 36, 43', /four \[left/] as const,
      [lineOf('pageSize'), 'pageSize', 'A44', /A4/] as const,
      [lineOf('width: wide'), 'width', 'wide', /rest of the page/] as const,
    ];
    for (const [line, key, shown, mend] of expected) {
      const said = `“${shown}” cannot stand behind ${key}.`;
      expect(found).toContainEqual([line, said, expect.stringMatching(mend)]);
    }
    expect(found).toContainEqual([
      lineOf('pageSise'),
      expect.stringContaining('“pageSise”'),
      'Did you mean “pageSize”?',
    ]);
    expect(found).toHaveLength(expected.length + 1);

    const refused = await ejournal(`monthly-extract --month 2015-10 --out ${out}`);
    expect(refused.status).toBe(4);
    expect(readdirSync(out)).toEqual([]);
  });

  test('a layout without content is refused', async () => {
    await ejournal('templates eject monthly-extract');
    const path = join(own, 'monthly-extract', 'layout.yaml');
    const [head = ''] = readFileSync(path, 'utf8').split(/^(?=content:)/m);
    writeFileSync(path, `${head}content:\n`);
    const line = head.split('\n').length;
    const checked = await ejournal('templates check monthly-extract --columns where,problem');
    expect(checked.stdout).toMatch(`layout.yaml:${line},The template lacks “content”.`);
    expect((await ejournal(`monthly-extract --month 2015-10 --out ${out}`)).status).toBe(4);
    expect(readdirSync(out)).toEqual([]);
  });

  test('where only the data of a later paper make it so', async () => {
    await ejournal('templates eject monthly-extract');
    const computed = `{ $if: "paper.class == '8.a'", then: { $eval: paper.month }, else: 9.5 }`;
    const line = edit('monthly-extract/layout.yaml', 'else: 9.5 } }', `else: ${computed} } }`);
    const refused = await ejournal(`monthly-extract --month 2015-10 --out ${out}`);
    expect(refused.stderr).toContain(
      `layout.yaml:${line}: “2015-10” cannot stand behind fontSize.`,
    );
    expect(refused.status).toBe(4);
    expect(readdirSync(out)).toEqual([]);
  });
});

test.each([
  [
    'a character that the font lacks',
    Buffer.from('# Ours.\nkinds: { classwork: 🎓 }\n'),
    '(U+1F393)',
  ],
  // ī in Windows-1257.
  [
    'a file that is not UTF-8',
    Buffer.from('# Ours.\nkinds: { classwork: \xee }\n', 'latin1'),
    'UTF-8',
  ],
])(
  '%s, in a word that the sample does not show, is found and stops the batch',
  async (_what, bytes, said) => {
    const path = join(own, 'monthly-extract', 'words.lv.yaml');
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes);
    const checked = await ejournal('templates check monthly-extract --format json');
    expect(checked.status).toBe(3);
    const [finding] = JSON.parse(checked.stdout);
    expect(finding.where).toBe(`${path}:2`);
    expect(finding.problem).toContain(said);
    expect(finding.mend).not.toBe('');
    const refused = await ejournal(`monthly-extract --month 2015-10 --separate --out ${out}`);
    expect(refused.status).toBe(4);
    expect(refused.stderr).toContain(`${path}:2: ${finding.problem}`);
    expect(readdirSync(out)).toEqual([]);
  },
);

test('files that nobody reads are found, and nothing is printed as if they were not there', async () => {
  const files = [
    'notise/words.lv.yaml',
    'labels/word.lv.yaml',
    'shared/words.lv.yaml.txt',
    'logo.PNG',
  ];
  for (const file of [...files, 'older/layout.yaml', 'labels/README.md']) {
    mkdirSync(dirname(join(own, file)), { recursive: true });
    writeFileSync(join(own, file), file.endsWith('PNG') ? png(8) : 'title: OURS\n');
  }
  const checked = await ejournal('templates check --columns where,mend --format json');
  expect(checked.status).toBe(3);
  const found = JSON.parse(checked.stdout).map(({ where, mend }: Record<string, string>) => [
    where?.slice(own.length + 1),
    /“(.*)”/.exec(mend ?? '')?.[1],
  ]);
  expect(found.sort()).toEqual([
    ['labels/word.lv.yaml', 'words.lv.yaml'],
    ['logo.PNG', 'logo.png'],
    ['notise', 'notice'],
    ['shared/words.lv.yaml.txt', 'words.lv.yaml'],
  ]);
  const refused = await ejournal(`letters notice --date 2015-09-10 --out ${out}`);
  expect(refused.status).toBe(4);
  expect(refused.stderr).toContain('No document reads what has this name.');
  expect(readdirSync(out)).toEqual([]);
});

test('diff tells what a newer program has changed since a template was ejected', async () => {
  await ejournal('templates eject monthly-extract');
  expect((await ejournal('templates diff')).stdout).toBe('template,file,line,change,text\n');
  // As if it had been ejected from an older program.
  edit('monthly-extract/.shipped/words.en.yaml', 'title: EXTRACT OF MARKS', 'title: MARKS');
  edit('monthly-extract/words.en.yaml', 'title: EXTRACT OF MARKS', 'title: OURS');
  expect((await ejournal('templates diff')).stdout).toBe(
    'template,file,line,change,text\n' +
      'monthly-extract,words.en.yaml,1,removed,title: MARKS\n' +
      'monthly-extract,words.en.yaml,1,added,title: EXTRACT OF MARKS\n',
  );
  const list = await ejournal('templates --columns template,outdated');
  expect(list.stdout).toContain('monthly-extract,true\n');
});

test('show gives the text as it is used; an unknown template is refused', async () => {
  const { stdout } = await ejournal('templates show monthly-extract --format table');
  expect(stdout).toContain('title: SEKMJU IZRAKSTS');
  expect((await ejournal('templates show monthly-extract')).stdout).toBe(stdout);
  const asData = await ejournal('templates show monthly-extract --format json');
  expect(Object.keys(JSON.parse(asData.stdout))).toHaveLength(3);
  expect((await ejournal('templates show nosuch')).status).toBe(2);
  expect((await ejournal('templates show')).status).toBe(2);
});

describe('a logo', () => {
  const images = () =>
    execFileSync('pdfimages', ['-list', join(out, '7.a 2015-10.pdf')], { encoding: 'utf8' });

  test('stands on the paper where the school has one', async () => {
    await printed();
    expect(images().trim().split('\n')).toHaveLength(2);
    mkdirSync(own);
    writeFileSync(join(own, 'logo.png'), png(8));
    expect(await printed()).toContain('SEKMJU IZRAKSTS');
    expect(images()).toMatch(/image +8 +8/);
  });

  test.each([
    ['that is no picture', Buffer.from('GIF89a')],
    ['that is cut off', png(64).subarray(0, -20)],
    ['whose data are damaged', png(64).fill(0, 50, 70)],
    // Its head promises a picture in seven passes.
    ['whose rows are not there', png(64).fill(1, 28, 29)],
  ])('%s is refused', async (_what, bytes) => {
    mkdirSync(own);
    writeFileSync(join(own, 'logo.png'), bytes);
    const refused = await ejournal(`monthly-extract --month 2015-10 --out ${out}`);
    const stderr = expect.stringContaining(
      'logo.png: The logo is not a whole PNG or JPEG picture.',
    );
    expect(refused).toMatchObject({ status: 4, stderr });
  });

  test('is not drawn where the school has none, and the layout is told', async () => {
    await ejournal('templates eject shared');
    const line = edit('shared/layout.yaml', '- $if: logo', "- $if: 'true'");
    const image = line + 4;
    const checked = await run(`ejournal --db ${db} --lang lv templates check notice --format json`);
    const [finding] = JSON.parse(checked.stdout);
    expect(finding.where.split('layout.yaml:')[1]).toBe(String(image));
    expect(finding.problem).toContain('tā rāda logotipu');
    expect((await ejournal(`monthly-extract --month 2015-10 --out ${out}`)).status).toBe(4);
    expect(readdirSync(out)).toEqual([]);
  });
});

/** A grey square. */
function png(size: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    return Buffer.concat([length, body, Buffer.alloc(4)]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(size, 0);
  head.writeUInt32BE(size, 4);
  head[8] = 8;
  const rows = Buffer.alloc(size * (size + 1));
  for (let row = 0; row < size; row += 1)
    rows.fill(0x80, row * (size + 1) + 1, (row + 1) * (size + 1));
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
