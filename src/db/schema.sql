-- What the migrations add up to; kept by test/docs.test.ts.
CREATE VIEW blank_state AS
SELECT blank_id, blank.kind, series, number, received_on, certificate_id, student_id,
       CASE WHEN spoilt_on IS NOT NULL OR voided_on IS NOT NULL THEN 'spoilt'
            WHEN issued_on IS NOT NULL THEN 'issued'
            WHEN certificate_id IS NOT NULL THEN 'bound'
            ELSE 'free'
       END AS state,
       coalesce(spoilt_reason, void_reason) AS reason
  FROM blank
  LEFT JOIN certificate USING (blank_id);

CREATE TRIGGER change_is_final BEFORE UPDATE ON change
BEGIN SELECT raise(ABORT, 'a change is never changed'); END;

CREATE TRIGGER change_stays BEFORE DELETE ON change
BEGIN SELECT raise(ABORT, 'a change is never deleted'); END;

CREATE TRIGGER operation_is_final BEFORE UPDATE ON operation WHEN OLD.hash IS NOT NULL
BEGIN SELECT raise(ABORT, 'an operation is never changed'); END;

CREATE TRIGGER operation_stays BEFORE DELETE ON operation
BEGIN SELECT raise(ABORT, 'an operation is never deleted'); END;

CREATE TRIGGER record_DELETE_of_absence AFTER DELETE ON absence  BEGIN INSERT INTO change (operation_id, table_name, row_id, action, before, salt)
     VALUES ((SELECT operation_id FROM open_operation), 'absence', OLD."absence_id", 'delete', json_patch('{}', json_object('absence_id', OLD."absence_id", 'student_id', OLD."student_id", 'date', OLD."date", 'period', OLD."period", 'mark', OLD."mark", 'recorded_at', OLD."recorded_at")), randomblob(16)); END;

CREATE TRIGGER record_DELETE_of_assessed_work AFTER DELETE ON assessed_work  BEGIN INSERT INTO change (operation_id, table_name, row_id, action, before, salt)
     VALUES ((SELECT operation_id FROM open_operation), 'assessed_work', OLD."assessed_work_id", 'delete', json_patch('{}', json_object('assessed_work_id', OLD."assessed_work_id", 'teaching_group_id', OLD."teaching_group_id", 'date', OLD."date", 'work', OLD."work")), randomblob(16)); END;

CREATE TRIGGER record_DELETE_of_bell_period AFTER DELETE ON bell_period  BEGIN INSERT INTO change (operation_id, table_name, row_id, action, before, salt)
     VALUES ((SELECT operation_id FROM open_operation), 'bell_period', OLD."bell_period_id", 'delete', json_patch('{}', json_object('bell_period_id', OLD."bell_period_id", 'school_year_id', OLD."school_year_id", 'schedule', OLD."schedule", 'period', OLD."period", 'starts', OLD."starts", 'ends', OLD."ends", 'weekdays', OLD."weekdays", 'from', OLD."from", 'until', OLD."until")), randomblob(16)); END;

CREATE TRIGGER record_DELETE_of_blank AFTER DELETE ON blank  BEGIN INSERT INTO change (operation_id, table_name, row_id, action, before, salt)
     VALUES ((SELECT operation_id FROM open_operation), 'blank', OLD."blank_id", 'delete', json_patch('{}', json_object('blank_id', OLD."blank_id", 'kind', OLD."kind", 'series', OLD."series", 'number', OLD."number", 'received_on', OLD."received_on", 'spoilt_on', OLD."spoilt_on", 'spoilt_reason', OLD."spoilt_reason")), randomblob(16)); END;

CREATE TRIGGER record_DELETE_of_calendar_day AFTER DELETE ON calendar_day  BEGIN INSERT INTO change (operation_id, table_name, row_id, action, before, salt)
     VALUES ((SELECT operation_id FROM open_operation), 'calendar_day', OLD."calendar_day_id", 'delete', json_patch('{}', json_object('calendar_day_id', OLD."calendar_day_id", 'school_year_id', OLD."school_year_id", 'from', OLD."from", 'until', OLD."until", 'kind', OLD."kind", 'grades', OLD."grades", 'replaces', OLD."replaces", 'schedule', OLD."schedule", 'name', OLD."name")), randomblob(16)); END;

CREATE TRIGGER record_DELETE_of_certificate AFTER DELETE ON certificate  BEGIN INSERT INTO change (operation_id, table_name, row_id, action, before, salt)
     VALUES ((SELECT operation_id FROM open_operation), 'certificate', OLD."certificate_id", 'delete', json_patch('{}', json_object('certificate_id', OLD."certificate_id", 'blank_id', OLD."blank_id", 'kind', OLD."kind", 'entry_no', OLD."entry_no", 'student_id', OLD."student_id", 'school_year_id', OLD."school_year_id", 'class_id', OLD."class_id", 'last_name', OLD."last_name", 'first_name', OLD."first_name", 'personal_code', OLD."personal_code", 'birth_date', OLD."birth_date", 'programme', OLD."programme", 'programme_name', OLD."programme_name", 'dated_on', OLD."dated_on", 'marks_at', OLD."marks_at", 'duplicate_of', OLD."duplicate_of", 'reason', OLD."reason", 'notice_on', OLD."notice_on", 'invalid_on', OLD."invalid_on", 'issued_on', OLD."issued_on", 'receiver', OLD."receiver", 'voided_on', OLD."voided_on", 'void_reason', OLD."void_reason", 'content', OLD."content")), randomblob(16)); END;

CREATE TRIGGER record_DELETE_of_class AFTER DELETE ON class  BEGIN INSERT INTO change (operation_id, table_name, row_id, action, before, salt)
     VALUES ((SELECT operation_id FROM open_operation), 'class', OLD."class_id", 'delete', json_patch('{}', json_object('class_id', OLD."class_id", 'school_year_id', OLD."school_year_id", 'name', OLD."name", 'grade', OLD."grade")), randomblob(16)); END;

CREATE TRIGGER record_DELETE_of_class_teacher AFTER DELETE ON class_teacher  BEGIN INSERT INTO change (operation_id, table_name, row_id, action, before, salt)
     VALUES ((SELECT operation_id FROM open_operation), 'class_teacher', OLD."class_teacher_id", 'delete', json_patch('{}', json_object('class_teacher_id', OLD."class_teacher_id", 'staff_id', OLD."staff_id", 'class_id', OLD."class_id")), randomblob(16)); END;

CREATE TRIGGER record_DELETE_of_decision AFTER DELETE ON decision  BEGIN INSERT INTO change (operation_id, table_name, row_id, action, before, salt)
     VALUES ((SELECT operation_id FROM open_operation), 'decision', OLD."decision_id", 'delete', json_patch('{}', json_object('decision_id', OLD."decision_id", 'student_id', OLD."student_id", 'school_year_id', OLD."school_year_id", 'decision', OLD."decision", 'order_no', OLD."order_no", 'date', OLD."date")), randomblob(16)); END;

CREATE TRIGGER record_DELETE_of_document AFTER DELETE ON document  BEGIN INSERT INTO change (operation_id, table_name, row_id, action, before, salt)
     VALUES ((SELECT operation_id FROM open_operation), 'document', OLD."document_id", 'delete', json_patch('{}', json_object('document_id', OLD."document_id", 'school_year_id', OLD."school_year_id", 'kind', OLD."kind", 'period', OLD."period", 'class_id', OLD."class_id", 'student_id', OLD."student_id", 'receiver', OLD."receiver", 'language', OLD."language", 'code', OLD."code", 'digest', OLD."digest", 'data', OLD."data", 'made_at', OLD."made_at")), randomblob(16)); END;

CREATE TRIGGER record_DELETE_of_document_file AFTER DELETE ON document_file  BEGIN INSERT INTO change (operation_id, table_name, row_id, action, before, salt)
     VALUES ((SELECT operation_id FROM open_operation), 'document_file', OLD."document_file_id", 'delete', json_patch('{}', json_object('document_file_id', OLD."document_file_id", 'file', OLD."file", 'digest', OLD."digest", 'sha256', OLD."sha256", 'made_at', OLD."made_at")), randomblob(16)); END;

CREATE TRIGGER record_DELETE_of_document_in_file AFTER DELETE ON document_in_file  BEGIN INSERT INTO change (operation_id, table_name, row_id, action, before, salt)
     VALUES ((SELECT operation_id FROM open_operation), 'document_in_file', OLD."document_in_file_id", 'delete', json_patch('{}', json_object('document_in_file_id', OLD."document_in_file_id", 'document_file_id', OLD."document_file_id", 'document_id', OLD."document_id", 'place', OLD."place")), randomblob(16)); END;

CREATE TRIGGER record_DELETE_of_enrolment AFTER DELETE ON enrolment  BEGIN INSERT INTO change (operation_id, table_name, row_id, action, before, salt)
     VALUES ((SELECT operation_id FROM open_operation), 'enrolment', OLD."enrolment_id", 'delete', json_patch('{}', json_object('enrolment_id', OLD."enrolment_id", 'student_id', OLD."student_id", 'school_year_id', OLD."school_year_id", 'class_id', OLD."class_id", 'programme_id', OLD."programme_id")), randomblob(16)); END;

CREATE TRIGGER record_DELETE_of_exam_certificate AFTER DELETE ON exam_certificate  BEGIN INSERT INTO change (operation_id, table_name, row_id, action, before, salt)
     VALUES ((SELECT operation_id FROM open_operation), 'exam_certificate', OLD."exam_certificate_id", 'delete', json_patch('{}', json_object('exam_certificate_id', OLD."exam_certificate_id", 'student_id', OLD."student_id", 'school_year_id', OLD."school_year_id", 'subject_id', OLD."subject_id", 'number', OLD."number", 'date', OLD."date", 'percent', OLD."percent", 'parts', OLD."parts", 'level', OLD."level")), randomblob(16)); END;

CREATE TRIGGER record_DELETE_of_group_class AFTER DELETE ON group_class  BEGIN INSERT INTO change (operation_id, table_name, row_id, action, before, salt)
     VALUES ((SELECT operation_id FROM open_operation), 'group_class', OLD."group_class_id", 'delete', json_patch('{}', json_object('group_class_id', OLD."group_class_id", 'teaching_group_id', OLD."teaching_group_id", 'class_id', OLD."class_id", 'position', OLD."position")), randomblob(16)); END;

CREATE TRIGGER record_DELETE_of_group_member AFTER DELETE ON group_member  BEGIN INSERT INTO change (operation_id, table_name, row_id, action, before, salt)
     VALUES ((SELECT operation_id FROM open_operation), 'group_member', OLD."group_member_id", 'delete', json_patch('{}', json_object('group_member_id', OLD."group_member_id", 'teaching_group_id', OLD."teaching_group_id", 'student_id', OLD."student_id", 'from', OLD."from", 'until', OLD."until")), randomblob(16)); END;

CREATE TRIGGER record_DELETE_of_group_teacher AFTER DELETE ON group_teacher  BEGIN INSERT INTO change (operation_id, table_name, row_id, action, before, salt)
     VALUES ((SELECT operation_id FROM open_operation), 'group_teacher', OLD."group_teacher_id", 'delete', json_patch('{}', json_object('group_teacher_id', OLD."group_teacher_id", 'teaching_group_id', OLD."teaching_group_id", 'staff_id', OLD."staff_id", 'position', OLD."position")), randomblob(16)); END;

CREATE TRIGGER record_DELETE_of_group_teacher_change AFTER DELETE ON group_teacher_change  BEGIN INSERT INTO change (operation_id, table_name, row_id, action, before, salt)
     VALUES ((SELECT operation_id FROM open_operation), 'group_teacher_change', OLD."group_teacher_change_id", 'delete', json_patch('{}', json_object('group_teacher_change_id', OLD."group_teacher_change_id", 'teaching_group_id', OLD."teaching_group_id", 'staff_id', OLD."staff_id", 'from', OLD."from", 'until', OLD."until")), randomblob(16)); END;

CREATE TRIGGER record_DELETE_of_justification AFTER DELETE ON justification  BEGIN INSERT INTO change (operation_id, table_name, row_id, action, before, salt)
     VALUES ((SELECT operation_id FROM open_operation), 'justification', OLD."justification_id", 'delete', json_patch('{}', json_object('justification_id', OLD."justification_id", 'student_id', OLD."student_id", 'teaching_group_id', OLD."teaching_group_id", 'from', OLD."from", 'until', OLD."until", 'first_period', OLD."first_period", 'last_period', OLD."last_period", 'status', OLD."status", 'reason', OLD."reason", 'document', OLD."document", 'note', OLD."note", 'recorded_at', OLD."recorded_at")), randomblob(16)); END;

