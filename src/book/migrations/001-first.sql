-- The log. Never updated but by erasure, which leaves digest and hash.
CREATE TABLE meta (
    name  TEXT PRIMARY KEY,
    value BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE origin (
    number     INTEGER PRIMARY KEY,
    id         BLOB    NOT NULL UNIQUE,
    desk       TEXT    NOT NULL,
    public_key BLOB    NOT NULL,
    head_seq   INTEGER NOT NULL,
    head_hash  BLOB    NOT NULL,
    signature  BLOB    NOT NULL
) STRICT;

-- A part with a nonce is whole; without one it is withheld or erased, and the bytes are its digest.
CREATE TABLE entry (
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
    narrative       BLOB,
    UNIQUE (origin, seq)
) STRICT;
CREATE INDEX entry_subject ON entry (subject);
CREATE INDEX entry_batch ON entry (batch);

-- The projection: what the entries fold to. `verify` rebuilds it and compares.
-- Codes are positions in the tables of values; days count from 0001-01-01 as 1; times are
-- minute * 2 + estimated; issues are two bits a code; consent is a bit a purpose.
CREATE TABLE facility (
    number      INTEGER PRIMARY KEY,
    id          TEXT NOT NULL UNIQUE,
    description TEXT
) STRICT;

CREATE TABLE cases (
    number          INTEGER PRIMARY KEY,
    id              BLOB    NOT NULL UNIQUE,
    case_number     TEXT    NOT NULL,
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
    waited          INTEGER,
    issues          INTEGER NOT NULL,
    pay_why         INTEGER,
    claimed_on      INTEGER,
    claimed_riel    INTEGER,
    paid_riel       INTEGER NOT NULL,
    paid_cents      INTEGER NOT NULL,
    receipt         INTEGER NOT NULL,
    harm            INTEGER NOT NULL,
    remedy          TEXT,
    told_by         INTEGER NOT NULL,
    channel         INTEGER,
    relation        INTEGER NOT NULL,
    sex             INTEGER,
    employer        TEXT,
    local           TEXT,
    evidence        INTEGER NOT NULL,
    consent         INTEGER NOT NULL,
    assigned_to     TEXT,
    next_step       TEXT,
    next_step_on    INTEGER,
    source          TEXT,
    source_id       TEXT,
    status          INTEGER NOT NULL,
    party_outcome   INTEGER,
    member_outcome  INTEGER,
    erased          INTEGER NOT NULL,
    conflicts       TEXT,
    narrative_entry INTEGER,
    identity_entry  INTEGER
) STRICT;
CREATE INDEX case_number ON cases (case_number);
CREATE INDEX case_visited ON cases (visited_on);
CREATE INDEX case_source ON cases (source, source_id) WHERE source IS NOT NULL;
-- What counting and most filters need, in a tenth of the pages.
CREATE INDEX case_facts ON cases (
    facility, visited_on, waited, issues, payer, status, evidence, consent, stage,
    paid_riel, paid_cents, desk, recorded_at
);

CREATE TABLE identity (
    case_row        INTEGER PRIMARY KEY REFERENCES cases (number),
    name            TEXT,
    phone           TEXT,
    nssf_number     TEXT,
    address         TEXT,
    employee_number TEXT
) STRICT;

-- Trigrams of the folded text of each case; what they find is checked against the text itself.
CREATE VIRTUAL TABLE case_text USING fts5 (
    text, content = '', contentless_delete = 1, detail = 'none', tokenize = 'trigram case_sensitive 1'
);
