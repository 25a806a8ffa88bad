// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/engine/cluster/hot_messages.h"

#include <algorithm>

namespace jjak::engine {

using protocol::Message;

namespace {

//! How long these messages stay what they are, if nobody changes them.
Duration lastingFor(const app::RoomRow &room, const QList<Message> &messages, Time now)
{
    Time first = room.expires.value_or(Time::max());
    for (const Message &message : messages)
        first = std::min(first, message.expires.value_or(Time::max()));
    return first == Time::max() ? Duration::max() : first - HotMessages::clocksApart - now;
}

bool isTrue(const HotPage &page, const app::RoomRow &room, Time now)
{
    return page.stamp == stampOf(room) && page.read <= now && lastingFor(room, page.messages, now) > Duration::zero();
}

} // namespace

QList<QList<Message>> HotMessages::newest(const QList<app::RoomRow> &rooms, int limit, Time now)
{
    // Two kinds of pages and no more, whatever is asked for: the end of one of the larger kind is a smaller one.
    const int kept = limit == 1 ? 1 : limits::historyPage;
    if (limit > kept)
        return m_stored.newest(rooms, limit, now);
    const auto found = m_pages.find(rooms, kept);
    QList<QList<Message>> out(rooms.size());
    QList<app::RoomRow> missing;
    QList<qsizetype> places;
    for (qsizetype i = 0; i < rooms.size(); ++i) {
        const auto &page = found[size_t(i)];
        if (page && isTrue(*page, rooms[i], now)) {
            out[i] = page->messages;
        } else {
            missing.append(rooms[i]);
            places.append(i);
        }
    }
    m_pages.figures().hits += quint64(rooms.size() - missing.size());
    m_pages.figures().misses += quint64(missing.size());
    const auto loaded = load(missing, kept, now);
    for (qsizetype i = 0; i < missing.size(); ++i)
        out[places[i]] = loaded[i];
    for (QList<Message> &messages : out)
        messages = messages.last(std::min<qsizetype>(limit, messages.size()));
    return out;
}

//! From the database, and for whoever asks next.
QList<QList<Message>> HotMessages::load(const QList<app::RoomRow> &rooms, int limit, Time now)
{
    if (rooms.isEmpty())
        return {};
    auto loaded = m_stored.newest(rooms, limit, now);
    if (m_transaction.failure() != app::Transaction::Failure::None)
        return loaded; // what is missing there is not missing from the room
    std::vector<HotPages::Kept> pages;
    for (qsizetype i = 0; i < rooms.size(); ++i)
        pages.push_back({rooms[i].id, {stampOf(rooms[i]), now, loaded[i]}, lastingFor(rooms[i], loaded[i], now)});
    m_pages.keep(pages, limit);
    return loaded;
}

} // namespace jjak::engine
