// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCheckBox>
#include <QRadioButton>

#include "client/desktop/lounge/lounge_page.h"
#include "client/desktop/lounge/offer_dialog.h"
#include "client/desktop/lounge/post_table.h"
#include "client/desktop/lounge/post_view.h"
#include "client/desktop/lounge/table_actions.h"
#include "client/desktop/lounge/table_card.h"
#include "client/desktop/lounge/table_dialog.h"
#include "client/desktop/lounge/table_feed.h"
#include "client/desktop/lounge/topic_dialog.h"
#include "lounge_samples.h"
#include "table_samples.h"
#include "tour.h"

using namespace Qt::StringLiterals;

namespace jjak::desktop::test {

namespace {

void tableDialogs(Desk &desk, const At &at, const LoungeSamples &posts, const TableSamples &tables)
{
    MainWindow *window = desk.window.get();
    withDialog(desk, u"dialog-table-offer"_s, new OfferDialog(desk.context, posts.posts[3], window), at);
    auto *later = new OfferDialog(desk.context, posts.posts[3], window);
    later->setMoment(QDateTime::currentDateTime().addDays(40));
    later->approval()->setChecked(true);
    later->read(); // says what is wrong
    withDialog(desk, u"dialog-table-offer-later"_s, later, at);
    withDialog(desk, u"dialog-table-topic"_s, new TopicDialog(desk.context, tables.tables[4], window), at);
    withDialog(desk, u"dialog-table-room"_s, new TableDialog(desk.context, *window->tables(), tables.tables[5], window), at);
}

} // namespace

void tableScreens(Desk &desk, const At &at)
{
    MainWindow *window = desk.window.get();
    LoungePage *page = window->loungePage();
    LoungeSamples posts(desk.scene);
    TableSamples tables(desk.scene);
    posts.fill();
    posts.tableOf = [&tables](PostId post) { return tables.ofPost(post); };
    posts.board.hosts = {{posts.posts[0].author, u"느린산책"_s, false, 5}, {posts.posts[2].author, u"작은별"_s, true, 2}};
    page->showTables();
    window->showPlace(MainWindow::Place::Lounge);
    QTRY_VERIFY(page->tables()->pages().isListed());
    page->tables()->refresh();
    QTRY_VERIFY(page->tables()->cards().isEmpty());
    settle();
    at(u"tables-empty"_s, window);
    tables.fill();
    tables.tables[0].post = posts.posts[0].post;
    page->tables()->refresh();
    QTRY_COMPARE(page->tables()->cards().size(), tables.tables.size());
    settle();
    at(u"tables"_s, window);
    const QSize size = window->size();
    window->resize(size.width(), desk.theme.px(2000));
    settle();
    at(u"tables-all"_s, window);
    window->resize(desk.theme.px(420), desk.theme.px(2200));
    settle();
    at(u"tables-narrow"_s, window);
    window->resize(size.width(), desk.theme.px(1100));
    page->openPost(posts.posts[0].post);
    QTRY_VERIFY(page->view()->isWhole() && page->view()->table()->card());
    settle();
    at(u"tables-post"_s, window);
    page->goBack();
    page->openPost(posts.posts[3].post);
    QTRY_VERIFY(page->view()->isWhole() && page->view()->table()->offerButton()->isVisible());
    settle();
    at(u"tables-own-post"_s, window);
    page->goBack();
    window->resize(size);
    tableDialogs(desk, at, posts, tables);
    // Nobody answers for the lounge when this is over.
    page->showFeed(protocol::Feed::New);
    window->showPlace(MainWindow::Place::Chats);
    desk.scene.peer.always<protocol::cmd::ListTables>({});
    desk.scene.peer.always<protocol::cmd::ListPosts>({});
    desk.scene.peer.always<protocol::cmd::LookAtBoard>({});
    desk.scene.peer.always<protocol::cmd::CountNews>({});
}

} // namespace jjak::desktop::test
