// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/core/settings/secret_stores.h"

namespace jjak::client {

void MemoryStore::read(const QString &key, std::function<void(Answer)> done)
{
    const auto it = m_secrets.constFind(key);
    done(it == m_secrets.cend() ? Answer{Answer::Kind::Missing, {}} : Answer{Answer::Kind::Found, *it});
}

void MemoryStore::write(const QString &key, const QByteArray &secret, std::function<void(Result<>)> done)
{
    m_secrets.insert(key, secret);
    done(Done());
}

void MemoryStore::erase(const QString &key, std::function<void(Result<>)> done)
{
    m_secrets.remove(key);
    done(Done());
}

} // namespace jjak::client
