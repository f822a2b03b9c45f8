import { words } from './words.js';

/** The working papers of a school: lists, signature sheets, statements, labels. */
export const lists = words({
  en: {
    kind: 'what to list or print',
    class: 'only of this class',
    group: 'of this group',
    student: 'of this student (register number)',
    date: 'the day: who is in the class then; it stands on the paper (else today)',
    fields: (known: string) => `what a list shows beside the names: ${known}`,
    blank: 'how many empty columns a printed list has',
    topic: 'what is signed for; without it a line to write on',
    for: 'for whom a statement is issued',
    number: 'the number of a statement',
    addresses: 'labels with parents and address (else names, for notebooks)',
    skip: 'how many labels of the first sheet are gone already',
    nobody: 'There is no student to list.',
    numberTaken: (f: { register_no: string | null; date: string }) =>
      `The statement of ${f.date} for student ${f.register_no ?? ''} bears this number already.`,
    examples: [
      {
        does: 'A class with birth dates and telephones, as a table',
        line: 'ejournal lists class --class 10.b --as-of 2015-10-01',
      },
      {
        does: 'The lists of all classes on paper, with two empty columns',
        line: 'ejournal lists class --fields register_no --blank 2 --as-of 2015-10-01 --out lists',
      },
      {
        does: 'The members of a group, as a PDF',
        line: 'ejournal lists group --group "7 DE 1" --date 2015-10-01 --out lists',
      },
      {
        does: 'A sheet to sign after a safety briefing',
        line: 'ejournal lists signatures --class 7.a --date 2015-10-05 --topic "Fire safety" --out lists',
      },
      {
        does: 'A statement that a student attends',
        line: 'ejournal lists statement --student 1001 --date 2015-10-05 --number 1-12/45 --for "The bank" --out statements',
      },
      {
        does: 'Labels for envelopes, on a sheet of which three are gone',
        line: 'ejournal lists labels --class 7.a --addresses --skip 3 --as-of 2015-10-01 --out labels',
      },
    ],
  },
  lv: {
    kind: 'ko rādīt vai drukāt',
    class: 'tikai šīs klases',
    group: 'šīs grupas',
    student: 'šī skolēna (lietas numurs)',
    date: 'diena: kurš tad ir klasē; tā ir arī uz lapas (citādi šodiena)',
    fields: (known) => `ko sarakstā rādīt blakus vārdiem: ${known}`,
    blank: 'cik tukšu aiļu ir drukātā sarakstā',
    topic: 'par ko parakstās; bez tā paliek līnija rakstīšanai',
    for: 'kam izziņu izsniedz',
    number: 'izziņas numurs',
    addresses: 'uzlīmes ar vecākiem un adresi (citādi vārdi burtnīcām)',
    skip: 'cik uzlīmju pirmajā lapā jau nav',
    nobody: 'Nav neviena skolēna, ko rādīt.',
    numberTaken: (f) =>
      `Šis numurs jau ir izziņai ar datumu ${f.date} (skolēns ${f.register_no ?? ''}).`,
    examples: [
      {
        does: 'Klase ar dzimšanas datumiem un tālruņiem kā tabula',
        line: 'ejournal lists class --class 10.b --as-of 2015-10-01',
      },
      {
        does: 'Visu klašu saraksti uz papīra ar divām tukšām ailēm',
        line: 'ejournal lists class --fields register_no --blank 2 --as-of 2015-10-01 --out lists',
      },
      {
        does: 'Grupas dalībnieki kā PDF',
        line: 'ejournal lists group --group "7 DE 1" --date 2015-10-01 --out lists',
      },
      {
        does: 'Parakstu lapa pēc drošības instruktāžas',
        line: 'ejournal lists signatures --class 7.a --date 2015-10-05 --topic "Fire safety" --out lists',
      },
      {
        does: 'Izziņa, ka skolēns mācās skolā',
        line: 'ejournal lists statement --student 1001 --date 2015-10-05 --number 1-12/45 --for "The bank" --out statements',
      },
      {
        does: 'Uzlīmes aploksnēm uz lapas, kurā trīs jau izlietotas',
        line: 'ejournal lists labels --class 7.a --addresses --skip 3 --as-of 2015-10-01 --out labels',
      },
    ],
  },
});
