// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "tests/server/app/parlour.h"

using namespace jjak;
using namespace jjak::app;
using namespace jjak::app::test;
using namespace jjak::protocol;
using namespace Qt::StringLiterals;

//! Blocks and reports in the lounge.
class TestLoungeBlocks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void blocksHideBothWays();
    void blockingAndReportingByPostAndComment();
    void exactlyOneThingIsBlocked();
};

void TestLoungeBlocks::blocksHideBothWays()
{
    Parlour p;
    QVERIFY(p.introduce(p.one, u"lounge one"_s, true) && p.introduce(p.two, u"lounge two"_s, true));
    const PostId ofOne = p.write(p.one, u"of one"_s, {u"tea"_s}), ofTwo = p.write(p.two, u"of two"_s, {u"tea"_s}), ofThree = p.write(p.three, u"of three"_s, {u"tea"_s});
    const CommentId byOne = p.comment(p.one, ofThree), byTwo = p.comment(p.two, ofThree);
    QVERIFY(p.like(p.one, ofTwo) && p.like(p.two, ofOne) && p.counter.ask(p.one, cmd::ViewPost{ofTwo}) && p.counter.ask(p.two, cmd::ViewPost{ofOne}));
    QVERIFY(p.block(p.one, ofTwo));
    const auto check = [&](Guest &who, PostId theirs, CommentId theirComment, Guest &them, const QString &mine) {
        QCOMPARE(p.headings(who), (QStringList{u"of three"_s, mine}));
        for (const Feed feed : {Feed::Today, Feed::Week}) {
            const auto seen = p.headings(who, feed);
            QCOMPARE(QSet<QString>(seen.begin(), seen.end()), (QSet<QString>{mine, u"of three"_s}));
        }
        QVERIFY(p.headings(who, Feed::Liked).isEmpty());
        QCOMPARE(p.counter.read(who, cmd::ListPosts{Feed::New, u"tea"_s, {}, {}})->posts.size(), 2);
        QVERIFY(p.counter.read(who, cmd::ListPosts{Feed::New, {}, p.persona(them), {}})->posts.isEmpty());
        QCOMPARE(p.counter.read(who, cmd::FindPosts{u"of"_s, {}})->posts.size(), 2);
        QCOMPARE(p.board(who)->popular.size(), 2);
        const auto board = p.board(who);
        QCOMPARE(board->read.size(), 1);
        QVERIFY(board->read.first().mine);
        QCOMPARE(refusal(p.open(who, theirs)).code, ErrorCode::PostNotFound);
        QCOMPARE(refusal(p.counter.read(who, cmd::ListComments{theirs, {}})).code, ErrorCode::PostNotFound);
        QCOMPARE(refusal(p.counter.ask(who, cmd::LikePost{theirs, true})).code, ErrorCode::PostNotFound);
        QCOMPARE(refusal(p.counter.ask(who, cmd::ViewPost{theirs})).code, ErrorCode::PostNotFound);
        QCOMPARE(refusal(p.counter.ask(who, cmd::WriteComment{ClientId::random(p.rng), theirs, u"x"_s})).code, ErrorCode::PostNotFound);
        QCOMPARE(refusal(p.counter.ask(who, cmd::LikeComment{theirComment, true})).code, ErrorCode::CommentNotFound);
        QCOMPARE(refusal(p.counter.ask(who, cmd::EditComment{theirComment, u"x"_s})).code, ErrorCode::CommentNotFound);
        QVERIFY(p.counter.ask(who, cmd::EraseComment{theirComment})); // as of one that is gone
        const auto comments = p.open(who, ofThree)->comments.comments;
        QCOMPARE(comments.size(), 1);
        QVERIFY(comments.first().mine);
        QCOMPARE(p.counter.read(who, cmd::CountNews{u"AAAAAAAAAAAAAAAAAAAAAA"_s})->posts, 1);
        QCOMPARE(p.open(who, ofThree)->post.comments, 2); // what is counted is not corrected
    };
    check(p.one, ofTwo, byTwo, p.two, u"of one"_s);
    check(p.two, ofOne, byOne, p.one, u"of two"_s);
    QCOMPARE(p.headings(p.three).size(), 3);
    QCOMPARE(p.open(p.three, ofThree)->comments.comments.size(), 2);
    // Undone, everything is there again.
    const auto blocks = p.counter.read(p.one, cmd::ListBlocks{});
    QCOMPARE(blocks->blocks.first().name, u"lounge two"_s);
    QVERIFY(p.counter.ask(p.one, cmd::Unblock{blocks->blocks.first().block}));
    QCOMPARE(p.headings(p.two).size(), 3);
}

