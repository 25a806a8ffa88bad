-- SPDX-FileCopyrightText: The Jjak authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Blind dates: when they are held, what the host says, who sits where, and who met.

ALTER TABLE account ADD COLUMN role INTEGER NOT NULL DEFAULT 0 CHECK (role BETWEEN 0 AND 2);
ALTER TABLE room ADD COLUMN expires INTEGER CHECK (expires >= 0);
-- The seat that was reported, when a single one was.
ALTER TABLE report ADD COLUMN member INTEGER CHECK (member BETWEEN 1 AND 1000);

CREATE TABLE script (
    id        BLOB PRIMARY KEY CHECK (length(id) = 16),
    name      TEXT NOT NULL CHECK (length(name) <= 256),
    toml      TEXT NOT NULL CHECK (length(toml) <= 262144),
    languages TEXT NOT NULL -- one a line
) STRICT, WITHOUT ROWID;

CREATE TABLE script_text (
    script   BLOB NOT NULL REFERENCES script (id) ON DELETE CASCADE,
    language TEXT NOT NULL CHECK (length(language) BETWEEN 1 AND 64),
    key      TEXT NOT NULL CHECK (length(key) BETWEEN 1 AND 256),
    text     TEXT NOT NULL CHECK (length(text) <= 4096),
    PRIMARY KEY (script, language, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE event (
    id        BLOB PRIMARY KEY CHECK (length(id) = 16),
    cid       BLOB NOT NULL UNIQUE CHECK (length(cid) = 16),
    version   INTEGER NOT NULL CHECK (version >= 0),
    title     TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 256),
    starts    INTEGER NOT NULL CHECK (starts >= 0),
    ends      INTEGER NOT NULL CHECK (ends >= starts),
    zone      TEXT NOT NULL CHECK (length(zone) <= 64),
    seats     INTEGER NOT NULL CHECK (seats BETWEEN 2 AND 9),
    languages TEXT NOT NULL, -- one a line
    script    BLOB NOT NULL REFERENCES script (id),
    doors     INTEGER NOT NULL CHECK (doors >= 0),
    closed    INTEGER NOT NULL CHECK (closed IN (0, 1)),
    latest    INTEGER CHECK (latest >= 0),
    pace      INTEGER NOT NULL CHECK (pace >= 0)
) STRICT, WITHOUT ROWID;
CREATE INDEX event_starts ON event (starts) WHERE closed = 0;
CREATE INDEX event_ends ON event (ends) WHERE closed = 0;
CREATE INDEX event_ended ON event (ends) WHERE closed = 1;

CREATE TABLE blind_date (
    id        BLOB PRIMARY KEY CHECK (length(id) = 16),
    event     BLOB NOT NULL REFERENCES event (id),
    script    BLOB NOT NULL REFERENCES script (id),
    size      INTEGER NOT NULL CHECK (size BETWEEN 2 AND 9),
    seated    INTEGER NOT NULL CHECK (seated BETWEEN 0 AND size), -- how many seats are taken, so that full lobbies are passed over
    act       INTEGER NOT NULL CHECK (act >= -1), -- -1: the lobby
    closed    INTEGER NOT NULL CHECK (closed IN (0, 1)),
    opened    INTEGER NOT NULL CHECK (opened >= 0),
    since     INTEGER NOT NULL CHECK (since >= 0),
    said      INTEGER NOT NULL CHECK (said >= 0),
    announced INTEGER NOT NULL CHECK (announced >= 0),
    invited   INTEGER NOT NULL CHECK (invited IN (0, 1)),
    topics    TEXT NOT NULL, -- one a line
    room      BLOB UNIQUE CHECK (length(room) = 16),
    started   INTEGER CHECK (started >= 0),
    ended     INTEGER CHECK (ended >= 0),
    due       INTEGER CHECK (due >= 0),
    CHECK (closed = 1 OR (due IS NOT NULL AND ended IS NULL)),
    CHECK (closed = 0 OR ended IS NOT NULL),
    UNIQUE (id, size)
) STRICT, WITHOUT ROWID;
CREATE INDEX blind_date_due ON blind_date (due) WHERE closed = 0;
CREATE INDEX blind_date_since ON blind_date (since) WHERE closed = 0;
CREATE INDEX blind_date_lobby ON blind_date (event, opened, id) WHERE closed = 0 AND act = -1;
CREATE INDEX blind_date_free ON blind_date (event, opened, id) WHERE closed = 0 AND act = -1 AND seated < size;
CREATE INDEX blind_date_ended ON blind_date (ended) WHERE closed = 1;

-- The size stands here too, so that the schema itself refuses a seat too many.
CREATE TABLE seat (
    date       BLOB NOT NULL,
    number     INTEGER NOT NULL CHECK (number BETWEEN 1 AND size),
    size       INTEGER NOT NULL,
    account    BLOB NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    active     INTEGER NOT NULL CHECK (active IN (0, 1)), -- the date is not closed, and the seat not left
    alias      TEXT NOT NULL CHECK (length(alias) BETWEEN 1 AND 64),
    demo       INTEGER NOT NULL CHECK (demo IN (0, 1)),
    state      INTEGER NOT NULL CHECK (state BETWEEN 0 AND 2),
    lost       INTEGER CHECK (lost >= 0),
    since      INTEGER NOT NULL CHECK (since >= 0),
    spoke      INTEGER NOT NULL,
    burst      INTEGER NOT NULL CHECK (burst >= 0),
    burst_from INTEGER NOT NULL,
    cooling    INTEGER CHECK (cooling >= 0),
    hidden     INTEGER NOT NULL CHECK (hidden >= 0), -- its decimal digits are the seats
    impression INTEGER NOT NULL CHECK (impression BETWEEN 0 AND size),
    arrow      INTEGER NOT NULL CHECK (arrow BETWEEN 0 AND size),
    pair       BLOB CHECK (length(pair) = 16),
    met        INTEGER NOT NULL CHECK (met BETWEEN 0 AND size),
    PRIMARY KEY (date, number),
    UNIQUE (account, date),
    FOREIGN KEY (date, size) REFERENCES blind_date (id, size) ON DELETE CASCADE,
    CHECK (impression <> number AND arrow <> number AND met <> number),
    CHECK (active = 0 OR state <> 2)
) STRICT, WITHOUT ROWID;
-- The promise: nobody sits in two dates at once.
CREATE UNIQUE INDEX seat_active ON seat (account) WHERE active = 1;

CREATE TABLE met (
    a     BLOB NOT NULL CHECK (length(a) = 16),
    b     BLOB NOT NULL CHECK (length(b) = 16),
    until INTEGER NOT NULL CHECK (until >= 0),
    PRIMARY KEY (a, b),
    CHECK (a < b)
) STRICT, WITHOUT ROWID;
CREATE INDEX met_until ON met (until);

-- No reference to the date: a pair may outlive it.
CREATE TABLE arrow_pair (
    id      BLOB PRIMARY KEY CHECK (length(id) = 16),
    date    BLOB NOT NULL CHECK (length(date) = 16),
    a       BLOB NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    a_alias TEXT NOT NULL CHECK (length(a_alias) BETWEEN 1 AND 64),
    a_yes   INTEGER NOT NULL CHECK (a_yes IN (0, 1)),
    b       BLOB NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    b_alias TEXT NOT NULL CHECK (length(b_alias) BETWEEN 1 AND 64),
    b_yes   INTEGER NOT NULL CHECK (b_yes IN (0, 1)),
    until   INTEGER NOT NULL CHECK (until >= 0),
    room    BLOB CHECK (length(room) = 16),
    UNIQUE (a, date),
    UNIQUE (b, date),
    CHECK (a < b),
    CHECK (room IS NULL OR (a_yes = 1 AND b_yes = 1))
) STRICT, WITHOUT ROWID;
CREATE INDEX arrow_pair_until ON arrow_pair (until);

CREATE TABLE attendance (
    account       BLOB PRIMARY KEY REFERENCES account (id) ON DELETE CASCADE,
    version       INTEGER NOT NULL CHECK (version >= 1),
    last          BLOB CHECK (length(last) = 16), -- may be gone already
    let_go_event  BLOB CHECK (length(let_go_event) = 16),
    let_go_reason INTEGER CHECK (let_go_reason BETWEEN 0 AND 1),
    CHECK ((let_go_event IS NULL) = (let_go_reason IS NULL))
) STRICT, WITHOUT ROWID;
