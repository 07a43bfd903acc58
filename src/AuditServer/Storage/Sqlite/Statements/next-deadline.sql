-- The next deadline of an open crime of any force, from a time on.
SELECT min(deadline_micros) FROM open_alleged_crimes WHERE deadline_micros >= $from_micros;
