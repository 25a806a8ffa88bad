// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAccessible>
#include <QLabel>
#include <QLineEdit>
#include <QTabBar>
#include <QToolButton>

#include "client/core/sentences.h"
#include "client/desktop/chats/link_dialog.h"
#include "client/desktop/kit/empty_state.h"
#include "client/desktop/lounge/like_button.h"
#include "client/desktop/lounge/lounge_board.h"
#include "client/desktop/lounge/markdown_view.h"
#include "client/desktop/lounge/post_words.h"
#include "client/desktop/safety/confirm_dialog.h"
#include "client/desktop/safety/report_dialog.h"
#include "lounge_bench.h"

using namespace Qt::StringLiterals;
using namespace jjak;
using namespace jjak::desktop;
using namespace jjak::desktop::test;
using namespace protocol;

//! The lounge as it is read: lists, the board, a post and what is said about it.
class TestLounge : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keyLeadsToTheLounge();
    void rowsAreReadOut();
    void arrowsAndEnterOpenAPost();
    void letterLikesAndTakesBack();
    void heartInTheListLikes();
    void ownPostCannotBeLiked();
    void tagInTheListShowsItsPosts();
    void tabsShowTheFeeds();
    void searchFindsWordsAndTags();
    void postsOfAnAuthorAreListed();
    void newPostsAreAnnouncedAndNothingJumps();
    void screenReadersHearOfNewPostsOnce();
    void failureCanBeTriedAgain();
    void emptyListsSayWhatToDo();
    void boardLeadsToTagsAndPosts();
    void boardIsBehindAButtonWhenNarrow();
    void postIsShownWhole();
    void linkIsAskedAboutFirst();
    void deletedPostIsSaidToBeGone();
    void commentIsWrittenByKeyboard();
    void refusedCommentKeepsItsWords();
    void begunCommentIsThereAgain();
    void moreCommentsAreFetched();
    void ownCommentIsChangedAndDeleted();
    void reportAndBlockReachTheServer();
    void nothingIsLeftAfterSigningOut();
    void agesAndCountsAreShort();
};

void TestLounge::keyLeadsToTheLounge()
{
    LoungeBench bench;
    bench.desk.window->showPlace(MainWindow::Place::Nearby);
    QTest::keyClick(bench.desk.window.get(), Qt::Key_4, Qt::ControlModifier);
    QCOMPARE(bench.desk.window->place(), MainWindow::Place::Lounge);
    QTRY_COMPARE(QApplication::focusWidget(), &bench.list());
    QTest::keyClick(bench.desk.window.get(), Qt::Key_F, Qt::ControlModifier);
    QCOMPARE(QApplication::focusWidget(), bench.page().search());
    QCOMPARE(bench.desk.window->place(), MainWindow::Place::Lounge);
}

void TestLounge::rowsAreReadOut()
{
    LoungeBench bench;
    const QString spoken = bench.list().model()->index(0, 0).data(Qt::AccessibleTextRole).toString();
    for (const auto &part : {u"비 오는 날 걷기 좋은 길"_s, u"느린산책"_s, u"#서촌"_s, u"24 like"_s, u"you like it"_s})
        QVERIFY2(spoken.contains(part), qPrintable(spoken));
    QVERIFY2(!spoken.contains(u"**"_s), qPrintable(spoken));
    QVERIFY(bench.list().model()->index(2, 0).data(Qt::AccessibleTextRole).toString().contains(u"demo"_s));
    QVERIFY(!bench.list().accessibleName().isEmpty());
}

void TestLounge::arrowsAndEnterOpenAPost()
{
    LoungeBench bench;
    bench.list().setFocus();
    QTest::keyClick(&bench.list(), Qt::Key_Down);
    QTest::keyClick(&bench.list(), Qt::Key_Return);
    QVERIFY(bench.page().showsPost());
    QVERIFY(bench.view().opened() == bench.samples.posts[1].post);
    QTRY_COMPARE(bench.count<cmd::ViewPost>(), 1);
    QTRY_COMPARE(QApplication::focusWidget(), bench.view().text());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(!bench.page().showsPost());
    QCOMPARE(QApplication::focusWidget(), &bench.list());
    QCOMPARE(bench.list().currentIndex().row(), 1);
}

