import { counted, words } from './words.js';

export const verifying = words({
  en: {
    files: 'PDF files, or codes that are printed on papers',
    done: (valid: number, bad: number) =>
      bad === 0
        ? `${counted('en', valid, { one: 'document is', other: 'documents are' })} ours, unchanged and valid.`
        : `${counted('en', bad, { one: 'document needs', other: 'documents need' })} a look, ${valid} valid.`,
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
    done: (valid, bad) =>
      bad === 0
        ? `Skolas izdotie dokumenti, nemainīti un derīgi: ${valid}.`
        : `Dokumenti, kas jāpārbauda: ${bad}; derīgie: ${valid}.`,
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
