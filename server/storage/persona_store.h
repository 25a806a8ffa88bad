// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/app/ports/lounge.h"
#include "server/storage/database.h"

namespace jjak::storage {

//! The names borne in the lounge, in the table of personas.
class SqlPersonaStore final : public app::PersonaStore {
public:
    explicit SqlPersonaStore(Database &database) : m_database(database) {}

    std::optional<app::PersonaRow> of(AccountId account) override;
    std::optional<app::PersonaRow> find(PersonaId id) override;
    bool save(const app::PersonaRow &row) override;

private:
    Database &m_database;
};

} // namespace jjak::storage
