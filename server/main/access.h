// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/app/freshness.h"
#include "server/app/pool.h"
#include "server/storage/store_set.h"

namespace jjak::server {

//! A connection to the database of the thread that opens it.
class Access final : public app::StoreAccess {
public:
    Access(const QString &database, storage::OpenAs as) : m_stores(database, as) {}
    app::Stores stores() override { return m_stores.stores(); }

private:
    storage::StoreSet m_stores;
};

//! A reading connection beside one to a copy of the database, which answers whom it is new enough for. Without the copy everything goes on.
class CopyAccess final : public app::StoreAccess {
public:
    CopyAccess(const QString &database, const QString &copy, app::Freshness &freshness) : m_stores(database, storage::OpenAs::Reader), m_address(copy), m_freshness(freshness) {}
    app::Stores stores() override { return m_stores.stores(); }
    app::Stores storesFor(const app::Caller &caller) override;
    //! Later answers are not older than this one.
    void answered(const app::Caller &caller, app::Stores &stores) override { m_freshness.told({app::ToConnection{caller.connection, {}}}, stores.transaction.logPosition()); }

private:
    bool isThere();

    storage::StoreSet m_stores;
    const QString m_address;
    app::Freshness &m_freshness;
    std::unique_ptr<storage::StoreSet> m_copy;
    std::optional<std::chrono::steady_clock::time_point> m_away; //!< since then the copy has not answered
    quint64 m_answers = 0;
};

//! Throws storage::StartupError when the copy cannot be reached, or is one of something else.
void checkCopy(const QString &database, const QString &copy);

} // namespace jjak::server
