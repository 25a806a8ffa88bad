// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSet>
#include <QTest>
#include <map>

#include "client/people/dates/date_mind.h"
#include "client/people/dates/topic_lines.h"
#include "common/rules/limits.h"

using namespace Qt::StringLiterals;
using namespace jjak;
using namespace jjak::people;
using protocol::Date;
using protocol::DatePhase;
using Kind = DateAct::Kind;

namespace {

const Time noon = fromMs(1'800'000'000'000);

//! Seven seats; those of the numbers are humans.
Date dateOf(int me, const QSet<int> &humans, std::uint64_t seed = 1)
{
    SeededRng rng(seed);
    Date date;
    date.date = DateId::random(rng);
    date.me = me;
    date.rounds = 3;
    for (int number = 1; number <= 7; ++number) {
        protocol::Seat seat;
        seat.number = number;
        seat.alias = u"otter:gentle:%1"_s.arg(number);
        seat.demo = !humans.contains(number);
        date.seats += seat;
    }
    return date;
}

Date in(Date date, DatePhase phase, Time since, Duration lasts, int round = 0)
{
    date.phase = phase;
    date.round = round;
    date.since = since;
    date.until = since + lasts;
    if (phase == DatePhase::Talk)
        date.topic = u"food.street"_s;
    return date;
}

//! What the mind does in a phase, and when, as if by a clock.
std::vector<std::pair<Time, DateAct>> played(DateMind &mind, const Date &date)
{
    std::vector<std::pair<Time, DateAct>> acts;
    Time now = date.since;
    for (int turns = 0; turns < 100; ++turns) {
        for (const DateAct &act : mind.update(date, now))
            acts.push_back({now, act});
        const auto next = mind.next();
        if (!next || *next > *date.until)
            break;
        now = std::max(now, *next);
    }
    return acts;
}

protocol::Message message(int author, const QString &text, qint64 seq)
{
    protocol::Message m;
    m.seq = seq;
    m.author = author;
    m.text = text;
    return m;
}

} // namespace

class TstDateMind : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysOneOrTwoSentencesAboutATopic_data();
    void saysOneOrTwoSentencesAboutATopic();
    void nothingIsSaidTwiceAtOneTable();
    void isSilentWhileTheHostSpeaks();
    void notesAFirstImpressionOfSomebodyElse();
    void someArrowsPointAtTheHuman();
    void humansShareTheArrows();
    void whoHasLeftIsNotChosen();
    void aHumanIsAnsweredByExactlyOne();
    void manyMessagesGetFewAnswers();
    void opensTheRoomWithAHumanOnly();
    void saysGoodbye();
    void isNeverCooledDownHoweverFastADatePlays();
    void theSameSeedDoesTheSame();
    void linesFitTopicsInBothLanguages();
};

