// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QLineEdit>
#include <QPlainTextEdit>

#include "client/desktop/lounge/lounge_page.h"
#include "client/desktop/lounge/my_calendar.h"
#include "client/desktop/lounge/my_page.h"
#include "client/desktop/lounge/my_table_list.h"
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

protocol::Table tableIn(const QString &topic, protocol::Standing mine, Duration left, client::test::Scene &scene)
{
    protocol::Table out;
    out.table = TableId::random(scene.rng);
    out.version = 1;
    out.post = PostId::random(scene.rng);
    out.topic = topic;
    out.language = u"ko"_s;
    out.at = std::chrono::floor<Duration>(std::chrono::system_clock::now()) + left;
    out.zone = u"Asia/Seoul"_s;
    out.guests = {{PersonaId::random(scene.rng), u"느린산책"_s, false}, {PersonaId::random(scene.rng), u"달빛"_s, false}};
    out.mine = mine;
    return out;
}

void myPageScreens(Desk &desk, const At &at)
{
    using protocol::Standing;
    MainWindow *window = desk.window.get();
    LoungePage *page = window->loungePage();
    client::test::Scene &scene = desk.scene;
    scene.peer.always<protocol::cmd::ListTables>({});
    const QSize size = window->size();
    page->showMyPage();
    QTRY_VERIFY(page->myPage()->note().isEmpty());
    window->resize(size.width(), desk.theme.px(1500));
    settle();
    at(u"my-page-empty"_s, window);
    protocol::Table over = tableIn(u"가을에 읽은 책"_s, Standing::Seated, -50h, scene), waits = tableIn(u"늦은 밤의 재즈"_s, Standing::Waiting, 30h, scene);
    over.phase = protocol::TablePhase::Ended;
    waits.place = 2;
    const protocol::Profile profile{u"달빛"_s, u"비 오는 날의 재즈와 오래 걷는 산책"_s, {u"ko"_s}, {u"재즈"_s, u"책"_s}, true};
    scene.peer.always<protocol::cmd::Introduce>({});
    desk.session().lounge().introduce(profile, {});
    QTRY_VERIFY(desk.session().lounge().profile());
    const protocol::cmd::TableList alive{{tableIn(u"비 오는 날 듣는 노래"_s, Standing::Seated, 26h, scene), waits, tableIn(u"일요일 아침 한강을 함께 걷고 난 뒤에 마시는 커피"_s, Standing::Host, 75h, scene)}, {}};
    scene.peer.on<protocol::cmd::ListTables>([&](qint64 id, const protocol::cmd::ListTables &ask) { scene.peer.ok(id, ask.past ? protocol::cmd::TableList{{over}, {}} : alive); });
    page->showFeed(protocol::Feed::New);
    page->showMyPage();
    QTRY_COMPARE(page->myPage()->coming()->rows().size(), 2);
    desk.session().setReminder(client::occasionOf(alive.tables.first()), true);
    page->myPage()->calendar()->month()->choose(QDateTime::currentDateTime().addSecs(26 * 3600).date());
    page->myPage()->calendar()->month()->setFocus();
    settle();
    at(u"my-page-all"_s, window);
    window->resize(desk.theme.px(420), desk.theme.px(1900));
    settle();
    at(u"my-page-narrow"_s, window);
    window->resize(size);
    settle();
    at(u"my-page"_s, window);
    desk.session().setReminder(client::occasionOf(alive.tables.first()), false);
    page->showFeed(protocol::Feed::New);
    scene.peer.always<protocol::cmd::ListTables>({});
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
    myPageScreens(desk, at);
    // Nobody answers for the lounge when this is over.
    window->showPlace(MainWindow::Place::Chats);
    desk.scene.peer.always<protocol::cmd::ListPosts>({});
    desk.scene.peer.always<protocol::cmd::LookAtBoard>({});
    desk.scene.peer.always<protocol::cmd::CountNews>({});
}

} // namespace jjak::desktop::test
