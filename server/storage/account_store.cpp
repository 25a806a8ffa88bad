// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/storage/account_store.h"

namespace jjak::storage {

using namespace Qt::StringLiterals;

namespace {

app::AccountRow account(Row &row)
{
    app::AccountRow out;
    row.to(out.id, out.name, out.folded, out.passwordHash, out.attempt, out.demo, out.role, out.created, out.settings.presence, out.settings.read, out.settings.typing);
    return out;
}

} // namespace

std::optional<app::AccountRow> SqlAccountStore::byId(AccountId id)
{
    return m_database.first(u"SELECT id, name, folded, password, attempt, demo, role, created, show_presence, show_read, show_typing FROM account WHERE id = ?"_s, account, id);
}

std::optional<app::AccountRow> SqlAccountStore::byName(const QString &folded)
{
    return m_database.first(u"SELECT id, name, folded, password, attempt, demo, role, created, show_presence, show_read, show_typing FROM account WHERE folded = ?"_s, account, folded);
}

bool SqlAccountStore::insert(const app::AccountRow &row)
{
    return m_database.change(u"INSERT INTO account (id, name, folded, password, attempt, demo, role, created) VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (folded) DO NOTHING"_s,
                             row.id, row.name, row.folded, row.passwordHash, row.attempt, row.demo, row.role, row.created)
        == 1;
}

void SqlAccountStore::setPasswordHash(AccountId id, const QByteArray &hash)
{
    m_database.change(u"UPDATE account SET password = ? WHERE id = ?"_s, hash, id);
}

void SqlAccountStore::setRole(AccountId id, protocol::Role role)
{
    m_database.change(u"UPDATE account SET role = ? WHERE id = ?"_s, role, id);
}

void SqlAccountStore::setSettings(AccountId id, const protocol::Settings &settings)
{
    m_database.change(u"UPDATE account SET show_presence = ?, show_read = ?, show_typing = ? WHERE id = ?"_s, settings.presence, settings.read, settings.typing, id);
}

} // namespace jjak::storage
