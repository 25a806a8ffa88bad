// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <clocale>

#include "client/terminal/text/width.h"

using namespace Qt::StringLiterals;
using namespace jjak::terminal;

class TstWidth : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void columnsOfText_data();
    void columnsOfText();
    void joinedEmojiAreDrawnSideBySide();
    void endlessChainsAreCut();
    void controlCharactersNeverGetThrough();
    void heapsOfMarksAreCut();
    void truncationKeepsWholeGlyphs_data();
    void truncationKeepsWholeGlyphs();
    void paddingFillsExactly();
    void wrapping_data();
    void wrapping();
    void wrappedLinesNeverExceedTheWidth();
    void boundariesDoNotCutGlyphs();
};

void TstWidth::initTestCase()
{
    QVERIFY(std::setlocale(LC_ALL, "C.UTF-8"));
}

void TstWidth::columnsOfText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("columns");
    QTest::newRow("empty") << QString() << 0;
    QTest::newRow("ascii") << u"hello"_s << 5;
    QTest::newRow("hangul") << u"안녕"_s << 4;
    QTest::newRow("hangul in letters") << u"\u1112\u1161\u11AB"_s << 2;
    QTest::newRow("single consonants") << u"ㅋㅋ"_s << 4;
    QTest::newRow("kanji") << u"東京"_s << 4;
    QTest::newRow("combining mark") << u"e\u0301"_s << 1;
    QTest::newRow("emoji") << u"😀"_s << 2;
    QTest::newRow("emoji with skin") << u"👍🏽"_s << 2;
    QTest::newRow("family of three") << u"👨‍👩‍👧"_s << 6;
    QTest::newRow("flag") << u"🇰🇷"_s << 2;
    QTest::newRow("two flags") << u"🇰🇷🇯🇵"_s << 4;
    QTest::newRow("heart with selector") << u"❤️"_s << 1;
    QTest::newRow("full width") << u"ＡＢ"_s << 4;
    QTest::newRow("mark on nothing") << u"\u0301"_s << 1;
    QTest::newRow("mixed") << u"a안b"_s << 4;
}

void TstWidth::columnsOfText()
{
    QFETCH(QString, text);
    QFETCH(int, columns);
    QCOMPARE(width(text), columns);
}

void TstWidth::joinedEmojiAreDrawnSideBySide()
{
    const auto family = glyphs(u"👨‍👩‍👧"_s);
    QCOMPARE(family.size(), size_t(1));
    QCOMPARE(family[0].text, u"👨👩👧"_s);
    QCOMPARE(family[0].length, qsizetype(8));
    QCOMPARE(glyphs(u"👍🏽"_s)[0].text, u"👍"_s);
    QCOMPARE(glyphs(u"❤️"_s)[0].text, u"❤"_s);
    QCOMPARE(glyphs(u"🏴\U000E0067\U000E0062\U000E007F"_s)[0].text, u"🏴"_s);
}

void TstWidth::endlessChainsAreCut()
{
    QString chain = u"👨"_s;
    for (int i = 0; i < 50; ++i)
        chain += u"‍👩"_s;
    const auto all = glyphs(chain);
    QCOMPARE(all.size(), size_t(51));
    qsizetype length = 0;
    for (const Glyph &glyph : all)
        length += glyph.length;
    QCOMPARE(length, chain.size());
    for (const QString &line : wrapped(chain, 20))
        QVERIFY(width(line) <= 20);
    QCOMPARE(width(QString(50, QChar(0x1112))), 100); // one cluster to Unicode: leading consonants without end
    QCOMPARE(width(QString(50, QChar(0x0600)) + u"a"_s), 51);
}

void TstWidth::controlCharactersNeverGetThrough()
{
    for (const Glyph &glyph : glyphs(u"a\u001b[2J\u009b\u0007"_s)) {
        for (const QChar c : glyph.text)
            QVERIFY(c.category() != QChar::Other_Control);
    }
}

void TstWidth::heapsOfMarksAreCut()
{
    QString heap = u"a"_s;
    for (int i = 0; i < 100; ++i)
        heap += QChar(0x0330);
    const auto all = glyphs(heap);
    QCOMPARE(all.size(), size_t(1));
    QCOMPARE(all[0].width, 1);
    QVERIFY(all[0].text.size() <= 5);
}

