// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sim/bistro.h"

namespace jjak::sim {

//! Watches the bistro: compares what is stored after every batch with what was before it, by plain rules of its own.
class Waiter {
public:
    explicit Waiter(Bistro &bistro) : m_bistro(bistro) {}

    //! worked: everything of it was stored.
    void afterBatch(const std::vector<app::Job> &jobs, bool worked);
    //! Slower, now and then: what everybody sees, and what was written where.
    void everything();
    //! Only kept tables are there, and no room of those that ended.
    void atTheEnd();

private:
    using Couple = std::pair<AccountId, AccountId>;
    static Couple couple(AccountId a, AccountId b) { return {std::min(a, b), std::max(a, b)}; }

    void note(const std::vector<app::Job> &jobs);
    void check(const domain::CoffeeTable &before, const domain::CoffeeTable &after);
    void checkSeats(const domain::CoffeeTable &table);
    void checkLine(const domain::CoffeeTable &before, const domain::CoffeeTable &after);
    void checkCompany(const domain::CoffeeTable &before, const domain::CoffeeTable &after);
    void checkPhase(const domain::CoffeeTable &before, const domain::CoffeeTable &after);
    void checkRoom(const domain::CoffeeTable &table);
    void checkRooms(const QMap<TableId, domain::CoffeeTable> &now);
    void checkDue(const domain::CoffeeTable &table);
    void count(const domain::CoffeeTable &before, const domain::CoffeeTable &after);
    QSet<Couple> blocks();

    Bistro &m_bistro;
    QMap<TableId, domain::CoffeeTable> m_known;
    QMap<TableId, domain::CoffeeTable> m_over;
    QSet<Couple> m_blocked;
    QSet<std::pair<AccountId, TableId>> m_leaving; //!< in this batch
};

} // namespace jjak::sim
