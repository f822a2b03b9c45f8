import { counted, words } from './words.js';

const marksEn = (n: number, what: string) =>
  counted('en', n, { one: `mark ${what}`, other: `marks ${what}` });

/** More are not named one by one. */
const mostNamed = 12;

const record =
  'ejournal record-marks --group "7.a MAT" --date 2015-10-20 --work "Lineāras funkcijas"';
const lines = {
  announce: `${record} --kind test --announce`,
  marks: `${record} --kind test 1001=8 1002=5 1003=nv`,
  change:
    'ejournal record-marks --group "7.a MAT" --date 2015-09-11 --work "Pārbaudes darbs Nr. 1" 1001=9 --reason "kļūda punktu saskaitīšanā"',
  retest:
    'ejournal record-marks --group "7.a MAT" --date 2015-09-18 --work "Pārbaudes darbs Nr. 1 (atkārtoti)" --kind test --retest-of "Pārbaudes darbs Nr. 1" 1002=7',
};

export const recordingMarks = words({
  en: {
    marks:
      'register number and value: 1001=8 1002=nv; without them, the command asks on a terminal',
    group: 'the group',
    work: 'the title of the work',
    date: 'the day of the work (else today)',
    kind: 'what kind of work; needed for one that is new',
    scale: 'points, or pass (i and ni); else the subject’s',
    retestOf: 'the title of the work that is written again',
    announce: 'announce the work, so that it is seen without a single mark',
    force: 'changes a test into work without a deadline; needs --reason',
    reason: 'why a mark that is there is changed, or a test has no deadline any more',
    usage: 'ejournal record-marks --group GROUP --work TITLE 1001=8 1002=nv',
    announced: 'The work is announced.',
    recorded: (added: number, changed: number) =>
      [
        ...(added > 0 ? [marksEn(added, 'recorded')] : []),
        ...(changed > 0 ? [marksEn(changed, 'changed')] : []),
      ]
        .join(', ')
        .concat('.'),
    without: (students: readonly string[]) =>
      students.length > mostNamed
        ? `Still without a mark: ${students.length} students (clause 4.2).`
        : `Still without a mark: ${students.join(', ')} (clause 4.2).`,
    unchanged: 'Nothing to change: the marks are so already.',
    notEntered: 'No mark was typed: the work was not entered.',
    noLesson: 'The group has no lesson on that day: check the day of the work.',
    questions: {
      kind: 'What kind of work is it?',
      kinds: { test: 'test', quiz: 'quiz', homework: 'homework', classwork: 'classwork' },
      howTo: {
        points: 'A mark for each: 1-10, nv (still owed) or n (was away). Enter skips.',
        pass: 'A mark for each: i, ni, nv (still owed) or n (was away). Enter skips.',
      },
      wrong: { points: 'Write 1-10, nv or n.', pass: 'Write i, ni, nv or n.' },
      standing: (name: string, value: string) => `${name} (now ${value})`,
      reason: 'Why are marks changed?',
      reasonNeeded: 'A reason is needed; Ctrl-C leaves without writing anything.',
    },
    examples: [
      { does: 'Announce a test', line: lines.announce },
      { does: 'Enter its marks', line: lines.marks },
      { does: 'Change a mark; the one before stays in its history', line: lines.change },
      { does: 'A retest; the first mark stays', line: lines.retest },
    ],
  },
  lv: {
    marks: 'lietas numurs un vērtējums: 1001=8 1002=nv; bez tiem komanda terminālī jautā',
    group: 'grupa',
    work: 'darba nosaukums',
    date: 'darba diena (citādi šodien)',
    kind: 'darba veids; vajadzīgs jaunam darbam',
    scale: 'points (balles) vai pass (i un ni); citādi kā priekšmetam',
    retestOf: 'atkārtojamā darba nosaukums',
    announce: 'pieteikt darbu, lai to redzētu arī bez neviena vērtējuma',
    force: 'padara pārbaudes darbu par darbu bez termiņa; vajag --reason',
    reason: 'kāpēc esošs vērtējums ir mainīts vai pārbaudes darbam vairs nav termiņa',
    usage: 'ejournal record-marks --group GRUPA --work NOSAUKUMS 1001=8 1002=nv',
    announced: 'Darbs ir pieteikts.',
    recorded: (added, changed) =>
      `Vērtējumi ierakstīti: ${[...(added > 0 ? [`jauni ${added}`] : []), ...(changed > 0 ? [`mainīti ${changed}`] : [])].join(', ')}.`,
    without: (students) =>
      students.length > mostNamed
        ? `Skolēni, kas vēl bez vērtējuma: ${students.length} (4.2. punkts).`
        : `Vēl bez vērtējuma: ${students.join(', ')} (4.2. punkts).`,
    unchanged: 'Nav ko mainīt: vērtējumi jau ir tādi.',
    notEntered: 'Neviens vērtējums netika ievadīts: darbs nav ierakstīts.',
    noLesson: 'Grupai tajā dienā stundas nav: pārbaudiet darba dienu.',
    questions: {
      kind: 'Kāda veida darbs tas ir?',
      kinds: {
        test: 'pārbaudes darbs',
        quiz: 'ieskaite',
        homework: 'mājas darbs',
        classwork: 'darbs stundā',
      },
      howTo: {
        points: 'Katram vērtējums: 1-10, nv (vēl jāizpilda) vai n (nebija). Enter izlaiž.',
        pass: 'Katram vērtējums: i, ni, nv (vēl jāizpilda) vai n (nebija). Enter izlaiž.',
      },
      wrong: { points: 'Rakstiet 1-10, nv vai n.', pass: 'Rakstiet i, ni, nv vai n.' },
      standing: (name, value) => `${name} (tagad ${value})`,
      reason: 'Kāpēc vērtējumi ir mainīti?',
      reasonNeeded: 'Iemesls ir vajadzīgs; ar Ctrl-C iziet, neko neierakstot.',
    },
    examples: [
      { does: 'Pieteikt pārbaudes darbu', line: lines.announce },
      { does: 'Ierakstīt tā vērtējumus', line: lines.marks },
      { does: 'Mainīt vērtējumu; iepriekšējais paliek vēsturē', line: lines.change },
      { does: 'Atkārtots darbs; pirmais vērtējums paliek', line: lines.retest },
    ],
  },
});
