// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTimeZone>

#include "../core/tables.h"
#include "client/core/sentences.h"
#include "desk_bench.h"

using namespace Qt::StringLiterals;
using namespace jjak;
using namespace jjak::client::test;
using namespace jjak::protocol;
using namespace jjak::terminal;
using jjak::terminal::test::DeskBench;

namespace {

//! Somebody who looks at three tables.
struct Bench : DeskBench {
    Bench()
    {
        scene.peer.on<cmd::ListTables>([this](qint64 id, const cmd::ListTables &ask) {
            if (ask.text && ask.after != u"b"_s)
                return scene.peer.ok(id, cmd::TableList{{}, ask.after ? u"b"_s : u"a"_s});
            if (ask.text)
                return scene.peer.ok(id, cmd::TableList{{table(3)}, u"c"_s});
            if (!ask.mine)
                return scene.peer.ok(id, ask.after ? cmd::TableList{{table(3)}, {}} : cmd::TableList{{table(1), table(2)}, u"n"_s});
            scene.peer.ok(id, cmd::TableList{ask.past ? past : mine, {}});
        });
        scene.peer.always<cmd::ListPosts>(client::test::page(posts(3, 1)));
    }
    void start()
    {
        scene.start({});
        QTRY_COMPARE(scene.peer.count<cmd::ListTables>(), 2); // one's own
    }
    //! The server refuses it, and that is what one is told.
    template <class C>
    void tellsRefusal(ErrorCode code, const QString &line, const QString &begins)
    {
        refuses<C>(code);
        complains(line, begins);
    }

    QList<Table> mine, past;
};

Table hosted(int number, qint64 version, const QList<TableGuest> &asking = {}, const QList<TableGuest> &guests = {guest(1)})
{
    Table out = table(number, Standing::Host, version);
    out.asking = asking;
    out.guests = guests;
    return out;
}

} // namespace

//! Coffee tables as lines and orders.
class TstTableDesk : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tablesAreListedWithNumbersThatStay();
    void onesOwnAreListed();
    void emptyListsSaySo();
    void searchGoesThroughEmptyPages();
    void nothingFoundIsSaid();
    void oneIsTold();
    void numbersThatAreNotThereAreSaid();
    void tableIsOfferedWithThePostThatIsOpen();
    void tableIsOfferedForLater();
    void offerThatCannotBeIsKept();
    void oneSitsDownAndLeaves();
    void sameHourIsAQuestion();
    void refusalsAreSaid();
    void keptSeatIsTaken();
    void hostAnswersAndRemoves();
    void onlyTheHostMay();
    void tableIsRenamedKeptAndClosed();
    void hostIsThanked();
    void newsAreAnnouncedOnce();
    void whatOneEndsOneselfIsNoNews();
    void whatWasMissedIsAnnounced();
    void signedOutNothingIsLeft();
    void helpIsListed();
};

void TstTableDesk::tablesAreListedWithNumbersThatStay()
{
    Bench bench;
    bench.start();
    bench.lists(u"/table"_s);
    QCOMPARE(bench.title, u"Coffee tables"_s);
    QCOMPARE(bench.lines.size(), 5);
    QCOMPARE(bench.lines[0], u" 1. Topic 1"_s);
    QVERIFY2(bench.lines[1].contains(u"이슬1 · "_s) && bench.lines[1].contains(u" · 한국어 · 1 of 4 seats taken"_s), qPrintable(bench.lines[1]));
    QVERIFY(bench.lines[1].contains(QDateTime::fromMSecsSinceEpoch(toMs(table(1).at)).toString(u"HH:mm"_s)));
    QVERIFY(bench.lines.last().contains(u"/table more"_s));
    bench.lists(u"/table more"_s);
    QCOMPARE(bench.lines[0], u" 3. Topic 3"_s);
    QCOMPARE(bench.scene.peer.asked<cmd::ListTables>().last().after, std::optional(u"n"_s));
    bench.complains(u"/table more"_s, u"There is no more."_s);
}

