// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <variant>

#include "common/protocol/date_values.h"
#include "common/protocol/table_values.h"

namespace jjak {

inline size_t qHash(const std::variant<EventId, TableId> &id, size_t seed = 0) noexcept
{
    return std::visit([seed](const auto &one) { return qHash(one, seed); }, id);
}

} // namespace jjak

namespace jjak::client {

//! Which event, or which coffee table.
using OccasionId = std::variant<EventId, TableId>;

//! Something at a time, as a calendar and a reminder know it: an event, or a coffee table. Who is there it does not know.
struct Occasion {
    //! A table has no end of its own, and a calendar wants one.
    static constexpr Duration tableLasts = std::chrono::hours(1);

    OccasionId id;
    qint64 version = 0;
    QString heading = {};  //!< the event's title, or the table's topic
    Time from{};
    Time until{};
    bool closed = false;   //!< is not held, or is over already
    bool attended = true;  //!< one has a seat there; events are for everybody
    bool isTable() const { return std::holds_alternative<TableId>(id); }
    bool operator==(const Occasion &) const = default;
};

inline Occasion occasionOf(const protocol::EventInfo &event)
{
    return {event.event, event.version, event.heading, event.from, event.until, event.closed};
}

inline Occasion occasionOf(const protocol::Table &table)
{
    const bool seated = table.mine == protocol::Standing::Seated || table.mine == protocol::Standing::Host;
    return {table.table, table.version, table.topic, table.at, table.at + Occasion::tableLasts, table.phase == protocol::TablePhase::Ended, seated};
}

} // namespace jjak::client
