import { counted, words } from './words.js';

const messagesEn = (n: number) => counted('en', n, { one: 'message', other: 'messages' });

export const outbox = words({
  en: {
    action: 'what to do',
    numbers: 'numbers of messages, with show and sent',
    all: 'those that were sent as well; with sent: all that wait',
    usage: {
      list: 'ejournal outbox list [--all]',
      show: 'ejournal outbox show NUMBER',
      sent: 'ejournal outbox sent NUMBER… or ejournal outbox sent --all',
    },
    count: (n: number) => `${messagesEn(n)}.`,
    sent: (n: number) => `Marked as sent: ${messagesEn(n)}.`,
    examples: [
      { does: 'What waits to be sent', line: 'ejournal outbox' },
      {
        does: 'Everything with its text, for a program that sends',
        line: 'ejournal outbox --format json',
      },
      { does: 'All of it has been sent', line: 'ejournal outbox sent --all' },
    ],
  },
  lv: {
    action: 'ko darīt',
    numbers: 'ziņojumu numuri, kopā ar show un sent',
    all: 'arī nosūtītie; kopā ar sent: visi, kas gaida',
    usage: {
      list: 'ejournal outbox list [--all]',
      show: 'ejournal outbox show NUMURS',
      sent: 'ejournal outbox sent NUMURS… vai ejournal outbox sent --all',
    },
    count: (n) => `Ziņojumu skaits: ${n}.`,
    sent: (n) => `Kā nosūtīti atzīmētie ziņojumi: ${n}.`,
    examples: [
      { does: 'Kas gaida nosūtīšanu', line: 'ejournal outbox' },
      { does: 'Viss ar tekstu, programmai, kas sūta', line: 'ejournal outbox --format json' },
      { does: 'Viss ir nosūtīts', line: 'ejournal outbox sent --all' },
    ],
  },
});
