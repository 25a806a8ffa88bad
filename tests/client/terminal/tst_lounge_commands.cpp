// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "client/terminal/command/command.h"
#include "client/terminal/command/completion.h"

using namespace Qt::StringLiterals;
using namespace jjak;
using namespace jjak::terminal;
using Act = LoungeOrder::Act;
using client::PostDraft;
using protocol::Feed;

//! What is typed behind /lounge and /post.
class TstLoungeCommands : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void understood_data();
    void understood();
    void notUnderstood_data();
    void notUnderstood();
    void tagsAreFoundInALine();
    void completed_data();
    void completed();
};

void TstLoungeCommands::understood_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<LoungeOrder>("order");
    const auto row = [](const QString &typed, const LoungeOrder &order) { QTest::newRow(qPrintable(typed.simplified())) << typed << order; };
    row(u"/lounge"_s, {});
    row(u"/lounge today"_s, {.feed = Feed::Today});
    row(u"/LOUNGE Week"_s, {.feed = Feed::Week});
    row(u"/lounge 오늘"_s, {.feed = Feed::Today});
    row(u"/lounge mine"_s, {.feed = Feed::Written});
    row(u"/lounge liked"_s, {.feed = Feed::Liked});
    row(u"/lounge #산책"_s, {.text = u"#산책"_s});
    row(u"/lounge  rainy  day"_s, {.act = Act::Find, .text = u"rainy day"_s});
    row(u"/lounge today and tomorrow"_s, {.act = Act::Find, .text = u"today and tomorrow"_s});
    row(u"/lounge more"_s, {.act = Act::More});
    row(u"/lounge board"_s, {.act = Act::Board});
    row(u"/lounge me"_s, {.act = Act::Me});
    row(u"/lounge ?"_s, {.act = Act::Help});
    row(u"/lounge name 새벽 이슬"_s, {.act = Act::Name, .text = u"새벽 이슬"_s});
    row(u"/post 12"_s, {.act = Act::Open, .number = 12});
    row(u"/post more"_s, {.act = Act::MoreComments});
    row(u"/post write"_s, {.act = Act::Write});
    row(u"/post 쓰기"_s, {.act = Act::Write});
    row(u"/post write A title | some | text | #one #Two"_s, {.act = Act::Write, .post = PostDraft{u"A title"_s, u"some | text"_s, {u"one"_s, u"two"_s}}});
    row(u"/post write A title | text of a #tag"_s, {.act = Act::Write, .post = PostDraft{u"A title"_s, u"text of a #tag"_s, {}}});
    row(u"/post write A title |"_s, {.act = Act::Write, .post = PostDraft{u"A title"_s, {}, {}}});
    row(u"/post write T | a\n\nb | #x"_s, {.act = Act::Write, .post = PostDraft{u"T"_s, u"a\n\nb"_s, {u"x"_s}}});
    row(u"/post send"_s, {.act = Act::Send});
    row(u"/post drop"_s, {.act = Act::Drop});
    row(u"/post cancel"_s, {.act = Act::GiveUp});
    row(u"/post ?"_s, {.act = Act::Help});
    row(u"/post like 3"_s, {.act = Act::Like, .number = 3});
    row(u"/post like 3.2"_s, {.act = Act::Like, .number = 3, .comment = 2});
    row(u"/post comment 3 me  too"_s, {.act = Act::Comment, .text = u"me  too"_s, .number = 3});
    row(u"/post edit 3"_s, {.act = Act::Edit, .number = 3});
    row(u"/post edit 3 New | words"_s, {.act = Act::Edit, .number = 3, .post = PostDraft{u"New"_s, u"words"_s, {}}});
    row(u"/post edit 3.1 other words"_s, {.act = Act::Edit, .text = u"other words"_s, .number = 3, .comment = 1});
    row(u"/post delete 3"_s, {.act = Act::Delete, .number = 3});
    row(u"/post report 3 spam buy this"_s, {.act = Act::Report, .text = u"buy this"_s, .number = 3, .reason = protocol::ReportReason::Spam});
    row(u"/post report 3.1 har"_s, {.act = Act::Report, .number = 3, .comment = 1, .reason = protocol::ReportReason::Harassment});
    row(u"/post block 3"_s, {.act = Act::Block, .number = 3});
    row(u"/post save 3 ~/a b.jpg"_s, {.act = Act::Save, .text = u"~/a b.jpg"_s, .number = 3});
    row(u"/post save 3.2 a.jpg"_s, {.act = Act::Save, .text = u"a.jpg"_s, .number = 3, .comment = 2});
    row(u"/post 저장 1 a.jpg"_s, {.act = Act::Save, .text = u"a.jpg"_s, .number = 1});
}

void TstLoungeCommands::understood()
{
    QFETCH(QString, typed);
    QFETCH(LoungeOrder, order);
    const Line line = parse(typed);
    const auto *command = std::get_if<Command>(&line);
    QVERIFY(command && command->lounge);
    if (order.text.isEmpty() && command->lounge->text.isEmpty())
        order.text = command->lounge->text;
    QVERIFY(*command->lounge == order);
}

void TstLoungeCommands::notUnderstood_data()
{
    QTest::addColumn<QString>("typed");
    for (const char *typed : {"/lounge #", "/lounge name", "/post", "/post 0", "/post -1", "/post 99999999999", "/post 3 4", "/post what", "/post write Title", "/post write | text", "/post like", "/post like x", "/post like 3.",
                              "/post like 3.0", "/post like 0.1", "/post like 3 4", "/post comment 3", "/post comment 3.1 text", "/post edit 3 words", "/post edit 3.1", "/post delete", "/post delete 3 4", "/post report 3",
                              "/post report 3 boring", "/post block all", "/post send it", "/post cancel it", "/post save 3", "/post save 3.0 a", "/post save a"})
        QTest::newRow(typed) << QString::fromLatin1(typed);
}

void TstLoungeCommands::notUnderstood()
{
    QFETCH(QString, typed);
    const Line line = parse(typed);
    const auto *mistake = std::get_if<Mistake>(&line);
    QVERIFY(mistake && mistake->kind == Mistake::Kind::Argument);
    QVERIFY(sentence(*mistake).contains(typed.section(u' ', 0, 0)));
}

void TstLoungeCommands::tagsAreFoundInALine()
{
    QCOMPARE(tagsIn(u"#One, two #one ＃셋"_s), (QStringList{u"one"_s, u"two"_s, u"셋"_s}));
    QCOMPARE(tagsIn(u" , "_s), QStringList());
}

void TstLoungeCommands::completed_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QStringList>("lines");
    const auto row = [](const QString &typed, const QStringList &lines) { QTest::newRow(qPrintable(typed)) << typed << lines; };
    row(u"/lou"_s, {u"/lounge "_s});
    row(u"/lounge t"_s, {u"/lounge today "_s});
    row(u"/post l"_s, {u"/post like "_s});
    row(u"/post report 3 s"_s, {u"/post report 3 spam "_s, u"/post report 3 sexual "_s});
    row(u"/post like 3 s"_s, {});
    row(u"/lounge today x"_s, {});
}

void TstLoungeCommands::completed()
{
    QFETCH(QString, typed);
    QTEST(complete(typed, [](const QString &) { return QStringList(); }).lines, "lines");
}

QTEST_GUILESS_MAIN(TstLoungeCommands)
#include "tst_lounge_commands.moc"
