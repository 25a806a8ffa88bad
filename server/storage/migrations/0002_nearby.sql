-- SPDX-FileCopyrightText: The Jjak authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who waits, who was put together, and who is kept apart.

CREATE TABLE ticket (
    account  BLOB PRIMARY KEY REFERENCES account (id) ON DELETE CASCADE,
    device   BLOB NOT NULL CHECK (length(device) = 16),
    cell     INTEGER NOT NULL CHECK (cell > 0),
    reach    INTEGER NOT NULL CHECK (reach BETWEEN 0 AND 7),
    since    INTEGER NOT NULL CHECK (since >= 0),
    front    INTEGER NOT NULL CHECK (front IN (0, 1)),
    proposal BLOB CHECK (length(proposal) = 16),
    away     INTEGER CHECK (away >= 0),
    demo     INTEGER NOT NULL CHECK (demo IN (0, 1))
) STRICT, WITHOUT ROWID;
CREATE INDEX ticket_device ON ticket (device);
CREATE INDEX ticket_free ON ticket (since) WHERE proposal IS NULL;
CREATE INDEX ticket_away ON ticket (away) WHERE away IS NOT NULL;

CREATE TABLE proposal (
    id       BLOB PRIMARY KEY CHECK (length(id) = 16),
    a        BLOB NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    b        BLOB NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    a_answer INTEGER NOT NULL CHECK (a_answer IN (0, 1)),
    b_answer INTEGER NOT NULL CHECK (b_answer IN (0, 1)),
    a_fault  INTEGER NOT NULL CHECK (a_fault IN (0, 1)),
    b_fault  INTEGER NOT NULL CHECK (b_fault IN (0, 1)),
    opened   INTEGER NOT NULL CHECK (opened >= 0),
    deadline INTEGER NOT NULL CHECK (deadline >= opened),
    outcome  INTEGER CHECK (outcome BETWEEN 0 AND 3),
    room     BLOB CHECK (length(room) = 16),
    ended    INTEGER CHECK (ended >= 0),
    CHECK (a < b),
    CHECK ((outcome IS NULL) = (ended IS NULL)),
    CHECK ((outcome IS 0) = (room IS NOT NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX proposal_due ON proposal (deadline) WHERE outcome IS NULL;
CREATE INDEX proposal_ended ON proposal (ended) WHERE ended IS NOT NULL;

-- The primary key is the promise: nobody is in two open proposals.
CREATE TABLE open_side (
    account  BLOB PRIMARY KEY CHECK (length(account) = 16),
    proposal BLOB NOT NULL REFERENCES proposal (id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX open_side_proposal ON open_side (proposal);

CREATE TABLE nearby (
    account BLOB PRIMARY KEY REFERENCES account (id) ON DELETE CASCADE,
    version INTEGER NOT NULL CHECK (version >= 1),
    last    BLOB CHECK (length(last) = 16)
) STRICT, WITHOUT ROWID;

CREATE TABLE apart (
    a     BLOB NOT NULL CHECK (length(a) = 16),
    b     BLOB NOT NULL CHECK (length(b) = 16),
    until INTEGER NOT NULL CHECK (until >= 0),
    PRIMARY KEY (a, b),
    CHECK (a < b)
) STRICT, WITHOUT ROWID;
CREATE INDEX apart_until ON apart (until);
