-- First and last sight of each domain, by local day.
SELECT coalesce(registrable_domain, host) AS domain, min(date) AS first_seen, max(date) AS last_seen,
  count(*) AS flags, count(DISTINCT participant) AS participants,
  array_to_string(list_sort(list_distinct(flatten(list([f.exchange FOR f IN findings IF f.exchange IS NOT NULL])))), ', ')
    AS exchanges,
  array_to_string(list_sort(list_distinct(flatten(list([f.kind FOR f IN findings])))), ', ') AS kinds
FROM flags GROUP BY ALL ORDER BY flags DESC, domain;
