import { findings } from './findings.js';
import { words } from './words.js';

const add =
  'ejournal exam-certificates add --student 1001 --subject EN --number EN-123456 --date 2016-06-20 --percent 78,5 --parts "Klausīšanās 80, Lasīšana 77" --level B2';

/** As the import points it out. */
const saidOf = ({ what, mend }: typeof findings.en.besideProgramme, registerNo: string) =>
  `${what({ registerNo })} ${mend()}`;

export const examCertificates = words({
  en: {
    action: 'what to do',
    file: 'for import: the CSV file; - reads standard input',
    student: 'the student (register number)',
    subject: 'the subject (code)',
    number: 'the number of the certificate',
    date: 'the day on the certificate',
    percent: 'the result in per cent, as 78 or 78,5',
    parts: 'the results of the parts, as text',
    level: 'the level of a language (CEFR), as text',
    year: 'the school year by its first calendar year (else the newest)',
    usage: 'ejournal exam-certificates [list|add], ejournal exam-certificates import FILE',
    none: 'No exam certificates.',
    recorded: 'Recorded.',
    replaced: (number: string) => `Another number had been recorded for this exam: ${number}.`,
    unchanged: 'It was recorded so already.',
    besideProgramme: (registerNo: string) => saidOf(findings.en.besideProgramme, registerNo),
    examples: [
      { does: 'Record the certificate of an exam', line: add },
      { does: 'Those of a student', line: 'ejournal exam-certificates --student 1001' },
      {
        does: 'Import them from a file',
        line: 'ejournal exam-certificates import school/exam-certificates.csv',
      },
    ],
  },
  lv: {
    action: 'ko darīt',
    file: 'importam: CSV fails; - lasa standarta ievadi',
    student: 'skolēns (lietas numurs)',
    subject: 'mācību priekšmets (kods)',
    number: 'sertifikāta numurs',
    date: 'sertifikāta datums',
    percent: 'rezultāts procentos, piemēram, 78 vai 78,5',
    parts: 'daļu rezultāti kā teksts',
    level: 'valodas prasmes līmenis kā teksts',
    year: 'mācību gads pēc tā pirmā kalendārā gada (citādi jaunākais)',
    usage: 'ejournal exam-certificates [list|add], ejournal exam-certificates import FAILS',
    none: 'Eksāmenu sertifikātu nav.',
    recorded: 'Ierakstīts.',
    replaced: (number) => `Šim eksāmenam bija ierakstīts cits numurs: ${number}.`,
    unchanged: 'Tā jau bija ierakstīts.',
    besideProgramme: (registerNo) => saidOf(findings.lv.besideProgramme, registerNo),
    examples: [
      { does: 'Ierakstīt eksāmena sertifikātu', line: add },
      { does: 'Viena skolēna sertifikāti', line: 'ejournal exam-certificates --student 1001' },
      {
        does: 'Importēt no faila',
        line: 'ejournal exam-certificates import school/exam-certificates.csv',
      },
    ],
  },
});
