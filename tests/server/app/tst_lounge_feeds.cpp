// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <algorithm>

#include "server/app/services/lounge_service.h"
#include "tests/server/app/parlour.h"

using namespace jjak;
using namespace jjak::app;
using namespace jjak::app::test;
using namespace jjak::protocol;
using namespace Qt::StringLiterals;

namespace {

QStringList numbered(int from, int downTo)
{
    QStringList out;
    for (int i = from; i >= downTo; --i)
        out.append(u"post %1"_s.arg(i));
    return out;
}

QStringList headingsOf(const QList<Post> &posts)
{
    QStringList out;
    for (const Post &post : posts)
        out.append(post.heading);
    return out;
}

} // namespace

//! Lists of posts: their order, their pages, who stands in them, and what stands beside them.
class TestLoungeFeeds : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void newPostsComeWithTheLatestFirst();
    void pagesJoinWhilePostsComeAndGo();
    void listsShowBeginnings();
    void tagsAndAuthorsHaveTheirOwnLists();
    void whatDoesNotGoTogetherIsRefused();
    void cursorsFromNowhereAreRefused();
    void ownAndLikedPostsAreListed();
    void newsAreCountedTo99();
    void peopleLiftAPost();
    void aVoteRingMovesNothing();
    void anAccountCountsFromItsThirdDay();
    void aWindowEndsToTheMoment();
    void twoOfAnAuthorStandInTheList();
    void trendsAreOfPeople();
    void trendsEnd();
    void anOldPostIsNoTrendWhenItIsEdited();
    void theBoardIsFilledFromTheWeek();
    void onlyWhoWantsStandsInTheRanking();
    void postsAreFound_data();
    void postsAreFound();
    void searchGoesOnWhereItStopped();
    void whatIsFoundIsWhatIsThere();
};

void TestLoungeFeeds::newPostsComeWithTheLatestFirst()
{
    Parlour p;
    QVERIFY(p.list(p.one)->posts.isEmpty() && !p.list(p.one)->next);
    for (int i = 1; i <= limits::postsPage; ++i)
        p.write(i % 2 ? p.one : p.two, u"post %1"_s.arg(i));
    auto page = p.list(p.three);
    QCOMPARE(headingsOf(page->posts), numbered(limits::postsPage, 1));
    QVERIFY(!page->next); // a full page that is all
    p.write(p.one, u"post %1"_s.arg(limits::postsPage + 1));
    page = p.list(p.three);
    QVERIFY(page->next);
    QCOMPARE(headingsOf(p.list(p.three, Feed::New, page->next)->posts), QStringList{u"post 1"_s});
}

void TestLoungeFeeds::pagesJoinWhilePostsComeAndGo()
{
    Parlour p;
    QList<PostId> ids;
    for (int i = 1; i <= 95; ++i)
        ids.append(p.write(i % 2 ? p.one : p.two, u"post %1"_s.arg(i)));
    // Between the pages posts come, and those at and around the cursor go.
    int told = 0;
    QSet<int> gone;
    const auto seen = p.headings(p.three, cmd::ListPosts{}, [&] {
        told += limits::postsPage;
        p.write(p.one, u"newcomer"_s);
        for (const int back : {0, 1, -1, -7}) {
            const int number = 95 - told + 1 - back;
            if (number < 1 || number > 95 || gone.contains(number))
                continue;
            QVERIFY(p.counter.ask(number % 2 ? p.one : p.two, cmd::ErasePost{ids[number - 1]}));
            gone.insert(number);
        }
    });
    QVERIFY(!seen.contains(u"newcomer"_s));
    QVERIFY(gone.size() >= 12);
    QSet<QString> once(seen.begin(), seen.end());
    QCOMPARE(once.size(), seen.size()); // none twice
    for (int i = 1; i <= 95; ++i)
        QVERIFY2(gone.contains(i) || once.contains(u"post %1"_s.arg(i)), qPrintable(QString::number(i))); // and what is there was told
    QVERIFY(std::ranges::is_sorted(seen, std::ranges::greater(), [](const QString &heading) { return heading.mid(5).toInt(); }));
}

