// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/storage/agenda_store.h"

namespace jjak::storage {

using namespace Qt::StringLiterals;

std::optional<Time> SqlAgenda::next(Duration ticketGrace)
{
    // Each part is the first entry of an index; min() over them leaves out those that have none.
    const auto due = m_database.value<std::optional<Time>>(u"SELECT min(at) FROM ("
                                                           "SELECT (SELECT deadline FROM proposal WHERE outcome IS NULL ORDER BY deadline LIMIT 1) AS at "
                                                           "UNION ALL SELECT (SELECT until FROM apart ORDER BY until LIMIT 1) "
                                                           "UNION ALL SELECT (SELECT due FROM blind_date WHERE closed = 0 ORDER BY due LIMIT 1) "
                                                           "UNION ALL SELECT (SELECT ends FROM event WHERE closed = 0 ORDER BY ends LIMIT 1) "
                                                           "UNION ALL SELECT (SELECT due FROM coffee_table WHERE due IS NOT NULL ORDER BY due LIMIT 1) "
                                                           "UNION ALL SELECT (SELECT expires FROM message WHERE expires IS NOT NULL ORDER BY expires LIMIT 1) "
                                                           "UNION ALL SELECT (SELECT expires FROM attachment ORDER BY expires LIMIT 1) "
                                                           "UNION ALL SELECT (SELECT 0 FROM blob WHERE refs = 0 LIMIT 1) " // a file nothing refers to: at once
                                                           "UNION ALL SELECT (SELECT 0 FROM post WHERE erased = 1 LIMIT 1) " // what hangs on a post that is gone: the same
                                                           "UNION ALL SELECT (SELECT away FROM ticket WHERE away IS NOT NULL ORDER BY away LIMIT 1) + ?) AS due"_s,
                                                           qint64(ticketGrace.count()));
    return due.value_or(std::nullopt);
}

} // namespace jjak::storage
