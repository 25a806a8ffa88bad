// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/engine/redis/keyspace.h"

#include <sodium.h>

namespace jjak::engine {

namespace {

constexpr QByteArrayView purpose("jjak accounts in Redis 1");
constexpr qsizetype hashBytes = 16; //!< as many as an account's id has: no two of them meet

const unsigned char *bytes(const QByteArray &of)
{
    return reinterpret_cast<const unsigned char *>(of.constData());
}

} // namespace

Keyspace::Keyspace(const QByteArray &installation, const QByteArray &secret) : m_prefix("jjak:" + installation.toHex() + ':')
{
    crypto_generichash(m_key.data(), m_key.size(), reinterpret_cast<const unsigned char *>(purpose.data()), size_t(purpose.size()), bytes(secret), size_t(secret.size()));
}

QByteArray Keyspace::name(const QByteArray &what, const AccountId &account) const
{
    const QByteArray id = account.toBytes();
    QByteArray hash(hashBytes, Qt::Uninitialized);
    crypto_generichash(reinterpret_cast<unsigned char *>(hash.data()), size_t(hash.size()), bytes(id), size_t(id.size()), m_key.data(), m_key.size());
    return name(what + hash);
}

} // namespace jjak::engine