void TestLoungeFeeds::listsShowBeginnings()
{
    Parlour p;
    const QString exact = u"😀"_s.repeated(limits::postBeginning), longer = exact + u"."_s;
    const PostId post = p.write(p.one, u"longer"_s, {}, longer);
    p.write(p.one, u"exact"_s, {}, exact);
    const auto posts = p.list(p.two)->posts;
    QVERIFY(posts[0].text == exact && posts[0].whole);
    QVERIFY(posts[1].text == exact && !posts[1].whole);
    QVERIFY(p.open(p.two, post)->post.text == longer && p.open(p.two, post)->post.whole);
    const auto popular = p.board(p.two)->popular;
    QVERIFY(popular[0].text.isEmpty() && !popular[0].whole);
}

void TestLoungeFeeds::tagsAndAuthorsHaveTheirOwnLists()
{
    Parlour p;
    for (int i = 1; i <= 50; ++i)
        p.write(i % 2 ? p.one : p.two, u"post %1"_s.arg(i), i % 5 ? QList<QString>{} : QList<QString>{u"five"_s});
    const auto under = p.headings(p.three, cmd::ListPosts{Feed::New, u"FIVE"_s, {}, {}}, [] {});
    QCOMPARE(under.size(), 10);
    QCOMPARE(under.first(), u"post 50"_s);
    const auto ofOne = p.headings(p.three, cmd::ListPosts{Feed::New, {}, p.persona(p.one), {}}, [] {});
    QCOMPARE(ofOne.size(), 25);
    QCOMPARE(ofOne.first(), u"post 49"_s);
    QVERIFY(p.headings(p.three, cmd::ListPosts{Feed::New, {}, PersonaId::random(p.rng), {}}, [] {}).isEmpty());
    QVERIFY(p.headings(p.three, cmd::ListPosts{Feed::New, u"six"_s, {}, {}}, [] {}).isEmpty());
}

void TestLoungeFeeds::whatDoesNotGoTogetherIsRefused()
{
    Parlour p;
    const PersonaId one = p.persona(p.one);
    for (const Feed feed : {Feed::Today, Feed::Week, Feed::Written, Feed::Liked}) {
        QCOMPARE(refusal(p.counter.read(p.two, cmd::ListPosts{feed, u"tea"_s, {}, {}})), Error::badField(u"args.tag"_s, u"value"_s));
        QCOMPARE(refusal(p.counter.read(p.two, cmd::ListPosts{feed, {}, one, {}})), Error::badField(u"args.author"_s, u"value"_s));
    }
    QCOMPARE(refusal(p.counter.read(p.two, cmd::ListPosts{Feed::New, u"tea"_s, one, {}})), Error::badField(u"args.author"_s, u"value"_s));
    QCOMPARE(refusal(p.counter.read(p.two, cmd::ListPosts{Feed::New, u"a b"_s, {}, {}})), Error::badField(u"args.tag"_s, u"characters"_s));
}

