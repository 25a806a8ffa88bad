// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <algorithm>

#include "tests/server/app/parlour.h"

using namespace jjak;
using namespace jjak::app;
using namespace jjak::app::test;
using namespace jjak::protocol;
using namespace Qt::StringLiterals;

//! Names in the lounge, posts, likes and views.
class TestLounge : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whoHasNoNameReadsAndLikesOnly();
    void aNameIsNotTheAccountsOwn();
    void aNameIsOnePersons();
    void badProfilesAreRefused_data();
    void badProfilesAreRefused();
    void aProfileIsSeenWithoutWhatIsOnesOwn();
    void aNewNameIsOnWhatWasWrittenBefore();
    void aPostIsWrittenOnce();
    void aDeletedPostIsNotWrittenAgain();
    void badPostsAreRefused();
    void aPostIsEditedByItsAuthorOnly();
    void aPostIsDeletedByItsAuthorOrModerators();
    void nothingOfADeletedPostIsLeft();
    void aPostOfManyIsGoneForAllAtOnce();
    void likesAreCountedOnce();
    void ownThingsAreNotLiked();
    void viewsAreCountedOnceADay();
    void demoPeopleAreMarked();
    void nothingTellsWhichAccountWrote();
};

void TestLounge::whoHasNoNameReadsAndLikesOnly()
{
    Parlour p;
    const PostId post = p.write(p.one, u"hello"_s);
    Guest &stranger = p.stranger(u"stranger"_s);
    QVERIFY(!p.counter.read(stranger, cmd::LookAtProfile{})->profile);
    QCOMPARE(p.list(stranger)->posts.size(), 1);
    QVERIFY(p.open(stranger, post));
    QVERIFY(p.like(stranger, post));
    QVERIFY(p.counter.ask(stranger, cmd::ViewPost{post}));
    QCOMPARE(refusal(p.counter.ask(stranger, cmd::WritePost{ClientId::random(p.rng), u"a"_s, {}, {}})).code, ErrorCode::LoungeNoName);
    QCOMPARE(refusal(p.counter.ask(stranger, cmd::WriteComment{ClientId::random(p.rng), post, u"a"_s})).code, ErrorCode::LoungeNoName);
    QCOMPARE(p.row(post).comments, 0);
}

void TestLounge::aNameIsNotTheAccountsOwn()
{
    Parlour p;
    Guest &minji = p.stranger(u"Min Ji"_s);
    for (const QString &name : {u"Min Ji"_s, u"min_ji"_s, u"ＭＩＮＪＩ"_s})
        QCOMPARE(refusal(p.introduce(minji, name)).code, ErrorCode::LoungeNameSame);
    QVERIFY(!p.counter.read(minji, cmd::LookAtProfile{})->profile);
    QVERIFY(p.introduce(minji, u"river"_s));
    QCOMPARE(p.counter.read(minji, cmd::LookAtProfile{})->profile->name, u"river"_s);
}

void TestLounge::aNameIsOnePersons()
{
    Parlour p;
    for (const QString &name : {u"lounge one"_s, u"Lounge-ONE"_s, u"loungeone"_s})
        QCOMPARE(refusal(p.introduce(p.two, name)).code, ErrorCode::AccountNameTaken);
    QCOMPARE(p.counter.read(p.two, cmd::LookAtProfile{})->profile->name, u"lounge two"_s);
    QVERIFY(p.introduce(p.one, u"Lounge One"_s)); // one's own, written in another way
    QVERIFY(p.introduce(p.one, u"other"_s));
    QVERIFY(p.introduce(p.two, u"lounge one"_s)); // free again
}

