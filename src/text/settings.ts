import { words } from './words.js';

const en = {
  set_up_due: 'the day by which the school year must be set up',
  personal_files_due: 'the day by which the personal files of the students must be filled in',
  extract_day: 'the day of the next month by which the extract of a month is handed out',
  overview_absences: 'missed lessons from which the overview of a class names a student',
  lesson_due_time: 'the time by which the lessons of a day must be entered',
  pass_test_days: 'working days for entering the results of a test marked pass or fail',
  points_test_days: 'working days for entering the results of a test marked in points',
  term_marks_days: 'working days after the end of a term for entering its marks',
  report_cards_days: 'working days after the end of a term for the report cards',
  certificates_days: 'working days after the end of the year for the certificates',
  summary_journal_days: 'working days after the end of the year for archiving the summary journals',
  note_days_at_once: 'days that a note of the parents may cover at a time (0: any number)',
  note_days_in_semester: 'days that notes of the parents may cover in a semester (0: any number)',
  unjustified_warning: 'unjustified lessons in a semester from which there is a warning',
  unjustified_limit: 'unjustified lessons in a semester above which they are reported onward',
  term_mark_method: 'how a term mark is proposed: mean of the marks, or weighted by kind of work',
  term_mark_rounding: 'how a proposed term mark is rounded',
  term_mark_least: 'the least number of marks from which a term mark is proposed',
  weight_test: 'weight of a test in a weighted term mark',
  weight_quiz: 'weight of a quiz in a weighted term mark',
  weight_homework: 'weight of homework in a weighted term mark',
  weight_classwork: 'weight of classwork in a weighted term mark',
  year_mark_tie: 'how a year mark halfway between two numbers is decided',
  basic_insufficient_allowed:
    'subjects with a mark below 4 with which a certificate of basic education is issued all the same',
  secondary_insufficient_allowed:
    'subjects with a mark below 4 with which a certificate of secondary education is issued all the same',
  exam_least_mark: 'the least mark of an exam for a certificate (1: the exam only has to be taken)',
  earlier_subjects: 'whether subjects that ended in an earlier grade stand on the transcript',
  exam_certificates:
    'whether secondary education needs the number of the State’s certificate of each exam',
  duplicate_days: 'days after the notice of a lost certificate in which its duplicate is written',
  basic_entries_before: 'entries in the register of basic education before it was kept here',
  secondary_entries_before:
    'entries in the register of secondary education before it was kept here',
  certificate_offset_x:
    'tenths of a millimetre by which both forms are moved right, as long as a form has none of its own',
  certificate_offset_y:
    'tenths of a millimetre by which both forms are moved down, as long as a form has none of its own',
  basic_form_offset_x:
    'tenths of a millimetre by which what is printed onto the form of the apliecība is moved right',
  basic_form_offset_y:
    'tenths of a millimetre by which what is printed onto the form of the apliecība is moved down',
  secondary_form_offset_x:
    'tenths of a millimetre by which what is printed onto the form of the atestāts is moved right',
  secondary_form_offset_y:
    'tenths of a millimetre by which what is printed onto the form of the atestāts is moved down',
};

