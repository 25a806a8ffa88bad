// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIdentityProxyModel>

#include "client/desktop/kit/message_row.h"

namespace jjak::desktop {

//! What the delegate draws for a row of a MessageListModel, with times and days in the user's language.
MessageRow readMessage(const QModelIndex &index);

//! "Today", "Yesterday", or the date.
QString dayText(const QDate &day);

//! The messages with what a screen reader says for a row: who, what, when, how far it got.
class SpokenMessages final : public QIdentityProxyModel {
    Q_OBJECT

public:
    using QIdentityProxyModel::QIdentityProxyModel;
    QVariant data(const QModelIndex &index, int role) const override;
};

} // namespace jjak::desktop