void TestLounge::badProfilesAreRefused_data()
{
    QTest::addColumn<Profile>("profile");
    QTest::addColumn<Error>("wanted");
    const QString field = u"args.profile.name"_s;
    QTest::newRow("short name") << Profile{u"a"_s, {}, {}, {}, false} << Error{ErrorCode::AccountNameInvalid, field, u"length"_s, {}};
    QTest::newRow("name of signs") << Profile{u"<b>"_s, {}, {}, {}, false} << Error{ErrorCode::AccountNameInvalid, field, u"characters"_s, {}};
    QTest::newRow("language") << Profile{u"river"_s, {}, {u"ko"_s, u"k"_s}, {}, false} << Error::badField(u"args.profile.languages[1]"_s, u"length"_s);
    QTest::newRow("language of signs") << Profile{u"river"_s, {}, {u"k!"_s}, {}, false} << Error::badField(u"args.profile.languages[0]"_s, u"characters"_s);
    QTest::newRow("interest") << Profile{u"river"_s, {}, {}, {u"tea"_s, u"green tea"_s}, false} << Error::badField(u"args.profile.interests[1]"_s, u"characters"_s);
}

void TestLounge::badProfilesAreRefused()
{
    QFETCH(Profile, profile);
    QFETCH(Error, wanted);
    Parlour p;
    const auto before = p.counter.read(p.one, cmd::LookAtProfile{})->profile;
    QCOMPARE(refusal(p.counter.ask(p.one, cmd::Introduce{profile})), wanted);
    QCOMPARE(p.counter.read(p.one, cmd::LookAtProfile{})->profile, before);
}

void TestLounge::aProfileIsSeenWithoutWhatIsOnesOwn()
{
    Parlour p;
    QVERIFY(p.counter.ask(p.one, cmd::Introduce{{u"river"_s, u" I walk. "_s, {u"ko"_s, u"en"_s}, {u"Books"_s, u"books"_s}, true}}));
    const Profile mine{u"river"_s, u"I walk."_s, {u"ko"_s, u"en"_s}, {u"books"_s}, true};
    QCOMPARE(p.counter.read(p.one, cmd::LookAtProfile{})->profile, std::optional(mine));
    Profile theirs = mine;
    theirs.ranked = false;
    QCOMPARE(p.counter.read(p.two, cmd::LookUpAuthor{p.persona(p.one)})->profile, theirs);
    QCOMPARE(refusal(p.counter.read(p.two, cmd::LookUpAuthor{PersonaId::random(p.rng)})).code, ErrorCode::PostNotFound);
    const PostId post = p.write(p.one, u"hello"_s);
    QVERIFY(p.block(p.two, post));
    QCOMPARE(refusal(p.counter.read(p.two, cmd::LookUpAuthor{p.persona(p.one)})).code, ErrorCode::PostNotFound);
    QCOMPARE(refusal(p.counter.read(p.one, cmd::LookUpAuthor{p.persona(p.two)})).code, ErrorCode::PostNotFound);
}

void TestLounge::aNewNameIsOnWhatWasWrittenBefore()
{
    Parlour p;
    const PostId post = p.write(p.one, u"hello"_s);
    p.comment(p.one, post);
    const PersonaId persona = p.persona(p.one);
    QVERIFY(p.introduce(p.one, u"river"_s));
    const auto opened = p.open(p.two, post);
    QCOMPARE(opened->post.name, u"river"_s);
    QCOMPARE(opened->comments.comments.first().name, u"river"_s);
    QCOMPARE(opened->post.author, persona);
    QVERIFY(persona.toBytes() != p.one.identity.account.toBytes());
}

void TestLounge::aPostIsWrittenOnce()
{
    Parlour p;
    cmd::WritePost command{ClientId::random(p.rng), u"  Walking  "_s, u"*slowly*"_s, {u"Seoul"_s, u"seoul"_s, u"걷기"_s}};
    const auto first = p.counter.ask(p.one, command);
    QVERIFY(first);
    command.heading = u"another"_s;
    QCOMPARE(p.counter.ask(p.one, command)->post, first->post);
    const auto opened = p.open(p.two, first->post);
    QCOMPARE(opened->post.heading, u"Walking"_s);
    QCOMPARE(opened->post.text, u"*slowly*"_s);
    QCOMPARE(opened->post.tags, (QList<QString>{u"seoul"_s, u"걷기"_s}));
    QCOMPARE(opened->post.at, p.counter.now());
    QVERIFY(opened->post.whole && !opened->post.mine && !opened->post.edited);
    QVERIFY(p.open(p.one, first->post)->post.mine);
    QVERIFY(p.counter.ask(p.two, command)->post != first->post); // another's is another one
    QCOMPARE(p.headings(p.three), (QStringList{u"another"_s, u"Walking"_s}));
}

