// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/core/settings/secret_store.h"

#include <QPointer>
#include <QTimer>

#include "client/core/log.h"
#include "client/core/settings/secret_stores.h"

namespace jjak::client {

using namespace Qt::StringLiterals;

namespace {

const QByteArray probeSecret = QByteArrayLiteral("probe");

//! Finds out whether the keychain keeps what is given to it; deletes itself when it knows.
class Probe final : public QObject {
public:
    using Opened = std::function<void(std::unique_ptr<SecretStore>)>;

    Probe(const QString &folder, Duration patience, Opened done) : m_keychain(std::make_unique<KeychainStore>(u"Jjak"_s)), m_folder(folder), m_done(std::move(done))
    {
        QTimer::singleShot(patience, this, [this] { decide(false); });
        m_keychain->write(key(), probeSecret, [this](const Result<> &written) {
            if (!written)
                return decide(false);
            m_keychain->read(key(), [this](const SecretStore::Answer &answer) {
                const bool works = answer.kind == SecretStore::Answer::Kind::Found && answer.secret == probeSecret;
                if (works)
                    m_keychain->erase(key(), [](const Result<> &) {});
                decide(works);
            });
        });
    }

private:
    static QString key() { return u"jjak probe"_s; }

    void decide(bool works)
    {
        if (!m_done)
            return;
        const Opened done = std::exchange(m_done, nullptr);
        qCInfo(logSecrets) << "keychain works:" << works;
        if (works) {
            done(std::move(m_keychain));
        } else {
            // A job may be the caller; it goes with its store.
            m_keychain.release()->deleteLater();
            done(std::make_unique<FileStore>(m_folder));
        }
        deleteLater();
    }

    std::unique_ptr<KeychainStore> m_keychain;
    QString m_folder;
    Opened m_done;
};

} // namespace

void openSecretStore(const QString &folder, Duration patience, std::function<void(std::unique_ptr<SecretStore>)> done)
{
    new Probe(folder, patience, std::move(done));
}

} // namespace jjak::client
