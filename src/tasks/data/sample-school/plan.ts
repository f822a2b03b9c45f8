import type { CivilDate } from '../../../rules/civil-date.js';

/** What kind of school is made; the same wishes give the same bytes. */
export interface SampleSchool {
  readonly seed: number;
  readonly year: number;
  readonly grades: readonly [from: number, until: number];
  /** Classes in each grade. */
  readonly parallel: number;
  /** Students in each class. */
  readonly size: number;
  /** Nothing that was recorded later stands in the files. */
  readonly until: CivilDate;
}

/** How a class divides for a subject. */
type Division = 'whole' | 'halves' | 'sexes' | 'choice';

export interface Subject {
  readonly code: string;
  readonly name: string;
  readonly certificateName: string;
  /** Lessons a week in grades up to 9, and from 10 on. */
  readonly weekly: readonly [basic: number, secondary: number];
  readonly division: Division;
}

const subject = (
  code: string,
  name: string,
  weekly: readonly [number, number],
  division: Division = 'whole',
  certificateName = name,
): Subject => ({ code, name, certificateName, weekly, division });

/** The subjects of a gymnasium of 2015, in the order of documents. */
export const subjects: readonly Subject[] = [
  subject('LV', 'Latviešu valoda', [4, 3]),
  subject('LIT', 'Literatūra', [2, 3]),
  subject('EN', 'Angļu valoda', [3, 4], 'halves', 'Pirmā svešvaloda (angļu valoda)'),
  subject('DE', 'Vācu valoda', [2, 2], 'choice', 'Otrā svešvaloda (vācu valoda)'),
  subject('RU', 'Krievu valoda', [2, 2], 'choice', 'Otrā svešvaloda (krievu valoda)'),
  subject('MAT', 'Matemātika', [5, 5]),
  subject('INF', 'Informātika', [1, 1], 'halves'),
  subject('FIZ', 'Fizika', [2, 3]),
  subject('KIM', 'Ķīmija', [1, 2]),
  subject('BIO', 'Bioloģija', [2, 2]),
  subject('GEO', 'Ģeogrāfija', [2, 1]),
  subject('VES', 'Latvijas un pasaules vēsture', [2, 2]),
  subject('MUZ', 'Mūzika', [1, 0]),
  subject('EKO', 'Ekonomika', [0, 1]),
  subject('SPO', 'Sports', [2, 2], 'sexes'),
];

/** The class hour, held by the class teacher. */
export const classHour = subject('KLS', 'Klases stunda', [1, 1]);

export const weekly = ({ weekly: [basic, secondary] }: Subject, grade: number) =>
  grade < 10 ? basic : secondary;

export const programmes = [
  { code: '21011111', name: 'Pamatizglītības programma', from: 1, until: 9 },
  {
    code: '31011011',
    name: 'Vispārējās vidējās izglītības vispārizglītojošā virziena programma',
    from: 10,
    until: 12,
  },
] as const;

export const programmeOf = (grade: number) => (grade < 10 ? programmes[0] : programmes[1]);
