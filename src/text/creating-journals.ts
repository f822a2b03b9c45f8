import { words } from './words.js';

interface Gap {
  class: string;
  subject: string;
  group: string;
  register_no: string;
}

export const creatingJournals = words({
  en: {
    missing: 'only list what would be missing (status 3 where anything is)',
    year: 'the school year by its first calendar year (else the newest)',
    more: (n: number) => `… and ${n} more; --missing lists them all.`,
    gaps: {
      no_journal: (gap: Gap) => `${gap.class} has no journal of ${gap.subject}.`,
      no_group: (gap: Gap) =>
        `Student ${gap.register_no} of ${gap.class} is in no group of ${gap.subject}.`,
      other_class: (gap: Gap) =>
        `Student ${gap.register_no} is now in ${gap.class}, and still on the list of ${gap.group}.`,
      no_teacher: (gap: Gap) => `The journal ${gap.group} has no teacher.`,
    },
    examples: [
      { does: 'Open the journals of the year', line: 'ejournal create-journals' },
      { does: 'List what they lack', line: 'ejournal create-journals --missing' },
    ],
  },
  lv: {
    missing: 'tikai rādīt, kā trūktu (statuss 3, ja kaut kā trūkst)',
    year: 'mācību gads pēc tā pirmā kalendārā gada (citādi jaunākais)',
    more: (n) => `… un vēl ${n}; visus rāda --missing.`,
    gaps: {
      no_journal: (gap) => `${gap.class} klasei nav žurnāla priekšmetam ${gap.subject}.`,
      no_group: (gap) =>
        `${gap.class} klases skolēns ${gap.register_no} nav nevienā ${gap.subject} grupā.`,
      other_class: (gap) =>
        `Skolēns ${gap.register_no} tagad ir ${gap.class} klasē, bet joprojām ir grupas ${gap.group} sarakstā.`,
      no_teacher: (gap) => `Žurnālam ${gap.group} nav pedagoga.`,
    },
    examples: [
      { does: 'Atvērt gada žurnālus', line: 'ejournal create-journals' },
      { does: 'Rādīt, kā tiem trūkst', line: 'ejournal create-journals --missing' },
    ],
  },
});
