// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace jjak::faults {

//! Watches in the database who runs streams: how often somebody was refused because the stream has another owner by now, and how often somebody was not.
//! The servers know nothing of it. What it counts holds while they keep their connections to the database.
class FenceAudit {
public:
    //! With the fence as it is, or without: then claiming a stream does not raise it any more, so that nobody is refused.
    enum class Fence { Kept, TakenAway };
    struct Count {
        qint64 claims = 0;
        qint64 refused = 0;  //!< transactions of who was owner no more
        qint64 accepted = 0; //!< the same, that were let through
    };

    //! The tables must be there. Throws std::runtime_error, as count().
    FenceAudit(const QString &database, Fence fence);
    Count count() const;

private:
    const QString m_database;
};

} // namespace jjak::faults
