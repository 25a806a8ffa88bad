// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QRegularExpression>
#include <QSet>
#include <QTest>
#include <set>

#include "client/core/emoji.h"

using namespace Qt::StringLiterals;
using namespace jjak::client;

//! The list of emoji is what both clients and both languages need.
class TestEmoji : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void listIsWhole();
    void everyEmojiHasThreeWays();
    void theMarkOfColoursMakesNoOther();
    void wordsAreNoEmoji_data();
    void wordsAreNoEmoji();
    void likelyOnesComeFirst_data();
    void likelyOnesComeFirst();
    void shownNameFollowsTheLanguage();
    void recentOnesAreKeptWithoutDoubles();
};

void TestEmoji::listIsWhole()
{
    static const QRegularExpression english(u"^[a-z0-9_+-]+$"_s), korean(u"^[가-힣]+$"_s);
    QSet<QString> names, pictures;
    std::set<EmojiGroup> groups;
    QVERIFY(namedEmoji().size() > 300);
    for (const NamedEmoji &known : namedEmoji()) {
        for (const QString &name : known.names + known.korean) {
            QVERIFY2(english.match(name).hasMatch() != korean.match(name).hasMatch(), qPrintable(name));
            QVERIFY2(!names.contains(name), qPrintable(name));
            names.insert(name);
        }
        QVERIFY(!known.names.isEmpty() && !known.korean.isEmpty());
        QVERIFY2(english.match(known.names.first()).hasMatch() && korean.match(known.korean.first()).hasMatch(), qPrintable(known.emoji));
        const QString picture = QString(known.emoji).remove(QChar(0xFE0F));
        QVERIFY2(!pictures.contains(picture) && !picture.isEmpty(), qPrintable(known.emoji));
        pictures.insert(picture);
        groups.insert(known.group);
    }
    QCOMPARE(groups.size(), size_t(EmojiGroup::Symbols) + 1);
    for (const QString &usual : usualReactions())
        QVERIFY2(nameOfEmoji(usual), qPrintable(usual));
}

void TestEmoji::everyEmojiHasThreeWays()
{
    for (const NamedEmoji &known : namedEmoji()) {
        const auto emoji = std::optional(known.emoji);
        QCOMPARE(emojiFrom(known.typed()), emoji);
        QCOMPARE(emojiFrom(known.names.first().toUpper()), emoji);
        QCOMPARE(emojiFrom(known.korean.last()), emoji);
        QCOMPARE(emojiFrom(known.emoji), emoji);
    }
    for (const auto &[name, emoji] : {std::pair(u"heart"_s, u"❤️"_s), std::pair(u"+1"_s, u"👍"_s), std::pair(u"joy"_s, u"😂"_s), std::pair(u"wow"_s, u"😮"_s), std::pair(u"sad"_s, u"😢"_s), std::pair(u"pray"_s, u"🙏"_s),
                                      std::pair(u"하트"_s, u"❤️"_s), std::pair(u"최고"_s, u"👍"_s), std::pair(u"웃음"_s, u"😂"_s), std::pair(u"놀람"_s, u"😮"_s), std::pair(u"슬픔"_s, u"😢"_s), std::pair(u"감사"_s, u"🙏"_s)})
        QCOMPARE(emojiFrom(name), std::optional(emoji)); // names that people have learnt already
}

void TestEmoji::theMarkOfColoursMakesNoOther()
{
    QCOMPARE(emojiFrom(u"❤"_s), std::optional(u"❤️"_s));
    QVERIFY(isSameEmoji(u"❤"_s, u"❤️"_s));
    QVERIFY(!isSameEmoji(u"👍"_s, u"❤️"_s));
}

void TestEmoji::wordsAreNoEmoji_data()
{
    QTest::addColumn<QString>("typed");
    for (const char *typed : {"", ":", "::", ":nosuch:", "heart_", ":heart", "hello", "🎉 party"})
        QTest::newRow(*typed ? typed : "nothing") << QString::fromUtf8(typed);
    QTest::newRow("letters") << u"몰라"_s;
}

void TestEmoji::wordsAreNoEmoji()
{
    QFETCH(QString, typed);
    QVERIFY(!emojiFrom(typed));
}

void TestEmoji::likelyOnesComeFirst_data()
{
    QTest::addColumn<QString>("begun");
    QTest::addColumn<QString>("first");
    QTest::newRow("usual before others") << u"he"_s << u"❤️"_s;
    QTest::newRow("whole name") << u"tea"_s << u"🍵"_s;
    QTest::newRow("capitals") << u"POPC"_s << u"🍿"_s;
    QTest::newRow("word within") << u"noodl"_s << u"🍜"_s;
    QTest::newRow("second word") << u"eno"_s << QString();
    QTest::newRow("behind a line") << u"jar"_s << QString();
    QTest::newRow("word behind a line") << u"flower"_s << QString();
    QTest::newRow("part of a name") << u"blossom"_s << u"🌸"_s;
    QTest::newRow("korean") << u"고양"_s << u"🐱"_s;
    QTest::newRow("one syllable") << u"하"_s << u"❤️"_s;
    QTest::newRow("nothing") << QString() << QString();
}

void TestEmoji::likelyOnesComeFirst()
{
    QFETCH(QString, begun);
    QFETCH(QString, first);
    const auto found = emojiLike(begun);
    QCOMPARE(found.empty() ? QString() : found.front()->emoji, first);
    const std::set<const NamedEmoji *> once(found.begin(), found.end());
    QCOMPARE(once.size(), found.size());
}

void TestEmoji::shownNameFollowsTheLanguage()
{
    const QLocale before;
    const NamedEmoji *heart = emojiNamed(u"heart");
    QVERIFY(heart);
    QLocale::setDefault(QLocale(QLocale::Korean));
    QCOMPARE(heart->name(), u"하트"_s);
    QLocale::setDefault(QLocale(QLocale::English));
    QCOMPARE(heart->name(), u"heart"_s);
    QCOMPARE(heart->typed(), u":heart:"_s);
    QLocale::setDefault(before);
}

void TestEmoji::recentOnesAreKeptWithoutDoubles()
{
    QStringList recent;
    for (const NamedEmoji &known : namedEmoji())
        recent = withRecentEmoji(recent, known.emoji);
    QCOMPARE(recent.size(), 24);
    QCOMPARE(recent.first(), namedEmoji().back().emoji);
    const QString third = recent[2];
    recent = withRecentEmoji(recent, third);
    QCOMPARE(recent.size(), 24);
    QCOMPARE(recent.first(), third);
    QCOMPARE(recent.count(third), 1);
}

QTEST_GUILESS_MAIN(TestEmoji)
#include "tst_emoji.moc"
