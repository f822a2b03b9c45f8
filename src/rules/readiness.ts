import type { CertificateKind } from './blanks.js';
import { type Standing, standingOf, type TermValue } from './final-marks.js';

/** What the council may decide about a student at the year's end. */
export const decisions = ['promoted', 'repeats', 'extended', 'graduated', 'left'] as const;
export type Decision = (typeof decisions)[number];

export const lackNames = [
  'decision',
  'programme',
  'personal_code',
  'birth_date',
  'year_mark',
  'insufficient_mark',
  'exam',
  'insufficient_exam',
  'credit',
  'insufficient_credit',
  'exam_certificate',
  'character',
  'outdated',
  'declared_invalid',
] as const;
export type LackName = (typeof lackNames)[number];

/**
 * One thing without which there is no certificate; `value` is the mark or the character in the way, or the
 * certificate that was declared invalid.
 */
export interface Lack {
  readonly lack: LackName;
  readonly subject: string | null;
  readonly value: string | null;
}

/** A subject of the student's programme with what counts in the end. */
export interface SubjectResult {
  readonly subject: string;
  readonly final: TermValue | undefined;
  readonly demand: 'exam' | 'credit' | null;
  readonly yearEnd: TermValue | undefined;
  /** The number of the State's certificate of a centralised exam. */
  readonly examCertificate: string | null;
}

export interface Graduate {
  readonly kind: CertificateKind;
  readonly decision: Decision | null;
  readonly programme: string | null;
  readonly personal_code: string | null;
  readonly birth_date: string | null;
  readonly subjects: readonly SubjectResult[];
}

/** What the school decided where no law was found to decide it. */
export interface Asked {
  readonly insufficientAllowed: number;
  readonly examLeast: number;
  readonly examCertificates: boolean;
}

export interface Readiness {
  readonly lacks: readonly Lack[];
  /**
   * A report card gets whom the council did not let graduate, and whose marks do not suffice: some are too
   * low, or, once the council has decided, not there.
   */
  readonly gets: 'certificate' | 'report_card';
  /** Whether the council has decided that there is to be no certificate. */
  readonly refused: boolean;
}

/** After grade 9 a gymnasium moves up those who completed basic education; grade 12 has no next one. */
const completing: Record<CertificateKind, readonly Decision[]> = {
  basic: ['graduated', 'promoted'],
  secondary: ['graduated'],
};

/** Whether the council has decided that there is to be no certificate. */
export function isRefused(kind: CertificateKind, decision: Decision | null): boolean {
  return decision !== null && !completing[kind].includes(decision);
}

/**
 * Whether a certificate can be written: every subject of the programme has a sufficient mark, every
 * exam and credit that the programme asks for is there, the council has decided, the person is known.
 * Marks in points below 4 do not hinder where the school allows so many of them; ni and nv always do.
 */
export function readinessOf(graduate: Graduate, asked: Asked): Readiness {
  const { kind, decision, subjects } = graduate;
  const refused = isRefused(kind, decision);
  const below = subjects.filter((one) => standingOf(one.final) === 'below');
  const tolerated = below.length <= asked.insufficientAllowed;
  const lacks = [
    ...personalLacks(graduate, refused),
    ...subjects.flatMap((one) => [
      ...markLacks(one, tolerated),
      ...yearEndLacks(one, asked, kind === 'secondary'),
    ]),
  ];
  const hindering = decision === null ? insufficientMarks : [...insufficientMarks, ...missingMarks];
  const wanting = lacks.some(({ lack }) => hindering.includes(lack));
  return { lacks, gets: refused || wanting ? 'report_card' : 'certificate', refused };
}

const insufficientMarks: readonly LackName[] = [
  'insufficient_mark',
  'insufficient_exam',
  'insufficient_credit',
];
const missingMarks: readonly LackName[] = ['year_mark', 'exam', 'credit'];

function personalLacks(graduate: Graduate, refused: boolean): Lack[] {
  const { decision, programme, personal_code, birth_date } = graduate;
  return [
    decision === null || refused ? lack('decision', null, decision) : [],
    programme === null ? lack('programme') : [],
    personal_code === null ? lack('personal_code') : [],
    birth_date === null ? lack('birth_date') : [],
  ].flat();
}

function markLacks({ subject, final }: SubjectResult, tolerated: boolean): Lack[] {
  const standing = standingOf(final);
  if (standing === 'sufficient' || (standing === 'below' && tolerated)) return [];
  if (final === undefined) return [lack('year_mark', subject)];
  return [lack('insufficient_mark', subject, final)];
}

function yearEndLacks(one: SubjectResult, asked: Asked, isSecondary: boolean): Lack[] {
  const { subject, demand, yearEnd, examCertificate } = one;
  if (demand === null) return [];
  const wantsNumber = demand === 'exam' && isSecondary && asked.examCertificates;
  const unproven = wantsNumber && examCertificate === null && yearEnd !== 'atb';
  const certified = demand === 'exam' && yearEnd === undefined && examCertificate !== null;
  const standing: Standing = certified ? 'sufficient' : standingOf(yearEnd, asked.examLeast);
  return [
    standing === 'missing' ? lack(demand, subject, yearEnd ?? null) : [],
    standing === 'below' || standing === 'failed'
      ? lack(`insufficient_${demand}`, subject, yearEnd ?? null)
      : [],
    unproven ? lack('exam_certificate', subject) : [],
  ].flat();
}

function lack(name: LackName, subject: string | null = null, value: string | null = null): Lack {
  return { lack: name, subject, value };
}

/** A lack as scripts read it: `decision`, `year_mark:LV`, `insufficient_mark:MAT=3`. */
export function nameOfLack({ lack, subject, value }: Lack): string {
  return `${lack}${subject === null ? '' : `:${subject}`}${value === null ? '' : `=${value}`}`;
}
