import { shownCharacter } from './characters.js';
import { counted, words } from './words.js';

interface Counts {
  papers: number;
  written: number;
  unchanged: number;
  leftOut: number;
}

/** What every command says that prints documents. */
export const printing = words({
  en: {
    out: 'the folder for the PDF files',
    perClass: 'a file for each class (so it is anyway, unless --student names one)',
    separate: 'a file for each student, in a folder for each class (so it is with --student)',
    merge: 'all in this one file, for a printer (1,000 papers take some 500 MB of memory)',
    force: 'make and write also what is there unchanged, and over whatever else lies there',
    preview: 'make only the first one and open it; nothing is entered',
    noViewer: 'No program for PDF files was found here; open the file yourself.',
    language: 'the language of the document',
    papers: 'papers',
    leftOut: (f: { who: string; character: string; text: string }) =>
      `${f.who}: not printed, since the font has no ${shownCharacter.en(f.character)}, which stands in “${f.text}”. Write it in other letters.`,
    nothing: 'Nothing is to be printed.',
    stopped: 'Stopped; nothing was written.',
    done: ({ papers, written, unchanged, leftOut }: Counts) => {
      const files = counted('en', written, { one: 'file', other: 'files' });
      const made = counted('en', papers, { one: 'paper', other: 'papers' });
      const whole = `${made}: ${files} written, ${unchanged} unchanged.`;
      if (leftOut === 0) return whole;
      return `${whole} ${counted('en', leftOut, { one: 'paper', other: 'papers' })} could not be made.`;
    },
  },
  lv: {
    out: 'mape PDF failiem',
    perClass: 'katrai klasei savs fails (tā ir arī bez šīs opcijas, ja --student nenosauc vienu)',
    separate: 'katram skolēnam savs fails, katrai klasei sava mape (tā ir ar --student)',
    merge: 'viss šajā vienā failā printerim (1000 dokumentiem vajag ap 500 MB atmiņas)',
    force: 'izveidot un ierakstīt arī to, kas tur jau ir bez izmaiņām, un pāri citam, kas tur ir',
    preview: 'izveidot tikai pirmo un atvērt to; nekas netiek reģistrēts',
    noViewer: 'PDF failu programma šeit nav atrasta; atveriet failu paši.',
    language: 'dokumenta valoda',
    papers: 'dokumenti',
    leftOut: (f) =>
      `${f.who}: nav izdrukāts, jo fontā nav zīmes ${shownCharacter.lv(f.character)}, kas ir tekstā „${f.text}”. Rakstiet to ar citiem burtiem.`,
    nothing: 'Nav nekā, ko drukāt.',
    stopped: 'Apturēts; nekas netika ierakstīts.',
    done: ({ papers, written, unchanged, leftOut }) => {
      const made = counted('lv', papers, {
        zero: 'dokumentu',
        one: 'dokuments',
        other: 'dokumenti',
      });
      const whole = `${made}; ierakstītie faili: ${written}, faili bez izmaiņām: ${unchanged}.`;
      if (leftOut === 0) return whole;
      const failed = { zero: 'dokumentu', one: 'dokumentu', other: 'dokumentus' };
      return `${whole} Neizdevās izveidot ${counted('lv', leftOut, failed)}.`;
    },
  },
});
