// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include "common/protocol/date_values.h"

namespace jjak::terminal {

//! What one guest saw of a blind date, and what was wrong with it. Pure.
class DateRecord {
public:
    //! Every state of the date, in the order in which they were told.
    void see(const protocol::Date &date);
    //! Every message of its room.
    void hear(const protocol::Message &message);
    //! It is over: what was missing, doubled or out of order; empty when all was well.
    QStringList problems() const;
    //! When it began, as the server tells; nullopt before.
    std::optional<Time> start() const { return m_start; }

private:
    std::optional<Time> m_start;
    std::optional<protocol::Date> m_last;
    QStringList m_phases; //!< "talk 2"
    QStringList m_topics;
    QStringList m_host;   //!< keys, in the order in which they were said
    qint64 m_seq = 0;
    QStringList m_problems;
};

//! "talk 2", "arrow": for the record, not for people.
QString phaseKey(const protocol::Date &date);

} // namespace jjak::terminal
