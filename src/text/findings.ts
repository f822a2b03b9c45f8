import { cellFindings } from './cell-findings.js';
import { words } from './words.js';

/**
 * What can be wrong with one row of a file, or with what several files say together:
 * `what` it is, and how to `mend` it. The program names a finding by its key and its facts.
 */
export const findings = words({
  en: {
    ...cellFindings.en,
    unknownClass: {
      what: (f: { class: string }) => `There is no class ${f.class} in this school year.`,
      mend: () => 'Write a class as 7.a; classes come from students.csv.',
    },
  },
  lv: {
    ...cellFindings.lv,
    unknownClass: {
      what: (f) => `Šajā mācību gadā nav klases ${f.class}.`,
      mend: () => 'Klasi raksta kā 7.a; klases nosaka students.csv.',
    },
  },
});

export type FindingName = keyof (typeof findings)['en'];
type Said<N extends FindingName> = (typeof findings)['en'][N]['what'];

/** A finding without its place: its name and the facts that its sentence needs. */
export interface Wrong<N extends FindingName = FindingName> {
  readonly finding: N;
  readonly facts: Parameters<Said<N>>[0];
}

/** Names a finding with its facts; a finding without facts takes none. */
export function wrong<N extends FindingName>(finding: N, ...facts: Parameters<Said<N>>): Wrong<N> {
  return { finding, facts: facts[0] };
}
