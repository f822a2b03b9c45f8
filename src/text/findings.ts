import { cellFindings } from './cell-findings.js';
import { type Near, orLikelyEn, orLikelyLv } from './likely.js';
import { words } from './words.js';

type Likeness =
  | 'same-name-and-birth-date'
  | 'same-name'
  | 'names-swapped'
  | 'letters-without-marks';

const similarEn: Record<Likeness, (registerNo: string) => string> = {
  'same-name-and-birth-date': (no) => `Student ${no} has the same name and date of birth.`,
  'same-name': (no) =>
    `Student ${no} has the same name; of one of them the date of birth is not known.`,
  'names-swapped': (no) => `Student ${no} has the same names, first and last name swapped.`,
  'letters-without-marks': (no) => `Student ${no} has the same name, but for the marks on letters.`,
};

const similarLv: Record<Likeness, (registerNo: string) => string> = {
  'same-name-and-birth-date': (no) =>
    `Skolēnam ${no} ir tāds pats vārds, uzvārds un dzimšanas datums.`,
  'same-name': (no) =>
    `Skolēnam ${no} ir tāds pats vārds un uzvārds; vienam no abiem nav zināms dzimšanas datums.`,
  'names-swapped': (no) => `Skolēnam ${no} ir tāds pats vārds un uzvārds, tikai apmainīti vietām.`,
  'letters-without-marks': (no) =>
    `Skolēnam ${no} ir tāds pats vārds un uzvārds, ja neskaita garumzīmes un citas burtu zīmes.`,
};

/**
 * What can be wrong with one row of a file, or with what several files say together:
 * `what` it is, and how to `mend` it. The program names a finding by its key and its facts.
 */