CREATE TRIGGER record_DELETE_of_justification_withdrawal AFTER DELETE ON justification_withdrawal  BEGIN INSERT INTO change (operation_id, table_name, row_id, action, before, salt)
     VALUES ((SELECT operation_id FROM open_operation), 'justification_withdrawal', OLD."justification_withdrawal_id", 'delete', json_patch('{}', json_object('justification_withdrawal_id', OLD."justification_withdrawal_id", 'justification_id', OLD."justification_id", 'moved_to', OLD."moved_to", 'note', OLD."note", 'recorded_at', OLD."recorded_at")), randomblob(16)); END;

CREATE TRIGGER record_DELETE_of_lesson AFTER DELETE ON lesson  BEGIN INSERT INTO change (operation_id, table_name, row_id, action, before, salt)
     VALUES ((SELECT operation_id FROM open_operation), 'lesson', OLD."lesson_id", 'delete', json_patch('{}', json_object('lesson_id', OLD."lesson_id", 'teaching_group_id', OLD."teaching_group_id", 'date', OLD."date", 'period', OLD."period", 'topic', OLD."topic", 'homework', OLD."homework", 'staff_id', OLD."staff_id", 'held', OLD."held", 'reason', OLD."reason", 'kind', OLD."kind", 'absences_checked_at', OLD."absences_checked_at", 'recorded_at', OLD."recorded_at")), randomblob(16)); END;

CREATE TRIGGER record_DELETE_of_mark AFTER DELETE ON mark  BEGIN INSERT INTO change (operation_id, table_name, row_id, action, before, salt)
     VALUES ((SELECT operation_id FROM open_operation), 'mark', OLD."mark_id", 'delete', json_patch('{}', json_object('mark_id', OLD."mark_id", 'assessed_work_id', OLD."assessed_work_id", 'student_id', OLD."student_id", 'kind', OLD."kind", 'value', OLD."value", 'reason', OLD."reason", 'recorded_at', OLD."recorded_at")), randomblob(16)); END;

CREATE TRIGGER record_DELETE_of_movement AFTER DELETE ON movement  BEGIN INSERT INTO change (operation_id, table_name, row_id, action, before, salt)
     VALUES ((SELECT operation_id FROM open_operation), 'movement', OLD."movement_id", 'delete', json_patch('{}', json_object('movement_id', OLD."movement_id", 'student_id', OLD."student_id", 'date', OLD."date", 'kind', OLD."kind", 'class_id', OLD."class_id", 'reason', OLD."reason", 'order_no', OLD."order_no")), randomblob(16)); END;

CREATE TRIGGER record_DELETE_of_outbox AFTER DELETE ON outbox  BEGIN INSERT INTO change (operation_id, table_name, row_id, action, before, salt)
     VALUES ((SELECT operation_id FROM open_operation), 'outbox', OLD."outbox_id", 'delete', json_patch('{}', json_object('outbox_id', OLD."outbox_id", 'channel', OLD."channel", 'recipient', OLD."recipient", 'name', OLD."name", 'subject', OLD."subject", 'body', OLD."body", 'occasion', OLD."occasion", 'created_at', OLD."created_at", 'sent_at', OLD."sent_at")), randomblob(16)); END;

CREATE TRIGGER record_DELETE_of_parent AFTER DELETE ON parent  BEGIN INSERT INTO change (operation_id, table_name, row_id, action, before, salt)
     VALUES ((SELECT operation_id FROM open_operation), 'parent', OLD."parent_id", 'delete', json_patch('{}', json_object('parent_id', OLD."parent_id", 'last_name', OLD."last_name", 'first_name', OLD."first_name", 'phone', OLD."phone", 'email', OLD."email")), randomblob(16)); END;

CREATE TRIGGER record_DELETE_of_personal_file AFTER DELETE ON personal_file  BEGIN INSERT INTO change (operation_id, table_name, row_id, action, before, salt)
     VALUES ((SELECT operation_id FROM open_operation), 'personal_file', OLD."personal_file_id", 'delete', json_patch('{}', json_object('personal_file_id', OLD."personal_file_id", 'student_id', OLD."student_id", 'birth_certificate_no', OLD."birth_certificate_no", 'birth_certificate_date', OLD."birth_certificate_date", 'birth_certificate_issuer', OLD."birth_certificate_issuer", 'actual_address', OLD."actual_address", 'previous_school', OLD."previous_school")), randomblob(16)); END;

CREATE TRIGGER record_DELETE_of_programme AFTER DELETE ON programme  BEGIN INSERT INTO change (operation_id, table_name, row_id, action, before, salt)
     VALUES ((SELECT operation_id FROM open_operation), 'programme', OLD."programme_id", 'delete', json_patch('{}', json_object('programme_id', OLD."programme_id", 'code', OLD."code", 'name', OLD."name")), randomblob(16)); END;

CREATE TRIGGER record_DELETE_of_programme_subject AFTER DELETE ON programme_subject  BEGIN INSERT INTO change (operation_id, table_name, row_id, action, before, salt)
     VALUES ((SELECT operation_id FROM open_operation), 'programme_subject', OLD."programme_subject_id", 'delete', json_patch('{}', json_object('programme_subject_id', OLD."programme_subject_id", 'school_year_id', OLD."school_year_id", 'programme_id', OLD."programme_id", 'grade', OLD."grade", 'subject_id', OLD."subject_id", 'lessons_per_week', OLD."lessons_per_week", 'year_end', OLD."year_end")), randomblob(16)); END;

CREATE TRIGGER record_DELETE_of_school_setting AFTER DELETE ON school_setting  BEGIN INSERT INTO change (operation_id, table_name, row_id, action, before, salt)
     VALUES ((SELECT operation_id FROM open_operation), 'school_setting', OLD."school_setting_id", 'delete', json_patch('{}', json_object('school_setting_id', OLD."school_setting_id", 'key', OLD."key", 'value', OLD."value")), randomblob(16)); END;

CREATE TRIGGER record_DELETE_of_school_year AFTER DELETE ON school_year  BEGIN INSERT INTO change (operation_id, table_name, row_id, action, before, salt)
     VALUES ((SELECT operation_id FROM open_operation), 'school_year', OLD."school_year_id", 'delete', json_patch('{}', json_object('school_year_id', OLD."school_year_id", 'year', OLD."year")), randomblob(16)); END;

CREATE TRIGGER record_DELETE_of_setting AFTER DELETE ON setting  BEGIN INSERT INTO change (operation_id, table_name, row_id, action, before, salt)
     VALUES ((SELECT operation_id FROM open_operation), 'setting', OLD."setting_id", 'delete', json_patch('{}', json_object('setting_id', OLD."setting_id", 'key', OLD."key", 'value', OLD."value")), randomblob(16)); END;

CREATE TRIGGER record_DELETE_of_staff AFTER DELETE ON staff  BEGIN INSERT INTO change (operation_id, table_name, row_id, action, before, salt)
     VALUES ((SELECT operation_id FROM open_operation), 'staff', OLD."staff_id", 'delete', json_patch('{}', json_object('staff_id', OLD."staff_id", 'code', OLD."code", 'last_name', OLD."last_name", 'first_name', OLD."first_name", 'phone', OLD."phone", 'email', OLD."email", 'from', OLD."from", 'until', OLD."until")), randomblob(16)); END;

CREATE TRIGGER record_DELETE_of_staff_role AFTER DELETE ON staff_role  BEGIN INSERT INTO change (operation_id, table_name, row_id, action, before, salt)
     VALUES ((SELECT operation_id FROM open_operation), 'staff_role', OLD."staff_role_id", 'delete', json_patch('{}', json_object('staff_role_id', OLD."staff_role_id", 'staff_id', OLD."staff_id", 'role', OLD."role", 'position', OLD."position")), randomblob(16)); END;

CREATE TRIGGER record_DELETE_of_student AFTER DELETE ON student  BEGIN INSERT INTO change (operation_id, table_name, row_id, action, before, salt)
     VALUES ((SELECT operation_id FROM open_operation), 'student', OLD."student_id", 'delete', json_patch('{}', json_object('student_id', OLD."student_id", 'register_no', OLD."register_no", 'last_name', OLD."last_name", 'first_name', OLD."first_name", 'personal_code', OLD."personal_code", 'birth_date', OLD."birth_date", 'sex', OLD."sex", 'address', OLD."address", 'phone', OLD."phone", 'email', OLD."email", 'enrolled_on', OLD."enrolled_on", 'left_on', OLD."left_on")), randomblob(16)); END;

CREATE TRIGGER record_DELETE_of_student_parent AFTER DELETE ON student_parent  BEGIN INSERT INTO change (operation_id, table_name, row_id, action, before, salt)
     VALUES ((SELECT operation_id FROM open_operation), 'student_parent', OLD."student_parent_id", 'delete', json_patch('{}', json_object('student_parent_id', OLD."student_parent_id", 'student_id', OLD."student_id", 'parent_id', OLD."parent_id", 'relation', OLD."relation", 'contact', OLD."contact")), randomblob(16)); END;

CREATE TRIGGER record_DELETE_of_subject AFTER DELETE ON subject  BEGIN INSERT INTO change (operation_id, table_name, row_id, action, before, salt)
     VALUES ((SELECT operation_id FROM open_operation), 'subject', OLD."subject_id", 'delete', json_patch('{}', json_object('subject_id', OLD."subject_id", 'code', OLD."code", 'name', OLD."name", 'certificate_name', OLD."certificate_name", 'scale', OLD."scale", 'order', OLD."order")), randomblob(16)); END;

CREATE TRIGGER record_DELETE_of_teaching_group AFTER DELETE ON teaching_group  BEGIN INSERT INTO change (operation_id, table_name, row_id, action, before, salt)
     VALUES ((SELECT operation_id FROM open_operation), 'teaching_group', OLD."teaching_group_id", 'delete', json_patch('{}', json_object('teaching_group_id', OLD."teaching_group_id", 'school_year_id', OLD."school_year_id", 'name', OLD."name", 'subject_id', OLD."subject_id", 'whole', OLD."whole")), randomblob(16)); END;

CREATE TRIGGER record_DELETE_of_term_mark AFTER DELETE ON term_mark  BEGIN INSERT INTO change (operation_id, table_name, row_id, action, before, salt)
     VALUES ((SELECT operation_id FROM open_operation), 'term_mark', OLD."term_mark_id", 'delete', json_patch('{}', json_object('term_mark_id', OLD."term_mark_id", 'student_id', OLD."student_id", 'school_year_id', OLD."school_year_id", 'subject_id', OLD."subject_id", 'term', OLD."term", 'value', OLD."value", 'recorded_at', OLD."recorded_at")), randomblob(16)); END;

CREATE TRIGGER record_DELETE_of_timetable_slot AFTER DELETE ON timetable_slot  BEGIN INSERT INTO change (operation_id, table_name, row_id, action, before, salt)
     VALUES ((SELECT operation_id FROM open_operation), 'timetable_slot', OLD."timetable_slot_id", 'delete', json_patch('{}', json_object('timetable_slot_id', OLD."timetable_slot_id", 'teaching_group_id', OLD."teaching_group_id", 'weekday', OLD."weekday", 'period', OLD."period", 'room', OLD."room", 'week', OLD."week", 'from', OLD."from", 'until', OLD."until")), randomblob(16)); END;

CREATE TRIGGER record_DELETE_of_work_announcement AFTER DELETE ON work_announcement  BEGIN INSERT INTO change (operation_id, table_name, row_id, action, before, salt)
     VALUES ((SELECT operation_id FROM open_operation), 'work_announcement', OLD."work_announcement_id", 'delete', json_patch('{}', json_object('work_announcement_id', OLD."work_announcement_id", 'assessed_work_id', OLD."assessed_work_id", 'kind', OLD."kind", 'scale', OLD."scale", 'retest_of', OLD."retest_of", 'recorded_at', OLD."recorded_at", 'reason', OLD."reason")), randomblob(16)); END;

CREATE TRIGGER record_INSERT_of_absence AFTER INSERT ON absence  BEGIN INSERT INTO change (operation_id, table_name, row_id, action, before, salt)
     VALUES ((SELECT operation_id FROM open_operation), 'absence', NEW."absence_id", 'insert', NULL, randomblob(16)); END;

