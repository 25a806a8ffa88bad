// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/engine/cluster/sealed_entries.h"

#include "server/engine/cluster/job_codec.h"
#include "server/engine/cluster/redis_keys.h"

namespace jjak::engine {

std::optional<app::Job> SealedEntries::read(const app::Origin &origin) const
{
    const auto plain = m_seal.open(origin.entry, keys::commands(m_space, origin.stream));
    auto sent = plain ? decodeJob(*plain) : std::nullopt;
    return sent ? std::optional(std::move(sent->job)) : std::nullopt;
}

} // namespace jjak::engine
