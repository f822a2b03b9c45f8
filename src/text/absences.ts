import { counted, words } from './words.js';

const lessonsEn = (n: number) => counted('en', n, { one: 'lesson', other: 'lessons' });

const lines = {
  day: 'ejournal absences --from 2015-10-20 --until 2015-10-20',
  student: 'ejournal absences --student 1001 --status unjustified',
  late: 'ejournal absences --class 10.b --late',
  sum: 'ejournal absences --sum --class 10.b',
  alarm: 'ejournal absences --alarm --as-of 2015-10-20T12:00',
};

export const absences = words({
  en: {
    class: 'only of this class, as it was on the day',
    student: 'only of this student (register number)',
    group: 'only lessons of this group',
    year: 'the school year by its first calendar year (else that of now or of --as-of)',
    from: 'only from this day on',
    until: 'only up to this day',
    status: 'only what is decided so',
    late: 'late arrivals instead of missed lessons',
    sum: 'count for each student and semester',
    alarm:
      'who is absent today without a known reason, and who has too many unjustified lessons in the semester; status 3 where there is anybody',
    found: (n: number) => `Missed: ${lessonsEn(n)}.`,
    foundLate: (n: number) => `Late: ${lessonsEn(n)}.`,
    nothing: 'No absences.',
    nobody: 'Nobody is absent without a known reason, and nobody has too many unjustified lessons.',
    absentToday: (n: number) =>
      `Absent today without a known reason: ${counted('en', n, { one: 'student', other: 'students' })}. Ask the parents today.`,
    overLimit: (n: number, limit: number) =>
      `More than ${counted('en', limit, { one: 'unjustified lesson', other: 'unjustified lessons' })} in the semester: ${counted('en', n, { one: 'student', other: 'students' })}. This is reported onward.`,
    warning: (n: number, from: number) =>
      `${from} unjustified lessons or more: ${counted('en', n, { one: 'student', other: 'students' })}.`,
    examples: [
      { does: 'Who missed what on a day', line: lines.day },
      { does: 'The unjustified lessons of a student', line: lines.student },
      { does: 'Who came late in a class', line: lines.late },
      { does: 'The sums of a class', line: lines.sum },
      { does: 'Whom to call today, and about whom to worry', line: lines.alarm },
    ],
  },
  lv: {
    class: 'tikai šīs klases, kāda tā bija tajā dienā',
    student: 'tikai šī skolēna (lietas numurs)',
    group: 'tikai šīs grupas stundas',
    year: 'mācību gads pēc tā pirmā kalendārā gada (citādi šis vai tas, ko nosaka --as-of)',
    from: 'tikai no šīs dienas',
    until: 'tikai līdz šai dienai',
    status: 'tikai tas, kas tā izlemts',
    late: 'nokavētos stundu sākumus, nevis kavētās stundas',
    sum: 'saskaitīt katram skolēnam pa semestriem',
    alarm:
      'kurš šodien nav skolā nezināma iemesla dēļ un kuram semestrī par daudz neattaisnotu stundu; statuss 3, ja tādi ir',
    found: (n) => `Kavētās stundas: ${n}.`,
    foundLate: (n) => `Stundas, kuru sākums nokavēts: ${n}.`,
    nothing: 'Kavējumu nav.',
    nobody: 'Neviens nav prom nezināma iemesla dēļ, un nevienam nav par daudz neattaisnotu stundu.',
    absentToday: (n) =>
      `Šodien nav skolā nezināma iemesla dēļ: ${counted('lv', n, { zero: 'skolēnu', one: 'skolēns', other: 'skolēni' })}. Sazinieties ar vecākiem vēl šodien.`,
    overLimit: (n, limit) =>
      `Neattaisnotu stundu skaits semestrī lielāks par ${limit}: ${counted('lv', n, { zero: 'skolēnu', one: 'skolēns', other: 'skolēni' })}. Par to ziņo tālāk.`,
    warning: (n, from) =>
      `Neattaisnotu stundu skaits ${from} vai vairāk: ${counted('lv', n, { zero: 'skolēnu', one: 'skolēns', other: 'skolēni' })}.`,
    examples: [
      { does: 'Kurš ko kavējis kādā dienā', line: lines.day },
      { does: 'Skolēna neattaisnotās stundas', line: lines.student },
      { does: 'Kurš klasē nokavējis sākumu', line: lines.late },
      { does: 'Klases summas', line: lines.sum },
      { does: 'Kam šodien zvanīt un par ko raizēties', line: lines.alarm },
    ],
  },
});