void TstTableDesk::onesOwnAreListed()
{
    Bench bench;
    bench.mine = {table(5, Standing::Seated)};
    Table over = table(6, Standing::Seated);
    over.phase = TablePhase::Ended;
    over.guests.clear();
    bench.past = {over};
    bench.start();
    bench.lists(u"/table mine"_s);
    QCOMPARE(bench.title, u"Your coffee tables"_s);
    QVERIFY(bench.lines[1].endsWith(u"you have a seat"_s));
    bench.lists(u"/table past"_s);
    QCOMPARE(bench.title, u"Your coffee tables that have ended"_s);
    QVERIFY2(bench.lines[1].startsWith(u"    ended"_s), qPrintable(bench.lines[1]));
    const auto asked = bench.scene.peer.asked<cmd::ListTables>().last();
    QVERIFY(asked.mine && asked.past);
    QVERIFY(bench.news.isEmpty());
}

void TstTableDesk::emptyListsSaySo()
{
    Bench bench;
    bench.start();
    bench.lists(u"/table mine"_s);
    QCOMPARE(bench.lines, QStringList{u"There is none."_s});
    bench.complains(u"/table more"_s, u"No tables are listed."_s);
    bench.scene.peer.always<cmd::ListTables>({});
    bench.lists(u"/table"_s);
    QVERIFY(bench.lines[0].startsWith(u"No table is open or coming."_s));
}

void TstTableDesk::searchGoesThroughEmptyPages()
{
    Bench bench;
    bench.start();
    bench.lists(u"/table find 비 오는"_s);
    QCOMPARE(bench.title, u"Coffee tables: 비 오는"_s);
    QCOMPARE(bench.lines[0], u" 1. Topic 3"_s);
    QCOMPARE(bench.scene.peer.asked<cmd::ListTables>().last().text, std::optional(u"비 오는"_s));
    bench.scene.peer.always<cmd::ListTables>({{table(4)}, {}});
    bench.lists(u"/table more"_s);
    QCOMPARE(bench.lines[0], u" 2. Topic 4"_s);
    const auto asked = bench.scene.peer.asked<cmd::ListTables>().last();
    QVERIFY(asked.text == u"비 오는"_s && asked.after == u"c"_s && !asked.mine);
}

void TstTableDesk::nothingFoundIsSaid()
{
    Bench bench;
    bench.start();
    bench.scene.peer.always<cmd::ListTables>({});
    bench.lists(u"/table find #walk"_s);
    QVERIFY2(bench.lines[0].startsWith(u"No table has that"_s), qPrintable(bench.lines[0]));
}

void TstTableDesk::oneIsTold()
{
    Bench bench;
    bench.start();
    bench.scene.peer.always<cmd::LookAtTable>({hosted(2, 4, {guest(7)})});
    bench.lists(u"/table"_s);
    bench.lists(u"/table 2"_s);
    QCOMPARE(bench.title, u"Topic 2"_s);
    QVERIFY(bench.lines.contains(u"    이슬7"_s));
    bench.tellsRefusal<cmd::LookAtTable>(ErrorCode::TableNotFound, u"/table 1"_s, u"This table does not exist any more."_s);
}

void TstTableDesk::numbersThatAreNotThereAreSaid()
{
    Bench bench;
    bench.start();
    bench.complains(u"/table 1"_s, u"There is no table number 1."_s);
    bench.lists(u"/table"_s);
    for (const auto &line : {u"/table join 4"_s, u"/table leave 4"_s, u"/table take 4"_s, u"/table admit 4 a"_s, u"/table rename 4 a"_s, u"/table close 4"_s, u"/table keep 4"_s})
        bench.complains(line, u"There is no table number 4."_s);
    bench.complains(u"/table open 4 | a"_s, u"There is no post number 4."_s);
    bench.complains(u"/table open | a"_s, u"Open your post first"_s);
}

