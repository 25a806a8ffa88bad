// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Very many people enter one event within a second: are all of them seated, each once, and how long does the last one wait?
//   build/bin/bench.bench_burst [people (7000)] [milliseconds (1000)]
#include <QCoreApplication>
#include <QSet>
#include <cstdio>

#include "common/protocol/commands.h"
#include "common/protocol/frame.h"
#include "server/storage/store_set.h"
#include "tests/bench/percentiles.h"
#include "tests/support/load_clients.h"
#include "tests/support/prepared.h"
#include "tests/support/server_process.h"

using namespace jjak;
using namespace jjak::bench;
using namespace jjak::protocol;
using test::nowNs;

namespace {

constexpr qint64 signInRequest = 2, enterRequest = 3;
constexpr int signInAtOnce = 500; //!< each within the five seconds that a newcomer has for it

//! One of the crowd, and when what happened to them.
struct Guest {
    qint64 entered = 0, seated = 0, greeted = 0;
    QByteArray date;
    int seat = 0;
};

//! The text between `mark` and the next quote; empty when it is not there. Cheaper than parsing, for the load's own sake.
QByteArray textAfter(QByteArrayView frame, QByteArrayView mark)
{
    const qsizetype at = frame.indexOf(mark);
    const qsizetype from = at + mark.size();
    return at < 0 ? QByteArray() : frame.sliced(from, frame.indexOf('"', from) - from).toByteArray();
}

//! Thousands of signed-in clients that enter an event and note when they are seated and when the host speaks to them.
class Throng {
public:
    Throng(quint16 port, std::vector<test::PreparedPerson> people)
        : m_people(std::move(people)), m_guests(m_people.size()), m_clients(port, "/", "jjak.v1", [this](int i, QByteArrayView frame) { hear(i, frame); })
    {
    }

