// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <QTimeZone>

#include "../core/tables.h"
#include "client/people/lounge/lounge_lines.h"
#include "client/people/lounge/table_manners.h"

using namespace Qt::StringLiterals;
using namespace jjak;
using namespace jjak::client::test;
using namespace jjak::people;
using namespace jjak::protocol;

namespace {

constexpr Time now = fromMs(1'800'000'000'000);

//! At which so many sit; the first `demo` ones of them are demo people.
Table shared(int number, int guests, int demo = 0)
{
    Table out = client::test::table(number);
    out.guests.clear();
    for (int i = 0; i < guests; ++i) {
        out.guests.append(guest(10 * number + i));
        out.guests.last().demo = i < demo;
    }
    return out;
}

} // namespace

class TstTableManners : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void someAreHosts();
    void offersFitTheLimits_data();
    void offersFitTheLimits();
    void aLongTitleLosesWholeWords();
    void aSeatIsLeftForPeople_data();
    void aSeatIsLeftForPeople();
    void peopleGoFirst();
    void guestsGoWhenItIsQuiet();
    void peopleAreAnswered();
    void demoPeopleHardlyAnswerEachOther();
};

void TstTableManners::someAreHosts()
{
    QVERIFY(isHost(0)); // also when there is one only
    int hosts = 0;
    for (int i = 0; i < 12; ++i)
        hosts += isHost(i);
    QVERIFY(hosts >= 2 && hosts <= 6);
}

void TstTableManners::offersFitTheLimits_data()
{
    QTest::addColumn<int>("speech");
    QTest::newRow("ko") << int(Speech::Korean);
    QTest::newRow("en") << int(Speech::English);
}

void TstTableManners::offersFitTheLimits()
{
    QFETCH(const int, speech);
    SeededRng rng(1);
    for (int number = 0; number < 20; ++number) {
        Post post = client::test::post(number + 1);
        post.heading = loungePost(number, 0, Speech(speech)).title;
        const auto offer = tableWith(post, Speech(speech), now, rng);
        QCOMPARE(offer.post, post.post);
        QCOMPARE(offer.topic, post.heading);
        QVERIFY(!offer.approval && !offer.sure && offer.seats == limits::tableSeats);
        QVERIFY(offer.at && *offer.at > now && *offer.at <= now + 1h);
        QCOMPARE(offer.language, Speech(speech) == Speech::Korean ? u"ko"_s : u"en"_s);
        QVERIFY(QTimeZone(offer.zone.toUtf8()).isValid());
    }
}

void TstTableManners::aLongTitleLosesWholeWords()
{
    SeededRng rng(1);
    Post post = client::test::post(1);
    post.heading = u"긴 제목 "_s.repeated(16) + u"끝"_s;
    const QString topic = tableWith(post, Speech::Korean, now, rng).topic;
    QVERIFY(topic.toUcs4().size() <= limits::tableTopicCodePoints && topic.size() > 50);
    QVERIFY(topic.endsWith(u"긴"_s) || topic.endsWith(u"제목"_s));
    post.heading = u"가"_s.repeated(80);
    QCOMPARE(tableWith(post, Speech::Korean, now, rng).topic, u"가"_s.repeated(limits::tableTopicCodePoints));
}

void TstTableManners::aSeatIsLeftForPeople_data()
{
    QTest::addColumn<Table>("table");
    QTest::addColumn<bool>("free");
    Table decides = shared(1, 1), waited = shared(1, 1), ended = shared(1, 1), own = shared(1, 1), asked = shared(1, 1), two = shared(1, 1);
    decides.approval = true;
    waited.line = 1;
    ended.phase = TablePhase::Ended;
    own.mine = Standing::Host;
    asked.mine = Standing::Waiting;
    two.seats = 2;
    QTest::newRow("a host alone") << shared(1, 1) << true;
    QTest::newRow("two") << shared(1, 2) << true;
    QTest::newRow("the last seat") << shared(1, 3) << false;
    QTest::newRow("full") << shared(1, 4) << false;
    QTest::newRow("the only seat of a small one") << two << false;
    QTest::newRow("one demo person") << shared(1, 1, 1) << true;
    QTest::newRow("two demo people") << shared(1, 2, 2) << false;
    QTest::newRow("the host decides") << decides << false;
    QTest::newRow("people wait") << waited << false;
    QTest::newRow("over") << ended << false;
    QTest::newRow("one's own") << own << false;
    QTest::newRow("waiting there already") << asked << false;
}

void TstTableManners::aSeatIsLeftForPeople()
{
    QFETCH(const Table, table);
    QFETCH(const bool, free);
    SeededRng rng(1);
    QCOMPARE(seatAmong({table}, rng), free ? std::optional(table.table) : std::nullopt);
}

void TstTableManners::peopleGoFirst()
{
    SeededRng rng(1);
    const Table people = shared(2, 2);
    for (int i = 0; i < 20; ++i)
        QCOMPARE(seatAmong({shared(1, 1, 1), people, shared(3, 1, 1), shared(4, 4)}, rng), std::optional(people.table));
    QVERIFY(!seatAmong({}, rng));
}

void TstTableManners::guestsGoWhenItIsQuiet()
{
    Table there = client::test::table(1, Standing::Seated);
    there.phase = TablePhase::Open;
    there.at = now - 3h;
    QVERIFY(isTimeToGo(there, {}, now));
    QVERIFY(isTimeToGo(there, now - 1h, now));
    QVERIFY(!isTimeToGo(there, now - 5min, now));
    there.at = now - 1h;
    QVERIFY(!isTimeToGo(there, {}, now));
    there.at = now - 3h;
    there.mine = Standing::Host;
    QVERIFY(!isTimeToGo(there, {}, now));
    Table coming = client::test::table(1, Standing::Seated);
    QVERIFY(!isTimeToGo(coming, {}, coming.at - 1h));
}

void TstTableManners::peopleAreAnswered()
{
    SeededRng rng(1);
    TableTalk alone(u"이슬"_s, rng), among(u"이슬"_s, rng);
    int answers = 0, shared = 0;
    for (int i = 0; i < 20; ++i) {
        answers += alone.answers(false, 1);
        shared += among.answers(false, 3);
    }
    QCOMPARE(answers, 20);
    QVERIFY(shared >= 4 && shared <= 16);
    for (int i = 0; i < 200; ++i)
        answers += alone.answers(false, 1);
    QVERIFY(answers < 100); // not for ever
}

void TstTableManners::demoPeopleHardlyAnswerEachOther()
{
    SeededRng rng(1);
    TableTalk talk(u"이슬"_s, rng);
    int answers = 0;
    for (int i = 0; i < 20; ++i)
        answers += talk.answers(true, 2);
    QCOMPARE(answers, 2);
    QVERIFY(talk.answers(false, 1)); // people still are
}

QTEST_GUILESS_MAIN(TstTableManners)
#include "tst_table_manners.moc"
