// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIdentityProxyModel>

#include "client/desktop/kit/room_delegate.h"

namespace jjak::desktop {

//! What the delegate draws for a row of a RoomListModel, in the user's language.
RoomRow readRoom(const QModelIndex &index);

//! The rooms with what a screen reader says for a row.
class SpokenRooms final : public QIdentityProxyModel {
    Q_OBJECT

public:
    using QIdentityProxyModel::QIdentityProxyModel;
    QVariant data(const QModelIndex &index, int role) const override;
};

} // namespace jjak::desktop
