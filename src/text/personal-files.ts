import { counted, words } from './words.js';

export const personalFiles = words({
  en: {
    action: 'what to do',
    file: 'the file to import: personal-files.csv with register_no, birth_certificate_no, birth_certificate_date, birth_certificate_issuer, actual_address, previous_school',
    year: 'the school year by its first calendar year (else the newest)',
    class: 'only of this class',
    student: 'only of this student (register number)',
    sum: 'how many are complete in each class',
    usage: 'ejournal personal-files [missing | import FILE | print]',
    found: (complete: number, of: number) =>
      `${complete} of ${counted('en', of, { one: 'personal file', other: 'personal files' })} ${complete === 1 || of === 1 ? 'is' : 'are'} complete.`,
    parts: {
      personal_code: 'personal code',
      birth_date: 'date of birth',
      sex: 'sex',
      birth_certificate_no: 'birth certificate',
      birth_certificate_date: 'its date',
      birth_certificate_issuer: 'its issuer',
      address: 'declared address',
      actual_address: 'actual address',
      parents: 'parents',
      parent_phone: 'a parent’s telephone',
    },
    examples: [
      { does: 'What the files of a class lack', line: 'ejournal personal-files --class 7.a' },
      { does: 'How far each class is', line: 'ejournal personal-files --sum' },
      {
        does: 'Import what the class teachers filled in',
        line: 'ejournal personal-files import school/personal-files.csv',
      },
      {
        does: 'Print the sheets of a class, with lines where something is missing',
        line: 'ejournal personal-files print --class 7.a --out files',
      },
    ],
  },
  lv: {
    action: 'ko darīt',
    file: 'importējamais fails: personal-files.csv ar kolonnām register_no, birth_certificate_no, birth_certificate_date, birth_certificate_issuer, actual_address, previous_school',
    year: 'mācību gads pēc tā pirmā kalendārā gada (citādi jaunākais)',
    class: 'tikai šīs klases',
    student: 'tikai šī skolēna (lietas numurs)',
    sum: 'cik katrā klasē ir pilnīgu lietu',
    usage: 'ejournal personal-files [missing | import FAILS | print]',
    found: (complete, of) => `Pilnīgas personas lietas: ${complete} no ${of}.`,
    parts: {
      personal_code: 'personas kods',
      birth_date: 'dzimšanas datums',
      sex: 'dzimums',
      birth_certificate_no: 'dzimšanas apliecība',
      birth_certificate_date: 'tās datums',
      birth_certificate_issuer: 'tās izdevējs',
      address: 'deklarētā adrese',
      actual_address: 'faktiskā adrese',
      parents: 'vecāki',
      parent_phone: 'vecāka tālrunis',
    },
    examples: [
      { does: 'Kā trūkst klases lietās', line: 'ejournal personal-files --class 7.a' },
      { does: 'Cik tālu ir katra klase', line: 'ejournal personal-files --sum' },
      {
        does: 'Importēt klašu audzinātāju aizpildīto',
        line: 'ejournal personal-files import school/personal-files.csv',
      },
      {
        does: 'Drukāt klases lapas ar līnijām tur, kur kā trūkst',
        line: 'ejournal personal-files print --class 7.a --out files',
      },
    ],
  },
});