void TestLounge::aDeletedPostIsNotWrittenAgain()
{
    Parlour p;
    const cmd::WritePost command{ClientId::random(p.rng), u"hello"_s, {}, {}};
    const PostId post = p.counter.ask(p.one, command)->post;
    const cmd::WriteComment say{command.cid, post, u"first"_s}; // the same id, but of a comment
    const CommentId comment = p.counter.ask(p.one, say)->comment;
    QVERIFY(p.counter.ask(p.one, cmd::EraseComment{comment}));
    QCOMPARE(p.counter.ask(p.one, say)->comment, comment);
    QVERIFY(p.open(p.two, post)->comments.comments.isEmpty());
    QVERIFY(p.counter.ask(p.one, cmd::ErasePost{post}));
    QCOMPARE(p.counter.ask(p.one, command)->post, post);
    QVERIFY(p.list(p.two)->posts.isEmpty());
    p.counter.skip(p.counter.policy.tokenUnused); // forgotten, after so long that its device is signed out
    QCOMPARE(p.counter.database().value<int>(u"SELECT count(*) FROM spent_writing"_s), std::optional(0));
}

void TestLounge::badPostsAreRefused()
{
    Parlour p;
    const PostId post = p.write(p.one, u"hello"_s, {u"tea"_s});
    const auto cid = ClientId::random(p.rng);
    QCOMPARE(refusal(p.counter.ask(p.one, cmd::WritePost{cid, u" \u3000\u200b "_s, u"x"_s, {}})), Error::badField(u"args.title"_s, u"length"_s));
    QCOMPARE(refusal(p.counter.ask(p.one, cmd::WritePost{cid, u"a"_s, u"x"_s, {u"ok"_s, u"\u0007"_s}})), Error::badField(u"args.tags[1]"_s, u"characters"_s));
    QCOMPARE(refusal(p.counter.ask(p.one, cmd::WritePost{cid, u"a"_s, u"x"_s, {QString(25, u'a')}})), Error::badField(u"args.tags[0]"_s, u"length"_s));
    QCOMPARE(refusal(p.counter.ask(p.one, cmd::EditPost{post, u"a"_s, u"x"_s, {u"#tea"_s}})), Error::badField(u"args.tags[0]"_s, u"characters"_s));
    QCOMPARE(refusal(p.counter.ask(p.one, cmd::EditPost{post, u" "_s, u"x"_s, {}})), Error::badField(u"args.title"_s, u"length"_s));
    QCOMPARE(refusal(p.counter.ask(p.one, cmd::WriteComment{cid, post, u" \n "_s})), Error::badField(u"args.text"_s, u"length"_s));
    QCOMPARE(refusal(p.counter.ask(p.one, cmd::WriteComment{cid, PostId::random(p.rng), u"a"_s})).code, ErrorCode::PostNotFound);
    QCOMPARE(p.headings(p.two), QStringList{u"hello"_s});
    QCOMPARE(p.row(post).tags, QStringList{u"tea"_s});
    QVERIFY(!p.row(post).edited);
}

