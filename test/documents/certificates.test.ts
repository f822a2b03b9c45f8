import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Files, graduatingSchool, replaced } from '../support/graduates.js';
import { run } from '../support/run.js';
import { file, folder, harm } from '../support/school.js';

const textOf = (path: string, page = 1) =>
  execFileSync('pdftotext', ['-layout', '-f', String(page), '-l', String(page), path, '-'], {
    encoding: 'utf8',
  });
/** The only file in a folder: of a student who was asked for alone. */
const only = (folder: string) => join(folder, readdirSync(folder).join());
const pagesOf = (path: string, ...how: string[]) =>
  execFileSync('pdftotext', [...how, path, '-'], { encoding: 'utf8' });

/** Everybody who is ready has a certificate on a blank. */
async function prepared(change?: (files: Files) => void) {
  const db = await graduatingSchool(change);
  const call = (words: string, clock?: () => Date) =>
    run(`ejournal --db ${db} --lang en ${words}`, clock && { clock });
  await call('blanks add --kind basic --series PA --from 000101 --until 000120');
  await call('blanks add --kind secondary --series VA --from 000007 --until 000009');
  await call('print-certificates --grade 9 --prepare');
  await call('print-certificates --grade 12 --prepare');
  const print = async (words: string, clock?: () => Date) => {
    const out = folder();
    const printed = await call(`print-certificates ${words} --out ${out}`, clock);
    expect(printed.status, printed.stderr).toBe(0);
    return out;
  };
  return { db, call, print };
}

test('a certificate says who, what and on which blank, each name in the nominative', async () => {
  const { print } = await prepared();
  const out = await print('--grade 12 --print certificate');
  const text = textOf(join(out, 'certificates', '12.a 2015.pdf'), 2);
  expect(text).toContain('Atestāts par vispārējo vidējo izglītību');
  expect(text).toContain('Ķērsta Šļahtenko-Žīgure');
  expect(text).toContain('150397-10002');
  expect(text).toContain('Sērija VA Nr. 000008');
  expect(text).toContain('Vidējās izglītības programma');
  expect(text).toContain('31011011');
  expect(text).toContain('2016. gada 17. jūnijs');
  expect(text).toContain('Guna Paraugniece');
  const basic = await print('--grade 9 --class 9.b --print certificate');
  expect(textOf(join(basic, 'certificates', '9.b 2015.pdf'))).toContain(
    'Apliecība par vispārējo pamatizglītību',
  );
  const english = await print('--grade 12 --print certificate --document-language en');
  expect(textOf(join(english, 'certificates', '12.a 2015.pdf'))).toContain(
    'Certificate of General Secondary Education',
  );
});

/** The lines of a page that begin with one of these words, their blanks as one. */
const lines = (text: string, ...starts: string[]) =>
  text
    .split('\n')
    .map((line) => line.trim().replace(/ {2,}/g, ' | '))
    .filter((line) => starts.some((start) => line.startsWith(start)));

test('a transcript has the final marks as figure and word, in the order of documents, and the exams', async () => {
  const { call, print } = await prepared((files) => {
    replaced(files['term-marks'], '1201,MAT,year', '1201,MAT,year,3,');
    files['term-marks']?.push('1201,MAT,reexam,5,');
    replaced(files['term-marks'], '1201,SPO,year', '1201,SPO,year,atb,');
  });
  await call(
    'exam-certificates add --student 1201 --subject LV --number LV-77 --percent 78.5 --level C1',
  );
  const out = await print('--grade 12 --student 1201 --print transcript');
  const text = textOf(only(join(out, 'transcripts', '12.a')));
  expect(text).toContain('SEKMJU IZRAKSTS');
  expect(text).toContain('Izdošanas datums: 2016. gada 17. jūnijs');
  expect(text).toContain('atestātam par vispārējo vidējo izglītību');
  expect(text).toMatch(/Ķērsta Šļahtenko-Žīgure +150397-10002 +VA 000008 +2/);
  expect(text).not.toContain('Klases stunda');
  expect(lines(text, 'Latviešu', 'Matemātika', 'Sports')).toEqual([
    'Latviešu valoda un literatūra | 9 (teicami) | 2015./2016.',
    'Matemātika | 5 (viduvēji) | 2015./2016.',
    'Sports | atbrīvots/-a | 2015./2016.',
    'Latviešu valoda un literatūra | eksāmens | 4 (gandrīz viduvēji), 78,5 %, C1 | LV-77',
    'Sports | ieskaite | ieskaitīts',
  ]);
  const english = await print(
    '--grade 12 --student 1201 --print transcript --document-language en',
  );
  const inEnglish = textOf(only(join(english, 'transcripts', '12.a')));
  expect(lines(inEnglish, 'Matemātika')).toEqual(['Matemātika | 5 (satisfactory) | 2015/2016']);
});

