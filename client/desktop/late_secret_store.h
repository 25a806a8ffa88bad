// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <vector>

#include "client/core/settings/secret_store.h"

namespace jjak::desktop {

//! Stands in for the secret store while the keychain is still being tried, so that the first window need not wait for it.
//! What is asked before is passed on, in order, when the real one arrives.
class LateSecretStore final : public QObject, public client::SecretStore {
    Q_OBJECT

public:
    void arrive(std::unique_ptr<client::SecretStore> store);
    bool hasArrived() const { return m_store != nullptr; }

    //! Memory until the real one is here.
    Where where() const override;
    void read(const QString &key, std::function<void(Answer)> done) override;
    void write(const QString &key, const QByteArray &secret, std::function<void(Result<>)> done) override;
    void erase(const QString &key, std::function<void(Result<>)> done) override;

Q_SIGNALS:
    void arrived();

private:
    void ask(std::function<void(client::SecretStore &)> question);

    std::unique_ptr<client::SecretStore> m_store;
    std::vector<std::function<void(client::SecretStore &)>> m_waiting;
};

} // namespace jjak::desktop