void TstTableDesk::tableIsOfferedWithThePostThatIsOpen()
{
    Bench bench;
    bench.start();
    Table now = table(9, Standing::Host);
    now.phase = TablePhase::Open;
    bench.scene.peer.always<cmd::OfferTable>({now});
    bench.scene.peer.always<cmd::OpenPost>({post(2), {}});
    bench.scene.peer.always<cmd::ViewPost>({});
    bench.lists(u"/lounge"_s);
    bench.lists(u"/post 2"_s);
    bench.says(u"/table open | Walks"_s, u"It is your table. Its room is open"_s);
    const auto sent = bench.scene.peer.asked<cmd::OfferTable>().last();
    QCOMPARE(sent.post, postId(2));
    QCOMPARE(sent.topic, u"Walks"_s);
    QCOMPARE(sent.language, u"en"_s);
    QVERIFY(QTimeZone(sent.zone.toUtf8()).isValid());
    QVERIFY(!sent.at && sent.seats == 4 && !sent.approval && !sent.sure);
    bench.scene.peer.always<cmd::LookAtTable>({now});
    bench.lists(u"/table 1"_s); // it bears a number
    QCOMPARE(bench.scene.peer.asked<cmd::LookAtTable>().last().table, tableId(9));
}

void TstTableDesk::tableIsOfferedForLater()
{
    Bench bench;
    bench.start();
    bench.scene.peer.always<cmd::OfferTable>({table(9, Standing::Host)});
    bench.lists(u"/lounge"_s);
    const QDateTime at(QDate::currentDate().addDays(3), QTime(19, 30));
    bench.says(u"/table open 3 %1 | Walks | seats 3 | approval | sure"_s.arg(at.toString(u"yyyy-MM-dd HH:mm"_s)), u"It is your table. Its room opens by itself."_s);
    const auto sent = bench.scene.peer.asked<cmd::OfferTable>().last();
    QCOMPARE(sent.post, postId(1));
    QCOMPARE(sent.at, std::optional(fromMs(at.toMSecsSinceEpoch())));
    QVERIFY(sent.seats == 3 && sent.approval && sent.sure);
}

void TstTableDesk::offerThatCannotBeIsKept()
{
    Bench bench;
    bench.start();
    bench.lists(u"/lounge"_s);
    bench.keeps(u"/table open 1 2020-01-01 10:00 | Walks"_s, u"has passed"_s);
    bench.keeps(u"/table open 1 %1 10:00 | Walks"_s.arg(QDate::currentDate().addDays(40).toString(Qt::ISODate)), u"30 days"_s);
    QCOMPARE(bench.scene.peer.count<cmd::OfferTable>(), 0);
    bench.refuses<cmd::OfferTable>(ErrorCode::LoungeNoName);
    bench.keeps(u"/table open 1 | Walks"_s, u"/lounge name"_s);
    bench.refuses<cmd::OfferTable>(ErrorCode::TableSameHour);
    bench.keeps(u"/table open 1 | Walks"_s, u"“| sure”"_s);
    bench.tellsRefusal<cmd::OfferTable>(ErrorCode::LoungeNotOwn, u"/table open 1 | Walks"_s, u"Only who wrote it"_s);
    bench.tellsRefusal<cmd::OfferTable>(ErrorCode::TableOpen, u"/table open 1 | Walks"_s, u"There is a table with this post already."_s);
    const auto before = bench.scene.peer.count<cmd::OfferTable>();
    bench.complains(u"/table open 1 | "_s + QString(61, u'a'), QString());
    QCOMPARE(bench.scene.peer.count<cmd::OfferTable>(), before);
}

void TstTableDesk::oneSitsDownAndLeaves()
{
    Bench bench;
    bench.start();
    bench.lists(u"/table"_s);
    bench.scene.peer.always<cmd::JoinTable>({table(1, Standing::Seated, 2)});
    bench.says(u"/table join 1"_s, u"You have a seat. The room opens by itself."_s);
    auto joined = bench.scene.peer.asked<cmd::JoinTable>().last();
    QVERIFY(joined.table == tableId(1) && !joined.line && !joined.sure);
    Table waiting = table(2, Standing::Waiting, 2);
    waiting.place = 2;
    bench.scene.peer.always<cmd::JoinTable>({waiting});
    bench.says(u"/table join 2 line"_s, u"You are number 2 in line."_s);
    QVERIFY(bench.scene.peer.asked<cmd::JoinTable>().last().line);
    bench.scene.peer.always<cmd::JoinTable>({table(2, Standing::Asked, 3)});
    bench.says(u"/table join 2"_s, u"You have asked for a seat."_s);
    bench.scene.peer.always<cmd::LeaveTable>({});
    bench.says(u"/table leave 1"_s, u"You do not sit there any more"_s);
    QCOMPARE(bench.scene.peer.asked<cmd::LeaveTable>().last().table, tableId(1));
    bench.tellsRefusal<cmd::LeaveTable>(ErrorCode::TableNotFound, u"/table leave 2"_s, u"This table does not exist any more."_s);
}

