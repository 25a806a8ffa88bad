-- SPDX-FileCopyrightText: The Jjak authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Groups with roles, expiry, images and files, and what people show of themselves.

ALTER TABLE account ADD COLUMN show_presence INTEGER NOT NULL DEFAULT 1 CHECK (show_presence IN (0, 1));
ALTER TABLE account ADD COLUMN show_read INTEGER NOT NULL DEFAULT 1 CHECK (show_read IN (0, 1));
ALTER TABLE account ADD COLUMN show_typing INTEGER NOT NULL DEFAULT 1 CHECK (show_typing IN (0, 1));

-- Online, away or here recently, and since when; only for the eyes of those who may see it.
ALTER TABLE account ADD COLUMN presence INTEGER CHECK (presence BETWEEN 0 AND 2);
ALTER TABLE account ADD COLUMN present_since INTEGER CHECK (present_since >= 0);
CREATE INDEX account_present ON account (presence, present_since) WHERE presence IS NOT NULL;

ALTER TABLE room ADD COLUMN name TEXT CHECK (length(name) BETWEEN 1 AND 256);
ALTER TABLE room ADD COLUMN expiry INTEGER NOT NULL DEFAULT 0 CHECK (expiry BETWEEN 0 AND 4);
ALTER TABLE room ADD COLUMN floor INTEGER NOT NULL DEFAULT 0 CHECK (floor >= 0);
ALTER TABLE room ADD COLUMN slow INTEGER NOT NULL DEFAULT 0 CHECK (slow >= 0);
-- Of a group: the command that created it, so that a repetition finds it.
ALTER TABLE room ADD COLUMN creator BLOB CHECK (length(creator) = 16);
ALTER TABLE room ADD COLUMN cid BLOB CHECK (length(cid) = 16);
CREATE UNIQUE INDEX room_once ON room (creator, cid) WHERE cid IS NOT NULL;
-- Groups that everybody has left.
CREATE INDEX room_ended ON room (expires) WHERE kind = 3 AND expires IS NOT NULL;

ALTER TABLE member ADD COLUMN got INTEGER NOT NULL DEFAULT 0 CHECK (got >= 0);
ALTER TABLE member ADD COLUMN role INTEGER NOT NULL DEFAULT 2 CHECK (role BETWEEN 0 AND 3);
ALTER TABLE member ADD COLUMN muted INTEGER CHECK (muted >= 0);
ALTER TABLE member ADD COLUMN banned INTEGER NOT NULL DEFAULT 0 CHECK (banned IN (0, 1));
ALTER TABLE member ADD COLUMN silent INTEGER NOT NULL DEFAULT 0 CHECK (silent IN (0, 1));
-- When the member wrote last, for slow mode.
ALTER TABLE member ADD COLUMN spoke INTEGER CHECK (spoke >= 0);
CREATE UNIQUE INDEX member_owner ON member (room) WHERE role = 0 AND left_at IS NULL;

CREATE TABLE invitation (
    id      BLOB PRIMARY KEY CHECK (length(id) = 16),
    room    BLOB NOT NULL REFERENCES room (id) ON DELETE CASCADE,
    account BLOB NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    through BLOB NOT NULL CHECK (length(through) = 16),
    by      INTEGER NOT NULL CHECK (by BETWEEN 1 AND 1000),
    at      INTEGER NOT NULL CHECK (at >= 0),
    -- NULL as long as it waits. An answered one stays until it is swept: a repeated answer finds it, and nobody is asked again at once.
    accepted INTEGER CHECK (accepted IN (0, 1)),
    UNIQUE (account, room)
) STRICT, WITHOUT ROWID;
CREATE INDEX invitation_at ON invitation (at);
CREATE INDEX invitation_room ON invitation (room, by);
CREATE INDEX invitation_through ON invitation (through);

