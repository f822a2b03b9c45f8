import { words } from './words.js';

/** What stops a command: `what` is wrong, and how to `mend` it. Thrown as a `Problem` of that name. */
export const problems = words({
  en: {
    noDatabase: {
      what: (f: { file: string }) => `There is no database ${f.file}.`,
      mend: () => 'Make one with ejournal init, or name another with --db FILE.',
    },
    untrue: {
      what: (f: { option: string; value: string }) => `${f.option} cannot be ${f.value}.`,
      mend: () => 'See the command’s --help.',
    },
  },
  lv: {
    noDatabase: {
      what: (f) => `Datubāzes ${f.file} nav.`,
      mend: () => 'Izveidojiet to ar ejournal init vai norādiet citu ar --db FAILS.',
    },
    untrue: {
      what: (f) => `${f.option} nevar būt ${f.value}.`,
      mend: () => 'Skatiet komandas --help.',
    },
  },
});
