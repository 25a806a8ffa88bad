-- SPDX-FileCopyrightText: The Jjak authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who may sign in, and the clients that have.

CREATE TABLE account (
    id       BLOB PRIMARY KEY CHECK (length(id) = 16),
    name     TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 64),
    folded   TEXT NOT NULL UNIQUE CHECK (length(folded) BETWEEN 1 AND 256),
    password BLOB NOT NULL,
    attempt  BLOB NOT NULL CHECK (length(attempt) = 16),
    demo     INTEGER NOT NULL CHECK (demo IN (0, 1)),
    created  INTEGER NOT NULL CHECK (created >= 0)
) STRICT, WITHOUT ROWID;

CREATE TABLE device (
    id          BLOB PRIMARY KEY CHECK (length(id) = 16),
    account     BLOB NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    label       TEXT NOT NULL CHECK (length(label) <= 256),
    attempt     BLOB NOT NULL CHECK (length(attempt) = 16),
    token_hash  BLOB NOT NULL UNIQUE CHECK (length(token_hash) = 32),
    token_since INTEGER NOT NULL CHECK (token_since >= 0),
    created     INTEGER NOT NULL CHECK (created >= 0),
    used        INTEGER NOT NULL CHECK (used >= 0),
    UNIQUE (account, attempt)
) STRICT, WITHOUT ROWID;
CREATE INDEX device_used ON device (used);

-- Tokens that have a successor: whoever shows one later has stolen it, or was stolen from.
CREATE TABLE spent_token (
    token_hash BLOB PRIMARY KEY CHECK (length(token_hash) = 32),
    device     BLOB NOT NULL REFERENCES device (id) ON DELETE CASCADE,
    spent      INTEGER NOT NULL CHECK (spent >= 0)
) STRICT, WITHOUT ROWID;
CREATE INDEX spent_token_device ON spent_token (device);
CREATE INDEX spent_token_spent ON spent_token (spent);
