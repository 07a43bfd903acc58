-- Rows of the access log from one on, in their order.
SELECT TOP (@at_most) access_index AS AccessIndex, at AS At, subject AS Subject, roles AS Roles, home_forces AS HomeForces,
  method AS Method, force AS Force, records AS Records, number AS Number
FROM crimeaudit.access_log
WHERE access_index >= @from_index
ORDER BY access_index;
