import { unprintable } from '../../documents/characters.js';

type Values = Readonly<Record<string, unknown>>;

/**
 * The register numbers of the students among the data of a paper because of whom it could not be printed:
 * such a text is of theirs, or has something of theirs in it.
 */
export function studentsLacking(data: Values, texts: readonly string[]): string[] {
  const students = recordsIn(data).filter((record) => typeof record['register_no'] === 'string');
  const lacking = students.filter((student) =>
    textsIn(student).some((own) => texts.some((text) => isPart(own, text) || isPart(text, own))),
  );
  return [...new Set(lacking.map((student) => String(student['register_no'])))];
}

/** Of what can be printed it does not matter where it stands. */
const isPart = (part: string, whole: string) =>
  unprintable(part) !== undefined && whole.includes(part);

function recordsIn(value: unknown): Values[] {
  if (Array.isArray(value)) return value.flatMap(recordsIn);
  if (typeof value !== 'object' || value === null) return [];
  return [value as Values, ...Object.values(value).flatMap(recordsIn)];
}

/** As they stand on paper: in their composed form. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value.normalize('NFC')];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}
