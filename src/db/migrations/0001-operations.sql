-- Every run of a writing command is one operation; what it did to each row stands in change.
-- Numbers are never used again (AUTOINCREMENT): a new row must not look like a later change of an old one.
CREATE TABLE operation (
  operation_id   INTEGER PRIMARY KEY AUTOINCREMENT,
  at             TEXT NOT NULL,
  actor          TEXT NOT NULL,
  command        TEXT NOT NULL,
  words          TEXT NOT NULL CHECK (json_valid(words)),
  version        TEXT NOT NULL,
  undoes         TEXT CHECK (undoes IS NULL OR json_valid(undoes)),
  first_change   INTEGER,
  changes        INTEGER NOT NULL DEFAULT 0,
  previous_hash  TEXT NOT NULL,
  hash           TEXT
) STRICT;

-- The files that an operation read.
CREATE TABLE operation_file (
  operation_file_id INTEGER PRIMARY KEY AUTOINCREMENT,
  operation_id      INTEGER NOT NULL REFERENCES operation,
  name              TEXT NOT NULL,
  sha256            TEXT NOT NULL,
  bytes             INTEGER NOT NULL
) STRICT;

-- An import asks whether this very file was read before, and when.
CREATE INDEX operation_file_content ON operation_file (sha256);

-- One row that an operation touched. What it was before is kept; what it was after is the "before"
-- of the next change of the same row, or the row as it stands. The salt goes into the digest, so that
-- a chain of hashes over erased data tells nothing about them.
CREATE TABLE change (
  change_id    INTEGER PRIMARY KEY AUTOINCREMENT,
  operation_id INTEGER NOT NULL,
  table_name   TEXT NOT NULL,
  row_id       INTEGER NOT NULL,
  action       TEXT NOT NULL,
  before       TEXT,
  salt         BLOB NOT NULL
) STRICT;

-- A row's later changes are never insertions, so the insertions, which are most, need not be in it.
CREATE INDEX change_of_row ON change (table_name, row_id, change_id) WHERE action <> 'insert';

-- Which tables an operation touched, and how.
CREATE TABLE operation_table (
  operation_table_id INTEGER PRIMARY KEY AUTOINCREMENT,
  operation_id       INTEGER NOT NULL REFERENCES operation,
  table_name         TEXT NOT NULL,
  action             TEXT NOT NULL
) STRICT;
CREATE INDEX operation_table_name ON operation_table (table_name, action, operation_id);

-- From which file and line a run of changes came: with step 1 each further change is one line further down.
CREATE TABLE change_origin (
  first_change_id   INTEGER PRIMARY KEY,
  last_change_id    INTEGER NOT NULL,
  operation_file_id INTEGER NOT NULL REFERENCES operation_file,
  first_line        INTEGER NOT NULL,
  step              INTEGER NOT NULL CHECK (step IN (0, 1))
) STRICT;

-- Holds one row while an operation runs, none when it has ended: no row of the school changes outside.
CREATE TABLE open_operation (
  operation_id INTEGER NOT NULL
) STRICT;

-- What was recorded stays as it was recorded.
CREATE TRIGGER operation_is_final BEFORE UPDATE ON operation WHEN OLD.hash IS NOT NULL
BEGIN SELECT raise(ABORT, 'an operation is never changed'); END;
CREATE TRIGGER operation_stays BEFORE DELETE ON operation
BEGIN SELECT raise(ABORT, 'an operation is never deleted'); END;
CREATE TRIGGER change_is_final BEFORE UPDATE ON change
BEGIN SELECT raise(ABORT, 'a change is never changed'); END;
CREATE TRIGGER change_stays BEFORE DELETE ON change
BEGIN SELECT raise(ABORT, 'a change is never deleted'); END;
