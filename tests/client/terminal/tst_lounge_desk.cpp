// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "../core/picture_store.h"
#include "../core/posts.h"
#include "client/core/sentences.h"
#include "client/terminal/app/post_lines.h"
#include "client/terminal/screen/compose.h"
#include "client/terminal/text/width.h"
#include "desk_bench.h"

using namespace Qt::StringLiterals;
using namespace jjak;
using namespace jjak::client::test;
using namespace jjak::protocol;
using namespace jjak::terminal;
using jjak::terminal::test::DeskBench;

namespace {

//! Somebody who is in chat 1 with Bora and looks at the lounge.
struct Bench : DeskBench {
    Bench()
    {
        scene.profile = Profile{u"이슬"_s, {}, {}, {}, false};
        scene.peer.always<cmd::ListPosts>(client::test::page(posts(3, 1)));
    }
    void start()
    {
        scene.start({client::test::room(roomId(1), 0)});
        QTRY_VERIFY(scene.session->lounge().isProfileKnown());
        commander.open(roomId(1));
    }
};

Post own(int number)
{
    Post out = post(number);
    out.mine = true;
    out.text = u"one\n\n*two*"_s;
    out.tags = {u"walk"_s};
    return out;
}

} // namespace

//! The lounge as lines and questions.
class TstLoungeDesk : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void postsAreListedWithNumbersThatStay();
    void linesFitAScreen();
    void searchGoesThroughEmptyPages();
    void postIsReadAsText();
    void picturesAreNamedAndSaved();
    void picturesOfTheDraftGoWithIt();
    void moreCommentsAreNumberedOn();
    void numbersThatAreNotThereAreSaid();
    void likesAndTakesBack();
    void commentsEditsDeletesReportsBlocks();
    void boardIsListed();
    void nameIsAskedForBeforeTheFirstPost();
    void lineIsKeptWhileThereIsNoName();
    void postIsWrittenStepByStep();
    void answersAreNotSentIntoTheChat();
    void draftIsGoneOnWith();
    void refusedPostIsKept();
    void postIsWrittenInOneLine();
    void ownPostIsChangedStepByStep();
    void oneSeesWhoSeesWhat();
    void helpTellsTheFormula();
    void signedOutNothingIsLeft();
    void agesAreTold();
};

void TstLoungeDesk::postsAreListedWithNumbersThatStay()
{
    Bench bench;
    bench.start();
    bench.scene.peer.on<cmd::ListPosts>([&](qint64 id, const cmd::ListPosts &ask) {
        bench.scene.peer.ok(id, ask.after ? client::test::page(posts(2, 1)) : client::test::page(posts(3, 2), u"c1"_s));
    });
    bench.lists(u"/lounge week"_s);
    QCOMPARE(bench.title, u"Lounge: popular this week"_s);
    QCOMPARE(bench.lines.size(), 5);
    QCOMPARE(bench.lines[0], u" 1. Title 3"_s);
    QVERIFY(bench.lines[1].contains(u"이슬1"_s));
    QVERIFY(bench.lines.last().contains(u"/lounge more"_s));
    bench.lists(u"/lounge more"_s);
    QCOMPARE(bench.lines[0], u" 3. Title 1"_s); // number 2 came twice
    QCOMPARE(bench.scene.peer.asked<cmd::ListPosts>().last().after, std::optional(u"c1"_s));
    QCOMPARE(bench.scene.peer.asked<cmd::ListPosts>().last().feed, Feed::Week);
    bench.complains(u"/lounge more"_s, u"There is no more."_s);
    bench.lists(u"/lounge #Walk"_s);
    QCOMPARE(bench.scene.peer.asked<cmd::ListPosts>().last().tag, std::optional(u"walk"_s));
}

void TstLoungeDesk::linesFitAScreen()
{
    Post long_ = post(1);
    long_.heading = u"긴 제목"_s.repeated(20);
    long_.heading.truncate(80);
    long_.name = u"\x1b[31m이슬"_s;
    long_.demo = long_.liked = true;
    long_.edited = long_.at;
    long_.likes = long_.comments = 1'000'000;
    for (int i = 0; i < 5; ++i)
        long_.tags.append(QString(24, u'가'));
    for (const QString &line : drawList({u"t"_s, postLines(12, long_, long_.at + 1h), 0}, 78)) {
        QVERIFY(width(line) <= 78);
        QVERIFY(!line.contains(u'\x1b'));
    }
}

