// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "tests/server/app/counter.h"

using namespace jjak;
using namespace jjak::app::test;
using namespace jjak::protocol;
using namespace Qt::StringLiterals;

//! What operators may ask, and who is one.
class TestEvents : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anEventThatMakesNoSenseIsRefusedWithItsField_data();
    void anEventThatMakesNoSenseIsRefusedWithItsField();
    void rolesHoldOverOpenConnections();
};

void TestEvents::anEventThatMakesNoSenseIsRefusedWithItsField_data()
{
    QTest::addColumn<int>("which");
    QTest::addColumn<QString>("field");
    QTest::newRow("ends before it begins") << 0 << u"args.until"_s;
    QTest::newRow("is over already") << 1 << u"args.until"_s;
    QTest::newRow("lasts two days") << 2 << u"args.until"_s;
    QTest::newRow("zone of the moon") << 3 << u"args.zone"_s;
    QTest::newRow("a language the script lacks") << 4 << u"args.languages"_s;
    QTest::newRow("a language twice") << 5 << u"args.languages"_s;
    QTest::newRow("a title of spaces") << 6 << u"args.title"_s;
    QTest::newRow("a script that is none") << 7 << u"line 1"_s;
}

void TestEvents::anEventThatMakesNoSenseIsRefusedWithItsField()
{
    QFETCH(int, which);
    QFETCH(QString, field);
    Counter counter;
    SeededRng rng(1);
    cmd::OpenEvent command{ClientId::random(rng), u"Friday"_s, counter.now(), counter.now() + 2h, u"Asia/Seoul"_s, 7, {u"ko"_s}, {}};
    switch (which) {
    case 0: command.until = command.from - 1s; break;
    case 1: command.from -= 2h, command.until = counter.now(); break;
    case 2: command.until = command.from + 48h; break;
    case 3: command.zone = u"Moon/Tranquility"_s; break;
    case 4: command.languages = {u"ko"_s, u"fr"_s}; break;
    case 5: command.languages = {u"ko"_s, u"ko"_s}; break;
    case 6: command.heading = u"   "_s; break;
    case 7: command.script = u"= nonsense"_s; break;
    }
    const auto refused = counter.operate(command);
    QVERIFY(!refused);
    QCOMPARE(refused.error().field, field);
    QVERIFY(counter.stores().events.current(10).isEmpty());
}

void TestEvents::rolesHoldOverOpenConnections()
{
    Counter counter;
    Guest &guest = counter.guest(u"Min Ji"_s);
    QCOMPARE(counter.operate(cmd::SetRole{u"nobody"_s, Role::Operator}).error().code, ErrorCode::AccountNotFound);
    QVERIFY(counter.operate(cmd::SetRole{u"min ji"_s, Role::Operator}));
    QCOMPARE(guest.identity.role, Role::Operator);
    QCOMPARE(counter.stores().accounts.byId(guest.identity.account)->role, Role::Operator);
    QVERIFY(counter.operate(cmd::SetRole{u"min ji"_s, Role::User}));
    QCOMPARE(guest.identity.role, Role::User);
}

QTEST_GUILESS_MAIN(TestEvents)
#include "tst_events.moc"
