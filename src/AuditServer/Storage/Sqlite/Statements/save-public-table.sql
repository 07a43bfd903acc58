-- Writes the public table of a force unless there is one of that day or a later one.
INSERT INTO public_tables (force, day, document) VALUES ($force, $day, $document)
ON CONFLICT (force) DO UPDATE SET day = excluded.day, document = excluded.document WHERE excluded.day > day;