void TestLounge::aPostIsEditedByItsAuthorOnly()
{
    Parlour p;
    const PostId post = p.write(p.one, u"hello"_s, {u"a"_s, u"b"_s});
    const cmd::EditPost edit{post, u"goodbye"_s, u"new"_s, {u"b"_s, u"c"_s}};
    QCOMPARE(refusal(p.counter.ask(p.two, edit)).code, ErrorCode::LoungeNotOwn);
    QCOMPARE(refusal(p.counter.ask(p.one, cmd::EditPost{PostId::random(p.rng), u"a"_s, {}, {}})).code, ErrorCode::PostNotFound);
    QVERIFY(p.counter.ask(p.one, cmd::EditPost{post, u"hello"_s, u"text"_s, {u"A"_s, u"b"_s}}));
    QVERIFY(!p.row(post).edited); // nothing is different
    p.counter.passUnseen(1min);
    QVERIFY(p.counter.ask(p.one, edit));
    const auto seen = p.open(p.two, post)->post;
    QCOMPARE(seen.heading, u"goodbye"_s);
    QCOMPARE(seen.text, u"new"_s);
    QCOMPARE(seen.edited, std::optional(p.counter.now()));
    const auto under = [&](const QString &tag) { return p.counter.read(p.two, cmd::ListPosts{Feed::New, tag, {}, {}})->posts.size(); };
    QCOMPARE(under(u"a"_s), 0);
    QCOMPARE(under(u"b"_s), 1);
    QCOMPARE(under(u"C"_s), 1);
    p.block(p.two, post);
    QCOMPARE(refusal(p.counter.ask(p.two, edit)).code, ErrorCode::PostNotFound);
}

void TestLounge::aPostIsDeletedByItsAuthorOrModerators()
{
    Parlour p;
    const PostId post = p.write(p.one, u"hello"_s), other = p.write(p.one, u"bad"_s);
    QCOMPARE(refusal(p.counter.ask(p.two, cmd::ErasePost{post})).code, ErrorCode::LoungeNotOwn);
    QVERIFY(p.open(p.two, post));
    QVERIFY(p.counter.ask(p.one, cmd::ErasePost{post}));
    QCOMPARE(refusal(p.open(p.two, post)).code, ErrorCode::PostNotFound);
    for (Guest *who : {&p.one, &p.two}) // once more, and of one that never was
        QVERIFY(p.counter.ask(*who, cmd::ErasePost{post}) && p.counter.ask(*who, cmd::ErasePost{PostId::random(p.rng)}));
    QVERIFY(p.block(p.three, other));
    QVERIFY(p.counter.ask(p.three, cmd::ErasePost{other})); // nothing tells that it is there
    QVERIFY(p.open(p.two, other));
    p.three.identity.role = Role::Moderator;
    QVERIFY(p.counter.ask(p.three, cmd::ErasePost{other}));
    QCOMPARE(refusal(p.open(p.two, other)).code, ErrorCode::PostNotFound);
}

void TestLounge::nothingOfADeletedPostIsLeft()
{
    Parlour p;
    const PostId post = p.write(p.one, u"hello"_s, {u"secret"_s});
    const CommentId comment = p.comment(p.two, post);
    QVERIFY(p.counter.ask(p.one, cmd::LikeComment{comment, true}) && p.like(p.three, post) && p.counter.ask(p.two, cmd::ViewPost{post}));
    QCOMPARE(p.board(p.three)->tags, (QList<Trend>{{u"secret"_s, 2}}));
    QVERIFY(p.counter.ask(p.one, cmd::ErasePost{post}));
    for (const QString &table : {u"post"_s, u"post_tag"_s, u"post_person"_s, u"comment"_s, u"comment_like"_s, u"post_view"_s, u"tag_use"_s, u"tag"_s, u"post_digest"_s})
        QVERIFY2(p.counter.database().value<int>(u"SELECT count(*) FROM "_s + table) == std::optional(0), qPrintable(table));
    QVERIFY(p.board(p.three)->tags.isEmpty());
    QCOMPARE(refusal(p.counter.ask(p.one, cmd::LikeComment{comment, true})).code, ErrorCode::CommentNotFound);
}

