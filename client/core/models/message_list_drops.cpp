// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/core/models/message_list_model.h"

//! How messages whose time is over leave the list.
namespace jjak::client {

void MessageListModel::drop(const QList<qint64> &seqs)
{
    for (const qint64 seq : seqs) {
        if (const int row = rowOfSeq(seq); row >= 0)
            removeRow(row);
        touchQuotes(seq, seq);
    }
}

void MessageListModel::dropUpTo(qint64 seq)
{
    while (!m_messages.empty() && m_messages.front().seq <= seq)
        removeRow(0);
    touchQuotes(1, seq);
}

//! A row goes; what stood beside it may now be the first or the last of its group.
void MessageListModel::removeRow(int row)
{
    beginRemoveRows({}, row, row);
    m_messages.erase(m_messages.begin() + row);
    endRemoveRows();
    touch(row - 1, row - 1, {GroupLastRole});
    touch(row, row, {GroupFirstRole, DayStartRole, UnreadLineRole});
}

} // namespace jjak::client
