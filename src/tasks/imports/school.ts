import { tableByKey } from '../../db/table-by-key.js';
import { isZone } from '../../rules/school-time.js';
import { wrong } from '../../text/findings.js';
import { languages } from '../../text/words.js';
import type { Begin } from './importing.js';

/** What a school says of itself in `school.csv`. */
export const schoolKeys = [
  'name',
  'registration_no',
  'address',
  'phone',
  'email',
  'website',
  'municipality',
  'head',
  'deputy',
  'terms_url',
  'timezone',
  'language',
] as const;

export const beginSchool: Begin<'school'> = ({ db }) => {
  const settings = tableByKey(db, 'school_setting', ['key']);
  return {
    row: ({ key, value }) => {
      if (!schoolKeys.some((known) => known === key)) {
        return { column: 'key', wrong: wrong('unknownSetting', { known: schoolKeys.join(', ') }) };
      }
      if (key === 'timezone' && value && !isZone(value)) {
        return { column: 'value', wrong: wrong('unknownZone') };
      }
      if (key === 'language' && value && !languages.some((language) => language === value)) {
        return { column: 'value', wrong: wrong('unknownLanguage') };
      }
      return settings.put({ key, value }).outcome;
    },
  };
};