void TestLounge::aPostOfManyIsGoneForAllAtOnce()
{
    Parlour p;
    const PostId post = p.write(p.one, u"hello"_s, {u"secret"_s});
    const CommentId comment = p.comment(p.two, post);
    for (int i = 0; i < 700; ++i) {
        Guest &reader = p.stranger(u"reader %1"_s.arg(i));
        QVERIFY(p.like(reader, post) && p.counter.ask(reader, cmd::ViewPost{post}) && p.counter.ask(reader, cmd::LikeComment{comment, true}));
    }
    const auto rows = [&](const QString &table) { return p.counter.database().value<int>(u"SELECT count(*) FROM "_s + table).value_or(-1); };
    QVERIFY(p.counter.ask(p.one, cmd::ErasePost{post}));
    QCOMPARE(rows(u"post"_s), 1); // more than one command takes away
    for (Guest *who : {&p.one, &p.two, &p.three}) {
        QCOMPARE(refusal(p.open(*who, post)).code, ErrorCode::PostNotFound);
        for (const Feed feed : {Feed::New, Feed::Today, Feed::Week, Feed::Written, Feed::Liked})
            QVERIFY(p.list(*who, feed)->posts.isEmpty());
        QVERIFY(p.counter.read(*who, cmd::FindPosts{u"-"_s, {}})->posts.isEmpty());
        QVERIFY(p.counter.read(*who, cmd::ListPosts{Feed::New, u"secret"_s, {}, {}})->posts.isEmpty());
        QCOMPARE(refusal(p.counter.ask(*who, cmd::LikePost{post, true})).code, ErrorCode::PostNotFound);
        QCOMPARE(refusal(p.counter.ask(*who, cmd::LikeComment{comment, true})).code, ErrorCode::CommentNotFound);
    }
    QCOMPARE(p.board(p.three)->popular.size() + p.board(p.three)->tags.size(), 0);
    QVERIFY(p.introduce(p.one, u"lounge one"_s, true)); // does not bring it back into the ranking
    QVERIFY(p.board(p.three)->read.isEmpty());
    p.counter.restart();
    p.counter.pass(1s);
    for (const QString &table : {u"post"_s, u"post_tag"_s, u"post_person"_s, u"comment"_s, u"comment_like"_s, u"post_view"_s, u"tag_use"_s, u"tag"_s, u"post_digest"_s})
        QVERIFY2(rows(table) == 0, qPrintable(table));
}

void TestLounge::likesAreCountedOnce()
{
    Parlour p;
    const PostId post = p.write(p.one, u"hello"_s);
    for (int i = 0; i < 3; ++i)
        QVERIFY(p.like(p.two, post));
    QVERIFY(p.like(p.three, post));
    QCOMPARE(p.row(post).likes, 2);
    QCOMPARE(p.row(post).people, 2);
    QVERIFY(p.open(p.two, post)->post.liked && !p.open(p.one, post)->post.liked);
    QCOMPARE(p.headings(p.two, Feed::Liked), QStringList{u"hello"_s});
    for (int i = 0; i < 3; ++i)
        QVERIFY(p.like(p.two, post, false));
    QCOMPARE(p.row(post).likes, 1);
    QCOMPARE(p.row(post).people, 1);
    QVERIFY(p.headings(p.two, Feed::Liked).isEmpty());
    QCOMPARE(refusal(p.counter.ask(p.two, cmd::LikePost{PostId::random(p.rng), true})).code, ErrorCode::PostNotFound);
}

void TestLounge::ownThingsAreNotLiked()
{
    Parlour p;
    const PostId post = p.write(p.one, u"hello"_s);
    const CommentId comment = p.comment(p.one, post);
    for (const bool on : {true, false}) {
        QCOMPARE(refusal(p.counter.ask(p.one, cmd::LikePost{post, on})), Error::badField(u"args.post"_s, u"self"_s));
        QCOMPARE(refusal(p.counter.ask(p.one, cmd::LikeComment{comment, on})), Error::badField(u"args.comment"_s, u"self"_s));
    }
    QCOMPARE(p.row(post).likes, 0);
    QCOMPARE(p.row(post).comments, 1);
    QCOMPARE(p.row(post).people, 0); // whose own comment does not count either
}

