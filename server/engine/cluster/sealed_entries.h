// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/app/ports/entry_reader.h"
#include "server/engine/cluster/seal.h"

namespace jjak::engine {

//! Opens entries of the streams with the seal of the servers that share them.
class SealedEntries final : public app::EntryReader {
public:
    explicit SealedEntries(const Seal &seal) : m_seal(seal) {}
    std::optional<app::Job> read(const app::Origin &origin) const override;

private:
    const Seal &m_seal;
};

} // namespace jjak::engine
