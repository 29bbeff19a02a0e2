-- Succession candidates that more than one participant saw. Of one participant's overlapping exports the largest
-- count is the latest. Participants that name nobody count by export.
WITH seen AS (
  SELECT exchange, "from", "to", kind, study, participant, if(participant = 'none', source, NULL) AS somebody,
    max(times) AS times, min(first_seen) AS first_seen, max(last_seen) AS last_seen
  FROM edges GROUP BY ALL
)
SELECT exchange, "from", "to", kind, count(*) AS participants, sum(times)::BIGINT AS times,
  min(first_seen)::DATE AS first_seen, max(last_seen)::DATE AS last_seen
FROM seen GROUP BY ALL HAVING participants > 1
ORDER BY participants DESC, times DESC, exchange, "from", "to";
