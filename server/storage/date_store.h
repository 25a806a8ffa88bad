// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/app/ports/dates.h"
#include "server/storage/database.h"

namespace jjak::storage {

//! The blind dates and their seats.
class SqlDateStore final : public app::DateStore {
public:
    explicit SqlDateStore(Database &database) : m_database(database) {}

    std::optional<domain::Date> find(DateId id) override;
    std::optional<domain::Date> ofRoom(RoomId room) override;
    std::optional<domain::Date> activeOf(AccountId account) override;
    //! Failure::Command: more seats than its size, an account twice or with an active seat in another date, a choice of
    //! oneself, an open date that is never due, a closed one that has not ended. Of two dates that exchange a seat, the one
    //! that gives it away is saved first.
    void save(const domain::Date &date, std::optional<Time> due) override;
    QList<DateId> due(Time now, int limit) override;
    QList<DateId> lobbies(EventId event, int limit) override;
    void allLost(Time now) override;
    void removeEnded(Time before, int limit) override;

private:
    std::optional<domain::Date> withSeats(std::optional<domain::Date> date);
    void saveSeats(const domain::Date &date);

    Database &m_database;
};

} // namespace jjak::storage
