-- Clause 3.2: what the student's personal file holds beyond the lists of students and parents.
CREATE TABLE personal_file (
  personal_file_id         INTEGER PRIMARY KEY AUTOINCREMENT,
  student_id               INTEGER NOT NULL UNIQUE REFERENCES student,
  birth_certificate_no     TEXT,
  birth_certificate_date   TEXT CHECK (birth_certificate_date IS date(birth_certificate_date)),
  birth_certificate_issuer TEXT,
  actual_address           TEXT,
  previous_school          TEXT
) STRICT;
