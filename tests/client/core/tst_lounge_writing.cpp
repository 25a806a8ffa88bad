// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "posts.h"
#include "scene.h"

using namespace jjak;
using namespace jjak::client;
using namespace jjak::client::test;
using namespace jjak::protocol;
using namespace Qt::StringLiterals;

namespace {

const PostDraft draft{u"Walks"_s, u"Who **walks**?"_s, {u"#Walk"_s, u"산책"_s}};

} // namespace

class TestLoungeWriting : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void postIsWrittenOnceThoughTheReplyIsLost();
    void postIsWrittenAfterTheReconnect();
    void commentsCountAndAreTakenBack();
    void changesAreToldOfPosts();
    void blockAndReportNameOneThing();
    void refusalWithoutAnAnswerIsToldByTheSession();
    void draftSurvivesTheProgramAndIsGoneWhenItIsPosted();
    void sameDraftIsSentUnderTheSameIdAfterACrash();
    void refusedPostStaysADraft();
    void draftGoesWithTheSignOut();
    void answersAfterTheSignOutAreVoid();
    void whatCannotBeIsRefusedBeforeItIsAsked_data();
    void whatCannotBeIsRefusedBeforeItIsAsked();
};

void TestLoungeWriting::postIsWrittenOnceThoughTheReplyIsLost()
{
    Scene scene;
    int asked = 0;
    scene.peer.on<cmd::WritePost>([&](qint64 id, const cmd::WritePost &) {
        if (++asked == 1)
            return scene.peer.drop();
        scene.peer.ok(id, cmd::Written{postId(1)});
    });
    scene.start({});
    Lounge &lounge = scene.session->lounge();
    QSignalSpy changed(&lounge, &Lounge::postsChanged);
    Heard<PostId> done;
    lounge.write(draft, done.take());
    QTRY_VERIFY(done.result);
    QCOMPARE(**done.result, postId(1));
    QCOMPARE(changed.size(), 1);
    const auto sent = scene.peer.asked<cmd::WritePost>();
    QCOMPARE(sent.size(), 2);
    QCOMPARE(sent[0].cid, sent[1].cid);
    QCOMPARE(sent[0].tags, (QStringList{u"walk"_s, u"산책"_s}));
    QCOMPARE(sent[0].heading, draft.title);
    QCOMPARE(done.times, 1);
}

void TestLoungeWriting::postIsWrittenAfterTheReconnect()
{
    Scene scene;
    scene.peer.always<cmd::WritePost>({postId(1)});
    scene.peer.always<cmd::WriteComment>({idOf<CommentId>(1)});
    scene.start({});
    scene.session->disconnect();
    Heard<PostId> post;
    Heard<CommentId> comment;
    scene.session->lounge().write(draft, post.take());
    scene.session->lounge().comment(postId(1), u"Me"_s, comment.take());
    QTest::qWait(0);
    QVERIFY(!post.result && !comment.result);
    scene.session->connectTo(scene.peer.url());
    QTRY_VERIFY(post.result && comment.result);
    QVERIFY(post.result->ok() && comment.result->ok());
    QCOMPARE(scene.peer.count<cmd::WritePost>(), 1);
}

void TestLoungeWriting::commentsCountAndAreTakenBack()
{
    Scene scene;
    scene.peer.always<cmd::WriteComment>({idOf<CommentId>(1)});
    scene.peer.always<cmd::EraseComment>({});
    scene.peer.always<cmd::ListComments>({{comment(2)}, {}});
    scene.start({});
    Lounge &lounge = scene.session->lounge();
    QSignalSpy changed(&lounge, &Lounge::postChanged);
    Heard<CommentId> written;
    lounge.comment(postId(1), u"Me too"_s, written.take());
    QTRY_VERIFY(written.result);
    QCOMPARE(changed.size(), 1);
    Heard<Done> erased;
    lounge.eraseComment(idOf<CommentId>(1), erased.take());
    QTRY_COMPARE(erased.times, 1);
    QCOMPARE(changed.size(), 2);
    Heard<cmd::CommentList> listed;
    lounge.listComments(postId(7), u"c"_s, listed.take());
    QTRY_VERIFY(listed.result);
    QCOMPARE(scene.peer.asked<cmd::ListComments>().last().after, std::optional(u"c"_s));
    lounge.eraseComment(comment(2).comment, erased.take());
    QTRY_COMPARE(erased.times, 2);
    QCOMPARE(changed.last().at(0).value<PostId>(), postId(7));
}

void TestLoungeWriting::changesAreToldOfPosts()
{
    Scene scene;
    scene.peer.always<cmd::EditPost>({});
    scene.peer.always<cmd::ErasePost>({});
    scene.start({});
    Lounge &lounge = scene.session->lounge();
    QSignalSpy one(&lounge, &Lounge::postChanged), gone(&lounge, &Lounge::postGone), all(&lounge, &Lounge::postsChanged);
    Heard<Done> done;
    lounge.edit(postId(1), draft, done.take());
    QTRY_COMPARE(done.times, 1);
    QCOMPARE(one.size(), 1);
    QCOMPARE(all.size(), 1);
    lounge.erase(postId(1), done.take());
    QTRY_COMPARE(done.times, 2);
    QCOMPARE(gone.size(), 1);
    QCOMPARE(all.size(), 2);
}

