-- Timed visits that a volunteer saw: no case, no name, and no place for one. Codes, days and times as in `cases`.
CREATE TABLE observation (
    number          INTEGER PRIMARY KEY,
    id              BLOB    NOT NULL UNIQUE,
    desk            TEXT    NOT NULL,
    officer         TEXT    NOT NULL,
    recorded_at     INTEGER NOT NULL,
    recorded_offset INTEGER NOT NULL,
    visited_on      INTEGER NOT NULL,
    facility        INTEGER NOT NULL REFERENCES facility (number),
    stage           INTEGER,
    payer           INTEGER NOT NULL,
    arrived         INTEGER,
    registered      INTEGER,
    seen            INTEGER,
    medicine        INTEGER,
    left_at         INTEGER,
    waited          INTEGER NOT NULL,
    source          TEXT,
    source_id       TEXT
) STRICT;
CREATE INDEX observation_facility ON observation (facility);

-- How many members there are, each number with its day and its source. All counts that stand are here; of those of
-- one group the newest day holds, and of one day the latest clock (`entered`).
CREATE TABLE member_count (
    number     INTEGER PRIMARY KEY,
    id         BLOB    NOT NULL UNIQUE,
    desk       TEXT    NOT NULL,
    officer    TEXT    NOT NULL,
    entered    INTEGER NOT NULL,
    counted    TEXT    NOT NULL,
    members    INTEGER NOT NULL,
    counted_on INTEGER NOT NULL,
    source     TEXT    NOT NULL
) STRICT;
