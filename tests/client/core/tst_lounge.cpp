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

const Profile me{u"이슬"_s, u"I read"_s, {u"ko"_s}, {u"산책"_s}, false};

} // namespace

class TestLounge : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void profileIsKnownAfterTheSignInAndForgottenAfterwards();
    void profileIsAskedForUntilItIsTold();
    void nameIsTakenAndKnown();
    void refusedNameChangesNothing();
    void lateAnswerDoesNotBringTheOldNameBack();
    void readingFailsAtOnceWithoutAConnection();
    void tagsAreAskedForBare();
    void openingCountsTheViewOfOthersPosts();
    void likeIsToldAtOnceAndTheLatestWishWins();
    void refusedLikeGoesBack();
    void answersOfBeforeDoNotHideALike();
    void likeOfAPostThatIsGoneSaysSo();
};

void TestLounge::profileIsKnownAfterTheSignInAndForgottenAfterwards()
{
    Scene scene;
    Lounge &lounge = scene.session->lounge();
    QVERIFY(!lounge.isProfileKnown());
    scene.profile = me;
    scene.start({});
    QTRY_VERIFY(lounge.isProfileKnown());
    QCOMPARE(lounge.profile(), std::optional(me));
    QSignalSpy changed(&lounge, &Lounge::profileChanged), forgotten(&lounge, &Lounge::forgotten);
    QSignalSpy out(scene.session.get(), &Session::signedOut);
    scene.session->signOut();
    QVERIFY(out.wait());
    QVERIFY(!lounge.isProfileKnown());
    QVERIFY(!lounge.profile());
    QCOMPARE(changed.size(), 1);
    QCOMPARE(forgotten.size(), 1);
    scene.profile.reset();
    scene.signIn();
    QTRY_VERIFY(lounge.isProfileKnown());
    QVERIFY(!lounge.profile());
}

void TestLounge::profileIsAskedForUntilItIsTold()
{
    Scene scene;
    int asked = 0;
    scene.peer.on<cmd::LookAtProfile>([&](qint64 id, const cmd::LookAtProfile &) {
        if (++asked == 1)
            return scene.peer.refuse(id, Error::later(ErrorCode::RateLimited, 5ms));
        if (asked == 2)
            return scene.peer.drop();
        scene.peer.ok(id, cmd::OwnProfile{me});
    });
    scene.start({});
    QTRY_COMPARE(scene.session->lounge().profile(), std::optional(me));
}

void TestLounge::nameIsTakenAndKnown()
{
    Scene scene;
    int asked = 0;
    scene.peer.on<cmd::Introduce>([&](qint64 id, const cmd::Introduce &) {
        if (++asked == 1)
            return scene.peer.drop();
        scene.peer.ok(id, cmd::Empty{});
    });
    scene.start({});
    Lounge &lounge = scene.session->lounge();
    QTRY_VERIFY(lounge.isProfileKnown());
    Heard<Done> done;
    lounge.introduce({u" 이슬 "_s, u"I read "_s, {u" ko"_s, u""_s, u"ko"_s}, {u"#산책"_s, u" "_s}, false}, done.take());
    QVERIFY(!done.result);
    QTRY_VERIFY(done.result);
    QVERIFY(done.result->ok());
    QCOMPARE(lounge.profile(), std::optional(me));
    QCOMPARE(scene.peer.asked<cmd::Introduce>().last().profile, me);
    QCOMPARE(asked, 2);
}

void TestLounge::refusedNameChangesNothing()
{
    Scene scene;
    scene.profile = me;
    scene.peer.on<cmd::Introduce>([&](qint64 id, const cmd::Introduce &) { scene.peer.refuse(id, {ErrorCode::AccountNameTaken}); });
    scene.start({});
    Lounge &lounge = scene.session->lounge();
    QTRY_VERIFY(lounge.isProfileKnown());
    QSignalSpy changed(&lounge, &Lounge::profileChanged);
    Heard<Done> done;
    lounge.introduce({u"다른"_s, {}, {}, {}, true}, done.take());
    QTRY_VERIFY(done.result);
    QCOMPARE(done.result->error().code, ErrorCode::AccountNameTaken);
    QCOMPARE(lounge.profile(), std::optional(me));
    QCOMPARE(changed.size(), 0);
}