void TstTableDesk::sameHourIsAQuestion()
{
    Bench bench;
    bench.start();
    bench.lists(u"/table"_s);
    bench.scene.peer.on<cmd::JoinTable>([&](qint64 id, const cmd::JoinTable &ask) {
        if (!ask.sure)
            return bench.scene.peer.refuse(id, {ErrorCode::TableSameHour});
        bench.scene.peer.ok(id, cmd::TableReply{table(1, Standing::Seated, 2)});
    });
    bench.keeps(u"/table join 1 line"_s, u"“sure”"_s);
    bench.says(u"/table join 1 line sure"_s, u"You have a seat."_s);
    QVERIFY(bench.scene.peer.asked<cmd::JoinTable>().last().line);
}

void TstTableDesk::refusalsAreSaid()
{
    Bench bench;
    bench.start();
    bench.lists(u"/table"_s);
    const QList<std::pair<ErrorCode, QString>> all{
        {ErrorCode::TableFull, u"All seats are taken. /table join 1 line"_s}, {ErrorCode::TableLine, u"Too many people wait"_s}, {ErrorCode::TableOwn, u"This is your own table."_s},
        {ErrorCode::TableEnded, u"This table has ended."_s}, {ErrorCode::TableNotFound, u"This table does not exist any more."_s}};
    for (const auto &[code, begins] : all)
        bench.tellsRefusal<cmd::JoinTable>(code, u"/table join 1"_s, begins);
    bench.refuses<cmd::JoinTable>(ErrorCode::LoungeNoName);
    bench.keeps(u"/table join 1"_s, u"/lounge name"_s);
    bench.refuses<cmd::ListTables>(ErrorCode::AccessDenied);
    const int before = bench.listings;
    bench.complains(u"/table mine"_s, QString());
    QCOMPARE(bench.listings, before);
}

void TstTableDesk::keptSeatIsTaken()
{
    Bench bench;
    bench.start();
    bench.lists(u"/table"_s);
    bench.complains(u"/table take 1"_s, u"No seat is kept for you there."_s);
    QCOMPARE(bench.scene.peer.count<cmd::JoinTable>(), 0);
    Table offered = table(1, Standing::Offered, 2);
    offered.until = bench.scene.session->serverNow() + 2min;
    bench.scene.peer.tell(ev::TableState{offered});
    QTRY_COMPARE(bench.news.size(), 1);
    QVERIFY2(bench.news[0].startsWith(u"A seat at the table “Topic 1” is kept for you until "_s) && bench.news[0].endsWith(u"/table take 1"_s), qPrintable(bench.news[0]));
    bench.scene.peer.always<cmd::JoinTable>({table(1, Standing::Seated, 3)});
    bench.says(u"/table take 1"_s, u"You have a seat."_s);
    QVERIFY(!bench.scene.peer.asked<cmd::JoinTable>().last().line);
}

void TstTableDesk::hostAnswersAndRemoves()
{
    Bench bench;
    bench.start();
    bench.scene.peer.always<cmd::LookAtTable>({hosted(1, 4, {guest(7), guest(8)}, {guest(1), guest(2)})});
    bench.scene.peer.always<cmd::AdmitToTable>({hosted(1, 5)});
    bench.scene.peer.always<cmd::RemoveFromTable>({hosted(1, 6)});
    bench.lists(u"/table"_s);
    bench.says(u"/table admit 1 이슬8"_s, u"이슬8 may come."_s);
    auto admitted = bench.scene.peer.asked<cmd::AdmitToTable>().last();
    QVERIFY(admitted.persona == guest(8).persona && admitted.yes && admitted.table == tableId(1));
    bench.says(u"/table refuse 1 이슬7"_s, u"이슬7 may not come."_s);
    admitted = bench.scene.peer.asked<cmd::AdmitToTable>().last();
    QVERIFY(admitted.persona == guest(7).persona && !admitted.yes);
    bench.says(u"/table remove 1 이슬2"_s, u"이슬2 does not sit there any more."_s);
    QCOMPARE(bench.scene.peer.asked<cmd::RemoveFromTable>().last().persona, guest(2).persona);
    bench.complains(u"/table admit 1 이슬2"_s, u"Nobody of the name 이슬2 asks"_s);
    bench.complains(u"/table remove 1 이슬8"_s, u"Nobody of the name 이슬8 sits"_s);
    bench.tellsRefusal<cmd::RemoveFromTable>(ErrorCode::GuestNotFound, u"/table remove 1 이슬2"_s, u"This person is not at the table any more."_s);
    bench.tellsRefusal<cmd::LookAtTable>(ErrorCode::TableNotFound, u"/table admit 1 이슬8"_s, u"This table does not exist any more."_s);
}

