// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/core/lounge/table_pages.h"
#include "scene.h"
#include "tables.h"

using namespace jjak;
using namespace jjak::client;
using namespace jjak::client::test;
using namespace jjak::protocol;
using namespace Qt::StringLiterals;
using Fetching = TablePages::State;
using Numbers = std::vector<int>;

namespace {

//! A server with tables, two on a page, and somebody who reads them.
struct Bench : TableServer {
    Bench()
    {
        pageLength = 2;
        scene.start({});
    }
    //! The first page is here.
    void look(const QString &text = {})
    {
        pages.setText(text);
        arrive();
    }
    void more()
    {
        pages.more();
        arrive();
    }
    void arrive() { QTRY_VERIFY(pages.isListed() && pages.state() == Fetching::Idle); }
    QList<Table> listed(const cmd::ListTables &) const override { return tables; }
    //! And waits until it was heard.
    void tell(const Table &table)
    {
        QSignalSpy heard(&scene.session->tables(), &Tables::tableChanged);
        scene.peer.tell(ev::TableState{table});
        QTRY_COMPARE(heard.size(), 1);
    }
    void has(int upTo)
    {
        tables.clear();
        for (int number = 1; number <= upTo; ++number)
            tables.append(table(number));
    }
    Numbers shown() const { return numbers(pages.tables()); }
    qsizetype asked() const { return scene.peer.count<cmd::ListTables>(); }
    cmd::ListTables last() const { return scene.peer.asked<cmd::ListTables>().last(); }
    bool lastWas(const std::optional<QString> &after, const std::optional<QString> &text) const
    {
        return !last().mine && !last().past && last().after == after && last().text == text;
    }

    TablePages pages{*scene.session};
    QList<Table> tables; //!< as the server lists them
};

Table ended(int number, qint64 version, Standing mine = Standing::Seated)
{
    Table out = table(number, mine, version);
    out.phase = TablePhase::Ended;
    return out;
}

} // namespace

//! The coffee tables there are, page after page.
class TestTablePages : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingIsAskedBeforeSomebodyLooks();
    void pagesFollowEachOther();
    void searchAsksWithItsText();
    void answerToAnEarlierTextIsVoid();
    void answerToAnEarlierRefreshIsVoid();
    void searchGoesThroughEmptyPages();
    void errorIsToldAndTriedAgain();
    void errorOfAFurtherPageLeavesWhatIsShown();
    void lostConnectionIsTriedAgainByItself();
    void reconnectAsksForWhatIsShown();
    void refreshAsksForAsManyAsAreShown();
    void whatIsToldChangesAShownTable();
    void ownOfferStandsWhereTheServerPutsIt();
    void whatIsToldOutlastsOlderAnswers();
    void ownOfferToldMeanwhileIsListed();
    void tableThatMovesIsThereOnce();
    void signedOutNothingIsLeft();
};

void TestTablePages::nothingIsAskedBeforeSomebodyLooks()
{
    Bench bench;
    bench.has(1);
    bench.tell(table(1, Standing::Host));
    bench.pages.more();
    bench.pages.retry();
    QVERIFY(!bench.pages.isListed() && !bench.pages.isComplete() && bench.shown().empty());
    QCOMPARE(bench.pages.state(), Fetching::Idle);
    QCOMPARE(bench.asked(), 0);
}

void TestTablePages::pagesFollowEachOther()
{
    Bench bench;
    bench.has(5);
    bench.pages.setText({});
    QVERIFY(bench.pages.state() == Fetching::Loading && !bench.pages.isListed());
    bench.arrive();
    QCOMPARE(bench.shown(), (Numbers{1, 2}));
    QVERIFY(!bench.pages.isComplete());
    QVERIFY(bench.lastWas({}, {}));
    bench.pages.more();
    bench.more(); // it is on its way
    QCOMPARE(bench.shown(), (Numbers{1, 2, 3, 4}));
    QCOMPARE(bench.asked(), 2);
    QCOMPARE(bench.last().after, std::optional(u"2"_s));
    bench.more();
    QCOMPARE(bench.shown(), (Numbers{1, 2, 3, 4, 5}));
    QVERIFY(bench.pages.isComplete());
    bench.pages.more();
    QCOMPARE(bench.pages.state(), Fetching::Idle);
    QCOMPARE(bench.asked(), 3);
}

