import { counted, words } from './words.js';

const lessonsEn = (n: number) => counted('en', n, { one: 'lesson', other: 'lessons' });
const lessonsLv = (n: number) =>
  counted('lv', n, { zero: 'stundu', one: 'stunda', other: 'stundas' });
const daysEn = (n: number) => counted('en', n, { one: 'day', other: 'days' });
const daysLv = (n: number) => counted('lv', n, { zero: 'dienu', one: 'dienu', other: 'dienas' });
const semesterEn = { semester1: 'first', semester2: 'second' };
const semesterLv = { semester1: '1.', semester2: '2.' };

const lines = {
  note: 'ejournal justify --student 1001 --from 2015-10-12 --until 2015-10-14 --reason illness --document "Zīme Nr. 17"',
  hours:
    'ejournal justify --student 1001 --from 2015-10-15 --first-period 3 --last-period 4 --reason doctor',
  trip: 'ejournal justify --group "10.b MAT" --from 2015-10-20 --until 2015-10-21 --reason school --document "Rīk. 12"',
  move: 'ejournal justify --move 1 --from 2015-10-13',
  withdraw: 'ejournal justify --withdraw 2 --note "of another student"',
  list: 'ejournal justify --list --class 7.a --as-of 2015-10-31',
  waiting: 'ejournal justify --list --longer-than 10 --as-of 2015-10-31 --format csv',
  decisions: 'ejournal justify --decisions --class 10.b --from 2015-10-01',
};

