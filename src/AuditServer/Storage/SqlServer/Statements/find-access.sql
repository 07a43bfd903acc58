-- A row of the access log.
SELECT access_index AS AccessIndex, at AS At, subject AS Subject, roles AS Roles, home_forces AS HomeForces,
  method AS Method, force AS Force, records AS Records, number AS Number
FROM crimeaudit.access_log
WHERE access_index = @access_index;