void TstDateMind::saysOneOrTwoSentencesAboutATopic_data()
{
    QTest::addColumn<qint64>("milliseconds");
    for (const qint64 each : {180'000, 18'000, 3'000, 400})
        QTest::newRow(qPrintable(QString::number(each))) << each;
}

void TstDateMind::saysOneOrTwoSentencesAboutATopic()
{
    QFETCH(qint64, milliseconds);
    for (std::uint64_t seed = 1; seed <= 50; ++seed) {
        SeededRng rng(seed);
        DateMind mind(Speech::Korean, seed % 2, rng);
        const Date talk = in(dateOf(1, {7}), DatePhase::Talk, noon, Duration(milliseconds), 1);
        const auto acts = played(mind, talk);
        QVERIFY(acts.size() == 1 || acts.size() == 2);
        for (const auto &[at, act] : acts) {
            QCOMPARE(act.kind, Kind::Say);
            QVERIFY(topicLines(u"food.x"_s, Speech::Korean).contains(act.text));
            QVERIFY(at > noon && at < *talk.until);
        }
        if (acts.size() == 2)
            QVERIFY(acts[1].first - acts[0].first >= Duration(milliseconds / 25)); // at a human pace
    }
}

void TstDateMind::nothingIsSaidTwiceAtOneTable()
{
    SeededRng rng(3);
    std::vector<DateMind> minds;
    for (int i = 0; i < 6; ++i)
        minds.emplace_back(Speech::English, true, rng);
    QSet<QString> said;
    qint64 seq = 0;
    const Duration lasts = 180s;
    for (Time now = noon; now <= noon + lasts; now += 500ms) {
        for (int i = 0; i < 6; ++i) {
            const Date talk = in(dateOf(i + 1, {7}), DatePhase::Talk, noon, lasts, 1);
            for (const DateAct &act : minds[size_t(i)].update(talk, now)) {
                QVERIFY2(!said.contains(act.text), qPrintable(act.text));
                said += act.text;
                ++seq;
                for (int j = 0; j < 6; ++j)
                    if (j != i)
                        minds[size_t(j)].heard(in(dateOf(j + 1, {7}), DatePhase::Talk, noon, lasts, 1), message(i + 1, act.text, seq), now);
            }
        }
    }
    QCOMPARE(said.size(), 12);
}

void TstDateMind::isSilentWhileTheHostSpeaks()
{
    SeededRng rng(4);
    DateMind mind(Speech::Korean, true, rng);
    for (const DatePhase phase : {DatePhase::Welcome, DatePhase::Topic, DatePhase::Reveal, DatePhase::Closed})
        QVERIFY(played(mind, in(dateOf(1, {7}), phase, noon, 30s)).empty());
}

void TstDateMind::notesAFirstImpressionOfSomebodyElse()
{
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        SeededRng rng(seed);
        DateMind mind(Speech::Korean, true, rng);
        const auto acts = played(mind, in(dateOf(3, {7}), DatePhase::Impression, noon, 15s));
        QCOMPARE(acts.size(), size_t(1));
        QCOMPARE(acts[0].second.kind, Kind::Pick);
        QVERIFY(acts[0].second.seat >= 1 && acts[0].second.seat <= 7 && acts[0].second.seat != 3);
    }
}

void TstDateMind::someArrowsPointAtTheHuman()
{
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        SeededRng rng(seed);
        int atHuman = 0;
        for (int me = 1; me <= 6; ++me) {
            const int target = arrowTarget(dateOf(me, {7}, seed), rng);
            QVERIFY(target != me);
            atHuman += target == 7;
        }
        QCOMPARE(atHuman, 3); // half: a newcomer has a fair chance, and no certainty
    }
}

void TstDateMind::humansShareTheArrows()
{
    SeededRng rng(5);
    std::map<int, int> arrows;
    for (int me = 1; me <= 4; ++me)
        ++arrows[arrowTarget(dateOf(me, {5, 6, 7}), rng)];
    QCOMPARE(arrows[5] + arrows[6] + arrows[7], 2);
    QVERIFY(arrows[5] <= 1 && arrows[6] <= 1 && arrows[7] <= 1);
}

void TstDateMind::whoHasLeftIsNotChosen()
{
    SeededRng rng(6);
    for (int round = 0; round < 100; ++round) {
        Date date = dateOf(1, {7}, std::uint64_t(round) + 1);
        date.seats[6].state = protocol::SeatState::Left; // the human
        date.seats[1].state = protocol::SeatState::Left;
        date.hidden = {3};
        const int target = arrowTarget(date, rng);
        QVERIFY2(target == 0 || target == 4 || target == 5 || target == 6, qPrintable(QString::number(target)));
    }
}

void TstDateMind::aHumanIsAnsweredByExactlyOne()
{
    QSet<int> answered;
    for (qint64 seq = 1; seq <= 12; ++seq) {
        int answers = 0;
        for (int me = 1; me <= 6; ++me) {
            SeededRng rng(std::uint64_t(seq) * 10 + std::uint64_t(me));
            DateMind mind(Speech::Korean, false, rng);
            const Date talk = in(dateOf(me, {7}), DatePhase::Talk, noon, 180s, 1);
            mind.update(talk, noon);
            mind.heard(talk, message(7, u"Which film do you like?"_s, seq), noon + 100ms);
            for (const DateAct &act : mind.update(talk, noon + 6s)) {
                if (linesAbout(Topic::Film, Speech::English).contains(act.text))
                    ++answers, answered += me;
            }
        }
        QCOMPARE(answers, 1);
    }
    QCOMPARE(answered.size(), 6); // each in its turn
}

