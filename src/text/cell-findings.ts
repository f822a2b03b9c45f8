import { shownCharacter } from './characters.js';
import { counted, words } from './words.js';

type PersonalCodeFault = 'shape' | 'lostZero' | 'lostHyphen' | 'noSuchDay' | 'checkDigit';
type FaultAndMend = Readonly<Record<PersonalCodeFault, readonly [what: string, mend: string]>>;

const codeEn: FaultAndMend = {
  shape: ['This is not a personal code.', 'Write it as 161175-19997.'],
  lostZero: [
    'The personal code has lost its first zero, as spreadsheets do.',
    'Set the column to text in the spreadsheet and enter the code again, with hyphen.',
  ],
  lostHyphen: ['The personal code has lost its hyphen.', 'Write it as 161175-19997.'],
  noSuchDay: ['The personal code begins with a day that does not exist.', 'Correct the code.'],
  checkDigit: ['The last digit of the personal code does not fit the others.', 'Correct the code.'],
};

const codeLv: FaultAndMend = {
  shape: ['Tas nav personas kods.', 'Rakstiet to kā 161175-19997.'],
  lostZero: [
    'Personas kodam pazudusi pirmā nulle, kā tas notiek izklājlapās.',
    'Izklājlapā iestatiet kolonnu kā tekstu un ievadiet kodu vēlreiz, ar defisi.',
  ],
  lostHyphen: ['Personas kodam pazudusi defise.', 'Rakstiet to kā 161175-19997.'],
  noSuchDay: ['Personas kods sākas ar dienu, kādas nav.', 'Izlabojiet kodu.'],
  checkDigit: ['Personas koda pēdējais cipars neatbilst pārējiem.', 'Izlabojiet kodu.'],
};

