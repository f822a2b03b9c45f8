import type { Wrong } from '../text/findings.js';
import type { Header } from './columns.js';

/** What is wrong in a line, and the cell that is to blame. */
export interface LineFault {
  readonly column: string;
  readonly value: string;
  readonly wrong: Wrong;
}

/** What of a file is to blame, beside the line. */
interface Blamed {
  readonly column?: string;
  readonly value?: string;
  /** What else is wrong in that line. */
  readonly further?: readonly LineFault[];
  /** The header in which this was found: it may have unknown columns besides. */
  readonly header?: Header;
}

/** A file that cannot be read on from a line: what is wrong concerns the file, not one cell. */
export class FileFault extends Error {
  readonly line: number;
  readonly column: string;
  readonly value: string;
  readonly wrong: Wrong;
  readonly further: readonly LineFault[];
  readonly header: Header | undefined;

  constructor(
    line: number,
    wrong: Wrong,
    { column = '', value = '', further = [], header }: Blamed = {},
  ) {
    super(wrong.finding);
    this.line = line;
    this.column = column;
    this.value = value;
    this.wrong = wrong;
    this.further = further;
    this.header = header;
  }
}
