-- SPDX-FileCopyrightText: The Jjak authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- A post on which more hangs than is taken away at once: nobody sees it any more, and nothing is left of what it said, but the rows
-- are still there.

ALTER TABLE post ADD COLUMN erased INTEGER NOT NULL DEFAULT 0 CHECK (erased IN (0, 1));
CREATE INDEX post_erased ON post (erased) WHERE erased = 1;