void TestTablePages::searchAsksWithItsText()
{
    Bench bench;
    bench.has(3);
    bench.look();
    bench.pages.setText(u"walks"_s);
    QVERIFY(bench.shown().empty() && !bench.pages.isListed()); // those do not have it
    QCOMPARE(bench.pages.text(), u"walks"_s);
    bench.arrive();
    QVERIFY(bench.lastWas({}, u"walks"_s));
    bench.more();
    QVERIFY(bench.lastWas(u"2"_s, u"walks"_s));
    QCOMPARE(bench.shown(), (Numbers{1, 2, 3}));
}

void TestTablePages::answerToAnEarlierTextIsVoid()
{
    Bench bench;
    bench.has(2);
    bench.holds = true;
    bench.pages.setText(u"walks"_s);
    bench.pages.setText(u"books"_s);
    QTRY_COMPARE(bench.held.size(), 2);
    const auto [id, ask] = bench.held.takeFirst();
    QCOMPARE(ask.text, std::optional(u"walks"_s));
    bench.answer(id, ask);
    bench.tell(table(9, Standing::Seated)); // comes after it
    QVERIFY(bench.shown().empty() && bench.pages.state() == Fetching::Loading);
    bench.tables = {table(3)};
    bench.answerHeld();
    bench.arrive();
    QCOMPARE(bench.shown(), Numbers{3});
}

void TestTablePages::answerToAnEarlierRefreshIsVoid()
{
    Bench bench;
    bench.has(2);
    bench.look();
    bench.holds = true;
    bench.pages.refresh();
    bench.pages.refresh();
    QTRY_COMPARE(bench.held.size(), 2);
    const auto [id, ask] = bench.held.takeFirst();
    bench.answer(id, ask);
    bench.tell(table(9, Standing::Seated)); // comes after it
    QCOMPARE(bench.pages.state(), Fetching::Loading);
    bench.answerHeld();
    bench.arrive();
}

void TestTablePages::searchGoesThroughEmptyPages()
{
    Bench bench;
    bench.scene.peer.on<cmd::ListTables>([&bench](qint64 id, const cmd::ListTables &ask) {
        const int page = ask.after.value_or(QString()).toInt();
        const bool hit = page == 2 || page == 14;
        bench.scene.peer.ok(id, cmd::TableList{hit ? QList{table(page)} : QList<Table>(), QString::number(page + 1)});
    });
    bench.look(u"walks"_s);
    QCOMPARE(bench.shown(), Numbers{2});
    QCOMPARE(bench.asked(), 3);
    bench.more(); // somewhere it ends
    QCOMPARE(bench.shown(), Numbers{2});
    QCOMPARE(bench.asked(), 13);
    QVERIFY(!bench.pages.isComplete());
    bench.more(); // and goes on when it is wanted
    QCOMPARE(bench.shown(), (Numbers{2, 14}));
    QCOMPARE(bench.asked(), 15);
}

void TestTablePages::errorIsToldAndTriedAgain()
{
    Bench bench;
    bench.has(1);
    bench.refuse = ErrorCode::AccessDenied;
    bench.pages.setText({});
    QTRY_COMPARE(bench.pages.state(), Fetching::Failed);
    QCOMPARE(bench.pages.error().code, ErrorCode::AccessDenied);
    QVERIFY(!bench.pages.isListed() && !bench.pages.isComplete());
    bench.pages.more();
    QCOMPARE(bench.pages.state(), Fetching::Failed);
    bench.refuse.reset();
    bench.pages.retry();
    QCOMPARE(bench.pages.state(), Fetching::Loading);
    bench.arrive();
    QCOMPARE(bench.shown(), Numbers{1});
    bench.pages.retry();
    QCOMPARE(bench.pages.state(), Fetching::Idle);
    QCOMPARE(bench.asked(), 2);
}

