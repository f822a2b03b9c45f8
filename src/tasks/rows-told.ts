import type { Progress } from '../context.js';

/** How far it is is told not more often: a row takes microseconds. */
const rowsOfStep = 250;

/** Is called for every row, and tells a bar of them in steps. */
export function rowsTold(bar: Progress | undefined): () => void {
  let rows = 0;
  return () => {
    rows += 1;
    if (rows % rowsOfStep === 0) bar?.step(rowsOfStep);
  };
}
