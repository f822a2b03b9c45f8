import { addDays, type CivilDate } from '../../../rules/civil-date.js';
import { foldLatvian } from '../../../rules/latvian-order.js';
import { readPersonalCode } from '../../../rules/personal-code.js';
import { type Dice, dice } from './dice.js';
import type { SampleSchool } from './plan.js';

const girls =
  `Agita Aiga Alīna Amēlija Annija Arta Aurēlija Beāte Dagnija Daiga Dārta Elīza Enija Estere Evija Gita
  Gundega Iluta Ilvija Jana Justīne Kate Keita Ķetija Laima Lelde Ļena Madara Marika Maija Nora Ņina Odrija
  Patrīcija Renāte Rūta Sanita Signe Šarlote Una Vita Zelma Žaklīna Marta`.split(/\s+/);
const boys =
  `Ainārs Alvis Andrejs Armands Arvīds Bruno Dāgs Dāvids Edvards Eižens Elvis Emīls Ģirts Gunārs Guntis
  Harijs Imants Ingus Ivars Jāzeps Jurģis Kaspars Kārlis Ķirils Lauris Linards Ļevs Mareks Markuss Mārcis
  Modris Normunds Ojārs Oto Pauls Ralfs Reinis Rūdolfs Salvis Sandris Tālis Teodors Uģis Valters Žanis`.split(
    /\s+/,
  );
/** Each family by the names of its men and of its women. */
const families =
  `Auziņš/Auziņa Āboltiņš/Āboltiņa Bērzkalns/Bērzkalna Briedis/Briede Celmiņš/Celmiņa Čīma/Čīma
  Dambis/Dambe Egle/Egle Ēvele/Ēvele Freibergs/Freiberga Gailis/Gaile Ģēģeris/Ģēģere Graudiņš/Graudiņa
  Hincenbergs/Hincenberga Īliņš/Īliņa Jaunzems/Jaunzeme Kauliņš/Kauliņa Krastiņš/Krastiņa Ķēniņš/Ķēniņa
  Lagzdiņš/Lagzdiņa Ločmelis/Ločmele Ļaudams/Ļaudama Mednis/Medne Mucenieks/Muceniece Niedra/Niedra
  Ņevskis/Ņevska Osis/Ose Paegle/Paegle Priedītis/Priedīte Rozītis/Rozīte Rubenis/Rubene Saulītis/Saulīte
  Skujiņš/Skujiņa Strazdiņš/Strazdiņa Šķēle/Šķēle Šteinbergs/Šteinberga Tauriņš/Tauriņa Ūsiņš/Ūsiņa
  Vaivods/Vaivode Veinbergs/Veinberga Zemītis/Zemīte Zvirbulis/Zvirbule Žīgurs/Žīgure Kalve-Osis/Kalve-Ose`
    .split(/\s+/)
    .map((names) => names.split('/') as [string, string]);
const streets = [
  'Ābeļu iela',
  'Ezera iela',
  'Ģildes iela',
  'Kļavu iela',
  'Parka iela',
  'Šūpoļu iela',
];

export interface Student {
  readonly register_no: string;
  readonly class: string;
  readonly grade: number;
  readonly last_name: string;
  readonly first_name: string;
  readonly sex: 'S' | 'V';
  readonly family: readonly [string, string];
  readonly birth_date: CivilDate;
  readonly personal_code: string;
  readonly address: string;
  /** An elder brother or sister in the school: they have the same parents. */
  readonly elder: Student | undefined;
  /** How well they do, about 3 to 9. */
  readonly ability: number;
}

export interface Name {
  readonly last_name: string;
  readonly first_name: string;
}

export function personName(
  chance: Dice,
  family: readonly [string, string] = chance.pick(families),
  isMale = chance.often(0.5),
): Name {
  return {
    last_name: family[isMale ? 0 : 1],
    first_name: chance.pick(isMale ? boys : girls),
  };
}

