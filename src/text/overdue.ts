import { counted, words } from './words.js';

export const overdue = words({
  en: {
    year: 'the school year by its first calendar year (else that of now or of --as-of)',
    teacher: 'only what this teacher owes (staff code)',
    class: 'only of this class',
    group: 'only of this group',
    clause: 'only by this clause, or by those that begin with it: 4.1, 4.2',
    missing: 'only where this is missing',
    from: 'only what is about this day or later ones',
    until: 'only what is about this day or earlier ones',
    where: 'only rows of which this holds: working_days_late>5; several must all hold',
    by: 'sums instead of every entry',
    history: 'instead what was entered, but late, and by how much',
    prove: 'with each line the operations on which it rests, and the end of the chain',
    notify:
      'put a reminder of all that they owe into the outbox for each person found, once a day at most',
    head: (hash: string) =>
      `To prove the chain up to here: ejournal audit --verify --expect-head ${hash}`,
    reminded: (n: number, already: number) =>
      `${counted('en', n, { one: 'person was', other: 'people were' })} reminded; today already: ${already}.`,
    wouldRemind: (n: number, already: number) =>
      `${counted('en', n, { one: 'person', other: 'people' })} would be reminded; today already: ${already}.`,
    nothing: 'Nothing is overdue.',
    found: (n: number) => `Overdue: ${counted('en', n, { one: 'entry', other: 'entries' })}.`,
    noneLate: 'Nothing was entered late.',
    foundLate: (n: number) =>
      `Entered late: ${counted('en', n, { one: 'entry', other: 'entries' })}.`,
    examples: [
      {
        does: 'Who owes how much on a day',
        line: 'ejournal overdue --as-of 2015-10-31 --by teacher',
      },
      {
        does: 'What a teacher has not entered',
        line: 'ejournal overdue --as-of 2015-10-31 --teacher MAT1',
      },
      {
        does: 'All of a class for a script; status 3 where there is anything',
        line: 'ejournal overdue --as-of 2015-10-31 --class 10.b --format csv',
      },
      {
        does: 'Marks of tests that are more than a week late',
        line: 'ejournal overdue --as-of 2015-10-31 --clause 4.2 --where "working_days_late>5"',
      },
      {
        does: 'Who enters lessons late, and how late',
        line: 'ejournal overdue --as-of 2015-10-31 --history --clause 4.1 --by teacher',
      },
      {
        does: 'Remind everybody who owes something',
        line: 'ejournal overdue --as-of 2015-10-31 --notify --quiet --columns owed_by',
      },
      {
        does: 'What a line rests on',
        line: 'ejournal overdue --as-of 2015-10-31 --class 10.b --clause 4.1 --prove --format json',
      },
    ],
  },
  lv: {
    year: 'mācību gads pēc tā pirmā kalendārā gada (citādi šis vai tas, ko nosaka --as-of)',
    teacher: 'tikai tas, kas jāizdara šim pedagogam (kods)',
    class: 'tikai šīs klases',
    group: 'tikai šīs grupas',
    clause: 'tikai pēc šī punkta vai pēc tiem, kas ar to sākas: 4.1, 4.2',
    missing: 'tikai ieraksti, kuros trūkst šī',
    from: 'tikai par šo dienu un vēlākām',
    until: 'tikai par šo dienu un agrākām',
    where: 'tikai rindas, kurām tas ir spēkā: working_days_late>5; vairākiem jābūt spēkā visiem',
    by: 'summas, nevis katrs ieraksts',
    history: 'tā vietā tas, kas ievadīts, bet par vēlu, un par cik',
    prove: 'pie katras rindas darbības, uz kurām tā balstās, un ķēdes gals',
    notify:
      'ielikt izsūtnē katram atrastajam cilvēkam atgādinājumu par visu nokavēto, ne vairāk kā reizi dienā',
    head: (hash) => `Lai pierādītu ķēdi līdz šim: ejournal audit --verify --expect-head ${hash}`,
    reminded: (n, already) =>
      `Atgādināts ${counted('lv', n, { zero: 'cilvēkiem', one: 'cilvēkam', other: 'cilvēkiem' })}; šodien jau iepriekš: ${already}.`,
    wouldRemind: (n, already) =>
      `Atgādinātu ${counted('lv', n, { zero: 'cilvēkiem', one: 'cilvēkam', other: 'cilvēkiem' })}; šodien jau iepriekš: ${already}.`,
    nothing: 'Nokavētu ierakstu nav.',
    found: (n) => `Nokavētie ieraksti: ${n}.`,
    noneLate: 'Nekas nav ievadīts par vēlu.',
    foundLate: (n) => `Par vēlu ievadītie ieraksti: ${n}.`,
    examples: [
      {
        does: 'Cik kuram kādā dienā vēl jāizdara',
        line: 'ejournal overdue --as-of 2015-10-31 --by teacher',
      },
      {
        does: 'Ko pedagogs nav ievadījis',
        line: 'ejournal overdue --as-of 2015-10-31 --teacher MAT1',
      },
      {
        does: 'Visa klase skriptam; statuss 3, ja kaut kas ir',
        line: 'ejournal overdue --as-of 2015-10-31 --class 10.b --format csv',
      },
      {
        does: 'Pārbaudes darbu vērtējumi, kas kavējas vairāk nekā nedēļu',
        line: 'ejournal overdue --as-of 2015-10-31 --clause 4.2 --where "working_days_late>5"',
      },
      {
        does: 'Kurš stundas ievada par vēlu un cik ļoti',
        line: 'ejournal overdue --as-of 2015-10-31 --history --clause 4.1 --by teacher',
      },
      {
        does: 'Atgādināt visiem, kam kaut kas jāizdara',
        line: 'ejournal overdue --as-of 2015-10-31 --notify --quiet --columns owed_by',
      },
      {
        does: 'Uz kā balstās rinda',
        line: 'ejournal overdue --as-of 2015-10-31 --class 10.b --clause 4.1 --prove --format json',
      },
    ],
  },
});
