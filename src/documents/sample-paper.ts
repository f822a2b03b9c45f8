import type { CivilDate } from '../rules/civil-date.js';
import { readSample } from './template.js';

/**
 * The paper with which a template is tried, with everything that may stand on it, of a school that says
 * everything of itself.
 * @throws Problem fileNotFound, badTemplate, templateNotMapping
 */
export async function samplePaper(name: string, ownFolder: string) {
  const data = await readSample(name, ownFolder);
  return { paper: { data, code: '00000-00000' }, school, date };
}

const date = '2015-10-31' as CivilDate;

const school = {
  name: 'Paraugpilsētas 1. valsts ģimnāzija',
  municipality: 'Paraugpilsētas pilsētas dome',
  registration_no: '0000000000',
  address: 'Skolas iela 1, Paraugpilsēta, LV-0000',
  phone: '+371 60000000',
  email: 'skola@example.org',
  website: 'www.example.org',
  head: 'Anna Kalniņa',
  deputy: 'Jānis Ozols',
  terms_url: '',
  timezone: 'Europe/Riga',
  language: 'lv',
};