void TstTableDesk::onlyTheHostMay()
{
    Bench bench;
    bench.start();
    bench.scene.peer.always<cmd::LookAtTable>({table(1, Standing::Seated, 4)});
    bench.lists(u"/table"_s);
    bench.complains(u"/table admit 1 이슬8"_s, u"Only the host of the table"_s);
    bench.complains(u"/table remove 1 이슬1"_s, u"Only the host of the table"_s);
    QVERIFY(bench.scene.peer.count<cmd::AdmitToTable>() == 0 && bench.scene.peer.count<cmd::RemoveFromTable>() == 0);
    bench.tellsRefusal<cmd::RenameTable>(ErrorCode::TableNotHost, u"/table rename 1 Books"_s, u"Only the host of the table"_s);
    bench.tellsRefusal<cmd::CloseTable>(ErrorCode::TableNotHost, u"/table close 1"_s, u"Only the host of the table"_s);
    bench.tellsRefusal<cmd::KeepTable>(ErrorCode::GuestNotFound, u"/table keep 1"_s, u"This person is not at the table any more."_s);
}

void TstTableDesk::tableIsRenamedKeptAndClosed()
{
    Bench bench;
    bench.start();
    bench.lists(u"/table"_s);
    bench.scene.peer.always<cmd::RenameTable>({hosted(1, 4)});
    bench.says(u"/table rename 1 Books and films"_s, u"The table has another topic now."_s);
    QCOMPARE(bench.scene.peer.asked<cmd::RenameTable>().last().topic, u"Books and films"_s);
    Table wanted = hosted(1, 5);
    wanted.keep = true;
    bench.scene.peer.always<cmd::KeepTable>({wanted});
    bench.says(u"/table keep 1"_s, u"You want to keep it"_s);
    QVERIFY(bench.scene.peer.asked<cmd::KeepTable>().last().on);
    bench.scene.peer.always<cmd::KeepTable>({hosted(1, 6)});
    bench.says(u"/table keep 1"_s, u"You do not want to keep it any more."_s);
    QVERIFY(!bench.scene.peer.asked<cmd::KeepTable>().last().on);
    wanted.version = 7;
    wanted.kept = true;
    bench.scene.peer.always<cmd::KeepTable>({wanted});
    bench.says(u"/table keep 1"_s, u"All want to keep it"_s);
    bench.scene.peer.always<cmd::CloseTable>({});
    bench.says(u"/table close 1"_s, u"The table is closed."_s);
    bench.scene.peer.always<cmd::LeaveTable>({});
    bench.says(u"/table leave 1"_s, u"The table is closed."_s);
}

void TstTableDesk::hostIsThanked()
{
    Bench bench;
    bench.start();
    bench.lists(u"/table"_s);
    Table now = table(1, Standing::Seated, 1);
    now.thanked = true;
    bench.scene.peer.always<cmd::ThankHost>({now});
    bench.says(u"/table thank 1"_s, u"You have thanked the host."_s);
    QVERIFY(bench.scene.peer.asked<cmd::ThankHost>().last().on);
    now.thanked = false;
    bench.scene.peer.always<cmd::ThankHost>({now});
    bench.says(u"/table thank 1"_s, u"Your thanks are taken back."_s);
    QVERIFY(!bench.scene.peer.asked<cmd::ThankHost>().last().on);
    QVERIFY(bench.news.isEmpty());
    bench.tellsRefusal<cmd::ThankHost>(ErrorCode::GuestNotFound, u"/table thank 2"_s, u"You can thank the host when"_s);
    bench.tellsRefusal<cmd::ThankHost>(ErrorCode::TableEnded, u"/table thank 2"_s, u"The host can be thanked until"_s);
    bench.tellsRefusal<cmd::ThankHost>(ErrorCode::TableOwn, u"/table thank 2"_s, client::sentence({ErrorCode::TableOwn}));
}

