// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/app/ports/transaction.h"
#include "server/engine/cluster/hot_pages.h"

namespace jjak::engine {

//! The messages of a reading connection, of which the last ones of a room come out of Redis when they are exactly what the database would
//! answer in this transaction: not older, and not newer either. Everything else is asked of the database. One thread.
class HotMessages final : public app::MessageStore {
public:
    //! Whatever expires sooner is left to the database: so far may the clocks of two servers be apart.
    static constexpr Duration clocksApart = 1min;

    //! `stored`: where the rows come from; nothing is kept that it gave after a failure.
    HotMessages(app::MessageStore &stored, app::Transaction &transaction, HotPages &pages) : m_stored(stored), m_transaction(transaction), m_pages(pages) {}

    qint64 append(const app::MessageRow &row) override { return m_stored.append(row); }
    std::optional<app::MessageRow> byClientId(DeviceId device, ClientId cid) override { return m_stored.byClientId(device, cid); }
    std::optional<protocol::Message> find(RoomId room, qint64 seq) override { return m_stored.find(room, seq); }
    qint64 change(RoomId room, const protocol::Message &message) override { return m_stored.change(room, message); }
    QList<protocol::Message> changes(RoomId room, qint64 after, int limit, Time now) override { return m_stored.changes(room, after, limit, now); }
    void keepEarlier(RoomId room, const protocol::Message &message) override { m_stored.keepEarlier(room, message); }
    QList<protocol::Message> earlier(RoomId room, qint64 seq) override { return m_stored.earlier(room, seq); }
    void forgetEarlier(RoomId room, qint64 seq) override { m_stored.forgetEarlier(room, seq); }
    QList<protocol::Message> page(RoomId room, std::optional<qint64> before, std::optional<qint64> after, int limit, Time now) override { return m_stored.page(room, before, after, limit, now); }
    QList<QList<protocol::Message>> newest(const QList<app::RoomRow> &rooms, int limit, Time now) override;

private:
    QList<QList<protocol::Message>> load(const QList<app::RoomRow> &rooms, int limit, Time now);

    app::MessageStore &m_stored;
    app::Transaction &m_transaction;
    HotPages &m_pages;
};

} // namespace jjak::engine
