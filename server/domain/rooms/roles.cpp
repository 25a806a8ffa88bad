// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/domain/rooms/roles.h"

#include <algorithm>
#include <tuple>

namespace jjak::domain {

std::optional<Error> mayUtter(Right right, const Speaker &speaker, int slow, Time now)
{
    if (!mayDo(right, speaker.role))
        return Error{rowOf(right).refusal};
    if (speaker.muted && *speaker.muted > now)
        return Error::notBefore(ErrorCode::RoomMuted, speaker.muted);
    if (right != Right::Write || slow == 0 || !speaker.spoke || mayDo(Right::SlowMode, speaker.role))
        return std::nullopt;
    const Time next = *speaker.spoke + std::chrono::seconds(slow);
    return next > now ? std::optional(Error::notBefore(ErrorCode::RoomSlow, next)) : std::nullopt;
}

std::optional<int> heirOf(const QList<Remaining> &members)
{
    const auto heir = std::ranges::min_element(members, {}, [](const Remaining &m) { return std::tuple(m.role, m.number); });
    return heir == members.end() ? std::nullopt : std::optional(heir->number);
}

std::optional<QString> groupName(const QString &wished)
{
    const QString name = wished.normalized(QString::NormalizationForm_C).simplified();
    const bool visible = std::ranges::any_of(name.toUcs4(), [](uint c) { return QChar::isPrint(c) && !QChar::isSpace(c); });
    return visible ? std::optional(name) : std::nullopt;
}

bool isSameMute(std::optional<Time> there, Time wished)
{
    return there && *there <= wished && wished - *there < std::chrono::minutes(1);
}

} // namespace jjak::domain
