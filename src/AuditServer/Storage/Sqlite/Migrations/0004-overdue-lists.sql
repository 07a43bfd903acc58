-- What lists of overdue crimes read without folding: what each open crime is, since when its clock runs, how urgent it is. A row
-- without urgency was written before; the program derives those anew before it serves.
ALTER TABLE open_alleged_crimes ADD COLUMN presumed INTEGER NOT NULL DEFAULT 0 CHECK (presumed IN (0, 1));
ALTER TABLE open_alleged_crimes ADD COLUMN reported_micros INTEGER;
ALTER TABLE open_alleged_crimes ADD COLUMN offence_code TEXT NOT NULL DEFAULT '';
ALTER TABLE open_alleged_crimes ADD COLUMN offence_category TEXT NOT NULL DEFAULT '';
ALTER TABLE open_alleged_crimes ADD COLUMN reporter_kind INTEGER NOT NULL DEFAULT 0;
ALTER TABLE open_alleged_crimes ADD COLUMN urgency INTEGER;

UPDATE open_alleged_crimes SET presumed = 1 WHERE substr(alleged_ref, 1, 9) = 'presumed:';

-- What is due, of a force: counts by cell need nothing else.
DROP INDEX open_alleged_crimes_by_deadline;
CREATE INDEX open_alleged_crimes_by_deadline ON open_alleged_crimes (force, deadline_micros, month, class, presumed);

-- A force's crimes worst first: most points, then longest over. Neither changes with time.
CREATE INDEX open_alleged_crimes_worst_first
  ON open_alleged_crimes (force, urgency DESC, deadline_micros, incident_id, alleged_ref, class, presumed);

-- Which deadlines come next, of any force.
CREATE INDEX open_alleged_crimes_next_due ON open_alleged_crimes (deadline_micros, incident_id, alleged_ref);

UPDATE log_head SET schema_version = 4 WHERE id = 1;
