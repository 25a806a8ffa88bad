// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSignalSpy>

#include "client/desktop/chats/composer.h"
#include "client/desktop/chats/composer_edit.h"
#include "client/desktop/chats/conversation_view.h"
#include "client/desktop/chats/message_actions.h"
#include "client/desktop/chats/message_rows.h"
#include "client/desktop/chats/message_view.h"
#include "client/desktop/kit/message_layout.h"
#include "client/desktop/pages/chats_page.h"
#include "tour.h"

namespace jjak::desktop::test {

//! A program with the rooms of the tour, one of them open, and a server that does what is asked of messages.
struct TalkBench {
    explicit TalkBench(int number = 1)
    {
        desk.show();
        fillRooms(desk);
        desk.scene.peer.on<protocol::cmd::Edit>([this](qint64 id, const protocol::cmd::Edit &asked) {
            protocol::Message now = find(asked.room, asked.seq);
            now.text = asked.text;
            now.edited = now.at;
            answer(id, now);
        });
        desk.scene.peer.on<protocol::cmd::Erase>([this](qint64 id, const protocol::cmd::Erase &asked) {
            protocol::Message now = find(asked.room, asked.seq);
            now.text.clear();
            now.deleted = now.at;
            answer(id, now);
        });
        desk.scene.peer.on<protocol::cmd::React>([this](qint64 id, const protocol::cmd::React &asked) { answer(id, find(asked.room, asked.seq)); });
        desk.start(desk.scene.rooms);
        open(number);
    }
    void open(int number)
    {
        desk.window->openRoom(client::test::roomId(number));
        QTRY_VERIFY(model().rowCount() > 0);
        edit()->setFocus();
    }
    protocol::Message find(RoomId room, qint64 seq) { return desk.scene.messages[room][seq - 1]; }
    void answer(qint64 id, protocol::Message now)
    {
        now.change = ++changes;
        desk.scene.peer.ok(id, protocol::cmd::Changed{now});
    }
    //! The server tells that a message is another one.
    void tell(protocol::Message now)
    {
        QSignalSpy changed(&desk.session(), &client::Session::messageChanged);
        now.change = ++changes;
        desk.scene.peer.tell(protocol::ev::RoomChanged{client::test::roomId(1), now});
        QVERIFY(changed.wait());
    }
    ConversationView *view() { return desk.window->chatsPage()->conversation(); }
    MessageActions *actions() { return view()->actions(); }
    Composer *composer() { return view()->composer(); }
    ComposerEdit *edit() { return composer()->edit(); }
    MessageView *list() { return view()->messages(); }
    client::MessageListModel &model() { return *list()->messages(); }
    //! The row as it is shown.
    QModelIndex index(qint64 seq) { return list()->model()->index(model().rowOfSeq(seq), 0); }
    MessageLayout layout(qint64 seq)
    {
        return layOut(readMessage(index(seq), &desk.session().state().room(model().room())->room), list()->viewport()->width(), desk.theme);
    }
    void click(qint64 seq, const QPointF &inRow) { QTest::mouseClick(list()->viewport(), Qt::LeftButton, {}, list()->visualRect(index(seq)).topLeft() + inRow.toPoint()); }
    template <class C>
    qsizetype count()
    {
        return desk.scene.peer.count<C>();
    }
    template <class C>
    C last()
    {
        return desk.scene.peer.asked<C>().last();
    }

    Desk desk;
    qint64 changes = 3; // of the room so far
};

//! One's own newest message in the first of these rooms.
inline constexpr qint64 lastOwnSeq = 9;

inline QString lastOwn()
{
    return QStringLiteral("요즘은 단편집이요.");
}

} // namespace jjak::desktop::test
