-- The files of an operation are asked for one operation after the other.
CREATE INDEX operation_file_of ON operation_file (operation_id);