-- Numbers with a space between.
ALTER TABLE message ADD COLUMN mentions TEXT CHECK (length(mentions) BETWEEN 1 AND 1000);
ALTER TABLE message ADD COLUMN expires INTEGER CHECK (expires >= 0);
CREATE INDEX message_expires ON message (expires) WHERE expires IS NOT NULL;

-- What lies in the store of files, once for everybody, under the SHA-256 of its bytes.
CREATE TABLE blob (
    hash  BLOB PRIMARY KEY CHECK (length(hash) = 32),
    bytes INTEGER NOT NULL CHECK (bytes >= 0),
    refs  INTEGER NOT NULL CHECK (refs >= 0)
) STRICT, WITHOUT ROWID;
CREATE INDEX blob_unused ON blob (refs) WHERE refs = 0;

CREATE TABLE attachment (
    room      BLOB NOT NULL,
    seq       INTEGER NOT NULL,
    account   BLOB NOT NULL CHECK (length(account) = 16), -- whose quota it takes from
    name      TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 1024),
    bytes     INTEGER NOT NULL CHECK (bytes >= 0),
    type      TEXT NOT NULL CHECK (length(type) BETWEEN 1 AND 256),
    width     INTEGER NOT NULL CHECK (width >= 0),
    height    INTEGER NOT NULL CHECK (height >= 0),
    thumbnail INTEGER NOT NULL CHECK (thumbnail >= 0),
    hash      BLOB NOT NULL REFERENCES blob (hash),
    small     BLOB REFERENCES blob (hash),
    expires   INTEGER NOT NULL CHECK (expires >= 0),
    PRIMARY KEY (room, seq),
    FOREIGN KEY (room, seq) REFERENCES message (room, seq) ON DELETE CASCADE,
    CHECK ((small IS NULL) = (thumbnail = 0))
) STRICT, WITHOUT ROWID;
CREATE INDEX attachment_account ON attachment (account, bytes);
CREATE INDEX attachment_expires ON attachment (expires);
CREATE INDEX attachment_hash ON attachment (hash);
CREATE INDEX attachment_small ON attachment (small) WHERE small IS NOT NULL;

-- One copy, counted references: nobody who takes an attachment away can forget them.
CREATE TRIGGER attachment_in AFTER INSERT ON attachment BEGIN UPDATE blob SET refs = refs + 1 WHERE hash IN (new.hash, new.small); END;
CREATE TRIGGER attachment_out AFTER DELETE ON attachment BEGIN UPDATE blob SET refs = refs - 1 WHERE hash IN (old.hash, old.small); END;

CREATE TABLE upload (
    id      BLOB PRIMARY KEY CHECK (length(id) = 16),
    account BLOB NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    device  BLOB NOT NULL REFERENCES device (id) ON DELETE CASCADE,
    room    BLOB NOT NULL REFERENCES room (id) ON DELETE CASCADE,
    cid     BLOB NOT NULL CHECK (length(cid) = 16),
    name    TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 1024),
    bytes   INTEGER NOT NULL CHECK (bytes >= 1),
    image   INTEGER NOT NULL CHECK (image IN (0, 1)),
    caption TEXT NOT NULL CHECK (length(caption) <= 65536),
    reply   INTEGER CHECK (reply >= 1),
    created INTEGER NOT NULL CHECK (created >= 0),
    UNIQUE (device, cid)
) STRICT, WITHOUT ROWID;
CREATE INDEX upload_account ON upload (account);
CREATE INDEX upload_room ON upload (room);
CREATE INDEX upload_created ON upload (created);

-- Where in a group somebody was blocked. Not where else the same person is: that would tell who is who.
CREATE TABLE hidden_member (
    block  BLOB NOT NULL REFERENCES block (id) ON DELETE CASCADE,
    room   BLOB NOT NULL REFERENCES room (id) ON DELETE CASCADE,
    member INTEGER NOT NULL CHECK (member >= 1),
    PRIMARY KEY (block, room)
) STRICT, WITHOUT ROWID;
CREATE INDEX hidden_member_room ON hidden_member (room);