void TstLoungeDesk::searchGoesThroughEmptyPages()
{
    Bench bench;
    bench.start();
    bench.scene.peer.on<cmd::FindPosts>([&](qint64 id, const cmd::FindPosts &ask) {
        if (!ask.after)
            return bench.scene.peer.ok(id, client::test::page({}, u"a"_s));
        bench.scene.peer.ok(id, ask.after == u"a"_s ? client::test::page({post(3)}, u"b"_s) : client::test::page({}));
    });
    bench.lists(u"/lounge 비 오는"_s);
    QCOMPARE(bench.title, u"Lounge: 비 오는"_s);
    QCOMPARE(bench.lines[0], u" 1. Title 3"_s);
    bench.lists(u"/lounge more"_s);
    QCOMPARE(bench.lines, QStringList{u"There is no more."_s});
}

void TstLoungeDesk::postIsReadAsText()
{
    Bench bench;
    bench.start();
    Post opened = post(2);
    opened.text = u"# Hello\n**you** see [this](https://example.org)"_s;
    opened.tags = {u"walk"_s};
    bench.scene.peer.always<cmd::OpenPost>({opened, {{comment(1)}, {}}});
    bench.scene.peer.always<cmd::ViewPost>({});
    bench.lists(u"/lounge"_s);
    bench.lists(u"/post 2"_s);
    QCOMPARE(bench.scene.peer.asked<cmd::OpenPost>().last().post, postId(2));
    QCOMPARE(bench.title, u"Title 2"_s);
    const QString all = bench.lines.join(u'\n');
    for (const auto &part : {u"Hello\nyou"_s, u"this (https://example.org)"_s, u"#walk"_s, u" 1. 이슬2"_s, u"    Comment 1"_s})
        QVERIFY2(all.contains(part), qPrintable(all));
    QVERIFY(!all.contains(u'\x1b'));
    QTRY_COMPARE(bench.scene.peer.count<cmd::ViewPost>(), 1);
}

void TstLoungeDesk::picturesAreNamedAndSaved()
{
    Bench bench;
    PictureStore store(bench.scene);
    bench.start();
    Post shown = post(3);
    shown.pictures = {store.put("first", u"a.png"_s, {300, 200}), store.put("second", u"b.png"_s)};
    Post bare = post(2);
    bench.scene.peer.always<cmd::ListPosts>(client::test::page({shown, bare}));
    bench.scene.peer.always<cmd::OpenPost>({shown, {}});
    bench.lists(u"/lounge"_s);
    QVERIFY2(bench.lines[1].contains(u"2 picture"_s), qPrintable(bench.lines[1]));
    QVERIFY(!bench.lines[3].contains(u"picture"_s));
    bench.lists(u"/post 1"_s);
    const QString all = bench.lines.join(u'\n');
    for (const auto &part : {u"Picture 1.1: a.png · 5 bytes · 300 × 200 pixels"_s, u"Picture 1.2: b.png · 6 bytes · 4 × 3 pixels"_s, u"/post save 1.1"_s})
        QVERIFY2(all.contains(part), qPrintable(all));
    QVERIFY(!all.contains(u'\x1b'));
    const QString path = bench.scene.folder.filePath(u"saved.png"_s);
    bench.says(u"/post save 1.2 "_s + path, u"Saved as"_s);
    QFile saved(path);
    QVERIFY(saved.open(QIODevice::ReadOnly));
    QCOMPARE(saved.readAll(), QByteArray("second"));
    bench.complains(u"/post save 1 "_s + path, path); // nothing is written over
    bench.complains(u"/post save 1.3 "_s + path + u"x"_s, u"There is no picture number 3"_s);
    bench.complains(u"/post save 2 "_s + path + u"x"_s, u"Post number 2 has no pictures."_s);
    bench.complains(u"/post save 1 /no/such/folder/a"_s, u"/no/such/folder/a cannot be written."_s);
    store.kept.clear();
    Post other = shown;
    other.pictures.first().upload = idOf<UploadId>(5);
    bench.scene.peer.always<cmd::ListPosts>(client::test::page({other}));
    bench.lists(u"/lounge"_s);
    bench.complains(u"/post save 1 "_s + path + u"x"_s, client::sentence(Error{ErrorCode::FileGone}));
}

