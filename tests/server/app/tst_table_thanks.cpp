// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "tests/server/app/cafe.h"

using namespace jjak;
using namespace jjak::app;
using namespace jjak::app::test;
using namespace jjak::protocol;
using namespace Qt::StringLiterals;

namespace {

using Refusal = std::optional<ErrorCode>;

//! A café of grown up accounts whose host wants to be ranked.
struct Evening : Cafe {
    Evening()
    {
        counter.skip(popularity::grownUp);
        rank(host);
    }
    void rank(Guest &who, bool on = true)
    {
        Profile profile = counter.stores().personas.of(who.identity.account)->profile;
        profile.ranked = on;
        if (refusal(who, cmd::Introduce{profile}))
            qFatal("cannot be ranked");
    }
    //! A table that is open, with guests at it.
    TableId open(Guest &by, const QList<Guest *> &guests)
    {
        const TableId id = offer(by, wish(by, std::nullopt, limits::tableSeats));
        for (Guest *guest : guests) {
            if (join(*guest, id))
                qFatal("no seat");
        }
        return id;
    }
    Refusal thank(Guest &who, TableId table, bool on = true) { return refusal(who, cmd::ThankHost{table, on}); }
    //! "host 2" for a host in the ranking with two guests.
    QStringList hosts(Guest &who)
    {
        QStringList out;
        const auto board = counter.read(who, cmd::LookAtBoard{});
        for (const Host &each : board->hosts)
            out.append(u"%1 %2"_s.arg(each.name.mid(5)).arg(each.guests));
        return out;
    }
};

} // namespace

//! Thanks of guests to hosts, and the hosts who were thanked most.
class TestTableThanks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aGuestThanksAndTakesItBack();
    void onlyTheGuestIsTold();
    void whoWasThereMayThankUntilADayAfterTheEnd();
    void whoWasNeverThereMayNot();
    void whoHasNoNameOrSeesNoTableMayNot();
    void hostsAreRankedByDifferentGuests();
    void whatIsTakenBackCountsNoMore();
    void onlyWhoWantsIsRanked();
    void newAccountsMoveNothing();
    void thanksCountForSevenDays();
    void aHostIsHiddenWhereThereIsABlock();
    void demoHostsAreMarked();
    void theBoardIsNotLonger();
};

void TestTableThanks::aGuestThanksAndTakesItBack()
{
    Evening cafe;
    const TableId table = cafe.open(cafe.host, {&cafe.one});
    QVERIFY(!cafe.look(cafe.one, table).thanked);
    for (int again = 0; again < 2; ++again) {
        const auto reply = cafe.counter.ask(cafe.one, cmd::ThankHost{table, true});
        QVERIFY(reply && reply->table.thanked);
        QCOMPARE(reply->table.mine, Standing::Seated);
    }
    QVERIFY(cafe.look(cafe.one, table).thanked);
    QVERIFY(cafe.counter.read(cafe.one, cmd::ListTables{})->tables.first().thanked);
    QVERIFY(!cafe.look(cafe.host, table).thanked && !cafe.look(cafe.two, table).thanked);
    for (int again = 0; again < 2; ++again)
        QVERIFY(!cafe.counter.ask(cafe.one, cmd::ThankHost{table, false})->table.thanked);
    QVERIFY(!cafe.look(cafe.one, table).thanked);
}

void TestTableThanks::onlyTheGuestIsTold()
{
    Evening cafe;
    const TableId table = cafe.open(cafe.host, {&cafe.one, &cafe.two});
    const qint64 version = cafe.look(cafe.host, table).version;
    for (Guest *guest : {&cafe.host, &cafe.one, &cafe.two})
        guest->events.clear();
    QCOMPARE(cafe.thank(cafe.one, table), Refusal());
    QVERIFY(cafe.told(cafe.one)->thanked); // for the other devices
    QVERIFY(cafe.host.events.empty() && cafe.two.events.empty());
    QCOMPARE(cafe.look(cafe.host, table).version, version);
    cafe.one.events.clear();
    QCOMPARE(cafe.thank(cafe.one, table), Refusal());
    QVERIFY(cafe.one.events.empty());
}

