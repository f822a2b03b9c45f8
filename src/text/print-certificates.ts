import { counted, words } from './words.js';

interface Counts {
  readonly ready: number;
  readonly prepared: number;
  readonly issued: number;
  readonly reportCard: number;
  readonly open: number;
}

interface Blank {
  readonly series: string;
  readonly number: string;
}

interface Duplicate extends Blank {
  /** Series and number. */
  readonly replaces: string | null;
  readonly reason: string | null;
  readonly notice_on: string | null;
}

interface IssuedCertificate {
  /** Series and number. */
  readonly number: string;
  readonly name: string;
  readonly date: string;
}

/** Whose certificate is no longer as the data say, and in what. */
interface Doubtful {
  readonly who: string;
  readonly why: string;
}

const doubts = (all: readonly Doubtful[]) => all.map(({ who, why }) => `${who}: ${why}`).join('; ');

const certificatesEn = (n: number) =>
  counted('en', n, { one: 'certificate', other: 'certificates' });

const lines = [
  'ejournal print-certificates --grade 9 --check',
  'ejournal print-certificates --grade 12 --class 12.a --check --format csv',
  'ejournal print-certificates --grade 9 --prepare --dry-run',
  'ejournal print-certificates --grade 9 --register',
  'ejournal print-certificates --grade 12 --issued --dialect excel --output issued.csv',
  'ejournal print-certificates --calibrate --out certificates',
] as const;