void TestLounge::letterLikesAndTakesBack()
{
    LoungeBench bench;
    bench.list().setFocus();
    bench.list().setCurrentIndex(bench.list().model()->index(1, 0));
    QTest::keyClick(&bench.list(), Qt::Key_L);
    QVERIFY(bench.page().posts()->postAt(1)->liked); // at once
    QTRY_COMPARE(bench.count<cmd::LikePost>(), 1);
    QVERIFY(bench.last<cmd::LikePost>().on && bench.last<cmd::LikePost>().post == bench.samples.posts[1].post);
    QTest::keyClick(&bench.list(), Qt::Key_L);
    QTRY_COMPARE(bench.count<cmd::LikePost>(), 2);
    QVERIFY(!bench.last<cmd::LikePost>().on);
    bench.open(1);
    QTest::keyClick(bench.view().text(), Qt::Key_L);
    QTRY_COMPARE(bench.count<cmd::LikePost>(), 3);
    QVERIFY(bench.view().likeButton()->isLiked());
    QCOMPARE(bench.view().likeButton()->likes(), 1);
    bench.peer().on<cmd::LikePost>([&](qint64 id, const cmd::LikePost &) { bench.peer().refuse(id, Error{ErrorCode::AccessDenied}); });
    bench.view().likeButton()->click();
    QVERIFY(!bench.view().likeButton()->isLiked());
    QTRY_VERIFY(bench.view().likeButton()->isLiked()); // it was refused
}

void TestLounge::heartInTheListLikes()
{
    LoungeBench bench;
    QTest::mouseClick(bench.list().viewport(), Qt::LeftButton, {}, bench.list().heartOf(1));
    QTRY_COMPARE(bench.count<cmd::LikePost>(), 1);
    QVERIFY(!bench.page().showsPost());
    QTest::mouseClick(bench.list().viewport(), Qt::LeftButton, {}, bench.list().visualRect(bench.list().model()->index(1, 0)).topLeft() + QPoint(40, 30));
    QVERIFY(bench.page().showsPost());
}

void TestLounge::ownPostCannotBeLiked()
{
    LoungeBench bench;
    bench.list().setFocus();
    bench.list().setCurrentIndex(bench.list().model()->index(3, 0));
    QTest::keyClick(&bench.list(), Qt::Key_L);
    bench.open(3);
    QVERIFY(!bench.view().likeButton()->isEnabled());
    QTest::keyClick(bench.view().text(), Qt::Key_L);
    QTest::keyClick(bench.view().text(), Qt::Key_Escape);
    bench.open(1);
    QCOMPARE(bench.count<cmd::LikePost>(), 0);
}

void TestLounge::tagInTheListShowsItsPosts()
{
    LoungeBench bench;
    Q_EMIT bench.list().tagWanted(u"커피"_s);
    QTRY_COMPARE(bench.page().posts()->rowCount(), 1);
    QCOMPARE(bench.last<cmd::ListPosts>().tag, std::optional(u"커피"_s));
    QCOMPARE(bench.page().search()->text(), u"#커피"_s);
    QTest::keyClick(&bench.list(), Qt::Key_Escape);
    QTRY_COMPARE(bench.page().posts()->rowCount(), int(bench.samples.posts.size()));
    QVERIFY(bench.page().search()->text().isEmpty());
}

void TestLounge::tabsShowTheFeeds()
{
    LoungeBench bench;
    for (const auto &[feed, rows] : {std::pair(Feed::Liked, 1), std::pair(Feed::Written, 1), std::pair(Feed::Today, 6), std::pair(Feed::New, 6)}) {
        bench.page().showFeed(feed);
        QTRY_COMPARE(bench.page().posts()->rowCount(), rows);
        QCOMPARE(bench.last<cmd::ListPosts>().feed, feed);
        const auto tab = feed == Feed::Liked || feed == Feed::Written ? LoungePage::Tab::Mine : LoungePage::Tab(feed);
        QCOMPARE(bench.page().tabs()->currentIndex(), int(tab));
    }
}

