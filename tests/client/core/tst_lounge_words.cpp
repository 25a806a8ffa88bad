// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "client/core/lounge/lounge_words.h"
#include "client/core/lounge/tags.h"
#include "client/core/notice_sentences.h"
#include "peer.h"

using namespace jjak;
using namespace jjak::client;
using namespace Qt::StringLiterals;

class TestLoungeWords : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void markdownIsReadAsText_data();
    void markdownIsReadAsText();
    void cutTextHasNoOpenMarks_data();
    void cutTextHasNoOpenMarks();
    void lineHasNoBreaks();
    void anyTextComesToAnEnd_data();
    void anyTextComesToAnEnd();
    void formulaIsToldWithItsNumbers();
    void whoSeesWhatIsTold();
    void tagsAreBare();
    void tableNoticeNamesItsTopic();
};

void TestLoungeWords::markdownIsReadAsText_data()
{
    QTest::addColumn<QString>("markdown");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const QString &markdown, const QString &text) { QTest::newRow(name) << markdown << text; };
    row("nothing", {}, {});
    row("words", u"first\nsecond"_s, u"first\nsecond"_s);
    row("emphasis", u"**bold**, *slanted*, __bold__, _slanted_, ***both***, ~~gone~~"_s, u"bold, slanted, bold, slanted, both, gone"_s);
    row("emphasis in Hangul", u"**굵게**는 *기울여*서"_s, u"굵게는 기울여서"_s);
    row("nested", u"**a *b* c**"_s, u"a b c"_s);
    row("signs that are none", u"2 * 3 * 4, snake_case_name, a ~ b, **open"_s, u"2 * 3 * 4, snake_case_name, a ~ b, **open"_s);
    row("escaped", u"\\*no\\* \\[no\\](x) C:\\dir"_s, u"*no* [no](x) C:\\dir"_s);
    row("heading", u"# One\n### Two ###\n#tag"_s, u"One\nTwo\n#tag"_s);
    row("underlined heading", u"One\n===\nTwo\n---\nthree"_s, u"One\nTwo\nthree"_s);
    row("list", u"- one\n  * two\n+ three\n1. four\n- [x] done\n- [ ] open"_s, u"• one\n  • two\n• three\n1. four\n☑ done\n☐ open"_s);
    row("quote", u"> **said**\n>> deeper"_s, u"> said\n> > deeper"_s);
    row("rule", u"a\n\n* * *\n\nb"_s, u"a\n\n\nb"_s);
    row("code", u"`a*b*c` and ``x ` y``"_s, u"a*b*c and x ` y"_s);
    row("open code", u"a ` b *c*"_s, u"a ` b c"_s);
    row("fence", u"```cpp\n**a**\n# b\n```\n**c**"_s, u"**a**\n# b\nc"_s);
    row("fence within another", u"~~~~\n```\n~~~\n~~~~\n*c*"_s, u"```\n~~~\nc"_s);
    row("table", u"| a | b |\n|---|:-:|\n| *1* | 2 |"_s, u"| a | b |\n| 1 | 2 |"_s);
    row("link", u"see [the **page**](https://example.org/a_(b)_c \"title\")!"_s, u"see the page (https://example.org/a_(b)_c)!"_s);
    row("link that says itself", u"[https://example.org](https://example.org) <https://example.org/x>"_s, u"https://example.org https://example.org/x"_s);
    row("link that says another", u"[https://bank.example](https://evil.example)"_s, u"https://bank.example (https://evil.example)"_s);
    row("link without words", u"[](https://example.org)"_s, u"https://example.org"_s);
    row("no link", u"[a] (b) [c][d] [e"_s, u"[a] (b) [c][d] [e"_s);
    row("image", u"![a *cat*](https://example.org/cat.png) ![](file:///etc/passwd)!"_s, u"a cat !"_s);
    row("html", u"<b>bold</b> <script>alert(1)</script> <img src=x>"_s, u"<b>bold</b> <script>alert(1)</script> <img src=x>"_s);
    row("hard break", u"one  \ntwo\\\nthree"_s, u"one\ntwo\nthree"_s);
}

void TestLoungeWords::markdownIsReadAsText()
{
    QFETCH(QString, markdown);
    QFETCH(QString, text);
    QCOMPARE(plainText(markdown), text);
}

