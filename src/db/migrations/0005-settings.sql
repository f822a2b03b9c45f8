-- What a school has decided for itself: days, hours and limits. What is not here is as the program proposes it.
CREATE TABLE setting (
  setting_id INTEGER PRIMARY KEY AUTOINCREMENT,
  key        TEXT NOT NULL UNIQUE,
  value      TEXT NOT NULL
) STRICT;
