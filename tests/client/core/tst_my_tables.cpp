// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "client/core/lounge/my_tables.h"
#include "scene.h"
#include "tables.h"

using namespace jjak;
using namespace jjak::client;
using namespace jjak::client::test;
using namespace jjak::protocol;
using namespace Qt::StringLiterals;
using Kind = TableNews::Kind;
using Fetching = MyTables::State;

namespace {

//! A server with tables of one's own, which it lists in pages, and all that is told of them.
struct Bench : TableServer {
    Bench()
    {
        scene.peer.on<cmd::LookAtTable>([this](qint64 id, const cmd::LookAtTable &ask) {
            const QList<Table> all = alive + past;
            const auto it = std::ranges::find(all, ask.table, &Table::table);
            if (it == all.end())
                scene.peer.refuse(id, {ErrorCode::TableNotFound});
            else
                scene.peer.ok(id, cmd::TableReply{*it});
        });
        QObject::connect(&mine, &MyTables::told, [this](const Table &table, const TableNews &what) { news.append({table.table, what.kind}); });
        QObject::connect(&mine, &MyTables::tableChanged, [this](const Table &table) { changes.append(table); });
    }
    //! Signed in; the tables are here.
    void start()
    {
        scene.start({});
        QTRY_VERIFY(mine.isListed());
    }
    QList<Table> listed(const cmd::ListTables &ask) const override { return ask.past ? past : alive; }
    //! And waits until it was heard.
    void tell(const Table &table)
    {
        const qsizetype before = changes.size();
        scene.peer.tell(ev::TableState{table});
        QTRY_COMPARE(changes.size(), before + 1);
        QCOMPARE(changes.last(), table);
    }
    qsizetype lists(bool ofPast) const
    {
        return std::ranges::count(scene.peer.asked<cmd::ListTables>(), ofPast, &cmd::ListTables::past);
    }
    qsizetype looks() const { return scene.peer.count<cmd::LookAtTable>(); }

    MyTables mine{*scene.session};
    QList<Table> alive, past; //!< as the server lists them
    QList<std::pair<TableId, Kind>> news;
    QList<Table> changes;
};

Table ended(int number, qint64 version = 1)
{
    Table out = table(number, Standing::Seated, version);
    out.phase = TablePhase::Ended;
    return out;
}

Table open(int number, qint64 version)
{
    Table out = table(number, Standing::Seated, version);
    out.phase = TablePhase::Open;
    out.room = roomId(number);
    return out;
}

using Numbers = std::vector<int>;
using News = QList<std::pair<TableId, Kind>>;

} // namespace

//! One's own coffee tables, as a client keeps them.
class TestMyTables : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theyAreHereOnceThereIsAConnection();
    void eachOfThemIsFound();
    void thoseThatComeAreFetchedToTheLastPage();
    void earlierOnesAreFetchedPageAfterPage();
    void askedAnewTheEarlierOnesBeginAnew();
    void whatIsToldMovesATable();
    void newOnesStandWhereTheirTimeIs();
    void thanksToAHostLeaveTheOrder();
    void answersTakeBackNothingThatWasTold();
    void answersToAnEarlierQuestionAreVoid();
    void tableOneLeftCanComeBack();
    void whatWasMissedIsLearnedAfterAReconnect();
    void knownThingsAreNotToldAgainAfterAReconnect();
    void tableOneWasRemovedFromMeanwhileIsGone();
    void whatOneEndsOneselfIsNoNews();
    void errorIsToldUntilTheyAreHere();
    void errorLeavesWhatIsHere();
    void errorOfAnEarlierPageIsTold();
    void lostConnectionIsTriedAgainByItself();
    void signedOutNothingIsLeft();
};

