-- SPDX-FileCopyrightText: The Jjak authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The lounge: who one is there, posts, comments, and what is counted. Every number that pages are ordered by is kept up to date with
-- what changes it, so that no page counts or sorts more than it shows.

CREATE TABLE persona (
    account   BLOB PRIMARY KEY REFERENCES account (id) ON DELETE CASCADE,
    id        BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    name      TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 64),
    folded    TEXT NOT NULL UNIQUE CHECK (length(folded) BETWEEN 1 AND 256),
    line      TEXT NOT NULL CHECK (length(line) <= 256),
    languages TEXT NOT NULL, -- one a line
    interests TEXT NOT NULL, -- one a line
    ranked    INTEGER NOT NULL CHECK (ranked IN (0, 1))
) STRICT, WITHOUT ROWID;

-- In order of `number` the table is the feed of what is new.
CREATE TABLE post (
    number    INTEGER PRIMARY KEY AUTOINCREMENT,
    id        BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    author    BLOB NOT NULL REFERENCES persona (account) ON DELETE CASCADE,
    cid       BLOB NOT NULL CHECK (length(cid) = 16),
    title     TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 256),
    text      TEXT NOT NULL CHECK (length(text) <= 65536),
    tags      TEXT NOT NULL, -- one a line
    at        INTEGER NOT NULL CHECK (at >= 0),
    edited    INTEGER CHECK (edited >= 0),
    likes     INTEGER NOT NULL DEFAULT 0 CHECK (likes >= 0),
    comments  INTEGER NOT NULL DEFAULT 0 CHECK (comments >= 0),
    views     INTEGER NOT NULL DEFAULT 0 CHECK (views >= 0),
    people    INTEGER NOT NULL DEFAULT 0 CHECK (people >= 0), -- who count for the formula
    reads     INTEGER NOT NULL DEFAULT 0 CHECK (reads >= 0), -- views of the last seven days that count
    ranked    INTEGER NOT NULL CHECK (ranked IN (0, 1)), -- as the author's persona
    day_rank  INTEGER, -- NULL: older than a day
    week_rank INTEGER, -- NULL: older than a week
    UNIQUE (author, cid)
) STRICT;
CREATE INDEX post_author ON post (author, number);
CREATE INDEX post_day ON post (day_rank, number) WHERE day_rank IS NOT NULL;
CREATE INDEX post_week ON post (week_rank, number) WHERE week_rank IS NOT NULL;
CREATE INDEX post_author_day ON post (author, day_rank, number) WHERE day_rank IS NOT NULL;
CREATE INDEX post_author_week ON post (author, week_rank, number) WHERE week_rank IS NOT NULL;
CREATE INDEX post_day_at ON post (at) WHERE day_rank IS NOT NULL;
CREATE INDEX post_week_at ON post (at) WHERE week_rank IS NOT NULL;
CREATE INDEX post_reads ON post (reads, number) WHERE ranked = 1 AND reads > 0;

CREATE TABLE post_tag (
    tag  TEXT NOT NULL CHECK (length(tag) BETWEEN 1 AND 256),
    post INTEGER NOT NULL REFERENCES post (number) ON DELETE CASCADE,
    PRIMARY KEY (tag, post)
) STRICT, WITHOUT ROWID;
CREATE INDEX post_tag_post ON post_tag (post);

-- What somebody did with a post; `counts`: their account was old enough when they did the first of it.
CREATE TABLE post_person (
    post     INTEGER NOT NULL REFERENCES post (number) ON DELETE CASCADE,
    account  BLOB NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    liked    INTEGER CHECK (liked >= 0), -- when
    comments INTEGER NOT NULL DEFAULT 0 CHECK (comments >= 0),
    counts   INTEGER NOT NULL CHECK (counts IN (0, 1)),
    PRIMARY KEY (post, account)
) STRICT, WITHOUT ROWID;
CREATE INDEX post_person_liked ON post_person (account, liked, post) WHERE liked IS NOT NULL;

CREATE TABLE comment (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    id     BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    post   INTEGER NOT NULL REFERENCES post (number) ON DELETE CASCADE,
    author BLOB NOT NULL REFERENCES persona (account) ON DELETE CASCADE,
    cid    BLOB NOT NULL CHECK (length(cid) = 16),
    text   TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 65536),
    at     INTEGER NOT NULL CHECK (at >= 0),
    edited INTEGER CHECK (edited >= 0),
    likes  INTEGER NOT NULL DEFAULT 0 CHECK (likes >= 0),
    UNIQUE (author, cid)
) STRICT;
CREATE INDEX comment_post ON comment (post, number);

