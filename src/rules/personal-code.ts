import { type CivilDate, civilDate } from './civil-date.js';

/** What is wrong with a personal code; the two losses are what spreadsheets do to it. */
export type PersonalCodeFault = 'shape' | 'lostZero' | 'lostHyphen' | 'noSuchDay' | 'checkDigit';

export type PersonalCode =
  | { code: string; birthDate: CivilDate | undefined }
  | { fault: PersonalCodeFault };

/** The weights of the first ten digits (python-stdnum 1.18, npm stdnum 1.12). */
const weights = [10, 5, 8, 4, 2, 1, 6, 3, 7, 9];

/**
 * Reads a Latvian personal code, `DDMMYY-CNNNN`. Codes given since 1 July 2017 begin with 3 and 2-9:
 * no date is in them and, by the registry's description, no check digit, so their digits are not judged.
 */
export function readPersonalCode(text: string): PersonalCode {
  if (/^(\d{10}|\d{5}-\d{5})$/.test(text)) return { fault: 'lostZero' };
  if (/^\d{11}$/.test(text)) return { fault: 'lostHyphen' };
  if (!/^\d{6}-\d{5}$/.test(text)) return { fault: 'shape' };
  if (/^3[2-9]/.test(text)) return { code: text, birthDate: undefined };

  const birthDate = birthDateIn(text);
  if (!birthDate) return { fault: 'noSuchDay' };
  return hasCheckDigit(text) ? { code: text, birthDate } : { fault: 'checkDigit' };
}

/** The century stands in the first digit after the hyphen: 0, 1, 2 for 18.., 19.., 20... */
function birthDateIn(code: string): CivilDate | undefined {
  const century = Number(code[7]);
  if (century > 2) return undefined;
  const year = 1800 + century * 100 + Number(code.slice(4, 6));
  return civilDate(year, Number(code.slice(2, 4)), Number(code.slice(0, 2)));
}

/** A remainder of 10 counts as the digit 0, as stdnum has it; others refuse such codes. */
function hasCheckDigit(code: string): boolean {
  const digits = [...code.replace('-', '')].map(Number);
  const sum = weights.reduce((total, weight, place) => total + weight * (digits[place] ?? 0), 1);
  return (sum % 11) % 10 === digits[10];
}