void TestLoungeWriting::blockAndReportNameOneThing()
{
    Scene scene;
    scene.peer.always<cmd::Block>({idOf<BlockId>(1)});
    scene.peer.always<cmd::Report>({idOf<ReportId>(1)});
    scene.start({});
    Lounge &lounge = scene.session->lounge();
    QSignalSpy blocked(&lounge, &Lounge::authorBlocked);
    Heard<BlockId> block;
    Heard<Done> report;
    lounge.block(postId(1), {}, block.take());
    lounge.block(postId(1), idOf<CommentId>(2), block.take());
    lounge.report(postId(1), {}, ReportReason::Spam, u"ads"_s, true, report.take());
    lounge.report(postId(1), idOf<CommentId>(2), ReportReason::Spam, {}, false, report.take());
    QTRY_COMPARE(block.times + report.times, 4);
    QCOMPARE(blocked.size(), 3);
    const auto blocks = scene.peer.asked<cmd::Block>();
    QCOMPARE(blocks[0].post, std::optional(postId(1)));
    QVERIFY(!blocks[0].comment && !blocks[0].room);
    QVERIFY(!blocks[1].post);
    QCOMPARE(blocks[1].comment, std::optional(idOf<CommentId>(2)));
    const auto reports = scene.peer.asked<cmd::Report>();
    QCOMPARE(reports[0].post, std::optional(postId(1)));
    QVERIFY(reports[0].block && !reports[0].comment);
    QVERIFY(!reports[1].post && !reports[1].block && reports[1].comment);
    QVERIFY(reports[0].cid != reports[1].cid);
}

void TestLoungeWriting::refusalWithoutAnAnswerIsToldByTheSession()
{
    Scene scene;
    scene.start({});
    QSignalSpy failed(scene.session.get(), &Session::failed);
    scene.session->lounge().comment(postId(1), {}, {});
    QVERIFY(failed.wait());
    QCOMPARE(failed[0].at(0).value<Error>().field, u"args.text"_s);
    QCOMPARE(failed[0].at(1).toString(), u"lounge.comment"_s);
}

void TestLoungeWriting::draftSurvivesTheProgramAndIsGoneWhenItIsPosted()
{
    Scene scene;
    scene.peer.always<cmd::WritePost>({postId(1)});
    scene.start({});
    scene.session->lounge().setDraft(draft);
    scene.restart();
    scene.session->connectTo(scene.peer.url());
    QTRY_COMPARE(scene.session->connectionState(), ConnectionState::Ready);
    QCOMPARE(scene.session->lounge().draft(), draft);
    Heard<PostId> done;
    scene.session->lounge().write(draft, done.take());
    QCOMPARE(scene.session->lounge().draft(), draft);
    QTRY_VERIFY(done.result);
    QVERIFY(scene.session->lounge().draft().isEmpty());
    scene.restart();
    scene.session->connectTo(scene.peer.url());
    QTRY_COMPARE(scene.session->connectionState(), ConnectionState::Ready);
    QVERIFY(scene.session->lounge().draft().isEmpty());
}

void TestLoungeWriting::sameDraftIsSentUnderTheSameIdAfterACrash()
{
    Scene scene;
    scene.peer.on<cmd::WritePost>([](qint64, const cmd::WritePost &) {}); // stored, but the answer never comes
    scene.start({});
    scene.session->lounge().write(draft, {});
    QTRY_COMPARE(scene.peer.count<cmd::WritePost>(), 1);
    scene.restart();
    scene.session->connectTo(scene.peer.url());
    QTRY_COMPARE(scene.session->connectionState(), ConnectionState::Ready);
    QCOMPARE(scene.session->lounge().draft(), draft);
    scene.peer.always<cmd::WritePost>({postId(1)});
    Heard<PostId> done;
    scene.session->lounge().write(draft, done.take());
    QTRY_VERIFY(done.result);
    auto sent = scene.peer.asked<cmd::WritePost>();
    QCOMPARE(sent[0].cid, sent[1].cid);
    // The same words once more are another post.
    done.result.reset();
    scene.session->lounge().write(draft, done.take());
    QTRY_VERIFY(done.result);
    sent = scene.peer.asked<cmd::WritePost>();
    QVERIFY(sent[2].cid != sent[1].cid);
}

void TestLoungeWriting::refusedPostStaysADraft()
{
    Scene scene;
    scene.peer.on<cmd::WritePost>([&](qint64 id, const cmd::WritePost &) { scene.peer.refuse(id, {ErrorCode::LoungeNoName}); });
    scene.start({});
    Heard<PostId> done;
    scene.session->lounge().write(draft, done.take());
    QTRY_VERIFY(done.result);
    QCOMPARE(done.result->error().code, ErrorCode::LoungeNoName);
    QCOMPARE(scene.session->lounge().draft(), draft);
    // Changed, it is another post.
    PostDraft other = draft;
    other.text = u"Who runs?"_s;
    scene.session->lounge().setDraft(other);
    scene.session->lounge().write(other, done.take());
    QTRY_COMPARE(done.times, 2);
    const auto sent = scene.peer.asked<cmd::WritePost>();
    QVERIFY(sent[0].cid != sent[1].cid);
}