void TestTablePages::errorOfAFurtherPageLeavesWhatIsShown()
{
    Bench bench;
    bench.has(4);
    bench.look();
    bench.refuse = ErrorCode::AccessDenied;
    bench.pages.more();
    QTRY_COMPARE(bench.pages.state(), Fetching::Failed);
    QVERIFY(bench.pages.isListed());
    QCOMPARE(bench.shown(), (Numbers{1, 2}));
    bench.tell(ended(1, 2)); // also goes from what is tried again
    QCOMPARE(bench.shown(), Numbers{2});
    bench.refuse.reset();
    bench.pages.retry();
    bench.arrive();
    QCOMPARE(bench.last().after, std::optional(u"2"_s));
    QCOMPARE(bench.shown(), (Numbers{2, 3, 4}));
}

void TestTablePages::lostConnectionIsTriedAgainByItself()
{
    Bench bench;
    bench.has(2);
    bench.holds = true;
    bench.pages.setText(u"walks"_s);
    QTRY_COMPARE(bench.held.size(), 1);
    bench.holds = false;
    bool failed = false;
    connect(&bench.pages, &TablePages::changed, this, [&] { failed |= bench.pages.state() == Fetching::Failed; });
    bench.scene.peer.drop();
    bench.arrive();
    QVERIFY(failed);
    QCOMPARE(bench.shown(), (Numbers{1, 2}));
    QCOMPARE(bench.last().text, std::optional(u"walks"_s));
}

void TestTablePages::reconnectAsksForWhatIsShown()
{
    Bench bench;
    bench.has(5);
    bench.look();
    bench.more();
    bench.tables = {table(1), table(3), table(4, Standing::None, 2), table(5)};
    bench.scene.peer.drop();
    QTRY_COMPARE(bench.shown(), (Numbers{1, 3, 4, 5}));
    QCOMPARE(bench.pages.tables()[2].version, 2);
}

void TestTablePages::refreshAsksForAsManyAsAreShown()
{
    Bench bench;
    bench.has(30);
    bench.look();
    for (int page = 2; page <= 12; ++page)
        bench.more();
    QCOMPARE(bench.pages.tables().size(), 24);
    bench.tables.removeFirst();
    bench.pages.refresh();
    QCOMPARE(bench.pages.tables().size(), 24); // those stay until the others are here
    QVERIFY(bench.pages.isListed());
    bench.arrive();
    QCOMPARE(bench.pages.tables(), bench.tables.first(24));
    QCOMPARE(bench.asked(), 24);
}

void TestTablePages::whatIsToldChangesAShownTable()
{
    Bench bench;
    bench.tables = {table(1, Standing::None, 5), table(2)};
    bench.look();
    QSignalSpy changed(&bench.pages, &TablePages::changed);
    bench.tell(table(1, Standing::Seated, 4)); // older than what is shown
    QCOMPARE(bench.pages.tables()[0], table(1, Standing::None, 5));
    QCOMPARE(changed.size(), 0);
    bench.tell(table(1, Standing::Seated, 6));
    QCOMPARE(bench.pages.tables()[0], table(1, Standing::Seated, 6));
    QCOMPARE(changed.size(), 1);
    bench.tell(table(1, Standing::None, 7)); // one left, it goes on
    QCOMPARE(bench.pages.tables()[0].mine, Standing::None);
    bench.tell(ended(2, 2));
    QCOMPARE(bench.shown(), Numbers{1});
    QCOMPARE(changed.size(), 3);
    QCOMPARE(bench.asked(), 1);
}

