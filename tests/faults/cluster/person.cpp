// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/cluster/person.h"

#include <algorithm>

#include "client/core/net/back_off.h"
#include "client/core/net/refusal.h"

namespace jjak::faults {

using namespace protocol;
using namespace Qt::StringLiterals;

namespace {

const client::LinkTimes times;

} // namespace

Person::Person(Surroundings &around, int index, const test::PreparedPerson &who, qint64 comes)
    : m_around(around), m_index(index), m_who(who), m_node(size_t(index)), m_retryAt(comes)
{
    m_nearby.version = m_blindDate.version = -1;
}

void Person::connectNow()
{
    if (!std::exchange(m_known, true))
        m_around.log.introduce(m_index, m_who.account, m_who.device);
    m_link = Link::Opening;
    m_opening = m_around.now;
    m_around.wires.open(m_index, m_around.nodes[m_node % m_around.nodes.size()]);
}

void Person::opened()
{
    m_link = Link::Greeting;
    ask(cmd::Hello{limits::protocolVersion, u"cluster"_s, {}});
    ask<cmd::Resume>({m_who.token}, [this](const Result<cmd::SignedIn> &answer) {
        m_refused = !answer; // the server cannot, at this moment
        if (answer)
            signedIn();
    });
}

void Person::closed()
{
    if (m_link == Link::Live) {
        note(Op::Down, {});
        if (m_around.now - m_upSince >= times.stable.count())
            m_failures = 0;
    }
    m_link = Link::Down;
    m_synced = m_refused = false;
    m_pending.clear();
    for (auto it = m_outgoing.begin(); it != m_outgoing.end(); ++it)
        it->inFlight = false;
    for (View &view : m_rooms)
        view.pulling = false;
    m_node = size_t(m_around.upTo(int(m_around.nodes.size()) - 1)); // as a balancer in front of them would
    m_retryAt = m_around.now + client::backOff(++m_failures, times, m_around.rng).count();
}

void Person::signedIn()
{
    m_link = Link::Live;
    m_upSince = m_around.now;
    ++m_connection;
    note(Op::Up, {QByteArray::number(qint64(m_node % m_around.nodes.size()))});
    m_nearby.version = m_blindDate.version = -1; // the first snapshot of a connection replaces whatever there was
    sync();
}

void Person::tick()
{
    const qint64 now = m_around.now;
    if (m_link == Link::Down) {
        if (now >= m_retryAt)
            connectNow();
        return;
    }
    const auto isLate = [this, now](const auto &pending) { return now > pending.second.asked + m_around.patience; };
    const bool overdue = m_link == Link::Opening ? now > m_opening + times.connect.count() : std::ranges::any_of(m_pending, isLate);
    if (overdue || m_refused) {
        m_around.wires.close(m_index);
        return closed();
    }
    if (m_link == Link::Live && m_resyncAt != 0 && now >= m_resyncAt && m_synced)
        sync();
    if (ready())
        for (const RoomId room : m_outgoing.keys())
            send(room);
}

void Person::heard(QByteArrayView payload)
{
    const auto frame = parseServerFrame(payload);
    if (!frame)
        return;
    if (const auto *event = std::get_if<Event>(&*frame))
        return hear(*event);
    const auto *answered = std::get_if<Answered>(&*frame);
    const auto it = answered ? m_pending.find(answered->re) : m_pending.end();
    if (it == m_pending.end())
        return;
    const auto done = std::move(it->second.done);
    m_pending.erase(it);
    done(*answered);
}

void Person::repeatUnanswered()
{
    for (auto &[id, pending] : m_pending)
        if (!pending.frame.isEmpty() && m_around.now - pending.asked >= times.askAgain.count()) {
            pending.asked = m_around.now;
            m_around.wires.send(m_index, pending.frame);
        }
}

qint64 Person::waits() const
{
    qint64 longest = 0;
    for (const Outgoing &out : m_outgoing)
        longest = std::max(longest, m_around.now - out.since);
    return longest;
}

void Person::write(RoomId room)
{
    m_outgoing.insert(room, {ClientId::random(m_ids), ++m_written[room], m_around.now});
    ++m_unsent;
    if (ready())
        send(room);
}

void Person::send(RoomId room)
{
    const auto out = m_outgoing.find(room);
    if (out->inFlight || m_around.now < out->notBefore)
        return;
    out->inFlight = true;
    const QByteArray number = QByteArray::number(out->number);
    if (std::exchange(out->asked, true))
        note(Op::Again, {m_around.log.room(room), out->cid.toText()});
    else
        note(Op::Wrote, {m_around.log.room(room), out->cid.toText(), number});
    ask<cmd::Send>({room, out->cid, QString::fromLatin1(QByteArray::number(m_index) + '.' + number)}, [this, room, cid = out->cid](const Result<cmd::Sent> &answer) { sent(room, cid, answer); });
}

void Person::sent(RoomId room, ClientId cid, const Result<cmd::Sent> &answer)
{
    const auto out = m_outgoing.find(room);
    if (out == m_outgoing.end() || out->cid != cid)
        return;
    if (!answer && (client::isPassing(answer.error().code) || answer.error().code == ErrorCode::RoomSlow)) {
        out->inFlight = false;
        out->notBefore = m_around.now + client::retryAfter(answer.error(), times).count();
        return;
    }
    if (answer)
        note(Op::Acked, {m_around.log.room(room), cid.toText(), QByteArray::number(answer->seq)});
    else
        note(Op::Refused, {m_around.log.room(room), cid.toText(), QByteArray::fromStdString(std::string(jjak::nameOf(answer.error().code)))});
    m_outgoing.erase(out);
    --m_unsent;
}

} // namespace jjak::faults
