// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/late_secret_store.h"

#include <utility>

namespace jjak::desktop {

void LateSecretStore::arrive(std::unique_ptr<client::SecretStore> store)
{
    m_store = std::move(store);
    for (const auto &question : std::exchange(m_waiting, {}))
        question(*m_store);
    Q_EMIT arrived();
}

client::SecretStore::Where LateSecretStore::where() const
{
    return m_store ? m_store->where() : Where::Memory;
}

void LateSecretStore::ask(std::function<void(client::SecretStore &)> question)
{
    if (m_store)
        question(*m_store);
    else
        m_waiting.push_back(std::move(question));
}

void LateSecretStore::read(const QString &key, std::function<void(Answer)> done)
{
    ask([key, done = std::move(done)](client::SecretStore &store) { store.read(key, done); });
}

void LateSecretStore::write(const QString &key, const QByteArray &secret, std::function<void(Result<>)> done)
{
    ask([key, secret, done = std::move(done)](client::SecretStore &store) { store.write(key, secret, done); });
}

void LateSecretStore::erase(const QString &key, std::function<void(Result<>)> done)
{
    ask([key, done = std::move(done)](client::SecretStore &store) { store.erase(key, done); });
}

} // namespace jjak::desktop
