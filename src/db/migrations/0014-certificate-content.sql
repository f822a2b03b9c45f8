-- Clause 2.2: what stood on a certificate and its transcript when it was handed out, as JSON; it stands for good,
-- whatever is corrected since. A duplicate takes it over.
ALTER TABLE certificate ADD COLUMN content TEXT CHECK (json_valid(content));
