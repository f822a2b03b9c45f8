import { words } from './words.js';

interface LessonPlace {
  readonly date: string;
  readonly period: number;
  readonly group: string;
}

const examples = (does: readonly [string, string, string, string, string]) => [
  {
    does: does[0],
    line: 'ejournal record-lesson --date 2015-10-05 --period 5 --group "7.a MAT" --topic "Daļas" --homework "12. lpp." --nobody-absent',
  },
  {
    does: does[1],
    line: 'ejournal record-lesson --date 2015-10-06 --group "7.a MAT" --absent 1001,1007 --late 1005',
  },
  {
    does: does[2],
    line: 'ejournal record-lesson --date 2015-10-06 --group "7.a MAT" --topic "Decimāldaļas" --dry-run',
  },
  {
    does: does[3],
    line: 'ejournal record-lesson --date 2015-10-10 --period 2 --group "7.a MAT" --topic "Olimpiāde" --nobody-absent --force --reason "gatavošanās olimpiādei"',
  },
  {
    does: does[4],
    line: 'ejournal record-lesson --date 2015-10-07 --period 3 --group "7.a MAT" --teacher FIZ1 --force --reason "aizvieto slimības dēļ"',
  },
];

export const recordingLesson = words({
  en: {
    date: 'the day of the lesson (else today)',
    period: 'the number of the lesson (else the only one of the group on that day)',
    group: 'the group; without it the command asks, on a terminal',
    topic: 'what the lesson was about; "" takes away what stands',
    homework: 'the homework; "" takes away what stands',
    teacher: 'the staff code of who held it, where it was a substitute',
    kind: 'what kind of lesson',
    absent: 'the register numbers of those who were absent: 1001,1007',
    late: 'the register numbers of those who came late',
    present: 'the register numbers of those who were recorded as away, and were there',
    nobodyAbsent: 'nobody was absent: the absences are checked',
    force: 'enter what the timetable does not know; needs --reason',
    reason: 'why; kept with the entry',
    recorded: (f: LessonPlace) => `Recorded: ${f.group}, ${f.date}, lesson ${f.period}.`,
    unchanged: 'Nothing to change: the lesson says that already.',
    replaced: (topic: string) => `The topic was “${topic}”; it stays in the history.`,
    complete: 'Nothing more is owed for it.',
    missing: {
      lesson: 'not entered yet',
      topic: 'the topic is missing',
      absences: 'the absences are not checked',
      'topic+absences': 'the topic is missing, the absences are not checked',
    },
    owed: (missing: 'lesson' | 'topic' | 'absences' | 'topic+absences') => owedEn[missing],
    notHeld: 'not held',
    questions: {
      date: 'Day',
      notADay: 'Write a day as 2015-09-01 or 01.09.2015.',
      whose: 'Whose lessons? (the code of a teacher, or a class)',
      nobody: 'There is neither a teacher nor a class of that name.',
      lesson: 'Lesson',
      other: 'another lesson',
      group: 'Group',
      period: 'Number of the lesson',
      notAPeriod: 'Write a number from 0 to 15.',
      reason: 'Why is it entered all the same?',
      reasonNeeded: 'A reason is needed; Ctrl-C leaves without writing anything.',
      topic: 'Topic',
      homework: 'Homework',
      check: 'Enter the absences now?',
      absent: 'Who was absent? (nobody: just Enter)',
      late: 'Who came late?',
    },
    examples: examples([
      'A whole lesson',
      'Who was away, in the only lesson of the group on that day; the topic is still owed then',
      'Try it first',
      'A lesson on a Saturday, with the reason',
      'A lesson held by a substitute',
    ]),
  },
  lv: {
    date: 'stundas diena (citādi šodien)',
    period: 'stundas numurs (citādi grupas vienīgā stunda tajā dienā)',
    group: 'grupa; bez tās komanda terminālī jautā',
    topic: 'stundas tēma; "" noņem esošo',
    homework: 'mājas darbs; "" noņem esošo',
    teacher: 'tā darbinieka kods, kurš stundu vadīja, ja tas bija aizvietotājs',
    kind: 'stundas veids',
    absent: 'to lietas numuri, kuru nebija: 1001,1007',
    late: 'to lietas numuri, kuri nokavēja',
    present: 'to lietas numuri, kuriem ierakstīts kavējums, bet kuri tomēr bija',
    nobodyAbsent: 'neviens nekavēja: kavējumi ir pārbaudīti',
    force: 'ierakstīt to, ko stundu saraksts neparedz; vajadzīgs --reason',
    reason: 'kāpēc; paliek pie ieraksta',
    recorded: (f) => `Ierakstīts: ${f.group}, ${f.date}, ${f.period}. stunda.`,
    unchanged: 'Nav ko mainīt: stundā tas jau ir.',
    replaced: (topic) => `Tēma bija „${topic}”; tā paliek vēsturē.`,
    complete: 'Stundai vairs nekas netrūkst.',
    missing: {
      lesson: 'vēl nav ievadīta',
      topic: 'trūkst tēmas',
      absences: 'kavējumi nav pārbaudīti',
      'topic+absences': 'trūkst tēmas, kavējumi nav pārbaudīti',
    },
    owed: (missing) => owedLv[missing],
    notHeld: 'nav notikusi',
    questions: {
      date: 'Diena',
      notADay: 'Dienu raksta kā 2015-09-01 vai 01.09.2015.',
      whose: 'Kura stundas? (pedagoga kods vai klase)',
      nobody: 'Nav ne pedagoga, ne klases ar tādu nosaukumu.',
      lesson: 'Stunda',
      other: 'cita stunda',
      group: 'Grupa',
      period: 'Stundas numurs',
      notAPeriod: 'Rakstiet skaitli no 0 līdz 15.',
      reason: 'Kāpēc to tomēr ieraksta?',
      reasonNeeded: 'Iemesls ir vajadzīgs; ar Ctrl-C iziet, neko neierakstot.',
      topic: 'Tēma',
      homework: 'Mājas darbs',
      check: 'Vai tagad ievadīt kavējumus?',
      absent: 'Kuru nebija? (ja visi bija: tikai Enter)',
      late: 'Kuri nokavēja?',
    },
    examples: examples([
      'Visa stunda',
      'Kuru nebija grupas vienīgajā stundā tajā dienā; tad vēl trūkst tēmas',
      'Vispirms izmēģināt',
      'Stunda sestdienā, ar iemeslu',
      'Stunda, ko vadīja aizvietotājs',
    ]),
  },
});

const owedEn = {
  lesson: 'The lesson is still owed.',
  topic: 'The topic is still owed: --topic',
  absences:
    'The absences are not checked, which is still owed: --absent, --late or --nobody-absent',
  'topic+absences':
    'The topic is still owed (--topic), and the absences are not checked (--absent, --late or --nobody-absent).',
};
const owedLv = {
  lesson: 'Stunda vēl jāievada.',
  topic: 'Vēl trūkst tēmas: --topic',
  absences: 'Kavējumi nav pārbaudīti, tas vēl jāizdara: --absent, --late vai --nobody-absent',
  'topic+absences':
    'Vēl trūkst tēmas (--topic), un kavējumi nav pārbaudīti (--absent, --late vai --nobody-absent).',
};