    bool signIn()
    {
        for (size_t first = 0; first < m_people.size(); first += signInAtOnce) {
            const size_t end = std::min(m_people.size(), first + signInAtOnce);
            if (!m_clients.connect(int(end - first)))
                return false;
            for (size_t i = first; i < end; ++i) {
                m_clients.send(int(i), encodeRequest(1, cmd::Hello{limits::protocolVersion, QStringLiteral("burst"), {}}));
                m_clients.send(int(i), encodeRequest(signInRequest, cmd::Resume{m_people[i].token}));
            }
            if (!m_clients.pollUntil([&] { return m_signedIn == int(end); }, 30'000))
                return false;
        }
        return true;
    }

    //! All of them, evenly over so many milliseconds; true when everybody who can be seated was greeted within a minute.
    bool enter(EventId event, int milliseconds, int seated)
    {
        const int count = int(m_guests.size());
        m_begin = nowNs();
        for (int sent = 0; sent < count;) {
            const qint64 passed = (nowNs() - m_begin) / 1'000'000;
            const int due = milliseconds > 0 ? int(std::min<qint64>(count, passed * count / milliseconds + 1)) : count;
            for (; sent < due; ++sent) {
                m_guests[size_t(sent)].entered = nowNs();
                m_clients.send(sent, encodeRequest(enterRequest, cmd::EnterDate{event}));
            }
            m_clients.poll(1);
        }
        return m_clients.pollUntil([&] { return m_greeted >= seated && m_seated >= seated; }, 60'000);
    }

    const std::vector<Guest> &guests() const { return m_guests; }
    const std::vector<test::PreparedPerson> &people() const { return m_people; }
    qint64 begin() const { return m_begin; }
    int refused() const { return m_refused; }
    int moved() const { return m_moved; }
    int closed() const { return m_clients.closed(); }
    int seated() const { return m_seated; }

private:
    void hear(int index, QByteArrayView frame)
    {
        Guest &guest = m_guests[size_t(index)];
        if (frame.startsWith("{\"re\":2,\"ok\""))
            ++m_signedIn;
        else if (frame.startsWith("{\"ev\":\"date.state\"") || frame.startsWith("{\"re\":3,\"ok\""))
            look(guest, frame);
        else if (frame.startsWith("{\"ev\":\"room.message\"") && guest.greeted == 0) {
            guest.greeted = nowNs();
            ++m_greeted;
        } else if (frame.startsWith("{\"re\":3,\"err\""))
            ++m_refused;
    }
    void look(Guest &guest, QByteArrayView frame)
    {
        const QByteArray date = textAfter(frame, "\"date\":{\"date\":\"");
        if (date.isEmpty())
            return;
        if (guest.seated == 0) {
            guest.seated = nowNs();
            guest.date = date;
            guest.seat = textAfter(frame, "\"me\":").left(1).toInt();
            ++m_seated;
        }
        m_moved += guest.date != date;
    }

    std::vector<test::PreparedPerson> m_people;
    std::vector<Guest> m_guests;
    test::LoadClients m_clients;
    qint64 m_begin = 0;
    int m_signedIn = 0, m_seated = 0, m_greeted = 0, m_refused = 0, m_moved = 0;
};

//! What is wrong with the seating, as the guests were told it and as it is stored; empty when nothing is.
QString whatIsWrong(const Throng &crowd, app::DateStore &dates)
{
    QHash<QByteArray, QSet<int>> seats;
    for (const Guest &guest : crowd.guests()) {
        if (guest.seated == 0)
            continue;
        if (seats[guest.date].contains(guest.seat))
            return QStringLiteral("two people were told the same seat");
        seats[guest.date].insert(guest.seat);
    }
    for (const auto &taken : std::as_const(seats)) {
        if (taken.size() != limits::seats)
            return QStringLiteral("a date with %1 seats").arg(taken.size());
    }
    QSet<DateId> stored;
    QSet<AccountId> sitting;
    qsizetype places = 0;
    for (const test::PreparedPerson &person : crowd.people()) {
        const auto date = dates.activeOf(person.account);
        if (!date)
            return QStringLiteral("somebody sits nowhere");
        if (stored.contains(date->id))
            continue;
        stored.insert(date->id);
        for (const domain::Seat &seat : date->seats)
            sitting.insert(seat.account);
        places += date->seats.size();
    }
    if (places != sitting.size() || places != qsizetype(crowd.people().size()))
        return QStringLiteral("%1 places, %2 people in them").arg(places).arg(sitting.size());
    return {};
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const int wanted = argc > 1 ? atoi(argv[1]) : 7000, milliseconds = argc > 2 ? atoi(argv[2]) : 1000;
    const int count = wanted / limits::seats * limits::seats;
    test::ServerProcess server;
    std::vector<test::PreparedPerson> people;
    EventInfo event;
    {
        test::Preparation preparation(server.database());
        people = preparation.people(count, QStringLiteral("guest"));
        event = preparation.event();
    }
    if (!server.start())
        return std::printf("no server: %s\n", qPrintable(server.log())), 1;
    Throng crowd(server.port(), std::move(people));
    if (!crowd.signIn())
        return std::printf("not everybody could sign in\n"), 1;

    const double before = server.cpuSeconds();
    const bool all = crowd.enter(event.event, milliseconds, count);
    const double cpu = server.cpuSeconds() - before;
    qint64 seated = 0, greeted = 0;
    Percentiles waits;
    for (const Guest &guest : crowd.guests()) {
        seated = std::max(seated, guest.seated), greeted = std::max(greeted, guest.greeted);
        waits.add(guest.greeted - guest.entered);
    }
    const QString wrong = whatIsWrong(crowd, storage::StoreSet(server.database(), storage::OpenAs::Reader).stores().dates);
    std::printf("%d people enter one event within %d ms: %d seated in %d dates, refused %d, moved %d, cut off %d; last one seated after %.2f s, last one welcomed after %.2f s, %.2f s of server CPU; entering to welcome %s\n",
                count, milliseconds, crowd.seated(), crowd.seated() / limits::seats, crowd.refused(), crowd.moved(), crowd.closed(), double(seated - crowd.begin()) / 1e9, double(greeted - crowd.begin()) / 1e9, cpu, qPrintable(waits.text()));
    if (!wrong.isEmpty())
        std::printf("WRONG: %s\n", qPrintable(wrong));
    return all && wrong.isEmpty() && crowd.refused() == 0 && crowd.moved() == 0 && crowd.closed() == 0 ? 0 : 1;
}
