import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './run.js';
import { emptySchool, folder } from './school.js';

/** The files of a school that is only what its certificates need; a test changes what it is about. */
export type Files = Record<string, string[]>;

/** Students 901-903 end grade 9, 1201-1202 grade 12; each has all that a certificate asks. */
export function graduatingFiles(): Files {
  const year = (student: string, mark: string) =>
    ['LV', 'MAT', 'SPO'].map((subject) => `${student},${subject},year,${mark},`);
  return {
    school: [
      'key,value',
      'name,Paraugpilsētas valsts ģimnāzija',
      'registration_no,0000000000',
      'address,"Skolas iela 1, Paraugpilsēta, LV-0000"',
      'municipality,Paraugpilsētas pilsētas dome',
      'head,Guna Paraugniece',
    ],
    subjects: [
      'code,name,certificate_name,scale,order',
      'MAT,Matemātika,,points,2',
      'LV,Latviešu valoda,Latviešu valoda un literatūra,points,1',
      'SPO,Sports,,points,3',
      'KLS,Klases stunda,,pass,4',
    ],
    programmes: [
      'programme,programme_name,grade,subject,year_end',
      '21011111,Pamatizglītības programma,9,LV,exam',
      '21011111,Pamatizglītības programma,9,MAT,',
      '21011111,Pamatizglītības programma,9,SPO,',
      '21011111,Pamatizglītības programma,9,KLS,',
      '31011011,Vidējās izglītības programma,12,LV,exam',
      '31011011,Vidējās izglītības programma,12,MAT,',
      '31011011,Vidējās izglītības programma,12,SPO,credit',
      '31011011,Vidējās izglītības programma,12,KLS,',
    ],
    students: [
      'class,last_name,first_name,register_no,personal_code,birth_date,programme',
      '9.a,Žīgure,Ķērsta,901,290200-20009,,21011111',
      '9.a,Ābele,Jānis,902,328673-00679,2000-05-01,21011111',
      '9.b,Ozols,Rūta,903,310803-29991,,21011111',
      '12.a,Šļahtenko-Žīgure,Ķērsta,1201,150397-10002,,31011011',
      '12.a,Bērziņš,Oto,1202,161175-19997,,31011011',
    ],
    'term-marks': [
      'register_no,subject,term,value,recorded_at',
      ...['901', '902', '903'].flatMap((one) => [...year(one, '7'), `${one},LV,exam,8,`]),
      ...['1201', '1202'].flatMap((one) => [
        ...year(one, '9'),
        `${one},LV,exam,4,`,
        `${one},SPO,credit,i,`,
      ]),
    ],
    decisions: [
      'register_no,decision,order_no,date',
      '901,graduated,1-9/1,2016-06-10',
      '902,promoted,1-9/1,2016-06-10',
      '903,graduated,1-9/1,2016-06-10',
      '1201,graduated,1-9/2,2016-06-17',
      '1202,graduated,1-9/2,2016-06-17',
    ],
  };
}

/** A database with these files; each line of one can be replaced by a pattern. */
export async function graduatingSchool(change: (files: Files) => void = () => undefined) {
  const files = graduatingFiles();
  change(files);
  const into = join(folder(), 'school');
  mkdirSync(into);
  for (const [name, lines] of Object.entries(files)) {
    writeFileSync(join(into, `${name}.csv`), lines.map((line) => `${line}\n`).join(''));
  }
  const db = await emptySchool();
  const made = await run(`ejournal --db ${db} setup ${into}`);
  if (made.status !== 0) throw new Error(made.stdout + made.stderr);
  return db;
}

/** Puts another line in the place of the one that begins so; without another it goes. */
export function replaced(lines: string[] | undefined, start: string, line?: string): string[] {
  const at = lines?.findIndex((one) => one.startsWith(start)) ?? -1;
  if (!lines || at < 0) throw new Error(`no line begins with ${start}`);
  lines.splice(at, 1, ...(line === undefined ? [] : [line]));
  return lines;
}
