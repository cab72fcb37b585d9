-- What follows on cases. With whom a case was raised (the keys of the parties between bars), whose turn it is and whether
-- it comes first (see `attention` in book/row.rs), and the rest of it as JSON; NULL where nothing happened.
ALTER TABLE cases ADD COLUMN parties TEXT;
ALTER TABLE cases ADD COLUMN attention INTEGER NOT NULL DEFAULT 0;
ALTER TABLE cases ADD COLUMN follow TEXT;

-- Whose turn it is follows from where a case stands, as nothing else happened to one yet; a high issue of safety (the eighth
-- of the packed issues) comes first.
UPDATE cases SET attention = (CASE status WHEN 0 THEN 1 WHEN 1 THEN 2 WHEN 2 THEN 3 WHEN 3 THEN 4 ELSE 7 END)
    + (CASE WHEN (issues >> 14) & 3 = 3 THEN 8 ELSE 0 END);

-- Submissions, promises, demands and what is known of parties: a few thousand in the life of a book, read whole.
CREATE TABLE submission (number INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, folded TEXT NOT NULL) STRICT;
CREATE TABLE promise (number INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, folded TEXT NOT NULL) STRICT;
CREATE TABLE demand (number INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, folded TEXT NOT NULL) STRICT;
CREATE TABLE party (number INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, folded TEXT NOT NULL) STRICT;

-- Blocks have columns for these; they are made anew from the rows.
DELETE FROM fact_block;

-- Few cases have either: what is due is found without reading all.
CREATE INDEX case_followed ON cases (number) WHERE follow IS NOT NULL;
CREATE INDEX case_next_step ON cases (next_step_on) WHERE next_step_on IS NOT NULL;
