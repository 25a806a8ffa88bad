// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractItemModelTester>

#include "client/core/lounge/post_list_model.h"
#include "posts.h"
#include "scene.h"

using namespace jjak;
using namespace jjak::client;
using namespace jjak::client::test;
using namespace jjak::protocol;
using namespace Qt::StringLiterals;

namespace {

//! A session and a list over its lounge. What is asked waits until the test answers.
struct Listing {
    explicit Listing(Duration newsEvery = 20s) : model(start(), nullptr, newsEvery), tester(&model) {}
    Lounge &start()
    {
        scene.peer.on<cmd::ListPosts>([this](qint64 id, const cmd::ListPosts &) { asked.append(id); });
        scene.peer.on<cmd::FindPosts>([this](qint64 id, const cmd::FindPosts &) { asked.append(id); });
        scene.start({});
        return scene.session->lounge();
    }
    //! Answers the oldest question that waits.
    void answer(const cmd::PostList &page)
    {
        QTRY_VERIFY(!asked.isEmpty());
        scene.peer.ok(asked.takeFirst(), page);
        QTRY_VERIFY(model.state() != PostListModel::State::Loading || !asked.isEmpty());
    }
    void refuse(const Error &error)
    {
        QTRY_VERIFY(!asked.isEmpty());
        scene.peer.refuse(asked.takeFirst(), error);
        QTRY_VERIFY(model.state() == PostListModel::State::Failed);
    }
    QList<PostId> shown() const
    {
        QList<PostId> out;
        for (int row = 0; row < model.rowCount(); ++row)
            out.append(model.index(row).data(PostListModel::IdRole).value<PostId>());
        return out;
    }
    static QList<PostId> ids(const QList<Post> &posts)
    {
        QList<PostId> out;
        for (const Post &each : posts)
            out.append(each.post);
        return out;
    }

    Scene scene;
    QList<qint64> asked;
    PostListModel model;
    QAbstractItemModelTester tester;
};

using Is = PostListModel::State;

} // namespace

class TestPostListModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void pagesFollowEachOtherWithoutDoublesOrGaps();
    void nothingIsAskedTwice();
    void emptyListIsComplete();
    void queryAsksForWhatItSays();
    void lateAnswerToAnEarlierQueryIsVoid();
    void searchGoesThroughEmptyPagesByItself();
    void failureIsToldAndRetriedWhereItWas();
    void failedListComesWithTheConnection();
    void refreshReplacesWhenItIsHere();
    void likeShowsAtOnceAndGoesBackWhenRefused();
    void changedPostIsLookedAtAgain();
    void deletedPostIsTakenOut();
    void blockedAuthorIsTakenOut();
    void ownPostIsThereAtOnce();
    void newsAreCountedWhileSomebodyLooks();
    void newsOfAnEarlierPageAreVoid();
    void signedOutNothingIsLeft();
    void modelMayGoBeforeItsAnswer();
};

void TestPostListModel::pagesFollowEachOtherWithoutDoublesOrGaps()
{
    Listing list;
    list.model.setQuery({});
    QCOMPARE(list.model.state(), Is::Loading);
    list.answer(page(posts(60, 41), u"c1"_s));
    QCOMPARE(list.model.state(), Is::Idle);
    QVERIFY(list.model.isListed() && !list.model.isComplete());
    list.model.fetchMore({});
    // One that has moved up meanwhile comes twice; it stays where it is, as it is now.
    Post moved = post(45);
    moved.likes = 7;
    list.answer(page(QList{moved} + posts(40, 22), u"c2"_s));
    list.model.fetchMore({});
    list.answer(page(posts(21, 2)));
    QVERIFY(list.model.isComplete());
    QVERIFY(!list.model.canFetchMore({}));
    QCOMPARE(list.shown(), Listing::ids(posts(60, 2)));
    QCOMPARE(list.model.postAt(list.model.rowOf(postId(45)))->likes, 7);
    const auto asked = list.scene.peer.asked<cmd::ListPosts>();
    QCOMPARE(asked.size(), 3);
    QVERIFY(!asked[0].after);
    QCOMPARE(asked[1].after, std::optional(u"c1"_s));
    QCOMPARE(asked[2].after, std::optional(u"c2"_s));
    QCOMPARE(list.model.index(0).data().toString(), post(60).heading);
    QCOMPARE(list.model.index(0).data(PostListModel::PostRole).value<Post>(), post(60));
}

