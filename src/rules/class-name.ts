/** A class: its grade and its letters, `7.a`, `10.DIT`. */
export interface ClassName {
  readonly name: string;
  readonly grade: number;
}

const written = /^(1[0-2]|[1-9])\s?\.?\s?(\p{L}{0,4})$/u;

/** Reads `7.a`, `7a`, `7. a` or a bare grade; the letters keep their case. Undefined where it is no class. */
export function readClassName(text: string): ClassName | undefined {
  const parts = written.exec(text);
  if (!parts) return undefined;
  const [, grade = '', letters = ''] = parts;
  return { name: letters ? `${grade}.${letters}` : grade, grade: Number(grade) };
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
