// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "client/terminal/command/command.h"

using namespace Qt::StringLiterals;
using namespace jjak;
using namespace jjak::terminal;

//! What is typed about groups, files and looking for messages.
class TstGroupCommands : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void understood_data();
    void understood();
    void notUnderstood_data();
    void notUnderstood();
};

void TstGroupCommands::understood_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<Command>("command");
    const auto row = [](const QString &typed, const Command &command) { QTest::newRow(qPrintable(typed)) << typed << command; };
    row(u"/search  커피 마실"_s, {.verb = Verb::Search, .text = u"커피 마실"_s});
    row(u"/img ~/a picture.png"_s, {.verb = Verb::Image, .text = u"~/a picture.png"_s});
    row(u"/file /tmp/x  y.txt"_s, {.verb = Verb::Send, .text = u"/tmp/x  y.txt"_s});
    row(u"/save 12 ~/x  y.txt"_s, {.verb = Verb::Save, .text = u"~/x  y.txt"_s, .number = 12});
    row(u"/expire 7d"_s, {.verb = Verb::Expire, .expiry = protocol::Expiry::Week});
    row(u"/expire OFF"_s, {.verb = Verb::Expire});
    row(u"/readall"_s, {.verb = Verb::ReadAll});
    row(u"/group 책 모임"_s, {.verb = Verb::Group, .text = u"책 모임"_s});
    row(u"/invite 2"_s, {.verb = Verb::Invite, .number = 2});
    row(u"/invitations"_s, {.verb = Verb::Invitations});
    row(u"/join 1"_s, {.verb = Verb::Join, .number = 1});
    row(u"/refuse 1"_s, {.verb = Verb::Refuse, .number = 1});
    row(u"/members"_s, {.verb = Verb::Members});
    row(u"/role 3 moderator"_s, {.verb = Verb::Role, .number = 3, .role = MemberRole::Moderator});
    row(u"/role 3 Read_Only"_s, {.verb = Verb::Role, .number = 3, .role = MemberRole::ReadOnly});
    row(u"/kick 3"_s, {.verb = Verb::Kick, .number = 3});
    row(u"/ban 3"_s, {.verb = Verb::Ban, .number = 3});
    row(u"/unban 3"_s, {.verb = Verb::Unban, .number = 3});
    row(u"/mute 3 60"_s, {.verb = Verb::Mute, .text = u"60"_s, .number = 3});
    row(u"/mute 3 0"_s, {.verb = Verb::Mute, .text = u"0"_s, .number = 3});
    row(u"/rename New name"_s, {.verb = Verb::Rename, .text = u"New name"_s});
    row(u"/slow 30"_s, {.verb = Verb::Slow, .number = 30});
    row(u"/slow 0"_s, {.verb = Verb::Slow});
}

void TstGroupCommands::understood()
{
    QFETCH(QString, typed);
    QTEST(std::get<Command>(parse(typed)), "command");
}

void TstGroupCommands::notUnderstood_data()
{
    QTest::addColumn<QString>("typed");
    for (const char *typed : {"/search", "/img ", "/file", "/save 12", "/save here", "/expire", "/expire 2d", "/group", "/invite", "/invite me", "/join", "/join 0", "/role 3", "/role moderator", "/role 3 boss",
                              "/kick", "/kick him", "/mute", "/mute 3", "/mute 0 60", "/mute 3 -1", "/mute 3 long", "/mute 3 4 5", "/rename", "/slow", "/slow down", "/slow -1", "/slow 1 2"})
        QTest::newRow(typed) << QString::fromLatin1(typed);
}

void TstGroupCommands::notUnderstood()
{
    QFETCH(QString, typed);
    const Line line = parse(typed);
    const auto *mistake = std::get_if<Mistake>(&line);
    QVERIFY(mistake && mistake->kind == Mistake::Kind::Argument);
    QVERIFY(sentence(*mistake).contains(QString(u'/' + typed.mid(1).section(u' ', 0, 0))));
}

QTEST_GUILESS_MAIN(TstGroupCommands)
#include "tst_group_commands.moc"
