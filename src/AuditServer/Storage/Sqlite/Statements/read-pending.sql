-- Open crimes of a force whose deadline is still ahead, by cell, alleged and presumed apart, and the next deadline of each: what is
-- taken off "open" to get "overdue".
SELECT month AS Month, class AS Class, presumed AS Presumed, count(*) AS Number, min(deadline_micros) AS NextDeadlineMicros
FROM open_alleged_crimes
WHERE force = $force AND deadline_micros >= $now_micros AND month BETWEEN $from_month AND $to_month
GROUP BY month, class, presumed;
