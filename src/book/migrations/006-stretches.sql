-- From here on the bodies of entries may be packed; those that are here stay as they are. An older Wardbook, which
-- could not read what newer ones write, refuses the book.

-- Numbers are random: in stretches of rows, an import changes the pages of the last stretch alone.
DROP INDEX case_number;
CREATE INDEX case_number ON cases (number >> 18, case_number);
