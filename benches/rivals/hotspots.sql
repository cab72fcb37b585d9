SELECT {by} AS key, count(*) AS cases, count(*) FILTER (status NOT IN ('closed', 'withdrawn')) AS open,
    count(waited) AS timed, quantile_cont(waited, [0.5, 0.9]) AS waits, avg(severe::INTEGER) AS severe_share
FROM cases WHERE complains GROUP BY ALL ORDER BY cases DESC
