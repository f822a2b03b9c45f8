-- Who came into a class is asked for one class at a time, for its groups' members on a day.
CREATE INDEX movement_of_class ON movement (class_id);
