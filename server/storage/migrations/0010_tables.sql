-- SPDX-FileCopyrightText: The Jjak authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Coffee tables, who sits there and who waits.

CREATE TABLE coffee_table (
    id       BLOB PRIMARY KEY CHECK (length(id) = 16),
    host     BLOB NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    cid      BLOB NOT NULL CHECK (length(cid) = 16),
    post     BLOB NOT NULL CHECK (length(post) = 16),
    topic    TEXT NOT NULL CHECK (length(topic) BETWEEN 1 AND 256),
    language TEXT NOT NULL CHECK (length(language) BETWEEN 2 AND 16),
    zone     TEXT NOT NULL CHECK (length(zone) BETWEEN 1 AND 64),
    at       INTEGER NOT NULL CHECK (at >= 0),
    seats    INTEGER NOT NULL CHECK (seats BETWEEN 2 AND 4),
    approval INTEGER NOT NULL CHECK (approval IN (0, 1)),
    phase    INTEGER NOT NULL CHECK (phase BETWEEN 0 AND 2),
    version  INTEGER NOT NULL CHECK (version >= 1),
    -- It is written before the room is, and stays when the room is gone.
    room     BLOB UNIQUE CHECK (length(room) = 16),
    since    INTEGER NOT NULL CHECK (since >= 0),
    ended    INTEGER CHECK (ended >= 0),
    due      INTEGER CHECK (due >= 0),
    UNIQUE (host, cid),
    UNIQUE (id, seats),
    CHECK ((phase = 2) = (ended IS NOT NULL)),
    CHECK (phase <> 2 OR due IS NULL),
    CHECK (phase <> 0 OR due IS NOT NULL),
    CHECK ((phase = 0) <= (room IS NULL)),
    CHECK ((phase = 1) <= (room IS NOT NULL))
) STRICT, WITHOUT ROWID;
-- A post has one table at a time.
CREATE UNIQUE INDEX coffee_table_post ON coffee_table (post) WHERE phase <> 2;
CREATE INDEX coffee_table_next ON coffee_table (at, id) WHERE phase <> 2;
CREATE INDEX coffee_table_due ON coffee_table (due) WHERE due IS NOT NULL;

-- A seat has one person or is kept for one, and there are no more of them than the table's: seats cannot be exceeded.
CREATE TABLE table_guest (
    seating  BLOB NOT NULL,
    account  BLOB NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    seats    INTEGER NOT NULL,
    standing INTEGER NOT NULL CHECK (standing BETWEEN 0 AND 5),
    seat     INTEGER CHECK (seat BETWEEN 1 AND seats),
    place    INTEGER NOT NULL CHECK (place >= 0),
    until    INTEGER CHECK (until >= 0),
    keep     INTEGER NOT NULL CHECK (keep IN (0, 1)),
    denied   INTEGER NOT NULL CHECK (denied IN (0, 1)),
    removed  INTEGER NOT NULL CHECK (removed IN (0, 1)),
    -- As the table's: in which order an account has its tables, and which of them are over.
    at       INTEGER NOT NULL CHECK (at >= 0),
    phase    INTEGER NOT NULL CHECK (phase BETWEEN 0 AND 2),
    PRIMARY KEY (seating, account),
    UNIQUE (seating, seat),
    FOREIGN KEY (seating, seats) REFERENCES coffee_table (id, seats) ON DELETE CASCADE,
    CHECK ((standing IN (3, 4, 5)) = (seat IS NOT NULL)),
    CHECK ((standing = 3) = (until IS NOT NULL)),
    CHECK (removed = 0 OR standing = 0)
) STRICT, WITHOUT ROWID;
CREATE INDEX table_guest_coming ON table_guest (account, at, seating) WHERE standing > 0 AND phase <> 2;
CREATE INDEX table_guest_past ON table_guest (account, at, seating) WHERE standing > 0 AND phase = 2;

-- Which tables an account does not see: where it was removed, and where somebody sits who is blocked either way. Who has a seat
-- there sees it in any case.
CREATE VIEW unseen_table (seating, account) AS
SELECT g.seating, g.account FROM table_guest g WHERE g.removed = 1
UNION ALL SELECT g.seating, b.blocked FROM table_guest g CROSS JOIN block b WHERE b.blocker = g.account AND g.standing >= 4 AND NOT EXISTS (SELECT 1 FROM table_guest me WHERE me.seating = g.seating AND me.account = b.blocked AND me.standing >= 4)
UNION ALL SELECT g.seating, b.blocker FROM table_guest g CROSS JOIN block b WHERE b.blocked = g.account AND g.standing >= 4 AND NOT EXISTS (SELECT 1 FROM table_guest me WHERE me.seating = g.seating AND me.account = b.blocker AND me.standing >= 4);

-- Nobody is in a table's room without a seat, by whichever way they would come in.
CREATE TRIGGER table_member_in BEFORE INSERT ON member WHEN (SELECT kind FROM room WHERE id = new.room) = 2 AND NOT EXISTS (SELECT 1 FROM coffee_table t JOIN table_guest g ON g.seating = t.id WHERE t.room = new.room AND g.account = new.account AND g.standing >= 4) BEGIN SELECT RAISE(ABORT, 'a table''s room is for those who sit there'); END;
CREATE TRIGGER table_member_back BEFORE UPDATE OF left_at ON member WHEN new.left_at IS NULL AND (SELECT kind FROM room WHERE id = new.room) = 2 AND NOT EXISTS (SELECT 1 FROM coffee_table t JOIN table_guest g ON g.seating = t.id WHERE t.room = new.room AND g.account = new.account AND g.standing >= 4) BEGIN SELECT RAISE(ABORT, 'a table''s room is for those who sit there'); END;
CREATE INDEX room_table_ended ON room (expires) WHERE kind = 2 AND expires IS NOT NULL;
