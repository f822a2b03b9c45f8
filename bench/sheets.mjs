// What stands on the papers, from their data as JSON, so that others can draw the same pages.

const counts = ({ absences, late }) => [
  absences.justified,
  absences.unjustified,
  absences.undecided,
  late,
];

/** Of each document its title, the heads of its table, and its rows. */
const contents = {
  'monthly-extract': (paper) => ({
    title: `Sekmju izraksts, ${paper.month}`,
    heads: ['Mācību priekšmets', 'Vērtējumi', 'Vidēji', 'att.', 'neatt.', 'neizl.', 'nok.'],
    rows: paper.subjects.map((one) => [
      one.subject,
      one.marks.map(({ value }) => value).join('  '),
      one.average ?? '–',
      ...counts(one),
    ]),
  }),
  'report-cards': (paper) => ({
    title: `Liecība ${paper.school_year}`,
    heads: ['Mācību priekšmets', '1. semestris', '2. semestris', 'Gadā', 'Eksāmens'],
    rows: paper.subjects.map((one) => [
      one.name,
      ...[one.semester1, one.semester2, one.year, one.exam].map((mark) => mark ?? '–'),
    ]),
  }),
  transcript: (paper) => ({
    title: `Sekmju izraksts ${paper.series} ${paper.number}`,
    heads: ['Mācību priekšmets', 'Vērtējums', 'Mācību gads'],
    rows: paper.subjects.map((one) => [one.name, one.final, one.year]),
  }),
  certificate: (paper) => ({
    title: `Atestāts ${paper.series} ${paper.number}`,
    heads: ['', ''],
    rows: Object.entries(paper).filter(([, value]) => typeof value === 'string'),
  }),
};

/** The pages of a document, by class. */
export function sheetsOf(document, papers) {
  return papers.map((paper) => ({
    class: paper.class,
    name: `${paper.last_name} ${paper.first_name}`,
    number: String(paper.register_no ?? paper.number),
    ...contents[document](paper),
  }));
}

/** The same page as HTML; those of a class follow each other. */
export function htmlOf(sheets) {
  const pages = sheets.map(
    ({ title, name, number, heads, rows, class: className }, at) => `
<p align="center" style="${at > 0 ? 'page-break-before: always' : ''}">PARAUGPILSĒTAS PILSĒTAS DOME<br><b>Paraugpilsētas 1. ģimnāzija</b></p><hr>
<h2 align="center">${title}</h2>
<p>Skolēns <b>${name}</b> &nbsp; Klase <b>${className}</b> &nbsp; Nr. <b>${number}</b></p>
<table width="100%" border="1"><tr>${heads.map((head) => `<th>${head}</th>`).join('')}</tr>
${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('\n')}
</table>
<p>Klases audzinātājs/-a ____________________</p><p>Vecāks ____________________</p>`,
  );
  return `<html><head><meta charset="utf-8"></head><body style="font-family: 'PT Serif', serif; font-size: 9.5pt">${pages.join('')}</body></html>`;
}
