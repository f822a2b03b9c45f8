import { shownCharacter } from './characters.js';
import { type PaperNamed, paperNamed } from './document-kinds.js';
import { type LackFacts, lackWords } from './lacks.js';
import { lessonObjections, type ObjectedLesson, type SaidObjection } from './lesson-objections.js';
import { type Near, orLikelyEn, orLikelyLv } from './likely.js';
import { pieceValues, type ValueKind } from './piece-values.js';
import { templateReason } from './template-reasons.js';
import { type WordShape, wordShapes } from './word-shapes.js';
import { counted, words } from './words.js';

const { en: objectionsEn, lv: objectionsLv } = lessonObjections;

/** A lesson as it stands after somebody else changed it. */
interface LessonMeanwhile {
  readonly held: boolean;
  readonly topic: string | null;
  readonly homework: string | null;
  readonly absent: readonly string[];
  readonly late: readonly string[];
}

const semesterEn = { semester1: 'semester 1', semester2: 'semester 2' };
const semesterLv = { semester1: '1. semestris', semester2: '2. semestris' };
const termsEn = { ...semesterEn, year: 'the school year' };
const termsLv = { ...semesterLv, year: 'mācību gads' };
/** A comparison of a column with what it can never be. */
interface BadCondition {
  readonly column: string;
  readonly value: string;
  readonly kind: 'number' | 'day' | 'moment' | 'text' | 'words';
  /** The words that a column can be. */
  readonly known: readonly string[];
}

type Comparing = Readonly<
  Record<BadCondition['kind'], (column: string, known: readonly string[]) => string>
>;

const comparedEn: Comparing = {
  number: (column) => `Write a whole number: ${column}>5.`,
  day: (column) => `Write a day: ${column}>=2015-10-31.`,
  moment: (column) => `Write a day or a moment: ${column}>2015-10-31T18:00.`,
  text: (column) => `Write what ${column} contains: ${column}~a.`,
  words: (_, known) => `It is one of: ${known.join(', ')}.`,
};

const comparedLv: Comparing = {
  number: (column) => `Rakstiet veselu skaitli: ${column}>5.`,
  day: (column) => `Rakstiet dienu: ${column}>=2015-10-31.`,
  moment: (column) => `Rakstiet dienu vai brīdi: ${column}>2015-10-31T18:00.`,
  text: (column) => `Rakstiet, ko ${column} satur: ${column}~a.`,
  words: (_, known) => `Tajā ir kāds no šiem: ${known.join(', ')}.`,
};

