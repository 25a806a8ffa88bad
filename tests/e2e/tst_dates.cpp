// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Blind dates with real clients and a real server over real sockets.
#include <QTest>

#include "server/storage/store_set.h"
#include "tests/e2e/evening.h"

using namespace jjak;
using namespace jjak::e2e;
using namespace Qt::StringLiterals;
using protocol::Answer;
using protocol::DatePhase;
using protocol::SeatState;
using client::Callback;

class TestDates : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sevenPeoplePlayAWholeDate();
    void theServersOwnScriptIsPlayedToTheEnd();
    void whoLeavesIsGoneAndTheOthersGoOn();
    void aBlockedSeatIsHiddenAndAReportKeepsTheLastMessages();
    void whoReturnsInTimeKeepsSeatAndAlias();
    void whoStaysAwayCanStillBeChosen();
    void aSecondDeviceSitsOnTheSameSeat();
    void fourBeginWhenTheTimeHasCome();
    void aClosedEventLetsGoWhoWaits();
    void whoIsNoOperatorMayNotOpenEvents();

private:
    static void checkBeginning(Evening &evening);
    static void talk(Evening &evening);
    static void shoot(Evening &evening);
    static void checkReveal(Evening &evening);
    static void openTheirRoom(Evening &evening);
    static void checkEnd(Evening &evening);
};

#define BEGUN(count, ...) \
    Evening evening(__VA_ARGS__); \
    QVERIFY2(evening.begin(count), qPrintable(evening.server.log()))

#define SEATED(count, ...) \
    BEGUN(count, __VA_ARGS__); \
    QVERIFY(evening.enter(0, count)); \
    QVERIFY(evening.allIn(DatePhase::Welcome))

void TestDates::checkBeginning(Evening &evening)
{
    const protocol::Date first = *evening[0].date();
    QSet<int> seats;
    QSet<QString> aliases;
    for (const auto &person : evening.people) {
        const protocol::Date &date = *person->date();
        QCOMPARE(date.date, first.date);
        QCOMPARE(date.room, first.room);
        QCOMPARE(date.since, first.since);
        QCOMPARE(date.until, first.until);
        QCOMPARE(date.seats, first.seats);
        seats.insert(date.me);
        const Error refused = person->session().sendText(date.room, u"hello"_s).error();
        QCOMPARE(refused.code, ErrorCode::RoomFrozen);
        QCOMPARE(refused.until, date.thaw);
        QVERIFY(date.thaw && date.until && *date.thaw > *date.until);
        const auto &members = person->state().room(date.room)->room.members;
        QCOMPARE(members.size(), 7);
        for (int i = 0; i < 7; ++i)
            QCOMPARE(members[i].name, first.seats[i].alias);
    }
    for (const protocol::Seat &seat : first.seats)
        aliases.insert(seat.alias);
    QCOMPARE(seats.size(), 7);
    QCOMPARE(aliases.size(), 7);
}

void TestDates::talk(Evening &evening)
{
    QVERIFY(evening.allIn(DatePhase::Talk));
    QVERIFY(evening[0].date()->topic.has_value());
    for (const auto &person : evening.people)
        QVERIFY(person->session().sendText(evening.room(), u"I am "_s + person->name()).ok());
    QVERIFY(evening.all([&](Person &p) { return std::ranges::count(p.messages(evening.room()), protocol::MessageKind::Text, &protocol::Message::kind) == 7; }));
}

//! 0 and 1 choose each other, 1 after a change of mind; 2 chooses 0; 3 nobody; 4, 5 and 6 choose in a circle.
void TestDates::shoot(Evening &evening)
{
    QVERIFY(evening.allIn(DatePhase::Arrow));
    const DateId date = evening[0].date()->date;
    const auto shot = [&](int who, int whom) { return evening[who].refusal([&](Callback<> done) { evening[who].session().shoot(date, whom, done); }); };
    QCOMPARE(shot(0, evening.seatOf(0)).value_or(Error()).reason, u"self"_s);
    QVERIFY(!shot(1, evening.seatOf(5)));
    for (const auto &[who, whom] : {std::pair(0, 1), {1, 0}, {2, 0}, {4, 5}, {5, 6}, {6, 4}})
        QVERIFY(!shot(who, evening.seatOf(whom)));
    QVERIFY(!shot(3, 0));
    QCOMPARE(evening[3].date()->arrow, 0);
    QCOMPARE(evening[2].date()->arrow, evening.seatOf(0));
    for (const auto &person : evening.people)
        QVERIFY(!person->date()->reveal);
}