void TestTableThanks::whoWasThereMayThankUntilADayAfterTheEnd()
{
    Evening cafe;
    const TableId table = cafe.open(cafe.host, {&cafe.one, &cafe.two});
    QCOMPARE(cafe.leave(cafe.two, table), Refusal());
    QCOMPARE(cafe.thank(cafe.two, table), Refusal());
    QVERIFY(cafe.look(cafe.two, table).thanked);
    QCOMPARE(cafe.refusal(cafe.host, cmd::CloseTable{table}), Refusal());
    cafe.counter.passUnseen(24h - 1ms);
    QCOMPARE(cafe.thank(cafe.one, table), Refusal());
    QCOMPARE(cafe.thank(cafe.two, table, false), Refusal());
    cafe.counter.passUnseen(1ms);
    QCOMPARE(cafe.thank(cafe.one, table, false), Refusal(ErrorCode::TableEnded));
    QCOMPARE(cafe.thank(cafe.two, table), Refusal(ErrorCode::TableEnded));
    cafe.counter.skip(1h); // its room is gone
    QCOMPARE(cafe.thank(cafe.one, table), Refusal(ErrorCode::TableEnded));
    QVERIFY(cafe.look(cafe.one, table).thanked);
}

void TestTableThanks::whoWasNeverThereMayNot()
{
    Evening cafe;
    const TableId coming = cafe.offer(), open = cafe.open(cafe.host, {&cafe.two, &cafe.three, &cafe.four});
    QCOMPARE(cafe.join(cafe.one, coming), Refusal());
    QCOMPARE(cafe.thank(cafe.one, coming), Refusal(ErrorCode::GuestNotFound)); // nobody is, before it opens
    QCOMPARE(cafe.join(cafe.one, open, true), Refusal());
    QCOMPARE(cafe.thank(cafe.one, open), Refusal(ErrorCode::GuestNotFound)); // waits in line
    QCOMPARE(cafe.thank(cafe.one, open, false), Refusal(ErrorCode::GuestNotFound));
    QCOMPARE(cafe.thank(cafe.host, open), Refusal(ErrorCode::TableOwn));
    QVERIFY(cafe.hosts(cafe.one).isEmpty());
    cafe.counter.pass(1h);
    QCOMPARE(cafe.thank(cafe.one, coming), Refusal());
}

void TestTableThanks::whoHasNoNameOrSeesNoTableMayNot()
{
    Evening cafe;
    Guest &nobody = cafe.counter.guest(u"nobody"_s);
    const TableId table = cafe.open(cafe.host, {&cafe.one, &cafe.two});
    QCOMPARE(cafe.thank(nobody, table), Refusal(ErrorCode::LoungeNoName));
    QCOMPARE(cafe.thank(cafe.one, TableId::random(cafe.rng)), Refusal(ErrorCode::TableNotFound));
    QCOMPARE(cafe.refusal(cafe.host, cmd::RemoveFromTable{table, cafe.personaOf(cafe.one)}), Refusal());
    QCOMPARE(cafe.thank(cafe.one, table), Refusal(ErrorCode::TableNotFound));
    QCOMPARE(cafe.leave(cafe.two, table), Refusal());
    cafe.block(cafe.host, cafe.two);
    QCOMPARE(cafe.thank(cafe.two, table), Refusal(ErrorCode::TableNotFound));
}

void TestTableThanks::hostsAreRankedByDifferentGuests()
{
    Evening cafe;
    cafe.rank(cafe.four);
    const TableId first = cafe.open(cafe.host, {&cafe.one}), second = cafe.open(cafe.host, {&cafe.one}), other = cafe.open(cafe.four, {&cafe.one, &cafe.two});
    QCOMPARE(cafe.thank(cafe.one, first), Refusal());
    QCOMPARE(cafe.thank(cafe.one, second), Refusal());
    QCOMPARE(cafe.hosts(cafe.three), QStringList{u"host 1"_s});
    QCOMPARE(cafe.thank(cafe.one, other), Refusal());
    QCOMPARE(cafe.thank(cafe.two, other), Refusal());
    QCOMPARE(cafe.hosts(cafe.three), (QStringList{u"four 2"_s, u"host 1"_s}));
    QCOMPARE(cafe.hosts(cafe.host), (QStringList{u"four 2"_s, u"host 1"_s}));
}

void TestTableThanks::whatIsTakenBackCountsNoMore()
{
    Evening cafe;
    const TableId first = cafe.open(cafe.host, {&cafe.one}), second = cafe.open(cafe.host, {&cafe.one});
    QCOMPARE(cafe.thank(cafe.one, first), Refusal());
    QCOMPARE(cafe.thank(cafe.one, second), Refusal());
    QCOMPARE(cafe.thank(cafe.one, first, false), Refusal());
    QCOMPARE(cafe.hosts(cafe.two), QStringList{u"host 1"_s}); // for the other table
    QCOMPARE(cafe.thank(cafe.one, second, false), Refusal());
    QVERIFY(cafe.hosts(cafe.two).isEmpty());
    QCOMPARE(cafe.thank(cafe.one, second), Refusal());
    QCOMPARE(cafe.hosts(cafe.two), QStringList{u"host 1"_s});
}

