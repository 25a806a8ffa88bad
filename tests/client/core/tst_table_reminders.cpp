// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scene.h"
#include "tables.h"

using namespace jjak;
using namespace jjak::client;
using namespace jjak::client::test;
using namespace jjak::protocol;
using namespace Qt::StringLiterals;

namespace {

Time soon()
{
    return std::chrono::floor<Duration>(std::chrono::system_clock::now());
}

//! With a seat for oneself, so that the first reminder is due after `left`.
Table dueIn(Duration left, Standing mine = Standing::Seated)
{
    Table out = table(1, mine);
    out.at = soon() + 10min + left;
    return out;
}

} // namespace

//! Wishes to be reminded of coffee tables, which are no part of what is told at a sign-in.
class TestTableReminders : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tableIsRemindedOf();
    void tableIsAskedForAfterARestart();
    void whoHasNoSeatAnyMoreIsNotReminded();
    void whoGetsASeatIsReminded();
    void wishForATableThatIsGoneIsForgotten();
    void nothingIsAskedForWithoutAWish();
};

void TestTableReminders::tableIsRemindedOf()
{
    Scene scene;
    scene.start({});
    QSignalSpy reminded(scene.session.get(), &Session::reminded), changed(scene.session.get(), &Session::remindersChanged);
    const Table wanted = dueIn(300ms);
    scene.session->setReminder(occasionOf(wanted), true);
    scene.session->setReminder(occasionOf(wanted), true);
    QCOMPARE(changed.size(), 1);
    QVERIFY(scene.session->hasReminder(tableId(1)) && !scene.session->hasReminder(tableId(2)));
    QTRY_COMPARE(reminded.size(), 1);
    QCOMPARE(reminded[0][0].value<Occasion>(), occasionOf(wanted));
    QCOMPARE(reminded[0][1].toInt(), 10);
    scene.session->setReminder(occasionOf(wanted), false);
    QCOMPARE(changed.size(), 2);
    QVERIFY(!scene.session->hasReminder(tableId(1)));
}

void TestTableReminders::tableIsAskedForAfterARestart()
{
    Scene scene;
    scene.start({});
    scene.session->setReminder(occasionOf(dueIn(1h)), true);
    scene.peer.always<cmd::LookAtTable>({dueIn(300ms)});
    scene.restart();
    QSignalSpy reminded(scene.session.get(), &Session::reminded);
    scene.signIn();
    QTRY_COMPARE(reminded.size(), 1);
    QCOMPARE(reminded[0][0].value<Occasion>().id, OccasionId(tableId(1)));
    QCOMPARE(scene.peer.asked<cmd::LookAtTable>().last().table, tableId(1));
}

void TestTableReminders::whoHasNoSeatAnyMoreIsNotReminded()
{
    Scene scene;
    scene.start({});
    QSignalSpy reminded(scene.session.get(), &Session::reminded), changed(&scene.session->tables(), &Tables::tableChanged);
    Table wanted = dueIn(200ms);
    scene.session->setReminder(occasionOf(wanted), true);
    wanted.version = 2;
    wanted.mine = Standing::None;
    scene.peer.tell(ev::TableState{wanted});
    QTRY_COMPARE(changed.size(), 1);
    QVERIFY(!reminded.wait(400));
}

void TestTableReminders::whoGetsASeatIsReminded()
{
    Scene scene;
    scene.start({});
    QSignalSpy reminded(scene.session.get(), &Session::reminded);
    Table wanted = dueIn(100ms, Standing::Waiting);
    scene.session->setReminder(occasionOf(wanted), true);
    QVERIFY(!reminded.wait(250));
    wanted.version = 2;
    wanted.mine = Standing::Seated;
    scene.peer.tell(ev::TableState{wanted});
    QTRY_COMPARE(reminded.size(), 1);
}

void TestTableReminders::wishForATableThatIsGoneIsForgotten()
{
    Scene scene;
    scene.start({});
    scene.session->setReminder(occasionOf(dueIn(1h)), true);
    scene.peer.on<cmd::LookAtTable>([&](qint64 id, const cmd::LookAtTable &) { scene.peer.refuse(id, {ErrorCode::TableNotFound}); });
    scene.restart();
    scene.signIn();
    QTRY_COMPARE(scene.peer.count<cmd::LookAtTable>(), 1);
    QTRY_VERIFY(!scene.session->hasReminder(tableId(1)));
}

void TestTableReminders::nothingIsAskedForWithoutAWish()
{
    Scene scene;
    scene.start({});
    QCOMPARE(scene.peer.count<cmd::LookAtTable>(), 0);
}

QTEST_GUILESS_MAIN(TestTableReminders)
#include "tst_table_reminders.moc"