void TestLoungeFeeds::cursorsFromNowhereAreRefused()
{
    Parlour p;
    p.write(p.one, u"hello"_s);
    const QString negative = QString::fromLatin1(QByteArray(16, '\xff').toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
    for (const QString &after : {u"x"_s, u"AAAA"_s, u"not base64!"_s, QString(64, u'A'), negative, u"한글"_s}) {
        for (const Feed feed : {Feed::New, Feed::Today, Feed::Week, Feed::Written, Feed::Liked})
            QCOMPARE(refusal(p.list(p.two, feed, after)), Error::badField(u"args.after"_s, u"characters"_s));
        QCOMPARE(refusal(p.counter.read(p.two, cmd::FindPosts{u"hello"_s, after})), Error::badField(u"args.after"_s, u"characters"_s));
        QCOMPARE(refusal(p.counter.read(p.two, cmd::CountNews{after})), Error::badField(u"args.since"_s, u"characters"_s));
    }
    // A made-up one is as good as any other: it ends.
    const QString start = QString::fromLatin1(QByteArray(16, '\0').toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
    QVERIFY(p.list(p.two, Feed::New, start)->posts.isEmpty());
    QVERIFY(p.counter.read(p.two, cmd::FindPosts{u"hello"_s, start})->posts.isEmpty());
    const QString beyond = QString::fromLatin1(QByteArray(16, '\x7f').toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
    QCOMPARE(p.list(p.two, Feed::Week, beyond)->posts.size(), 1);
    QCOMPARE(p.counter.read(p.two, cmd::FindPosts{u"hello"_s, beyond})->posts.size(), 1);
}

void TestLoungeFeeds::ownAndLikedPostsAreListed()
{
    Parlour p;
    QList<PostId> ids;
    for (int i = 1; i <= 30; ++i)
        ids.append(p.write(p.one, u"post %1"_s.arg(i)));
    p.write(p.two, u"other"_s);
    QCOMPARE(p.headings(p.one, Feed::Written), numbered(30, 1));
    QVERIFY(p.headings(p.three, Feed::Written).isEmpty());
    QStringList liked; // in another order than they were written in
    for (int i = 0; i < 30; ++i) {
        const int which = i * 7 % 30;
        if (i % 3 != 2)
            p.counter.passUnseen(1ms); // some at the same moment
        QVERIFY(p.like(p.three, ids[which]));
        liked.prepend(u"post %1"_s.arg(which + 1));
    }
    auto seen = p.headings(p.three, Feed::Liked);
    QCOMPARE(seen.first(), liked.first());
    std::ranges::sort(seen);
    std::ranges::sort(liked);
    QCOMPARE(seen, liked); // each once
}

void TestLoungeFeeds::newsAreCountedTo99()
{
    Parlour p;
    p.write(p.one, u"first"_s);
    const QString since = p.list(p.two)->newest;
    const auto news = [&](Guest &who) { return p.counter.read(who, cmd::CountNews{since})->posts; };
    QCOMPARE(news(p.two), 0);
    p.write(p.two, u"mine"_s);
    const PostId second = p.write(p.one, u"second"_s);
    QCOMPARE(news(p.two), 1);
    QCOMPARE(news(p.three), 2);
    QVERIFY(p.counter.ask(p.one, cmd::ErasePost{second}));
    QCOMPARE(news(p.two), 0);
    for (int i = 0; i < 120; ++i)
        p.write(p.one, u"more"_s);
    QCOMPARE(news(p.two), 99);
    QCOMPARE(p.counter.read(p.two, cmd::CountNews{p.list(p.two)->newest})->posts, 0);
}

void TestLoungeFeeds::peopleLiftAPost()
{
    Parlour p;
    const PostId liked = p.write(p.one, u"liked"_s), discussed = p.write(p.two, u"discussed"_s);
    p.write(p.three, u"plain"_s);
    for (const Feed feed : {Feed::Today, Feed::Week})
        QCOMPARE(p.headings(p.one, feed), (QStringList{u"plain"_s, u"discussed"_s, u"liked"_s})); // nobody counts yet: the latest first
    QVERIFY(p.like(p.two, liked) && p.like(p.three, liked));
    for (int i = 0; i < 5; ++i)
        p.comment(p.three, discussed); // one person, however often
    for (const Feed feed : {Feed::Today, Feed::Week})
        QCOMPARE(p.headings(p.one, feed), (QStringList{u"liked"_s, u"discussed"_s, u"plain"_s}));
    QVERIFY(p.like(p.two, liked, false) && p.like(p.three, liked, false));
    QCOMPARE(p.headings(p.one, Feed::Today), (QStringList{u"discussed"_s, u"plain"_s, u"liked"_s}));
    // Half a day halves what a post is worth: with one person more it is what a fresh one is.
    QVERIFY(p.like(p.two, liked));
    p.counter.skip(popularity::dayHalfLife - 1h);
    p.write(p.three, u"fresh"_s);
    QCOMPARE(p.headings(p.one, Feed::Today), (QStringList{u"discussed"_s, u"liked"_s, u"fresh"_s, u"plain"_s}));
    p.counter.skip(2h);
    p.write(p.two, u"fresher"_s);
    QCOMPARE(p.headings(p.one, Feed::Today), (QStringList{u"fresher"_s, u"discussed"_s, u"liked"_s, u"fresh"_s, u"plain"_s}));
}

void TestLoungeFeeds::aVoteRingMovesNothing()
{
    Parlour p;
    const PostId pushed = p.write(p.one, u"pushed"_s, {u"pushed"_s});
    const PostId honest = p.write(p.two, u"honest"_s, {u"honest"_s});
    QVERIFY(p.like(p.three, honest));
    QVERIFY(p.introduce(p.one, u"lounge one"_s, true) && p.introduce(p.two, u"lounge two"_s, true));
    QVERIFY(p.counter.ask(p.three, cmd::ViewPost{honest}));
    const auto before = std::tuple(p.headings(p.three, Feed::Today), p.headings(p.three, Feed::Week), p.board(p.three)->tags, headingsOf(p.board(p.three)->popular), headingsOf(p.board(p.three)->read));
    const auto rank = p.row(pushed).dayRank;
    for (int i = 0; i < 200; ++i) {
        Guest &voter = p.guest(u"ring%1"_s.arg(i));
        QVERIFY(p.like(voter, pushed) && p.counter.ask(voter, cmd::ViewPost{pushed}));
        p.comment(voter, pushed);
        p.comment(voter, pushed);
    }
    QCOMPARE(p.row(pushed).likes, 200); // counted, but without effect
    QCOMPARE(p.row(pushed).comments, 400);
    QCOMPARE(p.row(pushed).people, 0);
    QCOMPARE(p.row(pushed).reads, 0);
    QCOMPARE(p.row(pushed).dayRank, rank);
    QVERIFY(before == std::tuple(p.headings(p.three, Feed::Today), p.headings(p.three, Feed::Week), p.board(p.three)->tags, headingsOf(p.board(p.three)->popular), headingsOf(p.board(p.three)->read)));
}

void TestLoungeFeeds::anAccountCountsFromItsThirdDay()
{
    Parlour p;
    Guest &young = p.guest(u"young"_s);
    p.counter.skip(popularity::grownUp - 1ms);
    const PostId post = p.write(p.one, u"hello"_s), other = p.write(p.two, u"other"_s);
    QVERIFY(p.like(young, post));
    QCOMPARE(p.row(post).people, 0);
    p.counter.passUnseen(1ms);
    QVERIFY(p.like(young, other));
    QCOMPARE(p.row(other).people, 1);
    p.comment(young, post); // what they did first decides
    QCOMPARE(p.row(post).people, 0);
    const CommentId comment = p.comment(young, post);
    QVERIFY(p.counter.ask(young, cmd::EraseComment{comment}));
    QCOMPARE(p.row(post).people, 0);
}

void TestLoungeFeeds::aWindowEndsToTheMoment()
{
    Parlour p;
    const PostId post = p.write(p.one, u"hello"_s);
    const auto listed = [&](Feed feed) { return p.headings(p.two, feed).size(); };
    p.counter.skip(popularity::day - 1ms);
    QCOMPARE(listed(Feed::Today), 1);
    p.counter.passUnseen(1ms); // also before the sweep has seen it
    QCOMPARE(listed(Feed::Today), 0);
    QVERIFY(p.row(post).dayRank);
    p.counter.skip(0ms);
    QVERIFY(!p.row(post).dayRank);
    QVERIFY(p.like(p.two, post)); // and it does not come back
    QVERIFY(!p.row(post).dayRank);
    QCOMPARE(listed(Feed::Today), 0);
    QCOMPARE(listed(Feed::Week), 1);
    p.counter.skip(popularity::week - popularity::day - 1ms);
    QCOMPARE(listed(Feed::Week), 1);
    p.counter.passUnseen(1ms);
    QCOMPARE(listed(Feed::Week), 0);
    p.counter.skip(0ms);
    QVERIFY(!p.row(post).weekRank);
    QCOMPARE(p.list(p.two)->posts.size(), 1); // it is still there
}

void TestLoungeFeeds::twoOfAnAuthorStandInTheList()
{
    Parlour p;
    QList<PostId> ids;
    for (int i = 1; i <= 30; ++i)
        ids.append(p.write(p.one, u"post %1"_s.arg(i)));
    p.write(p.two, u"other"_s);
    QCOMPARE(p.headings(p.three, Feed::Today), (QStringList{u"other"_s, u"post 30"_s, u"post 29"_s}));
    QVERIFY(p.like(p.three, ids[4]));
    QCOMPARE(p.headings(p.three, Feed::Today), (QStringList{u"post 5"_s, u"other"_s, u"post 30"_s}));
    QCOMPARE(headingsOf(p.board(p.three)->popular), (QStringList{u"post 5"_s, u"other"_s, u"post 30"_s}));
    QVERIFY(p.counter.ask(p.one, cmd::ErasePost{ids[29]}));
    QCOMPARE(p.headings(p.three, Feed::Week), (QStringList{u"post 5"_s, u"other"_s, u"post 29"_s}));
    // Only the window counts: what was better yesterday stands in nobody's way.
    p.counter.skip(popularity::day);
    p.write(p.one, u"today 1"_s);
    p.write(p.one, u"today 2"_s);
    QCOMPARE(p.headings(p.three, Feed::Today), (QStringList{u"today 2"_s, u"today 1"_s}));
}

void TestLoungeFeeds::trendsAreOfPeople()
{
    Parlour p;
    const PostId tea = p.write(p.one, u"a"_s, {u"tea"_s});
    for (int i = 0; i < 5; ++i)
        p.write(p.two, u"b"_s, {u"coffee"_s});
    p.comment(p.two, tea);
    const CommentId comment = p.comment(p.three, tea);
    p.comment(p.three, tea);
    QCOMPARE(p.board(p.one)->tags, (QList<Trend>{{u"tea"_s, 3}, {u"coffee"_s, 1}}));
    QVERIFY(p.counter.ask(p.three, cmd::EraseComment{comment}));
    QCOMPARE(p.board(p.one)->tags.first().people, 3); // there is another one by them
    for (int i = 0; i < 10; ++i)
        p.write(p.three, u"c"_s, {u"tag%1"_s.arg(i)});
    QCOMPARE(p.board(p.one)->tags.size(), limits::boardLength);
    QCOMPARE(p.board(p.one)->tags.first(), (Trend{u"tea"_s, 3}));
    Guest &young = p.guest(u"young"_s);
    p.write(young, u"d"_s, {u"spam"_s, u"coffee"_s});
    QCOMPARE(p.counter.database().value<int>(u"SELECT people FROM tag WHERE tag = 'coffee'"_s), std::optional(1));
    QVERIFY(!p.counter.database().value<int>(u"SELECT people FROM tag WHERE tag = 'spam'"_s));
}

void TestLoungeFeeds::trendsEnd()
{
    Parlour p;
    const PostId post = p.write(p.one, u"a"_s, {u"tea"_s});
    p.counter.skip(12h);
    p.comment(p.two, post);
    p.comment(p.one, post);
    QCOMPARE(p.board(p.one)->tags, (QList<Trend>{{u"tea"_s, 2}}));
    p.counter.skip(12h);
    QCOMPARE(p.board(p.one)->tags, (QList<Trend>{{u"tea"_s, 2}})); // the comment is younger
    p.counter.skip(12h - 1ms);
    QCOMPARE(p.board(p.one)->tags.size(), 1);
    p.counter.skip(1ms);
    QVERIFY(p.board(p.one)->tags.isEmpty());
    QCOMPARE(p.counter.database().value<int>(u"SELECT count(*) FROM tag_use"_s), std::optional(0));
}

void TestLoungeFeeds::anOldPostIsNoTrendWhenItIsEdited()
{
    Parlour p;
    const PostId post = p.write(p.one, u"a"_s);
    QVERIFY(p.counter.ask(p.one, cmd::EditPost{post, u"a"_s, {}, {u"tea"_s}}));
    QCOMPARE(p.board(p.one)->tags, (QList<Trend>{{u"tea"_s, 1}}));
    QVERIFY(p.counter.ask(p.one, cmd::EditPost{post, u"a"_s, {}, {u"coffee"_s}}));
    QCOMPARE(p.board(p.one)->tags, (QList<Trend>{{u"coffee"_s, 1}}));
    p.counter.skip(24h);
    QVERIFY(p.counter.ask(p.one, cmd::EditPost{post, u"a"_s, {}, {u"milk"_s}}));
    QVERIFY(p.board(p.one)->tags.isEmpty());
}

void TestLoungeFeeds::theBoardIsFilledFromTheWeek()
{
    Parlour p;
    const auto empty = p.board(p.one);
    QVERIFY(empty->popular.isEmpty() && empty->read.isEmpty() && empty->tags.isEmpty());
    for (Guest *who : {&p.one, &p.two, &p.three})
        p.write(*who, u"old"_s);
    p.counter.skip(25h);
    p.write(p.one, u"new"_s);
    QCOMPARE(p.headings(p.two, Feed::Today), QStringList{u"new"_s});
    QCOMPARE(headingsOf(p.board(p.two)->popular), (QStringList{u"new"_s, u"old"_s, u"old"_s, u"old"_s}));
    for (int i = 0; i < 2; ++i) {
        p.write(p.two, u"new"_s);
        p.write(p.three, u"new"_s);
    }
    QCOMPARE(headingsOf(p.board(p.two)->popular), QStringList(limits::boardLength, u"new"_s)); // of today alone
}

void TestLoungeFeeds::onlyWhoWantsStandsInTheRanking()
{
    Parlour p;
    const PostId ofOne = p.write(p.one, u"of one"_s), ofTwo = p.write(p.two, u"of two"_s);
    for (const PostId post : {ofOne, ofTwo})
        QVERIFY(p.counter.ask(p.three, cmd::ViewPost{post}));
    QVERIFY(p.counter.ask(p.two, cmd::ViewPost{ofOne}));
    QVERIFY(p.board(p.three)->read.isEmpty());
    QVERIFY(p.introduce(p.two, u"lounge two"_s, true));
    QCOMPARE(headingsOf(p.board(p.three)->read), QStringList{u"of two"_s});
    QVERIFY(p.introduce(p.one, u"lounge one"_s, true));
    QCOMPARE(headingsOf(p.board(p.three)->read), (QStringList{u"of one"_s, u"of two"_s}));
    QVERIFY(p.introduce(p.two, u"lounge two"_s, false));
    QCOMPARE(headingsOf(p.board(p.three)->read), QStringList{u"of one"_s});
    QVERIFY(p.counter.ask(p.three, cmd::ViewPost{p.write(p.one, u"later"_s)})); // what comes later stands there, too
    QCOMPARE(headingsOf(p.board(p.three)->read), (QStringList{u"of one"_s, u"later"_s}));
}

void TestLoungeFeeds::postsAreFound_data()
{
    QTest::addColumn<QString>("needle");
    QTest::addColumn<bool>("found");
    const auto row = [](const char *name, const QString &needle, bool found) { QTest::newRow(name) << needle << found; };
    row("in the title", u"커피"_s, true);
    row("unfinished", u"산채"_s, true);
    row("in the text, inside a word", u"렌즈"_s, true);
    row("case", u"HARBOUR"_s, true);
    row("where Markdown has marks", u"잃어버"_s, true);
    row("marks", u"**잃어**버"_s, true);
    row("a tag", u"서울"_s, true);
    row("part of a tag", u"k-p"_s, true);
    row("over two of them", u"산책 콘택트"_s, false);
    row("nothing", u"차"_s, false);
    row("no wildcard", u"h%r"_s, false);
}

void TestLoungeFeeds::postsAreFound()
{
    QFETCH(QString, needle);
    QFETCH(bool, found);
    Parlour p;
    p.write(p.one, u"커피와 산책"_s, {u"서울"_s, u"k-pop"_s}, u"콘택트렌즈를 **잃어**버렸어요 at the harbour"_s);
    QCOMPARE(p.counter.read(p.two, cmd::FindPosts{needle, {}})->posts.size(), found ? 1 : 0);
    for (int i = 0; i < 7; ++i) // with them there is a digest
        p.write(p.one, u"hay"_s, {}, u"stack"_s);
    QCOMPARE(p.counter.database().value<int>(u"SELECT count(*) FROM post_digest"_s), std::optional(1));
    QCOMPARE(p.counter.read(p.two, cmd::FindPosts{needle, {}})->posts.size(), found ? 1 : 0);
    QCOMPARE(refusal(p.counter.read(p.two, cmd::FindPosts{u" \u3000 "_s, {}})), Error::badField(u"args.text"_s, u"length"_s));
}

void TestLoungeFeeds::searchGoesOnWhereItStopped()
{
    Parlour p;
    QStringList expected;
    for (int i = 0; i < 200; ++i) {
        const bool hit = i % 3 == 0;
        const QString heading = u"post %1"_s.arg(i);
        p.write(i % 2 ? p.one : p.two, heading, {}, hit ? u"a needle in it"_s : u"hay"_s);
        if (hit)
            expected.prepend(heading);
    }
    for (const int looks : {1, 10, 1'500}) {
        QStringList found;
        std::optional<QString> next;
        int pages = 0;
        do {
            Effects effects;
            ScriptShelf shelf;
            Context ctx{p.counter.stores(), p.counter.now(), p.rng, p.counter.policy, effects, shelf};
            const auto page = lounge::find(ctx, p.three.identity, {u"needle"_s, next}, looks);
            QVERIFY(page && page->posts.size() <= limits::postsPage);
            found += headingsOf(page->posts);
            next = page->next;
            QVERIFY(++pages < 300);
        } while (next);
        QCOMPARE(found, expected);
    }
}

void TestLoungeFeeds::whatIsFoundIsWhatIsThere()
{
    Parlour p;
    QList<PostId> ids;
    for (int i = 0; i < 32; ++i)
        ids.append(p.write(p.one, u"post"_s, {}, i == 3 || i == 20 ? u"tangerine"_s : u"hay"_s));
    const auto found = [&](const QString &needle) { return p.counter.read(p.two, cmd::FindPosts{needle, {}})->posts.size(); };
    QCOMPARE(found(u"anger"_s), 2);
    QVERIFY(p.counter.ask(p.one, cmd::ErasePost{ids[3]}));
    QCOMPARE(found(u"anger"_s), 1);
    QVERIFY(p.counter.ask(p.one, cmd::EditPost{ids[20], u"post"_s, u"lemon"_s, {}}));
    QCOMPARE(found(u"anger"_s), 0);
    QCOMPARE(found(u"lemon"_s), 1);
    QCOMPARE(p.counter.database().value<int>(u"SELECT count(*) FROM post_digest"_s), std::optional(2)); // of the other blocks
}

QTEST_GUILESS_MAIN(TestLoungeFeeds)
#include "tst_lounge_feeds.moc"
