import type { Language } from './words.js';

/** The documents of the register in Latvian. */
export const documentKindsLv: Readonly<Record<string, string>> = {
  'monthly-extract': 'sekmju izraksts',
  'class-overview': 'klases pārskats',
  'report-card': 'liecība',
  'summary-journal': 'kopsavilkuma žurnāls',
  notice: 'paziņojums',
  statement: 'izziņa',
  'personal-file': 'personas lietas lapa',
  certificate: 'apliecība vai atestāts',
  'certificate-calibration': 'veidlapas pārbaudes lapa',
  'certificate-form-basic': 'dati uz apliecības veidlapas',
  'certificate-form-secondary': 'dati uz atestāta veidlapas',
  'certificate-transcript': 'apliecības vai atestāta sekmju izraksts',
  'certificate-register': 'reģistrācijas grāmata',
};

/** A paper of the register, as far as it is told which one it is. */
export interface PaperNamed {
  readonly kind: string;
  readonly period: string;
  readonly class: string | null;
  readonly register_no: string | null;
  readonly last_name: string | null;
  readonly first_name: string | null;
  readonly receiver: string | null;
  readonly language: Language;
}

export const paperNamed = {
  en: (paper: PaperNamed) =>
    listed(`${paper.kind} ${paper.period}`, paper, { lv: 'in Latvian', en: 'in English' }),
  lv: (paper: PaperNamed) =>
    listed(`${documentKindsLv[paper.kind] ?? paper.kind} ${paper.period}`, paper, {
      lv: 'latviešu valodā',
      en: 'angļu valodā',
    }),
};

function listed(
  document: string,
  { class: name, register_no, last_name, first_name, receiver, language }: PaperNamed,
  languages: Readonly<Record<Language, string>>,
): string {
  const student = register_no && `${last_name} ${first_name} (${register_no})`;
  return [document, name, student, receiver, languages[language]].filter(Boolean).join(', ');
}
