// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIdentityProxyModel>
#include <functional>

#include "client/desktop/kit/message_row.h"

namespace jjak::protocol {
struct Room;
}

namespace jjak::desktop {

//! What the delegate draws for a row of a MessageListModel, with times and days in the user's language. Without the room it is
//! not known which reactions are one's own and whose the others are.
MessageRow readMessage(const QModelIndex &index, const protocol::Room *room = nullptr);

//! "Today", "Yesterday", or the date.
QString dayText(const QDate &day);

//! The messages with what a screen reader says for a row: who, what, when, how far it got.
class SpokenMessages final : public QIdentityProxyModel {
    Q_OBJECT

public:
    SpokenMessages(std::function<MessageRow(const QModelIndex &)> read, QObject *parent) : QIdentityProxyModel(parent), m_read(std::move(read)) {}
    QVariant data(const QModelIndex &index, int role) const override;

private:
    std::function<MessageRow(const QModelIndex &)> m_read;
};

} // namespace jjak::desktop
