// The peer that has nothing between it and the page: pdfkit, called by hand for every text and line.
// node bench/with-pdfkit.mjs SHEETS.json FOLDER separate|class
import { createWriteStream, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';

const [sheetsFile = '', folder = '', arrangement = ''] = process.argv.slice(2);
const require = createRequire(import.meta.url);
// pdfkit comes with pdfmake.
const PDFDocument = createRequire(require.resolve('pdfmake'))('pdfkit');
const fontOf = (file) => readFileSync(require.resolve(`@expo-google-fonts/pt-serif/${file}`));
const fonts = {
  Text: fontOf('400Regular/PTSerif_400Regular.ttf'),
  Bold: fontOf('700Bold/PTSerif_700Bold.ttf'),
};
const [left, width] = [57, 495];

function drawPage(pdf, { title, name, number, heads, rows, class: className }) {
  pdf.addPage();
  const text = (font, size, words, x, y, options) =>
    pdf
      .font(font)
      .fontSize(size)
      .text(String(words), x, y, { lineBreak: false, ...options });
  const line = (y, to = left + width) => pdf.moveTo(left, y).lineTo(to, y).lineWidth(0.5).stroke();
  const centred = { width, align: 'center' };
  text('Text', 8.5, 'PARAUGPILSĒTAS PILSĒTAS DOME', left, 42, centred);
  text('Bold', 14, 'Paraugpilsētas 1. ģimnāzija', left, 56, centred);
  line(84);
  text('Bold', 14.5, title, left, 120, centred);
  text('Bold', 12, name, left, 180);
  text('Bold', 12, className ?? '', 392, 180);
  text('Bold', 12, number, 462, 180);
  const rest = (width - 150) / (heads.length - 1);
  const cells = (font, size, row, y) => {
    for (const [at, cell] of row.entries()) {
      text(font, size, cell, left + (at === 0 ? 0 : 150 + (at - 1) * rest), y);
    }
  };
  cells('Bold', 7.5, heads, 222);
  line(234);
  let y = 238;
  for (const row of rows) {
    cells('Text', 9.5, row, y);
    y += 15;
    line(y - 2);
  }
  for (const role of ['Klases audzinātājs/-a', 'Vecāks']) {
    y += 40;
    text('Text', 9, role, left, y);
    line(y + 12, left + 200);
  }
  text('Text', 7.5, 'Paraugpilsētas 1. ģimnāzija', left, 800);
  text('Text', 7.5, '1 / 1', left, 800, { width, align: 'right' });
}

async function writeFile(path, sheets) {
  const pdf = new PDFDocument({ size: 'A4', autoFirstPage: false, margin: 0 });
  const file = pdf.pipe(createWriteStream(path));
  for (const [name, bytes] of Object.entries(fonts)) pdf.registerFont(name, bytes);
  for (const sheet of sheets) drawPage(pdf, sheet);
  pdf.end();
  await finished(file);
}

mkdirSync(folder, { recursive: true });
const sheets = JSON.parse(readFileSync(sheetsFile, 'utf8'));
const nameOf = ({ number, class: className }) => (arrangement === 'class' ? className : number);
for (const name of new Set(sheets.map(nameOf))) {
  const own = sheets.filter((sheet) => nameOf(sheet) === name);
  await writeFile(join(folder, `${name}.pdf`), own);
}