CREATE TRIGGER record_INSERT_of_assessed_work AFTER INSERT ON assessed_work  BEGIN INSERT INTO change (operation_id, table_name, row_id, action, before, salt)
     VALUES ((SELECT operation_id FROM open_operation), 'assessed_work', NEW."assessed_work_id", 'insert', NULL, randomblob(16)); END;

CREATE TRIGGER record_INSERT_of_bell_period AFTER INSERT ON bell_period  BEGIN INSERT INTO change (operation_id, table_name, row_id, action, before, salt)
     VALUES ((SELECT operation_id FROM open_operation), 'bell_period', NEW."bell_period_id", 'insert', NULL, randomblob(16)); END;

CREATE TRIGGER record_INSERT_of_blank AFTER INSERT ON blank  BEGIN INSERT INTO change (operation_id, table_name, row_id, action, before, salt)
     VALUES ((SELECT operation_id FROM open_operation), 'blank', NEW."blank_id", 'insert', NULL, randomblob(16)); END;

CREATE TRIGGER record_INSERT_of_calendar_day AFTER INSERT ON calendar_day  BEGIN INSERT INTO change (operation_id, table_name, row_id, action, before, salt)
     VALUES ((SELECT operation_id FROM open_operation), 'calendar_day', NEW."calendar_day_id", 'insert', NULL, randomblob(16)); END;

CREATE TRIGGER record_INSERT_of_certificate AFTER INSERT ON certificate  BEGIN INSERT INTO change (operation_id, table_name, row_id, action, before, salt)
     VALUES ((SELECT operation_id FROM open_operation), 'certificate', NEW."certificate_id", 'insert', NULL, randomblob(16)); END;

CREATE TRIGGER record_INSERT_of_class AFTER INSERT ON class  BEGIN INSERT INTO change (operation_id, table_name, row_id, action, before, salt)
     VALUES ((SELECT operation_id FROM open_operation), 'class', NEW."class_id", 'insert', NULL, randomblob(16)); END;

CREATE TRIGGER record_INSERT_of_class_teacher AFTER INSERT ON class_teacher  BEGIN INSERT INTO change (operation_id, table_name, row_id, action, before, salt)
     VALUES ((SELECT operation_id FROM open_operation), 'class_teacher', NEW."class_teacher_id", 'insert', NULL, randomblob(16)); END;

CREATE TRIGGER record_INSERT_of_decision AFTER INSERT ON decision  BEGIN INSERT INTO change (operation_id, table_name, row_id, action, before, salt)
     VALUES ((SELECT operation_id FROM open_operation), 'decision', NEW."decision_id", 'insert', NULL, randomblob(16)); END;

CREATE TRIGGER record_INSERT_of_document AFTER INSERT ON document  BEGIN INSERT INTO change (operation_id, table_name, row_id, action, before, salt)
     VALUES ((SELECT operation_id FROM open_operation), 'document', NEW."document_id", 'insert', NULL, randomblob(16)); END;

CREATE TRIGGER record_INSERT_of_document_file AFTER INSERT ON document_file  BEGIN INSERT INTO change (operation_id, table_name, row_id, action, before, salt)
     VALUES ((SELECT operation_id FROM open_operation), 'document_file', NEW."document_file_id", 'insert', NULL, randomblob(16)); END;

CREATE TRIGGER record_INSERT_of_document_in_file AFTER INSERT ON document_in_file  BEGIN INSERT INTO change (operation_id, table_name, row_id, action, before, salt)
     VALUES ((SELECT operation_id FROM open_operation), 'document_in_file', NEW."document_in_file_id", 'insert', NULL, randomblob(16)); END;

CREATE TRIGGER record_INSERT_of_enrolment AFTER INSERT ON enrolment  BEGIN INSERT INTO change (operation_id, table_name, row_id, action, before, salt)
     VALUES ((SELECT operation_id FROM open_operation), 'enrolment', NEW."enrolment_id", 'insert', NULL, randomblob(16)); END;

CREATE TRIGGER record_INSERT_of_exam_certificate AFTER INSERT ON exam_certificate  BEGIN INSERT INTO change (operation_id, table_name, row_id, action, before, salt)
     VALUES ((SELECT operation_id FROM open_operation), 'exam_certificate', NEW."exam_certificate_id", 'insert', NULL, randomblob(16)); END;

CREATE TRIGGER record_INSERT_of_group_class AFTER INSERT ON group_class  BEGIN INSERT INTO change (operation_id, table_name, row_id, action, before, salt)
     VALUES ((SELECT operation_id FROM open_operation), 'group_class', NEW."group_class_id", 'insert', NULL, randomblob(16)); END;

CREATE TRIGGER record_INSERT_of_group_member AFTER INSERT ON group_member  BEGIN INSERT INTO change (operation_id, table_name, row_id, action, before, salt)
     VALUES ((SELECT operation_id FROM open_operation), 'group_member', NEW."group_member_id", 'insert', NULL, randomblob(16)); END;

CREATE TRIGGER record_INSERT_of_group_teacher AFTER INSERT ON group_teacher  BEGIN INSERT INTO change (operation_id, table_name, row_id, action, before, salt)
     VALUES ((SELECT operation_id FROM open_operation), 'group_teacher', NEW."group_teacher_id", 'insert', NULL, randomblob(16)); END;

CREATE TRIGGER record_INSERT_of_group_teacher_change AFTER INSERT ON group_teacher_change  BEGIN INSERT INTO change (operation_id, table_name, row_id, action, before, salt)
     VALUES ((SELECT operation_id FROM open_operation), 'group_teacher_change', NEW."group_teacher_change_id", 'insert', NULL, randomblob(16)); END;

CREATE TRIGGER record_INSERT_of_justification AFTER INSERT ON justification  BEGIN INSERT INTO change (operation_id, table_name, row_id, action, before, salt)
     VALUES ((SELECT operation_id FROM open_operation), 'justification', NEW."justification_id", 'insert', NULL, randomblob(16)); END;

CREATE TRIGGER record_INSERT_of_justification_withdrawal AFTER INSERT ON justification_withdrawal  BEGIN INSERT INTO change (operation_id, table_name, row_id, action, before, salt)
     VALUES ((SELECT operation_id FROM open_operation), 'justification_withdrawal', NEW."justification_withdrawal_id", 'insert', NULL, randomblob(16)); END;

CREATE TRIGGER record_INSERT_of_lesson AFTER INSERT ON lesson  BEGIN INSERT INTO change (operation_id, table_name, row_id, action, before, salt)
     VALUES ((SELECT operation_id FROM open_operation), 'lesson', NEW."lesson_id", 'insert', NULL, randomblob(16)); END;

CREATE TRIGGER record_INSERT_of_mark AFTER INSERT ON mark  BEGIN INSERT INTO change (operation_id, table_name, row_id, action, before, salt)
     VALUES ((SELECT operation_id FROM open_operation), 'mark', NEW."mark_id", 'insert', NULL, randomblob(16)); END;

CREATE TRIGGER record_INSERT_of_movement AFTER INSERT ON movement  BEGIN INSERT INTO change (operation_id, table_name, row_id, action, before, salt)
     VALUES ((SELECT operation_id FROM open_operation), 'movement', NEW."movement_id", 'insert', NULL, randomblob(16)); END;

CREATE TRIGGER record_INSERT_of_outbox AFTER INSERT ON outbox  BEGIN INSERT INTO change (operation_id, table_name, row_id, action, before, salt)
     VALUES ((SELECT operation_id FROM open_operation), 'outbox', NEW."outbox_id", 'insert', NULL, randomblob(16)); END;

CREATE TRIGGER record_INSERT_of_parent AFTER INSERT ON parent  BEGIN INSERT INTO change (operation_id, table_name, row_id, action, before, salt)
     VALUES ((SELECT operation_id FROM open_operation), 'parent', NEW."parent_id", 'insert', NULL, randomblob(16)); END;

CREATE TRIGGER record_INSERT_of_personal_file AFTER INSERT ON personal_file  BEGIN INSERT INTO change (operation_id, table_name, row_id, action, before, salt)
     VALUES ((SELECT operation_id FROM open_operation), 'personal_file', NEW."personal_file_id", 'insert', NULL, randomblob(16)); END;

CREATE TRIGGER record_INSERT_of_programme AFTER INSERT ON programme  BEGIN INSERT INTO change (operation_id, table_name, row_id, action, before, salt)
     VALUES ((SELECT operation_id FROM open_operation), 'programme', NEW."programme_id", 'insert', NULL, randomblob(16)); END;

CREATE TRIGGER record_INSERT_of_programme_subject AFTER INSERT ON programme_subject  BEGIN INSERT INTO change (operation_id, table_name, row_id, action, before, salt)
     VALUES ((SELECT operation_id FROM open_operation), 'programme_subject', NEW."programme_subject_id", 'insert', NULL, randomblob(16)); END;

CREATE TRIGGER record_INSERT_of_school_setting AFTER INSERT ON school_setting  BEGIN INSERT INTO change (operation_id, table_name, row_id, action, before, salt)
     VALUES ((SELECT operation_id FROM open_operation), 'school_setting', NEW."school_setting_id", 'insert', NULL, randomblob(16)); END;

CREATE TRIGGER record_INSERT_of_school_year AFTER INSERT ON school_year  BEGIN INSERT INTO change (operation_id, table_name, row_id, action, before, salt)
     VALUES ((SELECT operation_id FROM open_operation), 'school_year', NEW."school_year_id", 'insert', NULL, randomblob(16)); END;

CREATE TRIGGER record_INSERT_of_setting AFTER INSERT ON setting  BEGIN INSERT INTO change (operation_id, table_name, row_id, action, before, salt)
     VALUES ((SELECT operation_id FROM open_operation), 'setting', NEW."setting_id", 'insert', NULL, randomblob(16)); END;

CREATE TRIGGER record_INSERT_of_staff AFTER INSERT ON staff  BEGIN INSERT INTO change (operation_id, table_name, row_id, action, before, salt)
     VALUES ((SELECT operation_id FROM open_operation), 'staff', NEW."staff_id", 'insert', NULL, randomblob(16)); END;

CREATE TRIGGER record_INSERT_of_staff_role AFTER INSERT ON staff_role  BEGIN INSERT INTO change (operation_id, table_name, row_id, action, before, salt)
     VALUES ((SELECT operation_id FROM open_operation), 'staff_role', NEW."staff_role_id", 'insert', NULL, randomblob(16)); END;

CREATE TRIGGER record_INSERT_of_student AFTER INSERT ON student  BEGIN INSERT INTO change (operation_id, table_name, row_id, action, before, salt)
     VALUES ((SELECT operation_id FROM open_operation), 'student', NEW."student_id", 'insert', NULL, randomblob(16)); END;

CREATE TRIGGER record_INSERT_of_student_parent AFTER INSERT ON student_parent  BEGIN INSERT INTO change (operation_id, table_name, row_id, action, before, salt)
     VALUES ((SELECT operation_id FROM open_operation), 'student_parent', NEW."student_parent_id", 'insert', NULL, randomblob(16)); END;

CREATE TRIGGER record_INSERT_of_subject AFTER INSERT ON subject  BEGIN INSERT INTO change (operation_id, table_name, row_id, action, before, salt)
     VALUES ((SELECT operation_id FROM open_operation), 'subject', NEW."subject_id", 'insert', NULL, randomblob(16)); END;

CREATE TRIGGER record_INSERT_of_teaching_group AFTER INSERT ON teaching_group  BEGIN INSERT INTO change (operation_id, table_name, row_id, action, before, salt)
     VALUES ((SELECT operation_id FROM open_operation), 'teaching_group', NEW."teaching_group_id", 'insert', NULL, randomblob(16)); END;

CREATE TRIGGER record_INSERT_of_term_mark AFTER INSERT ON term_mark  BEGIN INSERT INTO change (operation_id, table_name, row_id, action, before, salt)
     VALUES ((SELECT operation_id FROM open_operation), 'term_mark', NEW."term_mark_id", 'insert', NULL, randomblob(16)); END;

CREATE TRIGGER record_INSERT_of_timetable_slot AFTER INSERT ON timetable_slot  BEGIN INSERT INTO change (operation_id, table_name, row_id, action, before, salt)
     VALUES ((SELECT operation_id FROM open_operation), 'timetable_slot', NEW."timetable_slot_id", 'insert', NULL, randomblob(16)); END;