test('every mark has its word', async () => {
  const words = {
    10: 'izcili',
    9: 'teicami',
    8: 'ļoti labi',
    7: 'labi',
    6: 'gandrīz labi',
    5: 'viduvēji',
    4: 'gandrīz viduvēji',
  };
  const marks = Object.keys(words);
  const { print } = await prepared((files) => {
    for (const mark of marks) {
      files['subjects']?.push(`S${mark},Priekšmets ${mark},,points,${10 + Number(mark)}`);
      files['programmes']?.push(`21011111,Pamatizglītības programma,9,S${mark},`);
      for (const student of ['901', '902', '903']) {
        files['term-marks']?.push(`${student},S${mark},year,${mark},`);
      }
    }
  });
  const out = await print('--grade 9 --student 901 --print transcript');
  const text = textOf(only(join(out, 'transcripts', '9.a')));
  const expected = marks.map((mark) => `${mark} (${words[Number(mark) as keyof typeof words]})`);
  expect(lines(text, 'Priekšmets').map((line) => line.split(' | ')[1])).toEqual(
    expected.sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10)),
  );
});

test('what was recorded after preparing is not printed; a duplicate says what the first one said', async () => {
  const { call, print } = await prepared();
  const better = file(
    't.csv',
    'register_no,subject,term,value,recorded_at',
    '903,MAT,year,10,2026-11-24T10:00:01Z',
  );
  await call(`import-term-marks ${better}`);
  const mathematics = async () => {
    const out = await print('--grade 9 --student 903 --print transcript --as-of 2026-12-01');
    return lines(textOf(only(join(out, 'transcripts', '9.b'))), 'Matemātika');
  };
  expect(await mathematics()).toEqual(['Matemātika | 7 (labi) | 2015./2016.']);
  await call('print-certificates --grade 9 --issue --date 2016-06-11');
  await call(
    'print-certificates --duplicate --of 000103 --reason lost --notice-date 2026-11-20',
    () => new Date('2026-11-25T10:00:00Z'),
  );
  expect(await mathematics()).toEqual(['Matemātika | 7 (labi) | 2015./2016.']);
  const out = await print('--grade 9 --student 903 --print certificate');
  const text = textOf(only(join(out, 'certificates', '9.b')));
  expect(text).toContain('Sērija PA Nr. 000104');
  expect(text).toContain('Dublikāts; sākotnējais dokuments: PA 000103');
  // Of a duplicate that is lost in its turn the first document is the same.
  const day = (date: string) => () => new Date(`${date}T10:00:00Z`);
  await call('print-certificates --grade 9 --student 903 --issue', day('2026-11-25'));
  await call(
    'print-certificates --duplicate --of 000104 --reason lost --notice-date 2026-11-26',
    day('2026-11-27'),
  );
  const third = await print('--grade 9 --student 903 --print certificate', day('2026-11-27'));
  const words = textOf(only(join(third, 'certificates', '9.b')));
  expect(words).toContain('Sērija PA Nr. 000105');
  expect(words).toContain('Dublikāts; sākotnējais dokuments: PA 000103');
});

/** Where a word stands, in millimetres from the left and upper edge. */
function placeOf(path: string, word: string) {
  const boxes = execFileSync('pdftotext', ['-bbox', '-l', '1', path, '-'], { encoding: 'utf8' });
  const [, x = '', y = ''] =
    new RegExp(`xMin="([\\d.]+)" yMin="([\\d.]+)"[^>]*>${word}<`).exec(boxes) ?? [];
  return [Number(x) / 2.83465, Number(y) / 2.83465] as const;
}

test('onto the form only the data are printed, moved by the offset to a tenth of a millimetre', async () => {
  const { call, print } = await prepared();
  const form = async () => join(await print('--grade 12 --print form'), 'forms', '12.a 2015.pdf');
  const before = await form();
  const text = textOf(before, 2);
  expect(text).toContain('Ķērsta Šļahtenko-Žīgure');
  expect(text).not.toMatch(/kods|Sērija|Personas|Dokumenta|1 \/ 1/);
  const [x, y] = placeOf(before, '161175-19997');
  await call('settings set certificate_offset_x -15');
  await call('settings set certificate_offset_y 23');
  const [movedX, movedY] = placeOf(await form(), '161175-19997');
  expect(movedX - x).toBeCloseTo(-1.5, 2);
  expect(movedY - y).toBeCloseTo(2.3, 2);
});

