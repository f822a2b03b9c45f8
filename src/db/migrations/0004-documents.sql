-- The register of what was made for whom (clauses 2.2, 3.4, 3.5): a batch that runs again writes only what changed.
CREATE TABLE document (
  document_id    INTEGER PRIMARY KEY AUTOINCREMENT,
  school_year_id INTEGER NOT NULL REFERENCES school_year,
  kind           TEXT NOT NULL CHECK (kind IN ('monthly-extract')),
  period         TEXT NOT NULL,
  class_id       INTEGER NOT NULL REFERENCES class,
  student_id     INTEGER REFERENCES student,
  file           TEXT NOT NULL,
  sha256         TEXT NOT NULL,
  made_at        TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX document_of ON document (kind, period, class_id, coalesce(student_id, 0));