type CertificateKind = 'basic' | 'secondary';

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
      what: (f: { folder: string }) => `There is no folder ${f.folder}.`,
      mend: () => 'Make the folder first, or choose another place.',
    },
    noFolderToRead: {
      what: (f: { folder: string }) => `The folder ${f.folder} cannot be read.`,
      mend: () => 'Check its name and its rights.',
    },
    folderNotWritable: {
      what: (f: { folder: string }) => `Nothing can be written into the folder ${f.folder}.`,
      mend: () => 'Name a folder in which you may write, or have its rights changed.',
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
    firstOperation: {
      what: (f: { operation: number }) =>
        `Operation ${f.operation} began the school; all that was done since rests on it.`,
      mend: () =>
        'Begin a school anew in another file: ejournal --db FILE init; or take back later operations: ejournal history',
    },
    otherOperations: {
      what: () => 'Meanwhile something else was done; nothing was taken back.',
      mend: () => 'Run the command again and look at what it shows.',
    },
    otherThanAgreed: {
      what: () => 'Somebody has changed something meanwhile; nothing was written yet.',
      mend: () => 'Run the command again and look at what it shows.',
    },
    laterOperations: {
      what: (f: { operation: number; later: readonly number[] }) =>
        `Later operations build on what operation ${f.operation} wrote: ${f.later.join(', ')}.`,
      mend: () => 'Undo those first, or take them back together: add --with-later',
    },
    othersRestOnIt: {
      what: () => 'Later entries rest on what this operation did.',
      mend: () => 'Undo the later operations first, the last one first: ejournal history',
    },
    notAMoment: {
      what: (f: { text: string }) =>
        `“${f.text}” is neither a day nor a moment of the years 1990 to 2200.`,
      mend: () => 'Write 2015-10-31, 2015-10-31T18:00 or 31.10.2015 18:00.',
    },
    noSchoolYear: {
      what: () => 'The database has no school year yet.',
      mend: () => 'Open one: ejournal setup DIR --year 2015',
    },
    unknownSchoolYear: {
      what: (f: { year: number; first?: string; last?: string }) =>
        `The database has no school year ${f.year}/${f.year + 1}.`,
      mend: (f: { year: number; first?: string; last?: string }) =>
        f.first
          ? `Choose from ${f.first} to ${f.last}, or open that year: ejournal setup DIR --year ${f.year}`
          : `Open it: ejournal setup DIR --year ${f.year}`,
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
    otherArchive: {
      what: (f: { folder: string }) =>
        `The folder ${f.folder} has a manifest.json of something else or of another school year.`,
      mend: () => 'Choose a folder of its own for each school year.',
    },
    noArchive: {
      what: (f: { folder: string }) =>
        `The folder ${f.folder} has no manifest.json that can be read.`,
      mend: () => 'Archive the journals there: ejournal summary-journal --out FOLDER',
    },
    errorsOverInput: {
      what: (f: { file: string }) => `${f.file} is the file that was read; it was left as it is.`,
      mend: () => 'Name another file for the rejected rows: the others would be lost.',
    },
    errorsOfOneFile: {
      what: () => 'The rejected rows of several files do not fit into one (--errors).',
      mend: () => 'Import the files one by one.',
    },
    fileExists: {
      what: (f: { file: string }) => `${f.file} exists already; nothing was overwritten.`,
      mend: () => 'Choose another name, or overwrite it with --yes.',
    },
    notWeekdays: {
      what: (f: { text: string }) => `“${f.text}” are no weekdays.`,
      mend: () => 'Write numbers from 1 to 7: 1-5, or 1,3.',
    },
    sexUnknown: {
      what: (f: { students: readonly string[] }) =>
        `The sex of these students is not known: ${f.students.join(', ')}.`,
      mend: () => 'Fill in the column sex of students.csv, or divide the class in another way.',
    },
    tooManyParts: {
      what: (f: { students: number; parts: number }) =>
        `${counted('en', f.students, { one: 'student', other: 'students' })} cannot be divided into ${f.parts} groups.`,
      mend: () => 'Make fewer groups with --split.',
    },
    oneClassCombined: {
      what: () => 'A combined group has students of several classes.',
      mend: () => 'Name them: --combine 10.a,10.b. One class has its journal by create-journals.',
    },
    wholeGroup: {
      what: (f: { group: string }) => `${f.group} is the journal of whole classes.`,
      mend: () => 'To make it a group with a list of its own, import groups.csv with whole = no.',
    },
    groupInUse: {
      what: (f: { group: string }) =>
        `Lessons or works of ${f.group} are entered already, and it would have other members for the whole year.`,
      mend: () => 'Say from which day they hold: --from 2015-11-02. Until then nothing changes.',
    },
    placeOfDatabase: {
      what: (f: { file: string }) => `${f.file} is a database.`,
      mend: () => 'Name another file.',
    },
    placeOfFolder: {
      what: (f: { file: string }) => `${f.file} is a folder.`,
      mend: () => 'Name a file; a folder for many files is named with --out.',
    },
    placeOfOther: {
      what: (f: { file: string } & PaperNamed) =>
        `${f.file} holds another document: ${paperNamed.en(f)}. Nothing was written.`,
      mend: () => 'Choose another folder or file, or write over it with --force.',
    },
    placeOfStranger: {
      what: (f: { file: string }) =>
        `${f.file} exists already, and the register of documents does not know it. Nothing was written.`,
      mend: () => 'Choose another folder or file, or write over it with --force.',
    },
    templateEjected: {
      what: (f: { file: string; name: string }) =>
        `${f.file} exists already; nothing was overwritten.`,
      mend: (f: { name: string }) =>
        `What the program changed since: ejournal templates diff ${f.name}. To begin anew, rename or delete the folder, or overwrite it with --yes.`,
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
      what: (f: { option: string; isAsked?: true }) => `The option ${f.option} is needed.`,
      mend: (f: { isAsked?: true }): string =>
        f.isAsked
          ? 'It is asked for only on a terminal and without --yes; --help shows how to say all on the line.'
          : 'Add it to the line; --help shows how it is used.',
    },
    unknownColumns: {
      what: (f: { unknown: readonly string[]; known: readonly string[] }) =>
        f.unknown.length > 1
          ? `There are no such columns: ${f.unknown.join(', ')}.`
          : `There is no column ${f.unknown.join(', ')}.`,
      mend: (f: { unknown: readonly string[]; known: readonly string[] }) =>
        `The columns are: ${f.known.join(', ')}.`,
    },
    badCondition: {
      what: (f: BadCondition) => `${f.column} is never “${f.value}”.`,
      mend: (f: BadCondition) => comparedEn[f.kind](f.column, f.known),
    },
    databaseBusy: {
      what: () => 'Another process is writing to the database and has not finished.',
      mend: () => 'Try again when it has, or wait longer with --wait SECONDS.',
    },
    diskFull: {
      what: () => 'The disk is full, or a limit of file sizes was reached. Nothing was written.',
      mend: () => 'Make room and run the command again.',
    },
    outputLost: {
      what: (f: { message: string }) =>
        `The output could not be written to its end (${f.message}).`,
      mend: () =>
        'Make room, or send it elsewhere. What a command has done stays done: ejournal history shows it.',
    },
    databaseDamaged: {
      what: () => 'The database is damaged, or it is no database.',
      mend: () => 'Put a backup in its place; name another file with --db FILE.',
    },
    recordersMissing: {
      what: () =>
        'Triggers of the database are missing: what is written would not be recorded. Nothing was written.',
      mend: () => 'ejournal audit --verify names what is missing; put a backup in its place.',
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
    withdrawnBeforeJoining: {
      what: (f: { registerNo: string; date: string; since: string }) =>
        `Student ${f.registerNo} joins on ${f.since}, after ${f.date}.`,
      mend: () => 'Give a later day with --on.',
    },
    tooManyMissing: {
      what: (f: { missing: number }) =>
        `${counted('en', f.missing, { one: 'student is', other: 'students are' })} missing in the file: more than 5 % of the school.`,
      mend: (f: { missing: number }) =>
        `If that is right, confirm their number: --missing ${f.missing}`,
    },
    notAHash: {
      what: (f: { text: string }) => `“${f.text}” is not the hash of an operation.`,
      mend: () =>
        'Give its first 8 to 64 characters, as ejournal history --columns operation,hash shows it.',
    },
    unknownClass: {
      what: (f: { class: string } & Near) => `There is no class ${f.class} in this school year.`,
      mend: (f: Near) =>
        orLikelyEn(f, 'List the classes: ejournal export students --columns class'),
    },
    unknownSubject: {
      what: (f: { subject: string } & Near) => `There is no subject ${f.subject}.`,
      mend: (f: Near) => orLikelyEn(f, 'List the subjects: ejournal export subjects'),
    },
    unknownStaff: {
      what: (f: { code: string } & Near) => `Nobody on the staff has the code ${f.code}.`,
      mend: (f: Near) => orLikelyEn(f, 'List the staff: ejournal export staff'),
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
      what: (f: { why: string }) => `The template is wrong: ${templateReason(f.why, 'en')}`,
      mend: () => 'Correct it; nothing was printed.',
    },
    forbiddenInTemplate: {
      what: (f: { key: string }) =>
        `No document may have “${f.key}”: nothing in it leads out of it.`,
      mend: () => 'Take it out of the template; the logo is written as image: logo.',
    },
    templateNotUtf8: {
      what: () => 'The file is not saved as UTF-8.',
      mend: () => 'Save it in your editor with the encoding UTF-8.',
    },
    templateNotMapping: {
      what: (_f: { needed: readonly string[] }) => 'The file does not consist of keys with values.',
      mend: (f: { needed: readonly string[] }) =>
        f.needed.length > 0 ? `It must have the keys ${f.needed.join(', ')}.` : 'Write key: value.',
    },
    templateLacks: {
      what: (f: { key: string }) => `The template lacks “${f.key}”.`,
      mend: () => 'Copy it from the one that comes with the program.',
    },
    templateKeyUnknown: {
      what: (f: { key: string; near: string | undefined; known: readonly string[] }) =>
        `A template has no “${f.key}” at this place.`,
      mend: (f: { near: string | undefined; known: readonly string[] }) =>
        f.near ? `Did you mean “${f.near}”?` : `It may have: ${f.known.join(', ')}.`,
    },
    badLogo: {
      what: () => 'The logo is not a whole PNG or JPEG picture.',
      mend: () => 'Save it anew as PNG, or take the file away.',
    },
    notAFolder: {
      what: (f: { folder: string }) => `${f.folder} is a file, not a folder.`,
      mend: () => 'Name another folder.',
    },
    fontLacks: {
      what: (f: { character: string }) =>
        `The font of the documents has no ${shownCharacter.en(f.character)}.`,
      mend: () => 'Write it with another character.',
    },
    wordUnknown: {
      what: (f: { key: string; near: string | undefined }) =>
        `No document says the word “${f.key}”; it does nothing.`,
      mend: (f: { near: string | undefined }) =>
        f.near ? `Did you mean “${f.near}”?` : 'Correct it or take it out.',
    },
    templateFileUnread: {
      what: (_f: { near: string }) => 'No document reads what has this name.',
      mend: (f: { near: string }) => `Did you mean “${f.near}”? Rename it, or keep it elsewhere.`,
    },
    wordShape: {
      what: (f: { key: string; shape: WordShape }) =>
        `Behind the word “${f.key}” must stand ${wordShapes.en[f.shape]}.`,
      mend: () => 'Write it as in the file that comes with the program: ejournal templates show.',
    },
    wordListLength: {
      what: (f: { key: string; count: number; needed: number }) =>
        `The list “${f.key}” must have ${f.needed} words, and has ${f.count}.`,
      mend: () => 'Write it as in the file that comes with the program: ejournal templates show.',
    },
    pieceKeyUnknown: {
      what: (f: { key: string; near: string | undefined }) =>
        `No piece of a document has the key “${f.key}” at this place; it does nothing.`,
      mend: (f: { near: string | undefined }) =>
        f.near
          ? `Did you mean “${f.near}”?`
          : 'Correct it or take it out; docs/documents.md says what there is.',
    },
    styleUnknown: {
      what: (f: { style: string; near: string | undefined; known: readonly string[] }) =>
        `There is no style “${f.style}”.`,
      mend: (f: { near: string | undefined; known: readonly string[] }) =>
        f.near ? `Did you mean “${f.near}”?` : `The styles are: ${f.known.join(', ')}.`,
    },
    pieceValueWrong: {
      what: (f: { key: string; value: string; kind: ValueKind; known: readonly string[] }) =>
        `“${f.value}” cannot stand behind ${f.key}.`,
      mend: (f: { kind: ValueKind; known: readonly string[] }) => pieceValues.en[f.kind](f.known),
    },
    tableUneven: {
      what: (f: { begins: string; widths: number; row: number; cells: number }) =>
        `The table that begins with “${f.begins}” has columns by its widths: ${f.widths}; cells in its row ${f.row}: ${f.cells}.`,
      mend: () =>
        'Give each column a width, and each row a cell for each column; an empty one under a colSpan or rowSpan.',
    },
    unknownTemplate: {
      what: (f: { name: string; known: readonly string[] }) => `There is no template ${f.name}.`,
      mend: (f: { name: string; known: readonly string[] }) => `There are: ${f.known.join(', ')}.`,
    },
    badSpan: {
      what: (f: { from: string; until: string }) =>
        `From ${f.from} to ${f.until} is no span of days of one school year.`,
      mend: () => 'Choose a first and a last day between 1 August and 31 July.',
    },
    noTermInCalendar: {
      what: (f: { term: 'semester1' | 'semester2'; class: string }) =>
        `The calendar does not say when ${semesterEn[f.term]} of the class ${f.class} is.`,
      mend: () => 'Import the calendar: ejournal import-calendar FILE',
    },
    graduatesAtYearOnly: {
      what: () => 'Nobody has graduated at the end of semester 1.',
      mend: () => 'Leave --except-graduates out, or ask for the cards of the year: --term year',
    },
    noStudents: {
      what: (f: { classes: string }) => `There is no student in ${f.classes}.`,
      mend: () => 'Import students.csv first.',
    },
    tooFewLabels: {
      what: (f: { sheet: number }) =>
        `A sheet has ${f.sheet} labels; then none would be left on the first.`,
      mend: () => 'Say how many labels of the first sheet are gone, or put in a new sheet.',
    },
    tooManyBlankColumns: {
      what: (f: { fields: number; most: number }) =>
        `Beside ${counted('en', f.fields, { one: 'field', other: 'fields' })} no more than ${f.most} empty columns fit on a sheet of paper.`,
      mend: () => 'Take fewer empty columns, or leave out a field: one makes room for three.',
    },
    tooManyFields: {
      what: (f: { most: number }) => `More than ${f.most} fields do not fit on a sheet of paper.`,
      mend: () => 'Leave some out, or take the list as a table: without --out, with --format csv.',
    },
    optionSaysNothing: {
      what: (f: { option: string; to: string; known: readonly string[] }) =>
        `The option ${f.option} does not apply to ${f.to}.`,
      mend: (f: { known: readonly string[] }) =>
        f.known.length > 0 ? `Leave it out; these apply: ${f.known.join(', ')}.` : 'Leave it out.',
    },
    nothingToTry: {
      what: (f: { option: string; needed: string }) =>
        `${f.option} does nothing here: without ${f.needed} nothing is written.`,
      mend: (f: { option: string; needed: string }) => `Leave it out, or add ${f.needed}.`,
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
    bellsTwice: {
      what: (f: { schedule: string; period: number }) =>
        `The schedule ${f.schedule} has other times on other days: its lesson ${f.period} would ring twice at once.`,
      mend: () => 'Say the days of each with bells import.',
    },
    scheduleThere: {
      what: (f: { schedule: string }) => `There is a schedule ${f.schedule} already.`,
      mend: () => 'Give the copy another name, or change its lessons with bells set.',
    },
    wrongWords: {
      what: (_f: { usage: string }) => 'Words are missing, or there are too many.',
      mend: (f: { usage: string }) => `Write: ${f.usage}`,
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
      what: (f: { group: string } & Near) => `There is no group ${f.group} in this school year.`,
      mend: (f: Near) => orLikelyEn(f, 'List the groups: ejournal export groups --columns group'),
    },
    notInGroup: {
      what: (f: { registerNo: string; group: string; date: string }) =>
        `Student ${f.registerNo} is not in the group ${f.group} on ${f.date}.`,
      mend: () => 'Correct the number, the group or the day.',
    },
    periodNeeded: {
      what: (f: ObjectedLesson & { objection: SaidObjection | null }) =>
        f.objection
          ? objectionsEn.because(f.objection, f)
          : `${f.group} has several lessons on ${f.date}: ${f.expected.join(', ')}.`,
      mend: (f: { objection: SaidObjection | null }): string =>
        f.objection
          ? 'Correct the day; if the lesson was held all the same, add --period NUMBER --force --reason "WHY".'
          : 'Say which lesson it is: --period NUMBER',
    },
    lessonSaysNothing: {
      what: (f: { date: string; period: number; group: string }) =>
        `Nothing is said of lesson ${f.period} of ${f.group} on ${f.date}, and it is not entered yet.`,
      mend: () =>
        'Say what it was about with --topic, and who was away: --absent, --late or --nobody-absent.',
    },
    lessonObjected: {
      what: (f: ObjectedLesson & { objections: readonly SaidObjection[] }) =>
        [...f.objections.map((one) => objectionsEn.because(one, f)), objectionsEn.expected(f)].join(
          ' ',
        ),
      mend: () => 'If it is right, add --force --reason "WHY"; the reason is kept with the entry.',
    },
    forceNeedsReason: {
      what: () => 'What is entered with --force needs a reason.',
      mend: () => 'Add --reason "WHY"; it is kept with the entry.',
    },
    namedTwice: {
      what: (f: { registerNo: string }) => `Student ${f.registerNo} is named in two ways.`,
      mend: () => 'Name each student once.',
    },
    absencesStand: {
      what: (f: { students: readonly string[] }) =>
        `Recorded as absent in this lesson: ${f.students.join(', ')}.`,
      mend: (f: { students: readonly string[] }) =>
        `If they were there after all: --nobody-absent --present ${f.students.join(',')}; else --absent ${f.students.join(',')}`,
    },
    changedMeanwhile: {
      what: (f: LessonMeanwhile) =>
        `Somebody else changed the lesson meanwhile. Now: ${f.held ? '' : 'not held; '}topic “${f.topic ?? ''}”, homework “${f.homework ?? ''}”, absent ${f.absent.join(', ') || '-'}, late ${f.late.join(', ') || '-'}.`,
      mend: () => 'Look at it and enter yours again; nothing was written.',
    },
    noSuchLesson: {
      what: (f: {
        group: string;
        date: string;
        unknown: readonly number[];
        periods: readonly number[];
      }) =>
        f.unknown.length === 0
          ? `${f.group} has no lesson on ${f.date}.`
          : `${f.group} has no lesson ${f.unknown.join(', ')} on ${f.date}: neither expected nor recorded.`,
      mend: (f: { periods: readonly number[] }) =>
        f.periods.length > 0
          ? `Its lessons on that day: ${f.periods.join(', ')}.`
          : 'It has no lesson on that day at all; correct the day.',
    },
    otherYear: {
      what: (f: { date: string; year: number }) =>
        `${f.date} does not lie in the school year ${f.year}/${f.year + 1}.`,
      mend: () => 'A lesson stays in its school year; correct the day.',
    },
    outsideYear: {
      what: (f: { date: string; year: number }) =>
        `${f.date} does not lie in the school year ${f.year}/${f.year + 1}.`,
      mend: () => 'Correct the day, or choose another school year with --year.',
    },
    nothingToMove: {
      what: (f: { group: string; date: string; period: number }) =>
        `Lesson ${f.period} of ${f.group} on ${f.date} is recorded as not held.`,
      mend: () => 'A lesson that is not held cannot be moved.',
    },
    lessonThere: {
      what: (f: { group: string; date: string; period: number }) =>
        `${f.group} has a lesson ${f.period} on ${f.date} of its own.`,
      mend: () => 'Choose another lesson or day.',
    },
    absencesClash: {
      what: (f: { date: string; period: number; students: readonly string[] }) =>
        `Away from the lesson, and recorded as away in lesson ${f.period} on ${f.date} too: ${f.students.join(', ')}. One of the two absences would be lost.`,
      mend: () =>
        'Choose another lesson or day, or correct one of the two: ejournal record-absence',
    },
    noLessonThen: {
      what: (f: {
        registerNo: string;
        date: string;
        periods: readonly number[];
        has: readonly number[];
      }) =>
        `Student ${f.registerNo} has no lesson ${f.periods.map((period) => `${period} `).join('')}on ${f.date}.`,
      mend: (f: { has: readonly number[] }) =>
        f.has.length > 0
          ? `Their lessons on that day: ${f.has.join(', ')}. To record it all the same: --force`
          : 'They have no lesson on that day. To record it all the same: --period NUMBER --force',
    },
    absenceAhead: {
      what: (f: { date: string; today: string }) =>
        `${f.date} lies in the future; today is ${f.today}.`,
      mend: () => 'If the absence is certain already, record it with --force.',
    },
    marksChanged: {
      what: (f: { marks: readonly { registerNo: string; value: string }[] }) =>
        `Somebody else entered marks meanwhile: ${f.marks.map(({ registerNo, value }) => `${registerNo} ${value}`).join(', ')}.`,
      mend: () => 'Look at them and enter yours again; nothing was written.',
    },
    notAtSchool: {
      what: (f: { registerNo: string; date: string }) =>
        `Student ${f.registerNo} is in no class on ${f.date}.`,
      mend: () => 'Correct the number, or ask for a day on which the student was there.',
    },
    otherClass: {
      what: (f: { registerNo: string; class: string; found: string }) =>
        `Student ${f.registerNo} is not in class ${f.class}, but in class ${f.found}.`,
      mend: (f: { found: string }) => `Leave out --class, or write --class ${f.found}.`,
    },
    otherGrade: {
      what: (f: { registerNo: string; grade: number; found: string }) =>
        `Student ${f.registerNo} is not in grade ${f.grade}, but in class ${f.found}.`,
      mend: () => 'Give the grade of the student; certificates are of the grades 9 and 12.',
    },
    notAMark: {
      what: (f: { registerNo: string; value: string }) =>
        `“${f.value}” (${f.registerNo}) is no mark.`,
      mend: () => 'Write 1-10, i, ni, nv or n.',
    },
    markedTwice: {
      what: (f: { registerNo: string; values: readonly string[] }) =>
        `Student ${f.registerNo} would have several marks: ${f.values.join(', ')}.`,
      mend: () => 'Give each student one mark.',
    },
    offTheScale: {
      what: (f: { registerNo: string; value: string; scale: 'points' | 'pass' }) =>
        f.scale === 'pass'
          ? `${f.value} (${f.registerNo}) cannot stand in a work that is passed or failed.`
          : `${f.value} (${f.registerNo}) cannot stand in a work in points.`,
      mend: (f: { scale: 'points' | 'pass' }): string =>
        f.scale === 'pass'
          ? 'Write i, ni, nv or n; if the work is in points, say --scale points.'
          : 'Write 1-10, nv or n; if the work is passed or failed, say --scale pass.',
    },
    unknownWork: {
      what: (f: { work: string; group: string; date: string; near: readonly string[] }) =>
        `${f.group} has no work “${f.work}” on ${f.date}.`,
      mend: (f: { near: readonly string[] }) =>
        `To make it, say what it is: --kind test, quiz, homework or classwork.${f.near.length > 0 ? ` The last works of the group: ${f.near.join('; ')}.` : ''}`,
    },
    unknownFirstWork: {
      what: (f: { work: string; group: string; near: readonly string[] }) =>
        `${f.group} has no work “${f.work}” up to that day that could be written again.`,
      mend: (f: { near: readonly string[] }) =>
        f.near.length > 0
          ? `The last works of the group: ${f.near.join('; ')}.`
          : 'Enter the first work before.',
    },
    stillATest: {
      what: (f: { work: string }) =>
        `“${f.work}” stands as a test; changed like this, nobody would owe its marks any more (clause 4.2).`,
      mend: () => 'If it was entered wrongly, add --force --reason "WHY"; the reason is kept.',
    },
    workAhead: {
      what: (f: { date: string; today: string }) =>
        `The work of ${f.date} has not been written yet; today is ${f.today}.`,
      mend: () => 'Announce it with --announce; marks are entered when it has been written.',
    },
    changeNeedsReason: {
      what: (f: { registerNo: string; before: string; value: string }) =>
        `Student ${f.registerNo} has a mark already: ${f.before}, not ${f.value}.`,
      mend: () => 'To change a mark, add --reason "WHY"; the mark before stays in its history.',
    },
    scaleHasMarks: {
      what: (f: { registerNo: string; value: string }) =>
        `The work has marks of the other scale already: ${f.value} (${f.registerNo}).`,
      mend: () => 'Leave the scale, or correct these marks first.',
    },
    notABlankRun: {
      what: (f: { from: string; until: string; longest: number }) =>
        `From ${f.from} to ${f.until} is no run of at most ${f.longest} blanks.`,
      mend: () => 'Write both with the same number of digits, the lower one first.',
    },
    examNumberTaken: {
      what: (f: { number: string; registerNo: string }) =>
        `The exam certificate ${f.number} is recorded for student ${f.registerNo}: a number belongs to one student.`,
      mend: () => 'Correct the number, or that of the other student.',
    },
    blankOfOtherKind: {
      what: (f: { series: string; number: string }) =>
        `The blank ${f.series} ${f.number} was entered as one of another kind.`,
      mend: () => 'Correct the kind, the series or the number; nothing was entered.',
    },
    blankOtherwise: {
      what: (f: { series: string; number: string; there: string }) =>
        `The blank ${f.series} ${f.number} was entered already, as ${f.there}.`,
      mend: () =>
        'Write the number with the zeros that are printed on the blank; nothing was entered.',
    },
    blankNotFree: {
      what: (f: { series: string; number: string; state: 'bound' | 'issued' | 'spoilt' }) =>
        f.state === 'spoilt'
          ? `The blank ${f.series} ${f.number} is spoilt already.`
          : `A certificate stands on the blank ${f.series} ${f.number}.`,
      mend: (f: { series: string; number: string; state: 'bound' | 'issued' | 'spoilt' }) =>
        f.state === 'spoilt'
          ? 'A spoilt blank is used no more; list them: ejournal blanks --each'
          : `A spoilt certificate is voided: ejournal print-certificates --void --series ${f.series} --number ${f.number}`,
    },
    unknownBlank: {
      what: (f: { number: string }) => `There is no blank ${f.number}.`,
      mend: () => 'List them: ejournal blanks --each',
    },
    severalBlanks: {
      what: (f: { number: string; series: readonly string[] }) =>
        `The number ${f.number} stands in several series: ${f.series.join(', ')}.`,
      mend: () => 'Name the series: --series',
    },
    noCertificate: {
      what: (f: { grade: number }) => `No certificate is issued after grade ${f.grade}.`,
      mend: () => 'Use --grade 9 (apliecība) or --grade 12 (atestāts).',
    },
    oneAct: {
      what: (f: { options: string; asked: number }): string =>
        f.asked === 0 ? 'Nothing was asked for.' : 'Only one thing can be done at a time.',
      mend: (f: { options: string }) => `Use one of these: ${f.options}.`,
    },
    notReady: {
      what: (f: { registerNo: string; lacks: readonly LackFacts[] }) =>
        `Student ${f.registerNo} cannot have a certificate: ${lackWords.en(f.lacks)}.`,
      mend: () =>
        'Enter what is missing, or make the duplicate; ejournal print-certificates --check shows everybody.',
    },
    notEnoughBlanks: {
      what: (f: { kind: CertificateKind; needed: number; free: number }) =>
        `${counted('en', f.needed, { one: 'blank is', other: 'blanks are' })} needed, ${counted('en', f.free, { one: 'is', other: 'are' })} free. Nothing was prepared.`,
      mend: (f: { kind: CertificateKind }) =>
        `Enter those that came: ejournal blanks add --kind ${f.kind} --series S --from N --until N; or prepare fewer with --class`,
    },
    issuedAlready: {
      what: (f: { number: string; date: string }) =>
        `The certificate ${f.number} was issued on ${f.date} already.`,
      mend: () => 'Correct the number; what was issued is shown by print-certificates --register.',
    },
    nothingPrepared: {
      what: () => 'No certificate is prepared and still to be issued.',
      mend: () =>
        'Prepare them first: ejournal print-certificates --grade 9 --prepare (or --grade 12)',
    },
    nothingToPrint: {
      what: () => 'There is no certificate to print.',
      mend: () =>
        'Prepare them first: ejournal print-certificates --grade 9 --prepare (or --grade 12)',
    },
    unprintableEntries: {
      what: (f: { entries: readonly { entryNo: number; name: string; character: string }[] }) =>
        `The book cannot be printed, since the font lacks characters: ${f.entries.map(({ entryNo, name, character }) => `${shownCharacter.en(character)} in entry ${entryNo}, ${name}`).join('; ')}.`,
      mend: () =>
        'Nothing was written. Write the name in other letters and prepare the certificate again: ejournal print-certificates --prepare',
    },
    severalSheets: {
      what: () => 'Certificates and transcripts cannot go into one file.',
      mend: () => 'Choose one of them: --print certificate, --print form or --print transcript.',
    },
    dateToCome: {
      what: (f: { date: string }) => `${f.date} is still to come.`,
      mend: () => 'Enter it when it has happened.',
    },
    issuedBefore: {
      what: (f: { number: string; date: string; least: string }) =>
        `The certificate ${f.number} cannot have been issued on ${f.date}: it is of ${f.least}.`,
      mend: (f: { least: string }) =>
        `Give the day of handing out, ${f.least} or later: --date; or prepare it with another day.`,
    },
    noticeTooEarly: {
      what: (f: { number: string; date: string; issued: string }) =>
        `The notice of ${f.date} cannot be of the certificate ${f.number}, which was issued on ${f.issued}.`,
      mend: () => 'Give the day on which Latvijas Vēstnesis published that it is invalid.',
    },
    duplicateTooEarly: {
      what: (f: { date: string; notice: string }) =>
        `The duplicate cannot be of ${f.date}: the notice is of ${f.notice}.`,
      mend: () => 'A duplicate is written after the notice; leave --date out for today.',
    },
    oneReceiver: {
      what: (f: { certificates: number }) =>
        `One receiver was named for ${f.certificates} certificates.`,
      mend: () => 'Name the student: --student; without --receiver everybody receives their own.',
    },
    unknownCertificate: {
      what: (f: { number: string }) => `No certificate has the number ${f.number}.`,
      mend: () =>
        'List the registers: ejournal print-certificates --register --grade 9 (apliecības) and --grade 12 (atestāti)',
    },
    notStanding: {
      what: (f: { number: string; ended: 'void' | 'invalid'; grade: number }) =>
        f.ended === 'void'
          ? `The certificate ${f.number} is void already.`
          : `The certificate ${f.number} was declared invalid.`,
      mend: (f: { grade: number }) =>
        `List the register: ejournal print-certificates --register --grade ${f.grade}`,
    },
    notIssued: {
      what: (f: { number: string }) => `The certificate ${f.number} was never issued.`,
      mend: () => 'A spoilt one is voided with --void; only an issued one can have a duplicate.',
    },
    hasDuplicate: {
      what: (f: { number: string; standing: string }) =>
        `The certificate ${f.standing} has taken the place of ${f.number}.`,
      mend: (f: { standing: string }) =>
        `If that one is lost too, name it; if it is spoilt, void ${f.standing} first.`,
    },
    notAPercentage: {
      what: (f: { text: string }) => `“${f.text}” is not a percentage.`,
      mend: () => 'Write a number from 0 to 100, as 78 or 78,5.',
    },
    unknownMessage: {
      what: (f: { number: string }) => `The outbox has no message ${f.number}.`,
      mend: () => 'List the messages: ejournal outbox list --all',
    },
    unknownSettingKey: {
      what: (f: { key: string } & Near) => `There is no setting ${f.key}.`,
      mend: (f: Near) => orLikelyEn(f, 'List the settings: ejournal settings'),
    },
    badSettingValue: {
      what: (f: { key: string; value: string; values: string }) =>
        `“${f.value}” is no value of ${f.key}.`,
      mend: (f: { values: string }) => `Possible values: ${f.values}.`,
    },
    noSuchTerm: {
      what: (f: { term: keyof typeof termsEn }) =>
        `The calendar does not say when ${termsEn[f.term]} is.`,
      mend: () => 'Import it: ejournal import-calendar FILE; or give the days: --from, --until',
    },
    noSuchWork: {
      what: (f: { work: string; group: string } & Near) => `${f.group} has no work “${f.work}”.`,
      mend: (f: { group: string } & Near) =>
        orLikelyEn(f, `List them: ejournal export works --group "${f.group}"`),
    },
    unknownTable: {
      what: (f: { table: string; known: readonly string[] }) => `There is no table ${f.table}.`,
      mend: (f: { known: readonly string[] }) => `The tables are: ${f.known.join(', ')}.`,
    },
    unknownRow: {
      what: (f: { table: string; key: string }) => `The table ${f.table} has no row ${f.key}.`,
      mend: () => 'Write the key as ejournal audit shows it; fewer of its parts name more rows.',
    },
    unknownKey: {
      what: (f: { table: string | undefined; key: string }) =>
        f.table === undefined
          ? `There was never a row with the key “${f.key}”.`
          : `The table ${f.table} never had a row “${f.key}”.`,
      mend: () => 'Write the whole key as the column key of ejournal audit shows it.',
    },
    onlyEntered: {
      what: (f: { term: string }) => `A mark of the term ${f.term} is not computed from others.`,
      mend: () =>
        'Enter it: ejournal term-marks enter --student 1001 --subject MAT --term exam --value 8',
    },
    badTermValue: {
      what: (f: { registerNo: string; value: string; scale: 'points' | 'pass' }) =>
        `“${f.value}” (${f.registerNo}) is no mark of this subject.`,
      mend: (f: { scale: 'points' | 'pass' }): string =>
        f.scale === 'points'
          ? 'Write 1-10, nv or atb; a credit may also be i or ni.'
          : 'Write i, ni, nv or atb.',
    },
    noMarkOfTheirs: {
      what: (f: { registerNo: string; place: string; isKnown: boolean }) =>
        f.isKnown
          ? `The student ${f.registerNo} does not learn ${f.place} in this term.`
          : `No student of the school year has the register number ${f.registerNo}.`,
      mend: (f: { isKnown: boolean }): string =>
        f.isKnown
          ? 'Look at the group’s members; a mark from another school is imported: ejournal import-term-marks FILE'
          : 'Correct the number.',
    },
    doesNotLearn: {
      what: (f: { registerNo: string; place: string }) =>
        `The student ${f.registerNo} does not learn ${f.place} in this term.`,
      mend: () =>
        'Look at the group’s members; a mark from another school is imported: ejournal import-term-marks FILE',
    },
    termMarksChanged: {
      what: () => 'Term marks have been entered since these were proposed; nothing was written.',
      mend: () => 'Run the command again and look at the new proposals.',
    },
    untilBeforeFrom: {
      what: (f: { from: string; until: string }) => `${f.until} is before ${f.from}.`,
      mend: () => 'Give the first day with --from and the last one with --until.',
    },
    lastPeriodBeforeFirst: {
      what: (f: { first: number; last: number }) => `Lesson ${f.last} is before lesson ${f.first}.`,
      mend: () => 'Give the first lesson with --first-period and the last with --last-period.',
    },
    outsideSchoolYear: {
      what: (f: { day: string; first: string; last: string }) =>
        `${f.day} is not in the school year.`,
      mend: (f: { first: string; last: string }) => `Its days are ${f.first} to ${f.last}.`,
    },
    studentOrGroup: {
      what: () => 'A decision is about one student or about one group.',
      mend: () => 'Name one of the two: --student NUMBER or --group GROUP',
    },
    unknownJustification: {
      what: (f: { id: number }) => `There is no justification ${f.id}.`,
      mend: () => 'List them: ejournal justify --decisions',
    },
    alreadyWithdrawn: {
      what: (f: { id: number; at: string; movedTo: number | null }) =>
        f.movedTo === null
          ? `Justification ${f.id} was withdrawn already, at ${f.at}.`
          : `Justification ${f.id} was moved already, at ${f.at}; it is number ${f.movedTo} now.`,
      mend: () => 'List them: ejournal justify --decisions',
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
      what: (f) => `Mapes ${f.folder} nav.`,
      mend: () => 'Vispirms izveidojiet mapi vai izvēlieties citu vietu.',
    },
    noFolderToRead: {
      what: (f) => `Mapi ${f.folder} nevar nolasīt.`,
      mend: () => 'Pārbaudiet tās nosaukumu un tiesības.',
    },
    folderNotWritable: {
      what: (f) => `Mapē ${f.folder} neko nevar ierakstīt.`,
      mend: () => 'Norādiet mapi, kurā drīkstat rakstīt, vai lūdziet mainīt tās tiesības.',
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
      mend: () => 'Instalējiet jaunāko ejournal: npm install -g ejournal',
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
    firstOperation: {
      what: (f) =>
        `Ar ${f.operation}. darbību skola tika iesākta; uz tās balstās viss, kas darīts vēlāk.`,
      mend: () =>
        'Jaunu skolu iesāciet citā failā: ejournal --db FAILS init; vai atsauciet vēlākās darbības: ejournal history',
    },
    otherOperations: {
      what: () => 'Pa šo laiku darīts vēl kas; nekas netika atsaukts.',
      mend: () => 'Palaidiet komandu vēlreiz un apskatiet, ko tā rāda.',
    },
    otherThanAgreed: {
      what: () => 'Pa to laiku kāds kaut ko mainījis; nekas vēl netika ierakstīts.',
      mend: () => 'Palaidiet komandu vēlreiz un apskatiet, ko tā rāda.',
    },
    laterOperations: {
      what: (f) =>
        `Uz to, ko rakstīja darbība ${f.operation}, balstās vēlākas darbības: ${f.later.join(', ')}.`,
      mend: () => 'Vispirms atsauciet tās vai atsauciet visas kopā: pievienojiet --with-later',
    },
    othersRestOnIt: {
      what: () => 'Vēlāki ieraksti balstās uz šīs darbības ierakstiem.',
      mend: () => 'Vispirms atsauciet vēlākās darbības, sākot ar pēdējo: ejournal history',
    },
    notAMoment: {
      what: (f) => `„${f.text}” nav ne diena, ne brīdis no 1990. līdz 2200. gadam.`,
      mend: () => 'Rakstiet 2015-10-31, 2015-10-31T18:00 vai 31.10.2015 18:00.',
    },
    noSchoolYear: {
      what: () => 'Datubāzē vēl nav neviena mācību gada.',
      mend: () => 'Atveriet to: ejournal setup MAPE --year 2015',
    },
    unknownSchoolYear: {
      what: (f) => `Datubāzē nav ${f.year}./${f.year + 1}. mācību gada.`,
      mend: (f) =>
        f.first
          ? `Izvēlieties no ${f.first} līdz ${f.last} vai atveriet šo gadu: ejournal setup MAPE --year ${f.year}`
          : `Atveriet to: ejournal setup MAPE --year ${f.year}`,
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
    otherArchive: {
      what: (f) =>
        `Mapē ${f.folder} ir manifest.json, kas pieder kam citam vai citam mācību gadam.`,
      mend: () => 'Izvēlieties katram mācību gadam savu mapi.',
    },
    noArchive: {
      what: (f) => `Mapē ${f.folder} nav nolasāma faila manifest.json.`,
      mend: () => 'Arhivējiet tur žurnālus: ejournal summary-journal --out MAPE',
    },
    errorsOverInput: {
      what: (f) => `${f.file} ir fails, kas tika nolasīts; tas palika, kāds bija.`,
      mend: () => 'Noraidītajām rindām norādiet citu failu, jo pārējās rindas pazustu.',
    },
    errorsOfOneFile: {
      what: () => 'Vairāku failu noraidītās rindas neder vienā failā (--errors).',
      mend: () => 'Importējiet failus pa vienam.',
    },
    fileExists: {
      what: (f) => `${f.file} jau pastāv; nekas netika pārrakstīts.`,
      mend: () => 'Izvēlieties citu nosaukumu vai pārrakstiet ar --yes.',
    },
    notWeekdays: {
      what: (f) => `„${f.text}” nav nedēļas dienas.`,
      mend: () => 'Rakstiet skaitļus no 1 līdz 7: 1-5 vai 1,3.',
    },
    sexUnknown: {
      what: (f) => `Nav zināms šo skolēnu dzimums: ${f.students.join(', ')}.`,
      mend: () => 'Aizpildiet kolonnu sex (dzimums) failā students.csv vai daliet klasi citādi.',
    },
    tooManyParts: {
      what: (f) => `Skolēnu skaitu ${f.students} nevar sadalīt tik daudzās grupās: ${f.parts}.`,
      mend: () => 'Izveidojiet mazāk grupu ar --split.',
    },
    oneClassCombined: {
      what: () => 'Apvienotā grupā ir vairāku klašu skolēni.',
      mend: () =>
        'Nosauciet klases: --combine 10.a,10.b. Vienas klases žurnālu izveido create-journals.',
    },
    wholeGroup: {
      what: (f) => `${f.group} ir veselu klašu žurnāls.`,
      mend: () => 'Lai tā būtu grupa ar savu sarakstu, importējiet groups.csv ar whole = nē.',
    },
    groupInUse: {
      what: (f) =>
        `Grupai ${f.group} jau ir ievadītas stundas vai darbi, bet tās sastāvs mainītos visam gadam.`,
      mend: () =>
        'Norādiet, no kuras dienas tas mainās: --from 2015-11-02. Līdz tai paliek kā bijis.',
    },
    placeOfDatabase: {
      what: (f) => `${f.file} ir datubāze.`,
      mend: () => 'Norādiet citu failu.',
    },
    placeOfFolder: {
      what: (f) => `${f.file} ir mape.`,
      mend: () => 'Norādiet failu; mapi daudziem failiem norāda ar --out.',
    },
    placeOfOther: {
      what: (f) =>
        `Failā ${f.file} ir cits dokuments: ${paperNamed.lv(f)}. Nekas netika ierakstīts.`,
      mend: () => 'Izvēlieties citu mapi vai failu vai pārrakstiet to ar --force.',
    },
    placeOfStranger: {
      what: (f) =>
        `${f.file} jau pastāv, un dokumentu reģistrs to nepazīst. Nekas netika ierakstīts.`,
      mend: () => 'Izvēlieties citu mapi vai failu vai pārrakstiet to ar --force.',
    },
    templateEjected: {
      what: (f) => `${f.file} jau pastāv; nekas netika pārrakstīts.`,
      mend: (f) =>
        `Ko programma kopš tā laika mainījusi: ejournal templates diff ${f.name}. Lai sāktu no jauna, pārdēvējiet vai izdzēsiet mapi vai pārrakstiet to ar --yes.`,
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
      mend: (f) =>
        f.isAsked
          ? 'To jautā tikai terminālī un bez --yes; --help rāda, kā visu pateikt komandrindā.'
          : 'Pievienojiet to komandrindai; --help rāda, kā to lieto.',
    },
    unknownColumns: {
      what: (f) =>
        f.unknown.length > 1
          ? `Nav tādu kolonnu: ${f.unknown.join(', ')}.`
          : `Kolonnas ${f.unknown.join(', ')} nav.`,
      mend: (f) => `Kolonnas ir: ${f.known.join(', ')}.`,
    },
    badCondition: {
      what: (f) => `Kolonnā ${f.column} nekad nav „${f.value}”.`,
      mend: (f) => comparedLv[f.kind](f.column, f.known),
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
    outputLost: {
      what: (f) => `Izvadi neizdevās ierakstīt līdz galam (${f.message}).`,
      mend: () =>
        'Atbrīvojiet vietu vai novirziet izvadi citur. Ko komanda izdarījusi, tas paliek spēkā: to rāda ejournal history.',
    },
    databaseDamaged: {
      what: () => 'Datubāze ir bojāta vai tā nav datubāze.',
      mend: () => 'Lieciet tās vietā rezerves kopiju vai norādiet citu failu ar --db FAILS.',
    },
    recordersMissing: {
      what: () =>
        'Datubāzei trūkst trigeru: ierakstītais nepaliktu darbību žurnālā. Nekas netika ierakstīts.',
      mend: () => 'Trūkstošo nosauc ejournal audit --verify; lieciet tās vietā rezerves kopiju.',
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
    withdrawnBeforeJoining: {
      what: (f) => `Skolēns ${f.registerNo} ir uzņemts no ${f.since}, pēc ${f.date}.`,
      mend: () => 'Norādiet ar --on vēlāku dienu.',
    },
    tooManyMissing: {
      what: (f) =>
        `Failā trūkst ${counted('lv', f.missing, { zero: 'skolēnu', one: 'skolēna', other: 'skolēnu' })}: vairāk nekā 5 % skolas skolēnu.`,
      mend: (f) => `Ja tas ir pareizi, apstipriniet to skaitu: --missing ${f.missing}`,
    },
    notAHash: {
      what: (f) => `„${f.text}” nav darbības jaucējsumma.`,
      mend: () =>
        'Norādiet tās pirmās 8 līdz 64 zīmes, kā tās rāda ejournal history --columns operation,hash.',
    },
    unknownClass: {
      what: (f) => `Šajā mācību gadā nav klases ${f.class}.`,
      mend: (f) => orLikelyLv(f, 'Klašu saraksts: ejournal export students --columns class'),
    },
    unknownSubject: {
      what: (f) => `Mācību priekšmeta ${f.subject} nav.`,
      mend: (f) => orLikelyLv(f, 'Priekšmetu saraksts: ejournal export subjects'),
    },
    unknownStaff: {
      what: (f) => `Nav darbinieka ar kodu ${f.code}.`,
      mend: (f) => orLikelyLv(f, 'Darbinieku saraksts: ejournal export staff'),
    },
    unknownStudent: {
      what: (f) => `Nav skolēna ar lietas numuru ${f.registerNo}.`,
      mend: () => 'Skolēnu saraksts: ejournal export students --columns register_no,last_name',
    },
    unknownSchedule: {
      what: (f) => `Zvanu saraksta ${f.schedule} nav.`,
      mend: () => 'Visi saraksti: ejournal bells',
    },
    notConfirmed: {
      what: () => 'Nekas netika darīts.',
      mend: () => 'Palaidiet komandu vēlreiz, kad tas jādara.',
    },
    badTemplate: {
      what: (f) => `Veidne ir kļūdaina: ${templateReason(f.why, 'lv')}`,
      mend: () => 'Izlabojiet to; nekas netika izdrukāts.',
    },
    forbiddenInTemplate: {
      what: (f) => `Dokumentā nedrīkst būt „${f.key}”: nekas tajā neved ārpus tā.`,
      mend: () => 'Izņemiet to no veidnes; logotipu raksta kā image: logo.',
    },
    templateNotUtf8: {
      what: () => 'Fails nav saglabāts UTF-8 kodējumā.',
      mend: () => 'Saglabājiet to redaktorā ar kodējumu UTF-8.',
    },
    templateNotMapping: {
      what: () => 'Fails nesastāv no atslēgām ar vērtībām.',
      mend: (f) =>
        f.needed.length > 0
          ? `Tajā jābūt atslēgām ${f.needed.join(', ')}.`
          : 'Rakstiet atslēga: vērtība.',
    },
    templateLacks: {
      what: (f) => `Veidnē trūkst „${f.key}”.`,
      mend: () => 'Pārkopējiet to no programmas veidnes.',
    },
    templateKeyUnknown: {
      what: (f) => `Veidnē šajā vietā nevar būt „${f.key}”.`,
      mend: (f) => (f.near ? `Vai domājāt „${f.near}”?` : `Tajā var būt: ${f.known.join(', ')}.`),
    },
    badLogo: {
      what: () => 'Logotips nav vesels PNG vai JPEG attēls.',
      mend: () => 'Saglabājiet to no jauna kā PNG vai noņemiet failu.',
    },
    notAFolder: {
      what: (f) => `${f.folder} ir fails, nevis mape.`,
      mend: () => 'Norādiet citu mapi.',
    },
    fontLacks: {
      what: (f) => `Dokumentu fontā nav zīmes ${shownCharacter.lv(f.character)}.`,
      mend: () => 'Rakstiet to ar citu zīmi.',
    },
    wordUnknown: {
      what: (f) => `Neviens dokuments nelieto vārdu „${f.key}”; tas neko nedara.`,
      mend: (f) => (f.near ? `Vai domājāt „${f.near}”?` : 'Izlabojiet vai izņemiet to.'),
    },
    templateFileUnread: {
      what: () => 'Neviens dokuments nelasa to, kam ir šāds nosaukums.',
      mend: (f) => `Vai domājāt „${f.near}”? Pārdēvējiet to vai glabājiet citur.`,
    },
    wordShape: {
      what: (f) => `Aiz vārda „${f.key}” jābūt šādam saturam: ${wordShapes.lv[f.shape]}.`,
      mend: () => 'Rakstiet to kā programmas failā: ejournal templates show.',
    },
    wordListLength: {
      what: (f) => `Sarakstā „${f.key}” jābūt tik vārdiem: ${f.needed}; ir ${f.count}.`,
      mend: () => 'Rakstiet to kā programmas failā: ejournal templates show.',
    },
    pieceKeyUnknown: {
      what: (f) => `Dokumenta daļai šajā vietā nav atslēgas „${f.key}”; tā neko nedara.`,
      mend: (f) =>
        f.near
          ? `Vai domājāt „${f.near}”?`
          : 'Izlabojiet vai izņemiet to; docs/documents.md saka, kas ir iespējams.',
    },
    styleUnknown: {
      what: (f) => `Stila „${f.style}” nav.`,
      mend: (f) => (f.near ? `Vai domājāt „${f.near}”?` : `Stili ir: ${f.known.join(', ')}.`),
    },
    pieceValueWrong: {
      what: (f) => `„${f.value}” nevar būt ${f.key} vērtība.`,
      mend: (f) => pieceValues.lv[f.kind](f.known),
    },
    tableUneven: {
      what: (f) =>
        `Tabulā, kas sākas ar „${f.begins}”, kolonnu skaits pēc platumiem ir ${f.widths}, bet šūnu skaits ${f.row}. rindā ir ${f.cells}.`,
      mend: () =>
        'Katrai kolonnai norādiet platumu un katrā rindā katrai kolonnai šūnu; zem colSpan vai rowSpan jābūt tukšai šūnai.',
    },
    unknownTemplate: {
      what: (f) => `Veidnes ${f.name} nav.`,
      mend: (f) => `Ir šādas: ${f.known.join(', ')}.`,
    },
    badSpan: {
      what: (f) => `No ${f.from} līdz ${f.until} nav dienu posms vienā mācību gadā.`,
      mend: () => 'Izvēlieties pirmo un pēdējo dienu no 1. augusta līdz 31. jūlijam.',
    },
    noTermInCalendar: {
      what: (f) => `Kalendārā nav teikts, kad klasei ${f.class} ir ${semesterLv[f.term]}.`,
      mend: () => 'Importējiet kalendāru: ejournal import-calendar FAILS',
    },
    graduatesAtYearOnly: {
      what: () => '1. semestra beigās skolu vēl neviens nav beidzis.',
      mend: () => 'Izlaidiet --except-graduates vai prasiet gada liecības: --term year',
    },
    noStudents: {
      what: (f) => `Nav neviena skolēna: ${f.classes}.`,
      mend: () => 'Vispirms importējiet students.csv.',
    },
    tooFewLabels: {
      what: (f) => `Uzlīmju skaits lapā ir ${f.sheet}; tad pirmajā lapā nepaliktu nevienas.`,
      mend: () => 'Norādiet, cik uzlīmju pirmajā lapā jau nav, vai ielieciet jaunu lapu.',
    },
    tooManyBlankColumns: {
      what: (f) =>
        `Ja lauku skaits ir ${f.fields}, uz lapas vēl saiet ne vairāk par ${f.most} tukšām ailēm.`,
      mend: () => 'Ņemiet mazāk tukšu aiļu vai izlaidiet kādu lauku: tā vietā saiet trīs ailes.',
    },
    tooManyFields: {
      what: (f) => `Vairāk par ${f.most} laukiem uz lapas nesaiet.`,
      mend: () => 'Izlaidiet dažus vai ņemiet sarakstu kā tabulu: bez --out, ar --format csv.',
    },
    optionSaysNothing: {
      what: (f) => `Opcija ${f.option} uz ${f.to} neattiecas.`,
      mend: (f) =>
        f.known.length > 0 ? `Izlaidiet to; te der ${f.known.join(', ')}.` : 'Izlaidiet to.',
    },
    nothingToTry: {
      what: (f) => `${f.option} te neko nenozīmē: bez ${f.needed} nekas netiek rakstīts.`,
      mend: (f) => `Izlaidiet to vai pievienojiet ${f.needed}.`,
    },
    nothingAsked: {
      what: () => 'Nekas netika prasīts.',
      mend: (f) => `Lietojiet vienu no šīm opcijām: ${f.options}.`,
    },
    badPeriod: {
      what: (f) => `„${f.text}” nav laika posms.`,
      mend: () => 'Rakstiet to kā 08:30-09:10.',
    },
    bellsOverlap: {
      what: (f) => `${f.period}. stunda pārklātos ar ${f.other}. stundu.`,
      mend: () => 'Mainiet vienas stundas laiku.',
    },
    bellsTwice: {
      what: (f) =>
        `Zvanu sarakstam ${f.schedule} dažādās dienās ir dažādi laiki: ${f.period}. stunda vienlaikus zvanītu divreiz.`,
      mend: () => 'Norādiet katra laika dienas ar bells import.',
    },
    scheduleThere: {
      what: (f) => `Zvanu saraksts ${f.schedule} jau ir.`,
      mend: () => 'Dodiet kopijai citu nosaukumu vai mainiet tā stundas ar bells set.',
    },
    wrongWords: {
      what: () => 'Vārdu trūkst vai to ir par daudz.',
      mend: (f) => `Rakstiet: ${f.usage}`,
    },
    notAPeriod: {
      what: (f) => `„${f.text}” nav stundas numurs.`,
      mend: () => 'Rakstiet skaitli no 0 līdz 15.',
    },
    notADemo: {
      what: (f) => `${f.folder} jau pastāv un nav paraugskola.`,
      mend: () => 'Norādiet citu mapi: ejournal demo MAPE',
    },
    unknownGroup: {
      what: (f) => `Šajā mācību gadā nav grupas ${f.group}.`,
      mend: (f) => orLikelyLv(f, 'Grupu saraksts: ejournal export groups --columns group'),
    },
    notInGroup: {
      what: (f) => `Skolēns ${f.registerNo} ${f.date} nav grupā ${f.group}.`,
      mend: () => 'Izlabojiet numuru, grupu vai dienu.',
    },
    periodNeeded: {
      what: (f) =>
        f.objection
          ? objectionsLv.because(f.objection, f)
          : `Grupai ${f.group} ${f.date} ir vairākas stundas: ${f.expected.join(', ')}.`,
      mend: (f) =>
        f.objection
          ? 'Izlabojiet dienu; ja stunda tomēr notika, pievienojiet --period NUMURS --force --reason "KĀPĒC".'
          : 'Norādiet, kura stunda: --period NUMURS',
    },
    lessonSaysNothing: {
      what: (f) =>
        `Par grupas ${f.group} ${f.date}, ${f.period}. stundu nekas nav teikts, un tā vēl nav ierakstīta.`,
      mend: () => 'Norādiet tēmu ar --topic un kavējumus ar --absent, --late vai --nobody-absent.',
    },
    lessonObjected: {
      what: (f) =>
        [...f.objections.map((one) => objectionsLv.because(one, f)), objectionsLv.expected(f)].join(
          ' ',
        ),
      mend: () =>
        'Ja tas ir pareizi, pievienojiet --force --reason "KĀPĒC"; iemesls paliek pie ieraksta.',
    },
    forceNeedsReason: {
      what: () => 'Tam, ko ieraksta ar --force, vajadzīgs iemesls.',
      mend: () => 'Pievienojiet --reason "KĀPĒC"; tas paliek pie ieraksta.',
    },
    namedTwice: {
      what: (f) => `Skolēns ${f.registerNo} nosaukts divējādi.`,
      mend: () => 'Katru skolēnu nosauciet vienreiz.',
    },
    absencesStand: {
      what: (f) => `Šajā stundā ierakstīts kavējums: ${f.students.join(', ')}.`,
      mend: (f) =>
        `Ja viņi tomēr bija: --nobody-absent --present ${f.students.join(',')}; citādi --absent ${f.students.join(',')}`,
    },
    changedMeanwhile: {
      what: (f) =>
        `Kāds cits pa to laiku stundu ir mainījis. Tagad: ${f.held ? '' : 'nav notikusi; '}tēma „${f.topic ?? ''}”, mājas darbs „${f.homework ?? ''}”, nebija ${f.absent.join(', ') || '-'}, nokavējuši ${f.late.join(', ') || '-'}.`,
      mend: () => 'Apskatiet to un ierakstiet savu vēlreiz; nekas netika ierakstīts.',
    },
    noSuchLesson: {
      what: (f) =>
        f.unknown.length === 0
          ? `Grupai ${f.group} ${f.date} nav stundu.`
          : `Grupai ${f.group} ${f.date} nav ${f.unknown.join('., ')}. stundas: ne paredzētas, ne ierakstītas.`,
      mend: (f) =>
        f.periods.length > 0
          ? `Tās stundas tajā dienā: ${f.periods.join(', ')}.`
          : 'Tajā dienā tai stundu nav; izlabojiet dienu.',
    },
    otherYear: {
      what: (f) => `${f.date} nav ${f.year}./${f.year + 1}. mācību gadā.`,
      mend: () => 'Stunda paliek savā mācību gadā; izlabojiet dienu.',
    },
    outsideYear: {
      what: (f) => `${f.date} nav ${f.year}./${f.year + 1}. mācību gadā.`,
      mend: () => 'Izlabojiet dienu vai izvēlieties citu mācību gadu ar --year.',
    },
    nothingToMove: {
      what: (f) => `Grupas ${f.group} ${f.period}. stunda ${f.date} ir ierakstīta kā nenotikusi.`,
      mend: () => 'Nenotikušu stundu pārcelt nevar.',
    },
    lessonThere: {
      what: (f) => `Grupai ${f.group} ${f.date} jau ir sava ${f.period}. stunda.`,
      mend: () => 'Izvēlieties citu stundu vai dienu.',
    },
    absencesClash: {
      what: (f) =>
        `Kavējuši šo stundu un jau ierakstīti kā kavējuši arī ${f.date}, ${f.period}. stundu: ${f.students.join(', ')}. Viens no abiem kavējumiem pazustu.`,
      mend: () =>
        'Izvēlieties citu stundu vai dienu vai izlabojiet vienu no tiem: ejournal record-absence',
    },
    noLessonThen: {
      what: (f) =>
        `Skolēnam ${f.registerNo} ${f.date} nav ${f.periods.map((period) => `${period}. `).join('')}stundas.`,
      mend: (f) =>
        f.has.length > 0
          ? `Stundas tajā dienā: ${f.has.join(', ')}. Lai tomēr ierakstītu: --force`
          : 'Tajā dienā stundu nav. Lai tomēr ierakstītu: --period NUMURS --force',
    },
    absenceAhead: {
      what: (f) => `${f.date} vēl nav pienācis; šodien ir ${f.today}.`,
      mend: () => 'Ja kavējums jau ir droši zināms, ierakstiet to ar --force.',
    },
    marksChanged: {
      what: (f) =>
        `Kāds cits pa to laiku ierakstījis vērtējumus: ${f.marks.map(({ registerNo, value }) => `${registerNo} ${value}`).join(', ')}.`,
      mend: () => 'Apskatiet tos un ierakstiet savus vēlreiz; nekas netika ierakstīts.',
    },
    notAtSchool: {
      what: (f) => `Skolēns ${f.registerNo} ${f.date} nav nevienā klasē.`,
      mend: () => 'Izlabojiet numuru vai norādiet dienu, kurā skolēns bija skolā.',
    },
    otherClass: {
      what: (f) => `Skolēns ${f.registerNo} mācās nevis ${f.class}, bet ${f.found} klasē.`,
      mend: (f) => `Izlaidiet --class vai rakstiet --class ${f.found}.`,
    },
    otherGrade: {
      what: (f) => `Skolēns ${f.registerNo} mācās nevis ${f.grade}., bet ${f.found} klasē.`,
      mend: () => 'Norādiet skolēna klases numuru; apliecības un atestāti ir 9. un 12. klasei.',
    },
    notAMark: {
      what: (f) => `„${f.value}” (${f.registerNo}) nav vērtējums.`,
      mend: () => 'Rakstiet 1-10, i, ni, nv vai n.',
    },
    markedTwice: {
      what: (f) => `Skolēnam ${f.registerNo} būtu vairāki vērtējumi: ${f.values.join(', ')}.`,
      mend: () => 'Katram skolēnam norādiet vienu vērtējumu.',
    },
    offTheScale: {
      what: (f) =>
        f.scale === 'pass'
          ? `${f.value} (${f.registerNo}) neder darbam, ko vērtē ar i vai ni.`
          : `${f.value} (${f.registerNo}) neder darbam, ko vērtē ballēs.`,
      mend: (f) =>
        f.scale === 'pass'
          ? 'Rakstiet i, ni, nv vai n; ja darbu vērtē ballēs, norādiet --scale points.'
          : 'Rakstiet 1-10, nv vai n; ja darbu vērtē ar i vai ni, norādiet --scale pass.',
    },
    unknownWork: {
      what: (f) => `Grupai ${f.group} ${f.date} nav darba „${f.work}”.`,
      mend: (f) =>
        `Lai to izveidotu, norādiet veidu: --kind test, quiz, homework vai classwork.${f.near.length > 0 ? ` Grupas pēdējie darbi: ${f.near.join('; ')}.` : ''}`,
    },
    unknownFirstWork: {
      what: (f) => `Grupai ${f.group} līdz tai dienai nav darba „${f.work}”, ko atkārtot.`,
      mend: (f) =>
        f.near.length > 0
          ? `Grupas pēdējie darbi: ${f.near.join('; ')}.`
          : 'Vispirms ierakstiet pirmo darbu.',
    },
    stillATest: {
      what: (f) =>
        `„${f.work}” ir ierakstīts kā pārbaudes darbs; pēc šīs maiņas tā vērtējumi vairs nebūtu jāieraksta (4.2. punkts).`,
      mend: () =>
        'Ja tas ierakstīts kļūdaini, pievienojiet --force --reason "KĀPĒC"; iemesls paliek.',
    },
    workAhead: {
      what: (f) => `${f.date} darbs vēl nav rakstīts; šodien ir ${f.today}.`,
      mend: () => 'Piesakiet to ar --announce; vērtējumus ieraksta, kad darbs ir uzrakstīts.',
    },
    changeNeedsReason: {
      what: (f) => `Skolēnam ${f.registerNo} jau ir vērtējums ${f.before}, nevis ${f.value}.`,
      mend: () =>
        'Lai vērtējumu mainītu, pievienojiet --reason "KĀPĒC"; iepriekšējais paliek vēsturē.',
    },
    scaleHasMarks: {
      what: (f) => `Darbam jau ir citādi vērtējumi: ${f.value} (${f.registerNo}).`,
      mend: () => 'Nemainiet vērtēšanu vai vispirms izlabojiet šos vērtējumus.',
    },
    notABlankRun: {
      what: (f) =>
        `No ${f.from} līdz ${f.until} nav numuru virkne, kurā ir ne vairāk kā ${f.longest} veidlapu.`,
      mend: () => 'Abus rakstiet ar vienādu ciparu skaitu, mazāko pirmo.',
    },
    examNumberTaken: {
      what: (f) =>
        `Eksāmena sertifikāts ${f.number} jau ierakstīts skolēnam ar lietas numuru ${f.registerNo}; numurs ir tikai vienam skolēnam.`,
      mend: () => 'Izlabojiet šo numuru vai otra skolēna numuru.',
    },
    blankOfOtherKind: {
      what: (f) => `Veidlapa ${f.series} ${f.number} jau ievadīta kā cita veida veidlapa.`,
      mend: () => 'Izlabojiet veidu, sēriju vai numuru; nekas netika ievadīts.',
    },
    blankOtherwise: {
      what: (f) => `Veidlapa ${f.series} ${f.number} jau ir ievadīta kā ${f.there}.`,
      mend: () =>
        'Rakstiet numuru ar tām nullēm, kas iespiestas uz veidlapas; nekas netika ievadīts.',
    },
    blankNotFree: {
      what: (f) =>
        f.state === 'spoilt'
          ? `Veidlapa ${f.series} ${f.number} jau ir sabojāta.`
          : `Uz veidlapas ${f.series} ${f.number} jau ir dokuments.`,
      mend: (f) =>
        f.state === 'spoilt'
          ? 'Sabojātu veidlapu vairs nelieto; saraksts: ejournal blanks --each'
          : `Sabojātu dokumentu anulē: ejournal print-certificates --void --series ${f.series} --number ${f.number}`,
    },
    unknownBlank: {
      what: (f) => `Veidlapas ${f.number} nav.`,
      mend: () => 'Visas veidlapas: ejournal blanks --each',
    },
    severalBlanks: {
      what: (f) => `Numurs ${f.number} ir vairākās sērijās: ${f.series.join(', ')}.`,
      mend: () => 'Norādiet sēriju: --series',
    },
    noCertificate: {
      what: (f) => `Pēc ${f.grade}. klases izglītības dokumentu neizsniedz.`,
      mend: () => 'Lietojiet --grade 9 (apliecība) vai --grade 12 (atestāts).',
    },
    oneAct: {
      what: (f) =>
        f.asked === 0 ? 'Nekas netika prasīts.' : 'Vienā reizē var darīt tikai vienu darbību.',
      mend: (f) => `Lietojiet vienu no šīm opcijām: ${f.options}.`,
    },
    notReady: {
      what: (f) =>
        `Skolēnam ar lietas numuru ${f.registerNo} dokumentu sagatavot nevar: ${lackWords.lv(f.lacks)}.`,
      mend: () =>
        'Ievadiet trūkstošo vai sagatavojiet dublikātu; visus parāda ejournal print-certificates --check.',
    },
    notEnoughBlanks: {
      what: (f) => `Vajadzīgas veidlapas: ${f.needed}, brīvas: ${f.free}. Nekas netika sagatavots.`,
      mend: (f) =>
        `Ievadiet saņemtās: ejournal blanks add --kind ${f.kind} --series S --from N --until N; vai sagatavojiet mazāk ar --class`,
    },
    issuedAlready: {
      what: (f) => `Dokuments ${f.number} jau ir izsniegts ${f.date}.`,
      mend: () => 'Izlabojiet numuru; izsniegtos rāda print-certificates --register.',
    },
    nothingPrepared: {
      what: () => 'Nav neviena sagatavota dokumenta, kas vēl jāizsniedz.',
      mend: () =>
        'Vispirms sagatavojiet: ejournal print-certificates --grade 9 --prepare (vai --grade 12)',
    },
    nothingToPrint: {
      what: () => 'Nav neviena dokumenta, ko drukāt.',
      mend: () =>
        'Vispirms sagatavojiet: ejournal print-certificates --grade 9 --prepare (vai --grade 12)',
    },
    unprintableEntries: {
      what: (f) =>
        `Grāmatu izdrukāt nevar, jo fontā trūkst zīmju: ${f.entries.map(({ entryNo, name, character }) => `${shownCharacter.lv(character)} (${entryNo}. ieraksts, ${name})`).join('; ')}.`,
      mend: () =>
        'Nekas netika ierakstīts. Uzrakstiet vārdu ar citiem burtiem un sagatavojiet dokumentu no jauna: ejournal print-certificates --prepare',
    },
    severalSheets: {
      what: () => 'Apliecības un sekmju izrakstus vienā failā likt nevar.',
      mend: () => 'Izvēlieties vienu: --print certificate, --print form vai --print transcript.',
    },
    dateToCome: {
      what: (f) => `${f.date} vēl nav pienācis.`,
      mend: () => 'Ievadiet to, kad tas ir noticis.',
    },
    issuedBefore: {
      what: (f) => `Dokuments ${f.number} nevar būt izsniegts ${f.date}: tā datums ir ${f.least}.`,
      mend: (f) =>
        `Norādiet izsniegšanas dienu, ${f.least} vai vēlāku: --date; vai sagatavojiet to ar citu datumu.`,
    },
    noticeTooEarly: {
      what: (f) =>
        `Paziņojums ${f.date} nevar būt par dokumentu ${f.number}, kas izsniegts ${f.issued}.`,
      mend: () => 'Norādiet dienu, kad „Latvijas Vēstnesī” paziņots, ka tas nav derīgs.',
    },
    duplicateTooEarly: {
      what: (f) => `Dublikāta datums nevar būt ${f.date}: paziņojums ir ${f.notice}.`,
      mend: () => 'Dublikātu raksta pēc paziņojuma; bez --date tā datums ir šodiena.',
    },
    oneReceiver: {
      what: (f) => `Viens saņēmējs norādīts vairākiem dokumentiem, to skaits ir ${f.certificates}.`,
      mend: () => 'Norādiet skolēnu: --student; bez --receiver katrs saņem savu.',
    },
    unknownCertificate: {
      what: (f) => `Dokumenta ar numuru ${f.number} nav.`,
      mend: () =>
        'Grāmatas: ejournal print-certificates --register --grade 9 (apliecības) un --grade 12 (atestāti)',
    },
    notStanding: {
      what: (f) =>
        f.ended === 'void'
          ? `Dokuments ${f.number} jau ir anulēts.`
          : `Dokuments ${f.number} ir pasludināts par nederīgu.`,
      mend: (f) => `Grāmata: ejournal print-certificates --register --grade ${f.grade}`,
    },
    notIssued: {
      what: (f) => `Dokuments ${f.number} nav izsniegts.`,
      mend: () => 'Sabojātu anulē ar --void; dublikāts ir tikai izsniegtam dokumentam.',
    },
    hasDuplicate: {
      what: (f) => `Dokumenta ${f.number} vietā jau ir ${f.standing}.`,
      mend: (f) =>
        `Ja nozaudēts arī tas, norādiet to; ja tas sabojāts, vispirms anulējiet ${f.standing}.`,
    },
    notAPercentage: {
      what: (f) => `„${f.text}” nav procenti.`,
      mend: () => 'Rakstiet skaitli no 0 līdz 100, piemēram, 78 vai 78,5.',
    },
    unknownMessage: {
      what: (f) => `Izsūtnē nav ziņojuma ${f.number}.`,
      mend: () => 'Ziņojumu saraksts: ejournal outbox list --all',
    },
    unknownSettingKey: {
      what: (f) => `Nav iestatījuma ${f.key}.`,
      mend: (f) => orLikelyLv(f, 'Iestatījumu saraksts: ejournal settings'),
    },
    badSettingValue: {
      what: (f) => `„${f.value}” nav ${f.key} vērtība.`,
      mend: (f) => `Iespējamās vērtības: ${f.values}.`,
    },
    noSuchTerm: {
      what: (f) => `Kalendārā nav teikts, kad ir ${termsLv[f.term]}.`,
      mend: () =>
        'Importējiet to: ejournal import-calendar FAILS; vai norādiet dienas: --from, --until',
    },
    noSuchWork: {
      what: (f) => `Grupai ${f.group} nav darba „${f.work}”.`,
      mend: (f) => orLikelyLv(f, `Darbu saraksts: ejournal export works --group "${f.group}"`),
    },
    unknownTable: {
      what: (f) => `Tabulas ${f.table} nav.`,
      mend: (f) => `Tabulas: ${f.known.join(', ')}.`,
    },
    unknownRow: {
      what: (f) => `Tabulā ${f.table} nav rindas ${f.key}.`,
      mend: () =>
        'Rakstiet atslēgu, kā to rāda ejournal audit; ar mazāk daļām nosauc vairāk rindu.',
    },
    unknownKey: {
      what: (f) =>
        f.table === undefined
          ? `Nekad nav bijis rindas ar atslēgu „${f.key}”.`
          : `Tabulā ${f.table} nekad nav bijis rindas „${f.key}”.`,
      mend: () => 'Rakstiet visu atslēgu tā, kā to rāda ejournal audit kolonna key.',
    },
    onlyEntered: {
      what: (f) => `Perioda ${f.term} vērtējumu no citiem neaprēķina.`,
      mend: () =>
        'Ievadiet to: ejournal term-marks enter --student 1001 --subject MAT --term exam --value 8',
    },
    badTermValue: {
      what: (f) => `„${f.value}” (${f.registerNo}) nav šī priekšmeta vērtējums.`,
      mend: (f) =>
        f.scale === 'points'
          ? 'Rakstiet 1-10, nv vai atb; ieskaite var būt arī i vai ni.'
          : 'Rakstiet i, ni, nv vai atb.',
    },
    noMarkOfTheirs: {
      what: (f) =>
        f.isKnown
          ? `Skolēns ${f.registerNo} šajā periodā nemācās ${f.place}.`
          : `Šajā mācību gadā nav skolēna ar lietas numuru ${f.registerNo}.`,
      mend: (f) =>
        f.isKnown
          ? 'Apskatiet grupas dalībniekus; vērtējumu no citas skolas importē: ejournal import-term-marks FAILS'
          : 'Izlabojiet numuru.',
    },
    doesNotLearn: {
      what: (f) => `Skolēns ${f.registerNo} šajā periodā nemācās ${f.place}.`,
      mend: () =>
        'Apskatiet grupas dalībniekus; vērtējumu no citas skolas importē: ejournal import-term-marks FAILS',
    },
    termMarksChanged: {
      what: () => 'Kopš ierosināšanas ir ierakstīti perioda vērtējumi; nekas netika ierakstīts.',
      mend: () => 'Palaidiet komandu vēlreiz un apskatiet jaunos ierosinājumus.',
    },
    untilBeforeFrom: {
      what: (f) => `${f.until} ir pirms ${f.from}.`,
      mend: () => 'Norādiet pirmo dienu ar --from un pēdējo ar --until.',
    },
    lastPeriodBeforeFirst: {
      what: (f) => `${f.last}. stunda ir pirms ${f.first}. stundas.`,
      mend: () => 'Norādiet pirmo stundu ar --first-period un pēdējo ar --last-period.',
    },
    outsideSchoolYear: {
      what: (f) => `${f.day} nav šajā mācību gadā.`,
      mend: (f) => `Tā dienas ir no ${f.first} līdz ${f.last}.`,
    },
    studentOrGroup: {
      what: () => 'Lēmums ir par vienu skolēnu vai par vienu grupu.',
      mend: () => 'Norādiet vienu no abiem: --student NUMURS vai --group GRUPA',
    },
    unknownJustification: {
      what: (f) => `Attaisnojuma ${f.id} nav.`,
      mend: () => 'Attaisnojumu saraksts: ejournal justify --decisions',
    },
    alreadyWithdrawn: {
      what: (f) =>
        f.movedTo === null
          ? `Attaisnojums ${f.id} jau ir atsaukts (${f.at}).`
          : `Attaisnojums ${f.id} jau ir pārcelts (${f.at}); tagad tā numurs ir ${f.movedTo}.`,
      mend: () => 'Attaisnojumu saraksts: ejournal justify --decisions',
    },
  },
});
