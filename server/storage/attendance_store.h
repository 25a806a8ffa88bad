// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/app/ports/dates.h"
#include "server/storage/database.h"

namespace jjak::storage {

//! Versions of what accounts see of the blind date.
class SqlAttendanceStore final : public app::AttendanceStore {
public:
    explicit SqlAttendanceStore(Database &database) : m_database(database) {}

    app::AttendanceRow find(AccountId account) override;
    app::AttendanceRow advance(AccountId account) override;
    app::AttendanceRow advance(AccountId account, std::optional<DateId> last, const std::optional<protocol::LetGo> &letGo) override;

private:
    Database &m_database;
};

} // namespace jjak::storage
