// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/rng.h"
#include "server/engine/cluster/hot_access.h"
#include "server/engine/cluster/inbox.h"
#include "server/engine/cluster/sealed_entries.h"
#include "server/engine/cluster/steward.h"
#include "server/engine/cluster/watch.h"
#include "server/operate/configuration.h"

namespace jjak::server {

//! What this server has in common with others on the same database: its place among them, the streams that commands go through, and the
//! ways to the connections of the others.
class Cluster {
public:
    //! Enters. Throws storage::StartupError when this Redis or this secret will not do. `local`: what carries to connections here.
    Cluster(const operate::Configuration &c, const QString &database, const QByteArray &secret, Rng &rng, app::FanOut &local, app::Freshness &freshness);

    app::Clock &clock() { return m_clock; }
    app::CommandLog &log() { return m_log; }
    app::FanOut &fanOut() { return m_fanOut; }
    //! See Steward. Before start().
    QByteArray agree(const QString &name, const QByteArray &mine) { return m_steward.agree(name, mine); }
    //! Where the keys of all of them stand in Redis.
    const engine::Keyspace &keyspace() const { return m_space; }
    app::ConnectionId firstConnection() const { return app::firstConnection(m_steward.node()); }
    //! A reading connection that looks into Redis first, where that is quicker. Of the thread that asks.
    std::unique_ptr<app::StoreAccess> hot(std::unique_ptr<app::StoreAccess> stored);
    //! The same door, that also tells who has left.
    app::FrontDoor &doorTo(app::FrontDoor &inner);

    //! From now on streams are taken. sendAway: see Steward.
    void start(engine::Steward::SendAway sendAway) { m_steward.start(m_log, m_fanOut, std::move(sendAway)); }
    //! After the log was closed and the worker has ended: gives everything back.
    void leave();

    const engine::StewardFigures &steward() const { return m_steward.figures(); }
    const engine::StreamFigures &streams() const { return m_log.figures(); }
    const engine::FanOutFigures &parcels() const { return m_fanOut.figures(); }
    const engine::Inbox &inbox() const { return m_inbox; }
    const engine::WatchFigures &watch() const { return m_watch.figures(); }
    const engine::HotFigures &hotReads() const { return m_hotReads; }
    const app::EntryReader &entries() const { return m_entries; }
    double waiting() const { return double(m_log.length()); }

private:
    //! Tells the fan-out of connections that close.
    class Door final : public app::FrontDoor {
    public:
        Door(app::FrontDoor &inner, engine::NodeFanOut &fanOut) : m_inner(inner), m_fanOut(fanOut) {}
        void submit(app::Caller caller, protocol::Command command) override { m_inner.submit(std::move(caller), std::move(command)); }
        void chunk(app::Caller caller, QByteArray bytes) override { m_inner.chunk(std::move(caller), std::move(bytes)); }
        void gone(app::Identity identity, app::ConnectionId connection) override
        {
            m_fanOut.left(identity, connection);
            m_inner.gone(identity, connection);
        }

    private:
        app::FrontDoor &m_inner;
        engine::NodeFanOut &m_fanOut;
    };

    const QString m_redis;
    engine::SharedClock m_clock;
    engine::Seal m_seal;
    engine::HotFigures m_hotReads;
    engine::Steward m_steward;
    const engine::Keyspace m_space;
    engine::NodeFanOut m_fanOut;
    engine::Inbox m_inbox;
    engine::StreamLog m_log;
    engine::SealedEntries m_entries{m_space, m_seal};
    engine::Watch m_watch;
    std::optional<Door> m_door;
};

} // namespace jjak::server
