// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/privacy/leaks.h"
#include "tests/sim/world.h"

namespace jjak::privacy {

//! What somebody does beside what all do.
enum class Habit { Plain, Leaves, ComesBack, StaysAway, SecondDevice, Blocks, Reports, Floods, Peeks };
inline constexpr int habits = int(Habit::Peeks) + 1;

//! The real worker, services and database with virtual time, and guests who come to one event after the other, a month
//! apart, on a new device each time. Everything that is sent to them goes into the record, beside the truth.
class House {
public:
    House(quint64 seed, int people, Leak leak = Leak::None);

    //! One event: everybody comes, in any order, and stays until the last date is over.
    void evening();
    const Record &record() const { return m_record; }

private:
    //! A guest's connection and what it knows.
    struct Presence {
        app::Identity who, whoSecond;
        app::ConnectionId connection = 0, second = 0;
        QString token;
        qint64 request = 1000;
        protocol::BlindDate seen;
        QHash<qint64, std::function<QByteArray(const QJsonObject &)>> asked; //!< how the answer has to be written
        Habit habit = Habit::Plain;
        Duration at{0};         //!< when, after the date's beginning, the habit breaks through
        bool indulged = false, back = false;
    };
    //! What has been done at a table that still plays.
    struct Course {
        int table = 0;
        Time began;
        int act = -1, stage = 0;
        bool over = false;
        QMap<int, int> first; //!< where each seat's arrow pointed at first
    };

    void signIn(int guest);
    void bind(const app::Bind &bound);
    void disconnect(int guest);
    void goHome();
    EventId openEvent();
    void enterAll(EventId event);
    void seat();
    void seatAt(const domain::Date &date);
    void playOn();
    void act(Course &course, const domain::Date &date);
    void talk(const domain::Date &date, QByteArrayList &ids);
    void pickAll(const domain::Date &date);
    void shootFirst(Course &course, const domain::Date &date);
    void shootLast(Course &course, const domain::Date &date);
    void indulge(Course &course, const domain::Date &date);
    void indulge(int guest, const domain::Date &date, int seat, QByteArrayList &ids);
    void comeBack(int guest);
    void afterwards(Course &course, const domain::Date &date);
    void openPair(const domain::Seat &one, const domain::Seat &other);
    void lookAround(int guest);
    void pass(Duration time);

    template <class C>
    void ask(int guest, const C &command, bool second = false);
    void run(app::Caller caller, app::Work work) { m_server.run({{std::move(caller), std::move(work)}}); }
    void take(const app::Outgoing &out);
    void keep(int guest, Heard heard);
    void say(int guest, RoomId room, QByteArrayList &ids);
    std::vector<int> shuffled(std::vector<int> what);
    //! Seats whose guests are here, in any order.
    std::vector<int> seatsHere(const domain::Date &date);
    //! Some seat that can be chosen, but none of these.
    int someSeat(const domain::Date &date, const QList<int> &without);
    int guestAt(const domain::Date &date, int seat) const { return m_byAccount.value(date.seat(seat)->account, -1); }
    int guestOf(AccountId account) const { return m_byAccount.value(account, -1); }
    bool chance(int percent) { return m_rng.below(100) < quint64(percent); }

    SeededRng m_rng, m_serverRng;
    Leak m_leak;
    sim::VirtualClock m_clock;
    sim::Server m_server;
    Record m_record;
    std::vector<Presence> m_present;
    std::vector<Course> m_courses;
    QHash<AccountId, int> m_byAccount;
    QHash<app::ConnectionId, int> m_byConnection;
    app::ConnectionId m_connections = 0;
    std::vector<int> m_entered; //!< guests in the order in which they entered
};

template <class C>
void House::ask(int guest, const C &command, bool second)
{
    Presence &who = m_present[size_t(guest)];
    const qint64 request = ++who.request;
    who.asked.insert(request, [request](const QJsonObject &ok) {
        const auto reply = protocol::decode<typename C::Reply>(QJsonValue(ok));
        return reply ? protocol::encodeReply(request, *reply) : QByteArray();
    });
    const app::Caller caller{second ? who.second : who.connection, request, second ? who.whoSecond : who.who, {}};
    if (C::spec.route == protocol::Route::Read)
        m_server.read(caller, protocol::Command(command));
    else
        run(caller, protocol::Command(command));
}

} // namespace jjak::privacy