test('each of the two forms has its own offset; until it has, that of both holds', async () => {
  const { call, print } = await prepared();
  const form = async (grade: number, name: string) =>
    join(await print(`--grade ${grade} --print form`), 'forms', `${name} 2015.pdf`);
  const basic = async () => placeOf(await form(9, '9.b'), '310803-29991');
  const secondary = async () => placeOf(await form(12, '12.a'), '161175-19997');
  const [basicX] = await basic();
  const [secondaryX] = await secondary();
  await call('settings set certificate_offset_x -15');
  await call('settings set secondary_form_offset_x 40');
  expect((await basic())[0] - basicX).toBeCloseTo(-1.5, 2);
  expect((await secondary())[0] - secondaryX).toBeCloseTo(4, 2);
  await call('settings set secondary_form_offset_x 0');
  expect((await secondary())[0] - secondaryX).toBeCloseTo(0, 2);
  const stands = async (key: string) =>
    (await call(`settings get ${key} --columns value,default`)).stdout;
  expect(await stands('basic_form_offset_x')).toBe('value,default\n-15,0\n');
  await call('settings reset secondary_form_offset_x');
  expect(await stands('secondary_form_offset_x')).toBe('value,default\n-15,0\n');
});

test('forms are printed of what was not handed out yet, in the order of the blanks', async () => {
  const { call, print } = await prepared();
  await call('print-certificates --grade 9 --issue --student 902');
  await call('print-certificates --void --number 000102 --reason spoilt');
  await call('print-certificates --grade 9 --prepare');
  const out = await print('--grade 9 --print form');
  const names = readdirSync(join(out, 'forms')).map((name) => pagesOf(join(out, 'forms', name)));
  expect(names.join('')).not.toContain('Jānis Ābele');
  expect(names.join('')).toContain('Ķērsta Žīgure');
  const json = await call('print-certificates --grade 9 --print form --format json');
  const data: { number: string }[] = JSON.parse(json.stdout);
  expect(data.map(({ number }) => number)).toEqual(['000103', '000104']);
});

test('a second run gives the same bytes at another time and writes nothing', async () => {
  const { call, print } = await prepared();
  const later = () => new Date('2027-03-01T23:30:00Z');
  const [first, second] = [
    await print('--grade 9 --print'),
    await print('--grade 9 --print', later),
  ];
  for (const name of ['certificates/9.a 2015.pdf', 'transcripts/9.b 2015.pdf']) {
    expect(readFileSync(join(second, name)).equals(readFileSync(join(first, name)))).toBe(true);
  }
  const again = await call(`print-certificates --grade 9 --print --out ${first} --columns state`);
  expect(again.stdout).toBe('state\nunchanged\nunchanged\nunchanged\nunchanged\n');
});

test('each student has files of their own where that is asked for; one file holds one kind of sheet', async () => {
  const { call, print } = await prepared();
  const out = await print('--grade 12 --print --separate');
  for (const sheet of ['certificates', 'transcripts']) {
    expect(existsSync(join(out, sheet, '12.a', 'Šļahtenko-Žīgure Ķērsta (1201).pdf'))).toBe(true);
  }
  const merged = join(folder(), 'all.pdf');
  const refused = await call(`print-certificates --grade 12 --print --merge ${merged}`);
  expect(refused.status).toBe(2);
  expect(refused.stderr).toContain('cannot go into one file');
  const one = await call(`print-certificates --grade 12 --print transcript --merge ${merged}`);
  expect(one.status, one.stderr).toBe(0);
  expect(existsSync(merged)).toBe(true);
  const nothing = await call(`print-certificates --grade 12 --class 12.x --print --out ${out}`);
  expect(nothing.stderr).toContain('There is no certificate to print.');
});

test('the register prints as a book with every entry, and what became of it', async () => {
  const { call, print } = await prepared();
  await call('print-certificates --void --number 000102 --reason "ink ran"');
  await call('print-certificates --grade 9 --prepare');
  await call('print-certificates --grade 9 --issue --date 2016-06-11');
  await call('print-certificates --duplicate --of 000103 --reason lost --notice-date 2026-11-20');
  const out = await print('--grade 9 --register');
  const text = textOf(join(out, 'certificate-register basic.pdf'));
  expect(text).toContain(
    'Izsniegto apliecību par vispārējo pamatizglītību uzskaites un reģistrācijas grāmata',
  );
  const ofYear = await print('--grade 9 --register --year 2015');
  expect(textOf(only(ofYear))).toContain('2015./2016.');
  expect(text).toMatch(
    /1 +PA 000101 +Ābele Jānis +328673-00679 +9\.a +21011111 +11\.06\.2016\. +Jānis Ābele/,
  );
  expect(text).toMatch(/2 +PA 000102 +Žīgure Ķērsta .*Sabojāts 24\.11\.2026\.: ink/);
  expect(text).toMatch(/3 +PA 000103 +Ozols Rūta .*Nederīgs no 20\.11\.2026\./);
  expect(text).toMatch(/5 +PA 000105 +Ozols Rūta .*Dublikāts; sākotnējais: PA/);
  expect(text).toContain(
    'Veidlapas: saņemtas 20, izsniegtas 3, sagatavotas 1, sabojātas 1, brīvas 15',
  );
});