void TestLounge::lateAnswerDoesNotBringTheOldNameBack()
{
    Scene scene;
    scene.profile = me;
    scene.peer.always<cmd::Introduce>({});
    scene.start({});
    Lounge &lounge = scene.session->lounge();
    QTRY_VERIFY(lounge.isProfileKnown());
    qint64 late = 0;
    scene.peer.on<cmd::LookAtProfile>([&](qint64 id, const cmd::LookAtProfile &) { late = id; });
    Heard<Done> asked, told;
    lounge.askForProfile(asked.take());
    Profile other = me;
    other.name = u"다른"_s;
    lounge.introduce(other, told.take());
    QTRY_VERIFY(told.result && late > 0);
    scene.peer.ok(late, cmd::OwnProfile{me});
    QTRY_VERIFY(asked.result);
    QCOMPARE(lounge.profile(), std::optional(other));
}

void TestLounge::readingFailsAtOnceWithoutAConnection()
{
    Scene scene;
    scene.start({});
    scene.session->disconnect();
    Lounge &lounge = scene.session->lounge();
    Heard<cmd::PostList> list, found;
    Heard<cmd::OpenedPost> opened;
    Heard<int> news;
    Heard<cmd::Board> board;
    Heard<cmd::CommentList> comments;
    Heard<Profile> author;
    lounge.list({}, list.take());
    lounge.find({u"a"_s, {}}, found.take());
    lounge.open(postId(1), opened.take());
    lounge.countNews(u"n"_s, news.take());
    lounge.lookAtBoard(board.take());
    lounge.listComments(postId(1), {}, comments.take());
    lounge.lookUp(idOf<PersonaId>(1), author.take());
    QVERIFY(!list.result && !opened.result);
    QTRY_VERIFY(list.result && found.result && opened.result && news.result && board.result && comments.result && author.result);
    QCOMPARE(list.result->error().code, ErrorCode::Unavailable);
    QCOMPARE(found.result->error().code, ErrorCode::Unavailable);
    QCOMPARE(author.result->error().code, ErrorCode::Unavailable);
}

void TestLounge::tagsAreAskedForBare()
{
    Scene scene;
    scene.peer.always<cmd::ListPosts>(page({}));
    scene.start({});
    Heard<cmd::PostList> list;
    scene.session->lounge().list({Feed::New, u" #BookClub "_s, {}, {}}, list.take());
    QTRY_VERIFY(list.result);
    QCOMPARE(scene.peer.asked<cmd::ListPosts>().last().tag, std::optional(u"bookclub"_s));
}

void TestLounge::openingCountsTheViewOfOthersPosts()
{
    Scene scene;
    Post own = post(2);
    own.mine = true;
    scene.peer.on<cmd::OpenPost>([&](qint64 id, const cmd::OpenPost &ask) {
        if (ask.post == postId(3))
            return scene.peer.refuse(id, {ErrorCode::PostNotFound});
        scene.peer.ok(id, cmd::OpenedPost{ask.post == postId(2) ? own : post(1), {}});
    });
    scene.peer.always<cmd::ViewPost>({});
    scene.start({});
    Lounge &lounge = scene.session->lounge();
    QSignalSpy gone(&lounge, &Lounge::postGone);
    Heard<cmd::OpenedPost> opened;
    Heard<Post> looked;
    lounge.look(postId(1), looked.take());
    QTRY_VERIFY(looked.result);
    lounge.open(postId(2), opened.take());
    QTRY_COMPARE(opened.times, 1);
    lounge.open(postId(3), opened.take());
    QTRY_COMPARE(opened.times, 2);
    QCOMPARE(gone.size(), 1);
    QCOMPARE(scene.peer.count<cmd::ViewPost>(), 0);
    lounge.open(postId(1), opened.take());
    QTRY_COMPARE(scene.peer.count<cmd::ViewPost>(), 1);
    QCOMPARE(scene.peer.asked<cmd::ViewPost>().last().post, postId(1));
}