void TestMyTables::theyAreHereOnceThereIsAConnection()
{
    Bench bench;
    bench.alive = {table(1, Standing::Waiting), table(2, Standing::Seated), table(3, Standing::Asked), table(4, Standing::Host), table(5, Standing::Offered)};
    bench.past = {ended(7), ended(6)};
    QVERIFY(!bench.mine.isListed() && bench.mine.all().isEmpty() && bench.mine.state() == Fetching::Idle);
    bench.holds = true;
    bench.scene.start({});
    QTRY_COMPARE(bench.held.size(), 2);
    QVERIFY(!bench.mine.isListed() && bench.mine.state() == Fetching::Loading);
    bench.answerHeld();
    QTRY_VERIFY(bench.mine.isListed());
    QCOMPARE(bench.mine.state(), Fetching::Idle);
    QCOMPARE(numbers(bench.mine.coming()), (Numbers{2, 4}));
    QCOMPARE(numbers(bench.mine.waiting()), (Numbers{1, 3, 5}));
    QCOMPARE(numbers(bench.mine.past()), (Numbers{7, 6}));
    QCOMPARE(bench.mine.all().size(), 7);
    QVERIFY(!bench.mine.hasMore());
    QCOMPARE(bench.news, (News{{tableId(5), Kind::Offered}})); // it must be taken in time
    QCOMPARE(bench.scene.peer.count<cmd::ListTables>(), 2);
    const auto asked = bench.scene.peer.asked<cmd::ListTables>();
    QVERIFY(asked[0].mine && asked[1].mine && !asked[0].text);
}

void TestMyTables::eachOfThemIsFound()
{
    Bench bench;
    Table over = ended(2);
    over.room = roomId(2);
    bench.alive = {open(1, 1)};
    bench.past = {over};
    bench.start();
    QCOMPARE(bench.mine.find(tableId(1)), std::optional(open(1, 1)));
    QCOMPARE(bench.mine.ofRoom(roomId(1)), std::optional(open(1, 1)));
    QCOMPARE(bench.mine.ofPost(postId(1)), std::optional(open(1, 1)));
    QCOMPARE(bench.mine.ofRoom(roomId(2)), std::optional(over));
    QVERIFY(!bench.mine.ofPost(postId(2))); // it does not go on
    QVERIFY(!bench.mine.find(tableId(3)) && !bench.mine.ofRoom(roomId(3)) && !bench.mine.ofPost(postId(3)));
}

void TestMyTables::thoseThatComeAreFetchedToTheLastPage()
{
    Bench bench;
    bench.pageLength = 2;
    for (int number = 1; number <= 5; ++number)
        bench.alive.append(table(number, Standing::Seated));
    bench.start();
    QCOMPARE(numbers(bench.mine.coming()), (Numbers{1, 2, 3, 4, 5}));
    QCOMPARE(bench.lists(false), 3);
    QVERIFY(!bench.mine.hasMore());
}

void TestMyTables::earlierOnesAreFetchedPageAfterPage()
{
    Bench bench;
    bench.pageLength = 2;
    bench.past = {ended(5), ended(4), ended(3), ended(2), ended(1)};
    bench.start();
    QCOMPARE(numbers(bench.mine.past()), (Numbers{5, 4}));
    QVERIFY(bench.mine.hasMore());
    bench.mine.fetchMore();
    QCOMPARE(bench.mine.state(), Fetching::Loading);
    bench.mine.fetchMore(); // it is on its way
    QTRY_COMPARE(bench.mine.state(), Fetching::Idle);
    QCOMPARE(numbers(bench.mine.past()), (Numbers{5, 4, 3, 2}));
    QCOMPARE(bench.lists(true), 2);
    bench.mine.fetchMore();
    QTRY_COMPARE(numbers(bench.mine.past()), (Numbers{5, 4, 3, 2, 1}));
    QVERIFY(!bench.mine.hasMore());
    bench.mine.fetchMore();
    QCOMPARE(bench.mine.state(), Fetching::Idle);
    QVERIFY(bench.news.isEmpty());
}

void TestMyTables::askedAnewTheEarlierOnesBeginAnew()
{
    Bench bench;
    bench.pageLength = 2;
    bench.past = {ended(4), ended(3), ended(2)};
    bench.start();
    bench.mine.fetchMore();
    QTRY_COMPARE(bench.mine.past().size(), 3);
    bench.past.prepend(ended(5));
    bench.mine.refresh();
    QCOMPARE(numbers(bench.mine.past()), (Numbers{4, 3, 2})); // until the answer is here
    QTRY_COMPARE(bench.mine.state(), Fetching::Idle);
    QCOMPARE(numbers(bench.mine.past()), (Numbers{5, 4})); // no gap, and nothing twice
    QVERIFY(bench.mine.hasMore());
    bench.mine.fetchMore();
    QTRY_COMPARE(numbers(bench.mine.past()), (Numbers{5, 4, 3, 2}));
    QCOMPARE(bench.looks(), 0);
}

