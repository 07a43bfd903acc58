-- Notes that records were read.
INSERT INTO access_log (access_index, at_micros, subject, roles, home_forces, method, force, records, number)
VALUES ($access_index, $at_micros, $subject, $roles, $home_forces, $method, $force, $records, $number);