void TestLoungeBlocks::blockingAndReportingByPostAndComment()
{
    Parlour p;
    const PostId post = p.write(p.one, u"hello"_s, {u"tea"_s}, u"bad words"_s);
    const CommentId comment = p.comment(p.two, post, u"worse words"_s);
    QCOMPARE(refusal(p.counter.ask(p.one, cmd::Block{{}, {}, {}, post, {}})).code, ErrorCode::ReportNothing);
    QCOMPARE(refusal(p.counter.ask(p.two, cmd::Block{{}, {}, {}, {}, comment})).code, ErrorCode::ReportNothing);
    QCOMPARE(refusal(p.counter.ask(p.one, cmd::Block{{}, {}, {}, PostId::random(p.rng), {}})).code, ErrorCode::PostNotFound);
    QCOMPARE(refusal(p.counter.ask(p.one, cmd::Block{{}, {}, {}, {}, CommentId::random(p.rng)})).code, ErrorCode::CommentNotFound);
    const cmd::Report report{ClientId::random(p.rng), {}, {}, ReportReason::Harassment, u"look"_s, false, {}, post, {}};
    QCOMPARE(refusal(p.counter.ask(p.one, report)).code, ErrorCode::ReportNothing);
    const auto kept = p.counter.ask(p.three, report);
    QVERIFY(kept);
    QCOMPARE(p.counter.ask(p.three, report)->report, kept->report);
    auto row = p.counter.stores().reports.find(kept->report);
    QCOMPARE(row->whom, p.one.identity.account);
    QVERIFY(!row->room && !row->member);
    QCOMPARE(row->evidence.size(), 1);
    QCOMPARE(row->evidence.first().text, u"hello\n\nbad words\n\n#tea"_s);
    QVERIFY(p.open(p.three, post)); // not blocked
    const auto other = p.counter.ask(p.three, cmd::Report{ClientId::random(p.rng), {}, {}, ReportReason::Spam, {}, true, {}, {}, comment});
    row = p.counter.stores().reports.find(other->report);
    QCOMPARE(row->whom, p.two.identity.account);
    QCOMPARE(row->evidence.first().text, u"worse words"_s);
    QVERIFY(p.open(p.three, post)->comments.comments.isEmpty()); // blocked as well
    QVERIFY(p.counter.ask(p.one, cmd::ErasePost{post}));
    QCOMPARE(p.counter.stores().reports.find(kept->report)->evidence.size(), 1); // what was reported outlives it
    QCOMPARE(refusal(p.counter.ask(p.three, cmd::Block{{}, {}, {}, {}, comment})).code, ErrorCode::CommentNotFound);
}

void TestLoungeBlocks::exactlyOneThingIsBlocked()
{
    Parlour p;
    const PostId post = p.write(p.one, u"hello"_s);
    const CommentId comment = p.comment(p.one, post);
    const Error both = Error::badField(u"args.room"_s, u"both"_s), missing = Error::badField(u"args.room"_s, u"missing"_s);
    QCOMPARE(refusal(p.counter.ask(p.two, cmd::Block{{}, {}, {}, post, comment})), both);
    QCOMPARE(refusal(p.counter.ask(p.two, cmd::Block{RoomId::random(p.rng), {}, {}, post, {}})), both);
    QCOMPARE(refusal(p.counter.ask(p.two, cmd::Block{{}, ProposalId::random(p.rng), {}, {}, comment})), both);
    QCOMPARE(refusal(p.counter.ask(p.two, cmd::Block{})), missing);
    QCOMPARE(refusal(p.counter.ask(p.two, cmd::Report{ClientId::random(p.rng), {}, {}, ReportReason::Spam, {}, true, {}, post, comment})), both);
    QVERIFY(p.open(p.two, post));
}

QTEST_GUILESS_MAIN(TestLoungeBlocks)
#include "tst_lounge_blocks.moc"