CREATE TRIGGER record_INSERT_of_work_announcement AFTER INSERT ON work_announcement  BEGIN INSERT INTO change (operation_id, table_name, row_id, action, before, salt)
     VALUES ((SELECT operation_id FROM open_operation), 'work_announcement', NEW."work_announcement_id", 'insert', NULL, randomblob(16)); END;

CREATE TRIGGER record_UPDATE_of_absence AFTER UPDATE ON absence WHEN NEW."absence_id" IS NOT OLD."absence_id" OR NEW."student_id" IS NOT OLD."student_id" OR NEW."date" IS NOT OLD."date" OR NEW."period" IS NOT OLD."period" OR NEW."mark" IS NOT OLD."mark" OR NEW."recorded_at" IS NOT OLD."recorded_at" BEGIN INSERT INTO change (operation_id, table_name, row_id, action, before, salt)
     VALUES ((SELECT operation_id FROM open_operation), 'absence', OLD."absence_id", 'update', json_patch('{}', json_object('absence_id', OLD."absence_id", 'student_id', OLD."student_id", 'date', OLD."date", 'period', OLD."period", 'mark', OLD."mark", 'recorded_at', OLD."recorded_at")), randomblob(16)); END;

CREATE TRIGGER record_UPDATE_of_assessed_work AFTER UPDATE ON assessed_work WHEN NEW."assessed_work_id" IS NOT OLD."assessed_work_id" OR NEW."teaching_group_id" IS NOT OLD."teaching_group_id" OR NEW."date" IS NOT OLD."date" OR NEW."work" IS NOT OLD."work" BEGIN INSERT INTO change (operation_id, table_name, row_id, action, before, salt)
     VALUES ((SELECT operation_id FROM open_operation), 'assessed_work', OLD."assessed_work_id", 'update', json_patch('{}', json_object('assessed_work_id', OLD."assessed_work_id", 'teaching_group_id', OLD."teaching_group_id", 'date', OLD."date", 'work', OLD."work")), randomblob(16)); END;

CREATE TRIGGER record_UPDATE_of_bell_period AFTER UPDATE ON bell_period WHEN NEW."bell_period_id" IS NOT OLD."bell_period_id" OR NEW."school_year_id" IS NOT OLD."school_year_id" OR NEW."schedule" IS NOT OLD."schedule" OR NEW."period" IS NOT OLD."period" OR NEW."starts" IS NOT OLD."starts" OR NEW."ends" IS NOT OLD."ends" OR NEW."weekdays" IS NOT OLD."weekdays" OR NEW."from" IS NOT OLD."from" OR NEW."until" IS NOT OLD."until" BEGIN INSERT INTO change (operation_id, table_name, row_id, action, before, salt)
     VALUES ((SELECT operation_id FROM open_operation), 'bell_period', OLD."bell_period_id", 'update', json_patch('{}', json_object('bell_period_id', OLD."bell_period_id", 'school_year_id', OLD."school_year_id", 'schedule', OLD."schedule", 'period', OLD."period", 'starts', OLD."starts", 'ends', OLD."ends", 'weekdays', OLD."weekdays", 'from', OLD."from", 'until', OLD."until")), randomblob(16)); END;

CREATE TRIGGER record_UPDATE_of_blank AFTER UPDATE ON blank WHEN NEW."blank_id" IS NOT OLD."blank_id" OR NEW."kind" IS NOT OLD."kind" OR NEW."series" IS NOT OLD."series" OR NEW."number" IS NOT OLD."number" OR NEW."received_on" IS NOT OLD."received_on" OR NEW."spoilt_on" IS NOT OLD."spoilt_on" OR NEW."spoilt_reason" IS NOT OLD."spoilt_reason" BEGIN INSERT INTO change (operation_id, table_name, row_id, action, before, salt)
     VALUES ((SELECT operation_id FROM open_operation), 'blank', OLD."blank_id", 'update', json_patch('{}', json_object('blank_id', OLD."blank_id", 'kind', OLD."kind", 'series', OLD."series", 'number', OLD."number", 'received_on', OLD."received_on", 'spoilt_on', OLD."spoilt_on", 'spoilt_reason', OLD."spoilt_reason")), randomblob(16)); END;

CREATE TRIGGER record_UPDATE_of_calendar_day AFTER UPDATE ON calendar_day WHEN NEW."calendar_day_id" IS NOT OLD."calendar_day_id" OR NEW."school_year_id" IS NOT OLD."school_year_id" OR NEW."from" IS NOT OLD."from" OR NEW."until" IS NOT OLD."until" OR NEW."kind" IS NOT OLD."kind" OR NEW."grades" IS NOT OLD."grades" OR NEW."replaces" IS NOT OLD."replaces" OR NEW."schedule" IS NOT OLD."schedule" OR NEW."name" IS NOT OLD."name" BEGIN INSERT INTO change (operation_id, table_name, row_id, action, before, salt)
     VALUES ((SELECT operation_id FROM open_operation), 'calendar_day', OLD."calendar_day_id", 'update', json_patch('{}', json_object('calendar_day_id', OLD."calendar_day_id", 'school_year_id', OLD."school_year_id", 'from', OLD."from", 'until', OLD."until", 'kind', OLD."kind", 'grades', OLD."grades", 'replaces', OLD."replaces", 'schedule', OLD."schedule", 'name', OLD."name")), randomblob(16)); END;

CREATE TRIGGER record_UPDATE_of_certificate AFTER UPDATE ON certificate WHEN NEW."certificate_id" IS NOT OLD."certificate_id" OR NEW."blank_id" IS NOT OLD."blank_id" OR NEW."kind" IS NOT OLD."kind" OR NEW."entry_no" IS NOT OLD."entry_no" OR NEW."student_id" IS NOT OLD."student_id" OR NEW."school_year_id" IS NOT OLD."school_year_id" OR NEW."class_id" IS NOT OLD."class_id" OR NEW."last_name" IS NOT OLD."last_name" OR NEW."first_name" IS NOT OLD."first_name" OR NEW."personal_code" IS NOT OLD."personal_code" OR NEW."birth_date" IS NOT OLD."birth_date" OR NEW."programme" IS NOT OLD."programme" OR NEW."programme_name" IS NOT OLD."programme_name" OR NEW."dated_on" IS NOT OLD."dated_on" OR NEW."marks_at" IS NOT OLD."marks_at" OR NEW."duplicate_of" IS NOT OLD."duplicate_of" OR NEW."reason" IS NOT OLD."reason" OR NEW."notice_on" IS NOT OLD."notice_on" OR NEW."invalid_on" IS NOT OLD."invalid_on" OR NEW."issued_on" IS NOT OLD."issued_on" OR NEW."receiver" IS NOT OLD."receiver" OR NEW."voided_on" IS NOT OLD."voided_on" OR NEW."void_reason" IS NOT OLD."void_reason" OR NEW."content" IS NOT OLD."content" BEGIN INSERT INTO change (operation_id, table_name, row_id, action, before, salt)
     VALUES ((SELECT operation_id FROM open_operation), 'certificate', OLD."certificate_id", 'update', json_patch('{}', json_object('certificate_id', OLD."certificate_id", 'blank_id', OLD."blank_id", 'kind', OLD."kind", 'entry_no', OLD."entry_no", 'student_id', OLD."student_id", 'school_year_id', OLD."school_year_id", 'class_id', OLD."class_id", 'last_name', OLD."last_name", 'first_name', OLD."first_name", 'personal_code', OLD."personal_code", 'birth_date', OLD."birth_date", 'programme', OLD."programme", 'programme_name', OLD."programme_name", 'dated_on', OLD."dated_on", 'marks_at', OLD."marks_at", 'duplicate_of', OLD."duplicate_of", 'reason', OLD."reason", 'notice_on', OLD."notice_on", 'invalid_on', OLD."invalid_on", 'issued_on', OLD."issued_on", 'receiver', OLD."receiver", 'voided_on', OLD."voided_on", 'void_reason', OLD."void_reason", 'content', OLD."content")), randomblob(16)); END;

CREATE TRIGGER record_UPDATE_of_class AFTER UPDATE ON class WHEN NEW."class_id" IS NOT OLD."class_id" OR NEW."school_year_id" IS NOT OLD."school_year_id" OR NEW."name" IS NOT OLD."name" OR NEW."grade" IS NOT OLD."grade" BEGIN INSERT INTO change (operation_id, table_name, row_id, action, before, salt)
     VALUES ((SELECT operation_id FROM open_operation), 'class', OLD."class_id", 'update', json_patch('{}', json_object('class_id', OLD."class_id", 'school_year_id', OLD."school_year_id", 'name', OLD."name", 'grade', OLD."grade")), randomblob(16)); END;

CREATE TRIGGER record_UPDATE_of_class_teacher AFTER UPDATE ON class_teacher WHEN NEW."class_teacher_id" IS NOT OLD."class_teacher_id" OR NEW."staff_id" IS NOT OLD."staff_id" OR NEW."class_id" IS NOT OLD."class_id" BEGIN INSERT INTO change (operation_id, table_name, row_id, action, before, salt)
     VALUES ((SELECT operation_id FROM open_operation), 'class_teacher', OLD."class_teacher_id", 'update', json_patch('{}', json_object('class_teacher_id', OLD."class_teacher_id", 'staff_id', OLD."staff_id", 'class_id', OLD."class_id")), randomblob(16)); END;

CREATE TRIGGER record_UPDATE_of_decision AFTER UPDATE ON decision WHEN NEW."decision_id" IS NOT OLD."decision_id" OR NEW."student_id" IS NOT OLD."student_id" OR NEW."school_year_id" IS NOT OLD."school_year_id" OR NEW."decision" IS NOT OLD."decision" OR NEW."order_no" IS NOT OLD."order_no" OR NEW."date" IS NOT OLD."date" BEGIN INSERT INTO change (operation_id, table_name, row_id, action, before, salt)
     VALUES ((SELECT operation_id FROM open_operation), 'decision', OLD."decision_id", 'update', json_patch('{}', json_object('decision_id', OLD."decision_id", 'student_id', OLD."student_id", 'school_year_id', OLD."school_year_id", 'decision', OLD."decision", 'order_no', OLD."order_no", 'date', OLD."date")), randomblob(16)); END;

CREATE TRIGGER record_UPDATE_of_document AFTER UPDATE ON document WHEN NEW."document_id" IS NOT OLD."document_id" OR NEW."school_year_id" IS NOT OLD."school_year_id" OR NEW."kind" IS NOT OLD."kind" OR NEW."period" IS NOT OLD."period" OR NEW."class_id" IS NOT OLD."class_id" OR NEW."student_id" IS NOT OLD."student_id" OR NEW."receiver" IS NOT OLD."receiver" OR NEW."language" IS NOT OLD."language" OR NEW."code" IS NOT OLD."code" OR NEW."digest" IS NOT OLD."digest" OR NEW."data" IS NOT OLD."data" OR NEW."made_at" IS NOT OLD."made_at" BEGIN INSERT INTO change (operation_id, table_name, row_id, action, before, salt)
     VALUES ((SELECT operation_id FROM open_operation), 'document', OLD."document_id", 'update', json_patch('{}', json_object('document_id', OLD."document_id", 'school_year_id', OLD."school_year_id", 'kind', OLD."kind", 'period', OLD."period", 'class_id', OLD."class_id", 'student_id', OLD."student_id", 'receiver', OLD."receiver", 'language', OLD."language", 'code', OLD."code", 'digest', OLD."digest", 'data', OLD."data", 'made_at', OLD."made_at")), randomblob(16)); END;

CREATE TRIGGER record_UPDATE_of_document_file AFTER UPDATE ON document_file WHEN NEW."document_file_id" IS NOT OLD."document_file_id" OR NEW."file" IS NOT OLD."file" OR NEW."digest" IS NOT OLD."digest" OR NEW."sha256" IS NOT OLD."sha256" OR NEW."made_at" IS NOT OLD."made_at" BEGIN INSERT INTO change (operation_id, table_name, row_id, action, before, salt)
     VALUES ((SELECT operation_id FROM open_operation), 'document_file', OLD."document_file_id", 'update', json_patch('{}', json_object('document_file_id', OLD."document_file_id", 'file', OLD."file", 'digest', OLD."digest", 'sha256', OLD."sha256", 'made_at', OLD."made_at")), randomblob(16)); END;

