// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSet>
#include <QtTest>

#include "client/core/sentences.h"
#include "dates.h"

using namespace jjak;
using namespace jjak::client;
using namespace jjak::client::test;
using namespace jjak::protocol;
using namespace Qt::StringLiterals;

class TestDateSentences : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(u"en"_s)); }
    void everyAliasHasItsOwnName();
    void nameThatIsNoAliasStays();
    void everyPhaseEndAndSeatHasWords();
    void countdownIsHonest_data();
    void countdownIsHonest();
    void waitingIsToldRoughly();
    void refusalTellsTheSeconds();
    void eventIsToldInTheViewersTimeAndItsOwn();
    void hostLineTakesItsArguments();
    void hostLineWithoutWordsIsAnEllipsis();
    void placeInAnArgumentIsNoPlace();
};

void TestDateSentences::everyAliasHasItsOwnName()
{
    QSet<QString> all;
    for (int animal = 0; animal < int(Alias::animals.size()); ++animal)
        for (int mood = 0; mood < int(Alias::moods.size()); ++mood)
            all.insert(aliasName(Alias{animal, mood, 0}));
    QCOMPARE(all.size(), qsizetype(Alias::animals.size() * Alias::moods.size()));
    // The words stand in the order of the codes: in English each begins as its code does.
    for (int animal = 0; animal < int(Alias::animals.size()); ++animal)
        QCOMPARE(aliasName(Alias{animal, 0, 0}).section(u' ', 1).toLower(), QString::fromLatin1(Alias::animals[size_t(animal)].data()));
    for (int mood = 0; mood < int(Alias::moods.size()); ++mood)
        QCOMPARE(aliasName(Alias{0, mood, 0}).section(u' ', 0, 0).toLower(), QString::fromLatin1(Alias::moods[size_t(mood)].data()));
    QCOMPARE(aliasName(u"otter:gentle:5"_s), u"Gentle Otter"_s);
}

void TestDateSentences::nameThatIsNoAliasStays()
{
    QCOMPARE(aliasName(u"Bora"_s), u"Bora"_s);
    QCOMPARE(aliasName(u"otter:gentle"_s), u"otter:gentle"_s);
    QCOMPARE(seatName(sitting(1, DatePhase::Talk).date->seats, 2), u"Bright Fox"_s);
    QVERIFY(seatName({}, 2).isEmpty());
}

void TestDateSentences::everyPhaseEndAndSeatHasWords()
{
    QSet<QString> all;
    for (size_t i = 0; i < EnumNames<DatePhase>::names.size(); ++i)
        all.insert(phaseName(DatePhase(i)));
    for (size_t i = 0; i < EnumNames<SeatState>::names.size(); ++i)
        all.insert(label(SeatState(i)));
    for (size_t i = 0; i < EnumNames<LobbyEnd>::names.size(); ++i)
        all.insert(sentence(LobbyEnd(i)));
    QVERIFY(!all.contains(QString()));
    QCOMPARE(size_t(all.size()), EnumNames<DatePhase>::names.size() + EnumNames<SeatState>::names.size() + EnumNames<LobbyEnd>::names.size());
    auto date = *sitting(1, DatePhase::Talk).date;
    date.round = 2;
    QCOMPARE(phaseName(date), u"Talk 2 of 3"_s);
}

void TestDateSentences::countdownIsHonest_data()
{
    QTest::addColumn<qint64>("ms");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, Duration left, const QString &text) { QTest::newRow(name) << qint64(left.count()) << text; };
    row("days", 72h, u"in 3 day(s)"_s);
    row("hours", 2h + 5min, u"in 2 h 5 min"_s);
    row("hour", 59min + 50s, u"in 1 h 0 min"_s);
    row("minutes", 25min, u"in 25 minute(s)"_s);
    row("clock", 9min + 42s, u"09:42"_s);
    row("seconds", 41s + 1ms, u"00:42"_s);
    row("over", -5s, u"00:00"_s);
}

void TestDateSentences::countdownIsHonest()
{
    QFETCH(qint64, ms);
    QFETCH(QString, text);
    QCOMPARE(countdown(Duration(ms)), text);
}

void TestDateSentences::waitingIsToldRoughly()
{
    QCOMPARE(waitLabel(130'000), u"about 2 minute(s)"_s);
    QCOMPARE(waitLabel(20'000), u"less than a minute"_s);
    QVERIFY(waitLabel(std::nullopt).size() > 10);
}

void TestDateSentences::refusalTellsTheSeconds()
{
    for (const ErrorCode code : {ErrorCode::RoomFrozen, ErrorCode::RoomCooling}) {
        const Error error = Error::notBefore(code, evening);
        QVERIFY(sentence(error, evening - 3500ms).contains(u'4'));
        QCOMPARE(sentence(error, evening), sentence(error));
    }
    QVERIFY(sentence(Error::notBefore(ErrorCode::EventClosed, evening), evening - 26h).contains(u"26 h"_s));
    QVERIFY(sentence(Error{ErrorCode::EventClosed}) != sentence(Error::notBefore(ErrorCode::EventClosed, evening)));
}

void TestDateSentences::eventIsToldInTheViewersTimeAndItsOwn()
{
    const auto seoul = eventTime(eventInfo(1, 1, evening), QTimeZone("Asia/Seoul"));
    QVERIFY(seoul.contains(u"November"_s) && seoul.contains(u"8:00"_s) && !seoul.contains(u'('));
    const auto berlin = eventTime(eventInfo(1, 1, evening), QTimeZone("Europe/Berlin"));
    QVERIFY(berlin.contains(u"12:00"_s) && berlin.contains(u'(') && berlin.contains(u"8:00"_s));
    // The same clock under another name is no other zone.
    QVERIFY(!eventTime(eventInfo(1, 1, evening), QTimeZone("Asia/Tokyo")).contains(u'('));
}

void TestDateSentences::hostLineTakesItsArguments()
{
    const auto members = dateRoom(0).members;
    QCOMPARE(hostKey(hostLine(1, u"invite 2 3"_s)), u"invite"_s);
    QCOMPARE(hostSentence(hostLine(1, u"invite 2 3"_s), u"What about you, %*?"_s, members), u"What about you, Bright Fox and Calm Owl?"_s);
    QCOMPARE(hostSentence(hostLine(1, u"cool 4"_s), u"%1, please rest."_s, members), u"Brave Bear, please rest."_s);
    QCOMPARE(hostSentence(hostLine(1, u"left 60"_s), u"%1 left."_s, members), u"1 minute(s) left."_s);
    QCOMPARE(hostSentence(hostLine(1, u"left 10"_s), u"100% sure: %1 left, %2."_s, members), u"100% sure: 10 second(s) left, ."_s);
}

void TestDateSentences::hostLineWithoutWordsIsAnEllipsis()
{
    QCOMPARE(hostSentence(hostLine(1, u"hello"_s), std::nullopt, {}), u"…"_s);
}

void TestDateSentences::placeInAnArgumentIsNoPlace()
{
    QCOMPARE(hostSentence(hostLine(1, u"say %2 b"_s), u"%1 and %2"_s, {}), u"%2 and b"_s);
}

QTEST_GUILESS_MAIN(TestDateSentences)
#include "tst_date_sentences.moc"