void TestLounge::searchFindsWordsAndTags()
{
    LoungeBench bench;
    bench.page().focusSearch();
    bench.page().search()->setText(u"재즈"_s);
    QTRY_COMPARE(bench.count<cmd::FindPosts>(), 1); // when nothing was typed for a moment
    QTRY_COMPARE(bench.page().posts()->rowCount(), 1);
    bench.page().search()->setText(u"#책"_s);
    QTest::keyClick(bench.page().search(), Qt::Key_Return);
    QTRY_COMPARE(bench.last<cmd::ListPosts>().tag, std::optional(u"책"_s));
    QCOMPARE(bench.count<cmd::FindPosts>(), 1);
    QCOMPARE(QApplication::focusWidget(), &bench.list());
    bench.page().search()->setText(u"nowhere"_s);
    QTRY_VERIFY(bench.page().empty()->isVisible());
    QVERIFY(bench.page().empty()->accessibleName().contains(u"nowhere"_s));
}

void TestLounge::postsOfAnAuthorAreListed()
{
    LoungeBench bench;
    bench.open(0);
    LoungeBench::entry(bench.view().menu(), u"Posts of 느린산책"_s)->trigger();
    QVERIFY(!bench.page().showsPost());
    QTRY_COMPARE(bench.page().posts()->rowCount(), 1);
    QVERIFY(bench.last<cmd::ListPosts>().author == bench.samples.posts[0].author);
    LoungeBench::button(&bench.page(), u"Show all"_s)->click();
    QTRY_COMPARE(bench.page().posts()->rowCount(), int(bench.samples.posts.size()));
}

void TestLounge::newPostsAreAnnouncedAndNothingJumps()
{
    LoungeBench bench;
    QVERIFY(!bench.page().pill()->isVisible());
    const QString first = bench.page().posts()->postAt(0)->heading;
    bench.samples.add(u"새 글"_s, u"방금"_s, u"저녁노을"_s, 0ms);
    bench.samples.posts.move(bench.samples.posts.size() - 1, 0);
    bench.samples.news = 1;
    bench.desk.window->showPlace(MainWindow::Place::Chats);
    bench.desk.window->showPlace(MainWindow::Place::Lounge); // somebody looks: it is asked at once
    QTRY_VERIFY(bench.page().pill()->isVisible());
    QVERIFY(bench.page().pill()->text().startsWith(u"1 new"_s));
    QCOMPARE(bench.page().posts()->postAt(0)->heading, first);
    bench.samples.news = 0;
    bench.page().pill()->click();
    QTRY_COMPARE(bench.page().posts()->postAt(0)->heading, u"새 글"_s);
    QTRY_VERIFY(!bench.page().pill()->isVisible());
}

void TestLounge::screenReadersHearOfNewPostsOnce()
{
    LoungeBench bench;
    const QLabel *announcer = bench.desk.window->announcer();
    const auto look = [&bench](int news) { // away and back: it is asked at once
        bench.samples.news = news;
        bench.desk.window->showPlace(MainWindow::Place::Chats);
        bench.desk.window->showPlace(MainWindow::Place::Lounge);
        QTRY_COMPARE(bench.page().posts()->news(), news);
    };
    bench.open(0);
    look(1);
    QVERIFY(!announcer->accessibleName().contains(u"new post"_s)); // one reads a post
    bench.page().goBack();
    QVERIFY(bench.page().pill()->isVisible());
    QCOMPARE(announcer->accessibleName(), bench.page().pill()->text());
    QVERIFY(announcer->accessibleName().startsWith(u"1 new post"_s));
    look(2);
    QVERIFY(bench.page().pill()->text().startsWith(u"2 new post"_s));
    QVERIFY(announcer->accessibleName().startsWith(u"1 new post"_s)); // the pill was there already
    look(0);
    look(3);
    QTRY_VERIFY(announcer->accessibleName().startsWith(u"3 new post"_s));
}

