-- SPDX-FileCopyrightText: The Jjak authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Thanks of guests to the hosts of tables, and how many guests each host has thanks of: people, however often they came.

CREATE TABLE thanks (
    seating BLOB NOT NULL REFERENCES coffee_table (id) ON DELETE CASCADE,
    guest   BLOB NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    host    BLOB NOT NULL REFERENCES persona (account) ON DELETE CASCADE,
    at      INTEGER NOT NULL CHECK (at >= 0),
    counts  INTEGER NOT NULL CHECK (counts IN (0, 1)), -- the guest's account was old enough, and it is no longer ago than seven days
    PRIMARY KEY (seating, guest),
    CHECK (guest <> host)
) STRICT, WITHOUT ROWID;
CREATE INDEX thanks_host ON thanks (host, guest) WHERE counts = 1;
CREATE INDEX thanks_at ON thanks (at) WHERE counts = 1;
CREATE INDEX thanks_guest ON thanks (guest);

CREATE TABLE thanked_host (
    host   BLOB PRIMARY KEY REFERENCES persona (account) ON DELETE CASCADE,
    guests INTEGER NOT NULL CHECK (guests >= 0),
    ranked INTEGER NOT NULL CHECK (ranked IN (0, 1)) -- as the host's persona
) STRICT, WITHOUT ROWID;
CREATE INDEX thanked_host_best ON thanked_host (guests, host) WHERE ranked = 1;

CREATE TRIGGER thanks_in AFTER INSERT ON thanks WHEN new.counts = 1 AND NOT EXISTS (SELECT 1 FROM thanks o WHERE o.host = new.host AND o.guest = new.guest AND o.counts = 1 AND o.seating <> new.seating) BEGIN INSERT INTO thanked_host (host, guests, ranked) SELECT account, 1, ranked FROM persona WHERE account = new.host ON CONFLICT (host) DO UPDATE SET guests = guests + 1; END;
CREATE TRIGGER thanks_out AFTER DELETE ON thanks WHEN old.counts = 1 AND NOT EXISTS (SELECT 1 FROM thanks o WHERE o.host = old.host AND o.guest = old.guest AND o.counts = 1) BEGIN UPDATE thanked_host SET guests = guests - 1 WHERE host = old.host; DELETE FROM thanked_host WHERE host = old.host AND guests = 0; END;
CREATE TRIGGER thanks_aged AFTER UPDATE OF counts ON thanks WHEN old.counts = 1 AND new.counts = 0 AND NOT EXISTS (SELECT 1 FROM thanks o WHERE o.host = old.host AND o.guest = old.guest AND o.counts = 1) BEGIN UPDATE thanked_host SET guests = guests - 1 WHERE host = old.host; DELETE FROM thanked_host WHERE host = old.host AND guests = 0; END;
