// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/app/ports/entry_reader.h"
#include "server/engine/cluster/seal.h"
#include "server/engine/redis/keyspace.h"

namespace jjak::engine {

//! Opens entries of the streams with the seal of the servers that share them.
class SealedEntries final : public app::EntryReader {
public:
    SealedEntries(const Keyspace &space, const Seal &seal) : m_space(space), m_seal(seal) {}
    std::optional<app::Job> read(const app::Origin &origin) const override;

private:
    const Keyspace m_space;
    const Seal &m_seal;
};

} // namespace jjak::engine
