// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/privacy/house.h"

#include <algorithm>

#include "tests/privacy/programme.h"
#include "tests/privacy/reread.h"

namespace jjak::privacy {

using namespace Qt::StringLiterals;
using namespace protocol;
using domain::SeatState;

House::House(quint64 seed, int people, Leak leak)
    : m_rng(seed), m_serverRng(seed ^ 0x5eed), m_leak(leak), m_server(m_clock, m_serverRng, [this](const app::Outgoing &out) { take(out); }, {})
{
    m_record.guests.resize(size_t(people));
    m_present.resize(size_t(people));
    for (int i = 0; i < people; ++i) {
        Guest &guest = m_record.guests[size_t(i)];
        guest.name = u"초대받은%1"_s.arg(i, 3, 10, QChar(u'0'));
        m_byConnection.insert(++m_connections, i);
        run({m_connections, 1, {}, {}}, app::SignUpHashed{{ClientId::random(m_rng), guest.name, u"secret"_s, {}, u"device"_s, {}}, "hash", false});
        m_byAccount.insert(guest.account, i);
    }
    goHome();
}

void House::take(const app::Outgoing &out)
{
    if (const auto *bound = std::get_if<app::Bind>(&out))
        return bind(*bound);
    const auto *answer = std::get_if<app::ToConnection>(&out);
    const auto *event = std::get_if<app::ToAccount>(&out);
    const Heard heard{m_clock.now(), answer ? answer->frame : event ? event->frame : QByteArray(), m_record.evenings, answer != nullptr, false};
    if (answer) {
        if (const int guest = m_byConnection.value(answer->connection, -1); guest >= 0)
            keep(guest, heard);
    } else if (event) {
        if (const int guest = guestOf(event->account); guest >= 0 && m_present[size_t(guest)].connection)
            keep(guest, heard);
    } else if (const auto *news = std::get_if<app::ToEverybody>(&out)) {
        for (int i = 0; i < int(m_present.size()); ++i) {
            if (m_present[size_t(i)].connection)
                keep(i, {m_clock.now(), news->frame, m_record.evenings, false, false});
        }
    }
}

void House::keep(int guest, Heard heard)
{
    Presence &who = m_present[size_t(guest)];
    const auto frame = parseServerFrame(heard.frame);
    if (!frame)
        qFatal("a frame that no client can read");
    if (const auto *answered = std::get_if<Answered>(&*frame)) {
        if (const auto signedIn = signedInBy(*answered)) {
            m_record.guests[size_t(guest)].secrets += signedIn->token.value_or(QString()).toLatin1();
            who.token = signedIn->token.value_or(who.token);
        }
        for (const BlockId block : blocksIn(*answered)) {
            if (!m_record.guests[size_t(guest)].secrets.contains(block.toText()))
                m_record.guests[size_t(guest)].secrets += block.toText();
        }
    }
    if (const auto told = blindDateIn(*frame); told && told->version >= who.seen.version)
        who.seen = *told;
    std::vector<Heard> frames{std::move(heard)};
    plant(m_leak, m_record, guest, frames);
    for (Heard &one : frames) {
        one.described = one.frame == written(one.frame, who.asked);
        m_record.guests[size_t(guest)].heard.push_back(std::move(one));
    }
}

void House::bind(const app::Bind &bound)
{
    const int guest = m_byConnection.value(bound.connection, -1);
    if (guest < 0)
        return;
    Guest &truth = m_record.guests[size_t(guest)];
    truth.account = bound.identity.account;
    if (const QByteArray device = bound.identity.device.toText(); !truth.secrets.contains(device))
        truth.secrets.prepend(device);
    Presence &who = m_present[size_t(guest)];
    (bound.connection == who.second ? who.whoSecond : who.who) = bound.identity;
}

void House::signIn(int guest)
{
    Presence &who = m_present[size_t(guest)];
    who.connection = ++m_connections;
    m_byConnection.insert(who.connection, guest);
    run({who.connection, ++who.request, {}, {}}, app::PasswordProved{m_record.guests[size_t(guest)].account, ClientId::random(m_rng), u"a device"_s, {}});
    ask(guest, cmd::Sync{});
}

void House::disconnect(int guest)
{
    Presence &who = m_present[size_t(guest)];
    for (auto [connection, identity] : {std::pair(&who.connection, who.who), std::pair(&who.second, who.whoSecond)}) {
        if (*connection)
            run({}, app::DeviceGone{identity, *connection});
        m_byConnection.remove(std::exchange(*connection, 0));
    }
}

void House::goHome()
{
    for (int i = 0; i < int(m_present.size()); ++i)
        disconnect(i);
    m_byConnection.clear();
    m_courses.clear();
    m_entered.clear();
}

void House::pass(Duration time)
{
    m_clock.pass(time);
    if (m_server.isDue())
        run({}, app::Tick{});
}

std::vector<int> House::shuffled(std::vector<int> what)
{
    for (size_t i = what.size(); i > 1; --i)
        std::swap(what[i - 1], what[size_t(m_rng.below(i))]);
    return what;
}

EventId House::openEvent()
{
    const Time now = m_clock.now();
    run({}, Command(cmd::OpenEvent{ClientId::random(m_rng), u"An evening"_s, now, now + 1h, u"Asia/Seoul"_s, limits::seats, {u"en"_s}, programme()}));
    const auto events = m_server.stores().events.current(1);
    if (events.isEmpty())
        qFatal("no event");
    m_record.open += events.first().info.event.toText();
    m_record.open += events.first().info.script.toText();
    return events.first().info.event;
}

void House::evening()
{
    m_clock.pass(std::chrono::days(31)); // whoever has met may meet again
    run({}, app::Tick{});
    const EventId event = openEvent();
    std::vector<int> everybody(m_present.size());
    for (size_t i = 0; i < everybody.size(); ++i)
        everybody[i] = int(i);
    for (const int guest : everybody) {
        m_present[size_t(guest)].habit = chance(85) ? Habit::Plain : Habit(1 + m_rng.below(habits - 1));
        m_present[size_t(guest)].at = Duration(qint64(m_rng.below(90'000)));
        m_present[size_t(guest)].indulged = m_present[size_t(guest)].back = false;
        signIn(guest);
    }
    for (const int guest : shuffled(everybody)) {
        pass(Duration(qint64(m_rng.below(300))));
        m_entered.push_back(guest);
        ask(guest, cmd::EnterDate{event});
        seat();
        playOn();
    }
    for (int i = 0; i < 1200; ++i) { // five minutes
        pass(250ms);
        seat();
        playOn();
    }
    run({}, Command(cmd::CloseEvent{event})); // whoever waits in vain is let go
    for (const int guest : everybody)
        lookAround(guest);
    goHome();
    ++m_record.evenings;
}

void House::seat()
{
    for (const int guest : m_entered) {
        Guest &truth = m_record.guests[size_t(guest)];
        if (truth.sittings.contains(m_record.evenings))
            continue;
        const auto date = m_server.stores().dates.activeOf(truth.account);
        if (date && !date->inLobby())
            seatAt(*date);
    }
}

void House::seatAt(const domain::Date &date)
{
    const int number = int(m_record.tables.size());
    Table table{m_record.evenings, date.id, date.room.value_or(RoomId()), {}, {date.id.toText(), date.room.value_or(RoomId()).toText()}};
    for (const int guest : m_entered) { // by arrival
        const domain::Seat *seat = date.seatOf(m_record.guests[size_t(guest)].account);
        if (!seat)
            continue;
        const bool plain = m_present[size_t(guest)].habit == Habit::Plain;
        m_record.guests[size_t(guest)].sittings.insert(m_record.evenings, {number, int(table.guests.size()), seat->number, seat->alias, false, plain});
        table.guests.push_back(guest);
    }
    m_record.tables.push_back(table);
    plant(m_leak, m_record, table);
    m_courses.push_back({number, m_clock.now(), -1, 0, false, {}});
}

void House::playOn()
{
    for (Course &course : m_courses) {
        const auto date = course.over ? std::nullopt : m_server.stores().dates.find(m_record.tables[size_t(course.table)].date);
        if (!date)
            continue;
        indulge(course, *date);
        if (const auto now = m_server.stores().dates.find(date->id))
            act(course, *now);
    }
}

} // namespace jjak::privacy
