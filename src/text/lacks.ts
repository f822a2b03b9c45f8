import { words } from './words.js';

type LackName =
  | 'decision'
  | 'programme'
  | 'personal_code'
  | 'birth_date'
  | 'year_mark'
  | 'insufficient_mark'
  | 'exam'
  | 'insufficient_exam'
  | 'credit'
  | 'insufficient_credit'
  | 'exam_certificate'
  | 'outdated';

/** One thing without which there is no certificate. */
export interface LackFacts {
  readonly lack: LackName;
  readonly subject: string | null;
  readonly value: string | null;
}

const decisionEn: Readonly<Record<string, string>> = {
  promoted: 'moved up',
  repeats: 'repeats the grade',
  extended: 'extended year',
  left: 'left',
};
const decisionLv: Readonly<Record<string, string>> = {
  promoted: 'pārcelts',
  repeats: 'atstāts uz otru gadu',
  extended: 'pagarināts mācību gads',
  left: 'izstājies',
};

const en: Record<LackName, (subject: string, value: string) => string> = {
  decision: (_, value) => (value ? `council: ${decisionEn[value]}` : 'the council’s decision'),
  programme: () => 'programme',
  personal_code: () => 'personal code',
  birth_date: () => 'date of birth',
  year_mark: (subject) => `${subject} year mark`,
  insufficient_mark: (subject, value) => `${subject} mark ${value}`,
  exam: (subject, value) => `${subject} exam${value && ` ${value}`}`,
  insufficient_exam: (subject, value) => `${subject} exam mark ${value}`,
  credit: (subject, value) => `${subject} credit${value && ` ${value}`}`,
  insufficient_credit: (subject, value) => `${subject} credit mark ${value}`,
  exam_certificate: (subject) => `${subject} number of the exam certificate`,
  outdated: (subject, value) =>
    subject ? `${subject} corrected since` : `${value.replaceAll('_', ' ')} corrected since`,
};

const fieldsLv: Readonly<Record<string, string>> = {
  last_name: 'uzvārds',
  first_name: 'vārds',
  personal_code: 'personas kods',
  birth_date: 'dzimšanas datums',
  programme: 'programma',
  programme_name: 'programmas nosaukums',
};

const lv: typeof en = {
  decision: (_, value) => (value ? `padome: ${decisionLv[value]}` : 'padomes lēmums'),
  programme: () => 'programma',
  personal_code: () => 'personas kods',
  birth_date: () => 'dzimšanas datums',
  year_mark: (subject) => `${subject} gada vērtējums`,
  insufficient_mark: (subject, value) => `${subject} vērtējums ${value}`,
  exam: (subject, value) => `${subject} eksāmens${value && ` ${value}`}`,
  insufficient_exam: (subject, value) => `${subject} eksāmena vērtējums ${value}`,
  credit: (subject, value) => `${subject} ieskaite${value && ` ${value}`}`,
  insufficient_credit: (subject, value) => `${subject} ieskaites vērtējums ${value}`,
  exam_certificate: (subject) => `${subject} eksāmena sertifikāta numurs`,
  outdated: (subject, value) => `${subject || fieldsLv[value]} kopš tam labots`,
};

const saying = (of: typeof en) => (lacks: readonly LackFacts[]) =>
  lacks.map(({ lack, subject, value }) => of[lack](subject ?? '', value ?? '')).join(', ');

/** What a student lacks for a certificate, in a row. */
export const lackWords = words({ en: saying(en), lv: saying(lv) });
