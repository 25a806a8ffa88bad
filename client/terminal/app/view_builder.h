// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>

#include "client/core/session.h"
#include "client/terminal/app/commander.h"
#include "client/terminal/screen/view.h"

//! From the models of the Session to the plain data of a View: cleaned, numbered, put into words.
namespace jjak::terminal {

std::vector<RoomLine> roomLines(client::RoomListModel &rooms, RoomId open, QDate today);
//! The last \a most loaded messages; `me`: one's own member number in that room.
std::vector<MessageLine> messageLines(client::MessageListModel &messages, int me, int most, QDate today);
MessageLine messageLine(client::MessageListModel &messages, int me, int row, QDate today);

//! What stands in a message, also of a host, a notice or one that is deleted.
QString wordsOf(const client::Session &session, const client::RoomEntry &entry, const protocol::Message &message);
//! The same as messageLine() for programs without models: author, words and what belongs to them; no times, no marks.
MessageLine spokenLine(const client::Session &session, const client::RoomEntry &entry, const protocol::Message &message);

//! Name and state of the open chat for its heading.
QString roomTitle(const client::State &state, const protocol::Room &room);
QString roomSubtitle(const protocol::Room &room);
//! "… is writing", empty when nobody is.
QString typingLine(const client::RoomEntry &entry);

//! The left end of the status line: connection, and what is being waited for.
QString statusLine(Commander &commander, Time now);
//! What to show while no chat is open.
QStringList welcomeLines(Commander &commander);
ProposalBox proposalBox(const protocol::Proposal &proposal, Time serverNow);

} // namespace jjak::terminal
