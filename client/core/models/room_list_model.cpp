// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/core/models/room_list_model.h"

#include <QDateTime>
#include <algorithm>

#include "client/core/sentences.h"

namespace jjak::client {

namespace {

//! The latest active first; among equals the order is arbitrary but always the same.
bool isBefore(Time at, RoomId a, Time bt, RoomId b)
{
    return at != bt ? at > bt : a < b;
}

//! The newest message in one line.
QString previewOf(const RoomListModel::Row &row)
{
    const protocol::Room &room = row.room;
    if (row.preview)
        return row.preview->simplified();
    if (!room.newest)
        return {};
    const protocol::Message &message = *room.newest;
    if (message.deleted)
        return deletedSentence();
    if (message.kind == protocol::MessageKind::Image || message.kind == protocol::MessageKind::File)
        return fileSentence(message).simplified();
    if (message.kind != protocol::MessageKind::Notice)
        return message.text.left(200).simplified();
    return noticeText(room, message);
}

qint64 countedUnread(const RoomListModel::Row &row)
{
    return hasLeft(row.room) ? 0 : unread(row.room);
}

} // namespace

RoomListModel::RoomListModel(QObject *parent) : QAbstractListModel(parent) {}

int RoomListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant RoomListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[size_t(index.row())];
    const protocol::Room &room = row.room;
    switch (role) {
    case NameRole:
        return titleOf(room, row.heading);
    case IdRole:
        return QVariant::fromValue(row.id);
    case PreviewRole:
        return previewOf(row);
    case PreviewMineRole:
        return room.newest && room.newest->author == room.me;
    case TimeRole:
        return QDateTime::fromMSecsSinceEpoch(toMs(activity(room)));
    case UnreadRole:
        return countedUnread(row);
    case DraftRole:
        return row.draft;
    case DemoRole:
        return isDemo(room);
    case LeftRole:
        return hasLeft(room);
    case DesertedRole:
        return isDeserted(room);
    case TypingRole:
        return row.typing;
    case DistanceRole:
        return room.distance ? distanceLabel(*room.distance) : QString();
    case UnsentRole:
        return row.unsent;
    case FailedRole:
        return row.failed;
    case SilentRole:
        return room.silent;
    case PresenceRole:
        if (const auto there = presenceIn(room))
            return QVariant::fromValue(*there);
        return {};
    case GroupRole:
        return room.kind == protocol::RoomKind::Group;
    default:
        return {};
    }
}

QHash<int, QByteArray> RoomListModel::roleNames() const
{
    return {{NameRole, "name"}, {IdRole, "room"}, {PreviewRole, "preview"}, {PreviewMineRole, "previewMine"}, {TimeRole, "time"}, {UnreadRole, "unread"}, {DraftRole, "draft"},
            {DemoRole, "demo"}, {LeftRole, "left"}, {DesertedRole, "deserted"}, {TypingRole, "typing"}, {DistanceRole, "distance"}, {UnsentRole, "unsent"}, {FailedRole, "failed"},
            {SilentRole, "silent"}, {PresenceRole, "presence"}, {GroupRole, "group"}};
}

int RoomListModel::rowOf(RoomId id) const
{
    const auto key = m_keys.constFind(id);
    if (key == m_keys.cend())
        return -1;
    const auto it = std::ranges::partition_point(m_rows, [&](const Row &row) { return isBefore(activity(row.room), row.id, *key, id); });
    return int(it - m_rows.begin());
}

RoomId RoomListModel::roomAt(int row) const
{
    return row >= 0 && row < int(m_rows.size()) ? m_rows[size_t(row)].id : RoomId();
}

qint64 RoomListModel::totalUnread() const
{
    return m_unread;
}

//! Where the row belongs among the others, without itself.
int RoomListModel::placeFor(const Row &wanted) const
{
    const Time at = activity(wanted.room);
    const auto it = std::ranges::partition_point(m_rows, [&](const Row &row) { return isBefore(activity(row.room), row.id, at, wanted.id); });
    return int(it - m_rows.begin());
}

void RoomListModel::put(Row row)
{
    const RoomId id = row.id;
    const Time at = activity(row.room);
    const int from = rowOf(id);
    const int to = placeFor(row);
    if (from < 0) {
        beginInsertRows({}, to, to);
        m_rows.insert(m_rows.begin() + to, std::move(row));
        m_keys.insert(id, at);
        endInsertRows();
    } else if (to == from || to == from + 1) {
        if (m_rows[size_t(from)] == row)
            return;
        m_rows[size_t(from)] = std::move(row);
        m_keys.insert(id, at);
        Q_EMIT dataChanged(index(from), index(from));
    } else {
        beginMoveRows({}, from, from, {}, to);
        m_rows.erase(m_rows.begin() + from);
        const int place = to > from ? to - 1 : to;
        m_rows.insert(m_rows.begin() + place, std::move(row));
        m_keys.insert(id, at);
        endMoveRows();
        Q_EMIT dataChanged(index(place), index(place));
    }
    tellUnread();
}

void RoomListModel::remove(RoomId id)
{
    const int row = rowOf(id);
    if (row < 0)
        return;
    beginRemoveRows({}, row, row);
    m_rows.erase(m_rows.begin() + row);
    m_keys.remove(id);
    endRemoveRows();
    tellUnread();
}

void RoomListModel::reset(std::vector<Row> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    std::ranges::sort(m_rows, [](const Row &a, const Row &b) { return isBefore(activity(a.room), a.id, activity(b.room), b.id); });
    m_keys.clear();
    for (const Row &row : m_rows)
        m_keys.insert(row.id, activity(row.room));
    endResetModel();
    tellUnread();
}

void RoomListModel::tellUnread()
{
    qint64 sum = 0;
    for (const Row &row : m_rows)
        sum += countedUnread(row);
    if (std::exchange(m_unread, sum) != sum)
        Q_EMIT totalUnreadChanged(sum);
}

} // namespace jjak::client
