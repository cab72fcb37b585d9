-- Queries, counts and search are answered from columns: what a case says in numbers, and its text in a code of one byte
-- a letter, in blocks of 1,024 rows. What is not in a full block yet is read from the rows.
DROP TABLE case_text;
DELETE FROM meta WHERE name = 'indexed';
DROP INDEX case_facts;

CREATE TABLE fact_block (block INTEGER PRIMARY KEY, bytes BLOB NOT NULL) STRICT;
CREATE TABLE text_block (block INTEGER PRIMARY KEY, bytes BLOB NOT NULL) STRICT;
CREATE TABLE member_block (block INTEGER PRIMARY KEY, bytes BLOB NOT NULL) STRICT;

-- The names that stand as numbers in blocks: officers, employers, locals.
CREATE TABLE name (number INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE) STRICT;
INSERT OR IGNORE INTO name (text)
    SELECT officer FROM cases
    UNION SELECT assigned_to FROM cases WHERE assigned_to IS NOT NULL
    UNION SELECT employer FROM cases WHERE employer IS NOT NULL
    UNION SELECT local FROM cases WHERE local IS NOT NULL
    UNION SELECT officer FROM observation;

-- Rows that were there before and changed or went, in order: what a program that holds columns in memory reads anew.
CREATE TABLE changed_case (number INTEGER PRIMARY KEY AUTOINCREMENT, case_row INTEGER NOT NULL) STRICT;
-- Tells the highest row that went: no row's number is given out again.
CREATE INDEX changed_row ON changed_case (case_row);

-- What hotspots ask of each facility, added up: counts, waits, visits a day.
CREATE TABLE facility_summary (facility INTEGER PRIMARY KEY REFERENCES facility (number), bytes BLOB NOT NULL) STRICT;
