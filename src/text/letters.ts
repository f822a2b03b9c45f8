import { counted, words } from './words.js';

interface Person {
  readonly class: string;
  readonly name: string;
  readonly registerNo: string;
}

/** The letters of the class teacher and of the administrator. */
export const letters = words({
  en: {
    kind: 'which letters',
    file: 'with access: a CSV file with register_no or name, role, user_name, password, address, valid_until',
    class: 'only of this class',
    student: 'only about this student (register number)',
    family: 'one letter to all parents of a student, not one to each',
    date: 'the day of the letters (else today)',
    usage: 'ejournal letters notice | ejournal letters access FILE',
    noParents: (f: Person) =>
      `${f.class}, ${f.name} (${f.registerNo}): no letter, since no parent is known.`,
    noContact: (f: Person) =>
      `${f.class}, ${f.name} (${f.registerNo}): no letter, since no parent may be told anything.`,
    withheld: (count: number) =>
      `${counted('en', count, { one: 'parent', other: 'parents' })} got no letter: contact = no.`,
    withheldOne: (f: { name: string; registerNo: string }) =>
      `${f.name} (${f.registerNo}): no letter, contact = no.`,
    nobody: 'There is nobody to write to.',
    thenDelete:
      'Nothing of this is in the database. Delete the PDF files and the list with passwords when the letters are printed.',
    examples: [
      {
        does: 'Tell the parents of a class about the journal, a letter to each',
        line: 'ejournal letters notice --class 10.b --as-of 2015-09-10 --out letters',
      },
      {
        does: 'One letter to each family of the school, a PDF for each class',
        line: 'ejournal letters notice --family --as-of 2015-09-10 --out letters',
      },
      {
        does: 'User names and one-time passwords, from a list in a pipe',
        line: "printf 'register_no,role,user_name,password\\n1001,student,salvis.u,k7Rm-2pQx\\n' | ejournal letters access - --out access",
      },
    ],
  },
  lv: {
    kind: 'kuras vēstules',
    file: 'ar access: CSV fails ar register_no vai name, role, user_name, password, address, valid_until',
    class: 'tikai šīs klases',
    student: 'tikai par šo skolēnu (lietas numurs)',
    family: 'viena vēstule visiem skolēna vecākiem kopā, nevis katram sava',
    date: 'vēstuļu datums (citādi šodiena)',
    usage: 'ejournal letters notice | ejournal letters access FAILS',
    noParents: (f) =>
      `${f.class}, ${f.name} (${f.registerNo}): vēstules nav, jo vecāki nav zināmi.`,
    noContact: (f) =>
      `${f.class}, ${f.name} (${f.registerNo}): vēstules nav, jo neviens no vecākiem nav informējams.`,
    withheld: (count) => `Vecāki bez vēstules (saziņa = nē): ${count}.`,
    withheldOne: (f) => `${f.name} (${f.registerNo}): vēstules nav, saziņa = nē.`,
    nobody: 'Nav neviena, kam rakstīt.',
    thenDelete:
      'Datubāzē no tā nekā nav. Kad vēstules izdrukātas, izdzēsiet PDF failus un sarakstu ar parolēm.',
    examples: [
      {
        does: 'Paziņot klases vecākiem par žurnālu, katram sava vēstule',
        line: 'ejournal letters notice --class 10.b --as-of 2015-09-10 --out letters',
      },
      {
        does: 'Viena vēstule katrai skolas ģimenei, katrai klasei savs PDF',
        line: 'ejournal letters notice --family --as-of 2015-09-10 --out letters',
      },
      {
        does: 'Lietotājvārdi un vienreizējās paroles no saraksta konveijerā',
        line: "printf 'register_no,role,user_name,password\\n1001,student,salvis.u,k7Rm-2pQx\\n' | ejournal letters access - --out access",
      },
    ],
  },
});
