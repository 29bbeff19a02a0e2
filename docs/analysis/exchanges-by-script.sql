-- Exchanges by Chinese script and payment rail. A rail is a word that the signal `payment-rails` matched;
-- 'left out' where the export kept no words, 'none' where the page names no rail.
WITH named AS (
  SELECT flag_id, participant, script, unnest(if(len(findings) = 0, ['no finding shown'], list_distinct([coalesce(f.exchange, 'on no list') FOR f IN findings]))) AS exchange,
    list_filter(signals, lambda s: s.id = 'payment-rails') AS rails
  FROM flags
), railed AS (
  SELECT flag_id, participant, script, exchange, unnest(CASE
    WHEN len(rails) = 0 THEN ['none']
    WHEN rails[1].value = '' THEN ['left out']
    ELSE string_split(rails[1].value, '、') END) AS rail
  FROM named
)
SELECT exchange, coalesce(script, 'none') AS script, rail,
  count(DISTINCT flag_id) AS flags, count(DISTINCT participant) AS participants
FROM railed GROUP BY ALL ORDER BY flags DESC, exchange, script, rail;
