import { words } from './words.js';

/** What stops a command: `what` is wrong, and how to `mend` it. Thrown as a `Problem` of that name. */
export const problems = words({
  en: {
    noDatabase: {
      what: (f: { file: string }) => `There is no database ${f.file}.`,
      mend: () => 'Make one with ejournal init, or name another with --db FILE.',
    },
    databaseExists: {
      what: (f: { file: string }) => `${f.file} exists already; nothing was overwritten.`,
      mend: () => 'Choose another file with --db FILE, or move the old one away first.',
    },
    noFolder: {
      what: (f: { file: string }) => `The folder of ${f.file} does not exist.`,
      mend: () => 'Make the folder first, or choose another place.',
    },
    databaseUnreadable: {
      what: (f: { file: string }) => `The database ${f.file} cannot be opened.`,
      mend: () => 'Check that you may read and write the file and its folder.',
    },
    foreignDatabase: {
      what: (f: { file: string }) => `${f.file} is not a database of ejournal.`,
      mend: () => 'Name the right file with --db FILE; a new one is made by ejournal init.',
    },
    newerDatabase: {
      what: (f: { file: string }) => `${f.file} was written by a newer version of ejournal.`,
      mend: () => 'Install the newest ejournal: npm install -g ejournal',
    },
    unknownOperation: {
      what: (f: { operation: number }) => `There is no operation ${f.operation}.`,
      mend: () => 'List the operations: ejournal history',
    },
    nothingToUndo: {
      what: () => 'There is no operation that could be undone.',
      mend: () => 'List the operations: ejournal history',
    },
    alreadyUndone: {
      what: (f: { operation: number; by: number }) =>
        `Operation ${f.operation} was undone already, by operation ${f.by}.`,
      mend: (f: { by: number }) => `To bring it back, undo that one: ejournal undo ${f.by}`,
    },
    laterOperations: {
      what: (f: { operation: number; later: readonly number[] }) =>
        `Later operations changed the same rows as operation ${f.operation}: ${f.later.join(', ')}.`,
      mend: () => 'Undo those first, or take them back together: add --with-later',
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
    databaseExists: {
      what: (f) => `${f.file} jau pastāv; nekas netika pārrakstīts.`,
      mend: () => 'Izvēlieties citu failu ar --db FAILS vai vispirms pārvietojiet veco.',
    },
    noFolder: {
      what: (f) => `Mapes, kurā būtu ${f.file}, nav.`,
      mend: () => 'Vispirms izveidojiet mapi vai izvēlieties citu vietu.',
    },
    databaseUnreadable: {
      what: (f) => `Datubāzi ${f.file} nevar atvērt.`,
      mend: () => 'Pārbaudiet, vai drīkstat lasīt un rakstīt šo failu un tā mapi.',
    },
    foreignDatabase: {
      what: (f) => `${f.file} nav ejournal datubāze.`,
      mend: () => 'Norādiet īsto failu ar --db FAILS; jaunu izveido ejournal init.',
    },
    newerDatabase: {
      what: (f) => `${f.file} rakstījusi jaunāka ejournal versija.`,
      mend: () => 'Uzstādiet jaunāko ejournal: npm install -g ejournal',
    },
    unknownOperation: {
      what: (f) => `Darbības ${f.operation} nav.`,
      mend: () => 'Darbību saraksts: ejournal history',
    },
    nothingToUndo: {
      what: () => 'Nav nevienas darbības, ko varētu atsaukt.',
      mend: () => 'Darbību saraksts: ejournal history',
    },
    alreadyUndone: {
      what: (f) => `Darbība ${f.operation} jau ir atsaukta ar darbību ${f.by}.`,
      mend: (f) => `Lai to atjaunotu, atsauciet šo: ejournal undo ${f.by}`,
    },
    laterOperations: {
      what: (f) =>
        `Vēlākas darbības mainījušas tās pašas rindas, ko darbība ${f.operation}: ${f.later.join(', ')}.`,
      mend: () => 'Vispirms atsauciet tās vai atsauciet visas kopā: pievienojiet --with-later',
    },
    untrue: {
      what: (f) => `${f.option} nevar būt ${f.value}.`,
      mend: () => 'Skatiet komandas --help.',
    },
  },
});
