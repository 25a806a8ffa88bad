// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/cluster.h"

#include <QDir>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QThread>
#include <stdexcept>

#include "server/storage/store_set.h"

namespace jjak::test {

using namespace Qt::StringLiterals;

void Cluster::start(int nodes, const QHash<QString, QString> &settings)
{
    QHash<QString, QString> all;
    all.insert(u"JJAK_DATA_DATABASE"_s, m_postgres.address());
    all.insert(u"JJAK_CLUSTER_REDIS"_s, u"unix:"_s + m_redis.socket());
    all.insert(u"JJAK_FILES_FOLDER"_s, m_files.path());
    all.insert(settings);
    for (int i = 0; i < nodes; ++i) {
        all.insert(u"JJAK_CLUSTER_NODE"_s, u"node %1"_s.arg(size()));
        m_nodes.push_back(std::make_unique<ServerProcess>(all));
        if (size() > 1) {
            QDir().mkpath(m_nodes.back()->folder());
            QFile::setPermissions(m_nodes.back()->folder(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
            if (!QFile::copy(m_nodes.front()->folder() + u"/secret.key"_s, m_nodes.back()->folder() + u"/secret.key"_s))
                throw std::runtime_error("the secret cannot be copied");
        }
        if (!m_nodes.back()->start())
            throw std::runtime_error(log().toStdString());
    }
}

QString Cluster::log()
{
    QString out;
    for (int i = 0; i < size(); ++i)
        out += u"--- node %1\n"_s.arg(i) + node(i).log();
    return out;
}

int Cluster::storedFiles() const
{
    int out = 0;
    for (QDirIterator it(m_files.filePath(u"files"_s), QDir::Files, QDirIterator::Subdirectories); it.hasNext(); it.next())
        ++out;
    return out;
}

bool Cluster::settle(int workers)
{
    storage::StoreSet set(database(), storage::OpenAs::Reader);
    QElapsedTimer timer;
    for (timer.start(); timer.elapsed() < 20'000; QThread::msleep(50)) {
        app::Stores &stores = set.stores();
        (void)stores.transaction.begin();
        QHash<qint64, int> owned;
        bool free = false;
        for (const app::StreamRow &row : stores.leases.all()) {
            free = free || !row.owner;
            owned[row.owner.value_or(0)]++;
        }
        const qsizetype alive = stores.nodes.all().size();
        stores.transaction.rollback();
        if (!free && owned.size() == workers && alive >= workers)
            return true;
    }
    return false;
}

} // namespace jjak::test