void TstTableDesk::newsAreAnnouncedOnce()
{
    Bench bench;
    bench.mine = {table(5, Standing::Host, 1)};
    bench.start();
    const auto tell = [&bench](Table now, qsizetype news) {
        bench.scene.peer.tell(ev::TableState{now});
        QTRY_COMPARE(bench.news.size(), news);
    };
    tell(hosted(5, 2, {guest(7)}), 1);
    QCOMPARE(bench.news.last(), u"이슬7 asks to come to your table “Topic 5”: /table admit 1 이슬7"_s);
    Table now = hosted(5, 3, {guest(7)});
    now.phase = TablePhase::Open;
    tell(now, 2);
    QCOMPARE(bench.news.last(), u"The table “Topic 5” is open: /rooms lists its room."_s);
    tell(table(6, Standing::Asked), 2);
    tell(table(6, Standing::Seated, 2), 3);
    QVERIFY(bench.news.last().startsWith(u"The host said yes"_s));
    now.version = 4;
    now.phase = TablePhase::Ended;
    tell(now, 4);
    QCOMPARE(bench.news.last(), u"The table “Topic 5” has ended."_s);
    QVERIFY(bench.complaints.isEmpty());
}

void TstTableDesk::whatOneEndsOneselfIsNoNews()
{
    Bench bench;
    bench.mine = {hosted(5, 1), hosted(6, 1)};
    bench.start();
    bench.lists(u"/table mine"_s);
    bench.scene.peer.always<cmd::CloseTable>({});
    bench.says(u"/table close 1"_s, u"The table is closed."_s);
    Table over = table(5, Standing::Host, 2);
    over.phase = TablePhase::Ended;
    bench.scene.peer.tell(ev::TableState{over});
    over.table = tableId(6);
    bench.scene.peer.tell(ev::TableState{over}); // ended by itself
    QTRY_COMPARE(bench.news.size(), 1);
    QVERIFY(!bench.news[0].isEmpty());
}

void TstTableDesk::whatWasMissedIsAnnounced()
{
    Bench bench;
    bench.mine = {table(5, Standing::Seated, 1), table(6, Standing::Waiting, 1)};
    bench.start();
    bench.lists(u"/table mine"_s);
    QVERIFY(bench.news.isEmpty());
    Table over = table(5, Standing::Seated, 2);
    over.phase = TablePhase::Ended;
    bench.scene.peer.always<cmd::LookAtTable>({over});
    Table offered = table(6, Standing::Offered, 2);
    offered.until = bench.scene.session->serverNow() + 1min;
    bench.mine = {offered};
    bench.scene.peer.drop();
    QTRY_COMPARE(bench.news.size(), 2);
    QVERIFY(bench.news[0].endsWith(u"/table take 2"_s));
    QCOMPARE(bench.news[1], u"The table “Topic 5” has ended."_s);
}

void TstTableDesk::signedOutNothingIsLeft()
{
    Bench bench;
    bench.start();
    bench.lists(u"/table"_s);
    QSignalSpy out(bench.scene.session.get(), &client::Session::signedOut);
    bench.scene.session->signOut();
    QVERIFY(out.wait());
    bench.complains(u"/table"_s, u"Sign in first"_s);
    QSignalSpy synced(bench.scene.session.get(), &client::Session::synced);
    bench.scene.signIn();
    QVERIFY(synced.wait());
    bench.complains(u"/table 1"_s, u"There is no table number 1."_s);
}

void TstTableDesk::helpIsListed()
{
    Bench bench;
    bench.start();
    bench.lists(u"/table ?"_s);
    for (const QString &word : tableWords())
        QVERIFY2(word == "?"_L1 || bench.lines.join(u'\n').contains(word), qPrintable(word));
}

QTEST_GUILESS_MAIN(TstTableDesk)
#include "tst_table_desk.moc"
