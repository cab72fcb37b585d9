-- Cases that were joined into another one of the same visit: few. Their rows in `cases` are gone; this finds them by number, and
-- by the row of the table they were imported from, which would else be imported once more.
CREATE TABLE joined_case (
    id BLOB PRIMARY KEY,
    case_number TEXT NOT NULL,
    into_number TEXT NOT NULL,
    source TEXT,
    source_id TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX joined_number ON joined_case (case_number);
CREATE INDEX joined_source ON joined_case (source, source_id) WHERE source IS NOT NULL;
