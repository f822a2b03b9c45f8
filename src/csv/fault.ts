import type { Wrong } from '../text/findings.js';

/** A file that cannot be read on from a line: what is wrong concerns the file, not one cell. */
export class FileFault extends Error {
  readonly line: number;
  readonly column: string;
  readonly value: string;
  readonly wrong: Wrong;

  constructor(line: number, wrong: Wrong, { column = '', value = '' } = {}) {
    super(wrong.finding);
    this.line = line;
    this.column = column;
    this.value = value;
    this.wrong = wrong;
  }
}