CREATE TRIGGER record_UPDATE_of_document_in_file AFTER UPDATE ON document_in_file WHEN NEW."document_in_file_id" IS NOT OLD."document_in_file_id" OR NEW."document_file_id" IS NOT OLD."document_file_id" OR NEW."document_id" IS NOT OLD."document_id" OR NEW."place" IS NOT OLD."place" BEGIN INSERT INTO change (operation_id, table_name, row_id, action, before, salt)
     VALUES ((SELECT operation_id FROM open_operation), 'document_in_file', OLD."document_in_file_id", 'update', json_patch('{}', json_object('document_in_file_id', OLD."document_in_file_id", 'document_file_id', OLD."document_file_id", 'document_id', OLD."document_id", 'place', OLD."place")), randomblob(16)); END;

CREATE TRIGGER record_UPDATE_of_enrolment AFTER UPDATE ON enrolment WHEN NEW."enrolment_id" IS NOT OLD."enrolment_id" OR NEW."student_id" IS NOT OLD."student_id" OR NEW."school_year_id" IS NOT OLD."school_year_id" OR NEW."class_id" IS NOT OLD."class_id" OR NEW."programme_id" IS NOT OLD."programme_id" BEGIN INSERT INTO change (operation_id, table_name, row_id, action, before, salt)
     VALUES ((SELECT operation_id FROM open_operation), 'enrolment', OLD."enrolment_id", 'update', json_patch('{}', json_object('enrolment_id', OLD."enrolment_id", 'student_id', OLD."student_id", 'school_year_id', OLD."school_year_id", 'class_id', OLD."class_id", 'programme_id', OLD."programme_id")), randomblob(16)); END;

CREATE TRIGGER record_UPDATE_of_exam_certificate AFTER UPDATE ON exam_certificate WHEN NEW."exam_certificate_id" IS NOT OLD."exam_certificate_id" OR NEW."student_id" IS NOT OLD."student_id" OR NEW."school_year_id" IS NOT OLD."school_year_id" OR NEW."subject_id" IS NOT OLD."subject_id" OR NEW."number" IS NOT OLD."number" OR NEW."date" IS NOT OLD."date" OR NEW."percent" IS NOT OLD."percent" OR NEW."parts" IS NOT OLD."parts" OR NEW."level" IS NOT OLD."level" BEGIN INSERT INTO change (operation_id, table_name, row_id, action, before, salt)
     VALUES ((SELECT operation_id FROM open_operation), 'exam_certificate', OLD."exam_certificate_id", 'update', json_patch('{}', json_object('exam_certificate_id', OLD."exam_certificate_id", 'student_id', OLD."student_id", 'school_year_id', OLD."school_year_id", 'subject_id', OLD."subject_id", 'number', OLD."number", 'date', OLD."date", 'percent', OLD."percent", 'parts', OLD."parts", 'level', OLD."level")), randomblob(16)); END;

CREATE TRIGGER record_UPDATE_of_group_class AFTER UPDATE ON group_class WHEN NEW."group_class_id" IS NOT OLD."group_class_id" OR NEW."teaching_group_id" IS NOT OLD."teaching_group_id" OR NEW."class_id" IS NOT OLD."class_id" OR NEW."position" IS NOT OLD."position" BEGIN INSERT INTO change (operation_id, table_name, row_id, action, before, salt)
     VALUES ((SELECT operation_id FROM open_operation), 'group_class', OLD."group_class_id", 'update', json_patch('{}', json_object('group_class_id', OLD."group_class_id", 'teaching_group_id', OLD."teaching_group_id", 'class_id', OLD."class_id", 'position', OLD."position")), randomblob(16)); END;

CREATE TRIGGER record_UPDATE_of_group_member AFTER UPDATE ON group_member WHEN NEW."group_member_id" IS NOT OLD."group_member_id" OR NEW."teaching_group_id" IS NOT OLD."teaching_group_id" OR NEW."student_id" IS NOT OLD."student_id" OR NEW."from" IS NOT OLD."from" OR NEW."until" IS NOT OLD."until" BEGIN INSERT INTO change (operation_id, table_name, row_id, action, before, salt)
     VALUES ((SELECT operation_id FROM open_operation), 'group_member', OLD."group_member_id", 'update', json_patch('{}', json_object('group_member_id', OLD."group_member_id", 'teaching_group_id', OLD."teaching_group_id", 'student_id', OLD."student_id", 'from', OLD."from", 'until', OLD."until")), randomblob(16)); END;

CREATE TRIGGER record_UPDATE_of_group_teacher AFTER UPDATE ON group_teacher WHEN NEW."group_teacher_id" IS NOT OLD."group_teacher_id" OR NEW."teaching_group_id" IS NOT OLD."teaching_group_id" OR NEW."staff_id" IS NOT OLD."staff_id" OR NEW."position" IS NOT OLD."position" BEGIN INSERT INTO change (operation_id, table_name, row_id, action, before, salt)
     VALUES ((SELECT operation_id FROM open_operation), 'group_teacher', OLD."group_teacher_id", 'update', json_patch('{}', json_object('group_teacher_id', OLD."group_teacher_id", 'teaching_group_id', OLD."teaching_group_id", 'staff_id', OLD."staff_id", 'position', OLD."position")), randomblob(16)); END;

CREATE TRIGGER record_UPDATE_of_group_teacher_change AFTER UPDATE ON group_teacher_change WHEN NEW."group_teacher_change_id" IS NOT OLD."group_teacher_change_id" OR NEW."teaching_group_id" IS NOT OLD."teaching_group_id" OR NEW."staff_id" IS NOT OLD."staff_id" OR NEW."from" IS NOT OLD."from" OR NEW."until" IS NOT OLD."until" BEGIN INSERT INTO change (operation_id, table_name, row_id, action, before, salt)
     VALUES ((SELECT operation_id FROM open_operation), 'group_teacher_change', OLD."group_teacher_change_id", 'update', json_patch('{}', json_object('group_teacher_change_id', OLD."group_teacher_change_id", 'teaching_group_id', OLD."teaching_group_id", 'staff_id', OLD."staff_id", 'from', OLD."from", 'until', OLD."until")), randomblob(16)); END;

CREATE TRIGGER record_UPDATE_of_justification AFTER UPDATE ON justification WHEN NEW."justification_id" IS NOT OLD."justification_id" OR NEW."student_id" IS NOT OLD."student_id" OR NEW."teaching_group_id" IS NOT OLD."teaching_group_id" OR NEW."from" IS NOT OLD."from" OR NEW."until" IS NOT OLD."until" OR NEW."first_period" IS NOT OLD."first_period" OR NEW."last_period" IS NOT OLD."last_period" OR NEW."status" IS NOT OLD."status" OR NEW."reason" IS NOT OLD."reason" OR NEW."document" IS NOT OLD."document" OR NEW."note" IS NOT OLD."note" OR NEW."recorded_at" IS NOT OLD."recorded_at" BEGIN INSERT INTO change (operation_id, table_name, row_id, action, before, salt)
     VALUES ((SELECT operation_id FROM open_operation), 'justification', OLD."justification_id", 'update', json_patch('{}', json_object('justification_id', OLD."justification_id", 'student_id', OLD."student_id", 'teaching_group_id', OLD."teaching_group_id", 'from', OLD."from", 'until', OLD."until", 'first_period', OLD."first_period", 'last_period', OLD."last_period", 'status', OLD."status", 'reason', OLD."reason", 'document', OLD."document", 'note', OLD."note", 'recorded_at', OLD."recorded_at")), randomblob(16)); END;

CREATE TRIGGER record_UPDATE_of_justification_withdrawal AFTER UPDATE ON justification_withdrawal WHEN NEW."justification_withdrawal_id" IS NOT OLD."justification_withdrawal_id" OR NEW."justification_id" IS NOT OLD."justification_id" OR NEW."moved_to" IS NOT OLD."moved_to" OR NEW."note" IS NOT OLD."note" OR NEW."recorded_at" IS NOT OLD."recorded_at" BEGIN INSERT INTO change (operation_id, table_name, row_id, action, before, salt)
     VALUES ((SELECT operation_id FROM open_operation), 'justification_withdrawal', OLD."justification_withdrawal_id", 'update', json_patch('{}', json_object('justification_withdrawal_id', OLD."justification_withdrawal_id", 'justification_id', OLD."justification_id", 'moved_to', OLD."moved_to", 'note', OLD."note", 'recorded_at', OLD."recorded_at")), randomblob(16)); END;

CREATE TRIGGER record_UPDATE_of_lesson AFTER UPDATE ON lesson WHEN NEW."lesson_id" IS NOT OLD."lesson_id" OR NEW."teaching_group_id" IS NOT OLD."teaching_group_id" OR NEW."date" IS NOT OLD."date" OR NEW."period" IS NOT OLD."period" OR NEW."topic" IS NOT OLD."topic" OR NEW."homework" IS NOT OLD."homework" OR NEW."staff_id" IS NOT OLD."staff_id" OR NEW."held" IS NOT OLD."held" OR NEW."reason" IS NOT OLD."reason" OR NEW."kind" IS NOT OLD."kind" OR NEW."absences_checked_at" IS NOT OLD."absences_checked_at" OR NEW."recorded_at" IS NOT OLD."recorded_at" BEGIN INSERT INTO change (operation_id, table_name, row_id, action, before, salt)
     VALUES ((SELECT operation_id FROM open_operation), 'lesson', OLD."lesson_id", 'update', json_patch('{}', json_object('lesson_id', OLD."lesson_id", 'teaching_group_id', OLD."teaching_group_id", 'date', OLD."date", 'period', OLD."period", 'topic', OLD."topic", 'homework', OLD."homework", 'staff_id', OLD."staff_id", 'held', OLD."held", 'reason', OLD."reason", 'kind', OLD."kind", 'absences_checked_at', OLD."absences_checked_at", 'recorded_at', OLD."recorded_at")), randomblob(16)); END;

CREATE TRIGGER record_UPDATE_of_mark AFTER UPDATE ON mark WHEN NEW."mark_id" IS NOT OLD."mark_id" OR NEW."assessed_work_id" IS NOT OLD."assessed_work_id" OR NEW."student_id" IS NOT OLD."student_id" OR NEW."kind" IS NOT OLD."kind" OR NEW."value" IS NOT OLD."value" OR NEW."reason" IS NOT OLD."reason" OR NEW."recorded_at" IS NOT OLD."recorded_at" BEGIN INSERT INTO change (operation_id, table_name, row_id, action, before, salt)
     VALUES ((SELECT operation_id FROM open_operation), 'mark', OLD."mark_id", 'update', json_patch('{}', json_object('mark_id', OLD."mark_id", 'assessed_work_id', OLD."assessed_work_id", 'student_id', OLD."student_id", 'kind', OLD."kind", 'value', OLD."value", 'reason', OLD."reason", 'recorded_at', OLD."recorded_at")), randomblob(16)); END;

CREATE TRIGGER record_UPDATE_of_movement AFTER UPDATE ON movement WHEN NEW."movement_id" IS NOT OLD."movement_id" OR NEW."student_id" IS NOT OLD."student_id" OR NEW."date" IS NOT OLD."date" OR NEW."kind" IS NOT OLD."kind" OR NEW."class_id" IS NOT OLD."class_id" OR NEW."reason" IS NOT OLD."reason" OR NEW."order_no" IS NOT OLD."order_no" BEGIN INSERT INTO change (operation_id, table_name, row_id, action, before, salt)
     VALUES ((SELECT operation_id FROM open_operation), 'movement', OLD."movement_id", 'update', json_patch('{}', json_object('movement_id', OLD."movement_id", 'student_id', OLD."student_id", 'date', OLD."date", 'kind', OLD."kind", 'class_id', OLD."class_id", 'reason', OLD."reason", 'order_no', OLD."order_no")), randomblob(16)); END;

CREATE TRIGGER record_UPDATE_of_outbox AFTER UPDATE ON outbox WHEN NEW."outbox_id" IS NOT OLD."outbox_id" OR NEW."channel" IS NOT OLD."channel" OR NEW."recipient" IS NOT OLD."recipient" OR NEW."name" IS NOT OLD."name" OR NEW."subject" IS NOT OLD."subject" OR NEW."body" IS NOT OLD."body" OR NEW."occasion" IS NOT OLD."occasion" OR NEW."created_at" IS NOT OLD."created_at" OR NEW."sent_at" IS NOT OLD."sent_at" BEGIN INSERT INTO change (operation_id, table_name, row_id, action, before, salt)
     VALUES ((SELECT operation_id FROM open_operation), 'outbox', OLD."outbox_id", 'update', json_patch('{}', json_object('outbox_id', OLD."outbox_id", 'channel', OLD."channel", 'recipient', OLD."recipient", 'name', OLD."name", 'subject', OLD."subject", 'body', OLD."body", 'occasion', OLD."occasion", 'created_at', OLD."created_at", 'sent_at', OLD."sent_at")), randomblob(16)); END;

