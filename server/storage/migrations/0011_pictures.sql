-- SPDX-FileCopyrightText: The Jjak authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Pictures of posts. They come up as files do, but for no room: so an upload without one is a picture.

CREATE TABLE new_upload (
    id      BLOB PRIMARY KEY CHECK (length(id) = 16),
    account BLOB NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    device  BLOB NOT NULL REFERENCES device (id) ON DELETE CASCADE,
    room    BLOB REFERENCES room (id) ON DELETE CASCADE,
    cid     BLOB NOT NULL CHECK (length(cid) = 16),
    name    TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 1024),
    bytes   INTEGER NOT NULL CHECK (bytes >= 1),
    image   INTEGER NOT NULL CHECK (image IN (0, 1)),
    caption TEXT NOT NULL CHECK (length(caption) <= 65536),
    reply   INTEGER CHECK (reply >= 1),
    created INTEGER NOT NULL CHECK (created >= 0),
    UNIQUE (device, cid),
    CHECK (room IS NOT NULL OR (image = 1 AND caption = '' AND reply IS NULL))
) STRICT, WITHOUT ROWID;
INSERT INTO new_upload (id, account, device, room, cid, name, bytes, image, caption, reply, created) SELECT id, account, device, room, cid, name, bytes, image, caption, reply, created FROM upload;
DROP TABLE upload;
ALTER TABLE new_upload RENAME TO upload;
CREATE INDEX upload_account ON upload (account);
CREATE INDEX upload_room ON upload (room);
CREATE INDEX upload_created ON upload (created);

-- A picture that was made safe; without a post it waits for one, and not for long.
CREATE TABLE picture (
    id        BLOB PRIMARY KEY CHECK (length(id) = 16), -- that of the upload it came by
    account   BLOB NOT NULL REFERENCES account (id) ON DELETE CASCADE, -- whose quota it takes from
    device    BLOB NOT NULL CHECK (length(device) = 16), -- it may be signed out since
    cid       BLOB NOT NULL CHECK (length(cid) = 16),
    sent      INTEGER NOT NULL CHECK (sent >= 1), -- bytes that went up
    post      INTEGER REFERENCES post (number) ON DELETE CASCADE,
    place     INTEGER CHECK (place >= 0), -- the author's order
    name      TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 1024),
    bytes     INTEGER NOT NULL CHECK (bytes >= 0),
    type      TEXT NOT NULL CHECK (length(type) BETWEEN 1 AND 256),
    width     INTEGER NOT NULL CHECK (width >= 0),
    height    INTEGER NOT NULL CHECK (height >= 0),
    thumbnail INTEGER NOT NULL CHECK (thumbnail >= 1),
    hash      BLOB NOT NULL REFERENCES blob (hash),
    small     BLOB NOT NULL REFERENCES blob (hash),
    created   INTEGER NOT NULL CHECK (created >= 0),
    UNIQUE (device, cid),
    UNIQUE (post, place),
    CHECK ((post IS NULL) = (place IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX picture_account ON picture (account, bytes);
CREATE INDEX picture_waiting ON picture (created) WHERE post IS NULL;
CREATE INDEX picture_hash ON picture (hash);
CREATE INDEX picture_small ON picture (small);

-- As those of attachment: nobody who takes a picture away, or its post, can forget its files.
CREATE TRIGGER picture_in AFTER INSERT ON picture BEGIN UPDATE blob SET refs = refs + 1 WHERE hash IN (new.hash, new.small); END;
CREATE TRIGGER picture_out AFTER DELETE ON picture BEGIN UPDATE blob SET refs = refs - 1 WHERE hash IN (old.hash, old.small); END;
