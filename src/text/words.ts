/** The languages in which the program speaks. */
export const languages = ['en', 'lv'] as const;
export type Language = (typeof languages)[number];

/** Both languages of one topic; English sets the shape that Latvian must have. */
export interface Words<T> {
  readonly en: T;
  readonly lv: T;
}

export function words<T>(both: { en: T; lv: NoInfer<T> }): Words<T> {
  return both;
}

interface Forms {
  en: { one: string; other: string };
  lv: { zero: string; one: string; other: string };
}

/**
 * A number with its noun in the form that the number asks for: English 1 lesson, 2 lessons;
 * Latvian 0, 10-20, 30 … `zero`, 1, 21, 101 … `one`, the rest `other`.
 * Written out instead of `Intl.PluralRules`, which costs 8 ms at its first use (CLDR plural rules, "lv").
 */
export function counted<L extends Language>(language: L, count: number, forms: Forms[L]): string {
  const { one, other } = forms;
  if (language === 'en') return `${count} ${count === 1 ? one : other}`;
  const zero = 'zero' in forms ? forms.zero : other;
  const ones = count % 10;
  const tens = count % 100;
  if (ones === 0 || (tens >= 11 && tens <= 19)) return `${count} ${zero}`;
  return `${count} ${ones === 1 ? one : other}`;
}

/** A number with decimals, written with the sign that the language puts before them. */
export function decimal(language: Language, number: string | number): string {
  return language === 'lv' ? String(number).replace('.', ',') : String(number);
}