CREATE TABLE comment_like (
    comment INTEGER NOT NULL REFERENCES comment (number) ON DELETE CASCADE,
    account BLOB NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    PRIMARY KEY (comment, account)
) STRICT, WITHOUT ROWID;
CREATE INDEX comment_like_account ON comment_like (account);

-- Posts and comments that were deleted: writing them again with the same id has no effect still.
CREATE TABLE spent_writing (
    author  BLOB NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    comment INTEGER NOT NULL CHECK (comment IN (0, 1)), -- what it was
    cid     BLOB NOT NULL CHECK (length(cid) = 16),
    id      BLOB NOT NULL CHECK (length(id) = 16),
    until   INTEGER NOT NULL CHECK (until >= 0),
    PRIMARY KEY (author, comment, cid)
) STRICT, WITHOUT ROWID;
CREATE INDEX spent_writing_until ON spent_writing (until);

-- Who opened a post on which day (days since 1970); kept for seven days.
CREATE TABLE post_view (
    day     INTEGER NOT NULL CHECK (day >= 0),
    post    INTEGER NOT NULL REFERENCES post (number) ON DELETE CASCADE,
    account BLOB NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    counts  INTEGER NOT NULL CHECK (counts IN (0, 1)),
    PRIMARY KEY (day, post, account)
) STRICT, WITHOUT ROWID;
CREATE INDEX post_view_post ON post_view (post);
CREATE INDEX post_view_account ON post_view (account);
CREATE TRIGGER post_view_out AFTER DELETE ON post_view WHEN old.counts = 1 BEGIN UPDATE post SET reads = reads - 1 WHERE number = old.post AND reads > 0; END;

-- Posts and comments of the last 24 hours by those who count, under each of their tags: they go with the post or comment. And how
-- many people these are for each tag.
CREATE TABLE tag_use (
    number  INTEGER PRIMARY KEY,
    tag     TEXT NOT NULL CHECK (length(tag) BETWEEN 1 AND 256),
    account BLOB NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    post    INTEGER NOT NULL REFERENCES post (number) ON DELETE CASCADE,
    comment INTEGER REFERENCES comment (number) ON DELETE CASCADE,
    at      INTEGER NOT NULL CHECK (at >= 0)
) STRICT;
CREATE INDEX tag_use_tag ON tag_use (tag, account);
CREATE INDEX tag_use_account ON tag_use (account);
CREATE INDEX tag_use_post ON tag_use (post);
CREATE INDEX tag_use_comment ON tag_use (comment);
CREATE INDEX tag_use_at ON tag_use (at);
CREATE TABLE tag (
    tag    TEXT PRIMARY KEY CHECK (length(tag) BETWEEN 1 AND 256),
    people INTEGER NOT NULL CHECK (people >= 0)
) STRICT, WITHOUT ROWID;
CREATE INDEX tag_people ON tag (people, tag);
CREATE TRIGGER tag_use_in AFTER INSERT ON tag_use WHEN NOT EXISTS (SELECT 1 FROM tag_use u WHERE u.tag = new.tag AND u.account = new.account AND u.number <> new.number) BEGIN INSERT INTO tag (tag, people) VALUES (new.tag, 1) ON CONFLICT (tag) DO UPDATE SET people = people + 1; END;
CREATE TRIGGER tag_use_out AFTER DELETE ON tag_use WHEN NOT EXISTS (SELECT 1 FROM tag_use u WHERE u.tag = old.tag AND u.account = old.account) BEGIN UPDATE tag SET people = people - 1 WHERE tag = old.tag; DELETE FROM tag WHERE tag = old.tag AND people = 0; END;

-- What may be in 8 posts, numbers 8 * block + 1 and on, as in `digest`: posts are longer than messages. A block without a digest is read.
CREATE TABLE post_digest (
    block INTEGER PRIMARY KEY CHECK (block >= 0),
    bits  BLOB NOT NULL CHECK (length(bits) = 896)
) STRICT;
CREATE TRIGGER post_digest_deleted AFTER DELETE ON post BEGIN DELETE FROM post_digest WHERE block = (old.number - 1) / 8; END;
CREATE TRIGGER post_digest_changed AFTER UPDATE OF title, text, tags ON post BEGIN DELETE FROM post_digest WHERE block = (old.number - 1) / 8; END;
