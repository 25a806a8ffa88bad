// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include "client/core/lounge/table_watch.h"
#include "common/protocol/table_values.h"

//! What is said about coffee tables, the same on cards, in dialogs, in notifications and to screen readers. Names and topics
//! are of others: they are made safe to draw here.
namespace jjak::desktop {

//! "Today, 21:00", with the host's clock when that is another one; "Open now"; "Ended".
[[nodiscard]] QString tableWhenText(const protocol::Table &table, Time now);
[[nodiscard]] QString guestText(const protocol::TableGuest &guest); //!< with "demo" when it is one
//! "2 of 4 seats taken: Mina, Jun"; without `names` only how many.
[[nodiscard]] QString seatsText(const protocol::Table &table, bool names);
//! Language, line, and whether the host decides: "한국어 · 2 in line".
[[nodiscard]] QString tableDetailText(const protocol::Table &table);
//! What one has to do with it oneself, and what comes next; empty when the buttons say all.
[[nodiscard]] QString standingText(const protocol::Table &table, Time now);
//! What becomes of it when nobody says anything any more; empty before it is open.
[[nodiscard]] QString keepingText(const protocol::Table &table);
//! The whole card in one sentence.
[[nodiscard]] QString accessibleText(const protocol::Table &table, Time now);
//! What is new about one's own table, as one sentence.
[[nodiscard]] QString tableNewsText(const protocol::Table &table, const client::TableNews &news, Time now);

//! What one can do with a table as it is.
enum class TableAct {
    Join,    //!< takes a seat
    Ask,     //!< the host for one
    Line,    //!< waits for one
    Take,    //!< the one that is kept
    Room,    //!< to its messages
    Keep,    //!< wants to keep it, or no more
    Thank,   //!< the host, or no more
    Leave,   //!< whatever one has of it
    Rename,
    Close,
};

//! The most telling first; the first of Join, Ask, Line, Take and Room is the one to do.
[[nodiscard]] QList<TableAct> actsFor(const protocol::Table &table);
//! The caption of its button.
[[nodiscard]] QString actText(TableAct act, const protocol::Table &table);

} // namespace jjak::desktop
