-- What a durable add writes is what it costs: each table and each index here was one page more.
-- Members are searched in blocks, made from the entries; the log's clock is that of its newest entries.
DROP TABLE identity;
DELETE FROM meta WHERE name = 'clock';

-- An origin's entries stand in runs: from this one on, the next number stands in the next row, until its next run.
-- So they need no index.
CREATE TABLE run (
    origin    INTEGER NOT NULL REFERENCES origin (number),
    first_seq INTEGER NOT NULL,
    first_row INTEGER NOT NULL,
    PRIMARY KEY (origin, first_seq)
) STRICT, WITHOUT ROWID;
INSERT INTO run (origin, first_seq, first_row)
    SELECT origin, min(seq), min(number) FROM entry GROUP BY origin, number - seq;

-- The same entries without the index that came with their first table.
CREATE TABLE entry_in_runs (
    number          INTEGER PRIMARY KEY,
    origin          INTEGER NOT NULL REFERENCES origin (number),
    seq             INTEGER NOT NULL,
    at              INTEGER NOT NULL,
    desk            TEXT    NOT NULL,
    officer         TEXT    NOT NULL,
    batch           BLOB    NOT NULL,
    kind            TEXT    NOT NULL,
    subject         BLOB    NOT NULL,
    hash            BLOB    NOT NULL,
    body_nonce      BLOB,
    body            BLOB    NOT NULL,
    identity_nonce  BLOB,
    identity        BLOB,
    narrative_nonce BLOB,
    narrative       BLOB
) STRICT;
INSERT INTO entry_in_runs (number, origin, seq, at, desk, officer, batch, kind, subject, hash, body_nonce, body,
        identity_nonce, identity, narrative_nonce, narrative)
    SELECT number, origin, seq, at, desk, officer, batch, kind, subject, hash, body_nonce, body,
        identity_nonce, identity, narrative_nonce, narrative
    FROM entry ORDER BY number;
DROP TABLE entry;
ALTER TABLE entry_in_runs RENAME TO entry;
CREATE INDEX entry_subject ON entry (subject);
-- An entry that is a batch of its own is found by its subject.
CREATE INDEX entry_batch ON entry (batch) WHERE batch <> subject;
