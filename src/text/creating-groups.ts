import { counted, words } from './words.js';

export const creatingGroups = words({
  en: {
    files: 'groups.csv, group-teachers.csv, group-members.csv, known by their names',
    groups: 'groups.csv under another name',
    teachers: 'group-teachers.csv under another name',
    members: 'group-members.csv under another name',
    class: 'divide this class',
    combine: 'make one group of these classes: 10.a,10.b',
    subject: 'the subject of the new groups (code)',
    split: 'into how many groups the class is divided',
    by: 'how: in runs of the alphabet, by turns, or girls and boys',
    teacher: 'the teachers (staff codes); for a divided class one for each group',
    from: 'the day from which the students are in the groups (else the whole year); who was in them before stays so until then',
    year: 'the school year by its first calendar year (else the newest)',
    question: (groups: number, students: number) =>
      `Make ${counted('en', groups, { one: 'group', other: 'groups' })} with ${counted('en', students, { one: 'student', other: 'students' })}?`,
    made: (groups: number, students: number) =>
      `There ${groups === 1 ? 'is' : 'are'} now ${counted('en', groups, { one: 'group', other: 'groups' })} with ${counted('en', students, { one: 'student', other: 'students' })}.`,
    beside: (groups: readonly string[]) =>
      `Students of them are in ${groups.join(', ')} too, of the same subject. Where that is to end: whole = no in groups.csv, the last day (until) in group-members.csv and timetable.csv.`,
    examples: [
      {
        does: 'Groups from files',
        line: 'ejournal create-groups school/groups.csv school/group-members.csv',
      },
      {
        does: 'See how a class would be halved from a day on',
        line: 'ejournal create-groups --class 7.a --subject EN --split 2 --by alternate --from 2015-11-02 --dry-run',
      },
      {
        does: 'Combine two classes',
        line: 'ejournal create-groups --combine 10.a,10.b --subject DE --teacher DE1 --yes',
      },
    ],
  },
  lv: {
    files: 'groups.csv, group-teachers.csv, group-members.csv, ko pazīst pēc nosaukuma',
    groups: 'groups.csv ar citu nosaukumu',
    teachers: 'group-teachers.csv ar citu nosaukumu',
    members: 'group-members.csv ar citu nosaukumu',
    class: 'dalīt šo klasi',
    combine: 'izveidot vienu grupu no šīm klasēm: 10.a,10.b',
    subject: 'jauno grupu mācību priekšmets (kods)',
    split: 'cik grupās dalīt klasi',
    by: 'kā: pēc alfabēta, pamīšus vai meitenes un zēni',
    teacher: 'pedagogi (kodi); dalītai klasei katrai grupai savs',
    from: 'diena, no kuras skolēni ir grupās (citādi visu gadu); agrākie grupu dalībnieki tajās paliek līdz tai',
    year: 'mācību gads pēc tā pirmā kalendārā gada (citādi jaunākais)',
    question: (groups, students) =>
      `Vai izveidot ${counted('lv', groups, { zero: 'grupu', one: 'grupu', other: 'grupas' })} ar ${counted('lv', students, { zero: 'skolēniem', one: 'skolēnu', other: 'skolēniem' })}?`,
    made: (groups, students) =>
      `Tagad ir ${counted('lv', groups, { zero: 'grupu', one: 'grupa', other: 'grupas' })} ar ${counted('lv', students, { zero: 'skolēniem', one: 'skolēnu', other: 'skolēniem' })}.`,
    beside: (groups) =>
      `To skolēni ir arī šajās tā paša priekšmeta grupās: ${groups.join(', ')}. Ja tām jābeidzas: groups.csv „visa klase” – nē, group-members.csv un timetable.csv – pēdējā diena (līdz).`,
    examples: [
      {
        does: 'Grupas no failiem',
        line: 'ejournal create-groups school/groups.csv school/group-members.csv',
      },
      {
        does: 'Redzēt, kā klase no kādas dienas tiktu dalīta uz pusēm',
        line: 'ejournal create-groups --class 7.a --subject EN --split 2 --by alternate --from 2015-11-02 --dry-run',
      },
      {
        does: 'Apvienot divas klases',
        line: 'ejournal create-groups --combine 10.a,10.b --subject DE --teacher DE1 --yes',
      },
    ],
  },
});
