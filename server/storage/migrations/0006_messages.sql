-- SPDX-FileCopyrightText: The Jjak authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Messages can be answered, edited, deleted and reacted to. Every change of one takes the room's next change number.

ALTER TABLE room ADD COLUMN changes INTEGER NOT NULL DEFAULT 0 CHECK (changes >= 0);

ALTER TABLE message ADD COLUMN reply INTEGER CHECK (reply >= 1 AND reply < seq);
ALTER TABLE message ADD COLUMN edited INTEGER CHECK (edited >= 0);
-- A line each: the emoji and the numbers of the members.
ALTER TABLE message ADD COLUMN reactions TEXT CHECK (length(reactions) BETWEEN 3 AND 100000);
ALTER TABLE message ADD COLUMN deleted INTEGER CHECK (deleted IS NULL OR (deleted >= 0 AND text = '' AND reactions IS NULL));
ALTER TABLE message ADD COLUMN change INTEGER CHECK (change >= 1);
CREATE UNIQUE INDEX message_change ON message (room, change) WHERE change IS NOT NULL;

-- What an edited message said before, for reports; goes with its message.
CREATE TABLE earlier (
    room   BLOB NOT NULL,
    seq    INTEGER NOT NULL,
    change INTEGER NOT NULL CHECK (change >= 0), -- that gave it these words; 0: it was sent with them
    at     INTEGER NOT NULL CHECK (at >= 0),
    text   TEXT NOT NULL CHECK (length(text) <= 65536),
    PRIMARY KEY (room, seq, change),
    FOREIGN KEY (room, seq) REFERENCES message (room, seq) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
