import { counted, words } from './words.js';

export const audit = words({
  en: {
    verify: 'prove the chain of operations; status 3 where it is broken',
    expectHead: 'prove also that the last operation has this hash (or begins with it)',
    operation: 'only what this operation changed',
    table: 'only changes of this table',
    key: 'only changes of the row with this key',
    intact: (n: number) =>
      `Intact: ${counted('en', n, { one: 'operation', other: 'operations' })}, each with the content it was recorded with.`,
    broken: (operation: number, fault: string) => `Broken at operation ${operation}: ${fault}`,
    unrecorded: (table: string, n: number) =>
      `The table ${table} has ${counted('en', n, { one: 'row', other: 'rows' })} that no operation entered.`,
    schema: (parts: readonly string[]) =>
      `These parts of the database are not as the program made them: ${parts.join(', ')}. Take a copy of before, or have the school’s data exported and set up anew.`,
    otherHead:
      'The last operation is another one than expected: the end was cut off, or more was done.',
    faults: {
      missing: 'it is missing.',
      added: 'it has changes that it did not make.',
      chain: 'it does not follow the one before it.',
      content: 'its content is not the one that was recorded.',
    },
    operationOf: (f: { operation: number; when: string; actor: string; command: string }) =>
      `Operation ${f.operation}, ${f.when}, ${f.actor}: ${f.command}`,
    states: { added: 'new', changed: 'changed', removed: 'removed' },
    examples: [
      {
        does: 'Prove that nothing was changed behind the program’s back',
        line: 'ejournal audit --verify',
      },
      { does: 'The history of one student', line: 'ejournal audit --table student --key 1001' },
      { does: 'What the first operation did', line: 'ejournal audit --operation 1 --format jsonl' },
    ],
  },
  lv: {
    verify: 'pierādīt darbību ķēdi; statuss 3, ja tā ir pārrauta',
    expectHead: 'pierādīt arī, ka pēdējai darbībai ir šī jaucējsumma (vai tās sākums)',
    operation: 'tikai tas, ko mainījusi šī darbība',
    table: 'tikai šīs tabulas izmaiņas',
    key: 'tikai rindas ar šo atslēgu izmaiņas',
    intact: (n) =>
      `Ķēde ir neskarta; darbību skaits: ${n}, katrai ir tāds saturs, kāds tika ierakstīts.`,
    broken: (operation, fault) => `Ķēde ir pārrauta pie darbības ${operation}: ${fault}`,
    unrecorded: (table, n) =>
      `Tabulā ${table} ir ${counted('lv', n, { zero: 'rindu', one: 'rinda', other: 'rindas' })}, ko nav ierakstījusi neviena darbība.`,
    schema: (parts) =>
      `Šīs datubāzes daļas nav tādas, kādas tās veidojusi programma: ${parts.join(', ')}. Ņemiet agrāku kopiju vai eksportējiet skolas datus un izveidojiet datubāzi no jauna.`,
    otherHead: 'Pēdējā darbība nav gaidītā: beigas ir nogrieztas vai darīts vēl kas.',
    faults: {
      missing: 'tās trūkst.',
      added: 'tai ir izmaiņas, ko tā nav veikusi.',
      chain: 'tā neseko iepriekšējai.',
      content: 'tās saturs nav tas, kas tika ierakstīts.',
    },
    operationOf: (f) => `${f.operation}. darbība, ${f.when}, ${f.actor}: ${f.command}`,
    states: { added: 'jauna rinda', changed: 'mainīta', removed: 'izņemta' },
    examples: [
      { does: 'Pierādīt, ka nekas nav mainīts, apejot programmu', line: 'ejournal audit --verify' },
      { does: 'Viena skolēna vēsture', line: 'ejournal audit --table student --key 1001' },
      { does: 'Ko darīja pirmā darbība', line: 'ejournal audit --operation 1 --format jsonl' },
    ],
  },
});
