-- Writes the public table of a force unless there is one of that day or a later one.
UPDATE crimeaudit.public_tables SET day = @day, document = @document WHERE force = @force AND day < @day;

INSERT INTO crimeaudit.public_tables (force, day, document)
SELECT @force, @day, @document
WHERE NOT EXISTS (SELECT 1 FROM crimeaudit.public_tables WHERE force = @force);
