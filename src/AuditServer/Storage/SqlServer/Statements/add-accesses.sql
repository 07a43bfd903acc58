-- Notes that records were read.
INSERT INTO crimeaudit.access_log (access_index, at, subject, roles, home_forces, method, force, records, number)
SELECT a.access_index, a.at, a.subject, a.roles, a.home_forces, a.method, a.force, a.records, a.number
FROM @accesses a
ORDER BY a.ordinal;
