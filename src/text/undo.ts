import { counted, words } from './words.js';

/** An operation that somebody is asked about. */
interface Planned {
  readonly operation: number;
  readonly when: string;
  readonly actor: string;
  readonly command: string;
  readonly words: string;
  readonly changes: number;
}

const changesEn = (n: number) => counted('en', n, { one: 'change', other: 'changes' });
const changesLv = (n: number) =>
  counted('lv', n, { zero: 'izmaiņu', one: 'izmaiņa', other: 'izmaiņas' });
const sum = (rows: readonly Planned[]) => rows.reduce((all, row) => all + row.changes, 0);

export const undo = words({
  en: {
    operation: 'the number of the operation (else the last)',
    withLater: 'take back the later operations on the same rows too',
    asks: 'On a terminal it shows what would be taken back, and asks. Elsewhere --yes is needed for more than 100 changes, for setup and for init.',
    planned: (row: Planned) =>
      `Operation ${row.operation}, ${row.when}, ${row.actor}, ${changesEn(row.changes)}: ${row.words}`,
    more: (n: number) =>
      `… and ${counted('en', n, { one: 'operation', other: 'operations' })} more`,
    question: (rows: readonly Planned[]) => {
      const [one, another] = rows;
      return one && !another
        ? `Take back operation ${one.operation} (${one.command}, ${changesEn(one.changes)})?`
        : `Take back ${rows.length} operations (${changesEn(sum(rows))})?`;
    },
    done: (n: number) =>
      `Taken back: ${counted('en', n, { one: 'operation', other: 'operations' })}.`,
    tried: 'Only tried: nothing was taken back.',
    strangers: (f: { files: readonly string[]; more: number }) =>
      `The register of documents no longer knows these files; delete them, or print them again: ${f.files.join(', ')}${f.more > 0 ? ` … and ${counted('en', f.more, { one: 'file', other: 'files' })} more` : ''}`,
    examples: [
      {
        does: 'See what taking back the last operation would change',
        line: 'ejournal undo --diff',
      },
      {
        does: 'Take the last operation back without being asked, however large it is',
        line: 'ejournal undo --yes',
      },
      {
        does: 'Try to take operation 2 back, and what came later on its rows',
        line: 'ejournal undo 2 --with-later --dry-run',
      },
    ],
  },
  lv: {
    operation: 'darbības numurs (citādi pēdējā)',
    withLater: 'atsaukt arī vēlākās darbības ar tām pašām rindām',
    asks: 'Terminālī parāda, kas tiktu atsaukts, un jautā. Citur --yes vajadzīgs, ja izmaiņu ir vairāk nekā 100, kā arī darbībām setup un init.',
    planned: (row) =>
      `${row.operation}. darbība, ${row.when}, ${row.actor}, ${changesLv(row.changes)}: ${row.words}`,
    more: (n) =>
      `… un vēl ${counted('lv', n, { zero: 'darbību', one: 'darbība', other: 'darbības' })}`,
    question: (rows) => {
      const [one, another] = rows;
      return one && !another
        ? `Vai atsaukt ${one.operation}. darbību (${one.command}, ${changesLv(one.changes)})?`
        : `Vai atsaukt ${counted('lv', rows.length, { zero: 'darbību', one: 'darbību', other: 'darbības' })} (${changesLv(sum(rows))})?`;
    },
    done: (n) => `Atsauktās darbības: ${n}.`,
    tried: 'Tikai izmēģināts: nekas netika atsaukts.',
    strangers: (f) =>
      `Dokumentu reģistrs šos failus vairs nezina; izdzēsiet tos vai izdrukājiet vēlreiz: ${f.files.join(', ')}${f.more > 0 ? ` … un vēl ${counted('lv', f.more, { zero: 'failu', one: 'fails', other: 'faili' })}` : ''}`,
    examples: [
      { does: 'Redzēt, ko mainītu pēdējās darbības atsaukšana', line: 'ejournal undo --diff' },
      {
        does: 'Atsaukt pēdējo darbību bez jautājuma, lai cik liela tā ir',
        line: 'ejournal undo --yes',
      },
      {
        does: 'Izmēģināt, kā atsauktu 2. darbību un to, kas vēlāk darīts ar tās rindām',
        line: 'ejournal undo 2 --with-later --dry-run',
      },
    ],
  },
});
