// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/freshness.h"

#include <algorithm>
#include <limits>

namespace jjak::app {

namespace {

constexpr qsizetype keptMost = 20'000; //!< needs of each kind, about; beyond that everybody has the latest of them

template <class Key>
void note(QHash<Key, quint64> &needs, const Key &key, quint64 position)
{
    quint64 &need = needs[key];
    need = std::max(need, position);
}

//! Those that a copy at that position does not fulfil.
template <class Key>
void forget(QHash<Key, quint64> &needs, quint64 position)
{
    if (needs.size() > keptMost / 20)
        needs.removeIf([position](auto each) { return each.value() <= position; });
}

} // namespace

void Freshness::told(const std::vector<Outgoing> &outgoing, quint64 position)
{
    const std::lock_guard lock(m_mutex);
    m_latest = std::max(m_latest, position);
    if (position == 0) {
        m_unknown = true;
        return;
    }
    if (std::exchange(m_unknown, false))
        m_everybody = position;
    for (const Outgoing &out : outgoing) {
        if (const auto *answer = std::get_if<ToConnection>(&out))
            note(m_connections, answer->connection, position);
        else if (const auto *event = std::get_if<ToAccount>(&out))
            note(m_accounts, event->account, position);
        else if (const auto *bound = std::get_if<Bind>(&out))
            note(m_accounts, bound->identity.account, position); // whatever they knew at another server was kept before
        else if (std::holds_alternative<ToEverybody>(out))
            m_everybody = std::max(m_everybody, position);
    }
    if (m_accounts.size() + m_connections.size() > 2 * keptMost) { // no copy keeps up
        m_everybody = m_latest;
        m_accounts.clear();
        m_connections.clear();
    }
}

quint64 Freshness::neededFor(const Caller &caller) const
{
    const std::lock_guard lock(m_mutex);
    if (m_unknown)
        return std::numeric_limits<quint64>::max();
    const quint64 account = caller.identity ? m_accounts.value(caller.identity->account) : 0;
    return std::max({m_everybody, account, m_connections.value(caller.connection)});
}

quint64 Freshness::latest() const
{
    const std::lock_guard lock(m_mutex);
    return m_latest;
}

void Freshness::reached(quint64 position)
{
    const std::lock_guard lock(m_mutex);
    forget(m_accounts, position);
    forget(m_connections, position);
}

} // namespace jjak::app
