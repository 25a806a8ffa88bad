-- SPDX-FileCopyrightText: The Jjak authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Every page of a feed asks who has blocked the reader, and that must not look at everybody's blocks.

CREATE INDEX block_blocked ON block (blocked, blocker);
