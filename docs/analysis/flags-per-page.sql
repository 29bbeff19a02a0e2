-- Flags per page by local day, with the denominator. Days without a stored count have no rate.
-- One participant's exports overlap: of a day's counts the largest is the latest. Exports that name nobody are
-- each somebody.
WITH counted AS (
  SELECT study, participant, if(participant = 'none', source, NULL) AS somebody, day, max(checked) AS checked
  FROM daily GROUP BY ALL
), pages AS (
  SELECT study, day, sum(checked)::BIGINT AS pages FROM counted GROUP BY ALL
), flagged AS (
  SELECT study, date AS day, count(*) AS flags, count(DISTINCT participant) AS participants
  FROM flags GROUP BY ALL
)
SELECT study, day, coalesce(participants, 0) AS participants, pages, coalesce(flags, 0) AS flags,
  round(100.0 * coalesce(flags, 0) / nullif(pages, 0), 3) AS flags_per_100_pages
FROM pages FULL JOIN flagged USING (study, day)
ORDER BY study, day;
