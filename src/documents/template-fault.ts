import type { WrongValue } from './piece-values.js';

/** What is wrong in a template, found while it was filled. Plain data: it may come from a worker. */
export interface TemplateFault {
  /** The folder whose `layout.yaml` it is. */
  readonly template: string;
  /** The way to the place in that file; empty where nobody can tell. */
  readonly path: readonly (string | number)[];
  readonly why: string;
  /** A key that no document may have. */
  readonly forbidden?: string;
  /** What stands behind a key and cannot. */
  readonly value?: WrongValue;
  /** What is said behind a key and nothing answers, as the words or the field of a column. */
  readonly said?: Pick<WrongValue, 'key' | 'value'>;
}

/** Carries a fault up to where the document is given up. */
export class FaultyTemplate extends Error {
  readonly fault: TemplateFault;

  constructor(fault: TemplateFault, options?: ErrorOptions) {
    super(fault.why, options);
    this.fault = fault;
  }
}
