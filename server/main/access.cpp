// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/main/access.h"

#include "server/operate/log_categories.h"
#include "server/storage/startup_error.h"

namespace jjak::server {

using namespace Qt::StringLiterals;

namespace {

constexpr auto tryAgain = std::chrono::seconds(10); //!< while the copy does not answer, which takes its time to find out
constexpr quint64 tidyEvery = 1000; //!< answers

//! When our tables were made, which no two databases have in common.
qint64 birthOf(const QString &address)
{
    storage::Database database(address, storage::OpenAs::Reader);
    return database.value<qint64>(u"SELECT CAST(sum(at) AS BIGINT) FROM schema_step"_s).value_or(0);
}

} // namespace

app::Stores CopyAccess::storesFor(const app::Caller &caller)
{
    const quint64 needed = m_freshness.neededFor(caller);
    if (needed == std::numeric_limits<quint64>::max() || !isThere())
        return stores();
    const quint64 position = m_copy->stores().transaction.logPosition();
    if (position == 0)
        m_away = std::chrono::steady_clock::now();
    if (position == 0 || position < needed)
        return stores();
    if (++m_answers % tidyEvery == 0)
        m_freshness.reached(position);
    return m_copy->stores();
}

//! One that went away is looked for again every now and then: a transaction connects anew.
bool CopyAccess::isThere()
{
    const auto now = std::chrono::steady_clock::now();
    if (m_away && now - *m_away < tryAgain)
        return false;
    if (m_copy && !m_away)
        return true;
    m_away = now;
    try {
        if (!m_copy)
            m_copy = std::make_unique<storage::StoreSet>(m_address, storage::OpenAs::Reader);
    } catch (const storage::StartupError &) {
        return false;
    }
    app::Transaction &transaction = m_copy->stores().transaction;
    if (transaction.begin())
        m_away.reset();
    transaction.rollback();
    return !m_away;
}

void checkCopy(const QString &database, const QString &copy)
{
    const qint64 birth = birthOf(copy);
    if (birth == 0 || birth != birthOf(database))
        throw storage::StartupError(u"data.database_read is no copy of data.database"_s);
}

} // namespace jjak::server