export const printingCertificates = words({
  en: {
    acts: 'What to do (one of them):',
    check: 'show who is ready and who lacks what',
    prepare: 'bind the certificates of those who are ready to the next free blanks',
    print:
      'print certificates on plain paper and their transcripts; or only certificate, transcript, or form: the data alone, for the State’s preprinted form',
    calibrate:
      'print rulers and crosses for setting the offsets of both forms, or with --grade of that one',
    printing: 'How it is printed:',
    issue:
      'enter that prepared certificates were handed out; those that something is wrong with are asked about (--yes)',
    void: 'enter that the form of a certificate was spoilt; one that was issued is asked about (--yes)',
    duplicate: 'prepare the duplicate of a lost certificate',
    register: 'show the register of certificates; with --out as a book to print',
    issued: 'show what was issued in a school year, for typing into the State’s register',
    whose: 'Whose certificates:',
    grade:
      '9 (basic education, apliecība) or 12 (secondary education, atestāts); needed with --check, --prepare, --print, --issue, --register and --issued',
    class: 'only of this class',
    student: 'only of this student (register number)',
    year: 'the school year by its first calendar year (else the newest; the register: all)',
    details: 'What is entered:',
    series:
      'the series of the blanks; needed where a number stands in several; with --issue: only of this one',
    number: 'with --void: the number of the spoilt certificate; with --issue: only this one',
    of: 'with --duplicate: the number of the lost certificate',
    date: 'the day on the document (else that of the council’s decision); with --issue the day of handing out, with --void that on which it was spoilt (else today)',
    receiver: 'with --issue: who signed for it (else the student)',
    reason: 'with --void and --duplicate: why',
    noticeDate: 'with --duplicate: the day of the notice in Latvijas Vēstnesis',
    checked: (students: number, { ready, prepared, issued, reportCard, open }: Counts) =>
      `${counted('en', students, { one: 'student', other: 'students' })}: ${ready} ready, ${prepared} prepared, ${issued} issued, ${reportCard} with a report card only. Of all these ${open} still open.`,
    cardInstead: (lacks: string) => `report card instead; ${lacks}`,
    printDoubtful: (all: readonly Doubtful[]) =>
      `No longer as the data say: ${doubts(all)}. --prepare writes anew what was corrected; --void writes off the form of who gets none any more.`,
    spoils: 'A form that says what is not so is spoilt. Print onto the forms all the same?',
    left: (forms: readonly string[]) =>
      `Prepared for students who are no longer in the grade: ${forms.join(', ')}. Write the forms off: ejournal print-certificates --void --number NUMBER --reason …`,
    untaught: (f: { class: string; subjects: readonly string[] }) =>
      `${f.class}: the programme has ${f.subjects.join(', ')}, but the class has no group of it, and nobody a mark. It is taken as not learned, and stands on no certificate.`,
    withoutCertificate: (n: number) =>
      `The council let ${counted('en', n, { one: 'student', other: 'students' })} complete the grade whose marks are insufficient or missing: as it stands they get a report card instead of a certificate; report-cards --term year --except-graduates prints it. It bears the decision that was entered: have that put right too.`,
    prepared: (done: number, unchanged: number, notReady: number) =>
      `${certificatesEn(done)} prepared, ${unchanged} ${unchanged === 1 ? 'was' : 'were'} so already, ${counted('en', notReady, { one: 'student', other: 'students' })} not ready.`,
    wouldPrepare: (fresh: number, unchanged: number, notReady: number) =>
      `Only tried: ${certificatesEn(fresh)} would be prepared, ${unchanged} are so already, ${counted('en', notReady, { one: 'student', other: 'students' })} not ready.`,
    handedOut: (n: number) => `${certificatesEn(n)} issued.`,
    issueDoubtful: (all: readonly Doubtful[]) =>
      `${doubts(all)}. Once issued, only a new blank says something else; --prepare writes anew what was corrected. Issue all the same?`,
    voidIssued: ({ number, name, date }: IssuedCertificate) =>
      `The certificate ${number} of ${name} was issued on ${date}. It and its papers will be valid no more; a lost one gets a duplicate instead. Void it?`,
    spoilt: ({ series, number }: Blank) =>
      `The blank ${series} ${number} is spoilt for good; the student can be prepared again.`,
    duplicateSpoilt: ({ series, number, replaces, reason, notice_on }: Duplicate) =>
      `The blank ${series} ${number} is spoilt for good. ${replaces} stays invalid: make its duplicate anew with --duplicate --of, the reason (${reason}) and the notice of ${notice_on} as before.`,
    late: (due: string) => `The duplicate had to be written by ${due}.`,
    duplicated: (series: string, number: string, replaces: string) =>
      `${series} ${number} is prepared as duplicate of ${replaces}; issue it when it is handed out.`,
    examples: [
      {
        does: 'Who is ready, who lacks what (status 3 where somebody is not ready)',
        line: lines[0],
      },
      { does: 'The same of a class for a script', line: lines[1] },
      { does: 'Try which blanks would be used', line: lines[2] },
      { does: 'The register of certificates of basic education', line: lines[3] },
      { does: 'What was issued, for the State’s register', line: lines[4] },
      { does: 'Pages for setting the printer to the forms', line: lines[5] },
    ],
  },
  lv: {
    acts: 'Ko darīt (viena no šīm opcijām):',
    check: 'rādīt, kurš ir gatavs un kam kā trūkst',
    prepare: 'gatavo skolēnu dokumentus piesaistīt nākamajām brīvajām veidlapām',
    print:
      'drukāt dokumentus uz parasta papīra un to sekmju izrakstus; vai tikai certificate, tikai transcript vai form: tikai datus uz valsts veidlapas',
    calibrate:
      'drukāt mērjoslas un krustiņus abu veidlapu nobīžu noteikšanai, ar --grade – tikai šīs klases veidlapai',
    printing: 'Kā drukā:',
    issue:
      'ierakstīt, ka sagatavotie dokumenti izsniegti; par tiem, kam kas nav kārtībā, pajautā (--yes)',
    void: 'ierakstīt, ka dokumenta veidlapa sabojāta; par izsniegtu dokumentu pajautā (--yes)',
    duplicate: 'sagatavot nozaudēta dokumenta dublikātu',
    register:
      'rādīt dokumentu uzskaites un reģistrācijas grāmatu; ar --out – kā grāmatu drukāšanai',
    issued: 'rādīt mācību gadā izsniegto, ko ierakstīt valsts reģistrā',
    whose: 'Kuru dokumenti:',
    grade:
      '9 (apliecība par pamatizglītību) vai 12 (atestāts par vidējo izglītību); vajadzīga ar --check, --prepare, --print, --issue, --register un --issued',
    class: 'tikai šīs klases',
    student: 'tikai šī skolēna (lietas numurs)',
    year: 'mācību gads pēc tā pirmā kalendārā gada (citādi jaunākais; grāmatai visi)',
    details: 'Ko ieraksta:',
    series: 'veidlapu sērija; vajadzīga, ja numurs ir vairākās sērijās; ar --issue: tikai šīs',
    number: 'ar --void: sabojātā dokumenta numurs; ar --issue: tikai šis',
    of: 'ar --duplicate: nozaudētā dokumenta numurs',
    date: 'dokumenta datums (citādi padomes lēmuma datums); ar --issue izsniegšanas diena, ar --void diena, kad sabojāts (citādi šodien)',
    receiver: 'ar --issue: kas par saņemšanu parakstījies (citādi pats skolēns)',
    reason: 'ar --void un --duplicate: kāpēc',
    noticeDate: 'ar --duplicate: kad par to paziņots „Latvijas Vēstnesī”',
    checked: (students, { ready, prepared, issued, reportCard, open }) =>
      `${counted('lv', students, { zero: 'skolēnu', one: 'skolēns', other: 'skolēni' })}; gatavi: ${ready}, sagatavoti: ${prepared}, izsniegti: ${issued}, tikai liecība: ${reportCard}. No visiem vēl nokārtojami: ${open}.`,
    cardInstead: (lacks) => `tā vietā liecība; ${lacks}`,
    printDoubtful: (all) =>
      `Vairs neatbilst datiem: ${doubts(all)}. Izlaboto ieraksta --prepare; tā veidlapu, kam dokumentu vairs neizsniedz, noraksta --void.`,
    spoils:
      'Veidlapa, uz kuras rakstīts kas nepareizs, ir sabojāta. Vai tomēr drukāt uz veidlapām?',
    left: (forms) =>
      `Sagatavoti skolēniem, kas vairs nav šajā klasē: ${forms.join(', ')}. Norakstiet veidlapas: ejournal print-certificates --void --number NUMURS --reason …`,
    untaught: (f) =>
      `${f.class}: programmā ir ${f.subjects.join(', ')}, taču klasei nav tādas grupas un nevienam nav vērtējuma. Uzskata, ka to nemācās, un dokumentos tā nebūs.`,
    withoutCertificate: (n) =>
      `Padome atzinusi klasi par pabeigtu, bet vērtējumi ir nepietiekami vai to trūkst: ${counted('lv', n, { zero: 'skolēnu', one: 'skolēns', other: 'skolēni' })}. Kamēr tas nav labots, apliecības vai atestāta vietā izsniedz liecību; to drukā report-cards --term year --except-graduates. Liecībā ir norādīts ievadītais padomes lēmums: precizējiet arī to.`,
    prepared: (done, unchanged, notReady) =>
      `Sagatavotie dokumenti: ${done}; jau bija sagatavoti: ${unchanged}; skolēni, kas vēl nav gatavi: ${notReady}.`,
    wouldPrepare: (fresh, unchanged, notReady) =>
      `Tikai izmēģināts. Tiktu sagatavoti dokumenti: ${fresh}; jau ir sagatavoti: ${unchanged}; skolēni, kas vēl nav gatavi: ${notReady}.`,
    handedOut: (n) => `Izsniegtie dokumenti: ${n}.`,
    issueDoubtful: (all) =>
      `${doubts(all)}. Izsniegtu dokumentu labo tikai uz jaunas veidlapas; laboto no jauna ieraksta --prepare. Vai tomēr izsniegt?`,
    voidIssued: ({ number, name, date }) =>
      `Dokuments ${number} (${name}) ${date} ir izsniegts. Tas un tā izdrukas zaudēs derīgumu; nozaudētam dokumentam sagatavo dublikātu. Vai anulēt?`,
    spoilt: ({ series, number }) =>
      `Veidlapa ${series} ${number} vairs nav lietojama; dokumentu var sagatavot no jauna.`,
    duplicateSpoilt: ({ series, number, replaces, reason, notice_on }) =>
      `Veidlapa ${series} ${number} vairs nav lietojama. Dokuments ${replaces} paliek nederīgs: sagatavojiet tā dublikātu no jauna ar --duplicate --of, ar to pašu iemeslu (${reason}) un paziņojuma datumu ${notice_on}.`,
    late: (due) => `Dublikāts bija jāuzraksta līdz ${due}.`,
    duplicated: (series, number, replaces) =>
      `Dokumenta ${replaces} dublikāts sagatavots uz ${series} ${number}; kad to izsniedz, to ieraksta ar --issue.`,
    examples: [
      { does: 'Kurš ir gatavs, kam kā trūkst (statuss 3, ja kāds nav gatavs)', line: lines[0] },
      { does: 'Tas pats par vienu klasi skriptam', line: lines[1] },
      { does: 'Izmēģināt, kuras veidlapas lietotu', line: lines[2] },
      { does: 'Apliecību uzskaites un reģistrācijas grāmata', line: lines[3] },
      { does: 'Izsniegtais valsts reģistram', line: lines[4] },
      { does: 'Lapas, ar ko printeri noregulē veidlapām', line: lines[5] },
    ],
  },
});