test('a paper whose certificate was voided is no longer valid, and the one on the next blank is', async () => {
  const { call, print } = await prepared();
  const out = await print('--grade 9 --print --separate');
  const path = (sheet: string) => join(out, sheet, '9.a', 'Žīgure Ķērsta (901).pdf');
  const state = async (sheet: string) =>
    (await call(`verify "${path(sheet)}" --columns state`)).stdout;
  expect(await state('certificates')).toBe('state\nvalid\n');
  expect(await state('transcripts')).toBe('state\nvalid\n');
  await call('print-certificates --void --number 000102 --reason spoilt');
  expect(await state('certificates')).toBe('state\nwithdrawn\n');
  expect(await state('transcripts')).toBe('state\nwithdrawn\n');
  await call('print-certificates --grade 9 --prepare');
  expect(await state('certificates')).toBe('state\nwithdrawn\n');
  const reissued = await call('reissue --changed --kind certificate --columns state');
  expect(reissued.stdout).toContain('written');
  expect(await state('certificates')).toBe('state\nvalid\n');
  expect(textOf(path('certificates'))).toContain('Sērija PA Nr. 000104');
});

test('each form has its calibration page with the offset that holds, and the setting to change', async () => {
  const { call, print } = await prepared();
  await call('settings set basic_form_offset_x -15');
  await call('settings set secondary_form_offset_y 7');
  const both = join(await print('--calibrate'), 'certificate-calibration.pdf');
  expect(textOf(both, 1)).toContain('PRINTERA NOREGULĒŠANA');
  expect(textOf(both, 1)).toContain('Apliecības veidlapa (9. klase)');
  expect(textOf(both, 1)).toContain('-1,5 mm, 0 mm');
  expect(textOf(both, 1)).toContain('settings set basic_form_offset_x');
  expect(textOf(both, 2)).toContain('Atestāta veidlapa (12. klase)');
  expect(textOf(both, 2)).toContain('0 mm, 0,7 mm');
  const one = await print('--calibrate --grade 12');
  const text = pagesOf(join(one, 'certificate-calibration secondary.pdf'));
  expect(text).toContain('Atestāta veidlapa (12. klase)');
  expect(text).not.toContain('Apliecības');
  expect((await call('print-certificates --calibrate --grade 8 --out x')).status).toBe(2);
});

test('names of 60 letters and 25 subjects: the signatures stand with the exams, nothing is lost', async () => {
  const last = `${'Šļahtenko'.repeat(3)}-${'Žīgure'.repeat(5)}`;
  expect(last).toHaveLength(58);
  const { print } = await prepared((files) => {
    replaced(files['students'], '9.a,Žīgure', `9.a,${last},Ķērsta,901,290200-20009,,21011111`);
    for (let no = 1; no <= 25; no += 1) {
      files['subjects']?.push(
        `S${no},Mācību priekšmets ar garu nosaukumu ${no},,points,${no + 10}`,
      );
      files['programmes']?.push(`21011111,Pamatizglītības programma,9,S${no},`);
      for (const student of ['901', '902', '903']) {
        files['term-marks']?.push(`${student},S${no},year,8,`);
      }
    }
  });
  const out = await print('--grade 9 --student 901 --print');
  const certificate = textOf(only(join(out, 'certificates', '9.a')));
  expect(certificate.replace(/\s/g, '')).toContain(`Ķērsta${last}`);
  const path = only(join(out, 'transcripts', '9.a'));
  expect(lines(pagesOf(path, '-layout'), 'Mācību priekšmets ar')).toHaveLength(25);
  const second = textOf(path, 2);
  expect(second).toContain('Valsts pārbaudes darbi');
  expect(second).toContain('Izglītības iestādes vadītājs/-a');
  expect(second).toMatch(/2 ?\/ ?2\s*$/);
});

test('nothing of the data becomes a link or an expression', async () => {
  const { print } = await prepared((files) => {
    replaced(files['students'], '9.b', '9.b,{$eval: 1},=HYPERLINK(),903,310803-29991,,21011111');
  });
  const out = await print('--grade 9 --class 9.b --print');
  for (const sheet of ['certificates', 'transcripts']) {
    const path = join(out, sheet, '9.b 2015.pdf');
    expect(textOf(path)).toContain('=HYPERLINK() {$eval: 1}');
    expect(readFileSync(path, 'latin1')).not.toMatch(/\/URI|\/JavaScript|\/Launch/);
  }
});