void TestDates::checkReveal(Evening &evening)
{
    QVERIFY(evening.allIn(DatePhase::Reveal));
    QSet<PairId> pairs;
    for (int i = 0; i < 7; ++i) {
        const auto reveal = evening[i].date()->reveal;
        QVERIFY(reveal.has_value());
        QCOMPARE(reveal->seat, i == 0 ? evening.seatOf(1) : i == 1 ? evening.seatOf(0) : 0);
        QCOMPARE(reveal->mine, Answer::Open);
        pairs.insert(reveal->pair);
    }
    QCOMPARE(pairs.size(), 6); // one of two, and one for each of the others
}

void TestDates::openTheirRoom(Evening &evening)
{
    const auto says = [&](int who) { return evening[who].refusal([&](Callback<> done) { evening[who].session().openPair(evening[who].date()->reveal->pair, done); }); };
    QVERIFY(!says(0));
    QCOMPARE(evening[0].date()->reveal->mine, Answer::Accepted);
    QCOMPARE(evening[1].date()->reveal->mine, Answer::Open);
    QCOMPARE(says(2).value_or(Error()).code, ErrorCode::PairGone);
    for (const auto &person : evening.people)
        QCOMPARE(person->state().rooms.size(), 1);
    QVERIFY(!says(1));
    QVERIFY(waitFor([&] { return evening[0].state().rooms.size() == 2 && evening[1].state().rooms.size() == 2; }));
    const auto direct = [&](int i) { return *std::ranges::find_if(evening[i].state().rooms, [](const client::RoomEntry &r) { return r.room.kind == protocol::RoomKind::Direct; }); };
    QCOMPARE(direct(0).room.room, direct(1).room.room);
    QCOMPARE(client::titleOf(direct(0).room), evening[1].name());
    QCOMPARE(client::titleOf(direct(1).room), evening[0].name());
    for (int i = 2; i < 7; ++i)
        QCOMPARE(evening[i].state().rooms.size(), 1);
}

void TestDates::checkEnd(Evening &evening)
{
    QVERIFY(evening.allIn(DatePhase::Closed));
    QVERIFY(evening.all([&](Person &p) { return p.state().room(evening.room())->room.expires.has_value(); }));
    const auto everything = evening[0].messages(evening.room());
    for (qsizetype i = 0; i < everything.size(); ++i)
        QCOMPARE(everything[i].seq, i + 1);
    for (const auto &person : evening.people) {
        QCOMPARE(person->messages(evening.room()), everything);
        QCOMPARE(evening.hostLines(*person), linesOfShortScript());
    }
    storage::StoreSet set(evening.server.database(), storage::OpenAs::Reader);
    const auto date = set.stores().dates.find(evening[0].date()->date);
    QVERIFY(date && date->closed);
    for (const domain::Seat &seat : date->seats)
        QCOMPARE(seat.arrow, 0); // what did not meet is not kept, and what met is a pair now
    QCOMPARE(set.database().value<qint64>(u"SELECT count(*) FROM room"_s), 2);
}

void TestDates::sevenPeoplePlayAWholeDate()
{
    SEATED(7, shortScript({}));
    checkBeginning(evening);
    QVERIFY(evening.allIn(DatePhase::Impression));
    const DateId date = evening[0].date()->date;
    const int liked = evening.seatOf(3);
    QVERIFY(!evening[0].refusal([&](Callback<> done) { evening[0].session().pick(date, liked, done); }));
    QCOMPARE(evening[0].date()->impression, liked);
    QCOMPARE(evening[0].refusal([&](Callback<> done) { evening[0].session().shoot(date, liked, done); }).value_or(Error()).code, ErrorCode::DatePhase);
    talk(evening);
    shoot(evening);
    checkReveal(evening);
    openTheirRoom(evening);
    checkEnd(evening);
}

