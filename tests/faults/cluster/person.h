// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <deque>
#include <map>

#include "client/core/net/link.h"
#include "common/protocol/frame.h"
#include "tests/faults/cluster/operations.h"
#include "tests/support/load_clients.h"
#include "tests/support/prepared.h"

namespace jjak::faults {

//! What all people of a thread share. Outlives them.
struct Surroundings {
    test::LoadClients &wires;
    OperationLog &log;
    const std::vector<quint16> &nodes; //!< their ports
    Rng &rng;
    int pace = 1;       //!< habits take so many times as long
    qint64 now = 0;     //!< ms on the steady clock, set before every round
    bool calm = false;  //!< nobody begins anything new
    int patience = 10'000; //!< ms for an answer; then the connection counts as dead, as in client/core/net/link_times.h

    int upTo(int bound) const { return int(rng.below(std::uint64_t(bound) + 1)); }
};

//! Somebody with a device, who keeps to what PROTOCOL.md says of clients: comes back to any node when the connection is lost, asks for a snapshot, folds what
//! is told by its versions, pulls what is missing, and sends again what was not answered: in a room one message at a time, in order, under
//! the same client id. Everything goes into the log. What they want is a Habit's.
class Person {
public:
    //! A room as this person knows it.
    struct View {
        protocol::RoomKind kind = protocol::RoomKind::Direct;
        qint64 head = 0, have = 0; //!< nothing is missing up to here
        int me = 0;
        bool pulling = false;
    };

    //! Comes for the first time at that moment.
    Person(Surroundings &around, int index, const test::PreparedPerson &who, qint64 comes);

    void opened();
    void closed();
    void heard(QByteArrayView frame);
    //! Time has passed.
    void tick();

    //! Signed in, and everything is here.
    bool ready() const { return m_link == Link::Live && m_synced; }
    //! Counts the connections on which they signed in.
    int connection() const { return m_connection; }
    //! Neither waits for an answer nor has something to say.
    bool idle() const { return ready() && m_pending.empty() && m_unsent == 0; }
    //! ms for which the message that waits longest has waited for its acknowledgement.
    qint64 waits() const;

    const protocol::Nearby &nearby() const { return m_nearby; }
    const protocol::BlindDate &blindDate() const { return m_blindDate; }
    //! The date that is not over.
    const protocol::Date *date() const { return m_blindDate.date && m_blindDate.date->phase != protocol::DatePhase::Closed ? &*m_blindDate.date : nullptr; }
    bool isIn(RoomId room) const { return m_rooms.contains(room); }

    //! false while something is still to be sent there.
    bool canWrite(RoomId room) const { return !m_outgoing.contains(room); }
    void write(RoomId room);
    //! Asks once, on this connection; done is not called when that ends before.
    template <class C>
    void ask(const C &command, std::function<void(const Result<typename C::Reply> &)> done = {})
    {
        const qint64 id = ++m_lastId;
        const QByteArray frame = protocol::encodeRequest(id, command);
        m_pending[id] = {m_around.now, client::isRepeatable<C> ? frame : QByteArray(), [done = std::move(done)](const protocol::Answered &answered) {
                             if (!done)
                                 return;
                             const auto *error = std::get_if<Error>(&answered.result);
                             done(error ? Result<typename C::Reply>(*error) : protocol::decode<typename C::Reply>(QJsonValue(std::get<QJsonObject>(answered.result))));
                         }};
        m_around.wires.send(m_index, frame);
    }
    void see(const protocol::Nearby &nearby);
    void see(const protocol::BlindDate &blindDate);
    void note(Op op, std::initializer_list<QByteArray> fields) { m_around.log.note(m_index, op, fields); }
    //! The last thing in the log: what this person sees.
    void noteViews();
    Surroundings &around() { return m_around; }

private:
    enum class Link { Down, Opening, Greeting, Live };
    struct Pending {
        qint64 asked = 0; //!< ms: the last time
        QByteArray frame; //!< of what may be asked again on the same connection
        std::function<void(const protocol::Answered &)> done;
    };
    struct Outgoing {
        ClientId cid;
        qint64 number = 0;
        qint64 since = 0;   //!< ms: written
        qint64 notBefore = 0;
        bool asked = false; //!< at least once
        bool inFlight = false;
    };

    void connectNow();
    void repeatUnanswered();
    void signedIn();
    void sync();
    void fold(const protocol::cmd::Snapshot &snapshot);
    void listRooms(RoomId after);
    void synced();
    void hear(const protocol::Event &event);
    void see(const protocol::Room &room);
    void see(RoomId room, const protocol::Message &message);
    void pull(RoomId room);
    void send(RoomId room);
    void sent(RoomId room, ClientId cid, const Result<protocol::cmd::Sent> &answer);

    Surroundings &m_around;
    const int m_index;
    const test::PreparedPerson m_who;
    Link m_link = Link::Down;
    size_t m_node;
    int m_failures = 0;
    qint64 m_retryAt, m_opening = 0, m_upSince = 0, m_resyncAt = 0, m_syncedAt = 0;
    bool m_synced = false, m_known = false, m_refused = false;
    int m_connection = 0;
    qint64 m_lastId = 0;
    std::map<qint64, Pending> m_pending;
    protocol::Nearby m_nearby;
    protocol::BlindDate m_blindDate;
    QHash<RoomId, View> m_rooms;
    QHash<RoomId, Outgoing> m_outgoing;
    QHash<RoomId, qint64> m_written;
    SystemRng m_ids;
    int m_unsent = 0;
};

} // namespace jjak::faults
