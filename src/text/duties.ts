import { words } from './words.js';

/** What each dated clause asks for. */
export const dutyWords = words({
  en: {
    duties: {
      '1.7': 'summary journals archived',
      '2.1.1': 'students entered by class',
      '2.1.2': 'subjects of the class groups',
      '2.1.3': 'subjects of the programmes',
      '2.1.4': 'journals of combined groups',
      '2.1.5': 'bell schedules',
      '2.2': 'certificates of grades 9 and 12',
      '3.2': 'personal files filled in',
      '3.4': 'monthly extracts',
      '3.5': 'report cards',
      '4.1': 'lessons, topics and absences',
      '4.2.1': 'results of tests marked pass or fail',
      '4.2.2': 'results of tests marked in points',
      '4.3': 'marks of the term',
    },
  },
  lv: {
    duties: {
      '1.7': 'kopsavilkuma žurnālu nodošana arhīvā',
      '2.1.1': 'izglītojamo saraksti pa klasēm',
      '2.1.2': 'klašu grupu mācību priekšmeti',
      '2.1.3': 'izglītības programmu mācību priekšmeti',
      '2.1.4': 'apvienoto grupu žurnāli',
      '2.1.5': 'zvanu saraksti',
      '2.2': '9. klašu apliecības un 12. klašu atestāti',
      '3.2': 'personas lietu aizpildīšana',
      '3.4': 'mēneša sekmju izraksti',
      '3.5': 'liecības',
      '4.1': 'mācību stundas, tēmas un kavējumi',
      '4.2.1': 'ar ieskaitīts vai neieskaitīts vērtētu pārbaudes darbu rezultāti',
      '4.2.2': 'ballēs vērtētu pārbaudes darbu rezultāti',
      '4.3': 'perioda vērtējumi',
    },
  },
});
