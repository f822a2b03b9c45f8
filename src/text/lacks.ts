import { shownCharacter } from './characters.js';
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
  | 'character'
  | 'outdated'
  | 'declared_invalid';

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

/** How each lack is called; those of subjects stand behind it together: `no year mark: LV, MAT`. */
const en: Record<LackName, string> = {
  decision: 'council',
  programme: 'no programme',
  personal_code: 'no personal code',
  birth_date: 'no date of birth',
  year_mark: 'no year mark',
  insufficient_mark: 'insufficient',
  exam: 'no exam',
  insufficient_exam: 'insufficient exam',
  credit: 'no credit',
  insufficient_credit: 'insufficient credit',
  exam_certificate: 'no number of the exam certificate',
  character: 'not in the font of documents',
  outdated: 'corrected since',
  declared_invalid: 'declared invalid, only --duplicate takes its place',
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
  decision: 'padome',
  programme: 'nav programmas',
  personal_code: 'nav personas koda',
  birth_date: 'nav dzimšanas datuma',
  year_mark: 'nav gada vērtējuma',
  insufficient_mark: 'nepietiekams',
  exam: 'nav eksāmena',
  insufficient_exam: 'nepietiekams eksāmens',
  credit: 'nav ieskaites',
  insufficient_credit: 'nepietiekama ieskaite',
  exam_certificate: 'nav eksāmena sertifikāta numura',
  character: 'dokumentu fontā nav',
  outdated: 'kopš tam labots',
  declared_invalid: 'izsludināts par nederīgu, to aizstāj tikai --duplicate',
};

/** The values in words: decisions of the council and fields of a student. */
const valuesEn: Readonly<Record<string, string>> = { ...decisionEn, undecided: 'no decision yet' };
const valuesLv: Readonly<Record<string, string>> = {
  ...decisionLv,
  ...fieldsLv,
  undecided: 'vēl nav lēmuma',
};

interface Saying {
  readonly labels: typeof en;
  readonly values: typeof valuesEn;
  readonly character: (character: string) => string;
}

function saying({ labels, values, character }: Saying) {
  const itemOf = ({ lack, subject, value }: LackFacts) => {
    const shown = lack === 'decision' ? (value ?? 'undecided') : value;
    const plain = shown === null ? '' : (values[shown] ?? shown.replaceAll('_', ' '));
    const word = lack === 'character' ? character(plain) : plain;
    return [subject ?? '', lack === 'outdated' && subject ? '' : word].filter(Boolean).join(' ');
  };
  return (lacks: readonly LackFacts[]): string => {
    const items = new Map<LackName, string[]>();
    for (const lack of lacks) {
      const item = itemOf(lack);
      items.set(lack.lack, [...(items.get(lack.lack) ?? []), ...(item ? [item] : [])]);
    }
    return [...items]
      .map(([lack, of]) => (of.length > 0 ? `${labels[lack]}: ${of.join(', ')}` : labels[lack]))
      .join('; ');
  };
}

/** What a student lacks for a certificate, in a row. */
export const lackWords = words({
  en: saying({ labels: en, values: valuesEn, character: shownCharacter.en }),
  lv: saying({ labels: lv, values: valuesLv, character: shownCharacter.lv }),
});