void TestPostListModel::nothingIsAskedTwice()
{
    Listing list;
    QVERIFY(!list.model.canFetchMore({}));
    list.model.setQuery({});
    list.model.fetchMore({});
    list.answer(page(posts(20, 1), u"c1"_s));
    list.model.fetchMore({});
    list.model.fetchMore({});
    list.model.fetchMore({});
    list.answer(page({}));
    QCOMPARE(list.scene.peer.count<cmd::ListPosts>(), 2);
    QVERIFY(list.model.isComplete());
}

void TestPostListModel::emptyListIsComplete()
{
    Listing list;
    list.model.setQuery({});
    QVERIFY(!list.model.isComplete());
    list.answer(page({}));
    QVERIFY(list.model.isComplete() && list.model.isListed());
    QCOMPARE(list.model.rowCount(), 0);
}

void TestPostListModel::queryAsksForWhatItSays()
{
    Listing list;
    const auto ask = [&](const PostQuery &query) {
        list.model.setQuery(query);
        list.answer(page({}));
    };
    ask({Feed::Week});
    QCOMPARE(list.scene.peer.asked<cmd::ListPosts>().last().feed, Feed::Week);
    const PersonaId author = idOf<PersonaId>(1);
    ask({Feed::Liked, {}, {}, author});
    QCOMPARE(list.scene.peer.asked<cmd::ListPosts>().last().feed, Feed::New);
    QCOMPARE(list.scene.peer.asked<cmd::ListPosts>().last().author, std::optional(author));
    ask({Feed::Week, u"#Walk"_s, {}, author});
    const cmd::ListPosts tagged = list.scene.peer.asked<cmd::ListPosts>().last();
    QCOMPARE(tagged.feed, Feed::New);
    QCOMPARE(tagged.tag, std::optional(u"walk"_s));
    QVERIFY(!tagged.author);
    ask({Feed::New, u"walk"_s, u"짝"_s});
    QCOMPARE(list.scene.peer.asked<cmd::FindPosts>().last().text, u"짝"_s);
}

void TestPostListModel::lateAnswerToAnEarlierQueryIsVoid()
{
    Listing list;
    list.model.setQuery({Feed::Today});
    QTRY_COMPARE(list.asked.size(), 1);
    list.model.setQuery({Feed::Week});
    QTRY_COMPARE(list.asked.size(), 2);
    list.scene.peer.ok(list.asked[1], page({post(2)}));
    list.scene.peer.ok(list.asked[0], page({post(1)}, u"c"_s));
    QTRY_COMPARE(list.model.state(), Is::Idle);
    // A command that is answered behind them: both answers have been looked at.
    list.scene.peer.always<cmd::CountNews>({0});
    bool counted = false;
    list.scene.session->lounge().countNews(u"n"_s, [&](const Result<int> &) { counted = true; });
    QTRY_VERIFY(counted);
    QCOMPARE(list.shown(), QList{postId(2)});
    QVERIFY(list.model.isComplete());
}

void TestPostListModel::searchGoesThroughEmptyPagesByItself()
{
    Listing list;
    list.model.setQuery({Feed::New, {}, u"짝"_s});
    list.answer(page({}, u"c1"_s));
    list.answer(page({}, u"c2"_s));
    list.answer(page({post(3)}, u"c3"_s));
    QCOMPARE(list.model.state(), Is::Idle);
    QCOMPARE(list.shown(), QList{postId(3)});
    // Not through everything: a list that finds nothing gives the word back.
    list.model.fetchMore({});
    for (int i = 0; i < 10; ++i)
        list.answer(page({}, u"d%1"_s.arg(i)));
    QCOMPARE(list.model.state(), Is::Idle);
    QVERIFY(list.asked.isEmpty());
    QVERIFY(list.model.canFetchMore({}));
}

