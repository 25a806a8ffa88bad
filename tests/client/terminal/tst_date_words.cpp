// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "client/terminal/app/date_watch.h"
#include "client/terminal/app/date_words.h"
#include "client/terminal/plain/plain_words.h"
#include "common/base/rng.h"

using namespace Qt::StringLiterals;
using namespace jjak;
using namespace jjak::terminal;
using namespace jjak::protocol;
using Kind = DateNews::Kind;

namespace {

constexpr Time noon{std::chrono::days(20'000) + 12h};

template <class T>
T idOf(std::uint64_t number)
{
    SeededRng rng(number);
    return T::random(rng);
}

Date table(DatePhase phase, Duration left = 30s)
{
    Date date;
    date.date = idOf<DateId>(1);
    date.room = idOf<RoomId>(2);
    date.phase = phase;
    date.rounds = 3;
    date.since = noon - 10s;
    date.until = noon + left;
    date.me = 2;
    date.seats = {{1, u"otter:gentle:0"_s, SeatState::Here, true}, {2, u"fox:bright:1"_s, SeatState::Here, false}, {3, u"owl:calm:2"_s, SeatState::Away, false}, {4, u"bear:brave:3"_s, SeatState::Left, true}};
    return date;
}

BlindDate of(const Date &date)
{
    BlindDate out;
    out.date = date;
    return out;
}

BlindDate waiting(int seated)
{
    BlindDate out;
    out.lobby = Lobby();
    out.lobby->event = idOf<EventId>(3);
    out.lobby->seated = seated;
    out.lobby->seats = 7;
    out.lobby->since = noon;
    return out;
}

QList<Kind> kinds(const std::vector<DateNews> &news)
{
    QList<Kind> out;
    for (const DateNews &item : news)
        out += item.kind;
    return out;
}

} // namespace

//! What the terminal says about lobby and date.
class TstDateWords : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void seatsTellWhoTheyAre();
    void theTimeLeftIsToldRoundedUp();
    void onlyTheChoosingPhasesAskForAChoice_data();
    void onlyTheChoosingPhasesAskForAChoice();
    void aChoiceThatIsUnderWayIsShownAlready();
    void theLastSecondsAreUrgent();
    void whoMetIsToldHowToOpenTheRoom();
    void whoMetNobodyIsToldKindly();
    void whoLeftSitsInNoDate();
    void theReportTellsSeatsAndEvents();
    void newsOfALobbyAndOfADate();
    void theSameStateTwiceIsNoNews();
    void everyPhaseThatAsksIsSpoken();
};

void TstDateWords::seatsTellWhoTheyAre()
{
    Date date = table(DatePhase::Talk);
    date.hidden = {3};
    const DateBox box = dateBox(date, {}, false, noon);
    QCOMPARE(box.seats.size(), size_t(4));
    QCOMPARE(box.seats[0].name, u"Gentle Otter"_s);
    QVERIFY(box.seats[0].state.contains(u"demo"_s) && !box.seats[0].gone && !box.seats[0].mine);
    QVERIFY(box.seats[1].mine && box.seats[1].brief == u"you"_s);
    QVERIFY(box.seats[2].gone && box.seats[2].brief == u"blocked"_s);
    QVERIFY(box.seats[3].gone && box.seats[3].state.contains(u"demo"_s));
    for (const SeatLine &seat : box.seats)
        QVERIFY(seat.state.isEmpty() == seat.brief.isEmpty());
}

void TstDateWords::theTimeLeftIsToldRoundedUp()
{
    QCOMPARE(dateBox(table(DatePhase::Talk, 29'001ms), {}, false, noon).left, u"0:30"_s);
    QCOMPARE(dateBox(table(DatePhase::Talk, 30s), {}, false, noon).share, 750); // 10 s of 40 are over
    QCOMPARE(dateBox(table(DatePhase::Talk, 30s), {}, false, noon + 1h).left, u"0:00"_s);
    Date closed = table(DatePhase::Closed);
    closed.until.reset();
    QVERIFY(dateBox(closed, {}, false, noon).left.isEmpty());
}

void TstDateWords::onlyTheChoosingPhasesAskForAChoice_data()
{
    QTest::addColumn<DatePhase>("phase");
    QTest::addColumn<QString>("command");
    QTest::newRow("welcome") << DatePhase::Welcome << QString();
    QTest::newRow("impression") << DatePhase::Impression << u"/pick"_s;
    QTest::newRow("topic") << DatePhase::Topic << QString();
    QTest::newRow("talk") << DatePhase::Talk << QString();
    QTest::newRow("arrow") << DatePhase::Arrow << u"/arrow"_s;
    QTest::newRow("reveal") << DatePhase::Reveal << QString();
    QTest::newRow("farewell") << DatePhase::Farewell << QString();
    QTest::newRow("closed") << DatePhase::Closed << QString();
}

void TstDateWords::onlyTheChoosingPhasesAskForAChoice()
{
    QFETCH(DatePhase, phase);
    QFETCH(QString, command);
    const DateBox box = dateBox(table(phase), {}, false, noon);
    QCOMPARE(box.choice.has_value(), !command.isEmpty());
    if (!box.choice)
        return;
    QVERIFY(box.choice->keysCount);
    for (const QString &way : box.choice->keys)
        QVERIFY2(way.contains(command), qPrintable(way));
    const DateBox focused = dateBox(table(phase), {}, true, noon);
    for (const QString &way : focused.choice->keys)
        QVERIFY2(way.contains(u"nobody"_s) && way.contains(u'4'), qPrintable(way));
}

void TstDateWords::aChoiceThatIsUnderWayIsShownAlready()
{
    Date date = table(DatePhase::Arrow);
    date.arrow = 1;
    const DateBox sent = dateBox(date, {.topic = {}, .arrow = 3, .pick = {}}, false, noon);
    QVERIFY(!sent.seats[0].marked && sent.seats[2].marked);
    QVERIFY(sent.choice->detail.contains(u"3 Calm Owl"_s));
    const DateBox nobody = dateBox(date, {.topic = {}, .arrow = 0, .pick = {}}, false, noon);
    QVERIFY(std::ranges::none_of(nobody.seats, &SeatLine::marked));
    QVERIFY(nobody.choice->detail.contains(u"nobody"_s));
}

void TstDateWords::theLastSecondsAreUrgent()
{
    QVERIFY(!dateBox(table(DatePhase::Arrow, 11s), {}, false, noon).choice->urgent);
    QVERIFY(dateBox(table(DatePhase::Arrow, 10s), {}, false, noon).choice->urgent);
}

void TstDateWords::whoMetIsToldHowToOpenTheRoom()
{
    Date date = table(DatePhase::Farewell);
    date.reveal = Reveal{idOf<PairId>(4), 3, noon + 24h, Answer::Open};
    const DateBox open = dateBox(date, {}, false, noon);
    QVERIFY(open.choice->title.contains(u"3 Calm Owl"_s) && open.choice->keys.last() == u"/open"_s && open.seats[2].marked);
    date.reveal->mine = Answer::Accepted;
    QVERIFY(dateBox(date, {}, false, noon).choice->keys.isEmpty());
    const DateBox late = dateBox(date, {}, false, noon + 24h);
    QVERIFY(late.choice->keys.isEmpty() && late.choice->end.isEmpty());
}

void TstDateWords::whoMetNobodyIsToldKindly()
{
    Date date = table(DatePhase::Reveal);
    date.arrow = 3;
    date.reveal = Reveal{idOf<PairId>(4), 0, noon + 24h, Answer::Open};
    const DateBox box = dateBox(date, {}, false, noon);
    QVERIFY(box.choice->end.isEmpty() && !box.choice->keysCount);
    QVERIFY(box.choice->keys.join(u' ').contains(u"Thank you"_s) && !box.choice->keys.join(u' ').contains(u'/'));
    QVERIFY(std::ranges::none_of(box.seats, &SeatLine::marked));
}

void TstDateWords::whoLeftSitsInNoDate()
{
    Date date = table(DatePhase::Talk);
    QVERIFY(isLive(date));
    date.seats[1].state = SeatState::Left;
    QVERIFY(!isLive(date));
    QVERIFY(!dateBox(date, {}, false, noon).choice);
    QVERIFY(!isLive(table(DatePhase::Closed)));
}

void TstDateWords::theReportTellsSeatsAndEvents()
{
    EventInfo event;
    event.event = idOf<EventId>(3);
    event.heading = u"Friday"_s;
    event.from = noon - 1h;
    event.until = noon + 1h;
    event.doors = noon - 2h;
    event.zone = u"UTC"_s;
    const QString idle = dateReport({}, {event}, {}, noon).join(u'\n');
    QVERIFY(idle.contains(u"1. Friday"_s) && idle.contains(u"open now"_s) && idle.contains(u"/date join"_s));
    const QString seated = dateReport(of(table(DatePhase::Talk, 65s)), {event}, {u"What is your favourite word?"_s, {}, {}}, noon).join(u'\n');
    QVERIFY(seated.contains(u"1:05 left"_s) && seated.contains(u"favourite word"_s) && seated.contains(u"4 Brave Bear"_s) && seated.contains(u"/leave"_s));
    QVERIFY(!seated.contains(u"/date join"_s));
    const QString lobby = dateReport(waiting(3), {event}, {}, noon).join(u'\n');
    QVERIFY(lobby.contains(u"3 of 7"_s) && lobby.contains(u"/leave"_s));
    QVERIFY(!dateReport({}, {}, {}, noon).isEmpty());
}

void TstDateWords::newsOfALobbyAndOfADate()
{
    DateWatch watch;
    QCOMPARE(kinds(watch.update({})), QList<Kind>());
    QCOMPARE(kinds(watch.update(waiting(1))), QList<Kind>{Kind::Waiting});
    QCOMPARE(kinds(watch.update(waiting(2))), QList<Kind>{Kind::Waiting});
    QCOMPARE(kinds(watch.update(of(table(DatePhase::Welcome)))), (QList<Kind>{Kind::Began, Kind::Phase}));
    Date date = table(DatePhase::Talk);
    date.frozen = false;
    QCOMPARE(kinds(watch.update(of(date))), (QList<Kind>{Kind::Phase, Kind::Thawed}));
    date.seats[2].state = SeatState::Here;
    const auto back = watch.update(of(date));
    QCOMPARE(kinds(back), QList<Kind>{Kind::Seat});
    QCOMPARE(back[0].seat, 3);
    date.phase = DatePhase::Reveal;
    date.reveal = Reveal{idOf<PairId>(4), 3, noon + 24h, Answer::Open};
    QCOMPARE(kinds(watch.update(of(date))), (QList<Kind>{Kind::Phase, Kind::Met}));
    date.phase = DatePhase::Closed;
    QCOMPARE(kinds(watch.update(of(date))), QList<Kind>{Kind::Closed});

    DateWatch left;
    left.update(waiting(2));
    QCOMPARE(kinds(left.update({})), QList<Kind>{Kind::Left});
    left.update(waiting(2));
    BlindDate letGo;
    letGo.letGo = LetGo();
    QCOMPARE(kinds(left.update(letGo)), QList<Kind>{Kind::LetGo});
}

void TstDateWords::theSameStateTwiceIsNoNews()
{
    for (const BlindDate &state : {waiting(3), of(table(DatePhase::Arrow)), of(table(DatePhase::Closed)), BlindDate()}) {
        DateWatch watch;
        watch.update(state);
        QVERIFY(watch.update(state).empty());
    }
    DateWatch late; // who signs in after it all was over hears nothing of it
    QVERIFY(late.update(of(table(DatePhase::Closed))).empty());
}

void TstDateWords::everyPhaseThatAsksIsSpoken()
{
    const auto spoken = [](DatePhase phase) { return spokenNews({.kind = Kind::Phase, .phase = phase}, of(table(phase)), noon).join(u'\n'); };
    QVERIFY(spoken(DatePhase::Impression).contains(u"/pick"_s));
    QVERIFY(spoken(DatePhase::Arrow).contains(u"/arrow nobody"_s) && spoken(DatePhase::Arrow).contains(u"30"_s));
    QVERIFY(!spoken(DatePhase::Talk).isEmpty());
    const QString began = spokenNews({.kind = Kind::Began, .seats = 4}, of(table(DatePhase::Welcome)), noon).join(u'\n');
    QVERIFY(began.contains(u"2 Bright Fox (you)"_s));
    QVERIFY(spokenNews({.kind = Kind::Met, .seat = 3}, of(table(DatePhase::Reveal)), noon).join(u'\n').contains(u"/open"_s));
}

QTEST_GUILESS_MAIN(TstDateWords)
#include "tst_date_words.moc"
