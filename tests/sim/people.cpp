// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/people.h"

#include "tests/sim/oracle.h"

namespace jjak::sim {

using namespace protocol;

void Tally::add(const Tally &o)
{
    seeks += o.seeks, proposals += o.proposals, accepted += o.accepted, refused += o.refused, timedOut += o.timedOut, gone += o.gone, crashes += o.crashes, failedCommits += o.failedCommits;
    disconnects += o.disconnects, messages += o.messages, blocks += o.blocks, moves += o.moves, resent += o.resent, time += o.time;
}

QString Tally::text() const
{
    return QStringLiteral("%1 seeks, %2 moves, %3 proposals (%4 accepted, %5 refused, %6 timed out, %7 gone), %8 messages, %9 blocks, %10 disconnects, %11 crashes, %12 failed commits, %13 sent again, %14 h")
        .arg(seeks).arg(moves).arg(proposals).arg(accepted).arg(refused).arg(timedOut).arg(gone).arg(messages).arg(blocks).arg(disconnects).arg(crashes).arg(failedCommits).arg(resent)
        .arg(std::chrono::duration_cast<std::chrono::hours>(time).count());
}

Town::Town(quint64 seed, int people, const Faults &faults)
    : m_rng(seed), m_serverRng(seed ^ 0x5eed), m_faults(faults), m_server(m_clock, m_serverRng, [this](const app::Outgoing &out) { take(out); }, faults)
{
    m_oracle = std::make_unique<Oracle>(*this);
    signUpAll(people);
}

Town::~Town() = default;

void Town::signUpAll(int people)
{
    m_people.resize(size_t(people));
    for (int i = 0; i < people; ++i) {
        Person &p = m_people[size_t(i)];
        p.index = i;
        p.connection = m_nextConnection++;
        m_byConnection.insert(p.connection, i);
        cmd::SignUp command{ClientId::random(m_rng), QStringLiteral("person%1").arg(i), QStringLiteral("secret"), {}, QStringLiteral("device"), {}};
        m_batch.push_back({{p.connection, ++p.lastRequest, {}, {}}, app::SignUpHashed{command, "hash", i % 20 == 0}});
        if (m_batch.size() == 200)
            runBatch();
    }
    runBatch();
    for (const Person &p : m_people)
        m_byAccount.insert(p.account, p.index);
}

void Town::step()
{
    Person &person = m_people[m_rng.below(m_people.size())];
    if (person.connection == 0)
        connect(person);
    else
        act(person);
    // Those who have a proposal mostly look at it within its 30 s.
    if (const auto proposed = m_oracle->somebodyProposed(m_rng)) {
        Person &other = m_people[size_t(m_byAccount.value(*proposed))];
        if (other.connection && other.nearby.proposal)
            answer(other);
    }
    if (m_batch.size() >= 1 + m_rng.below(8))
        runBatch();
    if (chance(30)) {
        const Duration little(qint64(m_rng.below(2500)));
        m_clock.pass(little);
        m_tally.time += little;
    }
    if (m_server.isDue() || chance(2)) {
        m_batch.push_back({{}, app::Tick{}});
        runBatch();
    }
}

void Town::act(Person &person)
{
    if (person.nearby.proposal && chance(85))
        return answer(person);
    const quint64 what = m_rng.below(100);
    if (what < 55) {
        const bool again = person.nearby.ticket.has_value();
        (again ? m_tally.moves : m_tally.seeks)++;
        if (!again || chance(20))
            send(person, cmd::Seek{somewhere(), allReaches[m_rng.below(allReaches.size())]});
    } else if (what < 60) {
        send(person, cmd::CancelSeek{});
    } else if (what < 72) {
        disconnect(person);
    } else if (what < 92) {
        chat(person);
    } else {
        safety(person);
    }
}

void Town::answer(Person &person)
{
    const ProposalId proposal = person.nearby.proposal->proposal;
    const quint64 what = m_rng.below(100);
    if (what < 60)
        send(person, cmd::Accept{proposal});
    else if (what < 80)
        send(person, cmd::Decline{proposal});
    else if (what < 84)
        disconnect(person);
    else if (what < 86)
        safety(person);
}

void Town::chat(Person &person)
{
    if (person.rooms.isEmpty())
        return;
    auto it = person.rooms.cbegin();
    std::advance(it, int(m_rng.below(quint64(person.rooms.size()))));
    m_tally.messages++;
    if (chance(5))
        send(person, cmd::Leave{it.key()});
    else if (chance(30))
        send(person, cmd::Read{it.key(), it->head});
    else
        send(person, cmd::Send{it.key(), ClientId::random(m_rng), QStringLiteral("안녕 %1").arg(m_rng.below(1000))});
}

void Town::safety(Person &person)
{
    if (person.nearby.proposal && chance(50)) {
        m_tally.blocks++;
        const auto proposal = m_server.stores().proposals.find(person.nearby.proposal->proposal);
        if (proposal && proposal->sideOf(person.account) >= 0)
            person.blocking = proposal->otherThan(person.account);
        send(person, cmd::Block{{}, person.nearby.proposal->proposal, {}});
    } else if (!person.rooms.isEmpty()) {
        m_tally.blocks++;
        send(person, cmd::Report{ClientId::random(m_rng), person.rooms.firstKey(), {}, ReportReason::Spam, {}, true, {}});
    }
}

Cell Town::somewhere()
{
    const double a = double(m_rng.below(10'000)) / 10'000, b = double(m_rng.below(10'000)) / 10'000;
    if (chance(70)) // around Seoul
        return Cell::containing({37.2 + a * 0.7, 126.6 + b * 0.8}, m_server.policy().cellKm);
    if (chance(30)) // on both sides of the date line
        return Cell::containing({-18 + a * 2, 179 + b * 2}, m_server.policy().cellKm);
    return Cell::containing({a * 180 - 90, b * 360 - 180}, m_server.policy().cellKm);
}

void Town::send(Person &person, Command command)
{
    ++person.lastRequest;
    person.unanswered = command;
    m_batch.push_back({person.caller(), std::move(command)});
}

void Town::connect(Person &person)
{
    person.connection = m_nextConnection++;
    person.current = false;
    m_byConnection.insert(person.connection, person.index);
    const auto again = person.unanswered;
    ++person.lastRequest;
    m_batch.push_back({{person.connection, person.lastRequest, {}, {}}, Command(cmd::Resume{person.token})});
    runBatch();
    if (person.connection == 0)
        return;
    m_server.read(person.caller(), cmd::Sync{});
    if (again && chance(80)) {
        m_tally.resent++;
        send(person, *again);
    }
}

void Town::disconnect(Person &person)
{
    m_tally.disconnects++;
    m_batch.push_back({{}, app::DeviceGone{{person.account, person.device}, person.connection}});
    m_byConnection.remove(person.connection);
    person.connection = 0;
}

void Town::runBatch()
{
    using Fate = Server::Fate;
    const bool early = m_byAccount.isEmpty(); // people must have signed up before anything may go wrong
    Fate fate = Fate::Works;
    if (!early && m_rng.below(400) == 0)
        fate = std::array{Fate::CommitFails, Fate::DiesBeforeCommit, Fate::DiesAfterCommit}[m_rng.below(3)];
    const auto jobs = std::exchange(m_batch, {});
    m_server.run(jobs, fate);
    if (fate == Fate::CommitFails) {
        m_tally.failedCommits++;
    } else if (fate != Fate::Works) {
        m_tally.crashes++;
        crashAll();
    }
    m_oracle->afterBatch();
}

void Town::crashAll()
{
    for (Person &person : m_people)
        person.connection = 0;
    m_byConnection.clear();
    m_batch.clear();
    m_clock.pass(Duration(qint64(m_rng.below(40'000))));
}

void Town::heal()
{
    for (Person &person : m_people) {
        if (person.connection == 0)
            connect(person);
    }
    runBatch();
    m_oracle->everything();
    for (int i = 0; i < 40; ++i) {
        m_clock.pass(1s);
        m_batch.push_back({{}, app::Tick{}});
        runBatch();
    }
    for (Person &person : m_people) { // a crash while healing may have cut some off again
        if (person.connection == 0)
            connect(person);
    }
    runBatch();
    m_oracle->everything();
}

void Town::take(const app::Outgoing &out)
{
    if (const auto *bound = std::get_if<app::Bind>(&out)) {
        const int index = m_byConnection.value(bound->connection, -1);
        if (index >= 0) {
            m_people[size_t(index)].account = bound->identity.account;
            m_people[size_t(index)].device = bound->identity.device;
        }
        return;
    }
    if (std::holds_alternative<app::EndDevice>(out))
        throw Violation("a device was signed out that did nothing wrong");
    const auto *event = std::get_if<app::ToAccount>(&out);
    const int index = event ? m_byAccount.value(event->account, -1) : m_byConnection.value(std::get<app::ToConnection>(out).connection, -1);
    if (index < 0)
        return;
    Person &person = m_people[size_t(index)];
    if (person.connection == 0 || (event && m_faults.losesEvents && m_rng.below(200) == 0))
        return;
    const auto frame = parseServerFrame(event ? event->frame : std::get<app::ToConnection>(out).frame);
    if (!frame)
        throw Violation("a frame that a client cannot read");
    if (const auto *told = std::get_if<Event>(&*frame))
        apply(person, *told);
    else if (const auto *answered = std::get_if<Answered>(&*frame))
        apply(person, *answered);
}

void Town::apply(Person &person, const Event &event)
{
    if (const auto *state = std::get_if<ev::NearbyState>(&event)) {
        if (state->nearby.version > person.nearby.version)
            person.nearby = state->nearby;
    } else if (const auto *room = std::get_if<ev::RoomState>(&event)) {
        person.rooms[room->room.room] = room->room;
    } else if (const auto *message = std::get_if<ev::RoomMessage>(&event)) {
        Room &known = person.rooms[message->room];
        if (person.current && message->message.seq > known.head + 1)
            throw Violation("a connected client was not told of a message");
        known.head = std::max(known.head, message->message.seq);
    }
}

void Town::apply(Person &person, const Answered &answered)
{
    if (answered.re == person.lastRequest)
        person.unanswered.reset();
    const auto *ok = std::get_if<QJsonObject>(&answered.result);
    if (!ok)
        return;
    if (const auto signedIn = decode<cmd::SignedIn>(QJsonValue(*ok)); signedIn && signedIn->token) {
        person.token = *signedIn->token;
    } else if (decode<cmd::Blocked>(QJsonValue(*ok)) && person.blocking) {
        m_oracle->blocked.insert(Oracle::key(person.account, *std::exchange(person.blocking, std::nullopt)));
    } else if (const auto snapshot = decode<cmd::Snapshot>(QJsonValue(*ok))) {
        person.current = true;
        if (snapshot->nearby.version >= person.nearby.version)
            person.nearby = snapshot->nearby;
        for (const Room &room : snapshot->rooms)
            person.rooms[room.room] = room;
    }
}

} // namespace jjak::sim
