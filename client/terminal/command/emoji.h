// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <optional>
#include <span>

//! Emoji for those who cannot type them. Pure.
namespace jjak::terminal {

//! An emoji that has a name: ":heart:".
struct NamedEmoji {
    QLatin1StringView name;
    QStringView korean; //!< the same in Korean
    QStringView emoji;
};

std::span<const NamedEmoji> namedEmoji();
//! The emoji that is meant: by its name, with or without colons, or itself; nullopt when it cannot be one.
std::optional<QString> emojiFrom(const QString &typed);
//! The same picture; the mark that asks for colours does not count.
bool isSameEmoji(const QString &one, const QString &other);

} // namespace jjak::terminal
