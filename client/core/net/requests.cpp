// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/core/net/requests.h"

#include <algorithm>

namespace jjak::client {

Requests::Requests(Link &link, const LinkTimes &times, QObject *parent) : QObject(parent), m_link(link), m_times(times) {}

void Requests::start()
{
    m_started = true;
    for (auto it = m_items.begin(); it != m_items.end();) {
        const auto current = it++;
        if (!current->inFlight)
            attempt(*current, true);
    }
}

void Requests::stop()
{
    m_started = false;
}

void Requests::clear(const Error &error)
{
    while (!m_items.empty())
        endLater(m_items.begin(), error);
}

void Requests::supersede(const QString &key)
{
    for (auto it = m_items.begin(); it != m_items.end();) {
        const auto current = it++;
        if (key.isEmpty() || current->key != key)
            continue;
        if (current->inFlight)
            current->replaced = true;
        else
            endLater(current, Done());
    }
}

void Requests::attempt(Item &item, bool again)
{
    if (item.replaced)
        return endLater(find(item.id), Done());
    if (const auto verdict = again && item.verdict ? item.verdict() : std::nullopt)
        return endLater(find(item.id), *verdict);
    item.inFlight = true;
    item.send();
}

bool Requests::settle(int id, const std::optional<Error> &error)
{
    const auto it = find(id);
    if (it == m_items.end())
        return false;
    if (!error || !isPassing(error->code)) {
        m_items.erase(it);
        return true;
    }
    it->inFlight = false;
    if (m_started)
        QTimer::singleShot(retryAfter(*error, m_times), this, [this, id] {
            const auto waiting = find(id);
            if (m_started && waiting != m_items.end() && !waiting->inFlight)
                attempt(*waiting, true);
        });
    return false;
}

std::list<Requests::Item>::iterator Requests::find(int id)
{
    return std::ranges::find(m_items, id, &Item::id);
}

void Requests::endLater(std::list<Item>::iterator item, const Result<> &outcome)
{
    QMetaObject::invokeMethod(this, [end = std::move(item->end), outcome] { end(outcome); }, Qt::QueuedConnection);
    m_items.erase(item);
}

} // namespace jjak::client