test('a book with an entry that the font cannot show is not begun, and says which', async () => {
  const { db, call } = await prepared();
  await call('blanks add --kind basic --series PB --number 7');
  // As it may stand in a database from before such a series was refused.
  const before = harm(db);
  before.exec(`
    INSERT INTO open_operation VALUES (1);
    UPDATE blank SET series = '李' WHERE series = 'PB';
    DELETE FROM open_operation`);
  before.close();
  await call('print-certificates --void --number 000103 --reason torn');
  await call('print-certificates --grade 9 --prepare --series 李');
  const out = folder();
  const refused = await call(`print-certificates --grade 9 --register --out ${out}`);
  expect(refused.status).toBe(4);
  expect(refused.stderr).toContain('“李” (U+674E) in entry 4, Ozols Rūta.');
  expect(readdirSync(out)).toEqual([]);
  expect((await call('documents --kind certificate-register')).stdout.split('\n')).toHaveLength(2);
  const sheets = await call(`print-certificates --grade 9 --class 9.b --print --out ${out}`);
  expect(sheets.status).toBe(3);
  expect(sheets.stderr).toContain('9.b, Ozols Rūta (903): not printed, since the font has no “李”');
});

test('an overview says in whose name the character stands that it cannot show', async () => {
  const { call } = await prepared((files) => {
    replaced(files['students'], '9.b', '9.b,Ozols,Rūta 李,903,310803-29991,,21011111');
  });
  const out = folder();
  const printed = await call(`monthly-extract --month 2015-10 --overview --out ${out}`);
  expect(printed.status).toBe(3);
  expect(printed.stderr).toContain(
    '9.b (903): not printed, since the font has no “李” (U+674E), which stands in “Ozols Rūta 李”.',
  );
});

/** What is entered of student 1201 after the certificate was handed out. */
async function correctedLater(call: (words: string) => Promise<unknown>) {
  await call('exam-certificates add --student 1201 --subject LV --number LV-77 --percent 78.5');
  const backdated = file(
    't.csv',
    'register_no,subject,term,value,recorded_at',
    '1201,MAT,year,10,2026-11-24T10:00:00Z',
  );
  await call(`import-term-marks ${backdated}`);
}

test('what is corrected before it is handed out is told, and spoils no form unasked', async () => {
  const { call, print } = await prepared();
  const out = await print('--grade 9 --print --separate');
  const who = 'class,register_no,last_name,first_name';
  await call(`import-students ${file('s.csv', who, '9.b,903,Ozolā,Rūta')}`);
  const decided = 'register_no,decision,order_no,date';
  await call(`import-decisions ${file('d.csv', decided, '901,repeats,1-9/3,2016-06-11')}`);
  const columns = '--columns kind,register_no,field,after,state';
  const told = await call(`documents --out-of-date ${columns} --as-of 2026-11-25`);
  const changes = told.stdout.split('\n').slice(1, -1);
  const state = 'changed_after_preparing';
  expect(changes.filter((row) => row.startsWith('certificate,'))).toEqual([
    `certificate,901,lacks,decision=repeats,${state}`,
    `certificate,903,last_name,Ozolā,${state}`,
    `certificate,903,lacks,outdated=last_name,${state}`,
  ]);
  expect(told.stderr).toContain('--prepare writes anew what was corrected');
  const [changed] = readdirSync(join(out, 'certificates', '9.b'));
  const path = join(out, 'certificates', '9.b', changed ?? '');
  const judged = await call(`verify "${path}" --columns state --as-of 2026-11-25`);
  expect(judged.stdout).toBe('state\nout_of_date\n');
  const plain = await call(`print-certificates --grade 9 --print --out ${folder()}`);
  expect(plain).toMatchObject({ status: 3, stderr: expect.stringContaining('Ozols Rūta (903)') });
  const forms = folder();
  const form = await call(`print-certificates --grade 9 --print form --out ${forms}`);
  expect(form.status).toBe(2);
  expect(readdirSync(forms)).toEqual([]);
  await call('print-certificates --grade 9 --prepare');
  const rest = await call(`documents --out-of-date --student 903 ${columns} --as-of 2026-11-25`);
  expect(rest.stdout).toContain('certificate,903,last_name,Ozolā,out_of_date\n');
});

test('of a certificate whose preparing was undone the register and verify say the same', async () => {
  const { call, print } = await prepared();
  const out = await print('--grade 12 --print certificate');
  const history = await call('history --columns operation,words --format json');
  const [preparing] = (JSON.parse(history.stdout) as { operation: number; words: string }[]).filter(
    ({ words }) => words.includes('--grade 12 --prepare'),
  );
  expect((await call(`undo ${preparing?.operation} --yes`)).status).toBe(0);
  const listed = await call('documents --kind certificate --columns state');
  expect(listed.stdout).toBe('state\nwithdrawn\nwithdrawn\n');
  const path = join(out, 'certificates', '12.a 2015.pdf');
  expect((await call(`verify "${path}" --columns state`)).stdout).toBe('state\nwithdrawn\n');
});

