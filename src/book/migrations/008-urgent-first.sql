-- Open cases that come first, by their visits: a list begins with them before any column is read. What is urgent has 8
-- more than its turn, and stands open from 9 to 13 (see `attention` in book/row.rs). No other case costs a page here.
CREATE INDEX case_urgent ON cases (visited_on) WHERE attention BETWEEN 9 AND 13;
