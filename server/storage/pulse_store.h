// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/app/ports/lounge.h"
#include "server/storage/database.h"

namespace jjak::storage {

//! Views and uses of tags, which end by themselves.
class SqlPulseStore final : public app::PulseStore {
public:
    explicit SqlPulseStore(Database &database) : m_database(database) {}

    bool view(qint64 post, AccountId account, qint64 day, bool counts) override;
    void wrote(const QStringList &tags, AccountId account, qint64 post, std::optional<qint64> comment, Time at) override;
    QList<protocol::Trend> trends(int limit) override;
    void forget(Time now, int limit) override;

private:
    Database &m_database;
};

} // namespace jjak::storage
