// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "tests/server/app/parlour.h"

using namespace jjak;
using namespace jjak::app;
using namespace jjak::app::test;
using namespace jjak::protocol;
using namespace Qt::StringLiterals;

//! Comments on posts, and who may do what with them.
class TestLoungeComments : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aCommentIsWrittenOnce();
    void commentsAreEditedAndDeletedByWhoMay();
    void commentsAreLikedOnce();
    void pagesOfCommentsJoin();
};

void TestLoungeComments::aCommentIsWrittenOnce()
{
    Parlour p;
    const PostId post = p.write(p.one, u"hello"_s);
    cmd::WriteComment command{ClientId::random(p.rng), post, u"first"_s};
    const auto first = p.counter.ask(p.two, command);
    command.text = u"second"_s;
    QCOMPARE(p.counter.ask(p.two, command)->comment, first->comment);
    QCOMPARE(p.row(post).comments, 1);
    QCOMPARE(p.open(p.three, post)->comments.comments.first().text, u"first"_s);
    QVERIFY(p.counter.ask(p.two, cmd::EraseComment{first->comment}));
    QCOMPARE(p.counter.ask(p.two, command)->comment, first->comment);
    QCOMPARE(p.row(post).comments, 0);
    QCOMPARE(p.row(post).people, 0);
}

void TestLoungeComments::commentsAreEditedAndDeletedByWhoMay()
{
    Parlour p;
    const PostId post = p.write(p.one, u"hello"_s);
    const CommentId first = p.comment(p.two, post, u"first"_s), second = p.comment(p.two, post, u"second"_s), third = p.comment(p.one, post, u"third"_s);
    for (Guest *other : {&p.one, &p.three})
        QCOMPARE(refusal(p.counter.ask(*other, cmd::EditComment{first, u"x"_s})).code, ErrorCode::LoungeNotOwn);
    QCOMPARE(refusal(p.counter.ask(p.two, cmd::EditComment{first, u"  "_s})), Error::badField(u"args.text"_s, u"length"_s));
    QCOMPARE(refusal(p.counter.ask(p.two, cmd::EditComment{CommentId::random(p.rng), u"x"_s})).code, ErrorCode::CommentNotFound);
    QVERIFY(p.counter.ask(p.two, cmd::EditComment{first, u"first"_s}));
    QVERIFY(!p.open(p.one, post)->comments.comments.first().edited);
    QVERIFY(p.counter.ask(p.two, cmd::EditComment{first, u"changed"_s}));
    QCOMPARE(p.open(p.one, post)->comments.comments.first().text, u"changed"_s);
    QCOMPARE(p.open(p.one, post)->comments.comments.first().edited, std::optional(p.counter.now()));

    QCOMPARE(refusal(p.counter.ask(p.three, cmd::EraseComment{first})).code, ErrorCode::LoungeNotOwn);
    QCOMPARE(refusal(p.counter.ask(p.two, cmd::EraseComment{third})).code, ErrorCode::LoungeNotOwn);
    QCOMPARE(p.row(post).comments, 3);
    QVERIFY(p.counter.ask(p.one, cmd::EraseComment{first})); // the post's author
    QVERIFY(p.counter.ask(p.two, cmd::EraseComment{second}));
    QCOMPARE(p.row(post).people, 0);
    p.three.identity.role = Role::Moderator;
    QVERIFY(p.counter.ask(p.three, cmd::EraseComment{third}));
    QVERIFY(p.counter.ask(p.two, cmd::EraseComment{third}) && p.counter.ask(p.two, cmd::EraseComment{CommentId::random(p.rng)})); // gone
    QCOMPARE(p.row(post).comments, 0);
    QVERIFY(p.open(p.one, post)->comments.comments.isEmpty());
}

void TestLoungeComments::commentsAreLikedOnce()
{
    Parlour p;
    const PostId post = p.write(p.one, u"hello"_s);
    const CommentId comment = p.comment(p.one, post);
    for (int i = 0; i < 3; ++i)
        QVERIFY(p.counter.ask(p.two, cmd::LikeComment{comment, true}));
    const auto seen = [&](Guest &who) { return p.open(who, post)->comments.comments.first(); };
    QCOMPARE(seen(p.two).likes, 1);
    QVERIFY(seen(p.two).liked && !seen(p.two).mine && !seen(p.one).liked && seen(p.one).mine);
    for (int i = 0; i < 3; ++i)
        QVERIFY(p.counter.ask(p.two, cmd::LikeComment{comment, false}));
    QCOMPARE(seen(p.two).likes, 0);
    QCOMPARE(refusal(p.counter.ask(p.two, cmd::LikeComment{CommentId::random(p.rng), true})).code, ErrorCode::CommentNotFound);
}

void TestLoungeComments::pagesOfCommentsJoin()
{
    Parlour p;
    const PostId post = p.write(p.one, u"hello"_s);
    QList<CommentId> ids;
    for (int i = 0; i < 2 * limits::commentsPage; ++i)
        ids.append(p.comment(i % 2 ? p.one : p.two, post, QString::number(i)));
    const auto opened = p.open(p.three, post);
    QCOMPARE(opened->comments.comments.size(), limits::commentsPage);
    QVERIFY(opened->comments.next);
    QVERIFY(p.counter.ask(p.one, cmd::EraseComment{ids[limits::commentsPage - 1]})); // which `next` stands on
    const auto rest = p.counter.read(p.three, cmd::ListComments{post, opened->comments.next});
    QCOMPARE(rest->comments.size(), limits::commentsPage);
    QCOMPARE(rest->comments.first().text, QString::number(limits::commentsPage));
    QVERIFY(!rest->next);
    for (const QString &after : {u"x"_s, u"not base64!"_s, QString(64, u'A'), u"_____________________w"_s})
        QCOMPARE(refusal(p.counter.read(p.three, cmd::ListComments{post, after})), Error::badField(u"args.after"_s, u"characters"_s));
    QCOMPARE(refusal(p.counter.read(p.three, cmd::ListComments{PostId::random(p.rng), {}})).code, ErrorCode::PostNotFound);
}

QTEST_GUILESS_MAIN(TestLoungeComments)
#include "tst_lounge_comments.moc"