void TestLoungeWords::cutTextHasNoOpenMarks_data()
{
    QTest::addColumn<QString>("markdown");
    QTest::addColumn<QString>("text");
    QTest::newRow("emphasis") << u"this is **very impor"_s << u"this is very impor…"_s;
    QTest::newRow("link") << u"see [the page](https://exam"_s << u"see the page…"_s;
    QTest::newRow("closed") << u"**a** b"_s << u"a b…"_s;
    QTest::newRow("only the last line is cut") << u"**a\nb *c"_s << u"**a\nb c…"_s;
}

void TestLoungeWords::cutTextHasNoOpenMarks()
{
    QFETCH(QString, markdown);
    QFETCH(QString, text);
    QCOMPARE(plainText(markdown, false), text);
}

void TestLoungeWords::lineHasNoBreaks()
{
    QCOMPARE(plainLine(u"# One\n\n- two\n- *three*"_s), u"One • two • three"_s);
    QCOMPARE(plainLine(u"He said\n> so\n> > once\n\na > b"_s), u"He said so once a > b"_s);
}

void TestLoungeWords::anyTextComesToAnEnd_data()
{
    QTest::addColumn<QString>("unit");
    for (const char *unit : {"[", "](", "![", "*", "* ", "_a", "~~", "`", "` ``", "<a:", "<", ">", "> ", "- ", "|-", "#", "\\", "[a](", "**a *b ", "((", "-*"})
        QTest::newRow(unit) << QString::fromLatin1(unit);
}

//! The longest texts that a post can have, of one sign alone: nothing is invented, nothing takes long or goes too deep.
void TestLoungeWords::anyTextComesToAnEnd()
{
    QFETCH(QString, unit);
    for (const bool whole : {true, false}) {
        const QString text = plainText(unit.repeated(limits::postCodePoints / unit.size()) + u"end"_s, whole);
        QVERIFY(text.size() <= 2 * limits::postCodePoints + 10); // a quote of many levels is as long as twice its signs
    }
}

void TestLoungeWords::formulaIsToldWithItsNumbers()
{
    const QString help = popularityHelp();
    for (const auto &part : {u"(1 + "_s, u"3 days"_s, u"12 hours"_s, u"84 hours"_s, u"2 posts"_s})
        QVERIFY2(help.contains(part), qPrintable(part));
    QVERIFY(!help.contains(u'%'));
}

void TestLoungeWords::whoSeesWhatIsTold()
{
    protocol::Profile profile;
    const QStringList plain = whoSeesWhat(), without = whoSeesWhat(profile);
    profile.ranked = true;
    const QStringList with = whoSeesWhat(profile);
    QCOMPARE(without.size(), plain.size() + 1);
    QCOMPARE(with.size(), without.size());
    QVERIFY(with.last() != without.last());
    for (const QString &sentence : with)
        QVERIFY(sentence.endsWith(u'.'));
}

void TestLoungeWords::tagsAreBare()
{
    QCOMPARE(tagFrom(u" #산책 "_s), u"산책"_s);
    QCOMPARE(tagFrom(u"＃BookClub"_s), u"bookclub"_s);
    QCOMPARE(tagFrom(u"# "_s), QString());
    QCOMPARE(tagsFrom({u"#a"_s, u"A"_s, u"#"_s, u" "_s, u"b"_s}), (QStringList{u"a"_s, u"b"_s}));
    // Taken apart by the keyboard, put together by the rule.
    QCOMPARE(tagFrom(u"산책"_s.normalized(QString::NormalizationForm_D)), u"산책"_s);
}

void TestLoungeWords::tableNoticeNamesItsTopic()
{
    protocol::Room room = test::room(test::roomId(1), 1);
    room.kind = protocol::RoomKind::Table;
    protocol::Message notice = test::message(1, 1, u"table 비 오는 날의 책"_s);
    notice.kind = protocol::MessageKind::Notice;
    QVERIFY(noticeText(room, notice).contains(u"비 오는 날의 책"_s));
    notice.text = u"left"_s;
    QVERIFY(noticeText(room, notice).contains(u"table"_s));
    notice.author = 2;
    QVERIFY(noticeText(room, notice).contains(u"table"_s));
    notice.text = u"joined"_s;
    QVERIFY(noticeText(room, notice).contains(u"table"_s));
}

QTEST_GUILESS_MAIN(TestLoungeWords)
#include "tst_lounge_words.moc"
