import { words } from './words.js';

const listed = (known: readonly string[]) => known.join(', ');

/** How what may stand behind a key of a document is written, by its kind. */
export const pieceValues = words({
  en: {
    oneOf: (known: readonly string[]) => `Write one of: ${listed(known)}.`,
    number: () => 'Write a number of points, with a point and without a unit: 7.5.',
    size: () => 'Write a number greater than 0, with a point and without a unit: 7.5.',
    length: () => 'Write a number of points from 0 on, with a point and without a unit: 7.5.',
    share: () => 'Write a number from 0 to 1: 0.5.',
    count: () => 'Write a whole number.',
    yesOrNo: () => 'Write true or false.',
    colour: (known: readonly string[]) =>
      `Write it as '#c0c0c0', in quotation marks, or by an English name: ${listed(known)}.`,
    margins: () =>
      'Write one number of points, two [sides, above and below] or four [left, above, right, below].',
    pair: () => 'Write two numbers of points: [50, 50].',
    width: () => "Write a number of points, '*' for the rest of the page, auto, or a share as 50%.",
    height: () => 'Write a number of points or auto, or a list of them, one for each row.',
    pageSize: (known: readonly string[]) =>
      `Write ${listed(known)} or another usual size, or its points: { width: 595, height: 842 }.`,
  },
  lv: {
    oneOf: (known) => `Iespējamās vērtības: ${listed(known)}.`,
    number: () => 'Rakstiet punktu skaitu ar decimālpunktu un bez mērvienības: 7.5.',
    size: () => 'Rakstiet skaitli, kas lielāks par 0, ar decimālpunktu un bez mērvienības: 7.5.',
    length: () => 'Rakstiet punktu skaitu, sākot no 0, ar decimālpunktu un bez mērvienības: 7.5.',
    share: () => 'Rakstiet skaitli no 0 līdz 1: 0.5.',
    count: () => 'Rakstiet veselu skaitli.',
    yesOrNo: () => 'Rakstiet true (jā) vai false (nē).',
    colour: (known) =>
      `Rakstiet to kā '#c0c0c0' pēdiņās vai ar nosaukumu angliski: ${listed(known)}.`,
    margins: () =>
      'Rakstiet vienu punktu skaitu, divus [sānos, augšā un apakšā] vai četrus [pa kreisi, augšā, pa labi, apakšā].',
    pair: () => 'Rakstiet divus punktu skaitus: [50, 50].',
    width: () =>
      "Rakstiet punktu skaitu, '*' par pārējo lapas platumu, auto vai daļu, piemēram, 50%.",
    height: () => 'Rakstiet punktu skaitu vai auto, vai to sarakstu, katrai rindai savu.',
    pageSize: (known) =>
      `Rakstiet ${listed(known)} vai citu parastu izmēru, vai punktus: { width: 595, height: 842 }.`,
  },
});

export type ValueKind = keyof typeof pieceValues.en;
