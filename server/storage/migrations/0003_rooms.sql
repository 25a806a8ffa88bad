-- SPDX-FileCopyrightText: The Jjak authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Conversations, their members and their messages.

CREATE TABLE room (
    id       BLOB PRIMARY KEY CHECK (length(id) = 16),
    kind     INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 3),
    version  INTEGER NOT NULL CHECK (version >= 1),
    head     INTEGER NOT NULL CHECK (head >= 0),
    opened   INTEGER NOT NULL CHECK (opened >= 0),
    active   INTEGER NOT NULL CHECK (active >= 0),
    distance INTEGER CHECK (distance BETWEEN 0 AND 7),
    pair     BLOB UNIQUE CHECK (length(pair) = 32), -- of a direct room: the smaller account id, then the larger
    CHECK ((kind = 0) = (pair IS NOT NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE member (
    room    BLOB NOT NULL REFERENCES room (id) ON DELETE CASCADE,
    number  INTEGER NOT NULL CHECK (number BETWEEN 1 AND 1000),
    account BLOB NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    name    TEXT NOT NULL CHECK (length(name) <= 64),
    demo    INTEGER NOT NULL CHECK (demo IN (0, 1)),
    read    INTEGER NOT NULL CHECK (read >= 0),
    written INTEGER NOT NULL CHECK (written >= 0),
    left_at INTEGER CHECK (left_at >= 0),
    PRIMARY KEY (room, number),
    UNIQUE (account, room)
) STRICT, WITHOUT ROWID;

CREATE TABLE message (
    room   BLOB NOT NULL REFERENCES room (id) ON DELETE CASCADE,
    seq    INTEGER NOT NULL CHECK (seq >= 1),
    author INTEGER NOT NULL CHECK (author BETWEEN 0 AND 1000),
    kind   INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 4),
    text   TEXT NOT NULL CHECK (length(text) <= 65536),
    at     INTEGER NOT NULL CHECK (at >= 0),
    device BLOB CHECK (length(device) = 16),
    cid    BLOB CHECK (length(cid) = 16),
    PRIMARY KEY (room, seq),
    CHECK ((device IS NULL) = (cid IS NULL))
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX message_once ON message (device, cid) WHERE device IS NOT NULL;