void TestPostListModel::failureIsToldAndRetriedWhereItWas()
{
    Listing list;
    QSignalSpy changed(&list.model, &PostListModel::stateChanged);
    list.model.setQuery({});
    list.refuse(Error::later(ErrorCode::RateLimited, 1s));
    QCOMPARE(list.model.error().code, ErrorCode::RateLimited);
    QVERIFY(!list.model.canFetchMore({}));
    QCOMPARE(changed.size(), 2);
    list.model.retry();
    list.answer(page(posts(20, 1), u"c1"_s));
    list.model.fetchMore({});
    list.refuse({ErrorCode::Unavailable});
    QCOMPARE(list.model.rowCount(), 20);
    list.model.retry();
    list.answer(page({post(100)}));
    QCOMPARE(list.model.rowCount(), 21);
    QCOMPARE(list.scene.peer.asked<cmd::ListPosts>().last().after, std::optional(u"c1"_s));
    const qsizetype before = list.scene.peer.seen.size();
    list.model.retry(); // nothing has failed
    QCOMPARE(list.model.state(), Is::Idle);
    QCOMPARE(list.scene.peer.seen.size(), before);
}

void TestPostListModel::failedListComesWithTheConnection()
{
    Listing list;
    list.scene.session->disconnect();
    list.model.setQuery({});
    QTRY_COMPARE(list.model.state(), Is::Failed);
    QCOMPARE(list.model.error().code, ErrorCode::Unavailable);
    list.scene.session->connectTo(list.scene.peer.url());
    list.answer(page({post(1)}));
    QCOMPARE(list.shown(), QList{postId(1)});
    // The same when the connection breaks while an answer is on its way.
    list.model.refresh();
    QTRY_COMPARE(list.asked.size(), 1);
    list.asked.clear();
    list.scene.peer.drop();
    list.answer(page({post(2)}));
    QCOMPARE(list.shown(), QList{postId(2)});
}

void TestPostListModel::refreshReplacesWhenItIsHere()
{
    Listing list;
    list.model.setQuery({});
    list.answer(page(posts(20, 1), u"c1"_s));
    list.model.fetchMore({});
    QTRY_COMPARE(list.asked.size(), 1);
    list.model.refresh(); // the page that is on its way is void
    QCOMPARE(list.model.rowCount(), 20);
    QTRY_COMPARE(list.asked.size(), 2);
    list.scene.peer.ok(list.asked[0], page({post(100)}));
    list.asked.removeFirst();
    list.answer(page(posts(22, 3), u"c2"_s));
    QCOMPARE(list.shown(), Listing::ids(posts(22, 3)));
}

void TestPostListModel::likeShowsAtOnceAndGoesBackWhenRefused()
{
    Listing list;
    qint64 like = 0;
    list.scene.peer.on<cmd::LikePost>([&](qint64 id, const cmd::LikePost &) { like = id; });
    list.model.setQuery({});
    list.answer(page(posts(3, 1)));
    QSignalSpy changed(&list.model, &PostListModel::dataChanged);
    Lounge &lounge = list.scene.session->lounge();
    lounge.like(postId(2), true, [](const Result<> &) {});
    QVERIFY(list.model.postAt(1)->liked);
    QCOMPARE(list.model.postAt(1)->likes, 1);
    QCOMPARE(changed.size(), 1);
    lounge.like(postId(2), true, [](const Result<> &) {}); // the same wish counts once
    QCOMPARE(list.model.postAt(1)->likes, 1);
    QTRY_COMPARE(list.scene.peer.count<cmd::LikePost>(), 2);
    list.scene.peer.refuse(like, Error::badField(u"args.post"_s, u"self"_s));
    QTRY_VERIFY(!list.model.postAt(1)->liked);
    QCOMPARE(list.model.postAt(1)->likes, 0);
}