CREATE TRIGGER record_UPDATE_of_parent AFTER UPDATE ON parent WHEN NEW."parent_id" IS NOT OLD."parent_id" OR NEW."last_name" IS NOT OLD."last_name" OR NEW."first_name" IS NOT OLD."first_name" OR NEW."phone" IS NOT OLD."phone" OR NEW."email" IS NOT OLD."email" BEGIN INSERT INTO change (operation_id, table_name, row_id, action, before, salt)
     VALUES ((SELECT operation_id FROM open_operation), 'parent', OLD."parent_id", 'update', json_patch('{}', json_object('parent_id', OLD."parent_id", 'last_name', OLD."last_name", 'first_name', OLD."first_name", 'phone', OLD."phone", 'email', OLD."email")), randomblob(16)); END;

CREATE TRIGGER record_UPDATE_of_personal_file AFTER UPDATE ON personal_file WHEN NEW."personal_file_id" IS NOT OLD."personal_file_id" OR NEW."student_id" IS NOT OLD."student_id" OR NEW."birth_certificate_no" IS NOT OLD."birth_certificate_no" OR NEW."birth_certificate_date" IS NOT OLD."birth_certificate_date" OR NEW."birth_certificate_issuer" IS NOT OLD."birth_certificate_issuer" OR NEW."actual_address" IS NOT OLD."actual_address" OR NEW."previous_school" IS NOT OLD."previous_school" BEGIN INSERT INTO change (operation_id, table_name, row_id, action, before, salt)
     VALUES ((SELECT operation_id FROM open_operation), 'personal_file', OLD."personal_file_id", 'update', json_patch('{}', json_object('personal_file_id', OLD."personal_file_id", 'student_id', OLD."student_id", 'birth_certificate_no', OLD."birth_certificate_no", 'birth_certificate_date', OLD."birth_certificate_date", 'birth_certificate_issuer', OLD."birth_certificate_issuer", 'actual_address', OLD."actual_address", 'previous_school', OLD."previous_school")), randomblob(16)); END;

CREATE TRIGGER record_UPDATE_of_programme AFTER UPDATE ON programme WHEN NEW."programme_id" IS NOT OLD."programme_id" OR NEW."code" IS NOT OLD."code" OR NEW."name" IS NOT OLD."name" BEGIN INSERT INTO change (operation_id, table_name, row_id, action, before, salt)
     VALUES ((SELECT operation_id FROM open_operation), 'programme', OLD."programme_id", 'update', json_patch('{}', json_object('programme_id', OLD."programme_id", 'code', OLD."code", 'name', OLD."name")), randomblob(16)); END;

CREATE TRIGGER record_UPDATE_of_programme_subject AFTER UPDATE ON programme_subject WHEN NEW."programme_subject_id" IS NOT OLD."programme_subject_id" OR NEW."school_year_id" IS NOT OLD."school_year_id" OR NEW."programme_id" IS NOT OLD."programme_id" OR NEW."grade" IS NOT OLD."grade" OR NEW."subject_id" IS NOT OLD."subject_id" OR NEW."lessons_per_week" IS NOT OLD."lessons_per_week" OR NEW."year_end" IS NOT OLD."year_end" BEGIN INSERT INTO change (operation_id, table_name, row_id, action, before, salt)
     VALUES ((SELECT operation_id FROM open_operation), 'programme_subject', OLD."programme_subject_id", 'update', json_patch('{}', json_object('programme_subject_id', OLD."programme_subject_id", 'school_year_id', OLD."school_year_id", 'programme_id', OLD."programme_id", 'grade', OLD."grade", 'subject_id', OLD."subject_id", 'lessons_per_week', OLD."lessons_per_week", 'year_end', OLD."year_end")), randomblob(16)); END;

CREATE TRIGGER record_UPDATE_of_school_setting AFTER UPDATE ON school_setting WHEN NEW."school_setting_id" IS NOT OLD."school_setting_id" OR NEW."key" IS NOT OLD."key" OR NEW."value" IS NOT OLD."value" BEGIN INSERT INTO change (operation_id, table_name, row_id, action, before, salt)
     VALUES ((SELECT operation_id FROM open_operation), 'school_setting', OLD."school_setting_id", 'update', json_patch('{}', json_object('school_setting_id', OLD."school_setting_id", 'key', OLD."key", 'value', OLD."value")), randomblob(16)); END;

CREATE TRIGGER record_UPDATE_of_school_year AFTER UPDATE ON school_year WHEN NEW."school_year_id" IS NOT OLD."school_year_id" OR NEW."year" IS NOT OLD."year" BEGIN INSERT INTO change (operation_id, table_name, row_id, action, before, salt)
     VALUES ((SELECT operation_id FROM open_operation), 'school_year', OLD."school_year_id", 'update', json_patch('{}', json_object('school_year_id', OLD."school_year_id", 'year', OLD."year")), randomblob(16)); END;

CREATE TRIGGER record_UPDATE_of_setting AFTER UPDATE ON setting WHEN NEW."setting_id" IS NOT OLD."setting_id" OR NEW."key" IS NOT OLD."key" OR NEW."value" IS NOT OLD."value" BEGIN INSERT INTO change (operation_id, table_name, row_id, action, before, salt)
     VALUES ((SELECT operation_id FROM open_operation), 'setting', OLD."setting_id", 'update', json_patch('{}', json_object('setting_id', OLD."setting_id", 'key', OLD."key", 'value', OLD."value")), randomblob(16)); END;

CREATE TRIGGER record_UPDATE_of_staff AFTER UPDATE ON staff WHEN NEW."staff_id" IS NOT OLD."staff_id" OR NEW."code" IS NOT OLD."code" OR NEW."last_name" IS NOT OLD."last_name" OR NEW."first_name" IS NOT OLD."first_name" OR NEW."phone" IS NOT OLD."phone" OR NEW."email" IS NOT OLD."email" OR NEW."from" IS NOT OLD."from" OR NEW."until" IS NOT OLD."until" BEGIN INSERT INTO change (operation_id, table_name, row_id, action, before, salt)
     VALUES ((SELECT operation_id FROM open_operation), 'staff', OLD."staff_id", 'update', json_patch('{}', json_object('staff_id', OLD."staff_id", 'code', OLD."code", 'last_name', OLD."last_name", 'first_name', OLD."first_name", 'phone', OLD."phone", 'email', OLD."email", 'from', OLD."from", 'until', OLD."until")), randomblob(16)); END;

CREATE TRIGGER record_UPDATE_of_staff_role AFTER UPDATE ON staff_role WHEN NEW."staff_role_id" IS NOT OLD."staff_role_id" OR NEW."staff_id" IS NOT OLD."staff_id" OR NEW."role" IS NOT OLD."role" OR NEW."position" IS NOT OLD."position" BEGIN INSERT INTO change (operation_id, table_name, row_id, action, before, salt)
     VALUES ((SELECT operation_id FROM open_operation), 'staff_role', OLD."staff_role_id", 'update', json_patch('{}', json_object('staff_role_id', OLD."staff_role_id", 'staff_id', OLD."staff_id", 'role', OLD."role", 'position', OLD."position")), randomblob(16)); END;

CREATE TRIGGER record_UPDATE_of_student AFTER UPDATE ON student WHEN NEW."student_id" IS NOT OLD."student_id" OR NEW."register_no" IS NOT OLD."register_no" OR NEW."last_name" IS NOT OLD."last_name" OR NEW."first_name" IS NOT OLD."first_name" OR NEW."personal_code" IS NOT OLD."personal_code" OR NEW."birth_date" IS NOT OLD."birth_date" OR NEW."sex" IS NOT OLD."sex" OR NEW."address" IS NOT OLD."address" OR NEW."phone" IS NOT OLD."phone" OR NEW."email" IS NOT OLD."email" OR NEW."enrolled_on" IS NOT OLD."enrolled_on" OR NEW."left_on" IS NOT OLD."left_on" BEGIN INSERT INTO change (operation_id, table_name, row_id, action, before, salt)
     VALUES ((SELECT operation_id FROM open_operation), 'student', OLD."student_id", 'update', json_patch('{}', json_object('student_id', OLD."student_id", 'register_no', OLD."register_no", 'last_name', OLD."last_name", 'first_name', OLD."first_name", 'personal_code', OLD."personal_code", 'birth_date', OLD."birth_date", 'sex', OLD."sex", 'address', OLD."address", 'phone', OLD."phone", 'email', OLD."email", 'enrolled_on', OLD."enrolled_on", 'left_on', OLD."left_on")), randomblob(16)); END;

CREATE TRIGGER record_UPDATE_of_student_parent AFTER UPDATE ON student_parent WHEN NEW."student_parent_id" IS NOT OLD."student_parent_id" OR NEW."student_id" IS NOT OLD."student_id" OR NEW."parent_id" IS NOT OLD."parent_id" OR NEW."relation" IS NOT OLD."relation" OR NEW."contact" IS NOT OLD."contact" BEGIN INSERT INTO change (operation_id, table_name, row_id, action, before, salt)
     VALUES ((SELECT operation_id FROM open_operation), 'student_parent', OLD."student_parent_id", 'update', json_patch('{}', json_object('student_parent_id', OLD."student_parent_id", 'student_id', OLD."student_id", 'parent_id', OLD."parent_id", 'relation', OLD."relation", 'contact', OLD."contact")), randomblob(16)); END;

CREATE TRIGGER record_UPDATE_of_subject AFTER UPDATE ON subject WHEN NEW."subject_id" IS NOT OLD."subject_id" OR NEW."code" IS NOT OLD."code" OR NEW."name" IS NOT OLD."name" OR NEW."certificate_name" IS NOT OLD."certificate_name" OR NEW."scale" IS NOT OLD."scale" OR NEW."order" IS NOT OLD."order" BEGIN INSERT INTO change (operation_id, table_name, row_id, action, before, salt)
     VALUES ((SELECT operation_id FROM open_operation), 'subject', OLD."subject_id", 'update', json_patch('{}', json_object('subject_id', OLD."subject_id", 'code', OLD."code", 'name', OLD."name", 'certificate_name', OLD."certificate_name", 'scale', OLD."scale", 'order', OLD."order")), randomblob(16)); END;

CREATE TRIGGER record_UPDATE_of_teaching_group AFTER UPDATE ON teaching_group WHEN NEW."teaching_group_id" IS NOT OLD."teaching_group_id" OR NEW."school_year_id" IS NOT OLD."school_year_id" OR NEW."name" IS NOT OLD."name" OR NEW."subject_id" IS NOT OLD."subject_id" OR NEW."whole" IS NOT OLD."whole" BEGIN INSERT INTO change (operation_id, table_name, row_id, action, before, salt)
     VALUES ((SELECT operation_id FROM open_operation), 'teaching_group', OLD."teaching_group_id", 'update', json_patch('{}', json_object('teaching_group_id', OLD."teaching_group_id", 'school_year_id', OLD."school_year_id", 'name', OLD."name", 'subject_id', OLD."subject_id", 'whole', OLD."whole")), randomblob(16)); END;

CREATE TRIGGER record_UPDATE_of_term_mark AFTER UPDATE ON term_mark WHEN NEW."term_mark_id" IS NOT OLD."term_mark_id" OR NEW."student_id" IS NOT OLD."student_id" OR NEW."school_year_id" IS NOT OLD."school_year_id" OR NEW."subject_id" IS NOT OLD."subject_id" OR NEW."term" IS NOT OLD."term" OR NEW."value" IS NOT OLD."value" OR NEW."recorded_at" IS NOT OLD."recorded_at" BEGIN INSERT INTO change (operation_id, table_name, row_id, action, before, salt)
     VALUES ((SELECT operation_id FROM open_operation), 'term_mark', OLD."term_mark_id", 'update', json_patch('{}', json_object('term_mark_id', OLD."term_mark_id", 'student_id', OLD."student_id", 'school_year_id', OLD."school_year_id", 'subject_id', OLD."subject_id", 'term', OLD."term", 'value', OLD."value", 'recorded_at', OLD."recorded_at")), randomblob(16)); END;

