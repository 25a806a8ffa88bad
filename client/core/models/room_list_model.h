// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <vector>

#include "client/core/state/state.h"

namespace jjak::client {

//! The rooms of an account, the latest active first. It is told what changed and never asks the network.
class RoomListModel final : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role {
        NameRole = Qt::DisplayRole, //!< QString: the group's name or the names of the others, as titleOf()
        IdRole = Qt::UserRole + 1,  //!< RoomId
        PreviewRole,                //!< QString: the newest message in one line; a notice as its sentence, a deleted one as that it is
        PreviewMineRole,            //!< bool: the newest message is one's own
        TimeRole,                   //!< QDateTime, local: when something last happened
        UnreadRole,                 //!< qint64
        DraftRole,                  //!< QString: the unsent draft, empty for none
        DemoRole,                   //!< bool: with a demo person
        LeftRole,                   //!< bool: one has left; readable only
        DesertedRole,               //!< bool: the others have left; readable only
        TypingRole,                 //!< bool: somebody is writing at this moment
        DistanceRole,               //!< QString: label of the distance step, empty for none
        UnsentRole,                 //!< int: messages that wait to be sent
        FailedRole,                 //!< int: messages that were refused
        SilentRole,                 //!< bool: no notifications from here
        PresenceRole,               //!< protocol::Presence of the other in a direct room; invalid: not shown
        GroupRole,                  //!< bool: a group
    };
    Q_ENUM(Role)

    //! What the model is told about one room.
    struct Row {
        RoomId id;
        protocol::Room room;
        QString draft;
        bool typing = false;
        int unsent = 0;
        int failed = 0;
        QString heading = {};                //!< of a date: the title of its event
        std::optional<QString> preview = {}; //!< instead of the newest message
        bool operator==(const Row &) const = default;
    };

    explicit RoomListModel(QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    //! -1 for a room that is not in the list.
    int rowOf(RoomId id) const;
    RoomId roomAt(int row) const;
    //! Unread messages of all rooms that one has not left.
    qint64 totalUnread() const;

    //! For the Session: inserts or replaces the row and moves it to where it belongs.
    void put(Row row);
    void remove(RoomId id);
    void reset(std::vector<Row> rows);

Q_SIGNALS:
    void totalUnreadChanged(qint64 unread);

private:
    int placeFor(const Row &row) const;
    void tellUnread();

    std::vector<Row> m_rows;
    QHash<RoomId, Time> m_keys; //!< the activity by which each row is sorted, to find it by bisection
    qint64 m_unread = 0;
};

} // namespace jjak::client
