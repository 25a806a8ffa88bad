// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLockFile>
#include <QSaveFile>
#include <QStandardPaths>

#include "client/core/log.h"
#include "client/core/settings/secret_stores.h"

namespace jjak::client {

using namespace Qt::StringLiterals;

namespace {

constexpr auto owner = QFile::ReadOwner | QFile::WriteOwner;
// Two programs of one user may change the file at the same time.
constexpr int lockPatienceMs = 2000;

QString lockPath(const QString &path)
{
    return path + ".lock"_L1;
}

} // namespace

FileStore::FileStore(const QString &folder) : m_path((folder.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) : folder) + "/secrets"_L1) {}

void FileStore::read(const QString &key, std::function<void(Answer)> done)
{
    const auto secrets = load();
    if (!secrets)
        return done({Answer::Kind::Unreachable, {}});
    const auto it = secrets->constFind(key);
    done(it == secrets->cend() ? Answer{Answer::Kind::Missing, {}} : Answer{Answer::Kind::Found, *it});
}

void FileStore::write(const QString &key, const QByteArray &secret, std::function<void(Result<>)> done)
{
    QDir().mkpath(QFileInfo(m_path).absolutePath());
    QLockFile lock(lockPath(m_path));
    if (!lock.tryLock(lockPatienceMs))
        return done(ErrorCode::Unavailable);
    auto secrets = load().value_or(QHash<QString, QByteArray>());
    secrets.insert(key, secret);
    done(save(secrets) ? Result<>(Done()) : Result<>(ErrorCode::Unavailable));
}

void FileStore::erase(const QString &key, std::function<void(Result<>)> done)
{
    if (!QFile::exists(m_path))
        return done(Done());
    QLockFile lock(lockPath(m_path));
    auto secrets = lock.tryLock(lockPatienceMs) ? load() : std::nullopt;
    if (!secrets)
        return done(ErrorCode::Unavailable);
    const bool was = secrets->remove(key) > 0;
    done(!was || save(*secrets) ? Result<>(Done()) : Result<>(ErrorCode::Unavailable));
}

//! nullopt when there is a file that cannot be read or understood.
std::optional<QHash<QString, QByteArray>> FileStore::load() const
{
    QHash<QString, QByteArray> secrets;
    QFile file(m_path);
    if (!file.exists())
        return secrets;
    const bool readable = file.open(QIODevice::ReadOnly);
    const QJsonDocument json = QJsonDocument::fromJson(readable ? file.readAll() : QByteArray());
    if (!json.isObject()) {
        qCWarning(logSecrets) << "the file of secrets cannot be read";
        return std::nullopt;
    }
    const QJsonObject object = json.object();
    for (auto it = object.begin(); it != object.end(); ++it)
        secrets.insert(it.key(), QByteArray::fromBase64(it.value().toString().toLatin1()));
    return secrets;
}

bool FileStore::save(const QHash<QString, QByteArray> &secrets) const
{
    QJsonObject object;
    for (auto it = secrets.begin(); it != secrets.end(); ++it)
        object.insert(it.key(), QString::fromLatin1(it.value().toBase64()));
    QFile::setPermissions(QFileInfo(m_path).absolutePath(), owner | QFile::ExeOwner);
    QSaveFile file(m_path);
    // The mode is set while the file is still empty.
    return file.open(QIODevice::WriteOnly) && file.setPermissions(owner) && file.write(QJsonDocument(object).toJson(QJsonDocument::Compact)) > 0 && file.commit();
}

} // namespace jjak::client
