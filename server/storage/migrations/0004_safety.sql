-- SPDX-FileCopyrightText: The Jjak authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who does not want to meet whom, and what was reported.

CREATE TABLE block (
    id      BLOB PRIMARY KEY CHECK (length(id) = 16),
    blocker BLOB NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    blocked BLOB NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    name    TEXT NOT NULL CHECK (length(name) <= 64),
    since   INTEGER NOT NULL CHECK (since >= 0),
    UNIQUE (blocker, blocked),
    CHECK (blocker <> blocked)
) STRICT, WITHOUT ROWID;

-- No reference to accounts and rooms: a report outlives what it is about.
CREATE TABLE report (
    id       BLOB PRIMARY KEY CHECK (length(id) = 16),
    cid      BLOB NOT NULL CHECK (length(cid) = 16),
    reporter BLOB NOT NULL CHECK (length(reporter) = 16),
    reported BLOB NOT NULL CHECK (length(reported) = 16),
    room     BLOB CHECK (length(room) = 16),
    reason   INTEGER NOT NULL CHECK (reason BETWEEN 0 AND 5),
    note     TEXT NOT NULL CHECK (length(note) <= 65536),
    at       INTEGER NOT NULL CHECK (at >= 0),
    UNIQUE (reporter, cid)
) STRICT, WITHOUT ROWID;

CREATE TABLE evidence (
    report   BLOB NOT NULL REFERENCES report (id) ON DELETE CASCADE,
    position INTEGER NOT NULL CHECK (position >= 0),
    seq      INTEGER NOT NULL CHECK (seq >= 1),
    author   INTEGER NOT NULL CHECK (author BETWEEN 0 AND 1000),
    kind     INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 4),
    text     TEXT NOT NULL CHECK (length(text) <= 65536),
    at       INTEGER NOT NULL CHECK (at >= 0),
    cid      BLOB CHECK (length(cid) = 16),
    PRIMARY KEY (report, position)
) STRICT, WITHOUT ROWID;