void TstLoungeDesk::picturesOfTheDraftGoWithIt()
{
    Bench bench;
    PictureStore store(bench.scene);
    bench.scene.peer.always<cmd::WritePost>({postId(9)});
    bench.start();
    client::Lounge &lounge = bench.scene.session->lounge();
    QVERIFY(lounge.tray().add("picture", u"a.png"_s).ok());
    QTRY_COMPARE(lounge.draft().pictures.size(), 1);
    const UploadId upload = lounge.draft().pictures.first().upload;
    bench.lists(u"/post write"_s);
    QVERIFY2(bench.lines.join(u'\n').contains(u"Pictures that go with it: 1"_s), qPrintable(bench.lines.join(u'\n')));
    for (const auto &line : {u"A title"_s, u"text"_s, u"."_s, u"."_s})
        bench.types(line);
    QTRY_COMPARE(bench.scene.peer.count<cmd::WritePost>(), 1);
    QCOMPARE(bench.scene.peer.asked<cmd::WritePost>().last().pictures, std::optional(QList<UploadId>{upload}));
    QTRY_VERIFY(lounge.draft().isEmpty());
}

void TstLoungeDesk::moreCommentsAreNumberedOn()
{
    Bench bench;
    bench.start();
    bench.complains(u"/post more"_s, u"No post is open."_s);
    bench.scene.peer.always<cmd::OpenPost>({post(3), {{comment(1), comment(2)}, u"c"_s}});
    bench.scene.peer.always<cmd::ListComments>({{comment(3)}, {}});
    bench.lists(u"/lounge"_s);
    bench.lists(u"/post 1"_s);
    bench.lists(u"/post more"_s);
    QVERIFY2(bench.lines[0].startsWith(u" 3. "_s), qPrintable(bench.lines[0]));
    bench.complains(u"/post more"_s, u"There is no more."_s);
    bench.scene.peer.always<cmd::LikeComment>({});
    bench.says(u"/post like 1.3"_s, u"Liked."_s);
    QCOMPARE(bench.scene.peer.asked<cmd::LikeComment>().last().comment, comment(3).comment);
}

void TstLoungeDesk::numbersThatAreNotThereAreSaid()
{
    Bench bench;
    bench.start();
    bench.complains(u"/post 1"_s, u"There is no post number 1."_s);
    bench.complains(u"/lounge more"_s, u"Nothing is listed."_s);
    bench.lists(u"/lounge"_s);
    bench.complains(u"/post like 4"_s, u"There is no post number 4."_s);
    bench.complains(u"/post like 1.1"_s, u"Open the post first: /post 1"_s);
    bench.complains(u"/post edit 1"_s, u"Only who wrote it"_s);
    bench.scene.peer.on<cmd::OpenPost>([&](qint64 id, const cmd::OpenPost &) { bench.scene.peer.refuse(id, {ErrorCode::PostNotFound}); });
    bench.complains(u"/post 2"_s, u"This post does not exist any more."_s);
}

void TstLoungeDesk::likesAndTakesBack()
{
    Bench bench;
    bench.start();
    bench.scene.peer.always<cmd::LikePost>({});
    bench.lists(u"/lounge"_s);
    bench.says(u"/post like 2"_s, u"Liked."_s);
    bench.says(u"/post like 2"_s, u"Taken back."_s);
    const auto sent = bench.scene.peer.asked<cmd::LikePost>();
    QCOMPARE(sent.size(), 2);
    QVERIFY(sent[0].on && !sent[1].on && sent[0].post == postId(2));
    bench.scene.peer.on<cmd::LikePost>([&](qint64 id, const cmd::LikePost &) { bench.scene.peer.refuse(id, Error::badField(u"args.post"_s, u"self"_s)); });
    bench.complains(u"/post like 1"_s, u"This is your own"_s);
}