void TestMyTables::whatIsToldMovesATable()
{
    Bench bench;
    bench.alive = {table(1, Standing::Waiting)};
    bench.past = {ended(2)};
    bench.start();
    int changed = 0;
    connect(&bench.mine, &MyTables::changed, this, [&changed] { ++changed; });
    bench.tell(table(1, Standing::Offered, 2));
    QCOMPARE(numbers(bench.mine.waiting()), Numbers{1});
    QCOMPARE(bench.mine.waiting()[0].mine, Standing::Offered);
    bench.tell(table(1, Standing::Seated, 3)); // joined
    QVERIFY(bench.mine.waiting().isEmpty());
    QCOMPARE(numbers(bench.mine.coming()), Numbers{1});
    bench.tell(open(1, 4));
    QCOMPARE(numbers(bench.mine.coming()), Numbers{1});
    QCOMPARE(bench.mine.ofRoom(roomId(1)), std::optional(open(1, 4)));
    bench.tell(ended(1, 5));
    QVERIFY(bench.mine.coming().isEmpty());
    QCOMPARE(numbers(bench.mine.past()), (Numbers{2, 1}));
    bench.tell(table(1, Standing::None, 6)); // removed from it
    QCOMPARE(numbers(bench.mine.all()), Numbers{2});
    QVERIFY(!bench.mine.find(tableId(1)));
    QCOMPARE(bench.news, (News{{tableId(1), Kind::Offered}, {tableId(1), Kind::Opened}, {tableId(1), Kind::Ended}}));
    QCOMPARE(changed, 5);
    QCOMPARE(bench.scene.peer.count<cmd::ListTables>(), 2); // nothing had to be asked for
}

void TestMyTables::newOnesStandWhereTheirTimeIs()
{
    Bench bench;
    bench.alive = {table(1, Standing::Seated), table(3, Standing::Seated)};
    bench.start();
    bench.tell(table(2, Standing::Host));
    QCOMPARE(numbers(bench.mine.coming()), (Numbers{1, 2, 3}));
    QVERIFY(bench.news.isEmpty());
}

void TestMyTables::thanksToAHostLeaveTheOrder()
{
    Bench bench;
    bench.past = {ended(3), ended(2), ended(1)};
    bench.start();
    Table thanked = ended(1);
    thanked.thanked = true; // which makes no version
    bench.tell(thanked);
    QCOMPARE(numbers(bench.mine.past()), (Numbers{3, 2, 1}));
    QVERIFY(bench.mine.past()[2].thanked && bench.news.isEmpty());
}

void TestMyTables::answersTakeBackNothingThatWasTold()
{
    Bench bench;
    bench.alive = {table(1, Standing::Waiting), table(2, Standing::Seated), table(4, Standing::Seated)};
    bench.holds = true;
    bench.scene.start({});
    QTRY_COMPARE(bench.held.size(), 2);
    bench.tell(table(1, Standing::Seated, 2));
    bench.tell(table(2, Standing::None, 2));
    bench.tell(table(4, Standing::None, 2));
    bench.tell(table(4, Standing::Waiting, 3)); // and came back
    bench.tell(table(3, Standing::Host));
    bench.alive[2] = table(4, Standing::Seated, 4); // which is newer than what was told
    const qsizetype before = bench.changes.size();
    bench.answerHeld();
    QTRY_VERIFY(bench.mine.isListed());
    QCOMPARE(numbers(bench.mine.coming()), (Numbers{1, 3, 4}));
    QVERIFY(bench.mine.waiting().isEmpty());
    QCOMPARE(bench.changes.mid(before), QList{table(4, Standing::Seated, 4)});
    QCOMPARE(bench.looks(), 0);
}

