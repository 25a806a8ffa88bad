// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "client/terminal/command/completion.h"
#include "client/terminal/command/naming.h"

using namespace Qt::StringLiterals;
using namespace jjak::terminal;

namespace {

const QList<Nameable> messages{{14, false, u"see you"_s}, {13, true, u"내일\n봐요"_s}, {12, false, u"bye"_s}, {3, true, u"hello"_s}};

Completion offered(const QString &typed)
{
    return complete(typed, [](const QString &) { return QStringList(); }, {}, false, [] { return messages; });
}

} // namespace

class TstMessageCommands : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void understood_data();
    void understood();
    void notUnderstood_data();
    void notUnderstood();
    void linesAboutMessagesAreKnownWhileTyped_data();
    void linesAboutMessagesAreKnownWhileTyped();
    void wordsAreNotLostWithTheLine();
    void messagesOfOthersAreOfferedFirst();
    void ownWordsAreOfferedToBeChanged();
    void emojiAreOfferedByName();
};

void TstMessageCommands::understood_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<Command>("command");
    const auto row = [](const char *name, const QString &typed, Verb verb, int number, const QString &text) { QTest::newRow(name) << typed << Command{.verb = verb, .text = text, .number = number}; };
    row("reply", u"/reply 12 네, 좋아요"_s, Verb::Reply, 12, u"네, 좋아요"_s);
    row("reply keeps spaces and lines", u"/Reply  12   one  two\n three"_s, Verb::Reply, 12, u"one  two\n three"_s);
    row("reply on the next line", u"/reply 12\nyes"_s, Verb::Reply, 12, u"yes"_s);
    row("reply with a number", u"/reply 12 7"_s, Verb::Reply, 12, u"7"_s);
    row("edit the last", u"/edit see you at 7"_s, Verb::Edit, 0, u"see you at 7"_s);
    row("edit one", u"/edit 3 7시에  봐요"_s, Verb::Edit, 3, u"7시에  봐요"_s);
    row("edit: no number but a word", u"/edit 3시에 봐요"_s, Verb::Edit, 0, u"3시에 봐요"_s);
    row("edit: a sum is words", u"/edit -3 degrees"_s, Verb::Edit, 0, u"-3 degrees"_s);
    row("edit: too large for a number", u"/edit 821012345678 is mine"_s, Verb::Edit, 0, u"821012345678 is mine"_s);
    row("delete", u"/delete 4"_s, Verb::Delete, 4, {});
    row("react by name", u"/react 4 :heart:"_s, Verb::React, 4, u"❤️"_s);
    row("react without colons", u"/react 4 +1"_s, Verb::React, 4, u"👍"_s);
    row("react in Korean", u"/react 4 :하트:"_s, Verb::React, 4, u"❤️"_s);
    row("react with the emoji", u"/react 4 🎉"_s, Verb::React, 4, u"🎉"_s);
    row("react with a flag", u"/react 4 🇰🇷"_s, Verb::React, 4, u"🇰🇷"_s);
    row("react with a family", u"/react 4 👨‍👩‍👧"_s, Verb::React, 4, u"👨‍👩‍👧"_s);
}

void TstMessageCommands::understood()
{
    QFETCH(QString, typed);
    QTEST(std::get<Command>(parse(typed)), "command");
}

void TstMessageCommands::notUnderstood_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("usage");
    for (const char *typed : {"/reply", "/reply 12", "/reply hello", "/reply 0 hello", "/reply -1 hello"})
        QTest::newRow(typed) << QString::fromLatin1(typed) << u"/reply N TEXT"_s;
    for (const char *typed : {"/edit", "/edit 12", "/edit  12 "})
        QTest::newRow(typed) << QString::fromLatin1(typed) << u"/edit [N] TEXT"_s;
    for (const char *typed : {"/delete", "/delete it", "/delete 0"})
        QTest::newRow(typed) << QString::fromLatin1(typed) << u"/delete N"_s;
    for (const char *typed : {"/react", "/react 3", "/react 3 :nosuch:", "/react 3 okay", "/react 3 :)", "/react 3 :heart: please", "/react :heart:"})
        QTest::newRow(typed) << QString::fromLatin1(typed) << u"/react N EMOJI"_s;
    QTest::newRow("letters that are no emoji") << u"/react 3 몰라"_s << u"/react N EMOJI"_s;
}

void TstMessageCommands::notUnderstood()
{
    QFETCH(QString, typed);
    QFETCH(QString, usage);
    const Line line = parse(typed);
    QVERIFY(std::holds_alternative<Mistake>(line));
    const QString told = sentence(std::get<Mistake>(line));
    QVERIFY2(told.endsWith(usage), qPrintable(told));
}

