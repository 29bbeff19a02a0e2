-- Succession candidates that more than one participant saw. Participants that name nobody count by export.
SELECT exchange, "from", "to", kind,
  count(DISTINCT (study, participant, if(participant = 'none', source, NULL))) AS participants,
  sum(times)::BIGINT AS times, min(first_seen)::DATE AS first_seen, max(last_seen)::DATE AS last_seen
FROM edges GROUP BY ALL HAVING participants > 1
ORDER BY participants DESC, times DESC, exchange, "from", "to";
