-- A row of the access log.
SELECT access_index AS AccessIndex, at_micros AS AtMicros, subject AS Subject, roles AS Roles, home_forces AS HomeForces,
  method AS Method, force AS Force, records AS Records, number AS Number
FROM access_log
WHERE access_index = $access_index;
