import { createHash } from 'node:crypto';
import type { CivilDate } from '../rules/civil-date.js';
import type { Language } from '../text/words.js';

/** What one student, one class or one person gets: the data of a template. */
export interface Paper {
  /** The document, and the folder of its template. */
  readonly kind: string;
  /** Of which time: a month `2015-10`, days `2015-10-01/2015-10-15`, or what the kind counts by. */
  readonly period: string;
  readonly class: string | null;
  readonly student: PaperStudent | null;
  /** Who gets it, where that is not the student or the class. */
  readonly receiver?: string | undefined;
  /** What it shows; templates reach it as `paper`. Keys of our own, and text, numbers and lists in them. */
  readonly data: Readonly<Record<string, unknown>>;
  /**
   * Where it lies on the sheet, not what it says: templates reach it as `paper` too, neither the register
   * nor the code know it.
   */
  readonly placing?: Readonly<Record<string, unknown>> | undefined;
  /** Of a document that stands as it was written: what the data would say of it now. Never printed. */
  readonly later?: Later | undefined;
}

export interface Later {
  /** Since when it stands: it was handed out, or it waits for that on a form of the State. */
  readonly state: 'changed_after_issuing' | 'changed_after_preparing';
  readonly data: Readonly<Record<string, unknown>>;
}

export interface PaperStudent {
  readonly register_no: string;
  readonly last_name: string;
  readonly first_name: string;
}

/** Papers of one kind that go into one file, in their order. */
export interface PaperFile {
  /** Inside the folder of the batch. */
  readonly path: string;
  /** The document's own day, which it bears inside. */
  readonly date: CivilDate;
  readonly papers: readonly Paper[];
}

/** The papers of a kind and a period for everybody, as the data say at a moment. */
export interface Composition {
  /** The day that their files bear. */
  readonly date: CivilDate;
  /** The day of a file with these papers, where not all bear the same. */
  readonly dateOf?: ((papers: readonly Paper[]) => CivilDate | undefined) | undefined;
  readonly papers: readonly Paper[];
  /**
   * Whether only their own command prints them anew: an archive tells the bytes of its files, and onto
   * forms is printed only what was not handed out.
   */
  readonly byOwnCommand?: boolean | undefined;
}

/** Raised when the same data come to look otherwise, so that papers are printed anew. */
const lookOfDocuments = 1;

const sha256 = (value: unknown) => createHash('sha256').update(JSON.stringify(value)).digest('hex');

/**
 * The code of a paper: of what it is and says, in ten letters and digits that nobody confuses
 * (Crockford's alphabet), as `7QK2F-M9DX4`. Equal data have equal codes.
 */
export function paperCode(
  { kind, period, class: name, student, receiver, data }: Paper,
  language: Language,
): string {
  const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
  const key = [kind, period, name, student?.register_no ?? null, receiver ?? null, language, data];
  let rest = BigInt(`0x${sha256(key).slice(0, 13)}`);
  let code = '';
  for (let place = 0; place < 10; place += 1) {
    code = `${alphabet[Number(rest % 32n)]}${code}`;
    rest /= 32n;
  }
  return `${code.slice(0, 5)}-${code.slice(5)}`;
}

/** What a paper is made from besides its own data. */
export interface MadeFrom {
  readonly template: { readonly digest: string };
  readonly school: Readonly<Record<string, string>>;
}

/** Of all that decides how a paper looks, but for the day of the file in which it lies. */
export function paperDigest(code: string, { data, placing }: Paper, made: MadeFrom): string {
  const shown = placing ? { ...data, ...placing } : data;
  return sha256([lookOfDocuments, code, shown, made.template.digest, made.school]);
}

/** Whether a text is written like the code of a paper. */
export const isPaperCode = (text: string): boolean =>
  /^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/i.test(text);

/** The codes of the papers stand among the keywords of the file, in the part that is never compressed. */
export function codesIn(bytes: Buffer): string[] {
  const [, keywords = ''] = /<pdf:Keywords>([^<]*)</.exec(bytes.toString('latin1')) ?? [];
  return keywords.split(' ').filter(isPaperCode);
}
