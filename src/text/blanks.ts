import { counted, words } from './words.js';

const blanksEn = (n: number) => counted('en', n, { one: 'blank', other: 'blanks' });

const lines = [
  'ejournal blanks add --kind basic --series PA --from 123456 --until 123555',
  'ejournal blanks add --kind secondary --series VA --number 004512',
  'ejournal blanks spoil --series PA --number 123460 --reason "torn"',
  'ejournal blanks --format csv',
  'ejournal blanks --each --kind basic --columns series,number,state,register_no',
] as const;

export const blanks = words({
  en: {
    action: 'what to do',
    file: 'for import: the CSV file with kind, series, number, until; - reads standard input',
    kind: 'basic (apliecība) or secondary (atestāts)',
    series: 'the series printed on the blanks',
    number: 'the number of one blank',
    from: 'the first number of a run',
    until: 'the last number of the run',
    received: 'the day on which the blanks came (else today)',
    reason: 'why the blank is spoilt',
    each: 'every blank instead of how many',
    usage: 'ejournal blanks [list|add|spoil], ejournal blanks import FILE',
    added: (fresh: number, known: number) =>
      known === 0
        ? `${blanksEn(fresh)} entered.`
        : `${blanksEn(fresh)} entered, ${known} ${known === 1 ? 'was' : 'were'} there already.`,
    none: 'No blanks.',
    examples: [
      { does: 'A hundred blanks came', line: lines[0] },
      { does: 'One blank came', line: lines[1] },
      {
        does: 'A blank was spoilt before anything was printed',
        line: `${lines[0]} && ${lines[2]}`,
      },
      { does: 'How many there are, and which is next', line: lines[3] },
      { does: 'Every blank and what became of it', line: lines[4] },
    ],
  },
  lv: {
    action: 'ko darīt',
    file: 'importam: CSV fails ar kind, series, number, until; - lasa standarta ievadi',
    kind: 'basic (apliecība) vai secondary (atestāts)',
    series: 'sērija, kas iespiesta uz veidlapām',
    number: 'vienas veidlapas numurs',
    from: 'pirmais numurs pēc kārtas',
    until: 'pēdējais numurs pēc kārtas',
    received: 'diena, kad veidlapas saņemtas (citādi šodien)',
    reason: 'kāpēc veidlapa sabojāta',
    each: 'katra veidlapa, nevis to skaits',
    usage: 'ejournal blanks [list|add|spoil], ejournal blanks import FAILS',
    added: (fresh, known) =>
      known === 0
        ? `Ievadītās veidlapas: ${fresh}.`
        : `Ievadītās veidlapas: ${fresh}; jau bija: ${known}.`,
    none: 'Veidlapu nav.',
    examples: [
      { does: 'Saņemts simts veidlapu', line: lines[0] },
      { does: 'Saņemta viena veidlapa', line: lines[1] },
      { does: 'Veidlapa sabojāta, pirms uz tās kas drukāts', line: `${lines[0]} && ${lines[2]}` },
      { does: 'Cik to ir un kura nākamā', line: lines[3] },
      { does: 'Katra veidlapa un kas ar to noticis', line: lines[4] },
    ],
  },
});
