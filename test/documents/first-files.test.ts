import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { renderPdf } from '../../src/documents/pdf.js';
import type { CivilDate } from '../../src/rules/civil-date.js';

const folder = mkdtempSync(join(tmpdir(), 'ejournal-first-'));

test('the first files of a process are whole, though they are asked for at once', async () => {
  const date = '2015-10-31' as CivilDate;
  const about = { title: 'Tests', author: 'Skola', language: 'lv', date, codes: [] };
  const page = { defaultStyle: { font: 'Text' } };
  const file = (word: string) =>
    renderPdf(
      {
        page,
        papers: [{ content: [{ text: word }, { text: 'lapa' }], footer: '', continued: '' }],
      },
      about,
    );
  const files = await Promise.all([file('pirmā'), file('otrā')]);
  const texts = files.map((bytes, at) => {
    const path = join(folder, `${at}.pdf`);
    writeFileSync(path, bytes);
    return execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' }).trim();
  });
  expect(texts).toEqual(['pirmā\nlapa', 'otrā\nlapa']);
});
