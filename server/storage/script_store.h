// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/app/ports/dates.h"
#include "server/storage/database.h"

namespace jjak::storage {

//! The scripts, and their words by language.
class SqlScriptStore final : public app::ScriptStore {
public:
    explicit SqlScriptStore(Database &database) : m_database(database) {}

    std::optional<QString> toml(ScriptId id) override;
    void insert(const app::ScriptRow &row) override;
    QList<protocol::cmd::ScriptText> texts(ScriptId id, const QString &language) override;

private:
    Database &m_database;
};

} // namespace jjak::storage