void TstMessageCommands::linesAboutMessagesAreKnownWhileTyped_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<int>("verb"); // -1: none
    QTest::addColumn<int>("number");
    QTest::newRow("command alone") << u"/reply"_s << int(Verb::Reply) << 0;
    QTest::newRow("with a number") << u"/reply 12"_s << int(Verb::Reply) << 12;
    QTest::newRow("with words") << u"/REPLY 12 yes"_s << int(Verb::Reply) << 12;
    QTest::newRow("edit the last") << u"/edit yes"_s << int(Verb::Edit) << 0;
    QTest::newRow("delete") << u"/delete 3"_s << int(Verb::Delete) << 3;
    QTest::newRow("react") << u"/react 3 :hea"_s << int(Verb::React) << 3;
    QTest::newRow("not whole yet") << u"/repl"_s << -1 << 0;
    QTest::newRow("another command") << u"/room 3"_s << -1 << 0;
    QTest::newRow("a text") << u"reply 3"_s << -1 << 0;
    QTest::newRow("a text with a slash") << u"//reply 3"_s << -1 << 0;
    QTest::newRow("nothing") << QString() << -1 << 0;
}

void TstMessageCommands::linesAboutMessagesAreKnownWhileTyped()
{
    QFETCH(QString, typed);
    QFETCH(int, verb);
    QFETCH(int, number);
    const auto naming = namingIn(typed);
    QCOMPARE(naming ? int(naming->verb) : -1, verb);
    QCOMPARE(naming ? naming->number : 0, number);
}

void TstMessageCommands::wordsAreNotLostWithTheLine()
{
    QCOMPARE(wordsIn(u"안녕 "_s), u"안녕 "_s);
    QCOMPARE(wordsIn(u"/reply 3 see  you"_s), u"see  you"_s);
    for (const QString &order : {u"/reply 3"_s, u"/edit 3 see you"_s, u"/leave"_s, u"/nosuch 3 text"_s, QString()})
        QCOMPARE(wordsIn(order), QString());
}

void TstMessageCommands::messagesOfOthersAreOfferedFirst()
{
    QCOMPARE(offered(u"/reply "_s).labels, (QStringList{u"14"_s, u"12"_s, u"13"_s, u"3"_s}));
    QCOMPARE(offered(u"/react 1"_s).lines, (QStringList{u"/react 14 "_s, u"/react 12 "_s, u"/react 13 "_s}));
    QCOMPARE(offered(u"/delete "_s).labels, (QStringList{u"13"_s, u"3"_s}));
    QVERIFY(offered(u"/reply 14 wo"_s).lines.isEmpty());
    QVERIFY(complete(u"/reply "_s, [](const QString &) { return QStringList(); }).lines.isEmpty());
}

void TstMessageCommands::ownWordsAreOfferedToBeChanged()
{
    QCOMPARE(offered(u"/edit "_s).lines, (QStringList{u"/edit 13 내일\n봐요"_s, u"/edit 3 hello"_s}));
    QCOMPARE(offered(u"/edit "_s).labels, (QStringList{u"13"_s, u"3"_s}));
    QCOMPARE(offered(u"/edit 3 "_s).lines, QStringList{u"/edit 3 hello"_s});
    QVERIFY(offered(u"/edit 1 "_s).lines.isEmpty());
    QVERIFY(offered(u"/edit 14"_s).lines.isEmpty()); // of somebody else
    QVERIFY(offered(u"/edit hello"_s).lines.isEmpty());
}

void TstMessageCommands::emojiAreOfferedByName()
{
    QCOMPARE(offered(u"/react 3 "_s).lines.size(), qsizetype(6));
    QCOMPARE(offered(u"/react 3 :"_s).lines.size(), qsizetype(6));
    QCOMPARE(offered(u"/react 3 :h"_s).lines.size(), qsizetype(8)); // no more than can be shown
    QCOMPARE(offered(u"/react 3 he"_s).lines.first(), u"/react 3 :heart:"_s);
    QCOMPARE(offered(u"/react 3 :하트"_s).lines.first(), u"/react 3 :heart:"_s);
    QCOMPARE(offered(u"/react 3 :popc"_s).labels, QStringList{u"🍿 :popcorn:"_s});
    QVERIFY(offered(u"/react 3 :nosuch"_s).lines.isEmpty());
    QVERIFY(offered(u"/react 3 :heart:"_s).lines.isEmpty());
    QVERIFY(offered(u"/react 3 :heart: "_s).lines.isEmpty());
    QVERIFY(offered(u"/delete 3 "_s).lines.isEmpty());
}

QTEST_GUILESS_MAIN(TstMessageCommands)
#include "tst_message_commands.moc"
