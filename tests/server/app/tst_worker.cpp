// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSqlError>
#include <QSqlQuery>
#include <QTest>

#include "tests/server/app/counter.h"
#include "tests/support/sqlite_of.h"

using namespace jjak;
using namespace jjak::app;
using namespace jjak::app::test;
using namespace jjak::protocol;
using namespace Qt::StringLiterals;

//! What a batch keeps when the database stops a part of it.
class TestWorker : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aDateThatCannotBePlayedDoesNotStopTheOthers();
    void aGoodbyeThatCouldNotBeStoredIsStoredLater();
    void whoCouldNotComeBackIsNotThere();
    void whoCouldNotBeProposedWaitsOn();

private:
    static QList<Guest *> seat(Counter &counter, int count);
    static void breakOrMend(Counter &counter, const QString &sql)
    {
        if (QSqlQuery query(storage::sqliteOf(counter.database()).connection().handle()); !query.exec(sql))
            qFatal("not run: %s", qPrintable(query.lastError().text()));
    }
    static SeatState stateOf(Counter &counter, Guest &watcher, Guest &watched);
};

QList<Guest *> TestWorker::seat(Counter &counter, int count)
{
    const auto event = counter.operate(cmd::OpenEvent{ClientId::fromBytes(QByteArray(16, 'o')), u"Friday"_s, counter.now(), counter.now() + 2h, u"Asia/Seoul"_s, 7, {u"ko"_s}, {}});
    QList<Guest *> out;
    for (int i = 0; i < count; ++i) {
        out.append(&counter.guest(u"guest %1"_s.arg(i)));
        if (!event || !counter.ask(*out.last(), cmd::EnterDate{event->event}))
            qFatal("guest %d does not get in", i);
    }
    return out;
}

SeatState TestWorker::stateOf(Counter &counter, Guest &watcher, Guest &watched)
{
    const auto me = counter.read(watched, cmd::Sync{})->blindDate.date->me;
    const auto seats = counter.read(watcher, cmd::Sync{})->blindDate.date->seats;
    for (const protocol::Seat &seat : seats) {
        if (seat.number == me)
            return seat.state;
    }
    return SeatState::Left;
}

void TestWorker::aDateThatCannotBePlayedDoesNotStopTheOthers()
{
    Counter counter;
    const auto guests = seat(counter, 14);
    const DateId broken = counter.stores().dates.activeOf(guests[0]->identity.account)->id;
    breakOrMend(counter, u"CREATE TRIGGER broken BEFORE UPDATE ON blind_date WHEN new.id = x'%1' AND new.said > old.said BEGIN SELECT RAISE(ABORT, 'broken'); END"_s.arg(QString::fromLatin1(broken.toBytes().toHex())));
    counter.pass(2min);
    QCOMPARE(counter.read(*guests[0], cmd::Sync{})->blindDate.date->phase, DatePhase::Welcome);
    QVERIFY(counter.read(*guests[7], cmd::Sync{})->blindDate.date->phase > DatePhase::Welcome);

    // It is tried again later, and goes on when it can.
    breakOrMend(counter, u"DROP TRIGGER broken"_s);
    counter.pass(1h);
    const auto later = counter.read(*guests[0], cmd::Sync{})->blindDate.date;
    QVERIFY(later && later->phase > DatePhase::Welcome);
}

void TestWorker::aGoodbyeThatCouldNotBeStoredIsStoredLater()
{
    Counter counter;
    const auto guests = seat(counter, 7);
    breakOrMend(counter, u"CREATE TRIGGER broken BEFORE UPDATE ON seat WHEN new.lost IS NOT NULL BEGIN SELECT RAISE(ABORT, 'broken'); END"_s);
    counter.disconnect(*guests[3]);
    counter.pass(1s);
    QVERIFY(!counter.stores().dates.activeOf(guests[3]->identity.account)->seatOf(guests[3]->identity.account)->lost);
    breakOrMend(counter, u"DROP TRIGGER broken"_s);
    counter.pass(91s);
    QCOMPARE(stateOf(counter, *guests[0], *guests[3]), SeatState::Away);
    QCOMPARE(stateOf(counter, *guests[0], *guests[4]), SeatState::Here);
}

//! An account is there with any of its devices: one whose sign-in was undone must not keep the seat when the others go.
void TestWorker::whoCouldNotComeBackIsNotThere()
{
    Counter counter;
    const auto guests = seat(counter, 7);
    breakOrMend(counter, u"CREATE TRIGGER broken BEFORE INSERT ON device BEGIN SELECT RAISE(ABORT, 'broken'); END"_s);
    counter.signInElsewhere(*guests[3], 500);
    breakOrMend(counter, u"DROP TRIGGER broken"_s);
    counter.disconnect(*guests[3]);
    counter.pass(91s);
    QCOMPARE(stateOf(counter, *guests[0], *guests[3]), SeatState::Away);
}

void TestWorker::whoCouldNotBeProposedWaitsOn()
{
    Counter counter;
    Guest &waiting = counter.guest(u"waiting"_s), &me = counter.guest(u"me"_s), &third = counter.guest(u"third"_s);
    const cmd::Seek here{Cell::containing({37.5665, 126.978}, limits::cellKm), Reach::Km10}, there{Cell::containing({35.1796, 129.0756}, limits::cellKm), Reach::Km10};
    QVERIFY(counter.ask(waiting, here));
    breakOrMend(counter, u"CREATE TRIGGER broken BEFORE INSERT ON open_side BEGIN SELECT RAISE(ABORT, 'broken'); END"_s);
    counter.together({{&third, protocol::Command(there)}, {&me, protocol::Command(here)}}); // one of a batch
    QVERIFY(!counter.stores().tickets.find(me.identity.account));
    QCOMPARE(counter.pool().size(), 2);

    breakOrMend(counter, u"DROP TRIGGER broken"_s);
    QVERIFY(counter.ask(me, here)->proposal);
    QCOMPARE(counter.pool().size(), 1);
}

QTEST_GUILESS_MAIN(TestWorker)
#include "tst_worker.moc"
