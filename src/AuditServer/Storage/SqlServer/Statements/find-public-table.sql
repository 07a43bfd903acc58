-- The public table of a force.
SELECT CAST(day AS bigint) AS Day, document AS Document FROM crimeaudit.public_tables WHERE force = @force;
