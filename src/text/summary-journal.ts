import { counted, words } from './words.js';

export const summaryJournal = words({
  en: {
    year: 'the school year, by its first calendar year (else the newest)',
    class: 'only of this class',
    noData: 'do not attach the data to the PDF (PDF/A-2b instead of PDF/A-3b)',
    verify:
      'instead of printing: check such a folder against its manifest and the register of documents',
    verified: (intact: number, bad: number) =>
      bad === 0
        ? `${counted('en', intact, { one: 'file is', other: 'files are' })} as archived.`
        : `${counted('en', bad, { one: 'file needs', other: 'files need' })} a look, ${intact} as archived.`,
    examples: [
      {
        does: 'First: the journals of the year into the archive, a PDF for each class, with a manifest',
        line: 'ejournal summary-journal --year 2015 --out archive',
      },
      {
        does: 'Then: whether that archive is still as it was made',
        line: 'ejournal summary-journal --verify archive',
      },
      {
        does: 'All classes in one file for the printer, without attached data',
        line: 'ejournal summary-journal --no-data --merge journals.pdf',
      },
      {
        does: 'The data of one class for a script',
        line: 'ejournal summary-journal --class 10.b --format json',
      },
    ],
  },
  lv: {
    year: 'mācību gads pēc tā pirmā kalendārā gada (citādi jaunākais)',
    class: 'tikai šīs klases',
    noData: 'nepievienot datus PDF failam (PDF/A-2b, nevis PDF/A-3b)',
    verify: 'drukāšanas vietā: pārbaudīt šādu mapi pēc tās manifesta un dokumentu reģistra',
    verified: (intact, bad) =>
      bad === 0
        ? `Faili, kas ir tādi, kādi arhivēti: ${intact}.`
        : `Faili, kas jāpārbauda: ${bad}; nemainītie: ${intact}.`,
    examples: [
      {
        does: 'Vispirms: gada žurnāli arhīvā, katrai klasei savs PDF, ar manifestu',
        line: 'ejournal summary-journal --year 2015 --out archive',
      },
      {
        does: 'Pēc tam: vai šis arhīvs ir tāds, kādu to izveidoja',
        line: 'ejournal summary-journal --verify archive',
      },
      {
        does: 'Visas klases vienā failā printerim, bez pievienotiem datiem',
        line: 'ejournal summary-journal --no-data --merge journals.pdf',
      },
      {
        does: 'Vienas klases dati skriptam',
        line: 'ejournal summary-journal --class 10.b --format json',
      },
    ],
  },
});
