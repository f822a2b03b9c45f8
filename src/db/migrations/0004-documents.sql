-- The register of what was issued to whom (clauses 2.2, 3.4, 3.5). A paper is what one student, class or
-- person gets; printed again from other data it is a further row, and the earlier one stays.
CREATE TABLE document (
  document_id    INTEGER PRIMARY KEY AUTOINCREMENT,
  school_year_id INTEGER NOT NULL REFERENCES school_year,
  kind           TEXT NOT NULL CHECK (kind GLOB '[a-z]*'),
  period         TEXT NOT NULL,
  class_id       INTEGER REFERENCES class,
  student_id     INTEGER REFERENCES student,
  receiver       TEXT,
  language       TEXT NOT NULL CHECK (language IN ('en', 'lv')),
  code           TEXT NOT NULL,
  digest         TEXT NOT NULL,
  data           TEXT NOT NULL CHECK (json_valid(data)),
  made_at        TEXT NOT NULL
) STRICT;
CREATE INDEX document_of ON document (kind, period, student_id);
CREATE INDEX document_of_student ON document (student_id);
CREATE INDEX document_with_code ON document (code);

-- A file that was written, with the papers in it; written again with other bytes it is a further row.
CREATE TABLE document_file (
  document_file_id INTEGER PRIMARY KEY AUTOINCREMENT,
  file             TEXT NOT NULL,
  digest           TEXT NOT NULL,
  sha256           TEXT NOT NULL,
  made_at          TEXT NOT NULL
) STRICT;
CREATE INDEX document_file_at ON document_file (file);
CREATE INDEX document_file_with_bytes ON document_file (sha256);

CREATE TABLE document_in_file (
  document_in_file_id INTEGER PRIMARY KEY AUTOINCREMENT,
  document_file_id    INTEGER NOT NULL REFERENCES document_file,
  document_id         INTEGER NOT NULL REFERENCES document,
  place               INTEGER NOT NULL,
  UNIQUE (document_file_id, place)
) STRICT;
CREATE INDEX document_in_file_of ON document_in_file (document_id);
