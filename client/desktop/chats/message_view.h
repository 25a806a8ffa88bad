// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractItemView>
#include <QPersistentModelIndex>
#include <QPointer>
#include <QTimer>

#include "client/core/models/message_list_model.h"
#include "client/desktop/chats/row_heights.h"

namespace jjak::desktop {

//! Shows the messages of one room, however many there are: it measures only rows that come into sight, holds on to what is
//! being read when something is put above or changes its size, and stays at the end when it was there. (QListView would
//! ask every row for its size again at each new message.) It asks the model for older messages near the top.
class MessageView final : public QAbstractItemView {
    Q_OBJECT

public:
    explicit MessageView(QWidget *parent = nullptr);

    //! nullptr shows nothing. `shown` is what is drawn and read out: a proxy with the same rows, or nullptr for the messages
    //! themselves. The delegate has to be set before.
    void setMessages(client::MessageListModel *messages, QAbstractItemModel *shown = nullptr);
    client::MessageListModel *messages() const { return m_messages; }

    //! The newest message can be seen whole, and new ones will be followed.
    bool isAtEnd() const { return m_atEnd; }
    void scrollToEnd();
    //! Marks a row for a moment.
    void flash(const QModelIndex &index);
    QModelIndex flashed() const { return m_flashed; }
    //! -1 when there are none.
    int firstVisibleRow() const { return m_heights.count() == 0 ? -1 : m_anchorRow; }
    int lastVisibleRow() const { return m_lastVisible; }

    QRect visualRect(const QModelIndex &index) const override;
    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;
    QModelIndex indexAt(const QPoint &point) const override;
    void reset() override;
    void doItemsLayout() override;

Q_SIGNALS:
    //! The rows that are in sight, or whether the end is, changed.
    void sightChanged();
    //! By the right mouse button, or by Shift+F10 and the Menu key for the current row; `at` in the viewport.
    void menuWanted(const QModelIndex &index, const QPoint &at);

protected:
    int horizontalOffset() const override { return 0; }
    int verticalOffset() const override;
    bool isIndexHidden(const QModelIndex &) const override { return false; }
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    void setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags command) override;
    QRegion visualRegionForSelection(const QItemSelection &selection) const override;
    void rowsInserted(const QModelIndex &parent, int first, int last) override;
    void rowsAboutToBeRemoved(const QModelIndex &parent, int first, int last) override;
    void dataChanged(const QModelIndex &from, const QModelIndex &to, const QList<int> &roles) override;
    void updateGeometries() override;
    void scrollContentsBy(int dx, int dy) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void askForMenuOfCurrent();
    int measured(int row);
    void settle();
    void fillUpwards();
    int fillDownwards();
    void syncScrollBar();
    void askForOlder();
    QStyleOptionViewItem optionFor(int row, const QRect &rect) const;

    QPointer<client::MessageListModel> m_messages;
    RowHeights m_heights;
    int m_anchorRow = 0;    //!< the first row in sight
    int m_anchorTop = 0;    //!< where it begins in the viewport; everything else is laid out from here
    int m_lastVisible = -1;
    bool m_atEnd = true;
    bool m_follow = true;   //!< lay out from the end
    bool m_syncing = false;
    QPersistentModelIndex m_flashed;
    QTimer m_flashing;
    int m_width = -1;       //!< for which the rows were measured
};

} // namespace jjak::desktop
