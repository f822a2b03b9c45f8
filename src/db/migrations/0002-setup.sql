-- What an administrator sets up by 5 September (clauses 2.1.1-2.1.5): the school, the year, people, groups, bells, timetable.
CREATE TABLE school_setting (
  school_setting_id INTEGER PRIMARY KEY AUTOINCREMENT,
  key               TEXT NOT NULL UNIQUE,
  value             TEXT
) STRICT;

-- 2015 is the school year 2015/2016.
CREATE TABLE school_year (
  school_year_id INTEGER PRIMARY KEY AUTOINCREMENT,
  year           INTEGER NOT NULL UNIQUE CHECK (year BETWEEN 1990 AND 2200)
) STRICT;

CREATE TABLE calendar_day (
  calendar_day_id INTEGER PRIMARY KEY AUTOINCREMENT,
  school_year_id  INTEGER NOT NULL REFERENCES school_year,
  "from"          TEXT NOT NULL CHECK ("from" IS date("from")),
  until           TEXT CHECK (until IS date(until)),
  kind            TEXT NOT NULL,
  grades          TEXT,
  replaces        INTEGER CHECK (replaces BETWEEN 1 AND 7),
  schedule        TEXT,
  name            TEXT
) STRICT;
CREATE UNIQUE INDEX calendar_day_key
  ON calendar_day (school_year_id, "from", coalesce(until, ''), kind, coalesce(grades, ''));

CREATE TABLE subject (
  subject_id       INTEGER PRIMARY KEY AUTOINCREMENT,
  code             TEXT NOT NULL UNIQUE,
  name             TEXT NOT NULL,
  certificate_name TEXT,
  scale            TEXT NOT NULL CHECK (scale IN ('points', 'pass')),
  "order"          INTEGER
) STRICT;

CREATE TABLE programme (
  programme_id INTEGER PRIMARY KEY AUTOINCREMENT,
  code         TEXT NOT NULL UNIQUE,
  name         TEXT
) STRICT;

-- Clause 2.1.3. Of one school year: what a grade learned then does not change when a programme does.
CREATE TABLE programme_subject (
  programme_subject_id INTEGER PRIMARY KEY AUTOINCREMENT,
  school_year_id       INTEGER NOT NULL REFERENCES school_year,
  programme_id         INTEGER NOT NULL REFERENCES programme,
  grade                INTEGER NOT NULL CHECK (grade BETWEEN 1 AND 12),
  subject_id           INTEGER NOT NULL REFERENCES subject,
  lessons_per_week     INTEGER CHECK (lessons_per_week >= 0),
  year_end             TEXT CHECK (year_end IN ('exam', 'credit')),
  UNIQUE (school_year_id, programme_id, grade, subject_id)
) STRICT;

CREATE TABLE class (
  class_id       INTEGER PRIMARY KEY AUTOINCREMENT,
  school_year_id INTEGER NOT NULL REFERENCES school_year,
  name           TEXT NOT NULL COLLATE NOCASE,
  grade          INTEGER NOT NULL CHECK (grade BETWEEN 1 AND 12),
  UNIQUE (school_year_id, name)
) STRICT;

CREATE TABLE student (
  student_id    INTEGER PRIMARY KEY AUTOINCREMENT,
  register_no   TEXT NOT NULL UNIQUE,
  last_name     TEXT NOT NULL,
  first_name    TEXT NOT NULL,
  personal_code TEXT UNIQUE,
  birth_date    TEXT CHECK (birth_date IS date(birth_date)),
  sex           TEXT CHECK (sex IN ('S', 'V')),
  address       TEXT,
  phone         TEXT,
  email         TEXT,
  enrolled_on   TEXT CHECK (enrolled_on IS date(enrolled_on)),
  left_on       TEXT CHECK (left_on IS date(left_on))
) STRICT;

-- The class and the programme that the list of students gives for a school year; movement tells what came otherwise.
CREATE TABLE enrolment (
  enrolment_id   INTEGER PRIMARY KEY AUTOINCREMENT,
  student_id     INTEGER NOT NULL REFERENCES student,
  school_year_id INTEGER NOT NULL REFERENCES school_year,
  class_id       INTEGER NOT NULL REFERENCES class,
  programme_id   INTEGER REFERENCES programme,
  UNIQUE (student_id, school_year_id)
) STRICT;
CREATE INDEX enrolment_of_year ON enrolment (school_year_id, class_id);

-- Clause 2.3.1: who joined, left or changed class, by which order of the head.
CREATE TABLE movement (
  movement_id INTEGER PRIMARY KEY AUTOINCREMENT,
  student_id  INTEGER NOT NULL REFERENCES student,
  date        TEXT NOT NULL CHECK (date IS date(date)),
  kind        TEXT NOT NULL CHECK (kind IN ('joined', 'left', 'class')),
  class_id    INTEGER REFERENCES class,
  reason      TEXT,
  order_no    TEXT,
  UNIQUE (student_id, date, kind)
) STRICT;

CREATE TABLE parent (
  parent_id  INTEGER PRIMARY KEY AUTOINCREMENT,
  last_name  TEXT NOT NULL,
  first_name TEXT NOT NULL,
  phone      TEXT,
  email      TEXT
) STRICT;
CREATE INDEX parent_person ON parent (phone, last_name, first_name);

CREATE TABLE student_parent (
  student_parent_id INTEGER PRIMARY KEY AUTOINCREMENT,
  student_id        INTEGER NOT NULL REFERENCES student,
  parent_id         INTEGER NOT NULL REFERENCES parent,
  relation          TEXT NOT NULL CHECK (relation IN ('mother', 'father', 'guardian')),
  contact           TEXT CHECK (contact IN ('yes', 'no')),
  UNIQUE (student_id, parent_id)
) STRICT;
CREATE INDEX student_parent_children ON student_parent (parent_id);

