/**
 * What a personal file must hold (clause 3.2), in the order of the sheet. Source: the Cabinet's list of
 * what the file of a child in education holds: name, personal code, date of birth, sex, birth
 * certificate (number, date, issuer), declared and actual address, parents or guardians with telephone.
 */
export const personalFileParts = [
  'personal_code',
  'birth_date',
  'sex',
  'birth_certificate_no',
  'birth_certificate_date',
  'birth_certificate_issuer',
  'address',
  'actual_address',
  'parents',
  'parent_phone',
] as const;
export type PersonalFilePart = (typeof personalFileParts)[number];

type Known = { readonly [P in Exclude<PersonalFilePart, 'parents' | 'parent_phone'>]: unknown } & {
  readonly parents: number;
  readonly parents_with_phone: number;
};

/** What is not filled in yet, in the order of the sheet. */
export function missingInPersonalFile(file: Known): PersonalFilePart[] {
  return personalFileParts.filter((part) => {
    if (part === 'parents') return file.parents === 0;
    // Without a parent there is nobody whose telephone could be missing.
    if (part === 'parent_phone') return file.parents > 0 && file.parents_with_phone === 0;
    return file[part] === null;
  });
}