void TstDateMind::manyMessagesGetFewAnswers()
{
    SeededRng rng(8);
    DateMind mind(Speech::Korean, true, rng);
    Date talk = in(dateOf(1, {2, 3, 4, 5, 6, 7}), DatePhase::Talk, noon, 180s, 1); // the only demo person there
    mind.update(talk, noon);
    for (qint64 seq = 1; seq <= 100; ++seq)
        mind.heard(talk, message(2, u"안녕?"_s, seq), noon + Duration(seq));
    QVERIFY(played(mind, talk).size() <= 5);
}

void TstDateMind::opensTheRoomWithAHumanOnly()
{
    for (const int met : {0, 2, 7}) {
        SeededRng rng(9);
        DateMind mind(Speech::Korean, true, rng);
        Date date = in(dateOf(1, {7}), DatePhase::Reveal, noon, 8s);
        date.reveal = protocol::Reveal{PairId::random(rng), met, noon + 24h, protocol::Answer::Open};
        const auto acts = played(mind, date);
        QCOMPARE(acts.size(), met == 7 ? size_t(1) : size_t(0));
        if (met == 7)
            QCOMPARE(acts[0].second, (DateAct{Kind::Open, {}, 7}));
        date.reveal->mine = protocol::Answer::Accepted;
        DateMind again(Speech::Korean, true, rng);
        QVERIFY(played(again, date).empty());
    }
}

void TstDateMind::saysGoodbye()
{
    SeededRng rng(10);
    DateMind mind(Speech::English, true, rng);
    const auto acts = played(mind, in(dateOf(1, {7}), DatePhase::Farewell, noon, 60s));
    QCOMPARE(acts.size(), size_t(1));
    QVERIFY(goodbyes(Speech::English).contains(acts[0].second.text));
}

void TstDateMind::isNeverCooledDownHoweverFastADatePlays()
{
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        SeededRng rng(seed);
        DateMind mind(Speech::English, true, rng);
        std::vector<Time> spoke;
        qint64 seq = 0;
        for (int phase = 0; phase < 40; ++phase) { // forty talks of a quarter of a second
            const Time begin = noon + phase * 250ms;
            const Date talk = in(dateOf(1, {7}), DatePhase::Talk, begin, 250ms, 1 + phase % 9);
            for (int i = 0; i < 6; ++i)
                mind.heard(talk, message(7, u"hello?"_s, ++seq), begin);
            for (const auto &[at, act] : played(mind, talk))
                spoke.push_back(at);
        }
        QVERIFY(!spoke.empty());
        for (const Time first : spoke)
            QVERIFY(std::ranges::count_if(spoke, [&](Time at) { return at >= first && at - first < limits::floodTime; }) <= limits::floodMessages);
    }
}

void TstDateMind::theSameSeedDoesTheSame()
{
    const auto evening = [] {
        SeededRng rng(11);
        DateMind mind(Speech::Korean, true, rng);
        std::vector<std::pair<Time, DateAct>> all;
        Time now = noon;
        for (const DatePhase phase : {DatePhase::Welcome, DatePhase::Impression, DatePhase::Talk, DatePhase::Arrow, DatePhase::Farewell}) {
            for (auto &act : played(mind, in(dateOf(1, {7}), phase, now, 30s, 1)))
                all.push_back(std::move(act));
            now += 30s;
        }
        return all;
    };
    QVERIFY(evening().size() >= 4);
    QVERIFY(evening() == evening());
}

void TstDateMind::linesFitTopicsInBothLanguages()
{
    for (const auto *pack : {"everyday", "imagination", "food", "travel", "memories", "dreams", "either-or", "together", "of somebody else"}) {
        const QString topic = QString::fromLatin1(pack) + u".x"_s;
        for (const Speech speech : {Speech::Korean, Speech::English}) {
            const QStringList lines = topicLines(topic, speech);
            QVERIFY(lines.size() >= 6);
            QCOMPARE(QSet<QString>(lines.begin(), lines.end()).size(), lines.size());
            for (const QString &line : lines)
                QCOMPARE(speechOf(line), speech);
        }
    }
    QVERIFY(topicLines(u"food.x"_s, Speech::English) != topicLines(u"travel.x"_s, Speech::English));
    QCOMPARE(topicLines(u"unknown"_s, Speech::English), topicLines({}, Speech::English));
}

QTEST_GUILESS_MAIN(TstDateMind)
#include "tst_date_mind.moc"