void TestLounge::viewsAreCountedOnceADay()
{
    Parlour p;
    const PostId post = p.write(p.one, u"hello"_s);
    Guest &young = p.stranger(u"young"_s);
    QVERIFY(p.introduce(p.one, u"lounge one"_s, true)); // ranked from now on, with what was written before
    const auto look = [&](Guest &who) { return p.counter.ask(who, cmd::ViewPost{post}).ok(); };
    for (int i = 0; i < 3; ++i)
        QVERIFY(look(p.one) && look(p.two) && look(young));
    QCOMPARE(p.row(post).views, 2); // not the author's
    QCOMPARE(p.row(post).reads, 1); // and only of who counts
    QCOMPARE(p.board(p.three)->read.size(), 1);
    // The next day of UTC begins.
    const auto midnight = std::chrono::ceil<std::chrono::days>(p.counter.now());
    p.counter.skip(midnight - p.counter.now() - 1ms);
    QVERIFY(look(p.two));
    QCOMPARE(p.row(post).views, 2);
    p.counter.skip(1ms);
    QVERIFY(look(p.two));
    QCOMPARE(p.row(post).views, 3);
    QCOMPARE(p.row(post).reads, 2);
    // Each counts for the week: for the day itself and six more.
    p.counter.skip(std::chrono::days(6) - 1ms);
    QCOMPARE(p.row(post).reads, 2);
    p.counter.skip(1ms);
    QCOMPARE(p.row(post).reads, 1);
    p.counter.skip(24h);
    QCOMPARE(p.row(post).reads, 0);
    QCOMPARE(p.row(post).views, 3);
    QVERIFY(p.board(p.three)->read.isEmpty());
    QCOMPARE(p.counter.database().value<int>(u"SELECT count(*) FROM post_view"_s), std::optional(0));
    QCOMPARE(refusal(p.counter.ask(p.two, cmd::ViewPost{PostId::random(p.rng)})).code, ErrorCode::PostNotFound);
}

void TestLounge::demoPeopleAreMarked()
{
    Parlour p;
    Guest &robot = p.guest(u"robot"_s, true);
    const PostId post = p.write(robot, u"hello"_s);
    p.comment(robot, post);
    p.comment(p.one, post);
    const auto opened = p.open(p.one, post);
    QVERIFY(opened->post.demo && opened->comments.comments.at(0).demo && !opened->comments.comments.at(1).demo);
    QVERIFY(p.list(p.one)->posts.first().demo);
}

void TestLounge::nothingTellsWhichAccountWrote()
{
    Parlour p;
    QVERIFY(p.introduce(p.one, u"lounge one"_s, true));
    const PostId post = p.write(p.one, u"hello"_s, {u"tea"_s});
    p.comment(p.one, post);
    QVERIFY(p.counter.ask(p.two, cmd::ViewPost{post}) && p.like(p.two, post));
    QByteArray told;
    for (const Feed feed : {Feed::New, Feed::Today, Feed::Week, Feed::Liked})
        told += encodeReply(1, *p.list(p.two, feed));
    told += encodeReply(1, *p.open(p.two, post)) + encodeReply(1, *p.board(p.two)) + encodeReply(1, *p.counter.read(p.two, cmd::FindPosts{u"hello"_s, {}}));
    told += encodeReply(1, *p.counter.read(p.two, cmd::LookUpAuthor{p.persona(p.one)}));
    QCOMPARE(told.count("lounge one"), 4 + 2 + 2 + 1 + 1); // it was all of theirs
    for (const QByteArray &id : {p.one.identity.account.toBytes(), p.one.identity.device.toBytes()})
        QVERIFY(!told.contains(id) && !told.contains(id.toHex()) && !told.contains(id.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals)));
    QVERIFY(!told.contains("\"one\""));
    for (const Guest *guest : {&p.one, &p.two, &p.three}) // and nobody is told anything without having asked
        QVERIFY(std::ranges::none_of(guest->events, [](const Event &event) { return std::holds_alternative<ev::HiddenState>(event) || std::holds_alternative<ev::RoomState>(event); }));
}

QTEST_GUILESS_MAIN(TestLounge)
#include "tst_lounge.moc"
