// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "common/rules/limits.h"
#include "server/domain/rooms/file_name.h"

using namespace Qt::StringLiterals;
using namespace jjak;
using jjak::domain::fileName;

//! What becomes of the names that strangers give their files.
class TestFileName : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void goodNamesStayAsTheyAre_data();
    void goodNamesStayAsTheyAre();
    void harmIsTakenOut_data();
    void harmIsTakenOut();
    void longNamesAreCutBeforeTheirExtension();
    void hangulFitsIntoAFileSystemsNames();
    void aNameOfEveryCharacterIsHarmless();
    void theExtensionSaysWhatAnImageWasMadeInto();
};

void TestFileName::goodNamesStayAsTheyAre_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("plain") << u"report.pdf"_s;
    QTest::newRow("Hangul and blanks") << u"우리 사진 2026.jpg"_s;
    QTest::newRow("no extension") << u"Makefile"_s;
    QTest::newRow("several dots") << u"a.tar.gz"_s;
    QTest::newRow("an emoji") << u"파티 🎉.png"_s;
    QTest::newRow("begins like a device") << u"console.log"_s;
    QTest::newRow("numbered like none") << u"COM10.txt"_s;
    QTest::newRow("Arabic") << u"صورة.png"_s;
}

void TestFileName::goodNamesStayAsTheyAre()
{
    QFETCH(const QString, name);
    QCOMPARE(fileName(name), name);
}

void TestFileName::harmIsTakenOut_data()
{
    QTest::addColumn<QString>("wanted");
    QTest::addColumn<QString>("name");
    QTest::newRow("empty") << QString() << u"file"_s;
    QTest::newRow("up and away") << u"../../etc/passwd"_s << u"passwd"_s;
    QTest::newRow("only up") << u"../.."_s << u"file"_s;
    QTest::newRow("a folder") << u"photos/"_s << u"file"_s;
    QTest::newRow("Windows path") << uR"(C:\Users\min\a.exe)"_s << u"a.exe"_s;
    QTest::newRow("hidden") << u".bashrc"_s << u"bashrc"_s;
    QTest::newRow("dots and blanks at the end") << u"a.txt. . "_s << u"a.txt"_s;
    QTest::newRow("only dots") << u" ... "_s << u"file"_s;
    QTest::newRow("NUL") << u"a"_s + QChar(u'\0') + u".exe"_s << u"a.exe"_s;
    QTest::newRow("line breaks") << u"a\nb\r\nc\u2028d.txt"_s << u"abcd.txt"_s;
    QTest::newRow("right-to-left override") << u"photo_\u202egpj.exe"_s << u"photo_gpj.exe"_s;
    QTest::newRow("isolates") << u"a\u2066\u2067\u2069b.txt"_s << u"ab.txt"_s;
    QTest::newRow("zero width") << u"a\u200b\ufeffb.txt"_s << u"ab.txt"_s;
    QTest::newRow("odd blanks") << u"a\u3000\u00a0b.txt"_s << u"a b.txt"_s;
    QTest::newRow("lone surrogate") << u"a"_s + QChar(0xd800) + u"b.txt"_s << u"ab.txt"_s;
    QTest::newRow("what Windows does not take") << u"a<b>:\"|?*.txt"_s << u"a_b______.txt"_s;
    QTest::newRow("device") << u"CON"_s << u"_CON"_s;
    QTest::newRow("device with extension") << u"nul.tar.gz"_s << u"_nul.tar.gz"_s;
    QTest::newRow("numbered device") << u"Lpt1 .txt"_s << u"_Lpt1 .txt"_s;
    QTest::newRow("superscript device") << u"com².txt"_s << u"_com².txt"_s;
    QTest::newRow("decomposed Hangul") << u"\u1112\u1161\u11ab.txt"_s << u"한.txt"_s;
}

void TestFileName::harmIsTakenOut()
{
    QFETCH(const QString, wanted);
    QFETCH(const QString, name);
    QCOMPARE(fileName(wanted), name);
    QCOMPARE(fileName(name), name); // and once is enough
}

void TestFileName::longNamesAreCutBeforeTheirExtension()
{
    const QString name = fileName(QString(10'000, u'a') + u".jpeg"_s);
    QCOMPARE(name.size(), limits::fileNameCodePoints);
    QVERIFY(name.endsWith(u"aaa.jpeg"_s));
    // What follows the last dot is no extension when it is that long.
    QCOMPARE(fileName(u"a."_s + QString(500, u'b')), u"a."_s + QString(118, u'b'));
    QCOMPARE(fileName(u"x"_s + QString(400, u' ') + u"y"_s), u"x y"_s);
}

void TestFileName::hangulFitsIntoAFileSystemsNames()
{
    const QString name = fileName(QString(120, u'가') + u".pdf"_s);
    QVERIFY(name.toUtf8().size() <= 240);
    QVERIFY(name.startsWith(QString(70, u'가')));
    QVERIFY(name.endsWith(u"가.pdf"_s));
    const QString pictures = fileName(u"🎉"_s.repeated(200));
    QCOMPARE(pictures, u"🎉"_s.repeated(60));
}

void TestFileName::aNameOfEveryCharacterIsHarmless()
{
    for (char32_t c = 0; c < 0x11000; ++c) {
        const QString name = fileName(u"a"_s + QString::fromUcs4(&c, 1) + u"b"_s);
        QVERIFY(!name.isEmpty() && name.size() <= 6); // some come apart when they are normalised
        for (const QChar bad : u"/\\<>:\"|?*\n\r\u202e\u2066\u200f"_s)
            QVERIFY2(!name.contains(bad), qPrintable(QString::number(uint(c), 16)));
        QVERIFY(!name.contains(QChar(u'\0')));
    }
}

void TestFileName::theExtensionSaysWhatAnImageWasMadeInto()
{
    using domain::withExtension;
    QCOMPARE(withExtension(u"a.JPEG"_s, ".jpg"_L1), u"a.JPEG"_s);
    QCOMPARE(withExtension(u"a.jpg"_s, ".jpg"_L1), u"a.jpg"_s);
    QCOMPARE(withExtension(u"a.webp"_s, ".jpg"_L1), u"a.jpg"_s);
    QCOMPARE(withExtension(u"a.jpg"_s, ".png"_L1), u"a.png"_s);
    QCOMPARE(withExtension(u"a.exe"_s, ".png"_L1), u"a.exe.png"_s);
    QCOMPARE(withExtension(u"file"_s, ".jpg"_L1), u"file.jpg"_s);
    QCOMPARE(withExtension(QString(120, u'a'), ".jpg"_L1), QString(116, u'a') + u".jpg"_s);
    QCOMPARE(withExtension(u"jpg"_s, ".jpg"_L1), u"jpg.jpg"_s);
    QCOMPARE(domain::nameOfImage(u"a.webp"_s, u"image/png"), u"a.png"_s);
    QCOMPARE(domain::nameOfImage(u"a.webp"_s, u"image/jpeg"), u"a.jpg"_s);
}

QTEST_GUILESS_MAIN(TestFileName)
#include "tst_file_name.moc"
