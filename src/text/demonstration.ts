import { counted, words } from './words.js';

export const demonstration = words({
  en: {
    folder: 'the folder; an earlier demonstration in it is made anew',
    seed: 'another number is another school',
    parallel: 'classes in each grade',
    size: 'students in each class',
    students: 'students',
    making: (folder: string) => `Making a demonstration school in ${folder} …`,
    setUp: '\nThe year was set up and what teachers entered was imported:',
    overdue: '\nOverdue on 31 October 2015, by teacher:',
    extracts: (files: number, students: number, folder: string) =>
      `\nExtracts of October: ${counted('en', students, { one: 'student', other: 'students' })} in ${counted('en', files, { one: 'PDF', other: 'PDFs' })} in ${folder}.`,
    where: (database: string, school: string) =>
      `The database is ${database}, the CSV files lie in ${school}. Try next:`,
    next: (database: string, className: string) => [
      `npx ejournal --db ${database} status`,
      `npx ejournal --db ${database} overdue --as-of 2015-10-31 --class ${className}`,
      `npx ejournal --db ${database} export marks --class ${className} --from 2015-10-01`,
    ],
    examples: [
      { does: 'A school of about 500 students', line: 'ejournal demo try-it' },
      { does: 'A small one', line: 'ejournal demo small --parallel 1 --size 5' },
    ],
  },
  lv: {
    folder: 'mape; agrāku paraugskolu tajā izveido no jauna',
    seed: 'cits skaitlis ir cita skola',
    parallel: 'cik paralēlklašu',
    size: 'cik skolēnu katrā klasē',
    students: 'skolēni',
    making: (folder) => `Veido paraugskolu mapē ${folder} …`,
    setUp: '\nGads ir sagatavots, pedagogu ieraksti importēti:',
    overdue: '\nNokavēts 2015. gada 31. oktobrī pa pedagogiem:',
    extracts: (files, students, folder) =>
      `\nOktobra izraksti: ${counted('lv', students, { zero: 'skolēnu', one: 'skolēns', other: 'skolēni' })}, ${counted('lv', files, { zero: 'PDF failu', one: 'PDF fails', other: 'PDF faili' })} mapē ${folder}.`,
    where: (database, school) =>
      `Datubāze ir ${database}, CSV faili ir mapē ${school}. Izmēģiniet:`,
    next: (database, className) => [
      `npx ejournal --db ${database} status`,
      `npx ejournal --db ${database} overdue --as-of 2015-10-31 --class ${className}`,
      `npx ejournal --db ${database} export marks --class ${className} --from 2015-10-01`,
    ],
    examples: [
      { does: 'Skola ar aptuveni 500 skolēniem', line: 'ejournal demo try-it' },
      { does: 'Maza skola', line: 'ejournal demo small --parallel 1 --size 5' },
    ],
  },
});
