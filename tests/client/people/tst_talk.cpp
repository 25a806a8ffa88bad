// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSet>
#include <QTest>

#include "client/people/talk.h"
#include "common/rules/limits.h"

using namespace Qt::StringLiterals;
using namespace jjak;
using namespace jjak::people;

class TstTalk : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void topics_data();
    void topics();
    void answersComeInTheLanguageOfTheOther();
    void answersAreAboutTheTopic();
    void noLineTwiceInARow();
    void neverClaimsToBeHuman();
    void aShyPersonSaysLittle();
    void everyLineMayBeSaidToAStranger();
    void theSameSeedTalksTheSame();
    void nowAndThenSomethingIsLiked();
};

void TstTalk::topics_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<Topic>("topic");
    QTest::newRow("hello ko") << u"안녕하세요!"_s << Topic::Greeting;
    QTest::newRow("hello en") << u"Hi there"_s << Topic::Greeting;
    QTest::newRow("hi inside a word") << u"this thing"_s << Topic::Other;
    QTest::newRow("how are you ko") << u"잘 지내세요?"_s << Topic::HowAreYou;
    QTest::newRow("how are you en") << u"How are you?"_s << Topic::HowAreYou;
    QTest::newRow("bot ko") << u"혹시 로봇이에요?"_s << Topic::Bot;
    QTest::newRow("bot en") << u"Are you a real person?"_s << Topic::Bot;
    QTest::newRow("film") << u"요즘 어떤 영화가 재미있어요?"_s << Topic::Film;
    QTest::newRow("food") << u"밥 먹었어요?"_s << Topic::Food;
    QTest::newRow("place") << u"where do you live"_s << Topic::Place;
    QTest::newRow("thanks") << u"고마워요"_s << Topic::Thanks;
    QTest::newRow("bye") << u"See you later!"_s << Topic::Bye;
    QTest::newRow("question") << u"정말요?"_s << Topic::Question;
    QTest::newRow("laugh") << u"ㅋㅋㅋ"_s << Topic::Laugh;
    QTest::newRow("other") << u"음"_s << Topic::Other;
    QTest::newRow("empty") << QString() << Topic::Other;
}

void TstTalk::topics()
{
    QFETCH(QString, text);
    QTEST(topicOf(text), "topic");
}

void TstTalk::answersComeInTheLanguageOfTheOther()
{
    SeededRng rng(1);
    Talk talk(u"데모 민지"_s, false, rng);
    for (int i = 0; i < 50; ++i) {
        QCOMPARE(speechOf(talk.reply(u"영화 좋아해요"_s)), Speech::Korean);
        QCOMPARE(speechOf(talk.reply(u"I like films"_s)), Speech::English);
        QCOMPARE(speechOf(talk.farewell()), Speech::English);
    }
}

void TstTalk::answersAreAboutTheTopic()
{
    SeededRng rng(2);
    Talk talk(u"데모 민지"_s, false, rng);
    for (int i = 0; i < 20; ++i) {
        QVERIFY(linesAbout(Topic::Music, Speech::Korean).contains(talk.reply(u"음악 들어요?"_s)));
        QVERIFY(linesAbout(Topic::Work, Speech::English).contains(talk.reply(u"what is your job"_s)));
        QVERIFY(talk.reply(u"이름이 뭐예요?"_s).contains(u"데모 민지"_s));
    }
}

void TstTalk::noLineTwiceInARow()
{
    SeededRng rng(3);
    for (const bool shy : {false, true}) {
        Talk talk(u"a"_s, shy, rng);
        for (const QString &text : {u"음"_s, u"고마워"_s, u"are you a bot"_s}) {
            QString last;
            for (int i = 0; i < 200; ++i) {
                const QString line = talk.reply(text);
                QVERIFY(line != last);
                last = line;
            }
        }
    }
}

void TstTalk::neverClaimsToBeHuman()
{
    SeededRng rng(4);
    for (int i = 0; i < 50; ++i) {
        Talk talk(u"a"_s, i % 2 == 0, rng);
        QVERIFY(talk.reply(u"진짜 사람이에요?"_s).contains(u"데모"_s));
        QVERIFY(talk.reply(u"are you human?"_s).contains(u"demo"_s));
    }
}

void TstTalk::aShyPersonSaysLittle()
{
    SeededRng rng(5);
    Talk talk(u"a"_s, true, rng);
    for (int i = 0; i < 50; ++i)
        QVERIFY(talk.reply(u"음 그냥 그래요"_s).size() < 15);
}

void TstTalk::everyLineMayBeSaidToAStranger()
{
    QSet<QString> all;
    for (int topic = 0; topic <= int(Topic::Other); ++topic) {
        for (const Speech speech : {Speech::Korean, Speech::English}) {
            const QStringList lines = linesAbout(Topic(topic), speech);
            QVERIFY(lines.size() >= 2); // else it would have to repeat itself
            for (const QString &line : lines) {
                QVERIFY(!all.contains(line));
                all += line;
                QCOMPARE(speechOf(line), speech);
                QVERIFY(line.size() <= limits::messageCodePoints);
                QVERIFY(!line.contains(u"://"_s) && !line.contains(u"www."_s));
            }
        }
    }
}

void TstTalk::theSameSeedTalksTheSame()
{
    SeededRng one(9), two(9);
    Talk a(u"x"_s, false, one), b(u"x"_s, false, two);
    QCOMPARE(a.greeting(), b.greeting());
    for (int i = 0; i < 20; ++i)
        QCOMPARE(a.reply(u"hm %1"_s.arg(i)), b.reply(u"hm %1"_s.arg(i)));
}

void TstTalk::nowAndThenSomethingIsLiked()
{
    const auto hearts = [](bool shy, const QString &heard) {
        SeededRng rng(6);
        Talk talk(u"a"_s, shy, rng);
        int count = 0;
        for (int i = 0; i < 600; ++i)
            count += talk.likes(heard);
        return count;
    };
    const int usual = hearts(false, u"음"_s), kind = hearts(false, u"고마워요"_s), shy = hearts(true, u"고마워요"_s);
    QVERIFY2(usual > 50 && usual < 150, qPrintable(QString::number(usual)));
    QVERIFY(kind > usual && kind < 300);
    QVERIFY(shy > 0 && shy < usual);
    QCOMPARE(hearts(false, u"음"_s), usual); // the same seed likes the same
}

QTEST_GUILESS_MAIN(TstTalk)
#include "tst_talk.moc"