void TstLoungeDesk::commentsEditsDeletesReportsBlocks()
{
    Bench bench;
    bench.start();
    Comment mine = comment(1);
    mine.mine = true;
    bench.scene.peer.always<cmd::OpenPost>({post(3), {{mine, comment(2)}, {}}});
    bench.scene.peer.always<cmd::WriteComment>({comment(9).comment});
    bench.scene.peer.always<cmd::EditComment>({});
    bench.scene.peer.always<cmd::EraseComment>({});
    bench.scene.peer.always<cmd::ErasePost>({});
    bench.scene.peer.always<cmd::Report>({idOf<ReportId>(1)});
    bench.scene.peer.always<cmd::Block>({idOf<BlockId>(1)});
    bench.lists(u"/lounge"_s);
    bench.lists(u"/post 1"_s);
    bench.says(u"/post comment 1 me  too"_s, u"Your comment is there."_s);
    QCOMPARE(bench.scene.peer.asked<cmd::WriteComment>().last().text, u"me  too"_s);
    bench.says(u"/post edit 1.1 other"_s, u"Your comment is changed."_s);
    bench.says(u"/post delete 1.1"_s, u"Deleted."_s);
    QCOMPARE(bench.scene.peer.asked<cmd::EraseComment>().last().comment, mine.comment);
    bench.says(u"/post delete 2"_s, u"Deleted."_s);
    QCOMPARE(bench.scene.peer.asked<cmd::ErasePost>().last().post, postId(2));
    bench.says(u"/post report 1.2 spam buy"_s, u"Reported and blocked."_s);
    const cmd::Report report = bench.scene.peer.asked<cmd::Report>().last();
    QVERIFY(report.comment && !report.post && report.block && report.reason == ReportReason::Spam);
    bench.says(u"/post block 3"_s, u"Blocked."_s);
    QCOMPARE(bench.scene.peer.asked<cmd::Block>().last().post, std::optional(postId(1)));
}

void TstLoungeDesk::boardIsListed()
{
    Bench bench;
    bench.start();
    bench.scene.peer.always<cmd::LookAtBoard>({{{u"산책"_s, 12}}, {post(2)}, {post(1)}, {{idOf<PersonaId>(7), u"이슬"_s, true, 3}}});
    bench.scene.peer.always<cmd::LikePost>({});
    bench.lists(u"/lounge board"_s);
    const QString all = bench.lines.join(u'\n');
    for (const auto &part : {u"#산책 · 12 "_s, u" 1. Title 2"_s, u" 2. Title 1"_s, u"이슬 (demo person) · 3 guest"_s})
        QVERIFY2(all.contains(part), qPrintable(all));
    bench.says(u"/post like 2"_s, u"Liked."_s);
    QCOMPARE(bench.scene.peer.asked<cmd::LikePost>().last().post, postId(1));
}

void TstLoungeDesk::nameIsAskedForBeforeTheFirstPost()
{
    Bench bench;
    bench.scene.profile.reset();
    bench.start();
    bool taken = true;
    bench.scene.peer.on<cmd::Introduce>([&](qint64 id, const cmd::Introduce &) {
        if (std::exchange(taken, false))
            return bench.scene.peer.refuse(id, {ErrorCode::LoungeNameSame});
        bench.scene.peer.ok(id, cmd::Empty{});
    });
    bench.says(u"/post write"_s, u"Your name in the lounge?"_s);
    bench.complains(u"나"_s, u"In the lounge you need another name"_s);
    bench.says(u"이슬"_s, u"The title of your post?"_s);
    QCOMPARE(bench.scene.peer.asked<cmd::Introduce>().last().profile.name, u"이슬"_s);
    bench.says(u"/post cancel"_s, u"Nothing was written."_s);
    QVERIFY(!bench.commander.isAsking());
    bench.says(u"/lounge name 다른"_s, u"In the lounge you are 다른."_s);
}