const lv: typeof en = {
  set_up_due: 'diena, līdz kurai jāsagatavo mācību gads',
  personal_files_due: 'diena, līdz kurai jāaizpilda izglītojamo personas lietas',
  extract_day: 'nākamā mēneša diena, līdz kurai izsniedz mēneša sekmju izrakstu',
  overview_absences: 'kavētu stundu skaits, no kura klases pārskatā nosauc skolēnu',
  lesson_due_time: 'laiks, līdz kuram jāievada dienas stundas',
  pass_test_days:
    'darba dienas ar ieskaitīts/neieskaitīts vērtēta pārbaudes darba rezultātu ievadīšanai',
  points_test_days: 'darba dienas ballēs vērtēta pārbaudes darba rezultātu ievadīšanai',
  term_marks_days: 'darba dienas pēc perioda beigām tā vērtējumu ievadīšanai',
  report_cards_days: 'darba dienas pēc perioda beigām liecību sagatavošanai',
  certificates_days: 'darba dienas pēc gada beigām apliecību un atestātu sagatavošanai',
  summary_journal_days: 'darba dienas pēc gada beigām kopsavilkuma žurnālu arhivēšanai',
  note_days_at_once: 'cik dienas vienā reizē drīkst attaisnot vecāku zīme (0: bez ierobežojuma)',
  note_days_in_semester: 'cik dienas semestrī drīkst attaisnot vecāku zīmes (0: bez ierobežojuma)',
  unjustified_warning: 'neattaisnoti kavētu stundu skaits semestrī, no kura brīdina',
  unjustified_limit: 'neattaisnoti kavētu stundu skaits semestrī, virs kura par tām ziņo tālāk',
  term_mark_method: 'kā ierosina perioda vērtējumu: vidējais vai svērtais pēc darba veida',
  term_mark_rounding: 'kā noapaļo ierosināto perioda vērtējumu',
  term_mark_least: 'mazākais vērtējumu skaits, no kura ierosina perioda vērtējumu',
  weight_test: 'pārbaudes darba svars svērtajā vērtējumā',
  weight_quiz: 'ieskaites (neliela pārbaudes darba) svars svērtajā vērtējumā',
  weight_homework: 'mājas darba svars svērtajā vērtējumā',
  weight_classwork: 'darba stundā svars svērtajā vērtējumā',
  year_mark_tie: 'kā izšķir gada vērtējumu tieši pa vidu starp divām ballēm',
  basic_insufficient_allowed:
    'ar cik priekšmetiem, kuros vērtējums zem 4, apliecību par pamatizglītību tomēr izsniedz',
  secondary_insufficient_allowed:
    'ar cik priekšmetiem, kuros vērtējums zem 4, atestātu par vidējo izglītību tomēr izsniedz',
  exam_least_mark: 'mazākais eksāmena vērtējums dokumenta saņemšanai (1: eksāmens tikai jākārto)',
  earlier_subjects: 'vai sekmju izrakstā ir priekšmeti, kas beigušies agrākā klasē',
  exam_certificates: 'vai atestātam vajadzīgs katra eksāmena valsts sertifikāta numurs',
  duplicate_days: 'dienas pēc paziņojuma par nozaudētu dokumentu, kurās uzraksta dublikātu',
  basic_entries_before: 'cik ierakstu apliecību grāmatā bija, pirms to sāka uzskaitīt šeit',
  secondary_entries_before: 'cik ierakstu atestātu grāmatā bija, pirms to sāka uzskaitīt šeit',
  certificate_offset_x:
    'par cik milimetra desmitdaļām pārvieto pa labi abu veidlapu datus, kamēr veidlapai nav savas nobīdes',
  certificate_offset_y:
    'par cik milimetra desmitdaļām pārvieto uz leju abu veidlapu datus, kamēr veidlapai nav savas nobīdes',
  basic_form_offset_x:
    'par cik milimetra desmitdaļām uz apliecības veidlapas drukāto pārvieto pa labi',
  basic_form_offset_y:
    'par cik milimetra desmitdaļām uz apliecības veidlapas drukāto pārvieto uz leju',
  secondary_form_offset_x:
    'par cik milimetra desmitdaļām uz atestāta veidlapas drukāto pārvieto pa labi',
  secondary_form_offset_y:
    'par cik milimetra desmitdaļām uz atestāta veidlapas drukāto pārvieto uz leju',
};

export const settingsWords = words({
  en: {
    action: 'what to do',
    words: 'get KEY; set KEY VALUE; reset KEY',
    usage: {
      list: 'ejournal settings list',
      get: 'ejournal settings get KEY',
      set: 'ejournal settings set KEY VALUE',
      reset: 'ejournal settings reset KEY',
    },
    decided: (key: string, value: string) => `The setting ${key} is ${value} now.`,
    heads: { key: 'setting', value: 'value', clause: 'clause', meaning: 'what it decides' },
    /** What each setting decides. */
    explained: en,
    examples: [
      { does: 'What can be decided, and what stands', line: 'ejournal settings' },
      {
        does: 'Lessons may be entered until 20:00',
        line: 'ejournal settings set lesson_due_time 20:00',
      },
      {
        does: 'Back to what the program proposes',
        line: 'ejournal settings reset lesson_due_time',
      },
    ],
  },
  lv: {
    action: 'ko darīt',
    words: 'get ATSLĒGA; set ATSLĒGA VĒRTĪBA; reset ATSLĒGA',
    usage: {
      list: 'ejournal settings list',
      get: 'ejournal settings get ATSLĒGA',
      set: 'ejournal settings set ATSLĒGA VĒRTĪBA',
      reset: 'ejournal settings reset ATSLĒGA',
    },
    decided: (key, value) => `Iestatījums ${key} tagad ir ${value}.`,
    heads: { key: 'iestatījums', value: 'vērtība', clause: 'punkts', meaning: 'ko nosaka' },
    explained: lv,
    examples: [
      { does: 'Ko var izlemt un kas ir spēkā', line: 'ejournal settings' },
      {
        does: 'Stundas drīkst ievadīt līdz plkst. 20.00',
        line: 'ejournal settings set lesson_due_time 20:00',
      },
      {
        does: 'Atpakaļ pie programmas piedāvātā',
        line: 'ejournal settings reset lesson_due_time',
      },
    ],
  },
});