void TestLounge::likeIsToldAtOnceAndTheLatestWishWins()
{
    Scene scene;
    QList<qint64> waiting;
    scene.peer.on<cmd::LikePost>([&](qint64 id, const cmd::LikePost &) { waiting.append(id); });
    scene.start({});
    Lounge &lounge = scene.session->lounge();
    QSignalSpy liked(&lounge, &Lounge::postLiked);
    Heard<Done> first, second, third;
    lounge.like(postId(1), true, first.take());
    QCOMPARE(liked.size(), 1);
    lounge.like(postId(1), false, second.take());
    lounge.like(postId(1), true, third.take());
    QCOMPARE(liked.size(), 3);
    QTRY_COMPARE(waiting.size(), 3);
    // Answers in another order, and the first ones refused: what was wished last stays.
    scene.peer.ok(waiting[2], cmd::Empty{});
    scene.peer.refuse(waiting[0], {ErrorCode::PostNotFound});
    QTRY_VERIFY(first.result && third.result);
    QCOMPARE(liked.size(), 3);
    // What was on its way when the connection broke is not sent again, if it would undo the latest wish.
    scene.peer.drop();
    QTRY_VERIFY(second.result);
    QVERIFY(second.result->ok());
    QCOMPARE(scene.peer.count<cmd::LikePost>(), 3);
}

void TestLounge::refusedLikeGoesBack()
{
    Scene scene;
    scene.peer.on<cmd::LikePost>([&](qint64 id, const cmd::LikePost &) { scene.peer.refuse(id, Error::badField(u"args.post"_s, u"self"_s)); });
    scene.peer.on<cmd::LikeComment>([&](qint64 id, const cmd::LikeComment &) { scene.peer.refuse(id, {ErrorCode::CommentNotFound}); });
    scene.start({});
    Lounge &lounge = scene.session->lounge();
    QSignalSpy liked(&lounge, &Lounge::postLiked), commentLiked(&lounge, &Lounge::commentLiked), changed(&lounge, &Lounge::postChanged);
    Heard<Done> done;
    lounge.like(postId(1), true, done.take());
    lounge.likeComment(idOf<CommentId>(1), true, done.take());
    QTRY_COMPARE(done.times, 2);
    QCOMPARE(liked.size(), 2);
    QCOMPARE(liked[1].at(1).toBool(), false);
    QCOMPARE(commentLiked.size(), 2);
    QCOMPARE(commentLiked[1].at(1).toBool(), false);
    QCOMPARE(changed.size(), 1);
}

void TestLounge::answersOfBeforeDoNotHideALike()
{
    Scene scene;
    QList<qint64> lists;
    qint64 like = 0;
    scene.peer.on<cmd::ListPosts>([&](qint64 id, const cmd::ListPosts &) { lists.append(id); });
    scene.peer.on<cmd::LikePost>([&](qint64 id, const cmd::LikePost &) { like = id; });
    scene.start({});
    Lounge &lounge = scene.session->lounge();
    QTRY_VERIFY(lounge.isProfileKnown());
    Heard<cmd::PostList> first, second;
    lounge.list({}, first.take());
    lounge.like(postId(1), true);
    lounge.list({}, second.take());
    QTRY_VERIFY(like > 0 && lists.size() == 2);
    scene.peer.ok(lists[0], page({post(1), post(2)}));
    QTRY_VERIFY(first.result);
    QVERIFY(first.result->value().posts[0].liked);
    QCOMPARE(first.result->value().posts[0].likes, 1);
    QVERIFY(!first.result->value().posts[1].liked);
    scene.peer.ok(like, cmd::Empty{});
    scene.peer.ok(lists[1], page({post(1)})); // read before the like was stored
    QTRY_VERIFY(second.result);
    QVERIFY(second.result->value().posts[0].liked);
    // From now on the server's word counts: another device has taken it back.
    lists.clear();
    second.result.reset();
    lounge.list({}, second.take());
    QTRY_COMPARE(lists.size(), 1);
    scene.peer.ok(lists[0], page({post(1)}));
    QTRY_VERIFY(second.result);
    QVERIFY(!second.result->value().posts[0].liked);
}

void TestLounge::likeOfAPostThatIsGoneSaysSo()
{
    Scene scene;
    scene.peer.on<cmd::LikePost>([&](qint64 id, const cmd::LikePost &) { scene.peer.refuse(id, {ErrorCode::PostNotFound}); });
    scene.start({});
    QSignalSpy gone(&scene.session->lounge(), &Lounge::postGone), failed(scene.session.get(), &Session::failed);
    scene.session->lounge().like(postId(1), true);
    QVERIFY(gone.wait());
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(failed[0].at(1).toString(), u"lounge.like"_s);
}

QTEST_GUILESS_MAIN(TestLounge)
#include "tst_lounge.moc"