void TstLoungeDesk::lineIsKeptWhileThereIsNoName()
{
    Bench bench;
    bench.scene.profile.reset();
    bench.start();
    const QString line = u"/post write Title | text | #one #two"_s;
    bench.types(line);
    QTRY_COMPARE(bench.kept, line);
    bench.lists(u"/lounge"_s);
    bench.types(u"/post comment 1 me too"_s);
    QTRY_COMPARE(bench.kept, u"/post comment 1 me too"_s);
    QCOMPARE(bench.scene.peer.count<cmd::WritePost>() + bench.scene.peer.count<cmd::WriteComment>(), 0);
}

void TstLoungeDesk::postIsWrittenStepByStep()
{
    Bench bench;
    bench.start();
    bench.scene.peer.always<cmd::WritePost>({postId(9)});
    bench.says(u"/post write"_s, u"The title"_s);
    bench.says(u""_s, u"The title"_s);
    bench.says(u"My walk"_s, u"The text"_s);
    bench.says(u"First line"_s, u"The text"_s);
    bench.says(u""_s, u"The text"_s);
    bench.says(u"//slash"_s, u"The text"_s);
    QCOMPARE(bench.scene.session->lounge().draft().text, u"First line\n\n/slash"_s);
    bench.says(u"."_s, u"Tags"_s);
    bench.says(u"#Walk, books"_s, u"Your post is there."_s);
    const cmd::WritePost sent = bench.scene.peer.asked<cmd::WritePost>().last();
    QCOMPARE(sent.heading, u"My walk"_s);
    QCOMPARE(sent.text, u"First line\n\n/slash"_s);
    QCOMPARE(sent.tags, (QStringList{u"walk"_s, u"books"_s}));
    QVERIFY(!bench.commander.isAsking());
    QVERIFY(bench.scene.session->lounge().draft().isEmpty());
}

void TstLoungeDesk::answersAreNotSentIntoTheChat()
{
    Bench bench;
    bench.start();
    bench.scene.peer.always<cmd::Send>({1, {}});
    bench.says(u"/post write"_s, u"The title"_s);
    bench.says(u"My walk"_s, u"The text"_s);
    bench.lists(u"/lounge"_s); // commands go on working
    QVERIFY(bench.commander.isAsking());
    bench.says(u"/post cancel"_s, u"It is kept as a draft"_s);
    QCOMPARE(bench.scene.session->unsentCount(), 0);
    QCOMPARE(bench.scene.peer.count<cmd::Send>(), 0);
    bench.types(u"hello"_s);
    QTRY_COMPARE(bench.scene.peer.count<cmd::Send>(), 1);
    bench.complains(u"/post cancel"_s, u"Nothing is being written."_s);
}

void TstLoungeDesk::draftIsGoneOnWith()
{
    Bench bench;
    bench.start();
    bench.complains(u"/post send"_s, u"There is no draft."_s);
    bench.complains(u"/post drop"_s, u"There is no draft."_s);
    bench.scene.session->lounge().setDraft({u"My walk"_s, u"one"_s, {}});
    bench.lists(u"/post write"_s);
    QCOMPARE(bench.title, u"Your draft: My walk"_s);
    bench.says(u"two"_s, u"The text"_s);
    QCOMPARE(bench.scene.session->lounge().draft().text, u"one\ntwo"_s);
    bench.says(u"/post drop"_s, u"The draft is thrown away."_s);
    QVERIFY(!bench.commander.isAsking());
    QVERIFY(bench.scene.session->lounge().draft().isEmpty());
}

void TstLoungeDesk::refusedPostIsKept()
{
    Bench bench;
    bench.start();
    bench.scene.peer.on<cmd::WritePost>([&](qint64 id, const cmd::WritePost &) { bench.scene.peer.refuse(id, Error::badField(u"args.tags[0]"_s, u"characters"_s)); });
    bench.complains(u"/post write Title | text | #a!"_s, u"At most 5 tags"_s);
    QTRY_VERIFY(!bench.said.isEmpty() && bench.said.last().startsWith(u"It is kept as a draft"_s));
    bench.scene.peer.always<cmd::WritePost>({postId(9)});
    bench.says(u"/post send"_s, u"Your post is there."_s);
}

