-- What a durable add writes is what it costs. From here on an origin whose entries this book writes itself is signed when they
-- are carried away, not with each: where the signature is empty, the newest entry is the head, and the book's own key signs it.

-- A case is found by its UUID through the number that its first entry gave it, and needs no index of its own for that. Cases
-- that are logged one by one stand in no index of numbers or days until their block is full: `indexed` tells which do, and
-- those that do not are the newest few, which are looked through (see book/tail.rs).
CREATE TABLE cases_in_tail (

    number          INTEGER PRIMARY KEY,
    id              BLOB    NOT NULL,
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
    identity_entry  INTEGER,
    parties         TEXT,
    attention       INTEGER NOT NULL DEFAULT 0,
    follow          TEXT,
    indexed         INTEGER NOT NULL
) STRICT;
INSERT INTO cases_in_tail (number, id, case_number, desk, officer, recorded_at, recorded_offset, visited_on, facility, stage,
        payer, arrived, registered, seen, medicine, left_at, waited, issues, pay_why, claimed_on,
        claimed_riel, paid_riel, paid_cents, receipt, harm, remedy, told_by, channel, relation, sex,
        employer, local, evidence, consent, assigned_to, next_step, next_step_on, source, source_id,
        status, party_outcome, member_outcome, erased, conflicts, narrative_entry, identity_entry, parties,
        attention, follow, indexed)
    SELECT number, id, case_number, desk, officer, recorded_at, recorded_offset, visited_on, facility, stage,
        payer, arrived, registered, seen, medicine, left_at, waited, issues, pay_why, claimed_on,
        claimed_riel, paid_riel, paid_cents, receipt, harm, remedy, told_by, channel, relation, sex,
        employer, local, evidence, consent, assigned_to, next_step, next_step_on, source, source_id,
        status, party_outcome, member_outcome, erased, conflicts, narrative_entry, identity_entry, parties,
        attention, follow, 1
    FROM cases ORDER BY number;
DROP TABLE cases;
ALTER TABLE cases_in_tail RENAME TO cases;
CREATE INDEX case_number ON cases (number >> 18, case_number) WHERE indexed = 1;
CREATE INDEX case_visited ON cases (visited_on) WHERE indexed = 1;
CREATE INDEX case_source ON cases (source, source_id) WHERE source IS NOT NULL;
CREATE INDEX case_followed ON cases (number) WHERE follow IS NOT NULL;
CREATE INDEX case_next_step ON cases (next_step_on) WHERE next_step_on IS NOT NULL;
CREATE INDEX case_urgent ON cases (visited_on) WHERE attention BETWEEN 9 AND 13;
