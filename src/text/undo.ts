import { counted, words } from './words.js';

export const undo = words({
  en: {
    operation: 'the number of the operation (else the last)',
    withLater: 'take back the later operations on the same rows too',
    done: (n: number) =>
      `Taken back: ${counted('en', n, { one: 'operation', other: 'operations' })}.`,
    tried: 'Only tried: nothing was taken back.',
    examples: [
      {
        does: 'See what taking back the last operation would change',
        line: 'ejournal undo --diff',
      },
      { does: 'Take the last operation back', line: 'ejournal undo' },
      {
        does: 'Take operation 2 back, and what came later on its rows',
        line: 'ejournal undo 2 --with-later --dry-run',
      },
    ],
  },
  lv: {
    operation: 'darbības numurs (citādi pēdējā)',
    withLater: 'atsaukt arī vēlākās darbības ar tām pašām rindām',
    done: (n) => `Atsauktās darbības: ${n}.`,
    tried: 'Tikai izmēģināts: nekas netika atsaukts.',
    examples: [
      { does: 'Redzēt, ko mainītu pēdējās darbības atsaukšana', line: 'ejournal undo --diff' },
      { does: 'Atsaukt pēdējo darbību', line: 'ejournal undo' },
      {
        does: 'Atsaukt 2. darbību un to, kas vēlāk darīts ar tās rindām',
        line: 'ejournal undo 2 --with-later --dry-run',
      },
    ],
  },
});
