// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

#include <functional>

namespace jjak::desktop {

class Theme;

//! The data that RoomDelegate asks a model for, unless it is given a reader of its own. The name is Qt::DisplayRole.
enum RoomRole {
    RoomKeyRole = Qt::UserRole + 300, //!< QString: what the colour of the avatar hangs on; the name when empty
    RoomPreviewRole,                  //!< QString, the newest message
    RoomTimeTextRole,                 //!< QString
    RoomUnreadRole,                   //!< int
    RoomDraftRole,                    //!< QString, text that was begun and not sent
    RoomDemoRole,                     //!< bool: with a demo person
    RoomMutedRole,                    //!< bool: without notifications, the number is quiet
    RoomEndedRole,                    //!< bool: nobody can write any more
    RoomOnlineRole,                   //!< bool: the other is there
};

//! One line of the list of rooms as it is drawn. Texts are plain.
struct RoomRow {
    QString name = {};
    QString key = {};
    QString preview = {};
    QString timeText = {};
    QString draft = {};
    int unread = 0;
    bool demo = false;
    bool muted = false;
    bool ended = false;
    bool online = false;
};

[[nodiscard]] RoomRow readRoomRow(const QModelIndex &index);

//! The line in one sentence, for screen readers.
[[nodiscard]] QString accessibleText(const RoomRow &row);

//! Draws the list of rooms: who, the newest words, when, how many are unread. All rows are equally high.
class RoomDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using Reader = std::function<RoomRow(const QModelIndex &)>;

    explicit RoomDelegate(const Theme &theme, QObject *parent = nullptr, Reader reader = readRoomRow);

    //! Compact rows have one line and a small avatar.
    void setCompact(bool compact) { m_compact = compact; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintGround(QPainter &painter, const QStyleOptionViewItem &option) const;
    void paintSign(QPainter &painter, const QRectF &circle, const RoomRow &row) const;
    void paintTop(QPainter &painter, QRectF line, const RoomRow &row) const;
    void paintBottom(QPainter &painter, QRectF line, const RoomRow &row) const;

    const Theme &m_theme;
    Reader m_reader;
    bool m_compact = false;
};

} // namespace jjak::desktop