void TestDates::theServersOwnScriptIsPlayedToTheEnd()
{
    SEATED(7, {}, {{u"JJAK_DATES_SPEED"_s, u"60"_s}});
    QVERIFY(evening.allIn(DatePhase::Closed, 60'000));
    QStringList first;
    for (const auto &person : evening.people) {
        const auto spoken = [&] {
            QStringList out;
            for (const protocol::Message &message : person->messages(evening.room())) {
                if (message.kind == protocol::MessageKind::Host)
                    out.append(person->session().hostText(evening.room(), message));
            }
            return out;
        };
        QVERIFY(waitFor([&] { return !spoken().contains(u"…"_s); }));
        QVERIFY(spoken().size() > 15);
        QVERIFY(spoken().filter(u"%"_s).isEmpty());
        first = first.isEmpty() ? spoken() : first;
        QCOMPARE(spoken(), first);
    }
}

void TestDates::whoLeavesIsGoneAndTheOthersGoOn()
{
    SEATED(7, shortScript({}));
    const int seat = evening.seatOf(6);
    const RoomId room = evening.room();
    QVERIFY(!evening[6].refusal([&](Callback<> done) { evening[6].session().leaveDate(done); }));
    QVERIFY(waitFor([&] { return !evening[6].blindDate().date; }));
    QVERIFY(!evening[6].session().sendText(room, u"?"_s).ok());
    evening.people.resize(6);
    QVERIFY(evening.all([&](Person &p) { return p.date()->seats[seat - 1].state == SeatState::Left; }));
    QVERIFY(evening.allIn(DatePhase::Arrow));
    const auto refused = evening[0].refusal([&](Callback<> done) { evening[0].session().shoot(evening[0].date()->date, seat, done); });
    QCOMPARE(refused.value_or(Error()).code, ErrorCode::DateSeat);
    QCOMPARE(refused.value_or(Error()).reason, u"left"_s);
    QVERIFY(evening.allIn(DatePhase::Closed));
}

void TestDates::aBlockedSeatIsHiddenAndAReportKeepsTheLastMessages()
{
    SEATED(7, shortScript({.talk = 5}));
    talk(evening);
    const RoomId room = evening.room();
    const int first = evening.seatOf(1), second = evening.seatOf(2);
    bool reported = false;
    evening[0].session().report(client::Whom::of(room, first), protocol::ReportReason::Harassment, u"unkind"_s, true, [&](Result<> result) { reported = result.ok(); });
    QVERIFY(waitFor([&] { return reported && evening[0].date()->hidden.contains(first); }));
    std::optional<BlockId> block;
    evening[0].session().block(client::Whom::of(room, second), [&](Result<BlockId> result) { block = result ? std::optional(*result) : block; });
    QVERIFY(waitFor([&] { return block && evening[0].date()->hidden.contains(second); }));
    QVERIFY(evening[1].date()->hidden.isEmpty()); // and is not told
    QVERIFY(evening.allIn(DatePhase::Arrow));
    const DateId date = evening[0].date()->date;
    QVERIFY(!evening[1].refusal([&](Callback<> done) { evening[1].session().shoot(date, evening.seatOf(0), done); }));
    (void)evening[0].refusal([&](Callback<> done) { evening[0].session().shoot(date, first, done); });
    QVERIFY(evening.allIn(DatePhase::Reveal));
    QCOMPARE(evening[0].date()->reveal->seat, 0);
    QCOMPARE(evening[1].date()->reveal->seat, 0);
    storage::StoreSet set(evening.server.database(), storage::OpenAs::Reader);
    QCOMPARE(set.database().value<qint64>(u"SELECT count(*) FROM report"_s), 1);
    QCOMPARE(set.database().value<qint64>(u"SELECT count(*) FROM evidence"_s), 10);
    QCOMPARE(set.database().value<qint64>(u"SELECT count(*) FROM block"_s), 2);
}

void TestDates::whoReturnsInTimeKeepsSeatAndAlias()
{
    SEATED(7, shortScript({.talk = 8}));
    QVERIFY(evening.allIn(DatePhase::Talk));
    const protocol::Date before = *evening[3].date();
    evening[3].wire().setDown(true);
    QVERIFY(waitFor([&] { return !evening[3].ready(); }));
    QVERIFY(evening[0].session().sendText(evening.room(), u"where are you?"_s).ok());
    evening[3].wire().setDown(false);
    evening[3].restart();
    QVERIFY(waitFor([&] { return evening[3].ready() && evening[3].date(); }));
    QCOMPARE(evening[3].date()->me, before.me);
    QCOMPARE(evening[3].date()->seats, before.seats);
    QVERIFY(waitFor([&] { return !evening[3].messages(before.room).isEmpty() && evening[3].messages(before.room).last().text == u"where are you?"_s; }));
    QVERIFY(evening[3].session().sendText(before.room, u"here"_s).ok());
    QVERIFY(waitFor([&] { return evening[0].messages(before.room).last().text == u"here"_s; }));
}

void TestDates::whoStaysAwayCanStillBeChosen()
{
    SEATED(7, shortScript({}), {{u"JJAK_DATES_SEAT_GRACE"_s, u"1s"_s}});
    const int seat = evening.seatOf(6);
    evening[6].wire().setDown(true);
    auto gone = std::move(evening.people.back());
    evening.people.pop_back();
    QVERIFY(evening.all([&](Person &p) { return p.date()->seats[seat - 1].state == SeatState::Away; }));
    QVERIFY(evening.allIn(DatePhase::Arrow));
    QVERIFY(!evening[0].refusal([&](Callback<> done) { evening[0].session().shoot(evening[0].date()->date, seat, done); }));
    gone->wire().setDown(false);
    gone->restart();
    QVERIFY(evening.all([&](Person &p) { return p.date()->seats[seat - 1].state == SeatState::Here; }));
    QVERIFY(waitFor([&] { return gone->date() && gone->date()->me == seat; }));
}

void TestDates::aSecondDeviceSitsOnTheSameSeat()
{
    SEATED(7, shortScript({}));
    client::MemoryStore secrets;
    SystemRng rng;
    client::SessionConfig config;
    config.cacheFolder = u":memory:"_s;
    client::Session second(config, secrets, rng);
    second.connectTo(QUrl(evening.server.url()));
    second.signIn(evening[2].name(), u"a long enough secret"_s, u"second"_s, true, [](Result<>) {});
    QVERIFY(waitFor([&] { return second.blindDate().date.has_value(); }));
    QCOMPARE(second.blindDate().date->me, evening.seatOf(2));
    second.enterDate(evening.event.event); // again without effect
    evening[2].wire().setDown(true);       // one device is enough to sit
    QVERIFY(evening.all([](Person &p) { return !p.ready() || p.isIn(DatePhase::Impression); }));
    second.pick(evening[0].date()->date, evening.seatOf(0));
    QVERIFY(waitFor([&] { return second.blindDate().date->impression == evening.seatOf(0); }));
    evening[2].wire().setDown(false);
    evening[2].session().tryNow();
    QVERIFY(waitFor([&] { return evening[2].date() && evening[2].date()->impression == evening.seatOf(0); }));
    for (const protocol::Seat &seat : evening[0].date()->seats)
        QCOMPARE(seat.state, SeatState::Here);
}

void TestDates::fourBeginWhenTheTimeHasCome()
{
    BEGUN(4, shortScript({}), {{u"JJAK_DATES_QUORUM_AFTER"_s, u"2s"_s}});
    QVERIFY(evening.enter(0, 3));
    QVERIFY(!evening[0].blindDate().lobby->starts); // three are too few
    QVERIFY(evening.enter(3, 4));
    QVERIFY(evening.allIn(DatePhase::Welcome));
    for (const auto &person : evening.people)
        QCOMPARE(person->date()->seats.size(), 4);
    QVERIFY(evening.allIn(DatePhase::Closed, 30'000));
}

void TestDates::aClosedEventLetsGoWhoWaits()
{
    BEGUN(3, shortScript({}));
    QVERIFY(evening.enter(0, 3));
    QVERIFY(!evening[2].refusal([&](Callback<> done) { evening[2].session().leaveDate(done); }));
    QVERIFY(waitFor([&] { return evening[0].blindDate().lobby->seated == 2; }));
    QVERIFY(!evening[2].blindDate().lobby && !evening[2].blindDate().letGo);
    test::ControlSocket control(evening.server.folder());
    QVERIFY(control.ask(protocol::cmd::CloseEvent{evening.event.event}).ok());
    evening.people.resize(2);
    QVERIFY(evening.all([](Person &p) { return p.blindDate().letGo.has_value(); }));
    for (const auto &person : evening.people) {
        QCOMPARE(person->blindDate().letGo->reason, protocol::LobbyEnd::EventClosed);
        QVERIFY(!person->blindDate().lobby);
        QCOMPARE(person->refusal([&](Callback<> done) { person->session().enterDate(evening.event.event, done); }).value_or(Error()).code, ErrorCode::EventClosed);
    }
    QVERIFY(evening.all([](Person &p) { return p.session().events().isEmpty(); }));
}

void TestDates::whoIsNoOperatorMayNotOpenEvents()
{
    BEGUN(2, shortScript({}));
    const protocol::cmd::OpenEvent wanted{{}, u"My own"_s, evening.event.until, evening.event.until + 1h, u"Asia/Seoul"_s, 7, {u"ko"_s}, {}};
    const auto tries = [&] {
        std::optional<Result<protocol::EventInfo>> answer;
        evening[0].session().openEvent(wanted, [&](Result<protocol::EventInfo> result) { answer = result; });
        return waitFor([&] { return answer.has_value(); }) ? *answer : Result<protocol::EventInfo>(ErrorCode::Unavailable);
    };
    QCOMPARE(tries().error().code, ErrorCode::AccessDenied);
    QCOMPARE(evening[0].refusal([&](Callback<> done) { evening[0].session().closeEvent(evening.event.event, done); }).value_or(Error()).code, ErrorCode::AccessDenied);
    test::ControlSocket control(evening.server.folder());
    QVERIFY(control.ask(protocol::cmd::SetRole{evening[0].name(), protocol::Role::Operator}).ok());
    evening[0].restart();
    QVERIFY(waitFor([&] { return evening[0].ready() && evening[0].session().role() == protocol::Role::Operator; }));
    const auto opened = tries();
    QVERIFY2(opened.ok(), opened.ok() ? "" : nameOf(opened.error().code).data());
    QVERIFY(evening.all([](Person &p) { return p.session().events().size() == 2; }));
}

QTEST_GUILESS_MAIN(TestDates)
#include "tst_dates.moc"
