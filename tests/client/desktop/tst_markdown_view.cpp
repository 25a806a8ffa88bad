// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QImage>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTextBlock>
#include <QTextList>
#include <QTextTable>
#include <QtTest>

#include "client/desktop/kit/theme.h"
#include "client/desktop/lounge/markdown_document.h"
#include "client/desktop/lounge/markdown_view.h"

using namespace Qt::StringLiterals;
using namespace jjak::desktop;

namespace {

constexpr int width = 320;

struct Sheet {
    explicit Sheet(const QString &markdown)
    {
        view.resize(width, 100);
        view.show();
        view.setText(markdown);
    }
    QString text() const { return view.document()->toPlainText(); }
    QStringList hrefs() const
    {
        QStringList all;
        for (QTextBlock block = view.document()->begin(); block.isValid(); block = block.next())
            for (auto it = block.begin(); !it.atEnd(); ++it)
                if (it.fragment().charFormat().isAnchor() && !all.contains(it.fragment().charFormat().anchorHref()))
                    all.append(it.fragment().charFormat().anchorHref());
        return all;
    }
    bool hasImages() const
    {
        for (QTextBlock block = view.document()->begin(); block.isValid(); block = block.next())
            for (auto it = block.begin(); !it.atEnd(); ++it)
                if (it.fragment().charFormat().isImageFormat())
                    return true;
        return false;
    }

    Theme theme;
    MarkdownView view{theme};
};

} // namespace

//! Somebody else's Markdown on the screen: it shows, and does nothing.
class TestMarkdownView : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsWhatIsMarked();
    void linesEndWhereTheirAuthorEndsThem();
    void tableReturnsWhenThereIsRoom();
    void imageIsItsDescription_data();
    void imageIsItsDescription();
    void filesAreNotRead();
    void networkIsNotUsed();
    void htmlStandsAsItIsWritten();
    void linkSaysWhereItLeads();
    void onlyWebAddressesAreLinks_data();
    void onlyWebAddressesAreLinks();
    void directionCannotBeTurned();
    void neverWiderThanItsColumn_data();
    void neverWiderThanItsColumn();
    void headingsAreNotHuge();
    void depthIsBounded();
    void clickOnlyTellsOfALink();
    void anythingCanBeShown();
};

void TestMarkdownView::showsWhatIsMarked()
{
    const Sheet sheet(u"# Walk\n\nIt **rained**, `a lot`.\n\n- tea\n- cake\n\n| a | b |\n|---|---|\n| 1 | 2 |"_s);
    QVERIFY2(!sheet.text().contains(u'#') && !sheet.text().contains(u'*') && !sheet.text().contains(u'`'), qPrintable(sheet.text()));
    QVERIFY(sheet.text().startsWith(u"Walk\nIt rained, a lot."_s));
    const QTextCursor word = sheet.view.document()->find(u"rained"_s);
    QVERIFY(word.charFormat().fontWeight() >= QFont::Bold);
    QVERIFY(sheet.view.document()->find(u"tea"_s).currentList());
    QVERIFY(sheet.view.document()->find(u"2"_s).currentTable());
}

void TestMarkdownView::linesEndWhereTheirAuthorEndsThem()
{
    QCOMPARE(Sheet(u"one\ntwo\n\nthree"_s).text(), u"one\ntwo\nthree"_s);
    QCOMPARE(Sheet(u"- a\n- b"_s).view.document()->find(u"b"_s).currentList()->count(), 2);
    QCOMPARE(Sheet(u"```\nx\ny\n```\nz"_s).text().split(u'\n'), (QStringList{u"x"_s, u"y"_s, u"z"_s}));
    const Sheet table(u"a | b\n---|---\n1 | 2\n3 | 4"_s);
    QVERIFY(table.view.document()->find(u"4"_s).currentTable());
}

void TestMarkdownView::tableReturnsWhenThereIsRoom()
{
    const QString word(12, u'w');
    Sheet sheet(u"|a|b|c|d|e|f|g|h|\n|---|---|---|---|---|---|---|---|\n|%1|%1|%1|%1|%1|%1|%1|%1|"_s.arg(word));
    sheet.view.resize(60, 100);
    QVERIFY(!sheet.view.document()->find(u"www"_s).currentTable());
    QVERIFY2(sheet.text().contains(u"a | b | c"_s), qPrintable(sheet.text()));
    sheet.view.resize(900, 100);
    QVERIFY(sheet.view.document()->find(u"www"_s).currentTable());
}

void TestMarkdownView::imageIsItsDescription_data()
{
    QTest::addColumn<QString>("target");
    for (const auto *target : {"https://example.org/x.png", "http://127.0.0.1:9/x.png", "file:///etc/passwd", "/etc/passwd", "qrc:/jjak/icons/date.svg", ":/jjak/icons/date.svg", "data:image/png;base64,iVBORw0KGgo=", "//host/share/x.png"})
        QTest::newRow(target) << QString::fromLatin1(target);
}

