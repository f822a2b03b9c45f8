import { beginWorkers } from '../../documents/render-pool.js';

/** Whose papers are asked for. */
export interface AskedPapers {
  readonly class?: string | undefined;
  readonly student?: string | undefined;
}

/** Begins to load what makes papers while their data are still read, where those of a whole school are asked for. */
export function expectPapers({ class: className, student }: AskedPapers): void {
  if (className === undefined && student === undefined) beginWorkers();
}