void TestPostListModel::changedPostIsLookedAtAgain()
{
    Listing list;
    Post changed = post(2);
    changed.heading = u"Other"_s;
    list.scene.peer.always<cmd::EditPost>({});
    list.scene.peer.always<cmd::OpenPost>({changed, {}});
    list.model.setQuery({});
    list.answer(page(posts(3, 1)));
    list.scene.session->lounge().edit(postId(2), {u"Other"_s}, {});
    QTRY_COMPARE(list.model.postAt(1)->heading, u"Other"_s);
    QCOMPARE(list.shown(), Listing::ids(posts(3, 1)));
    QCOMPARE(list.scene.peer.count<cmd::ViewPost>(), 0);
    // Of one that is not shown nothing is asked.
    list.scene.session->lounge().edit(postId(9), {u"Other"_s}, {});
    QTRY_COMPARE(list.scene.peer.count<cmd::EditPost>(), 2);
    QCOMPARE(list.scene.peer.count<cmd::OpenPost>(), 1);
}

void TestPostListModel::deletedPostIsTakenOut()
{
    Listing list;
    list.scene.peer.always<cmd::ErasePost>({});
    list.scene.peer.on<cmd::OpenPost>([&](qint64 id, const cmd::OpenPost &) { list.scene.peer.refuse(id, {ErrorCode::PostNotFound}); });
    list.model.setQuery({});
    list.answer(page(posts(3, 1)));
    list.scene.session->lounge().erase(postId(2), {});
    QTRY_COMPARE(list.shown(), (QList{postId(3), postId(1)}));
    // Deleted by somebody else, as one sees when opening it.
    list.scene.session->lounge().open(postId(3), [](const Result<cmd::OpenedPost> &) {});
    QTRY_COMPARE(list.shown(), QList{postId(1)});
}

void TestPostListModel::blockedAuthorIsTakenOut()
{
    Listing list;
    list.scene.peer.always<cmd::Block>({idOf<BlockId>(1)});
    list.model.setQuery({});
    list.answer(page({post(4, 1), post(3, 2), post(2, 1), post(1, 3)}));
    Lounge &lounge = list.scene.session->lounge();
    lounge.block(postId(4), {}, [](const Result<BlockId> &) {});
    QTRY_COMPARE(list.shown(), (QList{postId(3), postId(1)}));
    // Whose comment it was is not known: the list is asked for anew.
    lounge.block(postId(3), idOf<CommentId>(1), [](const Result<BlockId> &) {});
    list.answer(page({post(1, 3)}));
    QCOMPARE(list.shown(), QList{postId(1)});
}

void TestPostListModel::ownPostIsThereAtOnce()
{
    Listing list;
    list.scene.peer.always<cmd::WritePost>({postId(9)});
    list.model.setQuery({});
    list.answer(page(posts(3, 1)));
    list.scene.session->lounge().write({u"a"_s}, {});
    list.answer(page({post(9), post(3)}));
    QCOMPARE(list.shown(), (QList{postId(9), postId(3)}));
    list.model.setQuery({Feed::Today});
    list.answer(page(posts(3, 1)));
    list.scene.session->lounge().write({u"b"_s}, {});
    QTRY_COMPARE(list.scene.peer.count<cmd::WritePost>(), 2);
    QTRY_VERIFY(list.scene.session->lounge().draft().isEmpty());
    QVERIFY(list.asked.isEmpty());
    QCOMPARE(list.model.state(), Is::Idle);
}

