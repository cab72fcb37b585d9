-- What was typed into a form and is not logged yet. Outside the log: no bundle, export or count knows it, and
-- nothing in the projection follows from it. `revision` goes up with each change, so that two programs that hold
-- the same draft see each other. `corrects` is the number of the case that the form was opened for, if any.
CREATE TABLE draft (
    number     INTEGER PRIMARY KEY,
    id         BLOB    NOT NULL UNIQUE,
    started_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    revision   INTEGER NOT NULL,
    corrects   TEXT,
    payload    BLOB    NOT NULL
) STRICT;