void TstLoungeDesk::postIsWrittenInOneLine()
{
    Bench bench;
    bench.start();
    bench.scene.peer.always<cmd::WritePost>({postId(9)});
    bench.says(u"/post write My walk | in the rain | #walk"_s, u"Your post is there."_s);
    const cmd::WritePost sent = bench.scene.peer.asked<cmd::WritePost>().last();
    QCOMPARE(sent.heading, u"My walk"_s);
    QCOMPARE(sent.text, u"in the rain"_s);
    QCOMPARE(sent.tags, QStringList{u"walk"_s});
}

void TstLoungeDesk::ownPostIsChangedStepByStep()
{
    Bench bench;
    bench.start();
    Post cut = own(3);
    cut.text = u"one"_s;
    cut.whole = false;
    bench.scene.peer.always<cmd::ListPosts>(client::test::page({cut}));
    bench.scene.peer.always<cmd::OpenPost>({own(3), {}});
    bench.scene.peer.always<cmd::EditPost>({});
    bench.lists(u"/lounge mine"_s);
    bench.says(u"/post edit 1"_s, u"The new title?"_s);
    bench.says(u"."_s, u"The new text"_s);
    bench.says(u"."_s, u"Tags"_s);
    bench.says(u"."_s, u"Your post is changed."_s);
    cmd::EditPost sent = bench.scene.peer.asked<cmd::EditPost>().last();
    QCOMPARE(sent.heading, own(3).heading);
    QCOMPARE(sent.text, own(3).text); // all of it, not what the list had
    QCOMPARE(sent.tags, own(3).tags);
    bench.says(u"/post edit 1"_s, u"The new title?"_s);
    bench.says(u"Other"_s, u"The new text"_s);
    bench.says(u"new"_s, u"The text"_s);
    bench.says(u"."_s, u"Tags"_s);
    bench.says(u"-"_s, u"Your post is changed."_s);
    sent = bench.scene.peer.asked<cmd::EditPost>().last();
    QCOMPARE(sent.heading, u"Other"_s);
    QCOMPARE(sent.text, u"new"_s);
    QVERIFY(sent.tags.isEmpty());
    QVERIFY(bench.scene.session->lounge().draft().isEmpty());
    bench.says(u"/post edit 1 One | line"_s, u"Your post is changed."_s);
    QCOMPARE(bench.scene.peer.asked<cmd::EditPost>().last().tags, own(3).tags);
}

void TstLoungeDesk::oneSeesWhoSeesWhat()
{
    Bench bench;
    bench.start();
    bench.lists(u"/lounge me"_s);
    QVERIFY(bench.lines[0].contains(u"이슬"_s));
    QVERIFY(bench.lines.size() > 4);
}

void TstLoungeDesk::helpTellsTheFormula()
{
    Bench bench;
    bench.start();
    bench.lists(u"/post ?"_s);
    QVERIFY(bench.lines.join(u'\n').contains(u"half-life"_s));
    for (const QString &line : drawList({bench.title, bench.lines, 0}, 78))
        QVERIFY(width(line) <= 78);
}

void TstLoungeDesk::signedOutNothingIsLeft()
{
    Bench bench;
    bench.start();
    bench.lists(u"/lounge"_s);
    bench.says(u"/post write"_s, u"The title"_s);
    QSignalSpy out(bench.scene.session.get(), &client::Session::signedOut);
    bench.scene.session->signOut();
    QVERIFY(out.wait());
    QVERIFY(!bench.commander.isAsking());
    bench.complains(u"/post 1"_s, u"Sign in first"_s);
}

void TstLoungeDesk::agesAreTold()
{
    const Time now = fromMs(1'790'000'000'000);
    QCOMPARE(ago(now, now), u"just now"_s);
    QCOMPARE(ago(now + 5s, now), u"just now"_s); // clocks differ
    QCOMPARE(ago(now - 59min, now), u"59 min ago"_s);
    QCOMPARE(ago(now - 60min, now), u"1 h ago"_s);
    QCOMPARE(ago(now - 23h, now), u"23 h ago"_s);
    QVERIFY(ago(now - 24h, now).startsWith(u"1 day"_s));
    QVERIFY(!ago(now - 24h * 8, now).contains(u"ago"_s));
}

QTEST_GUILESS_MAIN(TstLoungeDesk)
#include "tst_lounge_desk.moc"