export const mobile = (chance: Dice) => `+3712${chance.between(1_000_000, 9_999_999)}`;

export const email = ({ last_name, first_name }: Name, tail: string) =>
  `${foldLatvian(first_name)}.${foldLatvian(last_name)}${tail}@example.org`;

export function makeStudents(
  { seed, year, size }: SampleSchool,
  classes: readonly { name: string; grade: number }[],
): Student[] {
  const students: Student[] = [];
  for (const { name, grade } of classes) {
    for (let place = 0; place < size; place += 1) {
      const chance = dice(seed, 'student', name, place);
      const isMale = place % 2 === 0;
      const elder = students.length > 40 && chance.often(0.07) ? chance.pick(students) : undefined;
      const family = elder?.family ?? chance.pick(families);
      const birth_date = addDays(`${year - grade - 6}-01-01` as CivilDate, chance.between(0, 364));
      students.push({
        ...personName(chance, family, isMale),
        register_no: String(1001 + students.length),
        class: name,
        grade,
        sex: isMale ? 'V' : 'S',
        family,
        birth_date,
        personal_code: codeFor(birth_date, students.length),
        elder,
        address:
          elder?.address ??
          `${chance.pick(streets)} ${chance.between(1, 90)}-${chance.between(1, 60)}, Paraugpilsēta, LV-0000`,
        ability: 4 + chance.next() * 2.5 + chance.next() * 2.5,
      });
    }
  }
  return students;
}

/** A code that passes the check and belongs to nobody on purpose: the last digit is searched. */
function codeFor(born: CivilDate, serial: number): string {
  const [year = '', month = '', day = ''] = born.split('-');
  const century = Number(year.slice(0, 2)) - 18;
  for (let number = serial % 1000; ; number = (number + 1) % 1000) {
    const head = `${day}${month}${year.slice(2)}-${century}${String(number).padStart(3, '0')}`;
    for (let last = 0; last < 10; last += 1) {
      if ('code' in readPersonalCode(`${head}${last}`)) return `${head}${last}`;
    }
  }
}

export interface ParentRow extends Name {
  readonly register_no: string;
  readonly relation: 'mother' | 'father';
  readonly phone: string;
  readonly email: string;
  readonly contact: string;
}

/** One or two parents for each student; siblings share theirs. */
export function makeParents({ seed }: SampleSchool, students: readonly Student[]): ParentRow[] {
  const ofStudent = new Map<Student, ParentRow[]>();
  for (const student of students) {
    const chance = dice(seed, 'parents', student.register_no);
    const shared = student.elder && ofStudent.get(student.elder);
    const own = shared?.map((parent) => ({ ...parent, register_no: student.register_no }));
    ofStudent.set(student, own ?? newParents(chance, student));
  }
  return [...ofStudent.values()].flat();
}

function newParents(chance: Dice, { register_no, family }: Student): ParentRow[] {
  const relations = chance.often(0.7) ? (['mother', 'father'] as const) : (['mother'] as const);
  return relations.map((relation) => {
    const name = personName(chance, family, relation === 'father');
    const phone = mobile(chance);
    return {
      register_no,
      ...name,
      relation,
      phone,
      email: email(name, phone.slice(-4)),
      contact: 'yes',
    };
  });
}

/** What the class teachers have filled in by mid-September: of one student in thirty nothing yet. */
export function makePersonalFiles({ seed }: SampleSchool, students: readonly Student[]) {
  return students.flatMap(({ register_no, birth_date, address }) => {
    const chance = dice(seed, 'personal file', register_no);
    if (chance.often(0.03)) return [];
    return [
      {
        register_no,
        birth_certificate_no: `AB Nr. ${chance.between(100_000, 999_999)}`,
        birth_certificate_date: addDays(birth_date, chance.between(3, 28)),
        birth_certificate_issuer: 'Paraugpilsētas dzimtsarakstu nodaļa',
        actual_address: address,
        previous_school: 'Paraugpilsētas 1. pamatskola',
      },
    ];
  });
}
