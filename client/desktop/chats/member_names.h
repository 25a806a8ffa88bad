// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include "client/desktop/chats/completion.h"

namespace jjak::protocol {
struct Room;
}

namespace jjak::desktop {

//! Who can be mentioned in a group, by their names: "@Mi" begins one. What is taken is found again by client::mentionsIn().
class MemberNames final : public CompletionSource {
public:
    //! Gives the room that is written into; nullptr: none.
    using RoomGetter = std::function<const protocol::Room *()>;

    explicit MemberNames(RoomGetter room) : m_room(std::move(room)) {}

    QString begun(QStringView line) const override;
    QList<Completed> offers(const QString &begun) const override;

private:
    RoomGetter m_room;
};

} // namespace jjak::desktop
