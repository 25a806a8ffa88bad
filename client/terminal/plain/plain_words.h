// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include "client/terminal/app/date_watch.h"
#include "client/terminal/app/nearby_watch.h"
#include "client/terminal/screen/view.h"

//! What the plain mode says, line by line. Pure.
namespace jjak::terminal {

//! "[2] 민지: 안녕하세요 #12"; a text of several lines goes on indented; a notice has no author, nor a number. What it answers
//! and the reactions to it follow, indented.
QStringList spokenMessage(int room, const MessageLine &message);
//! What has become of a message since it was told; empty: nothing to say.
QStringList spokenChange(int number, const protocol::Room &room, const protocol::Message &before, const protocol::Message &now);
//! nullopt: nothing to say. `search` as Commander::search().
std::optional<QString> spokenNews(const NearbyNews &news, const std::optional<protocol::Proposal> &proposal, const QString &search);
//! The same about a blind date; empty: nothing to say.
QStringList spokenNews(const DateNews &news, const protocol::BlindDate &blindDate, Time serverNow);

} // namespace jjak::terminal
