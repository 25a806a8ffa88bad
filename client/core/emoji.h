// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <optional>
#include <vector>

//! Emoji for those who cannot type them: their names in both languages, the same in every client.
namespace jjak::client {

enum class EmojiGroup { Faces, People, Hearts, Nature, Food, Activity, Travel, Objects, Symbols };

//! An emoji that has names: ":heart:", ":하트:". The first of each language is the one that is shown.
struct NamedEmoji {
    QString emoji;
    QStringList names;
    QStringList korean;
    EmojiGroup group = EmojiGroup::Faces;

    //! In the language of the default QLocale.
    QString name() const;
    //! ":heart:", as it is typed.
    QString typed() const { return u':' + names.first() + u':'; }
};

//! All of them, group by group. No name belongs to two.
const std::vector<NamedEmoji> &namedEmoji();
//! The one of exactly that name, without colons, whatever the case; nullptr when there is none.
const NamedEmoji *emojiNamed(QStringView name);
//! The one that shows this picture; nullptr when it has no name.
const NamedEmoji *nameOfEmoji(const QString &emoji);
//! Those with a name, or a word of one, that begins like this, in either language, the likeliest first. None for
//! nothing.
std::vector<const NamedEmoji *> emojiLike(QStringView begun);

//! What people react with most, to be offered first.
QStringList usualReactions();

//! The emoji that is meant: by its name, with or without colons, or itself; nullopt when it cannot be one.
std::optional<QString> emojiFrom(const QString &typed);
//! The same picture; the mark that asks for colours does not count.
bool isSameEmoji(const QString &one, const QString &other);

//! The list of emoji used last, newest first, after one more was used.
QStringList withRecentEmoji(QStringList recent, const QString &used);

} // namespace jjak::client