void TestPostListModel::newsAreCountedWhileSomebodyLooks()
{
    Listing list(5ms);
    int news = 0;
    list.scene.peer.on<cmd::CountNews>([&](qint64 id, const cmd::CountNews &) { list.scene.peer.ok(id, cmd::News{news}); });
    QSignalSpy changed(&list.model, &PostListModel::newsChanged);
    list.model.setWatching(true);
    list.model.setQuery({});
    list.answer(page(posts(3, 1), {}, u"n7"_s));
    QTRY_VERIFY(list.scene.peer.count<cmd::CountNews>() >= 2);
    QCOMPARE(list.scene.peer.asked<cmd::CountNews>().last().since, u"n7"_s);
    QCOMPARE(changed.size(), 0);
    news = 2;
    QTRY_COMPARE(list.model.news(), 2);
    QCOMPARE(list.model.rowCount(), 3); // nothing jumps
    news = 0;
    list.model.refresh();
    list.answer(page(posts(5, 1), {}, u"n9"_s));
    QTRY_COMPARE(list.scene.peer.asked<cmd::CountNews>().last().since, u"n9"_s);
    QTRY_COMPARE(list.model.news(), 0);
    list.model.setWatching(false);
    // In other orders new ones do not stand in front.
    list.model.setQuery({Feed::Week});
    list.answer(page(posts(3, 1)));
    const qsizetype before = list.scene.peer.count<cmd::CountNews>();
    list.model.setWatching(true);
    bool asked = false;
    list.scene.peer.always<cmd::LookAtBoard>({});
    list.scene.session->lounge().lookAtBoard([&](const Result<cmd::Board> &) { asked = true; });
    QTRY_VERIFY(asked);
    QCOMPARE(list.scene.peer.count<cmd::CountNews>(), before);
}

void TestPostListModel::newsOfAnEarlierPageAreVoid()
{
    Listing list;
    qint64 late = 0;
    list.scene.peer.on<cmd::CountNews>([&](qint64 id, const cmd::CountNews &) { late = id; });
    list.model.setQuery({});
    list.answer(page(posts(3, 1), {}, u"n7"_s));
    list.model.setWatching(true);
    QTRY_VERIFY(late > 0);
    list.model.refresh();
    list.answer(page(posts(5, 1), {}, u"n9"_s));
    list.scene.peer.ok(late, cmd::News{2});
    bool asked = false;
    list.scene.peer.always<cmd::LookAtBoard>({});
    list.scene.session->lounge().lookAtBoard([&](const Result<cmd::Board> &) { asked = true; });
    QTRY_VERIFY(asked);
    QCOMPARE(list.model.news(), 0);
}

void TestPostListModel::signedOutNothingIsLeft()
{
    Listing list;
    list.model.setQuery({});
    list.answer(page(posts(3, 1), u"c1"_s));
    list.model.fetchMore({});
    QTRY_COMPARE(list.asked.size(), 1);
    QSignalSpy out(list.scene.session.get(), &Session::signedOut);
    list.scene.session->signOut();
    QVERIFY(out.wait());
    QCOMPARE(list.model.rowCount(), 0);
    QVERIFY(!list.model.isListed() && !list.model.canFetchMore({}));
    QCOMPARE(list.model.state(), Is::Idle);
    // Who signs in now sees what they may see.
    list.asked.clear();
    list.scene.signIn();
    list.answer(page({post(8)}));
    QCOMPARE(list.shown(), QList{postId(8)});
}

void TestPostListModel::modelMayGoBeforeItsAnswer()
{
    Scene scene;
    qint64 late = 0;
    scene.peer.on<cmd::ListPosts>([&](qint64 id, const cmd::ListPosts &) { late = id; });
    scene.peer.always<cmd::LookAtBoard>({});
    scene.start({});
    auto model = std::make_unique<PostListModel>(scene.session->lounge());
    model->setQuery({});
    QTRY_VERIFY(late > 0);
    model.reset();
    scene.peer.ok(late, page({post(1)}));
    bool asked = false;
    scene.session->lounge().lookAtBoard([&](const Result<cmd::Board> &) { asked = true; });
    QTRY_VERIFY(asked);
}

QTEST_GUILESS_MAIN(TestPostListModel)
#include "tst_post_list_model.moc"