void TestMyTables::answersToAnEarlierQuestionAreVoid()
{
    Bench bench;
    bench.start();
    bench.holds = true;
    bench.mine.refresh();
    bench.mine.refresh();
    QTRY_COMPARE(bench.held.size(), 4);
    const auto held = bench.held;
    for (int number = 0; number < 3; ++number) { // the last one is still on its way
        bench.answer(held[number].first, held[number].second);
        bench.tell(table(1 + number, Standing::Seated)); // heard after it
        QCOMPARE(bench.mine.state(), Fetching::Loading);
    }
    bench.answer(held[3].first, held[3].second);
    QTRY_COMPARE(bench.mine.state(), Fetching::Idle);
}

void TestMyTables::tableOneLeftCanComeBack()
{
    Bench bench;
    bench.alive = {table(1, Standing::Seated)};
    bench.start();
    bench.tell(table(1, Standing::None, 2));
    bench.alive = {table(1, Standing::Waiting, 3)}; // by another device, while there was no connection
    bench.scene.peer.drop();
    QTRY_COMPARE(numbers(bench.mine.waiting()), Numbers{1});
}

void TestMyTables::whatWasMissedIsLearnedAfterAReconnect()
{
    Bench bench;
    bench.pageLength = 3;
    bench.alive = {table(1, Standing::Waiting), table(2, Standing::Seated), table(3, Standing::Seated)};
    bench.start();
    bench.alive = {table(1, Standing::Offered, 2), table(9, Standing::Host)};
    bench.past = {ended(8), ended(7), ended(3, 2), ended(2, 2)}; // 2 is on a further page
    bench.scene.peer.drop();
    QTRY_COMPARE(bench.news.size(), 3);
    QCOMPARE(bench.news, (News{{tableId(1), Kind::Offered}, {tableId(3), Kind::Ended}, {tableId(2), Kind::Ended}}));
    QTRY_COMPARE(bench.mine.state(), Fetching::Idle);
    QCOMPARE(numbers(bench.mine.coming()), Numbers{9});
    QCOMPARE(numbers(bench.mine.waiting()), Numbers{1});
    QCOMPARE(numbers(bench.mine.past()), (Numbers{8, 7, 3, 2}));
    QCOMPARE(bench.looks(), 1);
}

void TestMyTables::knownThingsAreNotToldAgainAfterAReconnect()
{
    Bench bench;
    bench.alive = {table(1, Standing::Offered), open(2, 1)};
    bench.past = {ended(3)};
    bench.start();
    const qsizetype changes = bench.changes.size();
    bench.scene.peer.drop();
    QTRY_COMPARE(bench.scene.peer.count<cmd::ListTables>(), 4);
    QTRY_COMPARE(bench.mine.state(), Fetching::Idle);
    QCOMPARE(bench.news, (News{{tableId(1), Kind::Offered}}));
    QCOMPARE(bench.changes.size(), changes);
    QCOMPARE(bench.mine.all().size(), 3);
}

void TestMyTables::tableOneWasRemovedFromMeanwhileIsGone()
{
    Bench bench;
    bench.alive = {table(1, Standing::Seated), table(2, Standing::Seated)};
    bench.start();
    bench.alive.clear(); // 1 is not even seen any more
    bench.scene.peer.on<cmd::LookAtTable>([&bench](qint64 id, const cmd::LookAtTable &ask) {
        if (ask.table == tableId(1))
            return bench.scene.peer.refuse(id, {ErrorCode::TableNotFound});
        bench.scene.peer.ok(id, cmd::TableReply{table(2, Standing::None, 2)});
    });
    bench.scene.peer.drop();
    QTRY_COMPARE(bench.looks(), 2);
    QTRY_COMPARE(bench.mine.state(), Fetching::Idle);
    QVERIFY(bench.mine.all().isEmpty());
    QVERIFY(bench.news.isEmpty());
}

void TestMyTables::whatOneEndsOneselfIsNoNews()
{
    Bench bench;
    bench.alive = {table(1, Standing::Host), table(2, Standing::Host), table(3, Standing::Host)};
    bench.start();
    bench.mine.expectEnd(tableId(1));
    bench.mine.expectEnd(tableId(2));
    bench.mine.expectNoEnd(tableId(2)); // it was refused
    bench.tell(ended(1, 2));
    bench.tell(ended(2, 2));
    bench.tell(ended(3, 2));
    QCOMPARE(bench.news, (News{{tableId(2), Kind::Ended}, {tableId(3), Kind::Ended}}));
    QCOMPARE(bench.mine.past().size(), 3);
}

