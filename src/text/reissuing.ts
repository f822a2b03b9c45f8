import { counted, words } from './words.js';

export const reissuing = words({
  en: {
    changed: 'the files with papers that no longer match the data, in their places',
    kind: 'only of this document, as monthly-extract',
    period: 'only of this period, as 2015-10',
    class: 'only of this class',
    student: 'only of this student (register number)',
    inNoFile: (papers: number, of: readonly string[]) =>
      `${counted('en', papers, { one: 'changed paper is', other: 'changed papers are' })} in no file any more, since that was written anew without: ${of.join(', ')}. Print anew with the command of the document.`,
    byOwnCommand: (papers: number, of: readonly string[]) =>
      `${counted('en', papers, { one: 'changed paper is', other: 'changed papers are' })} printed anew only by the command of the document: ${of.join(', ')}. A file that is not needed any more can be deleted.`,
    nothingElse: (files: readonly string[]) =>
      `Only papers that would not be issued any more are in ${files.join(', ')}. Delete what is not needed.`,
    handedOut: (papers: number) =>
      `Of ${counted('en', papers, { one: 'paper', other: 'papers' })} the data changed after handing out; what was handed out stays. It can only be replaced, on a new blank: ejournal documents --out-of-date`,
    prepared: (papers: number) =>
      `Of ${counted('en', papers, { one: 'paper', other: 'papers' })} of prepared certificates the data changed since: ejournal print-certificates --check says why, --prepare writes anew what was corrected.`,
    examples: [
      {
        does: 'See what would be printed anew',
        line: 'ejournal reissue --changed --dry-run',
      },
      {
        does: 'Print anew what has changed in the extracts of October',
        line: 'ejournal reissue --changed --kind monthly-extract --period 2015-10',
      },
    ],
  },
  lv: {
    changed: 'faili ar dokumentiem, kas vairs neatbilst datiem, to vietās',
    kind: 'tikai šis dokuments, piemēram, monthly-extract',
    period: 'tikai šis periods, piemēram, 2015-10',
    class: 'tikai šīs klases',
    student: 'tikai šī skolēna (lietas numurs)',
    inNoFile: (papers, of) =>
      `Mainīti dokumenti, kuru vairs nav nevienā failā, jo tas ierakstīts bez tiem: ${papers} (${of.join(', ')}). Izdrukājiet tos no jauna ar attiecīgo komandu.`,
    byOwnCommand: (papers, of) =>
      `Mainīti dokumenti, ko no jauna drukā tikai ar attiecīgo komandu: ${papers} (${of.join(', ')}). Failu, kas vairs nav vajadzīgs, var izdzēst.`,
    nothingElse: (files) =>
      `Tikai dokumenti, ko vairs neizsniegtu, ir šajos failos: ${files.join(', ')}. Nevajadzīgo izdzēsiet.`,
    handedOut: (papers) =>
      `Dokumenti, kuru dati pēc izsniegšanas mainījušies: ${papers}; izsniegtais paliek, kāds bija. To var tikai aizstāt, uz jaunas veidlapas: ejournal documents --out-of-date`,
    prepared: (papers) =>
      `Sagatavoto dokumentu lapas, kuru dati kopš tā laika mainījušies: ${papers}. Kāpēc, pasaka ejournal print-certificates --check; izlaboto ieraksta --prepare.`,
    examples: [
      {
        does: 'Redzēt, kas tiktu izdrukāts no jauna',
        line: 'ejournal reissue --changed --dry-run',
      },
      {
        does: 'Izdrukāt no jauna to, kas mainījies oktobra izrakstos',
        line: 'ejournal reissue --changed --kind monthly-extract --period 2015-10',
      },
    ],
  },
});
