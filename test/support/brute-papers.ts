/** What should stand on printed papers, computed straight from the CSV files without anything of the program. */
import { bruteSchool, type Row } from './brute-force.js';
import { bruteReportCards } from './brute-report-cards.js';
import type { Table } from './printed-pages.js';

/** What should stand on the paper of one student. */
export interface ExpectedPaper {
  readonly class: string;
  /** Together they are on no other page of the file. */
  readonly whose: readonly string[];
  readonly says: readonly string[];
  readonly tables: readonly Table[];
}

const months =
  'janvāris februāris marts aprīlis maijs jūnijs jūlijs augusts septembris oktobris novembris decembris'.split(
    ' ',
  );
const workKinds: Record<string, string> = { test: 'P', quiz: 'I', homework: 'M', classwork: 'K' };
const pointWords = [
  ...['ļoti, ļoti vāji', 'ļoti vāji', 'vāji', 'gandrīz viduvēji', 'viduvēji'],
  ...['gandrīz labi', 'labi', 'ļoti labi', 'teicami', 'izcili'],
];
/** The words of the marks as the state has them. */
export const inWords: Record<string, string> = {
  ...Object.fromEntries(pointWords.map((word, at) => [String(at + 1), `${at + 1} (${word})`])),
  i: 'ieskaitīts',
  ni: 'neieskaitīts',
  nv: 'nv (nav vērtējuma)',
  atb: 'atb. (atbrīvojums)',
};
const onTranscript: Record<string, string> = { ...inWords, atb: 'atbrīvots/-a' };
const decisionsOfCards: Record<string, string> = {
  promoted: 'pārcelt nākamajā klasē',
  repeats: 'atstāt uz otru gadu tajā pašā klasē',
  extended: 'noteikt pagarinātu mācību gadu',
  graduated: 'izsniegt dokumentu par izglītības programmas apguvi',
};
const decisionsOfJournals: Record<string, string> = {
  promoted: 'pārcelts/-a',
  repeats: 'atstāts/-a',
  extended: 'pagarināts gads',
  graduated: 'beidzis/-gusi',
};
const counts = ['attaisnotas', 'neattaisnotas', 'neizlemtas', 'Nokavējumi'] as const;
const latvianDay = (day: string) => `${day.split('-').reverse().join('.')}.`;

interface Missed {
  readonly absences: { justified: number; unjustified: number; undecided: number };
  readonly late: number;
}

/** The numbers of missed lessons; where rows have nothing for nought, nothing. */
const missedCells = ({ absences, late }: Missed, shown: (count: number) => string) =>
  [absences.justified, absences.unjustified, absences.undecided, late].map((count, at) => ({
    text: shown(count),
    under: counts[at] ?? '',
  }));
const notNought = (count: number) => (count === 0 ? '' : String(count));

