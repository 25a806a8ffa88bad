// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <optional>

#include "common/base/error.h"
#include "common/rules/roles.h"

//! What follows from the table of rights: who may speak now, who inherits a group.
namespace jjak::domain {

//! What is known of a member of a group who wants to say something.
struct Speaker {
    MemberRole role = MemberRole::Member;
    std::optional<Time> muted = std::nullopt; //!< until then
    std::optional<Time> spoke = std::nullopt; //!< when they wrote last
};

//! Why a member may not write, react or edit now; `slow`: seconds between two messages of one who is slowed down. Only writing is.
std::optional<Error> mayUtter(Right right, const Speaker &speaker, int slow, Time now);

//! A member who is still in the group.
struct Remaining {
    int number = 0;
    MemberRole role = MemberRole::Member;
};

//! Whose the group is when its owner goes: of those with the highest role the one with the smallest number; nullopt when nobody is left.
std::optional<int> heirOf(const QList<Remaining> &members);

//! A group's name as it is kept: no spaces at the ends, single ones within; nullopt when nothing is left of it.
std::optional<QString> groupName(const QString &wished);

//! Whether a new mute is the repetition of the one there is: they end within the same minute.
bool isSameMute(std::optional<Time> there, Time wished);

} // namespace jjak::domain
