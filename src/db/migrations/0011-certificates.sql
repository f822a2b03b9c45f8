-- Clause 2.2. The State's blank forms: series and number come printed on them and are never made up.
CREATE TABLE blank (
  blank_id     INTEGER PRIMARY KEY AUTOINCREMENT,
  kind         TEXT NOT NULL CHECK (kind IN ('basic', 'secondary')),
  series       TEXT NOT NULL,
  number       TEXT NOT NULL,
  received_on  TEXT CHECK (received_on IS date(received_on)),
  -- Of a blank that was spoilt before anything was written on it; else its certificate is voided.
  spoilt_on    TEXT CHECK (spoilt_on IS date(spoilt_on)),
  spoilt_reason TEXT,
  UNIQUE (series, number)
) STRICT;

-- An entry in the register of certificates: what was written on which blank. A blank is used once, for good.
-- The names are those on the paper; the marks are those recorded up to marks_at.
CREATE TABLE certificate (
  certificate_id INTEGER PRIMARY KEY AUTOINCREMENT,
  blank_id       INTEGER NOT NULL UNIQUE REFERENCES blank,
  kind           TEXT NOT NULL CHECK (kind IN ('basic', 'secondary')),
  entry_no       INTEGER NOT NULL CHECK (entry_no > 0),
  student_id     INTEGER NOT NULL REFERENCES student,
  school_year_id INTEGER NOT NULL REFERENCES school_year,
  class_id       INTEGER NOT NULL REFERENCES class,
  last_name      TEXT NOT NULL,
  first_name     TEXT NOT NULL,
  personal_code  TEXT NOT NULL,
  birth_date     TEXT NOT NULL CHECK (birth_date IS date(birth_date)),
  programme      TEXT NOT NULL,
  programme_name TEXT,
  dated_on       TEXT NOT NULL CHECK (dated_on IS date(dated_on)),
  marks_at       TEXT NOT NULL,
  duplicate_of   INTEGER REFERENCES certificate,
  reason         TEXT,
  notice_on      TEXT CHECK (notice_on IS date(notice_on)),
  -- The day on which it was declared invalid, after which a duplicate takes its place.
  invalid_on     TEXT CHECK (invalid_on IS date(invalid_on)),
  issued_on      TEXT CHECK (issued_on IS date(issued_on)),
  receiver       TEXT,
  voided_on      TEXT CHECK (voided_on IS date(voided_on)),
  void_reason    TEXT,
  UNIQUE (kind, entry_no)
) STRICT;
CREATE UNIQUE INDEX certificate_standing
  ON certificate (student_id, kind) WHERE voided_on IS NULL AND invalid_on IS NULL;

-- The State's certificate of a centralised exam; recorded, never printed here.
CREATE TABLE exam_certificate (
  exam_certificate_id INTEGER PRIMARY KEY AUTOINCREMENT,
  student_id          INTEGER NOT NULL REFERENCES student,
  school_year_id      INTEGER NOT NULL REFERENCES school_year,
  subject_id          INTEGER NOT NULL REFERENCES subject,
  number              TEXT NOT NULL,
  date                TEXT CHECK (date IS date(date)),
  percent             TEXT,
  parts               TEXT,
  level               TEXT,
  UNIQUE (student_id, school_year_id, subject_id)
) STRICT;

-- Where each blank is: spoilt by itself or with its certificate; else the certificate tells.
CREATE VIEW blank_state AS
SELECT blank_id, blank.kind, series, number, received_on, certificate_id, student_id,
       CASE WHEN spoilt_on IS NOT NULL OR voided_on IS NOT NULL THEN 'spoilt'
            WHEN issued_on IS NOT NULL THEN 'issued'
            WHEN certificate_id IS NOT NULL THEN 'bound'
            ELSE 'free'
       END AS state,
       coalesce(spoilt_reason, void_reason) AS reason
  FROM blank
  LEFT JOIN certificate USING (blank_id);