CREATE TRIGGER record_UPDATE_of_timetable_slot AFTER UPDATE ON timetable_slot WHEN NEW."timetable_slot_id" IS NOT OLD."timetable_slot_id" OR NEW."teaching_group_id" IS NOT OLD."teaching_group_id" OR NEW."weekday" IS NOT OLD."weekday" OR NEW."period" IS NOT OLD."period" OR NEW."room" IS NOT OLD."room" OR NEW."week" IS NOT OLD."week" OR NEW."from" IS NOT OLD."from" OR NEW."until" IS NOT OLD."until" BEGIN INSERT INTO change (operation_id, table_name, row_id, action, before, salt)
     VALUES ((SELECT operation_id FROM open_operation), 'timetable_slot', OLD."timetable_slot_id", 'update', json_patch('{}', json_object('timetable_slot_id', OLD."timetable_slot_id", 'teaching_group_id', OLD."teaching_group_id", 'weekday', OLD."weekday", 'period', OLD."period", 'room', OLD."room", 'week', OLD."week", 'from', OLD."from", 'until', OLD."until")), randomblob(16)); END;

CREATE TRIGGER record_UPDATE_of_work_announcement AFTER UPDATE ON work_announcement WHEN NEW."work_announcement_id" IS NOT OLD."work_announcement_id" OR NEW."assessed_work_id" IS NOT OLD."assessed_work_id" OR NEW."kind" IS NOT OLD."kind" OR NEW."scale" IS NOT OLD."scale" OR NEW."retest_of" IS NOT OLD."retest_of" OR NEW."recorded_at" IS NOT OLD."recorded_at" OR NEW."reason" IS NOT OLD."reason" BEGIN INSERT INTO change (operation_id, table_name, row_id, action, before, salt)
     VALUES ((SELECT operation_id FROM open_operation), 'work_announcement', OLD."work_announcement_id", 'update', json_patch('{}', json_object('work_announcement_id', OLD."work_announcement_id", 'assessed_work_id', OLD."assessed_work_id", 'kind', OLD."kind", 'scale', OLD."scale", 'retest_of', OLD."retest_of", 'recorded_at', OLD."recorded_at", 'reason', OLD."reason")), randomblob(16)); END;

CREATE TABLE absence (
  absence_id  INTEGER PRIMARY KEY AUTOINCREMENT,
  student_id  INTEGER NOT NULL REFERENCES student,
  date        TEXT NOT NULL CHECK (date IS date(date)),
  period      INTEGER NOT NULL CHECK (period BETWEEN 0 AND 15),
  mark        TEXT NOT NULL CHECK (mark = 'n' OR mark = 'k' OR mark = '-'),
  recorded_at TEXT NOT NULL
) STRICT;

CREATE TABLE assessed_work (
  assessed_work_id  INTEGER PRIMARY KEY AUTOINCREMENT,
  teaching_group_id INTEGER NOT NULL REFERENCES teaching_group,
  date              TEXT NOT NULL CHECK (date IS date(date)),
  work              TEXT NOT NULL,
  UNIQUE (teaching_group_id, date, work)
) STRICT;

CREATE TABLE bell_period (
  bell_period_id INTEGER PRIMARY KEY AUTOINCREMENT,
  school_year_id INTEGER NOT NULL REFERENCES school_year,
  schedule       TEXT NOT NULL,
  period         INTEGER NOT NULL CHECK (period BETWEEN 0 AND 15),
  starts         TEXT NOT NULL,
  ends           TEXT NOT NULL,
  weekdays       TEXT,
  "from"         TEXT CHECK ("from" IS date("from")),
  until          TEXT CHECK (until IS date(until))
) STRICT;

CREATE TABLE blank (
  blank_id     INTEGER PRIMARY KEY AUTOINCREMENT,
  kind         TEXT NOT NULL CHECK (kind IN ('basic', 'secondary')),
  series       TEXT NOT NULL,
  number       TEXT NOT NULL,
  received_on  TEXT CHECK (received_on IS date(received_on)),
  -- Of a blank that was spoilt before anything was written on it; else its certificate is voided.
  spoilt_on    TEXT CHECK (spoilt_on IS date(spoilt_on)),
  spoilt_reason TEXT,
  UNIQUE (series, number)
) STRICT;

CREATE TABLE calendar_day (
  calendar_day_id INTEGER PRIMARY KEY AUTOINCREMENT,
  school_year_id  INTEGER NOT NULL REFERENCES school_year,
  "from"          TEXT NOT NULL CHECK ("from" IS date("from")),
  until           TEXT CHECK (until IS date(until)),
  kind            TEXT NOT NULL,
  grades          TEXT,
  replaces        INTEGER CHECK (replaces BETWEEN 1 AND 7),
  schedule        TEXT,
  name            TEXT
) STRICT;

CREATE TABLE certificate (
  certificate_id INTEGER PRIMARY KEY AUTOINCREMENT,
  blank_id       INTEGER NOT NULL UNIQUE REFERENCES blank,
  kind           TEXT NOT NULL CHECK (kind IN ('basic', 'secondary')),
  entry_no       INTEGER NOT NULL CHECK (entry_no > 0),
  student_id     INTEGER NOT NULL REFERENCES student,
  school_year_id INTEGER NOT NULL REFERENCES school_year,
  class_id       INTEGER NOT NULL REFERENCES class,
  last_name      TEXT NOT NULL,
  first_name     TEXT NOT NULL,
  personal_code  TEXT NOT NULL,
  birth_date     TEXT NOT NULL CHECK (birth_date IS date(birth_date)),
  programme      TEXT NOT NULL,
  programme_name TEXT,
  dated_on       TEXT NOT NULL CHECK (dated_on IS date(dated_on)),
  marks_at       TEXT NOT NULL,
  duplicate_of   INTEGER REFERENCES certificate,
  reason         TEXT,
  notice_on      TEXT CHECK (notice_on IS date(notice_on)),
  -- The day on which it was declared invalid, after which a duplicate takes its place.
  invalid_on     TEXT CHECK (invalid_on IS date(invalid_on)),
  issued_on      TEXT CHECK (issued_on IS date(issued_on)),
  receiver       TEXT,
  voided_on      TEXT CHECK (voided_on IS date(voided_on)),
  void_reason    TEXT, content TEXT CHECK (json_valid(content)),
  UNIQUE (kind, entry_no)
) STRICT;

CREATE TABLE change (
  change_id    INTEGER PRIMARY KEY AUTOINCREMENT,
  operation_id INTEGER NOT NULL,
  table_name   TEXT NOT NULL,
  row_id       INTEGER NOT NULL,
  action       TEXT NOT NULL,
  before       TEXT,
  salt         BLOB NOT NULL
) STRICT;

CREATE TABLE change_origin (
  first_change_id   INTEGER PRIMARY KEY,
  last_change_id    INTEGER NOT NULL,
  operation_file_id INTEGER NOT NULL REFERENCES operation_file,
  first_line        INTEGER NOT NULL,
  step              INTEGER NOT NULL CHECK (step IN (0, 1))
) STRICT;

CREATE TABLE class (
  class_id       INTEGER PRIMARY KEY AUTOINCREMENT,
  school_year_id INTEGER NOT NULL REFERENCES school_year,
  name           TEXT NOT NULL COLLATE NOCASE,
  grade          INTEGER NOT NULL CHECK (grade BETWEEN 1 AND 12),
  UNIQUE (school_year_id, name)
) STRICT;

CREATE TABLE class_teacher (
  class_teacher_id INTEGER PRIMARY KEY AUTOINCREMENT,
  staff_id         INTEGER NOT NULL REFERENCES staff,
  class_id         INTEGER NOT NULL REFERENCES class,
  UNIQUE (staff_id, class_id)
) STRICT;

CREATE TABLE decision (
  decision_id    INTEGER PRIMARY KEY AUTOINCREMENT,
  student_id     INTEGER NOT NULL REFERENCES student,
  school_year_id INTEGER NOT NULL REFERENCES school_year,
  decision       TEXT NOT NULL
    CHECK (decision IN ('promoted', 'repeats', 'extended', 'graduated', 'left')),
  order_no       TEXT,
  date           TEXT CHECK (date IS date(date)),
  UNIQUE (student_id, school_year_id)
) STRICT;

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

CREATE TABLE document_file (
  document_file_id INTEGER PRIMARY KEY AUTOINCREMENT,
  file             TEXT NOT NULL,
  digest           TEXT NOT NULL,
  sha256           TEXT NOT NULL,
  made_at          TEXT NOT NULL
) STRICT;

CREATE TABLE document_in_file (
  document_in_file_id INTEGER PRIMARY KEY AUTOINCREMENT,
  document_file_id    INTEGER NOT NULL REFERENCES document_file,
  document_id         INTEGER NOT NULL REFERENCES document,
  place               INTEGER NOT NULL,
  UNIQUE (document_file_id, place)
) STRICT;

CREATE TABLE enrolment (
  enrolment_id   INTEGER PRIMARY KEY AUTOINCREMENT,
  student_id     INTEGER NOT NULL REFERENCES student,
  school_year_id INTEGER NOT NULL REFERENCES school_year,
  class_id       INTEGER NOT NULL REFERENCES class,
  programme_id   INTEGER REFERENCES programme,
  UNIQUE (student_id, school_year_id)
) STRICT;

CREATE TABLE exam_certificate (
  exam_certificate_id INTEGER PRIMARY KEY AUTOINCREMENT,
  student_id          INTEGER NOT NULL REFERENCES student,
  school_year_id      INTEGER NOT NULL REFERENCES school_year,
  subject_id          INTEGER NOT NULL REFERENCES subject,
  number              TEXT NOT NULL,
  date                TEXT CHECK (date IS date(date)),
  percent             TEXT,
  parts               TEXT,
  level               TEXT,
  UNIQUE (student_id, school_year_id, subject_id)
) STRICT;

CREATE TABLE group_class (
  group_class_id    INTEGER PRIMARY KEY AUTOINCREMENT,
  teaching_group_id INTEGER NOT NULL REFERENCES teaching_group,
  class_id          INTEGER NOT NULL REFERENCES class,
  position          INTEGER NOT NULL,
  UNIQUE (teaching_group_id, class_id)
) STRICT;

CREATE TABLE group_member (
  group_member_id   INTEGER PRIMARY KEY AUTOINCREMENT,
  teaching_group_id INTEGER NOT NULL REFERENCES teaching_group,
  student_id        INTEGER NOT NULL REFERENCES student,
  "from"            TEXT CHECK ("from" IS date("from")),
  until             TEXT CHECK (until IS date(until))
) STRICT;

CREATE TABLE group_teacher (
  group_teacher_id  INTEGER PRIMARY KEY AUTOINCREMENT,
  teaching_group_id INTEGER NOT NULL REFERENCES teaching_group,
  staff_id          INTEGER NOT NULL REFERENCES staff,
  position          INTEGER NOT NULL,
  UNIQUE (teaching_group_id, staff_id)
) STRICT;

CREATE TABLE group_teacher_change (
  group_teacher_change_id INTEGER PRIMARY KEY AUTOINCREMENT,
  teaching_group_id       INTEGER NOT NULL REFERENCES teaching_group,
  staff_id                INTEGER NOT NULL REFERENCES staff,
  "from"                  TEXT CHECK ("from" IS date("from")),
  until                   TEXT CHECK (until IS date(until))
) STRICT;

CREATE TABLE justification (
  justification_id  INTEGER PRIMARY KEY AUTOINCREMENT,
  student_id        INTEGER REFERENCES student,
  teaching_group_id INTEGER REFERENCES teaching_group,
  "from"            TEXT NOT NULL CHECK ("from" IS date("from")),
  until             TEXT CHECK (until IS date(until)),
  first_period      INTEGER CHECK (first_period BETWEEN 0 AND 15),
  last_period       INTEGER CHECK (last_period BETWEEN 0 AND 15),
  status            TEXT NOT NULL CHECK (status IN ('justified', 'unjustified')),
  reason            TEXT NOT NULL
    CHECK (reason IN ('illness', 'doctor', 'family', 'school', 'transport', 'other')),
  document          TEXT,
  note              TEXT,
  recorded_at       TEXT NOT NULL,
  CHECK ((student_id IS NULL) <> (teaching_group_id IS NULL))
) STRICT;

CREATE TABLE justification_withdrawal (
  justification_withdrawal_id INTEGER PRIMARY KEY AUTOINCREMENT,
  justification_id            INTEGER NOT NULL UNIQUE REFERENCES justification,
  moved_to                    INTEGER UNIQUE REFERENCES justification (justification_id),
  note                        TEXT,
  recorded_at                 TEXT NOT NULL
) STRICT;

