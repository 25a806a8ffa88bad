// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "client/terminal/text/sanitize.h"

using namespace Qt::StringLiterals;
using jjak::terminal::clean;
using jjak::terminal::cleanLine;

class TstSanitize : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void hostileTextLosesItsPower_data();
    void hostileTextLosesItsPower();
    void ordinaryTextStaysAsItIs_data();
    void ordinaryTextStaysAsItIs();
    void nothingDangerousSurvivesWhateverComes();
    void oneLineHasNoBreaks();
};

void TstSanitize::hostileTextLosesItsPower_data()
{
    QTest::addColumn<QString>("hostile");
    QTest::addColumn<QString>("shown");
    QTest::newRow("colour") << u"a\u001b[31mred"_s << u"a␛[31mred"_s;
    QTest::newRow("clear screen") << u"\u001b[2J\u001b[H"_s << u"␛[2J␛[H"_s;
    QTest::newRow("clipboard, OSC 52") << u"\u001b]52;c;cm0gLXJm\u0007"_s << u"␛]52;c;cm0gLXJm␇"_s;
    QTest::newRow("title, OSC 0 with ST") << u"\u001b]0;x\u001b\\"_s << u"␛]0;x␛\\"_s;
    QTest::newRow("C1 CSI") << u"\u009b31m"_s << u"\uFFFD31m"_s;
    QTest::newRow("C1 OSC") << u"\u009d52;c;eA==\u009c"_s << u"\uFFFD52;c;eA==\uFFFD"_s;
    QTest::newRow("device control") << u"\u001bP$q\"p\u001b\\"_s << u"␛P$q\"p␛\\"_s;
    QTest::newRow("carriage return over the line") << u"safe\rEVIL"_s << u"safe␍EVIL"_s;
    QTest::newRow("backspace") << u"rm\b\bls"_s << u"rm␈␈ls"_s;
    QTest::newRow("bell, null, delete") << u"\u0007"_s + QChar(0) + QChar(0x7F) << u"␇␀␡"_s;
    QTest::newRow("right to left override") << u"exe\u202Egnp.\u202C"_s << u"exe\uFFFDgnp.\uFFFD"_s;
    QTest::newRow("isolates") << u"\u2066a\u2069\u200Fb\u061C"_s << u"\uFFFDa\uFFFD\uFFFDb\uFFFD"_s;
    QTest::newRow("invisible") << u"a\u200Bb\u2060c\uFEFFd\u00ADe"_s << u"abcde"_s;
    QTest::newRow("half a pair") << u"a"_s + QChar(0xD800) + u"b"_s << u"a\uFFFDb"_s;
    QTest::newRow("private use") << u"\uE000"_s << u"\uFFFD"_s;
    QTest::newRow("no character") << u"\uFFFF"_s << u"\uFFFD"_s;
    QTest::newRow("line separators") << u"a\u2028b\u2029c"_s << u"a\nb\nc"_s;
    QTest::newRow("tab") << u"a\tb"_s << u"a b"_s;
    QTest::newRow("windows line") << u"a\r\nb"_s << u"a\nb"_s;
}

void TstSanitize::hostileTextLosesItsPower()
{
    QFETCH(QString, hostile);
    QFETCH(QString, shown);
    QCOMPARE(clean(hostile), shown);
}

void TstSanitize::ordinaryTextStaysAsItIs_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("korean") << u"안녕하세요! 반가워요 ㅎㅎ"_s;
    QTest::newRow("family") << u"👨‍👩‍👧 👍🏽 🇰🇷 ❤️"_s;
    QTest::newRow("accents") << u"Ünï çödé e\u0301"_s;
    QTest::newRow("arabic and hebrew") << u"مرحبا שלום"_s;
    QTest::newRow("lines") << u"one\ntwo"_s;
    QTest::newRow("old hangul") << u"\u1112\u119E\u11AB"_s;
}

void TstSanitize::ordinaryTextStaysAsItIs()
{
    QFETCH(QString, text);
    QCOMPARE(clean(text), text);
}

void TstSanitize::nothingDangerousSurvivesWhateverComes()
{
    for (char32_t c = 0; c <= 0x10FFFF; ++c) {
        const QString shown = clean(QString::fromUcs4(&c, 1));
        for (const QChar u : shown) {
            const ushort n = u.unicode();
            const bool control = (n < 0x20 && n != '\n') || (n >= 0x7F && n <= 0x9F);
            const bool direction = n == 0x061C || n == 0x200E || n == 0x200F || (n >= 0x202A && n <= 0x202E) || (n >= 0x2066 && n <= 0x2069);
            QVERIFY2(!control && !direction, qPrintable(QString::number(c, 16)));
        }
    }
}

void TstSanitize::oneLineHasNoBreaks()
{
    QCOMPARE(cleanLine(u"a\nb\u2028c\r\nd"_s), u"a b c d"_s);
}

QTEST_GUILESS_MAIN(TstSanitize)
#include "tst_sanitize.moc"
