// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <mutex>

#include "server/app/ports/fan_out.h"

namespace jjak::app {

//! How new the copy of the database must be that answers somebody: never older than what they have been told. Positions are those of the
//! database's log, and grow. Any thread.
class Freshness {
public:
    //! Before the recipients get it: what was kept at that position. 0: nobody knows at which, so until the next one that is known no copy
    //! answers anybody.
    void told(const std::vector<Outgoing> &outgoing, quint64 position);
    //! The position that an answer to this caller must not be behind; 0: any will do, the largest number: none.
    quint64 neededFor(const Caller &caller) const;
    //! The latest that was told to anybody.
    quint64 latest() const;
    //! A copy has come so far: needs up to there are forgotten, now and then.
    void reached(quint64 position);

private:
    mutable std::mutex m_mutex;
    quint64 m_latest = 0, m_everybody = 0;
    bool m_unknown = false;
    QHash<AccountId, quint64> m_accounts;
    QHash<ConnectionId, quint64> m_connections;
};

} // namespace jjak::app
