// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <qt6keychain/keychain.h>

#include "client/core/log.h"
#include "client/core/settings/secret_stores.h"

namespace jjak::client {

using namespace QKeychain;

namespace {

//! The callback goes with the store; the job does not: libsecret keeps its address until the user has answered the
//! keyring's question, which may be long after we stopped waiting. It deletes itself then.
template <class JobType, class Finished>
JobType *start(JobType *job, const QString &key, QObject *store, Finished finished)
{
    job->setAutoDelete(true);
    job->setInsecureFallback(false);
    job->setKey(key);
    QObject::connect(job, &Job::finished, store, [finished = std::move(finished)](Job *ended) {
        if (ended->error() != NoError && ended->error() != EntryNotFound)
            qCInfo(logSecrets) << "keychain:" << int(ended->error());
        finished(ended);
    });
    return job;
}

Result<> resultOf(const Job *job)
{
    return job->error() == NoError || job->error() == EntryNotFound ? Result<>(Done()) : Result<>(ErrorCode::Unavailable);
}

} // namespace

KeychainStore::KeychainStore(const QString &service, QObject *parent) : QObject(parent), m_service(service) {}

void KeychainStore::read(const QString &key, std::function<void(Answer)> done)
{
    start(new ReadPasswordJob(m_service), key, this, [done = std::move(done)](Job *job) {
        // A locked keyring, too, says that there is no entry.
        if (job->error() == NoError)
            done({Answer::Kind::Found, static_cast<ReadPasswordJob *>(job)->binaryData()});
        else
            done({job->error() == EntryNotFound ? Answer::Kind::Missing : Answer::Kind::Unreachable, {}});
    })->start();
}

void KeychainStore::write(const QString &key, const QByteArray &secret, std::function<void(Result<>)> done)
{
    auto *job = start(new WritePasswordJob(m_service), key, this, [done = std::move(done)](Job *ended) { done(resultOf(ended)); });
    job->setBinaryData(secret);
    job->start();
}

void KeychainStore::erase(const QString &key, std::function<void(Result<>)> done)
{
    start(new DeletePasswordJob(m_service), key, this, [done = std::move(done)](Job *job) { done(resultOf(job)); })->start();
}

} // namespace jjak::client
