// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/main/cluster.h"

#include <QSysInfo>
#include <sodium.h>
#include <stdexcept>

#include "server/main/access.h"
#include "server/operate/log_categories.h"
#include "server/storage/startup_error.h"

namespace jjak::server {

using namespace Qt::StringLiterals;
using operate::Configuration;
using storage::StartupError;

namespace {

engine::Steward::Options stewardOptions(const Configuration &c)
{
    const QString name = c.nodeName.isEmpty() ? u"%1:%2"_s.arg(QSysInfo::machineHostName()).arg(c.port) : c.nodeName;
    return {name.left(256), c.roles != u"gateway"_s, c.streams};
}

//! Redis is looked at before this server is one of the others.
std::unique_ptr<app::StoreAccess> checked(const Configuration &c, const QString &database)
{
    const QList<QString> complaints = engine::RedisConnection(c.redis).complaints();
    if (!complaints.isEmpty())
        throw StartupError(complaints.join(u'\n'));
    return std::make_unique<Access>(database, storage::OpenAs::Caretaker);
}

//! So that nobody who reads the database can tell the secret from it.
QByteArray fingerprint(const QByteArray &secret)
{
    constexpr QByteArrayView purpose("jjak secret 1");
    QByteArray out(crypto_generichash_BYTES, Qt::Uninitialized);
    crypto_generichash(reinterpret_cast<unsigned char *>(out.data()), size_t(out.size()), reinterpret_cast<const unsigned char *>(purpose.data()), size_t(purpose.size()),
                       reinterpret_cast<const unsigned char *>(secret.constData()), size_t(secret.size()));
    return out;
}

//! Before anything of this server touches Redis: one with another secret must not be among the others there either.
engine::Keyspace keyspaceOf(engine::Steward &steward, const QByteArray &secret, Rng &rng)
{
    const QByteArray mine = fingerprint(secret);
    if (steward.agree(u"secret"_s, mine) != mine)
        throw StartupError(u"the other servers of this database have another secret: copy the file secret.key from the data folder of one of them into this one's, and start again"_s);
    std::array<std::uint8_t, engine::Keyspace::installationBytes> fresh{};
    rng.fill(fresh);
    return {steward.agree(u"redis"_s, QByteArray(reinterpret_cast<const char *>(fresh.data()), fresh.size())), secret};
}

} // namespace

Cluster::Cluster(const Configuration &c, const QString &database, const QByteArray &secret, Rng &rng, app::FanOut &local, app::Freshness &freshness)
try : m_redis(c.redis), m_seal(secret), m_steward(stewardOptions(c), checked(c, database), m_clock), m_space(keyspaceOf(m_steward, secret, rng)),
      m_fanOut({c.redis, {}, m_steward.node()}, m_space, m_seal, local, freshness), m_inbox({c.redis, {}, m_steward.node()}, m_space, m_seal, m_fanOut),
      m_log({c.redis, {}, m_steward.streams(), c.roles != u"gateway"_s}, m_space, m_seal, m_clock, local),
      m_watch({c.redis, {}, m_steward.node(), m_steward.streams()}, m_space, std::make_unique<Access>(database, storage::OpenAs::Caretaker), m_inbox) {
    qCInfo(operate::serverLog, "the names of all that the servers of this database have in Redis begin with %s", m_space.prefix().constData());
    if (m_steward.streams() != c.streams)
        qCInfo(operate::serverLog, "the servers of this database have %d streams; cluster.streams does not change that any more", m_steward.streams());
} catch (const std::runtime_error &error) {
    throw StartupError(QString::fromUtf8(error.what()));
}

std::unique_ptr<app::StoreAccess> Cluster::hot(std::unique_ptr<app::StoreAccess> stored)
{
    return std::make_unique<engine::HotAccess>(std::move(stored), engine::HotPages::Options{m_redis}, m_space, m_seal, m_hotReads);
}

app::FrontDoor &Cluster::doorTo(app::FrontDoor &inner)
{
    return m_door.emplace(inner, m_fanOut);
}

void Cluster::leave()
{
    m_watch.stop();
    m_steward.stop();
    m_fanOut.stop();
    m_inbox.stop();
}

} // namespace jjak::server