void TestLounge::failureCanBeTriedAgain()
{
    LoungeBench bench;
    bench.samples.refuseLists = Error{ErrorCode::Unavailable};
    bench.page().showFeed(Feed::Today);
    QTRY_VERIFY(bench.page().empty()->isVisible());
    QCOMPARE(bench.page().empty()->accessibleDescription(), client::sentence(Error{ErrorCode::Unavailable}));
    bench.samples.refuseLists.reset();
    bench.page().empty()->button()->click();
    QTRY_COMPARE(bench.page().posts()->rowCount(), int(bench.samples.posts.size()));
    QVERIFY(!bench.page().empty()->isVisible());
    // With posts on the screen they stay, and it is said below them.
    bench.samples.refuseLists = Error{ErrorCode::Unavailable};
    QTest::keyClick(&bench.list(), Qt::Key_F5);
    QTRY_VERIFY(bench.page().retryButton()->isVisible());
    QCOMPARE(bench.page().note(), client::sentence(Error{ErrorCode::Unavailable}));
    QCOMPARE(bench.page().posts()->rowCount(), int(bench.samples.posts.size()));
    bench.samples.refuseLists.reset();
    bench.page().retryButton()->click();
    QTRY_VERIFY(!bench.page().retryButton()->isVisible());
}

void TestLounge::emptyListsSayWhatToDo()
{
    LoungeBench bench(true, false);
    QSet<QString> titles;
    for (const Feed feed : {Feed::New, Feed::Today, Feed::Written, Feed::Liked}) {
        bench.page().showFeed(feed);
        QTRY_VERIFY(bench.page().posts()->isListed());
        QTRY_VERIFY(bench.page().empty()->isVisible());
        QVERIFY(!bench.page().empty()->button()->text().isEmpty());
        titles.insert(bench.page().empty()->accessibleName());
    }
    QCOMPARE(titles.size(), 4);
    bench.page().empty()->button()->click(); // of what is liked: to the new ones
    QCOMPARE(bench.page().tabs()->currentIndex(), int(Feed::New));
}

void TestLounge::boardLeadsToTagsAndPosts()
{
    LoungeBench bench;
    QTRY_COMPARE(bench.page().board()->rows().size(), 8);
    QVERIFY(bench.page().board()->rows().first()->accessibleName().contains(u"18"_s));
    bench.page().board()->rows().first()->click();
    QTRY_COMPARE(bench.last<cmd::ListPosts>().tag, std::optional(u"산책"_s));
    bench.page().board()->rows().last()->click();
    QVERIFY(bench.page().showsPost());
    QVERIFY(bench.view().opened() == bench.samples.posts[0].post);
}

void TestLounge::boardIsBehindAButtonWhenNarrow()
{
    LoungeBench bench;
    QVERIFY(bench.page().board()->isVisible() && !bench.page().boardButton()->isVisible());
    bench.desk.window->resize(420, 700);
    QTRY_VERIFY(bench.page().isNarrow());
    QVERIFY(!bench.page().board()->isVisible() && bench.page().boardButton()->isVisible());
    bench.page().boardButton()->click();
    QVERIFY(bench.page().board()->isVisible() && !bench.list().isVisible());
    QTRY_VERIFY(!bench.page().board()->rows().isEmpty());
    QTest::keyClick(&bench.page(), Qt::Key_Escape);
    QVERIFY(!bench.page().board()->isVisible() && bench.list().isVisible());
    bench.page().boardButton()->click();
    bench.page().board()->rows().last()->click();
    QVERIFY(bench.view().isVisible());
}

void TestLounge::postIsShownWhole()
{
    LoungeBench bench;
    Post &post = bench.samples.posts[1];
    post.text = QString(u"word "_s).repeated(200) + u"\n\nthe **end**"_s;
    bench.page().posts()->refresh();
    bench.open(1);
    QTRY_COMPARE(bench.view().text()->markdownText(), post.text);
    QVERIFY(bench.view().text()->document()->toPlainText().endsWith(u"the end"_s));
    QTRY_VERIFY(bench.view().text()->height() >= bench.view().text()->document()->size().height() - 1);
    QVERIFY(bench.view().text()->width() <= 640);
}

