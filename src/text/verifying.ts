import { counted, words } from './words.js';

interface Counts {
  files: number;
  codes: number;
}

/** What there is of both; not asked where there is neither. */
function countedEn({ files, codes }: Counts): string {
  const ofFiles = counted('en', files, { one: 'file', other: 'files' });
  const ofCodes = counted('en', codes, { one: 'code', other: 'codes' });
  if (codes === 0) return ofFiles;
  return files === 0 ? ofCodes : `${ofFiles}, ${ofCodes}`;
}

function countedLv({ files, codes }: Counts): string {
  const ofFiles = counted('lv', files, { zero: 'failu', one: 'fails', other: 'faili' });
  const ofCodes = counted('lv', codes, { zero: 'kodu', one: 'kods', other: 'kodi' });
  if (codes === 0) return ofFiles;
  return files === 0 ? ofCodes : `${ofFiles}, ${ofCodes}`;
}

const isNothing = ({ files, codes }: Counts) => files + codes === 0;

export const verifying = words({
  en: {
    files: 'PDF files, or codes that are printed on papers',
    unreadable: (file: string) =>
      `${file} is no code, and there is no such file, or it cannot be read. A code has ten letters and digits.`,
    done: (valid: Counts, bad: Counts) =>
      isNothing(bad)
        ? `Ours, unchanged and valid: ${countedEn(valid)}.`
        : `To look at: ${countedEn(bad)}. ${isNothing(valid) ? 'None is valid.' : `Valid: ${countedEn(valid)}.`}`,
    examples: [
      {
        does: 'Whether files are as they were issued, and still valid',
        line: 'ejournal verify extracts/*.pdf',
      },
      {
        does: 'Whether a code that is printed on a paper is one of ours',
        line: 'ejournal verify 7QK2F-M9DX4',
      },
    ],
  },
  lv: {
    files: 'PDF faili vai kodi, kas uzdrukāti uz dokumentiem',
    unreadable: (file) =>
      `${file} nav kods, un tāda faila nav vai to nevar nolasīt. Kodā ir desmit burti un cipari.`,
    done: (valid, bad) =>
      isNothing(bad)
        ? `Skolas izdoti, nemainīti un derīgi: ${countedLv(valid)}.`
        : `Jāpārbauda: ${countedLv(bad)}. ${isNothing(valid) ? 'Derīgu nav.' : `Derīgi: ${countedLv(valid)}.`}`,
    examples: [
      {
        does: 'Vai faili ir tādi, kādi izdoti, un vēl derīgi',
        line: 'ejournal verify extracts/*.pdf',
      },
      {
        does: 'Vai uz papīra uzdrukātais kods ir skolas',
        line: 'ejournal verify 7QK2F-M9DX4',
      },
    ],
  },
});
