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
    notAMoment: {
      what: (f: { text: string }) => `“${f.text}” is neither a day nor a moment.`,
      mend: () => 'Write 2015-10-31, 2015-10-31T18:00 or 31.10.2015 18:00.',
    },
    noSchoolYear: {
      what: () => 'The database has no school year yet.',
      mend: () => 'Open one: ejournal setup DIR --year 2015',
    },
    unknownSchoolYear: {
      what: (f: { year: number }) => `The database has no school year ${f.year}/${f.year + 1}.`,
      mend: (f: { year: number }) => `Open it: ejournal setup DIR --year ${f.year}`,
    },
    noSuchFilter: {
      what: (f: { kind: string; known: readonly string[] }) =>
        `The file ${f.kind} cannot be narrowed in this way.`,
      mend: (f: { known: readonly string[] }) =>
        f.known.length > 0
          ? `It can be narrowed by ${f.known.map((name) => `--${name}`).join(', ')}.`
          : 'Leave the option out.',
    },
    fileNotFound: {
      what: (f: { file: string }) => `The file ${f.file} cannot be read.`,
      mend: () => 'Check its name, and that you may read it.',
    },
    fileExists: {
      what: (f: { file: string }) => `${f.file} exists already; nothing was overwritten.`,
      mend: () => 'Choose another name, or overwrite it with --yes.',
    },
    nothingToSetUp: {
      what: (f: { folder: string }) => `The folder ${f.folder} has no file that ejournal knows.`,
      mend: () => 'Name the folder with students.csv, groups.csv and the others.',
    },
    cannotAsk: {
      what: (f: { question: string; option: string }) =>
        `${f.question} There is no terminal to ask on.`,
      mend: (f: { question: string; option: string }) => `Answer on the command line: ${f.option}`,
    },
    optionNeeded: {
      what: (f: { option: string }) => `The option ${f.option} is needed.`,
      mend: () => 'Without a terminal everything is said on the command line; --help shows how.',
    },
    unknownColumns: {
      what: (f: { unknown: readonly string[]; known: readonly string[] }) =>
        `There is no column ${f.unknown.join(', ')}.`,
      mend: (f: { unknown: readonly string[]; known: readonly string[] }) =>
        `The columns are: ${f.known.join(', ')}.`,
    },
    databaseBusy: {
      what: () => 'Another process is writing to the database and has not finished.',
      mend: () => 'Try again when it has, or wait longer with --wait SECONDS.',
    },
    diskFull: {
      what: () => 'The disk is full, or a limit of file sizes was reached. Nothing was written.',
      mend: () => 'Make room and run the command again.',
    },
    databaseDamaged: {
      what: () => 'The database is damaged, or it is no database.',
      mend: () => 'Put a backup in its place; name another file with --db FILE.',
    },
    databaseReadOnly: {
      what: () => 'The database cannot be written here.',
      mend: () => 'Check that you may write the file and its folder.',
    },
    nativePartMissing: {
      what: () => 'The compiled part of better-sqlite3 is missing or was built for another Node.',
      mend: () =>
        'Build it: npm rebuild better-sqlite3; or npm install -g ejournal --allow-scripts=better-sqlite3',
    },
    notAllowed: {
      what: () => 'The system does not allow reading or writing this file.',
      mend: () => 'Check the rights of the file and its folder.',
    },
    unforeseen: {
      what: (f: { message: string }) => `Something unforeseen happened: ${f.message}`,
      mend: () => 'Run it again with --debug to see where.',
    },
    unknownYearDates: {
      what: (f: { year: number }) =>
        `The dates of the school year ${f.year}/${f.year + 1} do not come with the program.`,
      mend: () => 'Leave --national-calendar out and import calendar.csv.',
    },
    tooManyMissing: {
      what: (f: { missing: number }) =>
        `${f.missing} students are missing in the file: more than 5 % of the school.`,
      mend: (f: { missing: number }) =>
        `If that is right, confirm their number: --missing ${f.missing}`,
    },
    notAHash: {
      what: (f: { text: string }) => `“${f.text}” is not the hash of an operation.`,
      mend: () =>
        'Give its first 8 to 64 characters, as ejournal history --columns operation,hash shows it.',
    },
    unknownClass: {
      what: (f: { class: string }) => `There is no class ${f.class} in this school year.`,
      mend: () => 'List the classes: ejournal export students --columns class',
    },
    unknownSubject: {
      what: (f: { subject: string }) => `There is no subject ${f.subject}.`,
      mend: () => 'List the subjects: ejournal export subjects',
    },
    unknownStaff: {
      what: (f: { code: string }) => `Nobody on the staff has the code ${f.code}.`,
      mend: () => 'List the staff: ejournal export staff',
    },
    unknownStudent: {
      what: (f: { registerNo: string }) => `No student has the register number ${f.registerNo}.`,
      mend: () => 'List the students: ejournal export students --columns register_no,last_name',
    },
    unknownSchedule: {
      what: (f: { schedule: string }) => `There is no bell schedule ${f.schedule}.`,
      mend: () => 'List them: ejournal bells',
    },
    notConfirmed: {
      what: () => 'Nothing was done.',
      mend: () => 'Run the command again when you are ready.',
    },
    badTemplate: {
      what: (f: { why: string }) => `The template is wrong: ${f.why}`,
      mend: () => 'Correct it; nothing was printed.',
    },
    noStudents: {
      what: (f: { classes: string }) => `There is no student in ${f.classes}.`,
      mend: () => 'Import students.csv first.',
    },
    nothingAsked: {
      what: (_f: { options: string }) => 'Nothing was asked for.',
      mend: (f: { options: string }) => `Use one of these: ${f.options}.`,
    },
    badPeriod: {
      what: (f: { text: string }) => `“${f.text}” is not a span of time.`,
      mend: () => 'Write it as 08:30-09:10.',
    },
    bellsOverlap: {
      what: (f: { period: number; other: number }) =>
        `Lesson ${f.period} would overlap lesson ${f.other}.`,
      mend: () => 'Change the times of one of them.',
    },
    wrongWords: {
      what: (_f: { usage: string }) => 'Words are missing, or there are too many.',
      mend: (f: { usage: string }) => `It is called so: ${f.usage}`,
    },
    notAPeriod: {
      what: (f: { text: string }) => `“${f.text}” is not the number of a lesson.`,
      mend: () => 'Write a number from 0 to 15.',
    },
    notADemo: {
      what: (f: { folder: string }) => `${f.folder} exists and is not a demonstration school.`,
      mend: () => 'Name another folder: ejournal demo FOLDER',
    },
    unknownGroup: {
      what: (f: { group: string }) => `There is no group ${f.group} in this school year.`,
      mend: () => 'List the groups: ejournal export groups --columns group',
    },
    unknownSettingKey: {
      what: (f: { key: string }) => `There is no setting ${f.key}.`,
      mend: () => 'List the settings: ejournal settings',
    },
    badSettingValue: {
      what: (f: { key: string; value: string; values: string }) =>
        `“${f.value}” is no value of ${f.key}.`,
      mend: (f: { values: string }) => `Write one of: ${f.values}.`,
    },
    noSuchTerm: {
      what: (f: { term: string }) => `The calendar does not say when ${f.term} is.`,
      mend: () => 'Import it: ejournal import-calendar FILE; or give the days: --from, --until',
    },
    unknownWork: {
      what: (f: { work: string; group: string }) => `${f.group} has no work “${f.work}”.`,
      mend: (f: { group: string }) => `List them: ejournal export works --group "${f.group}"`,
    },
    unknownTable: {
      what: (f: { table: string; known: readonly string[] }) => `There is no table ${f.table}.`,
      mend: (f: { known: readonly string[] }) => `The tables are: ${f.known.join(', ')}.`,
    },
    unknownRow: {
      what: (f: { table: string; key: string }) => `The table ${f.table} has no row ${f.key}.`,
      mend: () => 'Write each part of the key as a word of its own, as ejournal audit shows it.',
    },
    onlyEntered: {
      what: (f: { term: string }) => `A mark of the term ${f.term} is not computed from others.`,
      mend: () =>
        'Enter it: ejournal term-marks enter --student 1001 --subject MAT --term exam --value 8',
    },
    badTermValue: {
      what: (f: { value: string; scale: 'points' | 'pass' }) =>
        `“${f.value}” is no mark of this subject.`,
      mend: (f: { scale: 'points' | 'pass' }): string =>
        f.scale === 'points'
          ? 'Write 1-10, nv or atb; a credit may also be i or ni.'
          : 'Write i, ni, nv or atb.',
    },
    doesNotLearn: {
      what: (f: { registerNo: string; place: string }) =>
        `The student ${f.registerNo} does not learn ${f.place} in this term.`,
      mend: () =>
        'Look at the group’s members; a mark from another school is imported: ejournal import-term-marks FILE',
    },
    changedMeanwhile: {
      what: () => 'Term marks have been entered since these were proposed; nothing was written.',
      mend: () => 'Run the command again and look at the new proposals.',
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
    notAMoment: {
      what: (f) => `“${f.text}” nav ne diena, ne brīdis.`,
      mend: () => 'Rakstiet 2015-10-31, 2015-10-31T18:00 vai 31.10.2015 18:00.',
    },
    noSchoolYear: {
      what: () => 'Datubāzē vēl nav neviena mācību gada.',
      mend: () => 'Atveriet to: ejournal setup MAPE --year 2015',
    },
    unknownSchoolYear: {
      what: (f) => `Datubāzē nav ${f.year}./${f.year + 1}. mācību gada.`,
      mend: (f) => `Atveriet to: ejournal setup MAPE --year ${f.year}`,
    },
    noSuchFilter: {
      what: (f) => `Failu ${f.kind} šādi sašaurināt nevar.`,
      mend: (f) =>
        f.known.length > 0
          ? `To var sašaurināt ar ${f.known.map((name) => `--${name}`).join(', ')}.`
          : 'Izlaidiet šo opciju.',
    },
    fileNotFound: {
      what: (f) => `Failu ${f.file} nevar nolasīt.`,
      mend: () => 'Pārbaudiet tā nosaukumu un to, vai drīkstat to lasīt.',
    },
    fileExists: {
      what: (f) => `${f.file} jau pastāv; nekas netika pārrakstīts.`,
      mend: () => 'Izvēlieties citu nosaukumu vai pārrakstiet ar --yes.',
    },
    nothingToSetUp: {
      what: (f) => `Mapē ${f.folder} nav neviena faila, ko ejournal pazīst.`,
      mend: () => 'Norādiet mapi, kurā ir students.csv, groups.csv un pārējie faili.',
    },
    cannotAsk: {
      what: (f) => `${f.question} Nav termināļa, kurā jautāt.`,
      mend: (f) => `Atbildiet komandrindā: ${f.option}`,
    },
    optionNeeded: {
      what: (f) => `Vajadzīga opcija ${f.option}.`,
      mend: () => 'Bez termināļa viss jāpasaka komandrindā; --help rāda, kā.',
    },
    unknownColumns: {
      what: (f) => `Kolonnas ${f.unknown.join(', ')} nav.`,
      mend: (f) => `Kolonnas ir: ${f.known.join(', ')}.`,
    },
    databaseBusy: {
      what: () => 'Datubāzē raksta cits process un vēl nav beidzis.',
      mend: () => 'Mēģiniet vēlreiz, kad tas beidzis, vai gaidiet ilgāk ar --wait SEKUNDES.',
    },
    diskFull: {
      what: () =>
        'Disks ir pilns vai sasniegts faila lieluma ierobežojums. Nekas netika ierakstīts.',
      mend: () => 'Atbrīvojiet vietu un palaidiet komandu vēlreiz.',
    },
    databaseDamaged: {
      what: () => 'Datubāze ir bojāta vai tā nav datubāze.',
      mend: () => 'Lieciet tās vietā rezerves kopiju vai norādiet citu failu ar --db FAILS.',
    },
    databaseReadOnly: {
      what: () => 'Datubāzē šeit nevar rakstīt.',
      mend: () => 'Pārbaudiet, vai drīkstat rakstīt failā un tā mapē.',
    },
    nativePartMissing: {
      what: () => 'Trūkst better-sqlite3 kompilētās daļas, vai tā būvēta citai Node versijai.',
      mend: () =>
        'Uzbūvējiet to: npm rebuild better-sqlite3; vai npm install -g ejournal --allow-scripts=better-sqlite3',
    },
    notAllowed: {
      what: () => 'Sistēma neļauj lasīt vai rakstīt šo failu.',
      mend: () => 'Pārbaudiet faila un tā mapes tiesības.',
    },
    unforeseen: {
      what: (f) => `Noticis kas neparedzēts: ${f.message}`,
      mend: () => 'Palaidiet vēlreiz ar --debug, lai redzētu, kur.',
    },
    unknownYearDates: {
      what: (f) => `Programmai nav ${f.year}./${f.year + 1}. mācību gada datumu.`,
      mend: () => 'Izlaidiet --national-calendar un importējiet calendar.csv.',
    },
    tooManyMissing: {
      what: (f) => `Failā trūkst ${f.missing} skolēnu: vairāk nekā 5 % skolas.`,
      mend: (f) => `Ja tas ir pareizi, apstipriniet to skaitu: --missing ${f.missing}`,
    },
    notAHash: {
      what: (f) => `“${f.text}” nav darbības jaucējsumma.`,
      mend: () =>
        'Norādiet tās pirmās 8 līdz 64 zīmes, kā to rāda ejournal history --columns operation,hash.',
    },
    unknownClass: {
      what: (f) => `Šajā mācību gadā nav klases ${f.class}.`,
      mend: () => 'Klašu saraksts: ejournal export students --columns class',
    },
    unknownSubject: {
      what: (f) => `Mācību priekšmeta ${f.subject} nav.`,
      mend: () => 'Priekšmetu saraksts: ejournal export subjects',
    },
    unknownStaff: {
      what: (f) => `Nav darbinieka ar kodu ${f.code}.`,
      mend: () => 'Darbinieku saraksts: ejournal export staff',
    },
    unknownStudent: {
      what: (f) => `Nav skolēna ar lietas numuru ${f.registerNo}.`,
      mend: () => 'Skolēnu saraksts: ejournal export students --columns register_no,last_name',
    },
    unknownSchedule: {
      what: (f) => `Zvanu saraksta ${f.schedule} nav.`,
      mend: () => 'To saraksts: ejournal bells',
    },
    notConfirmed: {
      what: () => 'Nekas netika darīts.',
      mend: () => 'Palaidiet komandu vēlreiz, kad esat gatavs.',
    },
    badTemplate: {
      what: (f) => `Veidne ir kļūdaina: ${f.why}`,
      mend: () => 'Izlabojiet to; nekas netika izdrukāts.',
    },
    noStudents: {
      what: (f) => `Klasē ${f.classes} nav neviena skolēna.`,
      mend: () => 'Vispirms importējiet students.csv.',
    },
    nothingAsked: {
      what: () => 'Nekas netika prasīts.',
      mend: (f) => `Lietojiet vienu no šiem: ${f.options}.`,
    },
    badPeriod: {
      what: (f) => `“${f.text}” nav laika posms.`,
      mend: () => 'Rakstiet to kā 08:30-09:10.',
    },
    bellsOverlap: {
      what: (f) => `${f.period}. stunda pārklātos ar ${f.other}. stundu.`,
      mend: () => 'Mainiet vienas stundas laiku.',
    },
    wrongWords: {
      what: () => 'Vārdu trūkst vai to ir par daudz.',
      mend: (f) => `To sauc šādi: ${f.usage}`,
    },
    notAPeriod: {
      what: (f) => `“${f.text}” nav stundas numurs.`,
      mend: () => 'Rakstiet skaitli no 0 līdz 15.',
    },
    notADemo: {
      what: (f) => `${f.folder} jau pastāv un nav paraugskola.`,
      mend: () => 'Norādiet citu mapi: ejournal demo MAPE',
    },
    unknownGroup: {
      what: (f) => `Šajā mācību gadā nav grupas ${f.group}.`,
      mend: () => 'Grupu saraksts: ejournal export groups --columns group',
    },
    unknownSettingKey: {
      what: (f) => `Nav iestatījuma ${f.key}.`,
      mend: () => 'Iestatījumu saraksts: ejournal settings',
    },
    badSettingValue: {
      what: (f) => `“${f.value}” nav ${f.key} vērtība.`,
      mend: (f) => `Rakstiet vienu no: ${f.values}.`,
    },
    noSuchTerm: {
      what: (f) => `Kalendārā nav teikts, kad ir ${f.term}.`,
      mend: () =>
        'Importējiet to: ejournal import-calendar FAILS; vai norādiet dienas: --from, --until',
    },
    unknownWork: {
      what: (f) => `Grupai ${f.group} nav darba “${f.work}”.`,
      mend: (f) => `Darbu saraksts: ejournal export works --group "${f.group}"`,
    },
    unknownTable: {
      what: (f) => `Tabulas ${f.table} nav.`,
      mend: (f) => `Tabulas: ${f.known.join(', ')}.`,
    },
    unknownRow: {
      what: (f) => `Tabulā ${f.table} nav rindas ${f.key}.`,
      mend: () => 'Katru atslēgas daļu rakstiet kā atsevišķu vārdu, kā to rāda ejournal audit.',
    },
    onlyEntered: {
      what: (f) => `Perioda ${f.term} vērtējumu no citiem neaprēķina.`,
      mend: () =>
        'Ievadiet to: ejournal term-marks enter --student 1001 --subject MAT --term exam --value 8',
    },
    badTermValue: {
      what: (f) => `“${f.value}” nav šī priekšmeta vērtējums.`,
      mend: (f) =>
        f.scale === 'points'
          ? 'Rakstiet 1-10, nv vai atb; ieskaite var būt arī i vai ni.'
          : 'Rakstiet i, ni, nv vai atb.',
    },
    doesNotLearn: {
      what: (f) => `Skolēns ${f.registerNo} šajā periodā nemācās ${f.place}.`,
      mend: () =>
        'Apskatiet grupas dalībniekus; vērtējumu no citas skolas importē: ejournal import-term-marks FAILS',
    },
    changedMeanwhile: {
      what: () => 'Kopš ierosināšanas ir ierakstīti perioda vērtējumi; nekas netika rakstīts.',
      mend: () => 'Izpildiet komandu vēlreiz un apskatiet jaunos ierosinājumus.',
    },
  },
});