/** What can be wrong with a file, a line or one cell of it, before anybody asks what it means. */
export const cellFindings = words({
  en: {
    required: {
      what: () => 'This cell must be filled.',
      mend: () => 'Fill it in.',
    },
    notADate: {
      what: () => 'This is not a day.',
      mend: () => 'Write it as 2015-09-01 or 01.09.2015.',
    },
    notATime: {
      what: () => 'This is not a time of day.',
      mend: () => 'Write it as 08:30.',
    },
    notAMoment: {
      what: () => 'This is not a moment.',
      mend: () => 'Write it as 2015-09-01T17:45:00+03:00 or 01.09.2015 17:45.',
    },
    notYesOrNo: {
      what: () => 'This is neither yes nor no.',
      mend: () => 'Write yes or no (jā, nē).',
    },
    notYesNoOrMoment: {
      what: () => 'This is neither yes nor no nor a moment.',
      mend: () => 'Write yes, no, or a moment as 01.09.2015 17:45.',
    },
    notANumberBetween: {
      what: (f: { least: number; most: number }) =>
        `This is not a whole number from ${f.least} to ${f.most}.`,
      mend: () => 'Correct the number.',
    },
    notAPercentage: {
      what: () => 'This is not a percentage.',
      mend: () => 'Write a number from 0 to 100, as 78 or 78,5.',
    },
    notNumbersBetween: {
      what: (f: { least: number; most: number }) =>
        `These are not numbers from ${f.least} to ${f.most}.`,
      mend: () => 'Write numbers and runs of numbers as 1-5 or 1,3.',
    },
    notOneOf: {
      what: (_f: { words: string }) => 'This word is not known here.',
      mend: (f: { words: string }) => `Write one of these: ${f.words}.`,
    },
    notAClass: {
      what: () => 'This is not a class.',
      mend: () => 'Write it as 7.a or 10.1.',
    },
    emptyInList: {
      what: () => 'The list has an empty place.',
      mend: () => 'Join the values with one + between them.',
    },
    decimalMark: {
      what: () => 'A mark is a whole number; this one has decimals.',
      mend: () => 'Write 1 to 10 without decimals.',
    },
    spreadsheetNumber: {
      what: () => 'A spreadsheet has turned a long number into a short one with E.',
      mend: () => 'Set the column to text in the spreadsheet and enter the number again.',
    },
    spreadsheetDay: {
      what: () => 'A spreadsheet has taken this for a day.',
      mend: () => 'Set the column to text in the spreadsheet and enter the value again.',
    },
    personalCode: {
      what: (f: { fault: PersonalCodeFault }) => codeEn[f.fault][0],
      mend: (f: { fault: PersonalCodeFault }) => codeEn[f.fault][1],
    },
    unreadableLetter: {
      what: () => 'A letter was lost when the file was saved (�).',
      mend: () => 'Enter the text again and save the file as UTF-8.',
    },
    fontLacks: {
      what: (f: { character: string }) =>
        `The font of the documents has no ${shownCharacter.en(f.character)}.`,
      mend: () => 'Write it with another character.',
    },
    notInTheFont: {
      what: () => 'A letter is not in the font of the documents.',
      mend: () => 'Write it in other letters.',
    },
    raggedRow: {
      what: (f: { cells: number; columns: number }) =>
        `The row has ${counted('en', f.cells, { one: 'cell', other: 'cells' })}, the header ${f.columns}.`,
      mend: () =>
        'Look for a delimiter too many or too few, and put text with delimiters in quotes.',
    },
    unclosedQuote: {
      what: () => 'A quote is opened here and never closed.',
      mend: () => 'Close the quote; a quote inside text is doubled: "".',
    },
    strayQuote: {
      what: () => 'There is a quote in the middle of a cell.',
      mend: () => 'Put the whole cell in quotes and double the quotes inside: "".',
    },
    recordTooLarge: {
      what: () => 'This row is larger than 1 MiB.',
      mend: () => 'Look for a quote that is not closed.',
    },
    nulByte: {
      what: () => 'This line has a NUL byte, which no text has.',
      mend: () => 'Save the file again as CSV UTF-8.',
    },
    mixedEncoding: {
      what: () => 'This line is not UTF-8, but others are.',
      mend: () => 'Save the whole file as UTF-8, or name its encoding with --encoding.',
    },
    notInEncoding: {
      what: (f: { encoding: string }) => `This line has bytes that ${f.encoding} does not know.`,
      mend: () => 'Save the file as UTF-8, or name its encoding with --encoding.',
    },
    noHeader: {
      what: () => 'The file has no header line.',
      mend: () => 'Write the names of the columns into the first line.',
    },
    columnTwice: {
      what: () => 'The header has this column twice.',
      mend: () => 'Keep one of the two.',
    },
    missingColumn: {
      what: (f: { column: string; latvian: string }) =>
        `The column ${f.column} (${f.latvian}) is missing.`,
      mend: () => 'Add it to the header; the delimiter is detected from this line.',
    },
    namelessColumn: {
      what: () => 'This row has text in a column without a name.',
      mend: () => 'Give the column a name in the header, or empty it.',
    },
    unknownColumn: {
      what: (f: { nearest: string }) =>
        `This column is not known and was passed over. The nearest is ${f.nearest}.`,
      mend: () => 'Correct its name, or take it out.',
    },
    unknownFile: {
      what: (_f: { nearest: string | null }) =>
        'No file of a school year has this name: it was passed over.',
      mend: (f: { nearest: string | null }) =>
        f.nearest ? `Call it ${f.nearest}, if it is that.` : 'Take it out of the folder.',
    },
  },
  lv: {
    required: {
      what: () => 'Šūnai jābūt aizpildītai.',
      mend: () => 'Aizpildiet to.',
    },
    notADate: {
      what: () => 'Tā nav diena.',
      mend: () => 'Rakstiet 2015-09-01 vai 01.09.2015.',
    },
    notATime: {
      what: () => 'Tas nav pulksteņa laiks.',
      mend: () => 'Rakstiet 08:30.',
    },
    notAMoment: {
      what: () => 'Tas nav brīdis.',
      mend: () => 'Rakstiet 2015-09-01T17:45:00+03:00 vai 01.09.2015 17:45.',
    },
    notYesOrNo: {
      what: () => 'Tas nav ne jā, ne nē.',
      mend: () => 'Rakstiet jā vai nē (yes, no).',
    },
    notYesNoOrMoment: {
      what: () => 'Tas nav ne jā, ne nē, ne brīdis.',
      mend: () => 'Rakstiet jā, nē vai brīdi kā 01.09.2015 17:45.',
    },
    notANumberBetween: {
      what: (f) => `Tas nav vesels skaitlis no ${f.least} līdz ${f.most}.`,
      mend: () => 'Izlabojiet skaitli.',
    },
    notAPercentage: {
      what: () => 'Tie nav procenti.',
      mend: () => 'Rakstiet skaitli no 0 līdz 100, piemēram, 78 vai 78,5.',
    },
    notNumbersBetween: {
      what: (f) => `Tie nav skaitļi no ${f.least} līdz ${f.most}.`,
      mend: () => 'Skaitļus un to virknes rakstiet kā 1-5 vai 1,3.',
    },
    notOneOf: {
      what: () => 'Šāds vārds šeit nav zināms.',
      mend: (f) => `Rakstiet vienu no šiem: ${f.words}.`,
    },
    notAClass: {
      what: () => 'Tā nav klase.',
      mend: () => 'Rakstiet 7.a vai 10.1.',
    },
    emptyInList: {
      what: () => 'Sarakstā ir tukša vieta.',
      mend: () => 'Vērtības savienojiet ar vienu +.',
    },
    decimalMark: {
      what: () => 'Vērtējums ir vesels skaitlis; šim ir decimāldaļas.',
      mend: () => 'Rakstiet 1 līdz 10 bez decimāldaļām.',
    },
    spreadsheetNumber: {
      what: () => 'Izklājlapa garu skaitli ir pārvērtusi īsā pierakstā ar E.',
      mend: () => 'Izklājlapā iestatiet kolonnu kā tekstu un ievadiet skaitli vēlreiz.',
    },
    spreadsheetDay: {
      what: () => 'Izklājlapa šo ir uzskatījusi par dienu.',
      mend: () => 'Izklājlapā iestatiet kolonnu kā tekstu un ievadiet vērtību vēlreiz.',
    },
    personalCode: {
      what: (f) => codeLv[f.fault][0],
      mend: (f) => codeLv[f.fault][1],
    },
    unreadableLetter: {
      what: () => 'Saglabājot failu, ir pazudis burts (�).',
      mend: () => 'Ievadiet tekstu vēlreiz un saglabājiet failu kā UTF-8.',
    },
    fontLacks: {
      what: (f) => `Dokumentu fontā nav zīmes ${shownCharacter.lv(f.character)}.`,
      mend: () => 'Rakstiet to ar citu zīmi.',
    },
    notInTheFont: {
      what: () => 'Dokumentu fontā nav kādas no zīmēm.',
      mend: () => 'Rakstiet to ar citiem burtiem.',
    },
    raggedRow: {
      what: (f) => `Rindā šūnu skaits ir ${f.cells}, bet galvenē ${f.columns}.`,
      mend: () =>
        'Meklējiet lieku vai trūkstošu atdalītāju; tekstu ar atdalītājiem lieciet pēdiņās.',
    },
    unclosedQuote: {
      what: () => 'Šeit atvērtas pēdiņas, kas nav aizvērtas.',
      mend: () => 'Aizveriet pēdiņas; pēdiņas tekstā raksta divreiz: "".',
    },
    strayQuote: {
      what: () => 'Šūnas vidū ir pēdiņas.',
      mend: () => 'Visu šūnu lieciet pēdiņās un pēdiņas tekstā rakstiet divreiz: "".',
    },
    recordTooLarge: {
      what: () => 'Rinda ir lielāka par 1 MiB.',
      mend: () => 'Meklējiet neaizvērtas pēdiņas.',
    },
    nulByte: {
      what: () => 'Rindā ir NUL baits, kāda tekstā nav.',
      mend: () => 'Saglabājiet failu vēlreiz kā CSV UTF-8.',
    },
    mixedEncoding: {
      what: () => 'Šī rinda nav UTF-8, bet citas ir.',
      mend: () => 'Saglabājiet visu failu kā UTF-8 vai norādiet kodējumu ar --encoding.',
    },
    notInEncoding: {
      what: (f) => `Rindā ir baiti, kādu ${f.encoding} kodējumā nav.`,
      mend: () => 'Saglabājiet failu kā UTF-8 vai norādiet kodējumu ar --encoding.',
    },
    noHeader: {
      what: () => 'Failam nav galvenes rindas.',
      mend: () => 'Pirmajā rindā ierakstiet kolonnu nosaukumus.',
    },
    columnTwice: {
      what: () => 'Galvenē šī kolonna ir divreiz.',
      mend: () => 'Atstājiet vienu no abām.',
    },
    missingColumn: {
      what: (f) => `Trūkst kolonnas ${f.column} (${f.latvian}).`,
      mend: () => 'Pievienojiet to galvenei; atdalītāju nosaka pēc šīs rindas.',
    },
    namelessColumn: {
      what: () => 'Rindā ir teksts kolonnā bez nosaukuma.',
      mend: () => 'Dodiet kolonnai nosaukumu galvenē vai iztukšojiet to.',
    },
    unknownColumn: {
      what: (f) => `Šī kolonna nav zināma un ir izlaista. Tuvākā ir ${f.nearest}.`,
      mend: () => 'Izlabojiet nosaukumu vai izņemiet kolonnu.',
    },
    unknownFile: {
      what: () => 'Mācību gada failiem šāda nosaukuma nav: fails ir izlaists.',
      mend: (f) =>
        f.nearest ? `Nosauciet to ${f.nearest}, ja tas ir šis fails.` : 'Izņemiet to no mapes.',
    },
  },
});
