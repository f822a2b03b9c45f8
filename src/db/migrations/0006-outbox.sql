-- What is to be told to somebody. It lies here until it is sent; what was sent stays, with its moment.
CREATE TABLE outbox (
  outbox_id  INTEGER PRIMARY KEY AUTOINCREMENT,
  channel    TEXT NOT NULL CHECK (channel IN ('email', 'sms', 'internal')),
  -- An address, a telephone number, or for internal mail the code of who gets it.
  recipient  TEXT NOT NULL,
  name       TEXT,
  subject    TEXT NOT NULL,
  body       TEXT NOT NULL,
  -- What is told only once: two messages of one occasion are one.
  occasion   TEXT UNIQUE,
  created_at TEXT NOT NULL,
  sent_at    TEXT
) STRICT;
CREATE INDEX outbox_waiting ON outbox (created_at) WHERE sent_at IS NULL;

-- Which papers of a year were handed out (clauses 2.2, 3.4, 3.5, 1.7) is asked by year and kind.
CREATE INDEX document_of_year ON document (school_year_id, kind);
