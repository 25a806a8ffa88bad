-- SPDX-FileCopyrightText: The Jjak authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who is connected, and the servers that share this database. A server alone uses the first table only.

-- A connection's number tells its server: connection / 2^40 is node.number, 0 for a server alone.
CREATE TABLE connected (
    device     BLOB PRIMARY KEY REFERENCES device (id) ON DELETE CASCADE,
    account    BLOB NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    connection INTEGER NOT NULL CHECK (connection > 0),
    away       INTEGER NOT NULL CHECK (away IN (0, 1))
) STRICT, WITHOUT ROWID;
CREATE INDEX connected_account ON connected (account);
CREATE INDEX connected_connection ON connected (connection);

-- A run of a server that shares the database: alive until then, unless it says so again.
CREATE TABLE node (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    name   TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 256),
    works  INTEGER NOT NULL CHECK (works IN (0, 1)),
    until  INTEGER NOT NULL CHECK (until >= 0)
) STRICT;

-- A stream of commands and which node runs it, until when.
CREATE TABLE stream (
    number INTEGER PRIMARY KEY CHECK (number >= 0),
    owner  INTEGER,
    until  INTEGER NOT NULL CHECK (until >= 0)
) STRICT;

-- How far a stream was run. Apart from its lease, which is renewed while commands run. The fence counts the owners: whoever knows an
-- older one is owner no more.
CREATE TABLE stream_position (
    number   INTEGER PRIMARY KEY CHECK (number >= 0),
    fence    INTEGER NOT NULL CHECK (fence >= 0),
    position TEXT NOT NULL CHECK (length(position) BETWEEN 3 AND 41)
) STRICT;

-- Commands that failed again and again. The command is kept as it stood in the stream, sealed.
CREATE TABLE dead_letter (
    number   INTEGER PRIMARY KEY AUTOINCREMENT,
    stream   INTEGER NOT NULL CHECK (stream >= 0),
    position TEXT NOT NULL CHECK (length(position) BETWEEN 3 AND 41),
    at       INTEGER NOT NULL CHECK (at >= 0),
    name     TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 64),
    reason   TEXT NOT NULL CHECK (length(reason) <= 1024),
    entry    BLOB NOT NULL
) STRICT;

-- What the servers of a database have in common, a row each.
CREATE TABLE shared (
    name  TEXT PRIMARY KEY CHECK (length(name) BETWEEN 1 AND 64),
    value BLOB NOT NULL CHECK (length(value) <= 1024)
) STRICT, WITHOUT ROWID;
