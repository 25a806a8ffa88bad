// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QLineEdit>
#include <QPlainTextEdit>

#include "client/desktop/lounge/lounge_page.h"
#include "client/desktop/lounge/name_dialog.h"
#include "client/desktop/lounge/post_dialog.h"
#include "client/desktop/lounge/post_list.h"
#include "client/desktop/lounge/post_view.h"
#include "client/desktop/lounge/profile_dialog.h"
#include "lounge_samples.h"
#include "tour.h"

using namespace Qt::StringLiterals;

namespace jjak::desktop::test {

namespace {

void composerScreens(Desk &desk, const At &at, const protocol::Post &like)
{
    MainWindow *window = desk.window.get();
    const auto write = [&] {
        auto *dialog = new PostDialog(desk.context, std::nullopt, window);
        dialog->titleEdit()->setText(u"일요일 아침의 한강"_s);
        dialog->textEdit()->setPlainText(like.text);
        dialog->tagsEdit()->setText(u"#한강 #아침"_s);
        return dialog;
    };
    withDialog(desk, u"dialog-post"_s, write(), at);
    auto *preview = write();
    preview->showPreview(true);
    withDialog(desk, u"dialog-post-preview"_s, preview, at);
    withDialog(desk, u"dialog-lounge-name"_s, new NameDialog(desk.context, window), at);
    withDialog(desk, u"dialog-lounge-profile"_s, new ProfileDialog(desk.context, window), at);
    desk.session().lounge().setDraft({});
}

} // namespace

void loungeScreens(Desk &desk, const At &at)
{
    MainWindow *window = desk.window.get();
    LoungePage *page = window->loungePage();
    LoungeSamples samples(desk.scene);
    window->showPlace(MainWindow::Place::Lounge);
    QTRY_VERIFY(page->posts()->isListed());
    settle();
    at(u"lounge-empty"_s, window);
    samples.fill();
    samples.news = 3;
    page->posts()->refresh();
    window->showPlace(MainWindow::Place::Chats);
    window->showPlace(MainWindow::Place::Lounge); // the board and the news are asked for
    QTRY_VERIFY(page->posts()->rowCount() == samples.posts.size() && page->posts()->news() == 3);
    settle();
    at(u"lounge-new"_s, window);
    const QSize size = window->size();
    window->resize(desk.theme.px(420), size.height());
    settle();
    at(u"lounge-new-narrow"_s, window);
    page->openPost(samples.posts.first().post);
    QTRY_COMPARE(page->view()->cards().size(), 3);
    settle();
    at(u"lounge-post-narrow"_s, window);
    window->resize(size);
    settle();
    at(u"lounge-post"_s, window);
    window->resize(size.width(), desk.theme.px(1100));
    settle();
    at(u"lounge-post-all"_s, window);
    window->resize(size);
    page->goBack();
    composerScreens(desk, at, samples.posts.first());
    // Nobody answers for the lounge when this is over.
    window->showPlace(MainWindow::Place::Chats);
    desk.scene.peer.always<protocol::cmd::ListPosts>({});
    desk.scene.peer.always<protocol::cmd::LookAtBoard>({});
    desk.scene.peer.always<protocol::cmd::CountNews>({});
}

} // namespace jjak::desktop::test