test('who left after preparing is shown with the form to write off, and keeps nobody from a paper', async () => {
  const { call } = await prepared();
  const moves = 'register_no,date,kind,class,reason,order_no';
  await call(`import-movements ${file('m.csv', moves, '1201,2016-05-02,left,,,1-9/1')}`);
  const check = 'print-certificates --grade 12 --check';
  const columns = '--columns register_no,state,lacks,number';
  const checked = await call(`${check} ${columns}`);
  expect(checked).toMatchObject({
    status: 3,
    stdout: `register_no,state,lacks,number\n1202,prepared,,VA 000007\n1201,prepared,decision=left,VA 000008\n`,
  });
  expect(checked.stderr).toContain(
    'Prepared for students who are no longer in the grade: VA 000008.',
  );
  expect((await call(`${check} ${columns} --student 1201`)).stdout).toContain('decision=left');
  const out = folder();
  const printed = await call(`print-certificates --grade 12 --print --out ${out}`);
  expect(printed.status).toBe(3);
  expect(printed.stderr).toContain('(1201)');
  expect(textOf(join(out, 'transcripts', '12.a 2015.pdf'))).toContain('Bērziņš');
});

test('what was handed out stands: later entries are told, and change no paper', async () => {
  const { call, print } = await prepared();
  const out = await print('--grade 12 --print --separate');
  const path = (sheet: string) =>
    join(out, sheet, '12.a', readdirSync(join(out, sheet, '12.a'))[1] ?? '');
  await call('print-certificates --grade 12 --issue --date 2016-06-20');
  await correctedLater(call);
  for (const sheet of ['certificates', 'transcripts']) {
    expect(path(sheet)).toContain('(1201)');
    expect((await call(`verify "${path(sheet)}" --columns state`)).stdout).toBe('state\nvalid\n');
  }
  const told = await call('documents --out-of-date --columns kind,register_no,field,after,state');
  expect(told.status).toBe(3);
  expect(told.stdout).toBe(
    `kind,register_no,field,after,state
certificate,1201,exam_certificates.Latviešu valoda un literatūra,Latviešu valoda un literatūra LV-77,changed_after_issuing
certificate-transcript,1201,subjects.Matemātika.final,10,changed_after_issuing
certificate-transcript,1201,exams.Latviešu valoda un literatūra.percent,78.5,changed_after_issuing
certificate-transcript,1201,exams.Latviešu valoda un literatūra.number,LV-77,changed_after_issuing
`,
  );
  expect(told.stderr).toContain('what was handed out stands');
  const reissued = await call('reissue --changed');
  expect(reissued.status).toBe(0);
  expect(reissued.stdout.trim().split('\n')).toHaveLength(1);
  expect(reissued.stderr).toContain('Nothing is to be printed.');
  expect(reissued.stderr).toContain('what was handed out stays');
  const again = await call(
    `print-certificates --grade 12 --print --separate --out ${out} --columns state`,
  );
  expect(again.stdout).toBe(`state\n${'unchanged\n'.repeat(4)}`);
});

test('what was corrected between printing and handing out is not on the paper that was handed out', async () => {
  const { call, print } = await prepared();
  await print('--grade 12 --print');
  await correctedLater(call);
  await call('print-certificates --grade 12 --issue');
  const data = async (sheet: string) =>
    JSON.parse((await call(`print-certificates --grade 12 --print ${sheet} --format json`)).stdout);
  const [, certificate] = await data('certificate');
  expect(certificate).toMatchObject({ number: '000008', exam_certificates: [] });
  const [, transcript] = await data('transcript');
  expect(transcript.subjects[1]).toMatchObject({ name: 'Matemātika', final: '9' });
  await call('print-certificates --duplicate --of 000008 --reason lost --notice-date 2026-11-24');
  const [, duplicate] = await data('transcript');
  expect(duplicate).toMatchObject({
    number: '000009',
    subjects: transcript.subjects,
    exams: transcript.exams,
  });
});

test('what was never printed is handed out as the data say on that day', async () => {
  const { call } = await prepared();
  await call('exam-certificates add --student 1201 --subject LV --number LV-1');
  await call('print-certificates --grade 12 --issue');
  await call('exam-certificates add --student 1201 --subject LV --number LV-2');
  const json = await call(
    'print-certificates --grade 12 --student 1201 --print certificate --format json',
  );
  expect(JSON.parse(json.stdout)[0].exam_certificates).toEqual([
    { name: 'Latviešu valoda un literatūra', number: 'LV-1' },
  ]);
});

test('the numbers of exam certificates stand in the order of documents, whatever their days', async () => {
  const { call } = await prepared();
  await call('exam-certificates add --student 1201 --subject SPO --number S-1');
  await call('exam-certificates add --student 1201 --subject MAT --number M-1 --date 2016-05-20');
  await call('exam-certificates add --student 1201 --subject LV --number L-1 --date 2016-06-20');
  const [paper] = JSON.parse(
    (await call('print-certificates --grade 12 --student 1201 --print certificate --format json'))
      .stdout,
  );
  expect(paper.exam_certificates.map(({ number }: { number: string }) => number)).toEqual([
    'L-1',
    'M-1',
    'S-1',
  ]);
});

