-- Gives sending systems the next dense ids, in the order in which they were sent. Runs in a turn, so nobody else gives any.
INSERT INTO crimeaudit.sources (source_id, force, source_system)
SELECT
  (SELECT COALESCE(MAX(source_id), 0) FROM crimeaudit.sources) + ROW_NUMBER() OVER (ORDER BY n.ordinal),
  n.force, n.source_system
FROM @names n;