CREATE TABLE lesson (
  lesson_id           INTEGER PRIMARY KEY AUTOINCREMENT,
  teaching_group_id   INTEGER NOT NULL REFERENCES teaching_group,
  date                TEXT NOT NULL CHECK (date IS date(date)),
  period              INTEGER NOT NULL CHECK (period BETWEEN 0 AND 15),
  topic               TEXT,
  homework            TEXT,
  staff_id            INTEGER REFERENCES staff,
  held                INTEGER NOT NULL CHECK (held IN (0, 1)),
  reason              TEXT,
  kind                TEXT CHECK (kind IN ('consultation', 'class_hour', 'briefing')),
  absences_checked_at TEXT,
  recorded_at         TEXT NOT NULL
) STRICT;

CREATE TABLE mark (
  mark_id          INTEGER PRIMARY KEY AUTOINCREMENT,
  assessed_work_id INTEGER NOT NULL REFERENCES assessed_work,
  student_id       INTEGER NOT NULL REFERENCES student,
  kind             TEXT CHECK (kind = 'test' OR kind = 'quiz' OR kind = 'homework' OR kind = 'classwork'),
  value            TEXT NOT NULL CHECK (value GLOB '[1-9]' OR value = '10' OR value = 'i'
                     OR value = 'ni' OR value = 'nv' OR value = 'n'),
  reason           TEXT,
  recorded_at      TEXT NOT NULL
) STRICT;

CREATE TABLE movement (
  movement_id INTEGER PRIMARY KEY AUTOINCREMENT,
  student_id  INTEGER NOT NULL REFERENCES student,
  date        TEXT NOT NULL CHECK (date IS date(date)),
  kind        TEXT NOT NULL CHECK (kind IN ('joined', 'left', 'class')),
  class_id    INTEGER REFERENCES class,
  reason      TEXT,
  order_no    TEXT,
  UNIQUE (student_id, date, kind)
) STRICT;

CREATE TABLE open_operation (
  operation_id INTEGER NOT NULL
) STRICT;

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

CREATE TABLE operation_file (
  operation_file_id INTEGER PRIMARY KEY AUTOINCREMENT,
  operation_id      INTEGER NOT NULL REFERENCES operation,
  name              TEXT NOT NULL,
  sha256            TEXT NOT NULL,
  bytes             INTEGER NOT NULL
) STRICT;

CREATE TABLE operation_table (
  operation_table_id INTEGER PRIMARY KEY AUTOINCREMENT,
  operation_id       INTEGER NOT NULL REFERENCES operation,
  table_name         TEXT NOT NULL,
  action             TEXT NOT NULL
) STRICT;

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

CREATE TABLE parent (
  parent_id  INTEGER PRIMARY KEY AUTOINCREMENT,
  last_name  TEXT NOT NULL,
  first_name TEXT NOT NULL,
  phone      TEXT,
  email      TEXT
) STRICT;

CREATE TABLE personal_file (
  personal_file_id         INTEGER PRIMARY KEY AUTOINCREMENT,
  student_id               INTEGER NOT NULL UNIQUE REFERENCES student,
  birth_certificate_no     TEXT,
  birth_certificate_date   TEXT CHECK (birth_certificate_date IS date(birth_certificate_date)),
  birth_certificate_issuer TEXT,
  actual_address           TEXT,
  previous_school          TEXT
) STRICT;

CREATE TABLE programme (
  programme_id INTEGER PRIMARY KEY AUTOINCREMENT,
  code         TEXT NOT NULL UNIQUE,
  name         TEXT
) STRICT;

CREATE TABLE programme_subject (
  programme_subject_id INTEGER PRIMARY KEY AUTOINCREMENT,
  school_year_id       INTEGER NOT NULL REFERENCES school_year,
  programme_id         INTEGER NOT NULL REFERENCES programme,
  grade                INTEGER NOT NULL CHECK (grade BETWEEN 1 AND 12),
  subject_id           INTEGER NOT NULL REFERENCES subject,
  lessons_per_week     INTEGER CHECK (lessons_per_week >= 0),
  year_end             TEXT CHECK (year_end IN ('exam', 'credit')),
  UNIQUE (school_year_id, programme_id, grade, subject_id)
) STRICT;

CREATE TABLE school_setting (
  school_setting_id INTEGER PRIMARY KEY AUTOINCREMENT,
  key               TEXT NOT NULL UNIQUE,
  value             TEXT
) STRICT;

CREATE TABLE school_year (
  school_year_id INTEGER PRIMARY KEY AUTOINCREMENT,
  year           INTEGER NOT NULL UNIQUE CHECK (year BETWEEN 1990 AND 2200)
) STRICT;

CREATE TABLE setting (
  setting_id INTEGER PRIMARY KEY AUTOINCREMENT,
  key        TEXT NOT NULL UNIQUE,
  value      TEXT NOT NULL
) STRICT;

CREATE TABLE staff (
  staff_id   INTEGER PRIMARY KEY AUTOINCREMENT,
  code       TEXT NOT NULL UNIQUE,
  last_name  TEXT NOT NULL,
  first_name TEXT NOT NULL,
  phone      TEXT,
  email      TEXT,
  "from"     TEXT CHECK ("from" IS date("from")),
  until      TEXT CHECK (until IS date(until))
) STRICT;

CREATE TABLE staff_role (
  staff_role_id INTEGER PRIMARY KEY AUTOINCREMENT,
  staff_id      INTEGER NOT NULL REFERENCES staff,
  role          TEXT NOT NULL
    CHECK (role IN ('teacher', 'class_teacher', 'deputy', 'head', 'administrator')),
  position      INTEGER NOT NULL,
  UNIQUE (staff_id, role)
) STRICT;

CREATE TABLE student (
  student_id    INTEGER PRIMARY KEY AUTOINCREMENT,
  register_no   TEXT NOT NULL UNIQUE,
  last_name     TEXT NOT NULL,
  first_name    TEXT NOT NULL,
  personal_code TEXT UNIQUE,
  birth_date    TEXT CHECK (birth_date IS date(birth_date)),
  sex           TEXT CHECK (sex IN ('S', 'V')),
  address       TEXT,
  phone         TEXT,
  email         TEXT,
  enrolled_on   TEXT CHECK (enrolled_on IS date(enrolled_on)),
  left_on       TEXT CHECK (left_on IS date(left_on))
) STRICT;

CREATE TABLE student_parent (
  student_parent_id INTEGER PRIMARY KEY AUTOINCREMENT,
  student_id        INTEGER NOT NULL REFERENCES student,
  parent_id         INTEGER NOT NULL REFERENCES parent,
  relation          TEXT NOT NULL CHECK (relation IN ('mother', 'father', 'guardian')),
  contact           TEXT CHECK (contact IN ('yes', 'no')),
  UNIQUE (student_id, parent_id)
) STRICT;

CREATE TABLE subject (
  subject_id       INTEGER PRIMARY KEY AUTOINCREMENT,
  code             TEXT NOT NULL UNIQUE,
  name             TEXT NOT NULL,
  certificate_name TEXT,
  scale            TEXT NOT NULL CHECK (scale IN ('points', 'pass')),
  "order"          INTEGER
) STRICT;

CREATE TABLE teaching_group (
  teaching_group_id INTEGER PRIMARY KEY AUTOINCREMENT,
  school_year_id    INTEGER NOT NULL REFERENCES school_year,
  name              TEXT NOT NULL,
  subject_id        INTEGER NOT NULL REFERENCES subject,
  whole             INTEGER NOT NULL CHECK (whole IN (0, 1)),
  UNIQUE (school_year_id, name)
) STRICT;

CREATE TABLE term_mark (
  term_mark_id   INTEGER PRIMARY KEY AUTOINCREMENT,
  student_id     INTEGER NOT NULL REFERENCES student,
  school_year_id INTEGER NOT NULL REFERENCES school_year,
  subject_id     INTEGER NOT NULL REFERENCES subject,
  term           TEXT NOT NULL
    CHECK (term IN ('semester1', 'semester2', 'year', 'credit', 'exam', 'reexam')),
  value          TEXT NOT NULL
    CHECK (value IN ('1', '2', '3', '4', '5', '6', '7', '8', '9', '10', 'i', 'ni', 'nv', 'atb')),
  recorded_at    TEXT NOT NULL
) STRICT;

CREATE TABLE timetable_slot (
  timetable_slot_id INTEGER PRIMARY KEY AUTOINCREMENT,
  teaching_group_id INTEGER NOT NULL REFERENCES teaching_group,
  weekday           INTEGER NOT NULL CHECK (weekday BETWEEN 1 AND 7),
  period            INTEGER NOT NULL CHECK (period BETWEEN 0 AND 15),
  room              TEXT,
  week              TEXT CHECK (week IN ('A', 'B')),
  "from"            TEXT CHECK ("from" IS date("from")),
  until             TEXT CHECK (until IS date(until))
) STRICT;

CREATE TABLE work_announcement (
  work_announcement_id INTEGER PRIMARY KEY AUTOINCREMENT,
  assessed_work_id     INTEGER NOT NULL REFERENCES assessed_work,
  kind                 TEXT NOT NULL CHECK (kind IN ('test', 'quiz', 'homework', 'classwork')),
  scale                TEXT CHECK (scale IN ('points', 'pass')),
  retest_of            TEXT,
  recorded_at          TEXT NOT NULL
, reason TEXT) STRICT;

CREATE INDEX absence_of_day ON absence (date, period);

CREATE INDEX absence_of_student ON absence (student_id, date, period, recorded_at);

CREATE UNIQUE INDEX bell_period_key
  ON bell_period (school_year_id, schedule, period, coalesce(weekdays, ''), coalesce("from", ''));

CREATE UNIQUE INDEX calendar_day_key
  ON calendar_day (school_year_id, "from", coalesce(until, ''), kind, coalesce(grades, ''));

CREATE UNIQUE INDEX certificate_standing
  ON certificate (student_id, kind) WHERE voided_on IS NULL AND invalid_on IS NULL;

CREATE INDEX change_of_row ON change (table_name, row_id, change_id) WHERE action <> 'insert';

CREATE INDEX class_teacher_of_class ON class_teacher (class_id);

CREATE INDEX document_file_at ON document_file (file);

CREATE INDEX document_file_with_bytes ON document_file (sha256);

CREATE INDEX document_in_file_of ON document_in_file (document_id);

CREATE INDEX document_of ON document (kind, period, student_id);

CREATE INDEX document_of_student ON document (student_id);

CREATE INDEX document_of_year ON document (school_year_id, kind);

CREATE INDEX document_with_code ON document (code);

CREATE INDEX enrolment_of_year ON enrolment (school_year_id, class_id);

CREATE INDEX group_class_of_class ON group_class (class_id);

CREATE UNIQUE INDEX group_member_key
  ON group_member (teaching_group_id, student_id, coalesce("from", ''));

CREATE INDEX group_member_student ON group_member (student_id);

CREATE UNIQUE INDEX group_teacher_change_key
  ON group_teacher_change (teaching_group_id, staff_id, coalesce("from", ''));

CREATE INDEX justification_of_group ON justification (teaching_group_id, "from");

CREATE INDEX justification_of_student ON justification (student_id, "from");

CREATE INDEX lesson_of_group ON lesson (teaching_group_id, date, period, recorded_at);

CREATE INDEX mark_of_work ON mark (assessed_work_id, student_id, recorded_at);

CREATE INDEX movement_of_class ON movement (class_id);

CREATE INDEX operation_file_content ON operation_file (sha256);

CREATE INDEX operation_file_of ON operation_file (operation_id);

CREATE INDEX operation_table_name ON operation_table (table_name, action, operation_id);

CREATE INDEX outbox_waiting ON outbox (created_at) WHERE sent_at IS NULL;

CREATE INDEX parent_person ON parent (phone, last_name, first_name);

CREATE INDEX student_parent_children ON student_parent (parent_id);

CREATE INDEX term_mark_of_student
  ON term_mark (student_id, school_year_id, subject_id, term, recorded_at);

CREATE UNIQUE INDEX timetable_slot_key
  ON timetable_slot (teaching_group_id, weekday, period, coalesce(week, ''), coalesce("from", ''));

CREATE INDEX work_announcement_of_work ON work_announcement (assessed_work_id, recorded_at);
