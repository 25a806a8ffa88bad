// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/storage/device_store.h"

namespace jjak::storage {

using namespace Qt::StringLiterals;

namespace {

app::DeviceRow device(Row &row)
{
    app::DeviceRow out;
    row.to(out.id, out.account, out.label, out.attempt, out.tokenHash, out.tokenSince, out.created, out.used);
    return out;
}

} // namespace

std::optional<app::DeviceRow> SqlDeviceStore::byId(DeviceId id)
{
    return m_database.first(u"SELECT id, account, label, attempt, token_hash, token_since, created, used FROM device WHERE id = ?"_s, device, id);
}

std::optional<app::DeviceRow> SqlDeviceStore::byToken(const QByteArray &tokenHash)
{
    return m_database.first(u"SELECT id, account, label, attempt, token_hash, token_since, created, used FROM device WHERE token_hash = ?"_s, device, tokenHash);
}

std::optional<app::DeviceRow> SqlDeviceStore::byAttempt(AccountId account, ClientId attempt)
{
    return m_database.first(u"SELECT id, account, label, attempt, token_hash, token_since, created, used FROM device WHERE account = ? AND attempt = ?"_s, device, account, attempt);
}

std::optional<app::SpentToken> SqlDeviceStore::spent(const QByteArray &tokenHash)
{
    return m_database.first(
        u"SELECT device, spent FROM spent_token WHERE token_hash = ?"_s, [](Row &row) { app::SpentToken out; row.to(out.device, out.spent); return out; }, tokenHash);
}

void SqlDeviceStore::keepSpentToken(const app::DeviceRow &row)
{
    m_database.change(u"INSERT INTO spent_token (token_hash, device, spent) SELECT token_hash, id, ? FROM device WHERE id = ? AND token_hash <> ? ON CONFLICT (token_hash) DO NOTHING"_s, row.tokenSince, row.id, row.tokenHash);
}

void SqlDeviceStore::renew(const app::DeviceRow &row)
{
    keepSpentToken(row);
    m_database.change(u"UPDATE device SET label = ?, token_hash = ?, token_since = ?, used = ? WHERE id = ?"_s, row.label, row.tokenHash, row.tokenSince, row.used, row.id);
}

void SqlDeviceStore::save(const app::DeviceRow &row)
{
    keepSpentToken(row);
    m_database.change(u"INSERT INTO device (id, account, label, attempt, token_hash, token_since, created, used) VALUES (?, ?, ?, ?, ?, ?, ?, ?) "
                      "ON CONFLICT (id) DO UPDATE SET account = excluded.account, label = excluded.label, attempt = excluded.attempt, token_hash = excluded.token_hash, "
                      "token_since = excluded.token_since, created = excluded.created, used = excluded.used"_s,
                      row.id, row.account, row.label, row.attempt, row.tokenHash, row.tokenSince, row.created, row.used);
}

void SqlDeviceStore::remove(DeviceId id)
{
    m_database.change(u"DELETE FROM device WHERE id = ?"_s, id);
}

QList<app::DeviceRow> SqlDeviceStore::ofAccount(AccountId account)
{
    return m_database.list(u"SELECT id, account, label, attempt, token_hash, token_since, created, used FROM device WHERE account = ? ORDER BY used DESC, id"_s, device, account);
}

void SqlDeviceStore::useConnected(Time before, Time now)
{
    m_database.change(u"UPDATE device SET used = ? WHERE used < ? AND EXISTS (SELECT 1 FROM connected WHERE connected.device = device.id)"_s, now, before);
}

QList<DeviceId> SqlDeviceStore::removeUnused(Time before)
{
    m_database.change(u"DELETE FROM spent_token WHERE spent < ?"_s, before);
    return m_database.list(u"DELETE FROM device WHERE used < ? RETURNING id"_s, [](Row &row) { return row.next<DeviceId>(); }, before);
}

} // namespace jjak::storage
