import { reissuing } from './reissuing.js';
import { counted, words } from './words.js';

interface Changed {
  /** To be printed anew. */
  readonly outOfDate: number;
  /** That would not be issued any more. */
  readonly withdrawn: number;
  /** That were handed out and stand as they were. */
  readonly afterIssuing: number;
  /** Of certificates that wait to be handed out, and stand as they were prepared. */
  readonly afterPreparing: number;
  /** That only the command of their document prints anew. */
  readonly byOwnCommand: number;
  /** Of which documents and periods those are. */
  readonly kinds: readonly string[];
}

/** The sentences for what there is of each; one where there is nothing. */
function sentences(counts: readonly [n: number, sentence: string][], nothing: string): string[] {
  const said = counts.flatMap(([n, sentence]) => (n > 0 ? [sentence] : []));
  return said.length > 0 ? said : [nothing];
}

export const documentRegister = words({
  en: {
    kind: 'only of this document, as monthly-extract',
    period: 'only of this period, as 2015-10',
    class: 'only of this class',
    student: 'only of this student (register number)',
    history: 'also the papers that a later one took the place of',
    outOfDate: 'the papers that no longer say what the data say, and what differs',
    none: 'No papers.',
    changed: ({
      outOfDate,
      withdrawn,
      afterIssuing,
      afterPreparing,
      byOwnCommand,
      kinds,
    }: Changed) =>
      sentences(
        [
          [
            outOfDate,
            `${counted('en', outOfDate, { one: 'paper no longer matches', other: 'papers no longer match' })} the data. Print them anew: ejournal reissue --changed`,
          ],
          [
            withdrawn,
            `${counted('en', withdrawn, { one: 'paper', other: 'papers' })} would not be issued any more. Take them out of the files: ejournal reissue --changed; where a file holds nothing else, delete it.`,
          ],
          [
            afterIssuing,
            `Of ${counted('en', afterIssuing, { one: 'paper', other: 'papers' })} the data changed after handing out; what was handed out stands. A correction needs a new blank: ejournal print-certificates --void, then --prepare`,
          ],
          [afterPreparing, reissuing.en.prepared(afterPreparing)],
          [byOwnCommand, reissuing.en.byOwnCommand(byOwnCommand, kinds)],
        ],
        'All papers match the data.',
      ),
    examples: [
      {
        does: 'What was issued to a student',
        line: 'ejournal documents --student 1001',
      },
      {
        does: 'Everything that was ever issued of October for a class, also what was replaced',
        line: 'ejournal documents --period 2015-10 --class 10.b --history',
      },
      {
        does: 'Which papers no longer match the data, and in what',
        line: 'ejournal documents --out-of-date',
      },
    ],
  },
  lv: {
    kind: 'tikai šis dokuments, piemēram, monthly-extract',
    period: 'tikai šis periods, piemēram, 2015-10',
    class: 'tikai šīs klases',
    student: 'tikai šī skolēna (lietas numurs)',
    history: 'arī dokumenti, kuru vietā stājies vēlāks',
    outOfDate: 'dokumenti, kas vairs neatbilst datiem, un kas atšķiras',
    none: 'Dokumentu nav.',
    changed: ({ outOfDate, withdrawn, afterIssuing, afterPreparing, byOwnCommand, kinds }) =>
      sentences(
        [
          [
            outOfDate,
            `Dokumenti, kas vairs neatbilst datiem: ${outOfDate}. Izdrukājiet tos no jauna: ejournal reissue --changed`,
          ],
          [
            withdrawn,
            `Dokumenti, ko vairs neizsniegtu: ${withdrawn}. Izņemiet tos no failiem: ejournal reissue --changed; failu, kurā nekā cita nav, izdzēsiet.`,
          ],
          [
            afterIssuing,
            `Dokumenti, kuru dati pēc izsniegšanas mainījušies: ${afterIssuing}; izsniegtais paliek spēkā. Labošanai vajadzīga jauna veidlapa: ejournal print-certificates --void, pēc tam --prepare`,
          ],
          [afterPreparing, reissuing.lv.prepared(afterPreparing)],
          [byOwnCommand, reissuing.lv.byOwnCommand(byOwnCommand, kinds)],
        ],
        'Visi dokumenti atbilst datiem.',
      ),
    examples: [
      {
        does: 'Kas izsniegts vienam skolēnam',
        line: 'ejournal documents --student 1001',
      },
      {
        does: 'Viss, kas klasei jebkad izsniegts par oktobri, arī aizstātais',
        line: 'ejournal documents --period 2015-10 --class 10.b --history',
      },
      {
        does: 'Kuri dokumenti vairs neatbilst datiem un ar ko',
        line: 'ejournal documents --out-of-date',
      },
    ],
  },
});
