import { counted, words } from './words.js';

export const templates = words({
  en: {
    action: 'what to do',
    name: 'the template',
    usage: {
      list: 'ejournal templates list',
      show: 'ejournal templates show NAME',
      eject: 'ejournal templates eject NAME',
    },
    ejected: 'These files are yours now. Change them, then: ejournal templates check',
    noChanges: 'Nothing has changed in the templates that you have ejected.',
    checked: (wrong: number) =>
      wrong === 0
        ? 'All templates are good.'
        : `${counted('en', wrong, { one: 'fault', other: 'faults' })} found.`,
    examples: [
      { does: 'Which templates there are, and which are your own', line: 'ejournal templates' },
      {
        does: 'Take a copy of one into your own folder, to change it',
        line: 'ejournal templates eject monthly-extract',
      },
      { does: 'Whether all of them are good', line: 'ejournal templates check' },
      {
        does: 'What a newer program has changed in those that you have ejected',
        line: 'ejournal templates diff',
      },
    ],
  },
  lv: {
    action: 'ko darīt',
    name: 'veidne',
    usage: {
      list: 'ejournal templates list',
      show: 'ejournal templates show VEIDNE',
      eject: 'ejournal templates eject VEIDNE',
    },
    ejected: 'Šie faili tagad ir jūsu. Mainiet tos, tad: ejournal templates check',
    noChanges: 'Veidnēs, kuras esat pārkopējuši, nekas nav mainījies.',
    checked: (wrong) => (wrong === 0 ? 'Visas veidnes ir labas.' : `Kļūdu skaits: ${wrong}.`),
    examples: [
      { does: 'Kādas veidnes ir, un kuras ir skolas pašas', line: 'ejournal templates' },
      {
        does: 'Pārkopēt vienu savā mapē, lai to mainītu',
        line: 'ejournal templates eject monthly-extract',
      },
      { does: 'Vai visas ir labas', line: 'ejournal templates check' },
      {
        does: 'Ko jaunāka programma mainījusi pārkopētajās',
        line: 'ejournal templates diff',
      },
    ],
  },
});
