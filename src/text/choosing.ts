import { words } from './words.js';

/** What a question says beside what it asks. */
export const choosing = words({
  en: {
    oneAtLeast: 'Choose one at least.',
    nothingFound: 'Nothing is called so.',
    yes: 'Yes',
    no: 'No',
    yesOrNo: 'Answer y or n.',
    keys: {} as Record<string, string>,
  },
  lv: {
    oneAtLeast: 'Izvēlieties vismaz vienu.',
    nothingFound: 'Nekas tā nesaucas.',
    yes: 'Jā',
    no: 'Nē',
    yesOrNo: 'Atbildiet ar j vai n.',
    keys: {
      space: 'atstarpe',
      navigate: 'pārvietoties',
      select: 'izvēlēties',
      all: 'visi',
      invert: 'otrādi',
      submit: 'apstiprināt',
    },
  },
});