void TestTablePages::ownOfferStandsWhereTheServerPutsIt()
{
    Bench bench;
    bench.tables = {table(1), table(3)};
    bench.look();
    bench.tell(table(7, Standing::Seated)); // somewhere on a further page
    bench.tell(ended(8, 1, Standing::Host));
    QCOMPARE(bench.asked(), 1);
    bench.tables.insert(1, table(2, Standing::Host));
    bench.tell(table(2, Standing::Host));
    QTRY_COMPARE(bench.shown(), (Numbers{1, 2}));
    bench.look(u"walks"_s);
    bench.tell(table(9, Standing::Host)); // whether it has that text only the server knows
    QCOMPARE(bench.asked(), 3);
}

void TestTablePages::whatIsToldOutlastsOlderAnswers()
{
    Bench bench;
    bench.has(4);
    bench.look();
    for (const bool whole : {false, true}) {
        bench.holds = true;
        if (whole)
            bench.pages.refresh();
        else
            bench.pages.more();
        QTRY_COMPARE(bench.held.size(), 1);
        bench.tell(whole ? ended(3, 2) : ended(1, 2));
        bench.tell(table(2, Standing::Seated, whole ? 3 : 2));
        bench.answerHeld(); // from before
        bench.arrive();
        QCOMPARE(bench.shown(), whole ? (Numbers{2, 4}) : (Numbers{2, 3, 4}));
        QCOMPARE(bench.pages.tables()[0], table(2, Standing::Seated, whole ? 3 : 2));
        bench.tables.removeFirst(); // now it knows
    }
}

void TestTablePages::ownOfferToldMeanwhileIsListed()
{
    Bench bench;
    bench.has(1);
    bench.look();
    bench.holds = true;
    bench.pages.refresh();
    QTRY_COMPARE(bench.held.size(), 1);
    bench.tell(table(2, Standing::Host));
    bench.answerHeld();
    bench.tables.append(table(2, Standing::Host));
    QTRY_COMPARE(bench.asked(), 3);
    bench.arrive();
    QCOMPARE(bench.shown(), (Numbers{1, 2}));
}

void TestTablePages::tableThatMovesIsThereOnce()
{
    Bench bench;
    bench.has(4);
    bench.look();
    bench.tell(table(1, Standing::Seated, 2));
    bench.tables = {table(5), table(6), table(1), table(2, Standing::None, 2), table(3), table(4)};
    bench.more(); // the next page has those that are here already, one older and one newer; so it takes another one
    QCOMPARE(bench.shown(), (Numbers{1, 2, 3, 4}));
    QCOMPARE(bench.pages.tables()[0], table(1, Standing::Seated, 2));
    QCOMPARE(bench.pages.tables()[1], table(2, Standing::None, 2));
    QCOMPARE(bench.asked(), 3);
    QVERIFY(bench.pages.isComplete());
}

void TestTablePages::signedOutNothingIsLeft()
{
    Bench bench;
    bench.has(4);
    bench.look(u"walks"_s);
    bench.holds = true;
    bench.pages.more();
    QTRY_COMPARE(bench.held.size(), 1);
    bench.tell(table(1, Standing::Seated, 2));
    QSignalSpy out(bench.scene.session.get(), &Session::signedOut);
    bench.scene.session->signOut();
    QVERIFY(out.wait()); // before the answer
    bench.holds = false;
    QVERIFY(!bench.pages.isListed() && bench.shown().empty() && bench.pages.text().isEmpty());
    QCOMPARE(bench.pages.state(), Fetching::Idle);
    const qsizetype before = bench.asked();
    bench.scene.start({});
    QCOMPARE(bench.asked(), before); // whoever comes then has looked at nothing
    bench.look();
    QCOMPARE(bench.pages.tables()[0], table(1)); // what was told to the other one is not known
}

QTEST_GUILESS_MAIN(TestTablePages)
#include "tst_table_pages.moc"
