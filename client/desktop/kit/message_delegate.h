// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/desktop/kit/message_row.h"

#include <QHash>
#include <QStyledItemDelegate>
#include <QUrl>

#include <functional>

namespace jjak::desktop {

class Theme;

//! Draws the rows of a conversation in any item view: bubbles, day separators, the line above what is unread, notices,
//! how far an own message has got. Heights are remembered by row and width. It knows rows, not messages of a server.
class MessageDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using Reader = std::function<MessageRow(const QModelIndex &)>;

    //! Without a reader the roles of message_roles.h are asked for.
    explicit MessageDelegate(const Theme &theme, QObject *parent = nullptr, Reader reader = readMessageRow);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    //! The web address at a point of a view, for the shape of the pointer; empty when there is none.
    [[nodiscard]] QUrl linkAt(const QStyleOptionViewItem &option, const QModelIndex &index, const QPoint &point) const;

    //! What the bubble of a row and the time beside it take of its view.
    [[nodiscard]] QRect takenAt(const QStyleOptionViewItem &option, const QModelIndex &index) const;

    //! How many heights are remembered.
    [[nodiscard]] qsizetype remembered() const { return m_heights.size(); }

Q_SIGNALS:
    void linkActivated(const QUrl &url, const QModelIndex &index);
    void imageActivated(const QModelIndex &index);
    void fileActivated(const QModelIndex &index);
    void quoteActivated(const QModelIndex &index);
    void reactionActivated(const QModelIndex &index, const QString &emoji);
    //! Somebody clicked the mark of a message that failed.
    void failureActivated(const QModelIndex &index);

protected:
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option, const QModelIndex &index) override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option, const QModelIndex &index) override;

private:
    //! A height, and what it was measured from.
    struct Measured {
        int width = 0;
        size_t fingerprint = 0;
        int height = 0;
    };

    const Theme &m_theme;
    Reader m_reader;
    mutable QHash<QString, Measured> m_heights;
};

} // namespace jjak::desktop
