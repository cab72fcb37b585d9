-- DuckDB's own table of the same cases: every column of the CSV, and beside them what Wardbook derives of each, ready
-- to be grouped. Facilities are an ENUM, which groups faster than text.
CREATE TEMP MACRO minutes(told) AS
    try_cast(split_part(ltrim(told, '~'), ':', 1) AS INTEGER) * 60
    + try_cast(split_part(ltrim(told, '~'), ':', 2) AS INTEGER);
CREATE TEMP TABLE places AS SELECT * FROM read_csv('{places}', header = true, all_varchar = true);
CREATE TYPE facility AS ENUM (SELECT facility FROM places ORDER BY facility);
CREATE TYPE province AS ENUM (SELECT DISTINCT province FROM places ORDER BY province);
CREATE TABLE cases AS
SELECT told.* REPLACE (told.facility::facility AS facility, told.visited_on::DATE AS visited_on),
    places.province::province AS province,
    coalesce(told.waited_minutes::SMALLINT,
        ((minutes(told.seen) - minutes(told.arrived) + 1440) % 1440)::SMALLINT) AS waited,
    told.issues LIKE '%:high%' AS severe,
    'new' AS status,
    replace(regexp_replace(told.issues, 'GOOD:[a-z]+', '', 'g'), ';', '') <> '' AS complains
FROM read_csv('{cases}', header = true, all_varchar = true) AS told
LEFT JOIN places ON places.facility = told.facility;
CHECKPOINT;
