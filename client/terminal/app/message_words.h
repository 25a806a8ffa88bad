// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include "client/core/state/state.h"
#include "client/terminal/command/completion.h"

//! What messages show beside their words, and what commands about them mean, for both faces. Pure.
namespace jjak::terminal {

//! "[❤ 2]  👍 1", in brackets where that member has reacted so; empty when there are none.
QString reactionsLine(const QList<protocol::Reaction> &reactions, int member);

//! "민지", "You", "Host": whose message it is, in that room.
QString authorOf(const protocol::Room &room, const protocol::Message &message);
//! "민지: 안녕하세요": its author and its words on one line; `words` are those of a host's line.
QString quoteOf(const protocol::Room &room, const protocol::Message &message, const QString &words);

//! Has words that commands can be about: not deleted, no notice.
bool isNameable(const protocol::Message &message);
//! A text of that member, which is still there.
bool isTextOf(const protocol::Message &message, int member);

//! What a repeated command to react means: on, or taken back.
struct Reacting {
    QString emoji; //!< in the form in which it stands there already
    bool on = true;
    bool operator==(const Reacting &) const = default;
};
Reacting reactingTo(const protocol::Message &message, int member, const QString &emoji);

//! What commands can name, for completion: of messages with the oldest first the newest first.
QList<Nameable> nameablesOf(const QList<protocol::Message> &messages, int member);

} // namespace jjak::terminal