void TestMyTables::errorIsToldUntilTheyAreHere()
{
    Bench bench;
    bench.alive = {table(1, Standing::Seated)};
    bench.refuse = ErrorCode::AccessDenied;
    bench.scene.start({});
    QTRY_COMPARE(bench.mine.state(), Fetching::Failed);
    QCOMPARE(bench.mine.error().code, ErrorCode::AccessDenied);
    QVERIFY(!bench.mine.isListed());
    bench.tell(table(2, Standing::Seated)); // told all the same
    QVERIFY(!bench.mine.isListed() && bench.mine.state() == Fetching::Failed);
    bench.refuse.reset();
    bench.mine.refresh();
    QCOMPARE(bench.mine.state(), Fetching::Loading);
    bench.alive.append(table(2, Standing::Seated));
    QTRY_VERIFY(bench.mine.isListed());
    QCOMPARE(numbers(bench.mine.coming()), (Numbers{1, 2}));
}

void TestMyTables::errorLeavesWhatIsHere()
{
    Bench bench;
    bench.alive = {table(1, Standing::Seated)};
    bench.past = {ended(2)};
    bench.start();
    bench.alive.clear();
    bench.refuse = ErrorCode::AccessDenied;
    bench.mine.refresh();
    QTRY_COMPARE(bench.mine.state(), Fetching::Failed);
    QVERIFY(bench.mine.isListed());
    QCOMPARE(numbers(bench.mine.all()), (Numbers{1, 2}));
    QCOMPARE(bench.looks(), 0); // that was no answer
}

void TestMyTables::errorOfAnEarlierPageIsTold()
{
    Bench bench;
    bench.pageLength = 1;
    bench.past = {ended(2), ended(1)};
    bench.start();
    bench.refuse = ErrorCode::AccessDenied;
    bench.mine.fetchMore();
    QTRY_COMPARE(bench.mine.state(), Fetching::Failed);
    QCOMPARE(numbers(bench.mine.past()), Numbers{2});
    bench.refuse.reset();
    bench.mine.fetchMore();
    QTRY_COMPARE(numbers(bench.mine.past()), (Numbers{2, 1}));
    QCOMPARE(bench.mine.state(), Fetching::Idle);
}

void TestMyTables::lostConnectionIsTriedAgainByItself()
{
    Bench bench;
    bench.alive = {table(1, Standing::Seated)};
    bench.holds = true;
    bench.scene.start({});
    QTRY_COMPARE(bench.held.size(), 2);
    QList<Fetching> states;
    connect(&bench.mine, &MyTables::changed, this, [&] { states.append(bench.mine.state()); });
    bench.holds = false;
    bench.scene.peer.drop();
    QTRY_VERIFY(bench.mine.isListed());
    QVERIFY(states.contains(Fetching::Failed));
    QCOMPARE(bench.mine.state(), Fetching::Idle);
    QCOMPARE(numbers(bench.mine.coming()), Numbers{1});
}

void TestMyTables::signedOutNothingIsLeft()
{
    Bench bench;
    bench.pageLength = 1;
    bench.alive = {table(1, Standing::Host), table(2, Standing::Host)};
    bench.past = {ended(4), ended(3)};
    bench.start();
    bench.mine.expectEnd(tableId(2));
    bench.holds = true;
    bench.mine.refresh();
    QTRY_COMPARE(bench.held.size(), 2);
    QSignalSpy out(bench.scene.session.get(), &Session::signedOut);
    bench.scene.session->signOut();
    bench.answerHeld(); // for somebody who is not there any more
    QVERIFY(out.wait());
    QVERIFY(!bench.mine.isListed() && bench.mine.all().isEmpty() && !bench.mine.hasMore());
    QCOMPARE(bench.mine.state(), Fetching::Idle);
    bench.alive = {table(2, Standing::Host)};
    bench.past.clear();
    bench.start();
    QCOMPARE(numbers(bench.mine.all()), Numbers{2});
    bench.tell(ended(2, 2));
    QCOMPARE(bench.news, (News{{tableId(2), Kind::Ended}})); // ended by somebody else than who was here before
}

QTEST_GUILESS_MAIN(TestMyTables)
#include "tst_my_tables.moc"
