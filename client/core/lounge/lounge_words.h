// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include "common/protocol/lounge_values.h"

namespace jjak::client {

//! A post's Markdown as text that can be read anywhere: without marks, links as "words (https://…)", images as what they
//! are called. Tags of HTML are text here as everywhere in the lounge. `whole`: false of a text that was cut off; then marks
//! that are still open at its end are gone too, and it ends with "…".
QString plainText(const QString &markdown, bool whole = true);
//! The same in one line; quotes are like other words there.
QString plainLine(const QString &markdown, bool whole = true);

//! How popular is counted, with its numbers.
QString popularityHelp();

//! What of oneself in the lounge who can see; without a profile: before one takes a name.
QStringList whoSeesWhat(const std::optional<protocol::Profile> &profile = {});

} // namespace jjak::client