void TestMarkdownView::imageIsItsDescription()
{
    QFETCH(QString, target);
    const Sheet sheet(u"before ![a cat on a roof](%1) after"_s.arg(target));
    QVERIFY(!sheet.hasImages());
    QCOMPARE(sheet.text(), u"before a cat on a roof after"_s);
}

//! A document of Qt would load a file by its name when it is laid out, whatever loadResource() says.
void TestMarkdownView::filesAreNotRead()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"tall.png"_s);
    QImage tall(10, 900, QImage::Format_RGB32);
    tall.fill(Qt::red);
    QVERIFY(tall.save(file));
    Sheet sheet(u"![](%1) ![x](%1)\n\n![y](file://%1 \"title\")\n\n[![z](%1)](https://example.org/)"_s.arg(file));
    QVERIFY(!sheet.hasImages());
    QVERIFY2(sheet.view.height() < 300, qPrintable(QString::number(sheet.view.height())));
    const QImage picture = sheet.view.grab().toImage();
    for (int y = 0; y < picture.height(); ++y)
        for (int x = 0; x < picture.width(); ++x)
            QVERIFY(picture.pixelColor(x, y) != QColor(Qt::red));
}

void TestMarkdownView::networkIsNotUsed()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    QSignalSpy asked(&server, &QTcpServer::newConnection);
    const QString base = u"http://127.0.0.1:%1"_s.arg(server.serverPort());
    Sheet sheet(u"![x](%1/x.png)\n\n<img src=\"%1/y.png\"><link rel=stylesheet href=\"%1/z.css\">\n\n[go](%1/w)\n\n%1/v"_s.arg(base));
    QVERIFY(!sheet.view.grab().isNull());
    QCoreApplication::processEvents();
    QCOMPARE(asked.size(), 0);
}

void TestMarkdownView::htmlStandsAsItIsWritten()
{
    const Sheet sheet(u"a <script>alert(1)</script> b\n\n<div style=\"font-size:900px\">big</div>\n\n<img src=x onerror=y>"_s);
    QVERIFY2(sheet.text().contains(u"<script>alert(1)</script>"_s), qPrintable(sheet.text()));
    QVERIFY(sheet.text().contains(u"<div style="_s) && sheet.text().contains(u"<img src=x onerror=y>"_s));
    QVERIFY(!sheet.hasImages());
}

void TestMarkdownView::linkSaysWhereItLeads()
{
    QCOMPARE(Sheet(u"see [my **good** page](https://example.org/a) now"_s).text(), u"see my good page (https://example.org/a) now"_s);
    QCOMPARE(Sheet(u"[https://bank.example](https://evil.example/x)"_s).text(), u"https://bank.example (https://evil.example/x)"_s);
    QCOMPARE(Sheet(u"https://example.org/a is it"_s).text(), u"https://example.org/a is it"_s);
    const Sheet foreign(u"[x](https://ex\u0430mple.org/)"_s); // a Cyrillic letter
    QVERIFY2(foreign.text().contains(u"xn--"_s), qPrintable(foreign.text()));
}

void TestMarkdownView::onlyWebAddressesAreLinks_data()
{
    QTest::addColumn<QString>("href");
    for (const auto *href : {"javascript:alert(1)", "file:///etc/passwd", "mailto:a@b.example", "data:text/html,x", "ftp://example.org/", "../x", "#top", "https://user:secret@example.org/", "jjak:do", "https://"})
        QTest::newRow(href) << QString::fromLatin1(href);
}

void TestMarkdownView::onlyWebAddressesAreLinks()
{
    QFETCH(QString, href);
    const Sheet sheet(u"[press](%1)"_s.arg(href));
    QCOMPARE(sheet.hrefs(), QStringList());
    QVERIFY(sheet.text().contains(u"press"_s));
}

void TestMarkdownView::directionCannotBeTurned()
{
    const Sheet sheet(u"a\u202Eb &#x202e;c&#x2067; d \u0007e"_s);
    for (const QChar turn : {QChar(0x202E), QChar(0x2067), QChar(7)})
        QVERIFY2(!sheet.text().contains(turn), qPrintable(sheet.text()));
    QCOMPARE(sheet.text(), u"ab c d e"_s);
}

