-- Clause 3.3: a justification that does not hold any more, since it was taken back or moved to other days.
-- The row that it takes back stays as it was entered.
CREATE TABLE justification_withdrawal (
  justification_withdrawal_id INTEGER PRIMARY KEY AUTOINCREMENT,
  justification_id            INTEGER NOT NULL UNIQUE REFERENCES justification,
  moved_to                    INTEGER UNIQUE REFERENCES justification (justification_id),
  note                        TEXT,
  recorded_at                 TEXT NOT NULL
) STRICT;
