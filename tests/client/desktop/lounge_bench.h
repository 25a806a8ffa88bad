// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>

#include "client/desktop/lounge/comment_box.h"
#include "client/desktop/lounge/comment_card.h"
#include "client/desktop/lounge/lounge_page.h"
#include "client/desktop/lounge/post_list.h"
#include "client/desktop/lounge/post_view.h"
#include "lounge_samples.h"

namespace jjak::desktop::test {

//! A program that shows the lounge, with the posts of the samples, somebody with a name there, and a server that answers.
struct LoungeBench {
    explicit LoungeBench(bool named = true, bool filled = true) : samples(desk.scene)
    {
        if (named)
            desk.scene.profile = protocol::Profile{QStringLiteral("달빛"), {}, {QStringLiteral("ko")}, {}, false};
        if (filled)
            samples.fill();
        desk.start();
        QTRY_VERIFY(desk.session().lounge().isProfileKnown());
        desk.window->showPlace(MainWindow::Place::Lounge);
        QTRY_VERIFY(page().posts()->isListed());
    }
    LoungePage &page() { return *desk.window->loungePage(); }
    PostView &view() { return *page().view(); }
    PostList &list() { return *page().list(); }
    client::test::Peer &peer() { return desk.scene.peer; }
    //! Opens a post of the samples and waits until all of it is there.
    void open(int number)
    {
        page().openPost(samples.posts[number].post);
        QTRY_VERIFY(view().isWhole());
        QCOMPARE(view().cards().size(), std::min(samples.comments.value(samples.posts[number].post).size(), samples.commentPage));
    }
    template <class C>
    qsizetype count()
    {
        return peer().count<C>();
    }
    template <class C>
    C last()
    {
        return peer().template asked<C>().last();
    }
    template <class D>
    D *dialog()
    {
        const QList<D *> all = desk.window->findChildren<D *>();
        for (D *one : all)
            if (one->isVisible())
                return one;
        return nullptr;
    }
    //! A button of that caption in a window or in one of its parts.
    static QPushButton *button(QWidget *in, const QString &text)
    {
        const auto all = in->findChildren<QPushButton *>();
        for (QPushButton *one : all)
            if (one->text() == text)
                return one;
        return nullptr;
    }
    static QAction *entry(QMenu *menu, const QString &text)
    {
        const auto all = menu->actions();
        for (QAction *one : all)
            if (one->text() == text)
                return one;
        return nullptr;
    }

    Desk desk;
    LoungeSamples samples;
};

} // namespace jjak::desktop::test
