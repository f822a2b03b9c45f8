import { words } from './words.js';

/** What a list to choose from says beside its question. */
export const choosing = words({
  en: {
    oneAtLeast: 'Choose one at least.',
    keys: {} as Record<string, string>,
  },
  lv: {
    oneAtLeast: 'Izvēlieties vismaz vienu.',
    keys: {
      navigate: 'pārvietoties',
      select: 'izvēlēties',
      all: 'visi',
      invert: 'otrādi',
      submit: 'apstiprināt',
    },
  },
});