void TestLounge::linkIsAskedAboutFirst()
{
    LoungeBench bench;
    bench.open(0);
    Q_EMIT bench.view().text()->linkWanted(QUrl(u"https://example.org/walk"_s));
    QVERIFY(bench.dialog<LinkDialog>());
}

void TestLounge::deletedPostIsSaidToBeGone()
{
    LoungeBench bench;
    const PostId gone = bench.samples.posts[1].post;
    bench.samples.posts.removeAt(1);
    bench.page().openPost(gone);
    QTRY_VERIFY(!bench.page().showsPost());
    QTRY_COMPARE(bench.page().posts()->rowOf(gone), -1);
}

void TestLounge::commentIsWrittenByKeyboard()
{
    LoungeBench bench;
    bench.list().setFocus();
    QTest::keyClick(&bench.list(), Qt::Key_C); // of the first post
    QTRY_COMPARE(QApplication::focusWidget(), static_cast<QWidget *>(bench.view().box()->edit()));
    QVERIFY(!bench.view().box()->sendButton()->isEnabled());
    QTest::keyClicks(bench.view().box()->edit(), u"Nice lane, no cold"_s); // letters are letters here
    QTest::keyClick(bench.view().box()->edit(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(bench.view().cards().size(), 4);
    QCOMPARE(bench.last<cmd::WriteComment>().text, u"Nice lane, no cold"_s);
    QVERIFY(bench.view().cards().last()->comment().mine);
    QVERIFY(bench.view().box()->text().isEmpty());
    QTRY_COMPARE(bench.view().post().comments, 4);
}

void TestLounge::refusedCommentKeepsItsWords()
{
    LoungeBench bench;
    bench.open(0);
    bench.peer().on<cmd::WriteComment>([&](qint64 id, const cmd::WriteComment &) { bench.peer().refuse(id, Error{ErrorCode::AccessDenied}); });
    bench.view().box()->edit()->setPlainText(u"hello"_s);
    bench.view().box()->sendButton()->click();
    QTRY_COMPARE(bench.view().box()->error(), client::sentence(Error{ErrorCode::AccessDenied}));
    QCOMPARE(bench.view().box()->text(), u"hello"_s);
    QVERIFY(bench.view().box()->sendButton()->isEnabled());
    bench.view().box()->edit()->setPlainText(QString(limits::commentCodePoints + 1, u'x'));
    QVERIFY(!bench.view().box()->sendButton()->isEnabled());
}

void TestLounge::begunCommentIsThereAgain()
{
    LoungeBench bench;
    bench.open(0);
    bench.view().box()->edit()->setPlainText(u"hel"_s);
    bench.page().goBack();
    bench.open(1);
    QVERIFY(bench.view().box()->text().isEmpty());
    bench.page().goBack();
    bench.open(0);
    QCOMPARE(bench.view().box()->text(), u"hel"_s);
}

void TestLounge::moreCommentsAreFetched()
{
    LoungeBench bench;
    bench.samples.commentPage = 2;
    bench.open(0);
    QVERIFY(bench.view().moreButton()->isVisible());
    bench.view().moreButton()->click();
    QTRY_COMPARE(bench.view().cards().size(), 3);
    QVERIFY(!bench.view().moreButton()->isVisible());
    // One's own new comment is at the end: what lies between is fetched.
    bench.page().goBack();
    bench.open(0);
    bench.view().box()->edit()->setPlainText(u"at the end"_s);
    bench.view().box()->sendButton()->click();
    QTRY_COMPARE(bench.view().cards().size(), 4);
    QCOMPARE(bench.view().cards().last()->comment().text, u"at the end"_s);
}

void TestLounge::ownCommentIsChangedAndDeleted()
{
    LoungeBench bench;
    bench.open(0);
    bench.view().box()->edit()->setPlainText(u"begun"_s);
    CommentCard *own = bench.view().cards()[2];
    const CommentId id = own->comment().comment;
    QVERIFY(!LoungeBench::entry(bench.view().cards()[0]->menu(), u"Edit"_s));
    LoungeBench::entry(own->menu(), u"Edit"_s)->trigger();
    QCOMPARE(bench.view().box()->text(), own->comment().text);
    bench.view().box()->edit()->setPlainText(u"other words"_s);
    bench.view().box()->sendButton()->click();
    QTRY_COMPARE(own->comment().text, u"other words"_s);
    QVERIFY(bench.last<cmd::EditComment>().comment == id && own->comment().edited);
    QCOMPARE(bench.view().box()->text(), u"begun"_s); // what was begun before
    LoungeBench::entry(own->menu(), u"Delete …"_s)->trigger();
    QCOMPARE(bench.count<cmd::EraseComment>(), 0);
    bench.dialog<ConfirmDialog>()->actionButton()->click();
    QTRY_COMPARE(bench.view().cards().size(), 2);
    QVERIFY(bench.last<cmd::EraseComment>().comment == id);
}

void TestLounge::reportAndBlockReachTheServer()
{
    LoungeBench bench;
    bench.peer().on<cmd::Report>([&](qint64 id, const cmd::Report &) { bench.peer().ok(id, cmd::Reported{ReportId::random(bench.desk.scene.rng)}); });
    bench.peer().on<cmd::Block>([&](qint64 id, const cmd::Block &) { bench.peer().ok(id, cmd::Blocked{BlockId::random(bench.desk.scene.rng)}); });
    bench.open(0);
    LoungeBench::entry(bench.view().menu(), u"Report …"_s)->trigger();
    QVERIFY(bench.dialog<ReportDialog>());
    LoungeBench::button(bench.dialog<ReportDialog>(), u"Send the report"_s)->click();
    QTRY_COMPARE(bench.count<cmd::Report>(), 1);
    QVERIFY(bench.last<cmd::Report>().post == bench.samples.posts[0].post && !bench.last<cmd::Report>().room);
    QTRY_VERIFY(!bench.dialog<ReportDialog>());
    bench.page().goBack();
    bench.open(0);
    const CommentId comment = bench.view().cards()[1]->comment().comment;
    LoungeBench::entry(bench.view().cards()[1]->menu(), u"Block …"_s)->trigger();
    bench.dialog<ConfirmDialog>()->actionButton()->click();
    QTRY_COMPARE(bench.count<cmd::Block>(), 1);
    QVERIFY(bench.last<cmd::Block>().comment == comment);
}

void TestLounge::nothingIsLeftAfterSigningOut()
{
    LoungeBench bench;
    bench.open(0);
    bench.view().box()->edit()->setPlainText(u"secret"_s);
    bench.desk.session().signOut();
    QTRY_VERIFY(bench.desk.window->showsSignIn());
    QVERIFY(!bench.page().showsPost());
    QCOMPARE(bench.page().posts()->rowCount(), 0);
    QVERIFY(bench.page().board()->rows().isEmpty());
    QVERIFY(bench.view().text()->document()->toPlainText().isEmpty() || !bench.view().text()->isVisibleTo(&bench.view()));
    QVERIFY(bench.view().box()->text().isEmpty());
}

void TestLounge::agesAndCountsAreShort()
{
    const Time now = fromMs(1'790'000'000'000);
    QCOMPARE(ageText(now - 20s, now), u"just now"_s);
    QCOMPARE(ageText(now + 5s, now), u"just now"_s); // a clock that is a little wrong
    QVERIFY(ageText(now - 59min, now).startsWith(u"59 min"_s));
    QVERIFY(ageText(now - 60min, now).startsWith(u"1 h"_s));
    QVERIFY(ageText(now - 6 * 24h, now).startsWith(u"6 d"_s));
    QVERIFY(!ageText(now - 7 * 24h, now).contains(u" d "_s));
    QCOMPARE(countText(999), u"999"_s);
    QVERIFY(countText(12'345).endsWith(u'k') && countText(12'345).size() == 3);
}

QTEST_MAIN(TestLounge)
#include "tst_lounge.moc"
