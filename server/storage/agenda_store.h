// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/app/ports/agenda.h"
#include "server/storage/database.h"

namespace jjak::storage {

//! Which of the stored deadlines comes first.
class SqlAgenda final : public app::Agenda {
public:
    explicit SqlAgenda(Database &database) : m_database(database) {}

    std::optional<Time> next(Duration ticketGrace) override;

private:
    Database &m_database;
};

} // namespace jjak::storage
