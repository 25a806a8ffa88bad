-- SPDX-FileCopyrightText: The Jjak authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Messages that are gone, and finding those that are there.

-- That a message was sent, when the message itself is gone: sending it again has no effect still.
CREATE TABLE sent (
    device BLOB NOT NULL CHECK (length(device) = 16),
    cid    BLOB NOT NULL CHECK (length(cid) = 16),
    room   BLOB NOT NULL CHECK (length(room) = 16),
    seq    INTEGER NOT NULL CHECK (seq >= 1),
    at     INTEGER NOT NULL CHECK (at >= 0),
    until  INTEGER NOT NULL CHECK (until >= 0),
    PRIMARY KEY (device, cid)
) STRICT, WITHOUT ROWID;
CREATE INDEX sent_until ON sent (until);

-- What may be in 32 messages of a room, numbers 32 * block + 1 and on; see server/domain/rooms/digest.h. A block without
-- a digest is read, so that it is enough to remove the digest of what changes.
CREATE TABLE digest (
    room  BLOB NOT NULL REFERENCES room (id) ON DELETE CASCADE,
    block INTEGER NOT NULL CHECK (block >= 0),
    at    INTEGER NOT NULL CHECK (at >= 0), -- of the first of them
    bits  BLOB NOT NULL CHECK (length(bits) = 896),
    PRIMARY KEY (room, block)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER digest_deleted AFTER DELETE ON message BEGIN DELETE FROM digest WHERE room = old.room AND block = (old.seq - 1) / 32; END;
CREATE TRIGGER digest_changed AFTER UPDATE OF text ON message WHEN old.text IS NOT new.text BEGIN DELETE FROM digest WHERE room = old.room AND block = (old.seq - 1) / 32; END;
CREATE TRIGGER digest_file_in AFTER INSERT ON attachment BEGIN DELETE FROM digest WHERE room = new.room AND block = (new.seq - 1) / 32; END;
CREATE TRIGGER digest_file_out AFTER DELETE ON attachment BEGIN DELETE FROM digest WHERE room = old.room AND block = (old.seq - 1) / 32; END;
