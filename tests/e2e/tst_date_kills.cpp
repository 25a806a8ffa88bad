// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The server is killed with SIGKILL in the lobby, and inside every phase of dates with seven real clients. Again and again:
//   JJAK_DATE_KILLS=20 build/bin/e2e.tst_date_kills
#include <QElapsedTimer>
#include <QTest>

#include "tests/e2e/evening.h"

using namespace jjak;
using namespace jjak::e2e;
using namespace Qt::StringLiterals;
using protocol::DatePhase;

namespace {

constexpr int backWithin = 2000; //!< ms, as design §1 promises

//! Quick, but for the phase in which the server dies.
Pace paceFor(DatePhase killed)
{
    Pace pace{.welcome = 1.2, .impression = 1.2, .topic = 1.2, .talk = 1.5, .arrow = 1.5, .reveal = 1.2, .farewell = 1.2};
    const std::array<double Pace::*, 7> phases{&Pace::welcome, &Pace::impression, &Pace::topic, &Pace::talk, &Pace::arrow, &Pace::reveal, &Pace::farewell};
    pace.*phases[size_t(killed)] = 6;
    return pace;
}

QString nameOf(DatePhase phase)
{
    const auto name = protocol::nameOf(phase);
    return QString::fromLatin1(name.data(), qsizetype(name.size()));
}

} // namespace

class TestDateKills : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whoWaitsWaitsOn();
    void aDateGoesOnWhereItWas_data();
    void aDateGoesOnWhereItWas();

private:
    //! Kills, starts again; true when everybody was back within the promised time of the start.
    static bool killAndReturn(Evening &evening, const std::function<bool(Person &)> &isBack);
    static void play(DatePhase killed);
    static bool aim(Evening &evening);
    static void checkReturn(Evening &evening, const protocol::Date &before);
    static void checkEnd(Evening &evening);
};

bool TestDateKills::killAndReturn(Evening &evening, const std::function<bool(Person &)> &isBack)
{
    evening.server.kill();
    if (!evening.all([](Person &p) { return !p.ready(); }))
        return false;
    QElapsedTimer timer;
    timer.start();
    const bool back = evening.server.start() && evening.all([&](Person &p) { return p.ready() && isBack(p); }, 10'000);
    qInfo("everybody back after %lld ms", timer.elapsed());
    return back && timer.elapsed() <= backWithin;
}

//! 0 and 1 at each other, 2 at nobody, the others at 0.
bool TestDateKills::aim(Evening &evening)
{
    for (int i = 0; i < 7; ++i) {
        const int at = i == 2 ? 0 : evening.seatOf(i == 0 ? 1 : 0);
        if (evening[i].refusal([&](client::Callback<> done) { evening[i].session().shoot(evening[i].date()->date, at, done); }))
            return false;
    }
    return true;
}

void TestDateKills::checkReturn(Evening &evening, const protocol::Date &before)
{
    for (const auto &person : evening.people) {
        const protocol::Date &date = *person->date();
        QCOMPARE(date.date, before.date);
        QVERIFY(date.until && std::chrono::abs(*date.until - *before.until) <= Duration(backWithin));
        QCOMPARE(date.seats, before.seats);
        QVERIFY(date.phase != DatePhase::Arrow || date.arrow != 0 || person == evening.people[2]); // shot before the kill
    }
}

void TestDateKills::checkEnd(Evening &evening)
{
    QVERIFY(evening.allIn(DatePhase::Closed));
    QVERIFY(evening.all([&](Person &p) { return p.messages(evening.room()).size() == p.state().room(evening.room())->room.head; }));
    const auto everything = evening[0].messages(evening.room());
    for (int i = 0; i < 7; ++i) {
        QCOMPARE(evening.hostLines(evening[i]), linesOfShortScript()); // no line twice, none left out
        QCOMPARE(evening[i].messages(evening.room()), everything);
        QCOMPARE(evening[i].date()->reveal->seat, i == 0 ? evening.seatOf(1) : i == 1 ? evening.seatOf(0) : 0);
    }
    QCOMPARE(std::ranges::count(everything, u"still here"_s, &protocol::Message::text), 1);
}

void TestDateKills::play(DatePhase killed)
{
    Evening evening(shortScript(paceFor(killed)));
    QVERIFY2(evening.begin(7), qPrintable(evening.server.log()));
    QVERIFY(evening.enter(0, 7));
    for (int i = 0; i < 7; ++i) {
        const DatePhase phase = DatePhase(i);
        QVERIFY2(evening.allIn(phase), qPrintable(nameOf(phase)));
        if (phase == DatePhase::Arrow)
            QVERIFY(aim(evening));
        if (phase == DatePhase::Talk)
            QVERIFY(evening[5].session().sendText(evening.room(), u"still here"_s).ok());
        if (phase != killed)
            continue;
        const protocol::Date before = *evening[0].date();
        QVERIFY2(killAndReturn(evening, [&](Person &p) { return p.isIn(phase); }), qPrintable(evening.server.log()));
        checkReturn(evening, before);
    }
    checkEnd(evening);
}

void TestDateKills::whoWaitsWaitsOn()
{
    Evening evening(shortScript({}));
    QVERIFY2(evening.begin(4), qPrintable(evening.server.log()));
    QVERIFY(evening.enter(0, 4));
    const Time since = evening[2].blindDate().lobby->since;
    QVERIFY(killAndReturn(evening, [](Person &p) { return p.blindDate().version > 0 && p.blindDate().lobby && p.blindDate().lobby->seated == 4; }));
    QCOMPARE(evening[2].blindDate().lobby->since, since);
}

void TestDateKills::aDateGoesOnWhereItWas_data()
{
    QTest::addColumn<int>("phase");
    QTest::addColumn<int>("time");
    bool given = false;
    const int wanted = qEnvironmentVariableIntValue("JJAK_DATE_KILLS", &given);
    for (int time = 1; time <= (given ? wanted : 1); ++time) {
        for (int phase = 0; phase < int(DatePhase::Closed); ++phase)
            QTest::addRow("%s, %d", qPrintable(nameOf(DatePhase(phase))), time) << phase << time;
    }
}

void TestDateKills::aDateGoesOnWhereItWas()
{
    QFETCH(int, phase);
    play(DatePhase(phase));
}

QTEST_GUILESS_MAIN(TestDateKills)
#include "tst_date_kills.moc"
