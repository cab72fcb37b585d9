-- The bytes of what was attached to cases, by their SHA-256: once, however many cases hold them. `let_go` is when the last case
-- let go of them (milliseconds since 1970): they are kept a few days, so that it can be taken back, and then go.
CREATE TABLE attachment (
    hash   BLOB PRIMARY KEY,
    bytes  BLOB NOT NULL,
    let_go INTEGER
) STRICT;
CREATE INDEX attachment_let_go ON attachment (let_go) WHERE let_go IS NOT NULL;

-- Which case holds which bytes: a projection of its entries, whether the bytes are here or not.
CREATE TABLE attached (
    hash    BLOB NOT NULL,
    subject BLOB NOT NULL,
    PRIMARY KEY (hash, subject)
) STRICT, WITHOUT ROWID;
CREATE INDEX attached_subject ON attached (subject);
