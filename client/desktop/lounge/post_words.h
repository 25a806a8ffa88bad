// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "common/protocol/lounge_values.h"

//! What is said around a post, the same in lists, on its page and to screen readers.
namespace jjak::desktop {

//! "just now", "5 min ago", "3 h ago", "2 d ago", then the date.
[[nodiscard]] QString ageText(Time at, Time now);
//! Who and when; with "edited" when it was.
[[nodiscard]] QString byText(const QString &name, Time at, bool edited, Time now);
[[nodiscard]] QString tagText(const QString &tag);
//! "12", "3.4k".
[[nodiscard]] QString countText(int count);
//! "%n people like it", for tool tips and screen readers.
[[nodiscard]] QString likesText(int likes);
[[nodiscard]] QString commentsText(int comments);
[[nodiscard]] QString viewsText(int views);
//! The whole card in one sentence.
[[nodiscard]] QString accessibleText(const protocol::Post &post, Time now);

} // namespace jjak::desktop