export const justify = words({
  en: {
    student: 'the student (register number)',
    group: 'a group that was away together: a trip is one thing',
    class: 'only of this class; on a terminal the class to choose from',
    year: 'the school year of a list by its first calendar year (else that of now or of --as-of)',
    from: 'the first day',
    until: 'the last day (else one day)',
    firstPeriod: 'on every day from this lesson on',
    lastPeriod: 'on every day up to this lesson',
    status: 'what is decided (else justified); with --decisions: only those decided so',
    reason: 'why somebody was away; with --decisions: only those with this reason',
    document: 'the reference of the note; never a diagnosis',
    note: 'a remark',
    withdraw: 'take a justification back, by its number; it stays in the books',
    move: 'move a justification to the days of --from and --until',
    list: 'list the missed lessons that nobody has decided about, the oldest first',
    longerThan: 'with --list: only what waits longer, in working days; status 3 where there is any',
    decisions: 'list the decisions with their numbers, the withdrawn too',
    recorded: (numbers: readonly number[]) =>
      `Recorded: ${numbers.length > 1 ? 'justifications' : 'justification'} ${numbers.join(', ')}.`,
    withdrawn: (number: number) => `Withdrawn: justification ${number}.`,
    moved: (old: number, now: number) => `Justification ${old} was moved; it is number ${now} now.`,
    tried: 'Only tried: nothing was written.',
    unchanged: (numbers: readonly number[]) =>
      `This was recorded already: ${numbers.length > 1 ? 'justifications' : 'justification'} ${numbers.join(', ')}.`,
    affected: (all: number, f: { undecided: number; otherwise: number; same: number }) =>
      all === 0
        ? 'No absence is affected yet; those that come in later are covered.'
        : `It concerns ${lessonsEn(all)}; before: ${f.undecided} undecided, ${f.otherwise} decided otherwise, ${f.same} the same.`,
    released: (all: number, undecided: number) =>
      all === 0
        ? 'No absence is affected.'
        : `It concerns ${lessonsEn(all)}, of which ${undecided} ${undecided === 1 ? 'is' : 'are'} undecided now.`,
    atOnce: (days: number, limit: number) =>
      `A note of the parents covers ${daysEn(days)} here; the school allows ${limit} at a time.`,
    inSemester: (term: 'semester1' | 'semester2', days: number, limit: number) =>
      `Notes of the parents cover ${daysEn(days)} of the ${semesterEn[term]} semester; the school allows ${limit}.`,
    undecided: (n: number) => `Undecided: ${lessonsEn(n)}.`,
    nothingUndecided: 'Nothing is undecided.',
    noDecisions: 'No decisions.',
    ask: {
      class: 'Class',
      student: 'Student (type to search)',
      lessons: 'Missed lessons',
      status: 'Decision',
      reason: 'Reason',
      document: 'Reference of the note (may be empty)',
      write: (lessons: number, spans: number) =>
        `Record ${lessonsEn(lessons)} in ${counted('en', spans, { one: 'span', other: 'spans' })}?`,
    },
    classChoice: (name: string, lessons: number) => `${name}   ${lessonsEn(lessons)}`,
    studentChoice: (name: string, number: string, lessons: number, oldest: string) =>
      `${name} (${number})   ${lessonsEn(lessons)} since ${oldest}`,
    lessonChoice: (weekday: number, date: string, period: number, group: string) =>
      `${['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'][weekday - 1]} ${date}   lesson ${String(period).padStart(2)}   ${group}`,
    statuses: { justified: 'justified', unjustified: 'unjustified' },
    reasons: {
      illness: 'illness',
      doctor: 'doctor',
      family: 'family',
      school: 'represented the school',
      transport: 'transport',
      other: 'other',
    },
    decidedMeanwhile: (date: string, period: number, status: 'justified' | 'unjustified') =>
      `${date}, lesson ${period}: somebody has decided meanwhile: ${status}.`,
    newMeanwhile: (date: string, period: number) =>
      `${date}, lesson ${period}: an absence that came in meanwhile.`,
    presentMeanwhile: (date: string, period: number) =>
      `${date}, lesson ${period}: present after all, as was entered meanwhile.`,
    changedMeanwhile: 'Somebody has changed something meanwhile; nothing was written yet.',
    examples: [
      { does: 'A note for three days', line: lines.note },
      { does: 'At the doctor in lessons 3 and 4', line: lines.hours },
      { does: 'A trip of a group', line: lines.trip },
      { does: 'The days were others', line: lines.move },
      { does: 'It was a mistake', line: lines.withdraw },
      { does: 'What a class teacher has still to decide', line: lines.list },
      { does: 'What waits longer than ten working days, for a script', line: lines.waiting },
      { does: 'The decisions about a class with their numbers', line: lines.decisions },
    ],
  },
  lv: {
    student: 'skolēns (lietas numurs)',
    group: 'grupa, kas bija prom kopā: izbraukums ir viens veselums',
    class: 'tikai šīs klases; terminālī klase, no kuras izvēlēties',
    year: 'saraksta mācību gads pēc tā pirmā kalendārā gada (citādi šis vai tas, ko nosaka --as-of)',
    from: 'pirmā diena',
    until: 'pēdējā diena (citādi viena diena)',
    firstPeriod: 'katru dienu no šīs stundas',
    lastPeriod: 'katru dienu līdz šai stundai',
    status: 'kā tiek izlemts (citādi attaisnots); ar --decisions: tikai tā izlemtie',
    reason: 'kāpēc nebija skolā; ar --decisions: tikai ar šo iemeslu',
    document: 'zīmes numurs vai norāde uz to; nekad diagnoze',
    note: 'piezīme',
    withdraw: 'atsaukt attaisnojumu pēc tā numura; uzskaitē tas paliek',
    move: 'pārcelt attaisnojumu uz --from un --until dienām',
    list: 'rādīt kavētās stundas, par kurām nekas nav izlemts; vecākās vispirms',
    longerThan: 'ar --list: tikai tās, kas gaida ilgāk (darba dienās); statuss 3, ja tādas ir',
    decisions: 'rādīt lēmumus ar to numuriem, arī atsauktos',
    recorded: (numbers) =>
      numbers.length > 1
        ? `Ierakstīti attaisnojumi ${numbers.join(', ')}.`
        : `Ierakstīts attaisnojums ${numbers.join(', ')}.`,
    withdrawn: (number) => `Atsaukts attaisnojums ${number}.`,
    moved: (old, now) => `Attaisnojums ${old} ir pārcelts; tagad tā numurs ir ${now}.`,
    tried: 'Tikai izmēģināts: nekas netika ierakstīts.',
    unchanged: (numbers) =>
      numbers.length > 1
        ? `Tas jau ir ierakstīts: attaisnojumi ${numbers.join(', ')}.`
        : `Tas jau ir ierakstīts: attaisnojums ${numbers.join(', ')}.`,
    affected: (all, f) =>
      all === 0
        ? 'Pagaidām neskar nevienu kavējumu; vēlāk ievadītie būs iekļauti.'
        : `Tas skar ${counted('lv', all, { zero: 'stundu', one: 'stundu', other: 'stundas' })}; līdz šim: neizlemtas ${f.undecided}, izlemtas citādi ${f.otherwise}, tāpat ${f.same}.`,
    released: (all, undecided) =>
      all === 0
        ? 'Neskar nevienu kavējumu.'
        : `Tas skar ${counted('lv', all, { zero: 'stundu', one: 'stundu', other: 'stundas' })}, no tām tagad neizlemtas: ${undecided}.`,
    atOnce: (days, limit) =>
      `Vecāku zīme te attaisno ${daysLv(days)}; skola atļauj ${limit} vienā reizē.`,
    inSemester: (term, days, limit) =>
      `Vecāku zīmes ${semesterLv[term]} semestrī attaisno ${daysLv(days)}; skola atļauj ${limit}.`,
    undecided: (n) => `Neizlemtās stundas: ${n}.`,
    nothingUndecided: 'Neizlemtu kavējumu nav.',
    noDecisions: 'Lēmumu nav.',
    ask: {
      class: 'Klase',
      student: 'Skolēns (rakstiet, lai meklētu)',
      lessons: 'Kavētās stundas',
      status: 'Lēmums',
      reason: 'Iemesls',
      document: 'Zīmes numurs (var būt tukšs)',
      write: (lessons, spans) =>
        `Vai ierakstīt ${counted('lv', lessons, { zero: 'stundu', one: 'stundu', other: 'stundas' })} kā ${counted('lv', spans, { zero: 'posmu', one: 'posmu', other: 'posmus' })}?`,
    },
    classChoice: (name, lessons) => `${name}   ${lessonsLv(lessons)}`,
    studentChoice: (name, number, lessons, oldest) =>
      `${name} (${number})   ${lessonsLv(lessons)} kopš ${oldest}`,
    lessonChoice: (weekday, date, period, group) =>
      `${['P', 'O', 'T', 'C', 'Pk', 'S', 'Sv'][weekday - 1]?.padEnd(2)} ${date}   ${String(period).padStart(2)}. stunda   ${group}`,
    statuses: { justified: 'attaisnots', unjustified: 'neattaisnots' },
    reasons: {
      illness: 'slimība',
      doctor: 'ārsta apmeklējums',
      family: 'ģimenes apstākļi',
      school: 'pārstāvēja skolu',
      transport: 'transports',
      other: 'cits iemesls',
    },
    decidedMeanwhile: (date, period, status) =>
      `${date}, ${period}. stunda: pa to laiku kāds jau izlēmis: ${status === 'justified' ? 'attaisnots' : 'neattaisnots'}.`,
    newMeanwhile: (date, period) => `${date}, ${period}. stunda: pa to laiku ievadīts kavējums.`,
    presentMeanwhile: (date, period) =>
      `${date}, ${period}. stunda: pa to laiku ievadīts, ka tomēr bija skolā.`,
    changedMeanwhile: 'Pa to laiku kāds kaut ko mainījis; nekas vēl netika ierakstīts.',
    examples: [
      { does: 'Zīme par trim dienām', line: lines.note },
      { does: 'Pie ārsta 3. un 4. stundā', line: lines.hours },
      { does: 'Grupas izbraukums', line: lines.trip },
      { does: 'Dienas bija citas', line: lines.move },
      { does: 'Tā bija kļūda', line: lines.withdraw },
      { does: 'Kas klases audzinātājam vēl jāizlemj', line: lines.list },
      { does: 'Kas gaida ilgāk par desmit darba dienām, skriptam', line: lines.waiting },
      { does: 'Lēmumi par klasi ar to numuriem', line: lines.decisions },
    ],
  },
});