void TestMarkdownView::neverWiderThanItsColumn_data()
{
    QTest::addColumn<QString>("markdown");
    const QString word(4000, u'w');
    QString columns = u"|"_s, rule = u"|"_s;
    for (int i = 0; i < 300; ++i) {
        columns += u"a|"_s;
        rule += u"---|"_s;
    }
    QTest::newRow("a long word") << word;
    QTest::newRow("a long heading") << u"# "_s + word;
    QTest::newRow("a long line of code") << u"```\n"_s + word + u"\n```"_s;
    QTest::newRow("code in a line") << u"`"_s + word + u'`';
    QTest::newRow("a long address") << u"https://example.org/"_s + word;
    QTest::newRow("long Hangul") << QString(4000, u'\uAC00');
    QTest::newRow("a table of many columns") << columns + u'\n' + rule + u'\n' + columns;
    QTest::newRow("a table of long words") << u"|a|b|c|\n|---|---|---|\n|%1|%1|%1|"_s.arg(word.left(1000));
    QTest::newRow("eight columns of long words") << u"|a|b|c|d|e|f|g|h|\n|---|---|---|---|---|---|---|---|\n|%1|%1|%1|%1|%1|%1|%1|%1|"_s.arg(word.left(100));
    QTest::newRow("nested lists") << [] {
        QString text;
        for (int i = 0; i < 60; ++i)
            text += QString(i * 2, u' ') + u"- deep\n"_s;
        return text;
    }();
    QTest::newRow("nested quotes") << QString(400, u'>') + u" deep"_s;
    QTest::newRow("a quote with a list with a word") << u"> > - "_s + word;
}

void TestMarkdownView::neverWiderThanItsColumn()
{
    QFETCH(QString, markdown);
    Sheet sheet(markdown);
    for (const int columnWidth : {320, 640, 200}) {
        sheet.view.resize(columnWidth, sheet.view.height());
        QCOMPARE(sheet.view.width(), columnWidth);
        QVERIFY2(sheet.view.document()->size().width() <= columnWidth + 1, qPrintable(QString::number(sheet.view.document()->size().width())));
        QVERIFY(sheet.view.height() >= sheet.view.document()->size().height() - 1);
    }
}

void TestMarkdownView::headingsAreNotHuge()
{
    const Sheet sheet(u"# one\n\nplain\n\n###### six"_s);
    const int plain = sheet.view.document()->find(u"plain"_s).charFormat().font().pixelSize();
    const int one = sheet.view.document()->find(u"one"_s).charFormat().font().pixelSize();
    QVERIFY(one > plain && one <= plain + 6);
    QCOMPARE(sheet.view.document()->find(u"six"_s).charFormat().font().pixelSize(), plain);
}

void TestMarkdownView::depthIsBounded()
{
    const Sheet sheet(QString(300, u'>') + u" deep"_s);
    QVERIFY(sheet.view.document()->find(u"deep"_s).blockFormat().leftMargin() < width / 2);
}

void TestMarkdownView::clickOnlyTellsOfALink()
{
    Sheet sheet(u"https://example.org/a"_s);
    QSignalSpy wanted(&sheet.view, &MarkdownView::linkWanted);
    const QTextCursor cursor = sheet.view.document()->find(u"example"_s);
    QTest::mouseClick(sheet.view.viewport(), Qt::LeftButton, {}, sheet.view.cursorRect(cursor).center());
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted.first().first().toUrl(), QUrl(u"https://example.org/a"_s));
    QVERIFY(sheet.text().contains(u"example"_s)); // it went nowhere
}

//! Pieces of Markdown in any order, cut anywhere.
void TestMarkdownView::anythingCanBeShown()
{
    const QStringList pieces{u"# "_s, u"**"_s, u"_"_s, u"`"_s, u"```\n"_s, u"> "_s, u"- "_s, u"1. "_s, u"- [ ] "_s, u"|a|b|\n|---|---|\n"_s, u"|x|y|\n"_s, u"![i](/x.png)"_s, u"[l](https://e.org)"_s, u"<b>"_s, u"<!--"_s, u"&#x202e;"_s, u"&#xFDD0;"_s, u"&#x2029;"_s,
                             u"~~"_s, u"---\n"_s, u"\n"_s, u"\n\n"_s, u"    "_s, u"word "_s, u"한글 "_s, u"\\"_s, u"["_s, u"]("_s, u"www.e.org "_s, u"\u2028"_s};
    QRandomGenerator dice(5);
    Sheet sheet({});
    const double space = QFontMetricsF(sheet.theme.font(TextStyle::Body)).horizontalAdvance(u' '); // at the end of a line
    for (int round = 0; round < 1500; ++round) {
        QString text;
        for (int i = int(dice.bounded(30)); i >= 0; --i)
            text += pieces[dice.bounded(int(pieces.size()))];
        sheet.view.setText(text);
        QVERIFY2(!sheet.hasImages(), qPrintable(text));
        QVERIFY2(sheet.view.document()->size().width() <= width + 1 + space, qPrintable(text));
    }
}

QTEST_MAIN(TestMarkdownView)
#include "tst_markdown_view.moc"
