-- Gives an incident another reference.
UPDATE crimeaudit.incidents SET ref = @ref WHERE incident_id = @incident_id;
