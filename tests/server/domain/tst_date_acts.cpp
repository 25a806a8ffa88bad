// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "evening.h"

using namespace jjak;
using namespace jjak::domain;
using namespace jjak::domain::testing;
using namespace Qt::StringLiterals;

namespace {

using Said = Evening::Said;

//! Everything the host says in a date in which everybody talks all the time, by design §6.
QList<Said> wholeProgramme(const Date &date)
{
    QList<Said> all;
    for (int i = 0; i < 7; ++i)
        all.append({i * Duration(2s), u"w%1"_s.arg(i + 1)});
    all.append({14s, u"impression"_s});
    for (int round = 0; round < 3; ++round) {
        const Duration topic = 34s + round * Duration(184s), talk = topic + 4s;
        all += {{topic, u"topic"_s}, {topic + 2s, date.topics[round]}, {talk, u"talk"_s}, {talk + 120s, u"left 60"_s}, {talk + 170s, u"left 10"_s}};
    }
    return all + QList<Said>{{586s, u"arrow"_s}, {606s, u"left 10"_s}, {616s, u"reveal"_s}, {626s, u"bye1"_s}, {636s, u"bye2"_s}};
}

QList<Said> withoutInvitations(QList<Said> said)
{
    said.removeIf([](const Said &line) { return line.text.startsWith(u"invite"_s); });
    return said;
}

} // namespace

class TestDateActs : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theHostKeepsTheProgrammeToTheMillisecond()
    {
        Evening e;
        e.fill(7);
        e.playTo(1h);
        QCOMPARE(withoutInvitations(e.said), wholeProgramme(e.date));
        QVERIFY(e.date.closed);
        QCOMPARE(e.date.ended, e.from() + 656s);
    }
    //! A server that looks every 700 ms is late each time, and yet the end is where it was.
    void aLateLookMakesNothingDrift()
    {
        Evening e;
        e.fill(7);
        for (Duration t = 0s; !e.date.closed; t += 700ms) {
            e.setClock(t);
            e.tellLate(TimePassed{});
        }
        QCOMPARE(e.date.ended, e.from() + 656s);
        const QList<Said> said = withoutInvitations(e.said), expected = wholeProgramme(e.date);
        QCOMPARE(said.size(), expected.size());
        for (qsizetype i = 0; i < said.size(); ++i) {
            QCOMPARE(said[i].text, expected[i].text);
            QVERIFY(said[i].at >= expected[i].at && said[i].at < expected[i].at + 700ms);
        }
    }
    void severalThingsOfOneMomentComeInTheirOrder()
    {
        Evening e;
        e.script.acts[3].lines = {u"talk"_s, u"talk.end"_s};
        e.script.acts[3].gap = 170s; // together with the last announcement
        e.fill(7);
        e.playTo(38s + 170s);
        QCOMPARE(e.said.mid(e.said.size() - 2), (QList<Said>{{208s, u"talk.end"_s}, {208s, u"left 10"_s}}));
    }
    void phasesAndRoundsAreWhereTheyShouldBe()
    {
        Evening e;
        e.fill(7);
        struct At {
            Duration moment;
            DatePhase phase;
            int round;
            std::optional<Duration> thaw;
        };
        for (const At &at : {At{0s, DatePhase::Welcome, 0, 38s}, {14s, DatePhase::Impression, 0, 38s}, {34s, DatePhase::Topic, 1, 38s}, {38s - 1ms, DatePhase::Topic, 1, 38s}, {38s, DatePhase::Talk, 1, {}},
                             {218s, DatePhase::Topic, 2, 222s}, {222s, DatePhase::Talk, 2, {}}, {402s, DatePhase::Topic, 3, 406s}, {585s, DatePhase::Talk, 3, {}}, {586s, DatePhase::Arrow, 3, 626s},
                             {616s, DatePhase::Reveal, 3, 626s}, {626s, DatePhase::Farewell, 3, {}}, {656s, DatePhase::Closed, 3, {}}}) {
            e.playTo(at.moment);
            QCOMPARE(e.phase(), at.phase);
            QCOMPARE(roundOf(e.date, e.script), at.round);
            QCOMPARE(thawOf(e.date, e.script), at.thaw ? std::optional(e.from() + *at.thaw) : std::nullopt);
            QCOMPARE(frozen(e.date, e.script), at.thaw.has_value() || e.date.closed);
        }
        QCOMPARE(endOfAct(e.date, e.script), std::nullopt);
        QCOMPARE(e.date.since, e.from() + 656s);
    }
    void aFrozenEndHasNoThaw()
    {
        Evening e;
        e.script.acts.back().frozen = true;
        e.fill(7);
        e.playToPhase(DatePhase::Arrow);
        QVERIFY(frozen(e.date, e.script));
        QCOMPARE(thawOf(e.date, e.script), std::nullopt);
        QCOMPARE(e.tell(Spoke{1}).refused, Error{ErrorCode::RoomFrozen});
    }
    void writingWhileFrozenIsToldWhenItGoesOn()
    {
        Evening e;
        e.fill(7);
        e.playTo(5s);
        QCOMPARE(e.tell(Spoke{1}).refused, Error::notBefore(ErrorCode::RoomFrozen, e.from() + 38s));
        e.playTo(38s - 1ms);
        QVERIFY(e.tell(Spoke{1}).refused.has_value());
        e.setClock(38s);
        const DateStep done = e.tellLate(Spoke{1}); // at the very moment
        QVERIFY(!done.refused && done.changed);
    }
    void announcementsAreRoundedUpToSeconds()
    {
        Evening e;
        e.script.acts[3].announce = {3s, 500ms};
        e.fill(7);
        e.playTo(218s - 1ms);
        QCOMPARE(e.said.mid(e.said.size() - 2), (QList<Said>{{215s, u"left 3"_s}, {217s + 500ms, u"left 1"_s}}));
    }
};

QTEST_GUILESS_MAIN(TestDateActs)
#include "tst_date_acts.moc"