void TestLoungeWriting::draftGoesWithTheSignOut()
{
    Scene scene;
    scene.start({});
    scene.session->lounge().setDraft(draft);
    QSignalSpy out(scene.session.get(), &Session::signedOut);
    scene.session->signOut();
    QVERIFY(out.wait());
    QVERIFY(scene.session->lounge().draft().isEmpty());
    scene.signIn();
    QTRY_COMPARE(scene.session->connectionState(), ConnectionState::Ready);
    QVERIFY(scene.session->lounge().draft().isEmpty());
}

void TestLoungeWriting::answersAfterTheSignOutAreVoid()
{
    Scene scene;
    scene.peer.on<cmd::ListPosts>([](qint64, const cmd::ListPosts &) {});
    scene.peer.on<cmd::WritePost>([](qint64, const cmd::WritePost &) {});
    scene.start({});
    Lounge &lounge = scene.session->lounge();
    QSignalSpy changed(&lounge, &Lounge::postsChanged);
    Heard<cmd::PostList> list;
    Heard<PostId> written;
    lounge.list({}, list.take());
    lounge.write(draft, written.take());
    QTRY_COMPARE(scene.peer.count<cmd::WritePost>(), 1);
    QSignalSpy out(scene.session.get(), &Session::signedOut);
    scene.session->signOut();
    QVERIFY(out.wait());
    QTRY_VERIFY(list.result && written.result);
    QVERIFY(!list.result->ok());
    QCOMPARE(written.result->error().code, ErrorCode::AuthRequired);
    QCOMPARE(list.times, 1);
    QCOMPARE(written.times, 1);
    QCOMPARE(changed.size(), 0);
}

void TestLoungeWriting::whatCannotBeIsRefusedBeforeItIsAsked_data()
{
    QTest::addColumn<int>("what");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("field");
    QTest::newRow("no title") << 0 << u"  "_s << u"args.title"_s;
    QTest::newRow("long title") << 0 << QString(limits::postTitleCodePoints + 1, u'a') << u"args.title"_s;
    QTest::newRow("title of two lines") << 0 << u"a\nb"_s << u"args.title"_s;
    QTest::newRow("long text") << 1 << QString(limits::postCodePoints + 1, u'a') << u"args.text"_s;
    QTest::newRow("bell in the text") << 1 << u"a\ab"_s << u"args.text"_s;
    QTest::newRow("long tag") << 2 << QString(limits::tagCodePoints + 1, u'a') << u"args.tags[0]"_s;
    QTest::newRow("bell in a tag") << 2 << u"a\ab"_s << u"args.tags[0]"_s;
    QTest::newRow("many tags") << 2 << u"a b c d e f"_s << u"args.tags"_s;
    QTest::newRow("empty comment") << 3 << QString() << u"args.text"_s;
    QTest::newRow("long comment") << 3 << QString(limits::commentCodePoints + 1, u'a') << u"args.text"_s;
    QTest::newRow("no name") << 4 << u" "_s << u"args.profile.name"_s;
    QTest::newRow("nothing to look for") << 5 << QString() << u"args.text"_s;
    QTest::newRow("empty tag") << 6 << u"#"_s << u"args.tag"_s;
}

void TestLoungeWriting::whatCannotBeIsRefusedBeforeItIsAsked()
{
    QFETCH(int, what);
    QFETCH(QString, text);
    QFETCH(QString, field);
    Scene scene;
    scene.start({});
    Lounge &lounge = scene.session->lounge();
    QTRY_VERIFY(lounge.isProfileKnown());
    const qsizetype before = scene.peer.seen.size();
    std::optional<Error> error;
    const auto take = [&](const auto &result) { error = result.error(); };
    const PostDraft wrong = what == 0 ? PostDraft{text} : what == 1 ? PostDraft{u"a"_s, text} : PostDraft{u"a"_s, {}, text.split(u' ')};
    if (what < 3) {
        lounge.edit(postId(1), wrong, take);
        QTRY_VERIFY(error);
        QCOMPARE(error->field, field);
        error.reset();
        lounge.write(wrong, take);
    } else if (what == 3) {
        lounge.editComment(idOf<CommentId>(1), text, take);
        QTRY_VERIFY(error);
        QCOMPARE(error->field, field);
        error.reset();
        lounge.comment(postId(1), text, take);
    } else if (what == 4) {
        lounge.introduce({text, {}, {}, {}, false}, take);
    } else if (what == 5) {
        lounge.find({text, {}}, take);
    } else {
        lounge.list({Feed::New, text, {}, {}}, take);
    }
    QVERIFY(!error); // never during the call
    QTRY_VERIFY(error);
    QCOMPARE(error->code, ErrorCode::ProtocolBadField);
    QCOMPARE(error->field, field);
    QCOMPARE(scene.peer.seen.size(), before);
}

QTEST_GUILESS_MAIN(TestLoungeWriting)
#include "tst_lounge_writing.moc"