test('after a voiding the files are printed anew once, and then there is nothing to do', async () => {
  const { call, print } = await prepared();
  const out = await print('--grade 9 --print');
  await print('--grade 9 --print certificate --separate');
  await call('print-certificates --void --number 000102 --reason torn');
  const first = await call('reissue --changed --columns file');
  expect(first.status).toBe(0);
  const files = first.stdout.split('\n').filter((line) => line.includes(out));
  expect(files.map((line) => line.slice(out.length + 1))).toEqual([
    'certificates/9.a 2015.pdf',
    'transcripts/9.a 2015.pdf',
  ]);
  const second = await call('reissue --changed');
  expect(second.status).toBe(0);
  expect(second.stdout.trim().split('\n')).toHaveLength(1);
  expect(second.stderr).toContain('Nothing is to be printed.');
  const told = await call('documents --out-of-date');
  expect(told.stderr).not.toContain('no longer match');
});

test('a file with nothing but a voided certificate is named, and forgotten when it is deleted', async () => {
  const { call, print } = await prepared();
  const out = await print('--grade 9 --student 901 --print certificate');
  await call('print-certificates --void --number 000102 --reason torn');
  const [name = ''] = readdirSync(join(out, 'certificates', '9.a'));
  const path = join(out, 'certificates', '9.a', name);
  const reissued = await call('reissue --changed');
  expect(reissued.stderr).toContain(path);
  expect((await call('documents --out-of-date --columns state')).stdout).toBe('state\nwithdrawn\n');
  rmSync(path);
  expect((await call('reissue --changed')).stderr).toBe('Nothing is to be printed.\n');
  expect(await call('documents --out-of-date --columns state')).toMatchObject({
    status: 0,
    stderr: 'All papers match the data.\n',
  });
});

test('a form is no longer valid when its certificate was voided, and is not out of date for an offset', async () => {
  const { call, print } = await prepared();
  const out = await print('--grade 9 --student 901 --print form');
  const [name = ''] = readdirSync(join(out, 'forms', '9.a'));
  const state = async () =>
    (await call(`verify "${join(out, 'forms', '9.a', name)}" --columns state`)).stdout;
  await call('settings set certificate_offset_x -15');
  expect(await state()).toBe('state\nvalid\n');
  await call('print-certificates --void --number 000102 --reason torn');
  expect(await state()).toBe('state\nwithdrawn\n');
});

test('the register and verify say of a paper that its certificate was voided or declared invalid', async () => {
  const { call, print } = await prepared();
  await print('--grade 9 --print');
  await call('print-certificates --grade 9 --issue --student 902 --date 2016-06-11');
  await call('print-certificates --void --number 000102 --reason torn');
  await call('print-certificates --duplicate --of 000101 --reason lost --notice-date 2026-11-20');
  const states = async (student: string, more = '') =>
    (await call(`documents --student ${student} --columns kind,state ${more}`)).stdout;
  const both = (state: string) =>
    `kind,state\ncertificate,${state}\ncertificate-transcript,${state}\n`;
  expect(await states('901')).toBe(both('withdrawn'));
  expect(await states('902')).toBe(both('withdrawn'));
  expect(await states('903')).toBe(both('current'));
  const code = JSON.parse(
    (await call('documents --student 901 --kind certificate --format json')).stdout,
  )[0].code;
  expect(await call(`verify ${code} --columns state`)).toMatchObject({
    status: 3,
    stdout: 'state\nwithdrawn\n',
  });
  const inLatvian = await call('documents --lang lv --student 901 --columns state --format table');
  expect(inLatvian.stdout).toContain('atsaukts');
});

test.each([
  ['9', 'basic', '000102', '9.a', '901'],
  ['12', 'secondary', '000008', '12.a', '1201'],
])(
  'the form of a duplicate says so, and each of the two forms is a kind of its own: grade %s',
  async (grade, kind, number, of, student) => {
    const { call, print } = await prepared();
    const form = async () => {
      const out = await print(`--grade ${grade} --student ${student} --print form`);
      return pagesOf(only(join(out, 'forms', of)));
    };
    expect(await form()).not.toContain('Dublikāts');
    expect(await form()).toMatch(/2016\. gada \d\d\. jūnijā/);
    await call(`print-certificates --grade ${grade} --issue --date 2016-06-20`);
    await call(
      `print-certificates --duplicate --of ${number} --reason lost --notice-date 2026-11-20`,
    );
    expect(await form()).toContain('Dublikāts');
    const kinds = await call(`documents --student ${student} --columns kind`);
    expect(kinds.stdout).toBe(`kind\ncertificate-form-${kind}\n`);
  },
);