void TstWidth::truncationKeepsWholeGlyphs_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("columns");
    QTest::addColumn<QString>("cut");
    QTest::newRow("fits") << u"abc"_s << 3 << u"abc"_s;
    QTest::newRow("ascii") << u"abcd"_s << 3 << u"ab…"_s;
    QTest::newRow("hangul even") << u"안녕하세요"_s << 5 << u"안녕…"_s;
    QTest::newRow("hangul odd") << u"안녕하세요"_s << 6 << u"안녕…"_s;
    QTest::newRow("one column") << u"안녕"_s << 1 << u"…"_s;
    QTest::newRow("none") << u"안녕"_s << 0 << QString();
    QTest::newRow("family as a whole") << u"a👨‍👩‍👧b"_s << 7 << u"a…"_s;
}

void TstWidth::truncationKeepsWholeGlyphs()
{
    QFETCH(QString, text);
    QFETCH(int, columns);
    QFETCH(QString, cut);
    QCOMPARE(truncated(text, columns), cut);
    QVERIFY(width(truncated(text, columns)) <= columns);
}

void TstWidth::paddingFillsExactly()
{
    QCOMPARE(padded(u"안"_s, 5), u"안   "_s);
    QCOMPARE(width(padded(u"안녕하세요"_s, 6)), 6);
}

void TstWidth::wrapping_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("columns");
    QTest::addColumn<QStringList>("lines");
    QTest::newRow("empty") << QString() << 10 << QStringList{QString()};
    QTest::newRow("at spaces") << u"one two three"_s << 8 << QStringList{u"one two"_s, u"three"_s};
    QTest::newRow("exactly") << u"one two"_s << 7 << QStringList{u"one two"_s};
    QTest::newRow("space at the edge") << u"one two"_s << 3 << QStringList{u"one"_s, u"two"_s};
    QTest::newRow("long word") << u"abcdefgh"_s << 3 << QStringList{u"abc"_s, u"def"_s, u"gh"_s};
    QTest::newRow("hangul by words") << u"오늘 날씨가 좋네요"_s << 12 << QStringList{u"오늘 날씨가"_s, u"좋네요"_s};
    QTest::newRow("hangul without spaces") << u"가나다라마"_s << 5 << QStringList{u"가나"_s, u"다라"_s, u"마"_s};
    QTest::newRow("line breaks") << u"a\n\nb"_s << 5 << QStringList{u"a"_s, QString(), u"b"_s};
    QTest::newRow("wide glyph after a break") << u"a bc👨‍👩‍👧"_s << 7 << QStringList{u"a"_s, u"bc"_s, u"👨👩👧"_s};
    QTest::newRow("long word after a short one") << u"a bcdefgh"_s << 4 << QStringList{u"a"_s, u"bcde"_s, u"fgh"_s};
}

void TstWidth::wrapping()
{
    QFETCH(QString, text);
    QFETCH(int, columns);
    QFETCH(QStringList, lines);
    QCOMPARE(wrapped(text, columns), lines);
}

void TstWidth::wrappedLinesNeverExceedTheWidth()
{
    const QString text = u"안녕 hello 👨‍👩‍👧 반가워요 averyveryverylongword 한글로만이어진아주긴단어 e\u0301e\u0301 끝"_s;
    for (int columns = 6; columns < 60; ++columns) {
        const auto lines = wrapped(text, columns);
        for (const QString &line : lines)
            QVERIFY2(width(line) <= columns, qPrintable(line));
        QString joined = lines.join(QString()).remove(u' ');
        QString drawn;
        for (const Glyph &glyph : glyphs(text))
            drawn += glyph.text;
        QCOMPARE(joined, drawn.remove(u' ')); // nothing is lost
    }
}

void TstWidth::boundariesDoNotCutGlyphs()
{
    const QString text = u"a👨‍👩‍👧e\u0301🇰🇷"_s;
    QList<qsizetype> stops;
    for (qsizetype at = 0; at < text.size();)
        stops += at = nextBoundary(text, at);
    QCOMPARE(stops, (QList<qsizetype>{1, 9, 11, 15}));
    QCOMPARE(previousBoundary(text, 15), qsizetype(11));
    QCOMPARE(previousBoundary(text, 9), qsizetype(1));
    QCOMPARE(previousBoundary(text, 0), qsizetype(0));
}

QTEST_GUILESS_MAIN(TstWidth)
#include "tst_width.moc"
