-- SPDX-FileCopyrightText: The Jjak authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What a connection to PostgreSQL changed last, so that a commit without an answer can be found again. PostgreSQL's own numbers do not do: those
-- of transactions that a crash took with it are given again. A file needs none, its table stays empty.

CREATE TABLE commit_mark (
    connection INTEGER PRIMARY KEY, -- drawn at random
    number     INTEGER NOT NULL CHECK (number > 0)
) STRICT;
