-- Clause 4.2: a test that is announced anew as work without a deadline says why.
ALTER TABLE work_announcement ADD COLUMN reason TEXT;
