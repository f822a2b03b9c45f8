-- What teachers enter (clauses 3.3, 4.1-4.3). Each row is an entry of its time: a later entry of the same key
-- adds to it or corrects it, and the earlier one stays.
CREATE TABLE lesson (
  lesson_id           INTEGER PRIMARY KEY AUTOINCREMENT,
  teaching_group_id   INTEGER NOT NULL REFERENCES teaching_group,
  date                TEXT NOT NULL CHECK (date IS date(date)),
  period              INTEGER NOT NULL CHECK (period BETWEEN 0 AND 15),
  topic               TEXT,
  homework            TEXT,
  staff_id            INTEGER REFERENCES staff,
  held                INTEGER NOT NULL CHECK (held IN (0, 1)),
  reason              TEXT,
  kind                TEXT CHECK (kind IN ('consultation', 'class_hour', 'briefing')),
  absences_checked_at TEXT,
  recorded_at         TEXT NOT NULL
) STRICT;
CREATE INDEX lesson_of_group ON lesson (teaching_group_id, date, period, recorded_at);

CREATE TABLE absence (
  absence_id  INTEGER PRIMARY KEY AUTOINCREMENT,
  student_id  INTEGER NOT NULL REFERENCES student,
  date        TEXT NOT NULL CHECK (date IS date(date)),
  period      INTEGER NOT NULL CHECK (period BETWEEN 0 AND 15),
  mark        TEXT NOT NULL CHECK (mark = 'n' OR mark = 'k' OR mark = '-'),
  recorded_at TEXT NOT NULL
) STRICT;
CREATE INDEX absence_of_student ON absence (student_id, date, period, recorded_at);
CREATE INDEX absence_of_day ON absence (date, period);

-- Of one student, or of a group (a trip is one thing).
CREATE TABLE justification (
  justification_id  INTEGER PRIMARY KEY AUTOINCREMENT,
  student_id        INTEGER REFERENCES student,
  teaching_group_id INTEGER REFERENCES teaching_group,
  "from"            TEXT NOT NULL CHECK ("from" IS date("from")),
  until             TEXT CHECK (until IS date(until)),
  first_period      INTEGER CHECK (first_period BETWEEN 0 AND 15),
  last_period       INTEGER CHECK (last_period BETWEEN 0 AND 15),
  status            TEXT NOT NULL CHECK (status IN ('justified', 'unjustified')),
  reason            TEXT NOT NULL
    CHECK (reason IN ('illness', 'doctor', 'family', 'school', 'transport', 'other')),
  document          TEXT,
  note              TEXT,
  recorded_at       TEXT NOT NULL,
  CHECK ((student_id IS NULL) <> (teaching_group_id IS NULL))
) STRICT;
CREATE INDEX justification_of_student ON justification (student_id, "from");
CREATE INDEX justification_of_group ON justification (teaching_group_id, "from");

-- Assessed work of a group; it is there from its announcement or from its first mark on.
CREATE TABLE assessed_work (
  assessed_work_id  INTEGER PRIMARY KEY AUTOINCREMENT,
  teaching_group_id INTEGER NOT NULL REFERENCES teaching_group,
  date              TEXT NOT NULL CHECK (date IS date(date)),
  work              TEXT NOT NULL,
  UNIQUE (teaching_group_id, date, work)
) STRICT;

CREATE TABLE work_announcement (
  work_announcement_id INTEGER PRIMARY KEY AUTOINCREMENT,
  assessed_work_id     INTEGER NOT NULL REFERENCES assessed_work,
  kind                 TEXT NOT NULL CHECK (kind IN ('test', 'quiz', 'homework', 'classwork')),
  scale                TEXT CHECK (scale IN ('points', 'pass')),
  retest_of            TEXT,
  recorded_at          TEXT NOT NULL
) STRICT;
CREATE INDEX work_announcement_of_work ON work_announcement (assessed_work_id, recorded_at);

-- The checks are chains of OR: a list with IN is built anew for every row and doubles the time of an import.
CREATE TABLE mark (
  mark_id          INTEGER PRIMARY KEY AUTOINCREMENT,
  assessed_work_id INTEGER NOT NULL REFERENCES assessed_work,
  student_id       INTEGER NOT NULL REFERENCES student,
  kind             TEXT CHECK (kind = 'test' OR kind = 'quiz' OR kind = 'homework' OR kind = 'classwork'),
  value            TEXT NOT NULL CHECK (value GLOB '[1-9]' OR value = '10' OR value = 'i'
                     OR value = 'ni' OR value = 'nv' OR value = 'n'),
  reason           TEXT,
  recorded_at      TEXT NOT NULL
) STRICT;
CREATE INDEX mark_of_work ON mark (assessed_work_id, student_id, recorded_at);

-- Clause 4.3.
CREATE TABLE term_mark (
  term_mark_id   INTEGER PRIMARY KEY AUTOINCREMENT,
  student_id     INTEGER NOT NULL REFERENCES student,
  school_year_id INTEGER NOT NULL REFERENCES school_year,
  subject_id     INTEGER NOT NULL REFERENCES subject,
  term           TEXT NOT NULL
    CHECK (term IN ('semester1', 'semester2', 'year', 'credit', 'exam', 'reexam')),
  value          TEXT NOT NULL
    CHECK (value IN ('1', '2', '3', '4', '5', '6', '7', '8', '9', '10', 'i', 'ni', 'nv', 'atb')),
  recorded_at    TEXT NOT NULL
) STRICT;
CREATE INDEX term_mark_of_student
  ON term_mark (student_id, school_year_id, subject_id, term, recorded_at);

-- The council's decision at the year's end.
CREATE TABLE decision (
  decision_id    INTEGER PRIMARY KEY AUTOINCREMENT,
  student_id     INTEGER NOT NULL REFERENCES student,
  school_year_id INTEGER NOT NULL REFERENCES school_year,
  decision       TEXT NOT NULL
    CHECK (decision IN ('promoted', 'repeats', 'extended', 'graduated', 'left')),
  order_no       TEXT,
  date           TEXT CHECK (date IS date(date)),
  UNIQUE (student_id, school_year_id)
) STRICT;
