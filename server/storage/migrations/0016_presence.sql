-- SPDX-FileCopyrightText: The Jjak authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Whether somebody is there changes all the time, who somebody is hardly ever: accounts are read everywhere, and servers that share a database
-- keep what they read apart from what others change, by pages of indexes, too. So what changes stands by itself.

CREATE TABLE presence (
    account BLOB PRIMARY KEY REFERENCES account (id) ON DELETE CASCADE,
    state   INTEGER CHECK (state BETWEEN 0 AND 2), -- online, away, or here recently; NULL: not lately
    since   INTEGER NOT NULL CHECK (since >= 0)
) STRICT, WITHOUT ROWID;
INSERT INTO presence (account, state, since) SELECT id, presence, present_since FROM account WHERE presence IS NOT NULL;
CREATE INDEX presence_state ON presence (state, since) WHERE state IS NOT NULL;

-- The columns stay, empty: to drop one SQLite reads its whole schema anew, 10 ms for each in every new database.
DROP INDEX account_present;
UPDATE account SET presence = NULL, present_since = NULL WHERE presence IS NOT NULL;