test('onto the form names of 60 letters are printed in two lines, above the next field', async () => {
  const last = `${'Šļahtenko'.repeat(3)}-${'Žīgure'.repeat(5)}`;
  const first = 'Ķērstaanna'.repeat(6);
  const { print } = await prepared((files) => {
    replaced(files['students'], '9.a,Žīgure', `9.a,${last},${first},901,290200-20009,,21011111`);
  });
  const out = await print('--grade 9 --student 901 --print form');
  const path = only(join(out, 'forms', '9.a'));
  expect(pagesOf(path).replace(/\s/g, '')).toContain(`${first}${last}`);
  const boxes = execFileSync('pdftotext', ['-bbox', path, '-'], { encoding: 'utf8' });
  const words = [
    ...boxes.matchAll(/xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)</g),
  ];
  const code = words.find(([, , , , , word]) => word === '290200-20009');
  const names = words.filter(([, , , , , word = '']) => /^[ŠŽĶ]|Šļahtenko|Žīgure/.test(word));
  expect(names.length).toBeGreaterThan(0);
  for (const [, left, , right, bottom] of names) {
    expect(Number(bottom)).toBeLessThan(Number(code?.[2]));
    expect(Number(left)).toBeGreaterThan(25 * 2.83465 - 1);
    expect(Number(right)).toBeLessThan(185 * 2.83465 + 1);
  }
});

test('what is printed onto forms is not printed anew by reissue: others in the file were handed out', async () => {
  const { call, print } = await prepared();
  await print('--grade 9 --print form');
  await call('print-certificates --grade 9 --issue --student 902');
  await call('print-certificates --void --number 000102 --reason torn');
  await call('print-certificates --grade 9 --prepare');
  const reissued = await call('reissue --changed');
  expect(reissued.status).toBe(0);
  expect(reissued.stdout.trim().split('\n')).toHaveLength(1);
  expect(reissued.stderr).toBe(
    'Nothing is to be printed.\n1 changed paper is printed anew only by the command of the document: certificate-form-basic 2015. A file that is not needed any more can be deleted.\n',
  );
});

test('of a form whose certificate was voided, the register and reissue say the same', async () => {
  const { call, print } = await prepared();
  const out = await print('--grade 9 --print form');
  await call('print-certificates --void --number 000102 --reason torn');
  const advice =
    '1 changed paper is printed anew only by the command of the document: certificate-form-basic 2015. A file that is not needed any more can be deleted.\n';
  expect(await call('documents --out-of-date --columns kind,register_no,state')).toEqual({
    status: 3,
    stdout: 'kind,register_no,state\ncertificate-form-basic,901,withdrawn\n',
    stderr: advice,
  });
  expect((await call('reissue --changed')).stderr).toBe(`Nothing is to be printed.\n${advice}`);
  await call(`print-certificates --grade 9 --print form --out ${out}`);
  expect((await call('documents --out-of-date')).stderr).toBe('All papers match the data.\n');
  expect((await call('reissue --changed')).stderr).toBe('Nothing is to be printed.\n');
});

test('a file of forms is forgotten when it is deleted, the file of an archive has its own command', async () => {
  const { call, print } = await prepared();
  const out = await print('--grade 9 --class 9.b --print form');
  await call('print-certificates --void --number 000103 --reason torn');
  expect((await call('documents --out-of-date')).stderr).toContain('can be deleted.');
  rmSync(join(out, 'forms', '9.b 2015.pdf'));
  expect((await call('documents --out-of-date')).stderr).toBe('All papers match the data.\n');
  const archive = folder();
  await call(`summary-journal --out ${archive}`);
  await call(
    `import-students ${file('s.csv', 'class,register_no,last_name,first_name', '9.b,903,Kalniņa,Rūta')}`,
  );
  const told = await call('documents --out-of-date --kind summary-journal');
  expect(told.stderr).toContain('by the command of the document: summary-journal 2015.');
  expect(told.stderr).not.toContain('reissue');
});

test('certificates made before the last day of the year are owed no more: each is complete, or there is none', async () => {
  const { call } = await prepared();
  const days = ['2015-09-01,2015-12-18,semester1', '2016-01-04,2016-06-10,semester2'];
  await call(`import-calendar ${file('calendar.csv', 'from,until,kind', ...days)}`);
  // The marks of these files were recorded later than this.
  const early = `print-certificates --grade 9 --class 9.b --print form --yes --out ${folder()}`;
  const printed = await call(early, () => new Date('2016-06-08T09:00:00Z'));
  expect(printed.status).toBe(3);
  const owed = await call('overdue --clause 2.2 --as-of 2016-06-10 --columns class,students');
  expect(owed.stdout).toBe('class,students\n12.a,1201+1202\n9.a,901+902\n');
  // Who has a certificate needs no report card of the year (clause 3.5).
  const cards = await call('overdue --clause 3.5 --as-of 2016-06-10 --columns class,work,students');
  expect(cards.stdout.split('\n').filter((line) => line.includes(',year,'))).toEqual([
    '12.a,year,1201+1202',
    '9.a,year,901+902',
  ]);
});