export function brutePapers(folder: string, asOf: string) {
  const brute = bruteSchool(folder);
  const cards = bruteReportCards(folder);
  const moment = brute.instant(asOf, '23:59:59');
  const file = (name: string) => brute.file(name);
  const [subjects, programmes, groups, termMarks] = [
    file('subjects'),
    file('programmes'),
    file('groups'),
    file('term-marks'),
  ] as [Row[], Row[], Row[], Row[]];
  const decisions = new Map(file('decisions').map((row) => [row['register_no'] ?? '', row]));
  const inOrder = [...subjects].sort(
    (a, b) => Number(a['order'] || 1e5) - Number(b['order'] || 1e5),
  );
  const nameOf = (code: string) => subjects.find((row) => row['code'] === code)?.['name'] ?? code;
  const onDocuments = (row: Row) => row['certificate_name'] || (row['name'] ?? '');
  const personOf = (row: Row) => `${row['last_name']} ${row['first_name']}`;
  const { students } = cards;

  /** The extract of a month; undefined for who is in no class on its last day. */
  function extract(student: Row, month: string): ExpectedPaper | undefined {
    const found = brute.extract(student['register_no'] ?? '', month, moment);
    if (found.class === undefined) return undefined;
    const [year, no] = month.split('-');
    const rows = found.subjects.map((subject) => [
      { text: nameOf(subject.subject) },
      ...subject.marks.map(({ value, kind }) => ({
        text: `${value} ${workKinds[kind ?? ''] ?? ''}`,
      })),
      { text: subject.average?.replace('.', ',') ?? '–', under: 'Vidēji' },
      ...missedCells(subject, notNought),
    ]);
    rows.push([{ text: 'Kopā' }, ...missedCells(found, String)]);
    return {
      class: found.class,
      whose: [personOf(student), `Personas lietas Nr. ${found.register_no}`],
      says: [`${year}. gada ${months[Number(no) - 1]}`, `Klase ${found.class}`],
      tables: [{ heads: ['Vidēji', ...counts], rows }],
    };
  }

  /** The report card of a term; undefined for who is in no class on its last day. */
  function card(student: Row, term: 'semester1' | 'year'): ExpectedPaper | undefined {
    const found = cards.card(student, term, moment);
    if (!found) return undefined;
    const shownIn = (subject: object, of: string) =>
      (subject as Record<string, string | null>)[of] ?? null;
    const lacks = (subject: string, of: string) =>
      found.missing.some((gap) => gap.subject === subject && gap.missing === of);
    const examsOf = (subject: { subject: string }) =>
      ['credit', 'exam']
        .filter((of) => shownIn(subject, of) !== null || lacks(subject.subject, of))
        .map((of) => inWords[shownIn(subject, of) ?? ''] ?? '–')
        .join(', ');
    const termHeads = { semester1: '1. semestris', semester2: '2. semestris', year: 'Gadā' };
    const shown = Object.entries(termHeads).filter(([of]) => term === 'year' || of === term);
    const rows = found.subjects.map((subject) => [
      { text: subject.name },
      ...shown.map(([of, under]) => {
        const dash = lacks(subject.subject, of) ? '–' : '';
        return { text: inWords[shownIn(subject, of) ?? ''] ?? dash, under };
      }),
      { text: examsOf(subject), under: 'Eksāmens, ieskaite' },
      { text: inWords[shownIn(subject, 'reexam') ?? ''] ?? '', under: 'Pēcpārbaudījums' },
    ]);
    const { school_year: year, decision } = found;
    const order = decision?.order_no && `Rīkojums Nr. ${decision.order_no}`;
    const decided = decision && [
      decisionsOfCards[decision.decision ?? ''] ?? '',
      [order, decision.date && latvianDay(decision.date)].filter(Boolean).join(', '),
    ];
    return {
      class: found.class,
      whose: [personOf(student), `Personas lietas Nr. ${found.register_no}`],
      says: [
        `${year}./${year + 1}. ${term === 'year' ? 'mācību gads' : 'mācību gada 1. semestris'}`,
        `Klase ${found.class}`,
        found.class_teacher ?? '',
        decided?.join(' ') ?? '',
      ],
      tables: [
        {
          heads: [...shown.map(([, head]) => head), 'Eksāmens, ieskaite', 'Pēcpārbaudījums'],
          rows,
        },
        {
          heads: counts,
          rows: [[{ text: term === 'year' ? 'Gadā' : 'Semestrī' }, ...missedCells(found, String)]],
        },
      ],
    };
  }

  /** The subjects of a student's programme; a chosen one only where the student is in its group that day. */
  function programmeOf(student: Row, className: string, day: string): Row[] {
    const grade = String(Number.parseInt(className, 10));
    return programmes.filter((row) => {
      if (row['programme'] !== student['programme'] || row['grade'] !== grade) return false;
      const offered = groups.filter(
        (group) =>
          group['subject'] === row['subject'] &&
          (group['classes'] ?? '').split('+').includes(className),
      );
      const divided = offered.filter(
        (group) => group['whole'] !== 'yes' && !group['classes']?.includes('+'),
      );
      return (
        offered.length === 0 ||
        divided.length > 1 ||
        offered.some(
          (group) => group['whole'] === 'yes' || brute.isMember(group['group'] ?? '', student, day),
        )
      );
    });
  }

  /** The last entry of each subject and term of a student, by any day. */
  const marksOf = (number: string) =>
    new Map(
      termMarks
        .filter((row) => row['register_no'] === number)
        .sort((a, b) => brute.recordedAt(a) - brute.recordedAt(b))
        .map((row) => [`${row['subject']} ${row['term']}`, row['value'] ?? '']),
    );
  const isEnough = (value: string | undefined) =>
    value === 'i' || value === 'atb' || Number(value) >= 4;

  /** Everybody in grade 9 or 12 at its end. */
  function lastGrade(grade: 9 | 12) {
    // A class moves within its grade; the others need not be computed.
    const ofGrade = students.filter(({ class: name = '' }) => Number.parseInt(name, 10) === grade);
    return ofGrade.flatMap((student) => {
      const found = cards.card(student, 'year', moment);
      if (!found || Number.parseInt(found.class, 10) !== grade) return [];
      return [{ student, found, marks: marksOf(student['register_no'] ?? '') }];
    });
  }

  /** The transcripts of grade 9 or 12, of all who are ready for a certificate. */
  function transcripts(grade: 9 | 12): ExpectedPaper[] {
    const all = lastGrade(grade);
    const marked = new Set(all.flatMap(({ marks }) => [...marks.keys()]));
    return all.flatMap(({ student, found, marks }) => {
      const learned = programmeOf(student, found.class, found.until);
      const lines = inOrder
        .filter(({ code = '', scale }) => {
          const isGraded = scale !== 'pass' || marked.has(`${code} year`);
          return (
            isGraded &&
            (marks.has(`${code} year`) || learned.some((row) => row['subject'] === code))
          );
        })
        .map((row) => {
          const { code = '' } = row;
          const asked = learned.find((one) => one['subject'] === code)?.['year_end'] || null;
          return { name: onDocuments(row), asked, ...resultOf(marks, code, asked) };
        });
      const decision = decisions.get(student['register_no'] ?? '')?.['decision'] ?? '';
      const isDecided = (grade === 9 ? ['graduated', 'promoted'] : ['graduated']).includes(
        decision,
      );
      const isReady =
        isDecided &&
        student['personal_code'] &&
        // Where the file has none, the code tells the day, unless it is one of the new ones.
        (student['birth_date'] || !student['personal_code'].startsWith('32')) &&
        student['programme'] &&
        lines.every(({ final, atEnd, asked }) => isEnough(final) && (!asked || isEnough(atEnd)));
      if (!isReady) return [];
      const years = `${found.school_year}./${found.school_year + 1}.`;
      const exams = lines.filter(({ asked }) => asked !== null);
      const paper: ExpectedPaper = {
        class: found.class,
        whose: [`${student['first_name']} ${student['last_name']}`, student['personal_code'] ?? ''],
        says: [`Klase ${found.class}`, found.class_teacher ?? '', student['programme'] ?? ''],
        tables: [
          {
            heads: ['Vērtējums', 'Mācību gads'],
            rows: lines.map(({ name, final }) => [
              { text: name },
              { text: onTranscript[final ?? ''] ?? '', under: 'Vērtējums' },
              { text: years, under: 'Mācību gads' },
            ]),
          },
          {
            heads: ['Veids', 'Rezultāts'],
            rows: exams.map(({ name, asked, atEnd }) => [
              { text: name },
              { text: asked === 'exam' ? 'eksāmens' : 'ieskaite', under: 'Veids' },
              { text: onTranscript[atEnd ?? ''] ?? '', under: 'Rezultāts' },
            ]),
          },
        ],
      };
      return [paper];
    });
  }

  /** A re-examination replaces what was not sufficient: the year mark, the exam, or both. */
  function resultOf(marks: ReadonlyMap<string, string>, subject: string, asked: string | null) {
    const [year, exam, credit, again] = ['year', 'exam', 'credit', 'reexam'].map((of) =>
      marks.get(`${subject} ${of}`),
    );
    const retaken = again === undefined || again === 'nv' ? undefined : again;
    const isExamBad = asked === 'exam' && !isEnough(exam);
    const replacesYear = retaken !== undefined && (!isEnough(year) || !isExamBad);
    return {
      final: replacesYear ? retaken : year,
      atEnd: asked === 'credit' ? credit : isExamBad && retaken !== undefined ? retaken : exam,
    };
  }

  const year = Number(brute.file('calendar')[0]?.['from']?.slice(0, 4));
  const yearDays = Array.from({ length: 366 }, (_, at) =>
    new Date(Date.UTC(year, 7, 1 + at)).toISOString().slice(0, 10),
  ).filter((day) => day < `${year + 1}-08-01`);
  const daysIn = (student: Row, className: string) =>
    yearDays.filter((day) => brute.classOf(student, day) === className);

  /** Who stands in the summary journal of a class, in their order, and which columns its marks have. */
  function summary(className: string) {
    const collator = new Intl.Collator('lv');
    const inNames = (a: Row, b: Row) =>
      ['last_name', 'first_name', 'register_no']
        .map((of) => collator.compare(a[of] ?? '', b[of] ?? ''))
        .find((order) => order !== 0) ?? 0;
    const members = students
      .filter((student) => daysIn(student, className).length > 0)
      .sort(inNames);
    return { members, columns: columnsOf(className, members) };
  }

  /** Under each subject its terms: the semesters and the year, the others where there is something to show. */
  function columnsOf(className: string, members: readonly Row[]): string[] {
    const marked = new Set(
      members.flatMap((student) => [...marksOf(student['register_no'] ?? '').keys()]),
    );
    const learned = new Map<string, Set<string>>();
    const ofClass = groups.filter((group) =>
      (group['classes'] ?? '').split('+').includes(className),
    );
    for (const student of members) {
      const days = daysIn(student, className);
      const end = cards.lastDay(className);
      const left = days.at(-1) ?? end;
      const day = left < end ? left : end;
      for (const row of programmeOf(student, className, day)) {
        const asked = learned.get(row['subject'] ?? '') ?? new Set();
        learned.set(row['subject'] ?? '', asked.add(row['year_end'] ?? ''));
      }
      for (const group of ofClass) {
        const subject = group['subject'] ?? '';
        const wasIn = () => days.some((one) => brute.isMember(group['group'] ?? '', student, one));
        if (!learned.has(subject) && wasIn()) learned.set(subject, new Set());
      }
    }
    const terms = ['semester1', 'semester2', 'year', 'credit', 'exam', 'reexam'];
    return inOrder.flatMap(({ code = '', scale }) => {
      const isMarked = terms.some((term) => marked.has(`${code} ${term}`));
      if (!isMarked && !(scale === 'points' && learned.has(code))) return [];
      return terms
        .filter(
          (term, at) => at < 3 || marked.has(`${code} ${term}`) || learned.get(code)?.has(term),
        )
        .map((term) => `${code} ${term}`);
    });
  }

  /** What stands about one student in the journal of a class; the decision only where they were last. */
  function summaryRow(student: Row, className: string) {
    const found = brute.summary(student['register_no'] ?? '', className, moment);
    const last = yearDays.map((day) => brute.classOf(student, day)).findLast((name) => name);
    const { decision: decided, order_no, date } = (last === className && found.decision) || {};
    const decision = decided
      ? [decisionsOfJournals[decided] ?? '', order_no ?? '', date ? latvianDay(date) : '']
      : ['–'];
    return { marks: found.marks, absences: found.absences.flat(), decision };
  }

  return { students, extract, card, transcripts, summary, summaryRow, classOf: brute.classOf };
}
