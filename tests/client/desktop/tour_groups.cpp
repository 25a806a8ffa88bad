// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QBuffer>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QtEndian>

#include "client/desktop/chats/composer.h"
#include "client/desktop/chats/composer_edit.h"
#include "client/desktop/chats/conversation_view.h"
#include "client/desktop/files/attach_dialog.h"
#include "client/desktop/files/conversation_files.h"
#include "client/desktop/groups/group_dialog.h"
#include "client/desktop/groups/members_dialog.h"
#include "client/desktop/pages/chats_page.h"
#include "client/desktop/search/search_dialog.h"
#include "tour.h"

using namespace Qt::StringLiterals;

namespace jjak::desktop::test {

using namespace protocol;
using client::test::roomId;

namespace {

//! An evening at the sea, painted.
QImage seaside()
{
    QImage image(640, 420, QImage::Format_RGB32);
    QPainter painter(&image);
    QLinearGradient sky(0, 0, 0, 260);
    sky.setColorAt(0, QColor(58, 80, 160));
    sky.setColorAt(1, QColor(250, 170, 110));
    painter.fillRect(image.rect(), sky);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(255, 225, 150));
    painter.drawEllipse(QPointF(420, 230), 46, 46);
    painter.fillRect(QRect(0, 250, 640, 170), QColor(40, 90, 130));
    return image;
}

QByteArray encoded(const QImage &image)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

Room bookClub(const Room &like)
{
    Room group = like;
    group.room = roomId(7);
    group.kind = RoomKind::Group;
    group.name = u"책 모임"_s;
    group.version = 1;
    group.head = 6;
    group.changes = 0;
    group.distance.reset();
    group.expiry = Expiry::Week;
    group.me = 1;
    group.members = {Member{1, u"me"_s, false, false, 6, 6, MemberRole::Owner}, Member{2, u"보라"_s, false, false, 6, 6, MemberRole::Moderator}, Member{3, u"하늘"_s, false, false, 4, 5, MemberRole::Member},
                     Member{4, u"도윤"_s, false, false, 2, 2, MemberRole::ReadOnly}};
    group.members[1].presence = Presence::Online;
    group.members[2].presence = Presence::Away;
    return group;
}

Message said(qint64 seq, int author, const QString &text, Time at, MessageKind kind = MessageKind::Text)
{
    Message message;
    message.seq = seq;
    message.author = author;
    message.kind = kind;
    message.text = text;
    message.at = at;
    return message;
}

QList<Message> talkOf(Time now, qint64 bytes)
{
    QList<Message> all{said(1, 1, u"created"_s, now - 50min, MessageKind::Notice), said(2, 2, u"joined"_s, now - 48min, MessageKind::Notice), said(3, 2, u"@me 님, 다음 모임은 바닷가에서 어때요?"_s, now - 20min),
                       said(4, 2, {}, now - 19min, MessageKind::Image), said(5, 1, u"좋아요! @하늘 님도 오세요?"_s, now - 5min), said(6, 3, u"일정표예요"_s, now - 2min, MessageKind::File)};
    all[3].file = Attachment{u"바다.png"_s, bytes, u"image/png"_s, 640, 420, bytes};
    all[5].file = Attachment{u"여름-모임-일정.pdf"_s, 482'113, u"application/octet-stream"_s, 0, 0, 0};
    all[2].mentions = QList<int>{1};
    all[4].mentions = QList<int>{3};
    return all;
}

void answerFiles(Desk &desk, const QByteArray &image)
{
    desk.scene.peer.on<cmd::Fetch>([&desk, image](qint64 id, const cmd::Fetch &asked) {
        QByteArray frame(8, '\0');
        qToBigEndian(id, frame.data());
        desk.scene.peer.rawBytes(frame + image.mid(asked.offset, limits::chunkBytes));
    });
}

} // namespace

void groupScreens(Desk &desk, const At &at)
{
    MainWindow *window = desk.window.get();
    const QByteArray image = encoded(seaside());
    answerFiles(desk, image);
    const Room group = bookClub(desk.scene.rooms.first());
    desk.scene.messages[group.room] = talkOf(desk.session().serverNow(), image.size());
    Room told = group;
    told.newest = desk.scene.messages[group.room].last();
    desk.scene.rooms.append(told); // there also after a reconnect
    desk.scene.peer.tell(ev::RoomState{told});
    desk.scene.peer.tell(ev::InvitationsState{{{InvitationId::random(desk.scene.rng), u"주말 산책"_s, roomId(4), 5, desk.session().serverNow()}}});
    QTRY_VERIFY(desk.session().state().room(group.room));
    window->openRoom(group.room);
    ConversationView *view = window->chatsPage()->conversation();
    QTRY_VERIFY(!view->files()->thumbnails().get(group.room, 4, false).isNull());
    settle();
    at(u"group-blurred"_s, window);
    view->files()->thumbnails().reveal(group.room, 4);
    settle();
    at(u"group-conversation"_s, window);
    view->composer()->focusEdit();
    view->composer()->edit()->insertPlainText(u"@"_s);
    at(u"group-mention"_s, window);
    view->composer()->edit()->clear();
    withDialog(desk, u"dialog-members"_s, new MembersDialog(desk.context, group.room, window), at);
    auto *create = new GroupDialog(desk.context, std::nullopt, window);
    create->nameEdit()->setText(u"책 모임"_s);
    withDialog(desk, u"dialog-group"_s, create, at);
    withDialog(desk, u"dialog-attach"_s, new AttachDialog(desk.context, group.room, 0, seaside(), window), at);
    desk.scene.peer.on<cmd::Search>([&desk, group](qint64 id, const cmd::Search &) {
        cmd::Found found;
        for (const int i : {4, 2})
            found.hits.append({group.room, desk.scene.messages[group.room][i]});
        desk.scene.peer.ok(id, found);
    });
    auto *search = new SearchDialog(desk.context, group.room, true, window);
    search->open();
    search->edit()->setText(u"요"_s);
    QTRY_COMPARE(search->list()->count(), 2);
    withDialog(desk, u"dialog-search"_s, search, at);
    desk.scene.peer.tell(ev::InvitationsState{});
    QTRY_VERIFY(desk.session().invitations().isEmpty());
}

} // namespace jjak::desktop::test