export const findings = words({
  en: {
    ...cellFindings.en,
    unknownClass: {
      what: (f: { class: string } & Near) => `There is no class ${f.class} in this school year.`,
      mend: (f: Near) => orLikelyEn(f, 'Write a class as 7.a; classes come from students.csv.'),
    },
    unknownSetting: {
      what: (f: { known: string }) =>
        `This is not a setting of a school. The settings are: ${f.known}.`,
      mend: () => 'Write one of these keys.',
    },
    unknownZone: {
      what: () => 'This is not a time zone.',
      mend: () => 'Write it as Europe/Riga.',
    },
    unknownLanguage: {
      what: () => 'The program does not speak this language.',
      mend: () => 'Write lv or en.',
    },
    untilBeforeFrom: {
      what: (f: { from: string }) => `This day lies before ${f.from}, on which it begins.`,
      mend: () => 'Correct one of the two days.',
    },
    phoneOfOtherParent: {
      what: (f: { name: string }) => `The student’s other parent, ${f.name}, has this phone.`,
      mend: () => 'Correct the phone, or give the other parent theirs in the same file.',
    },
    otherEmail: {
      what: (f: { line: number }) =>
        `Line ${f.line} has the same parent, by phone and name, with another e-mail.`,
      mend: () => 'A person has one e-mail: write the same one in every row, or leave it empty.',
    },
    fromAfterUntil: {
      what: (f: { until: string; column: string }) =>
        `This day lies after ${f.until}, which stands in the database as ${f.column}.`,
      mend: (f: { column: string }) =>
        `Correct the day, or give ${f.column} as well: \\N clears it, for somebody who came back.`,
    },
    lastBeforeFirst: {
      what: (f: { first: number }) => `The last lesson lies before the first, number ${f.first}.`,
      mend: () => 'Correct one of the two numbers.',
    },
    endsBeforeStart: {
      what: (f: { starts: string }) => `The lesson ends before it starts at ${f.starts}.`,
      mend: () => 'Correct one of the two times.',
    },
    otherSchoolYear: {
      what: (f: { year: number }) =>
        `This day does not lie in the school year ${f.year}/${f.year + 1}.`,
      mend: () => 'Correct the day, or choose another school year with --year.',
    },
    classOfWholeYear: {
      what: () => 'The class is replaced for the whole school year, since the year is over.',
      mend: () => 'Give the day from which the new class holds with --on.',
    },
    notAtSchoolThen: {
      what: (f: { date: string }) =>
        `The student is not at the school on ${f.date}; the class changes nothing.`,
      mend: () => 'Enter who comes back in movements.csv, with the kind joined.',
    },
    laterMovement: {
      what: (f: { date: string }) =>
        `The class holds only until the day before ${f.date}: from then on the movements tell another one.`,
      mend: () => 'If that is wrong, correct the row of that day in movements.csv.',
    },
    sinceBeginning: {
      what: (f: { beginning: string }) =>
        `A new student without a first day is taken to be here since ${f.beginning}, and owes what was assessed since.`,
      mend: () => 'Fill in enrolled_on.',
    },
    phoneWrittenOtherwise: {
      what: (f: { phone: string }) =>
        `A parent of the same name has this number, written ${f.phone}.`,
      mend: () => 'If it is the same person, write the number in one way.',
    },
    absentFromNoClass: {
      what: (f: { date: string }) => `The student is in no class on ${f.date}.`,
      mend: () => 'Look at the movements: who is not at the school misses no lesson.',
    },
    listOfWholeGroup: {
      what: () => 'This group is of whole classes: its list says nothing.',
      mend: () => 'Set whole to no in groups.csv if only those on the list are to be in it.',
    },
    semesterTwice: {
      what: (f: { from: string; until: string }) =>
        `The calendar has another such semester for a grade of this one, ${f.from} to ${f.until}; together they are one.`,
      mend: () => 'If that one no longer holds: import-calendar FILE --remove-missing.',
    },
    hereAlready: {
      what: (f: { since: string }) =>
        `The student is at the school already, since ${f.since}: the days before this one would not count.`,
      mend: () => 'Enter the last day before it (left), or a change of class (class).',
    },
    leavingByMovements: {
      what: (f: { date: string }) =>
        `The movements tell otherwise, the last one of ${f.date}, and stand: this last day changes nothing.`,
      mend: () => 'Enter the last day as a movement (left).',
    },
    otherClassByMovements: {
      what: () => 'The movements of the school year tell another class, which stands.',
      mend: () => 'Correct the class, or enter the change in movements.csv.',
    },
    replacesWithoutWork: {
      what: () => 'Only a worked day (working_day) can replace a weekday.',
      mend: () => 'Empty this cell, or make the kind of the day working_day.',
    },
    unknownSubject: {
      what: (f: { subject: string } & Near) => `There is no subject ${f.subject}.`,
      mend: (f: Near) => orLikelyEn(f, 'Correct the code, or import subjects.csv first.'),
    },
    otherName: {
      what: (f: { programme: string; name: string }) =>
        `The programme ${f.programme} is called “${f.name}” further up.`,
      mend: () => 'Give a programme the same name in every row.',
    },
    similarStudent: {
      what: (f: { likeness: Likeness; registerNo: string }) => similarEn[f.likeness](f.registerNo),
      mend: () => 'If it is the same person, keep one register number.',
    },
    otherBirthDate: {
      what: (f: { born: string }) =>
        `The personal code says that the student was born on ${f.born}.`,
      mend: () => 'Correct the date or the personal code.',
    },
    personalCodeTaken: {
      what: (f: { registerNo: string }) =>
        `The student with the number ${f.registerNo} has this personal code.`,
      mend: () => 'Correct the code; a personal code belongs to one student.',
    },
    programmeWithoutSubjects: {
      what: (f: { programme: string; grade: number }) =>
        `The programme ${f.programme} has no subjects in grade ${f.grade}.`,
      mend: () => 'Correct the programme of the student, or add its subjects to programmes.csv.',
    },
    unknownStudent: {
      what: (f: { registerNo: string }) => `No student has the register number ${f.registerNo}.`,
      mend: () => 'Correct the number, or import students.csv first.',
    },
    unknownStaff: {
      what: (f: { name: string } & Near) => `Nobody on the staff has the code ${f.name}.`,
      mend: (f: Near) => orLikelyEn(f, 'Correct the code, or import staff.csv first.'),
    },
    unknownClassInList: {
      what: (f: { name: string } & Near) => `There is no class ${f.name} in this school year.`,
      mend: (f: Near) => orLikelyEn(f, 'Correct the class; classes come from students.csv.'),
    },
    unknownGroup: {
      what: (f: { group: string } & Near) => `There is no group ${f.group} in this school year.`,
      mend: (f: Near) => orLikelyEn(f, 'Correct the name, or import groups.csv first.'),
    },
    classNeeded: {
      what: () => 'Who joins or changes class needs a class.',
      mend: () => 'Fill in the new class.',
    },
    classOfLeaver: {
      what: () => 'Who leaves has no new class.',
      mend: () => 'Empty this cell.',
    },
    overlap: {
      what: (f: { from: string }) =>
        `These days overlap with those of another row of the same key${f.from && `, from ${f.from}`}.`,
      mend: () => 'End the earlier row on the day before.',
    },
    unknownSchedule: {
      what: (f: { name: string }) =>
        `No bells have the schedule ${f.name}: on these days the usual ones ring.`,
      mend: () => 'Correct the name, or add its lessons to bells.csv.',
    },
    neverRings: {
      what: () => 'No bell schedule has this lesson: it is never expected.',
      mend: () => 'Correct the number, or add the lesson to bells.csv.',
    },
    bellGap: {
      what: (f: { other: number }) =>
        `Between lesson ${f.other} and this one lie more than 30 minutes.`,
      mend: () => 'If that is meant, nothing has to be done.',
    },
    bellTwice: {
      what: (f: { schedule: string; starts: string }) =>
        `On the same days this lesson begins at ${f.starts} by the schedule ${f.schedule}.`,
      mend: (_f: { schedule: string; starts: string }) =>
        'Let only one of them ring on a weekday: bells assign.',
    },
    bellOverlap: {
      what: (f: { other: number }) => `This lesson overlaps lesson ${f.other}.`,
      mend: () => 'Correct the times of one of them.',
    },
    notARun: {
      what: (f: { longest: number }) =>
        `From the number to this one is no run of at most ${f.longest} blanks.`,
      mend: () => 'Write both with the same number of digits, the lower one first.',
    },
    examNumberTaken: {
      what: (f: { number: string; registerNo: string }) =>
        `The exam certificate ${f.number} is recorded for student ${f.registerNo}: a number belongs to one student.`,
      mend: () => 'Correct the number, or that of the other student.',
    },
    besideProgramme: {
      what: (f: { registerNo: string }) =>
        `The subject is not in the programme of student ${f.registerNo} in this grade.`,
      mend: () => 'Check the subject: it would stand on the certificate.',
    },
    blankOfOtherKind: {
      what: (f: { number: string }) => `The blank ${f.number} was entered as one of another kind.`,
      mend: () => 'Correct the kind, the series or the number.',
    },
    blankOtherwise: {
      what: (f: { number: string; there: string }) =>
        `The blank ${f.number} was entered already, as ${f.there}.`,
      mend: (_f: { number: string; there: string }) =>
        'Write the number with the zeros that are printed on the blank.',
    },
    studentOrGroup: {
      what: () => 'A justification is either of a student or of a group.',
      mend: () => 'Fill in one of the two: register_no or group.',
    },
    notAMember: {
      what: (f: { group: string; date: string }) =>
        `The student is not in the group ${f.group} on ${f.date}.`,
      mend: () => 'Correct the number, the group or the day, or import who is in the group first.',
    },
    pointsInPassWork: {
      what: () => 'The work is announced as passed or failed; a mark in points cannot stand in it.',
      mend: () => 'Write i, ni, nv or n, or correct the scale of the announcement.',
    },
    markBeforeWork: {
      what: (f: { on: string; date: string }) =>
        `The mark is recorded on ${f.on}, before the day of its work, ${f.date}.`,
      mend: () => 'Check the day of the work and the moment of the mark.',
    },
    correctedSince: {
      what: (f: { rows: number }) =>
        f.rows === 1
          ? 'This row was entered before and corrected since; the correction stands.'
          : `From here on ${f.rows} rows were entered before and corrected since; the corrections stand.`,
      mend: (_f: { rows: number }) => 'To make a row stand again, give it the moment of now.',
    },
    passInPointsWork: {
      what: () => 'The work is announced in points.',
      mend: () => 'If it is passed or failed, correct the scale of the announcement.',
    },
    passOverPoints: {
      what: () => 'The work has marks in points.',
      mend: () => 'Empty the scale, or write points.',
    },
    unknownFirstWork: {
      what: (f: { work: string; group: string }) =>
        `The group ${f.group} has no work “${f.work}” before this one that could be written again.`,
      mend: () =>
        'Correct the title, or enter the first work before: its announcement, or its marks (marks.csv).',
    },
    testNoMore: {
      what: () =>
        'The work stood as a test; after this row nobody owes its marks any more (clause 4.2).',
      mend: () => 'Check it: what was announced first stays in the history of the work.',
    },
    workWithoutKind: {
      what: () => 'The work is not announced, and its first mark does not say what kind it is.',
      mend: () => 'Fill in test, quiz, homework or classwork; only a test has a deadline.',
    },
    notInYear: {
      what: (f: { year: number }) =>
        `The student is not in the school year ${f.year}/${f.year + 1}.`,
      mend: () => 'Correct the number, or choose another school year with --year.',
    },
    subjectNotLearnt: {
      what: (f: { subject: string }) =>
        `Neither the programme nor a group of the student has the subject ${f.subject}.`,
      mend: () => 'If that is right, nothing has to be done.',
    },
    pointsInPassSubject: {
      what: (f: { subject: string }) => `The subject ${f.subject} is passed or failed.`,
      mend: () => 'If the mark is right, nothing has to be done.',
    },
    dayToCome: {
      what: () => 'This day is yet to come.',
      mend: () => 'Correct the date.',
    },
    beforeBirth: {
      what: (f: { born: string }) => `This is before the student was born, on ${f.born}.`,
      mend: () => 'Correct the date.',
    },
    roleOfStaff: {
      what: () => 'A register number is that of a student, but this is a role of the staff.',
      mend: () => 'Leave the register number out and write the name.',
    },
    parentWithoutName: {
      what: () => 'Without the name of the parent the password would go to the student.',
      mend: () => 'Write the name of the parent.',
    },
    studentNamed: {
      what: (f: { name: string }) => `The student with this register number is called ${f.name}.`,
      mend: () => 'Correct the number, the name or the role.',
    },
    userNameTwice: {
      what: (f: { line: number }) => `This user name stands in line ${f.line} already.`,
      mend: () => 'Correct one of the two rows.',
    },
    givenTwice: {
      what: (f: { line: number }) =>
        `This key stands in line ${f.line} already, with other content.`,
      mend: () => 'Keep one of the two rows.',
    },
  },
  lv: {
    ...cellFindings.lv,
    unknownClass: {
      what: (f) => `Šajā mācību gadā nav klases ${f.class}.`,
      mend: (f) => orLikelyLv(f, 'Klasi raksta kā 7.a; klases nosaka students.csv.'),
    },
    unknownSetting: {
      what: (f) => `Skolai tāda iestatījuma nav. Iestatījumi ir: ${f.known}.`,
      mend: () => 'Rakstiet vienu no šīm atslēgām.',
    },
    unknownZone: {
      what: () => 'Tā nav laika josla.',
      mend: () => 'To raksta kā Europe/Riga.',
    },
    unknownLanguage: {
      what: () => 'Programma šajā valodā nerunā.',
      mend: () => 'Rakstiet lv vai en.',
    },
    untilBeforeFrom: {
      what: (f) => `Šī diena ir pirms sākuma dienas ${f.from}.`,
      mend: () => 'Izlabojiet vienu no abām dienām.',
    },
    phoneOfOtherParent: {
      what: (f) => `Šis tālrunis ir otram skolēna vecākam: ${f.name}.`,
      mend: () => 'Izlabojiet tālruni vai tajā pašā failā norādiet otra vecāka tālruni.',
    },
    otherEmail: {
      what: (f) =>
        `${f.line}. rindā ir tas pats vecāks (pēc tālruņa un vārda) ar citu e-pasta adresi.`,
      mend: () =>
        'Cilvēkam ir viena e-pasta adrese: rakstiet visās rindās to pašu vai atstājiet tukšu.',
    },
    fromAfterUntil: {
      what: (f) => `Šī diena ir pēc ${f.until}, kas datubāzē ir kolonnā ${f.column}.`,
      mend: (f) =>
        `Izlabojiet dienu vai norādiet arī ${f.column}: \\N to iztukšo, ja cilvēks ir atgriezies.`,
    },
    lastBeforeFirst: {
      what: (f) => `Pēdējā stunda ir pirms pirmās, ${f.first}. stundas.`,
      mend: () => 'Izlabojiet vienu no abiem numuriem.',
    },
    endsBeforeStart: {
      what: (f) => `Stunda beidzas, pirms tā plkst. ${f.starts} sākusies.`,
      mend: () => 'Izlabojiet vienu no abiem laikiem.',
    },
    otherSchoolYear: {
      what: (f) => `Šī diena nav ${f.year}./${f.year + 1}. mācību gadā.`,
      mend: () => 'Izlabojiet dienu vai izvēlieties citu mācību gadu ar --year.',
    },
    classOfWholeYear: {
      what: () => 'Klase tiek aizstāta visam mācību gadam, jo tas ir beidzies.',
      mend: () => 'Norādiet ar --on dienu, no kuras ir jaunā klase.',
    },
    notAtSchoolThen: {
      what: (f) => `Skolēns ${f.date} nav skolā; klase neko nemaina.`,
      mend: () => 'Atgriešanos ierakstiet failā movements.csv ar veidu joined.',
    },
    laterMovement: {
      what: (f) =>
        `Klase ir tikai līdz dienai pirms ${f.date}: no tās skolēnu kustībā ir cita klase.`,
      mend: () => 'Ja tā nav pareizi, izlabojiet šīs dienas rindu failā movements.csv.',
    },
    sinceBeginning: {
      what: (f) =>
        `Jauns skolēns bez uzņemšanas dienas tiek uzskatīts par mācījušos kopš ${f.beginning}; arī kopš tā laika vērtētais viņam ir nokārtojams.`,
      mend: () => 'Aizpildiet kolonnu „uzņemts”.',
    },
    phoneWrittenOtherwise: {
      what: (f) => `Vecākam ar tādu pašu vārdu un uzvārdu šis numurs ierakstīts tā: ${f.phone}.`,
      mend: () => 'Ja tas ir viens un tas pats cilvēks, rakstiet numuru vienādi.',
    },
    absentFromNoClass: {
      what: (f) => `Skolēns ${f.date} nav nevienā klasē.`,
      mend: () => 'Pārbaudiet kustību: kas nav skolā, tas nekavē stundas.',
    },
    listOfWholeGroup: {
      what: () => 'Šī grupa ir veselu klašu grupa: tās sarakstam nav nozīmes.',
      mend: () =>
        'Ja tajā jābūt tikai sarakstā minētajiem, failā groups.csv kolonnā „visa klase” ierakstiet nē.',
    },
    semesterTwice: {
      what: (f) =>
        `Kalendārā jau ir tāds pats semestris kādai no šīm klasēm, ${f.from} līdz ${f.until}; kopā tie ir viens.`,
      mend: () => 'Ja tas vairs nav spēkā: import-calendar FAILS --remove-missing.',
    },
    hereAlready: {
      what: (f) => `Skolēns jau ir skolā kopš ${f.since}: dienas pirms šīs netiktu skaitītas.`,
      mend: () => 'Ievadiet iepriekšējo pēdējo dienu (left) vai klases maiņu (class).',
    },
    leavingByMovements: {
      what: (f) =>
        `Kustība, pēdējā ${f.date}, liecina citādi un ir spēkā: šī pēdējā diena neko nemaina.`,
      mend: () => 'Ievadiet pēdējo dienu kā kustību (left).',
    },
    otherClassByMovements: {
      what: () => 'Mācību gada skolēnu kustībā ir cita klase, un tā paliek spēkā.',
      mend: () => 'Izlabojiet klasi vai ierakstiet maiņu failā movements.csv.',
    },
    replacesWithoutWork: {
      what: () => 'Tikai darba diena (working_day) var aizstāt citu nedēļas dienu.',
      mend: () => 'Iztukšojiet šūnu vai norādiet dienas veidu working_day.',
    },
    unknownSubject: {
      what: (f) => `Mācību priekšmeta ${f.subject} nav.`,
      mend: (f) => orLikelyLv(f, 'Izlabojiet kodu vai vispirms importējiet subjects.csv.'),
    },
    otherName: {
      what: (f) => `Programmai ${f.programme} iepriekš ir nosaukums „${f.name}”.`,
      mend: () => 'Programmai visās rindās jābūt vienam nosaukumam.',
    },
    similarStudent: {
      what: (f) => similarLv[f.likeness](f.registerNo),
      mend: () => 'Ja tas ir viens cilvēks, atstājiet vienu lietas numuru.',
    },
    otherBirthDate: {
      what: (f) => `Pēc personas koda dzimšanas datums ir ${f.born}.`,
      mend: () => 'Izlabojiet datumu vai personas kodu.',
    },
    personalCodeTaken: {
      what: (f) => `Šāds personas kods ir skolēnam ar lietas numuru ${f.registerNo}.`,
      mend: () => 'Izlabojiet kodu; personas kods pieder vienam skolēnam.',
    },
    programmeWithoutSubjects: {
      what: (f) => `Programmai ${f.programme} ${f.grade}. klasē nav neviena priekšmeta.`,
      mend: () => 'Izlabojiet skolēna programmu vai papildiniet programmes.csv.',
    },
    unknownStudent: {
      what: (f) => `Nav skolēna ar lietas numuru ${f.registerNo}.`,
      mend: () => 'Izlabojiet numuru vai vispirms importējiet students.csv.',
    },
    unknownStaff: {
      what: (f) => `Nav darbinieka ar kodu ${f.name}.`,
      mend: (f) => orLikelyLv(f, 'Izlabojiet kodu vai vispirms importējiet staff.csv.'),
    },
    unknownClassInList: {
      what: (f) => `Šajā mācību gadā nav klases ${f.name}.`,
      mend: (f) => orLikelyLv(f, 'Izlabojiet klasi; klases nosaka students.csv.'),
    },
    unknownGroup: {
      what: (f) => `Šajā mācību gadā nav grupas ${f.group}.`,
      mend: (f) => orLikelyLv(f, 'Izlabojiet nosaukumu vai vispirms importējiet groups.csv.'),
    },
    classNeeded: {
      what: () => 'Uzņemtajam vai pārceltajam vajadzīga klase.',
      mend: () => 'Ierakstiet jauno klasi.',
    },
    classOfLeaver: {
      what: () => 'Izstājušamies jaunas klases nav.',
      mend: () => 'Iztukšojiet šūnu.',
    },
    overlap: {
      what: (f) =>
        `Šīs dienas pārklājas ar citas rindas dienām, kurai ir tā pati atslēga${f.from && `, no ${f.from}`}.`,
      mend: () => 'Iepriekšējo rindu beidziet dienu agrāk.',
    },
    unknownSchedule: {
      what: (f) => `Zvanu saraksta ${f.name} nav: šajās dienās zvana kā parasti.`,
      mend: () => 'Izlabojiet nosaukumu vai ierakstiet tā stundas failā bells.csv.',
    },
    neverRings: {
      what: () => 'Nevienā zvanu sarakstā šādas stundas nav: tā nekad netiek gaidīta.',
      mend: () => 'Izlabojiet numuru vai ierakstiet stundu failā bells.csv.',
    },
    bellGap: {
      what: (f) => `Starp ${f.other}. stundu un šo ir vairāk nekā 30 minūtes.`,
      mend: () => 'Ja tā ir paredzēts, nekas nav jādara.',
    },
    bellTwice: {
      what: (f) => `Pēc saraksta ${f.schedule} šī stunda tajās pašās dienās sākas ${f.starts}.`,
      mend: () => 'Vienā nedēļas dienā lai zvana tikai viens no tiem: bells assign.',
    },
    bellOverlap: {
      what: (f) => `Šī stunda pārklājas ar ${f.other}. stundu.`,
      mend: () => 'Izlabojiet vienas stundas laiku.',
    },
    notARun: {
      what: (f) =>
        `No pirmā numura līdz šim nav numuru virkne, kurā ir ne vairāk kā ${f.longest} veidlapu.`,
      mend: () => 'Abus rakstiet ar vienādu ciparu skaitu, mazāko pirmo.',
    },
    examNumberTaken: {
      what: (f) =>
        `Eksāmena sertifikāts ${f.number} jau ierakstīts skolēnam ar lietas numuru ${f.registerNo}; numurs ir tikai vienam skolēnam.`,
      mend: () => 'Izlabojiet šo numuru vai otra skolēna numuru.',
    },
    besideProgramme: {
      what: (f) =>
        `Skolēna (lietas numurs ${f.registerNo}) izglītības programmā šajā klasē šāda priekšmeta nav.`,
      mend: () => 'Pārbaudiet priekšmetu: tas būtu ierakstīts dokumentā.',
    },
    blankOfOtherKind: {
      what: (f) => `Veidlapa ${f.number} jau ievadīta kā cita veida veidlapa.`,
      mend: () => 'Izlabojiet veidu, sēriju vai numuru.',
    },
    blankOtherwise: {
      what: (f) => `Veidlapa ${f.number} jau ir ievadīta kā ${f.there}.`,
      mend: () => 'Rakstiet numuru ar tām nullēm, kas iespiestas uz veidlapas.',
    },
    studentOrGroup: {
      what: () => 'Attaisnojums ir vai nu skolēnam, vai grupai.',
      mend: () => 'Aizpildiet vienu no abiem: register_no vai group.',
    },
    notAMember: {
      what: (f) => `Skolēns ${f.date} nav grupā ${f.group}.`,
      mend: () => 'Izlabojiet numuru, grupu vai dienu vai vispirms importējiet grupas dalībniekus.',
    },
    pointsInPassWork: {
      what: () => 'Darbs pieteikts ar vērtējumu i vai ni; balles tajā neder.',
      mend: () => 'Rakstiet i, ni, nv vai n vai izlabojiet pieteikuma vērtēšanu.',
    },
    markBeforeWork: {
      what: (f) => `Vērtējums ierakstīts ${f.on}, pirms darba dienas ${f.date}.`,
      mend: () => 'Pārbaudiet darba dienu un vērtējuma ieraksta brīdi.',
    },
    correctedSince: {
      what: (f) =>
        f.rows === 1
          ? 'Šī rinda jau bija ierakstīta un vēlāk labota; labojums paliek spēkā.'
          : `Sākot ar šo rindu, jau agrāk ierakstītas un vēlāk labotas rindas: ${f.rows}; labojumi paliek spēkā.`,
      mend: () => 'Lai rinda atkal būtu spēkā, norādiet tai pašreizējo brīdi.',
    },
    passInPointsWork: {
      what: () => 'Darbs pieteikts ar vērtējumu ballēs.',
      mend: () => 'Ja to vērtē ar i vai ni, izlabojiet pieteikuma vērtēšanu.',
    },
    passOverPoints: {
      what: () => 'Darbam ir vērtējumi ballēs.',
      mend: () => 'Iztukšojiet vērtēšanu vai rakstiet points.',
    },
    unknownFirstWork: {
      what: (f) => `Grupai ${f.group} pirms šī nav darba „${f.work}”, ko varētu atkārtot.`,
      mend: () =>
        'Izlabojiet nosaukumu vai vispirms ievadiet pirmo darbu: tā pieteikumu vai vērtējumus (marks.csv).',
    },
    testNoMore: {
      what: () =>
        'Darbs bija ierakstīts kā pārbaudes darbs; pēc šīs rindas tā vērtējumi vairs nav jāieraksta (4.2. punkts).',
      mend: () => 'Pārbaudiet: pirmais pieteikums paliek darba vēsturē.',
    },
    workWithoutKind: {
      what: () => 'Darbs nav pieteikts, un tā pirmais vērtējums nepasaka darba veidu.',
      mend: () =>
        'Ierakstiet test, quiz, homework vai classwork; termiņš ir tikai pārbaudes darbam.',
    },
    notInYear: {
      what: (f) => `Skolēna nav ${f.year}./${f.year + 1}. mācību gadā.`,
      mend: () => 'Izlabojiet numuru vai izvēlieties citu mācību gadu ar --year.',
    },
    subjectNotLearnt: {
      what: (f) => `Priekšmeta ${f.subject} nav ne skolēna programmā, ne grupās.`,
      mend: () => 'Ja tas ir pareizi, nekas nav jādara.',
    },
    pointsInPassSubject: {
      what: (f) => `Priekšmetu ${f.subject} vērtē ar i vai ni.`,
      mend: () => 'Ja vērtējums ir pareizs, nekas nav jādara.',
    },
    dayToCome: {
      what: () => 'Šī diena vēl nav pienākusi.',
      mend: () => 'Izlabojiet datumu.',
    },
    beforeBirth: {
      what: (f) => `Tas ir pirms skolēna dzimšanas dienas, ${f.born}.`,
      mend: () => 'Izlabojiet datumu.',
    },
    roleOfStaff: {
      what: () => 'Lietas numurs ir skolēnam, bet šī ir darbinieka loma.',
      mend: () => 'Lietas numuru izdzēsiet un ierakstiet vārdu un uzvārdu.',
    },
    parentWithoutName: {
      what: () => 'Bez vecāka vārda un uzvārda paroli saņemtu skolēns.',
      mend: () => 'Ierakstiet vecāka vārdu un uzvārdu.',
    },
    studentNamed: {
      what: (f) => `Skolēns ar šo lietas numuru ir ${f.name}.`,
      mend: () => 'Izlabojiet numuru, vārdu vai lomu.',
    },
    userNameTwice: {
      what: (f) => `Šis lietotājvārds jau ir ${f.line}. rindā.`,
      mend: () => 'Izlabojiet vienu no abām rindām.',
    },
    givenTwice: {
      what: (f) => `Šī atslēga jau ir ${f.line}. rindā ar citu saturu.`,
      mend: () => 'Atstājiet vienu no abām rindām.',
    },
  },
});

export type FindingName = keyof (typeof findings)['en'];
type Said<N extends FindingName> = (typeof findings)['en'][N]['what'];

/** A finding without its place: its name and the facts that its sentence needs. */
export interface Wrong<N extends FindingName = FindingName> {
  readonly finding: N;
  readonly facts: Parameters<Said<N>>[0];
}

/** Names a finding with its facts; a finding without facts takes none. */
export function wrong<N extends FindingName>(finding: N, ...facts: Parameters<Said<N>>): Wrong<N> {
  return { finding, facts: facts[0] };
}