void TestTableThanks::onlyWhoWantsIsRanked()
{
    Evening cafe;
    cafe.rank(cafe.host, false);
    const TableId table = cafe.open(cafe.host, {&cafe.one, &cafe.two});
    QCOMPARE(cafe.thank(cafe.one, table), Refusal());
    QVERIFY(cafe.hosts(cafe.two).isEmpty());
    cafe.rank(cafe.host);
    QCOMPARE(cafe.hosts(cafe.two), QStringList{u"host 1"_s});
    QCOMPARE(cafe.thank(cafe.two, table), Refusal());
    QCOMPARE(cafe.hosts(cafe.two), QStringList{u"host 2"_s});
    cafe.rank(cafe.host, false);
    QVERIFY(cafe.hosts(cafe.two).isEmpty());
}

void TestTableThanks::newAccountsMoveNothing()
{
    Evening cafe;
    Guest &young = cafe.person(u"young"_s);
    cafe.counter.skip(popularity::grownUp - 1ms);
    const TableId table = cafe.open(cafe.host, {&young}), later = cafe.open(cafe.host, {&young});
    QCOMPARE(cafe.thank(young, table), Refusal());
    QVERIFY(cafe.look(young, table).thanked);
    QVERIFY(cafe.hosts(cafe.one).isEmpty());
    cafe.counter.passUnseen(1ms);
    QCOMPARE(cafe.thank(young, later), Refusal());
    QCOMPARE(cafe.hosts(cafe.one), QStringList{u"host 1"_s});
    QCOMPARE(cafe.thank(young, table, false), Refusal()); // what did not count is not taken off
    QCOMPARE(cafe.hosts(cafe.one), QStringList{u"host 1"_s});
}

void TestTableThanks::thanksCountForSevenDays()
{
    Evening cafe;
    const TableId first = cafe.open(cafe.host, {&cafe.one, &cafe.two});
    QCOMPARE(cafe.thank(cafe.one, first), Refusal());
    QCOMPARE(cafe.thank(cafe.two, first), Refusal());
    cafe.counter.skip(std::chrono::days(3));
    const TableId second = cafe.open(cafe.host, {&cafe.two});
    QCOMPARE(cafe.thank(cafe.two, second), Refusal());
    cafe.counter.skip(std::chrono::days(4) - 1ms);
    QCOMPARE(cafe.hosts(cafe.three), QStringList{u"host 2"_s});
    cafe.counter.pass(5s); // never stale for longer
    QCOMPARE(cafe.hosts(cafe.three), QStringList{u"host 1"_s});
    cafe.counter.skip(std::chrono::days(3));
    QVERIFY(cafe.hosts(cafe.three).isEmpty());
    QVERIFY(cafe.look(cafe.one, first).thanked);
}

void TestTableThanks::aHostIsHiddenWhereThereIsABlock()
{
    Evening cafe;
    const TableId table = cafe.open(cafe.host, {&cafe.one, &cafe.two, &cafe.three});
    for (Guest *guest : {&cafe.one, &cafe.two, &cafe.three})
        QCOMPARE(cafe.thank(*guest, table), Refusal());
    cafe.block(cafe.host, cafe.one);
    cafe.block(cafe.two, cafe.host);
    QVERIFY(cafe.hosts(cafe.one).isEmpty());
    QVERIFY(cafe.hosts(cafe.two).isEmpty());
    QCOMPARE(cafe.hosts(cafe.three), QStringList{u"host 3"_s}); // all thanks are counted
}

void TestTableThanks::demoHostsAreMarked()
{
    Evening cafe;
    Guest &demo = cafe.person(u"demo"_s, true);
    cafe.rank(demo);
    const TableId table = cafe.open(demo, {&cafe.one, &cafe.two});
    QCOMPARE(cafe.thank(cafe.one, table), Refusal());
    const auto board = cafe.counter.read(cafe.two, cmd::LookAtBoard{});
    QCOMPARE(board->hosts, (QList<Host>{{cafe.personaOf(demo), u"Lady demo"_s, true, 1}}));
}

void TestTableThanks::theBoardIsNotLonger()
{
    Evening cafe;
    for (int i = 0; i <= limits::boardLength; ++i) {
        Guest &host = cafe.person(u"host %1"_s.arg(i));
        cafe.rank(host);
        QCOMPARE(cafe.thank(cafe.one, cafe.open(host, {&cafe.one})), Refusal());
    }
    QCOMPARE(cafe.hosts(cafe.one).size(), limits::boardLength);
}

QTEST_GUILESS_MAIN(TestTableThanks)
#include "tst_table_thanks.moc"
