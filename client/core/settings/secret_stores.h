// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QObject>

#include "client/core/settings/secret_store.h"

namespace jjak::client {

//! Keeps secrets in the desktop's keyring (Secret Service, KWallet, Windows, macOS), through QtKeychain.
class KeychainStore final : public QObject, public SecretStore {
    Q_OBJECT

public:
    //! The service is the name under which the user finds the entries in the keyring.
    explicit KeychainStore(const QString &service, QObject *parent = nullptr);
    Where where() const override { return Where::Keychain; }
    void read(const QString &key, std::function<void(Answer)> done) override;
    void write(const QString &key, const QByteArray &secret, std::function<void(Result<>)> done) override;
    void erase(const QString &key, std::function<void(Result<>)> done) override;

private:
    QString m_service;
};

//! Keeps secrets in one file of mode 0600 in a folder of mode 0700, for where there is no keyring. Every change writes a
//! new file, flushes it to the disk and renames it over the old one.
class FileStore final : public SecretStore {
public:
    //! Empty folder: this user's local application data.
    explicit FileStore(const QString &folder);
    Where where() const override { return Where::File; }
    QString path() const { return m_path; }
    void read(const QString &key, std::function<void(Answer)> done) override;
    void write(const QString &key, const QByteArray &secret, std::function<void(Result<>)> done) override;
    void erase(const QString &key, std::function<void(Result<>)> done) override;

private:
    std::optional<QHash<QString, QByteArray>> load() const;
    bool save(const QHash<QString, QByteArray> &secrets) const;

    QString m_path;
};

//! Keeps secrets until the program ends.
class MemoryStore final : public SecretStore {
public:
    Where where() const override { return Where::Memory; }
    void read(const QString &key, std::function<void(Answer)> done) override;
    void write(const QString &key, const QByteArray &secret, std::function<void(Result<>)> done) override;
    void erase(const QString &key, std::function<void(Result<>)> done) override;

private:
    QHash<QString, QByteArray> m_secrets;
};

} // namespace jjak::client