CREATE TABLE staff (
  staff_id   INTEGER PRIMARY KEY AUTOINCREMENT,
  code       TEXT NOT NULL UNIQUE,
  last_name  TEXT NOT NULL,
  first_name TEXT NOT NULL,
  phone      TEXT,
  email      TEXT,
  "from"     TEXT CHECK ("from" IS date("from")),
  until      TEXT CHECK (until IS date(until))
) STRICT;

CREATE TABLE staff_role (
  staff_role_id INTEGER PRIMARY KEY AUTOINCREMENT,
  staff_id      INTEGER NOT NULL REFERENCES staff,
  role          TEXT NOT NULL
    CHECK (role IN ('teacher', 'class_teacher', 'deputy', 'head', 'administrator')),
  position      INTEGER NOT NULL,
  UNIQUE (staff_id, role)
) STRICT;

CREATE TABLE class_teacher (
  class_teacher_id INTEGER PRIMARY KEY AUTOINCREMENT,
  staff_id         INTEGER NOT NULL REFERENCES staff,
  class_id         INTEGER NOT NULL REFERENCES class,
  UNIQUE (staff_id, class_id)
) STRICT;
CREATE INDEX class_teacher_of_class ON class_teacher (class_id);

-- Clauses 2.1.2 and 2.1.4. A journal is a teaching group in a school year.
CREATE TABLE teaching_group (
  teaching_group_id INTEGER PRIMARY KEY AUTOINCREMENT,
  school_year_id    INTEGER NOT NULL REFERENCES school_year,
  name              TEXT NOT NULL,
  subject_id        INTEGER NOT NULL REFERENCES subject,
  whole             INTEGER NOT NULL CHECK (whole IN (0, 1)),
  UNIQUE (school_year_id, name)
) STRICT;

CREATE TABLE group_class (
  group_class_id    INTEGER PRIMARY KEY AUTOINCREMENT,
  teaching_group_id INTEGER NOT NULL REFERENCES teaching_group,
  class_id          INTEGER NOT NULL REFERENCES class,
  position          INTEGER NOT NULL,
  UNIQUE (teaching_group_id, class_id)
) STRICT;
CREATE INDEX group_class_of_class ON group_class (class_id);

-- The teachers of the group; the one at position 0 owes the entries, unless group_teacher_change says otherwise.
CREATE TABLE group_teacher (
  group_teacher_id  INTEGER PRIMARY KEY AUTOINCREMENT,
  teaching_group_id INTEGER NOT NULL REFERENCES teaching_group,
  staff_id          INTEGER NOT NULL REFERENCES staff,
  position          INTEGER NOT NULL,
  UNIQUE (teaching_group_id, staff_id)
) STRICT;

-- Who had the group from one day to another, both included.
CREATE TABLE group_teacher_change (
  group_teacher_change_id INTEGER PRIMARY KEY AUTOINCREMENT,
  teaching_group_id       INTEGER NOT NULL REFERENCES teaching_group,
  staff_id                INTEGER NOT NULL REFERENCES staff,
  "from"                  TEXT CHECK ("from" IS date("from")),
  until                   TEXT CHECK (until IS date(until))
) STRICT;
CREATE UNIQUE INDEX group_teacher_change_key
  ON group_teacher_change (teaching_group_id, staff_id, coalesce("from", ''));

CREATE TABLE group_member (
  group_member_id   INTEGER PRIMARY KEY AUTOINCREMENT,
  teaching_group_id INTEGER NOT NULL REFERENCES teaching_group,
  student_id        INTEGER NOT NULL REFERENCES student,
  "from"            TEXT CHECK ("from" IS date("from")),
  until             TEXT CHECK (until IS date(until))
) STRICT;
CREATE UNIQUE INDEX group_member_key
  ON group_member (teaching_group_id, student_id, coalesce("from", ''));
CREATE INDEX group_member_student ON group_member (student_id);

-- Clause 2.1.5.
CREATE TABLE bell_period (
  bell_period_id INTEGER PRIMARY KEY AUTOINCREMENT,
  school_year_id INTEGER NOT NULL REFERENCES school_year,
  schedule       TEXT NOT NULL,
  period         INTEGER NOT NULL CHECK (period BETWEEN 0 AND 15),
  starts         TEXT NOT NULL,
  ends           TEXT NOT NULL,
  weekdays       TEXT,
  "from"         TEXT CHECK ("from" IS date("from")),
  until          TEXT CHECK (until IS date(until))
) STRICT;
CREATE UNIQUE INDEX bell_period_key
  ON bell_period (school_year_id, schedule, period, coalesce(weekdays, ''), coalesce("from", ''));

CREATE TABLE timetable_slot (
  timetable_slot_id INTEGER PRIMARY KEY AUTOINCREMENT,
  teaching_group_id INTEGER NOT NULL REFERENCES teaching_group,
  weekday           INTEGER NOT NULL CHECK (weekday BETWEEN 1 AND 7),
  period            INTEGER NOT NULL CHECK (period BETWEEN 0 AND 15),
  room              TEXT,
  week              TEXT CHECK (week IN ('A', 'B')),
  "from"            TEXT CHECK ("from" IS date("from")),
  until             TEXT CHECK (until IS date(until))
) STRICT;
CREATE UNIQUE INDEX timetable_slot_key
  ON timetable_slot (teaching_group_id, weekday, period, coalesce(week, ''), coalesce("from", ''));
