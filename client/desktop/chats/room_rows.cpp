// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/chats/room_rows.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include "client/core/models/room_list_model.h"
#include "client/desktop/chats/message_rows.h"

namespace jjak::desktop {

namespace {

using Model = client::RoomListModel;

constexpr qint64 mostUnread = 9999;

QString timeText(const QDateTime &at)
{
    const QDate today = QDate::currentDate();
    if (at.date() == today)
        return QLocale().toString(at.time(), QLocale::ShortFormat);
    return at.date() == today.addDays(-1) ? dayText(at.date()) : QLocale().toString(at.date(), QLocale::ShortFormat);
}

QString previewText(const QModelIndex &index)
{
    if (index.data(Model::TypingRole).toBool())
        return QCoreApplication::translate("jjak::desktop::RoomRow", "is writing …");
    if (index.data(Model::FailedRole).toInt() > 0)
        return QCoreApplication::translate("jjak::desktop::RoomRow", "A message could not be sent");
    const QString preview = index.data(Model::PreviewRole).toString();
    if (preview.isEmpty())
        return QCoreApplication::translate("jjak::desktop::RoomRow", "Say hello!");
    return index.data(Model::PreviewMineRole).toBool() ? QCoreApplication::translate("jjak::desktop::RoomRow", "You: %1").arg(preview) : preview;
}

} // namespace

RoomRow readRoom(const QModelIndex &index)
{
    RoomRow row;
    row.name = index.data(Model::NameRole).toString();
    row.key = row.name;
    row.preview = previewText(index);
    row.timeText = timeText(index.data(Model::TimeRole).toDateTime());
    row.draft = index.data(Model::DraftRole).toString();
    row.unread = int(std::min(mostUnread, index.data(Model::UnreadRole).toLongLong()));
    row.muted = index.data(Model::SilentRole).toBool();
    const QVariant presence = index.data(Model::PresenceRole);
    row.online = presence.isValid() && presence.value<protocol::Presence>() == protocol::Presence::Online;
    row.demo = index.data(Model::DemoRole).toBool();
    row.ended = index.data(Model::LeftRole).toBool() || index.data(Model::DesertedRole).toBool();
    return row;
}

QVariant SpokenRooms::data(const QModelIndex &index, int role) const
{
    if (role == Qt::AccessibleTextRole)
        return accessibleText(readRoom(index));
    return QIdentityProxyModel::data(index, role);
}

} // namespace jjak::desktop
