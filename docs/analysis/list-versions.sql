-- List and detector versions by which the flags were judged: verdicts of different lists do not compare.
SELECT list.version AS list_version, list.sha256 AS sha256, detector_version,
  count(*) AS flags, count(DISTINCT participant) AS participants, min(date) AS first_day, max(date) AS last_day
FROM flags GROUP BY ALL ORDER BY list_version, sha256, detector_version;
