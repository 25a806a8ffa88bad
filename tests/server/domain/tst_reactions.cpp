// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "server/domain/rooms/reactions.h"

using namespace jjak;
using namespace jjak::domain;
using namespace Qt::StringLiterals;

//! What can be put under a message, and how often.
class TestReactions : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void oneEmojiIsOne_data();
    void oneEmojiIsOne();
    void puttingTwiceIsPuttingOnce();
    void whoTakesBackIsGoneAndSoIsTheLastOnesEmoji();
    void thereIsAnEndOfDifferentOnes();
};

void TestReactions::oneEmojiIsOne_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("is");
    QTest::newRow("thumb") << u"👍"_s << true;
    QTest::newRow("thumb with a tone of skin") << u"👍🏽"_s << true;
    QTest::newRow("heart as a picture") << u"❤️"_s << true;
    QTest::newRow("heart as a sign") << u"❤"_s << true;
    QTest::newRow("family") << u"👩‍👩‍👧‍👦"_s << true;
    QTest::newRow("couple with tones") << u"👩🏻‍❤️‍👨🏿"_s << true;
    QTest::newRow("flag of a country") << u"🇰🇷"_s << true;
    QTest::newRow("flag of a region") << u"🏴󠁧󠁢󠁳󠁣󠁴󠁿"_s << true;
    QTest::newRow("key cap") << u"1️⃣"_s << true;
    QTest::newRow("nothing") << QString() << false;
    QTest::newRow("a letter") << u"a"_s << false;
    QTest::newRow("a digit") << u"1"_s << false;
    QTest::newRow("Hangul") << u"짝"_s << false;
    QTest::newRow("two") << u"👍👍"_s << false;
    QTest::newRow("with a word") << u"👍ok"_s << false;
    QTest::newRow("a space behind") << u"👍 "_s << false;
    QTest::newRow("three flag letters") << u"🇰🇷🇰"_s << false;
    QTest::newRow("half a flag") << u"🇰"_s << false;
    QTest::newRow("a tone alone") << u"🏽"_s << false;
    QTest::newRow("a joiner at the end") << u"👩‍"_s << false;
    QTest::newRow("a joiner alone") << QString(QChar(0x200d)) << false;
    QTest::newRow("half of a pair") << QString(QChar(0xd83d)) << false;
    QTest::newRow("too long") << u"👩‍👩‍👩‍👩‍👩‍👩‍👩‍👩‍👩"_s << false;
}

void TestReactions::oneEmojiIsOne()
{
    QFETCH(QString, text);
    QFETCH(bool, is);
    QCOMPARE(isEmoji(text), is);
    QCOMPARE(withReaction({}, text, 1, true).ok(), is);
}

void TestReactions::puttingTwiceIsPuttingOnce()
{
    auto list = *withReaction({}, u"👍"_s, 2, true);
    list = *withReaction(list, u"👍"_s, 2, true);
    QCOMPARE(list, (QList<protocol::Reaction>{{u"👍"_s, {2}}}));
    list = *withReaction(list, u"👍"_s, 1, true);
    list = *withReaction(list, u"🙏"_s, 2, true);
    QCOMPARE(list, (QList<protocol::Reaction>{{u"👍"_s, {2, 1}}, {u"🙏"_s, {2}}}));
}

void TestReactions::whoTakesBackIsGoneAndSoIsTheLastOnesEmoji()
{
    const QList<protocol::Reaction> both{{u"👍"_s, {2, 1}}, {u"🙏"_s, {2}}};
    QCOMPARE(*withReaction(both, u"👍"_s, 2, false), (QList<protocol::Reaction>{{u"👍"_s, {1}}, {u"🙏"_s, {2}}}));
    QCOMPARE(*withReaction(both, u"🙏"_s, 2, false), (QList<protocol::Reaction>{{u"👍"_s, {2, 1}}}));
    QCOMPARE(*withReaction(both, u"🙏"_s, 1, false), both);
    QCOMPARE(*withReaction(both, u"😂"_s, 1, false), both);
}

void TestReactions::thereIsAnEndOfDifferentOnes()
{
    QList<protocol::Reaction> list;
    for (int i = 0; i < limits::reactionsPerMessage; ++i)
        list = *withReaction(list, QString::fromUcs4(std::array{char32_t(0x1f600 + i)}.data(), 1), 1, true);
    QCOMPARE(list.size(), limits::reactionsPerMessage);
    QCOMPARE(withReaction(list, u"🙏"_s, 1, true).error().code, ErrorCode::ReactionLimit);
    QCOMPARE(withReaction(list, list.first().emoji, 2, true)->first().members, (QList<int>{1, 2}));
}

QTEST_APPLESS_MAIN(TestReactions)
#include "tst_reactions.moc"
