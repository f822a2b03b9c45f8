/** A class: its grade and what tells it from the others of the grade, `7.a`, `10.DIT`, `10.1`. */
export interface ClassName {
  readonly name: string;
  readonly grade: number;
}

/** A number needs its point: `101` is no class. */
const written = /^(1[0-2]|[1-9])(?:\s?\.?\s?(\p{L}[\p{L}\d]{0,3})|\s?\.\s?(\d[\p{L}\d]?)|\s?\.)?$/u;

/**
 * Reads `7.a`, `7a`, `7. a`, `10.1` or a bare grade; the letters keep their case. Undefined where it is no
 * class.
 */
export function readClassName(text: string): ClassName | undefined {
  const parts = written.exec(text);
  if (!parts) return undefined;
  const [, grade = '', letters, number] = parts;
  const sign = letters ?? number;
  return { name: sign ? `${grade}.${sign}` : grade, grade: Number(grade) };
}

/** The grade of a class by its name. */
export function gradeOf(name: string): number {
  return Number.parseInt(name, 10);
}

/** Whether a class is the one asked for, however it is written: `7a`, `7.A`; where none is asked for, each is. */
export function isClassAsked(name: string, asked: string | undefined): boolean {
  return asked === undefined || name === asked || asRead(name) === asRead(asked);
}

const asRead = (text: string) => (readClassName(text)?.name ?? text).toLowerCase();
