// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/cluster/stage.h"

#include <QDir>
#include <QFile>
#include <algorithm>

#include "server/storage/data_file.h"
#include "server/storage/data_folder.h"

namespace jjak::faults {

using namespace Qt::StringLiterals;

Stage::Stage(int nodes, bool redis, const QHash<QString, QString> &more) : m_redis(redis ? std::make_unique<test::RedisServer>() : nullptr)
{
    storage::prepareDatabase(database());
    QHash<QString, QString> settings{{u"JJAK_DATA_DATABASE"_s, database()}, {u"JJAK_LIMITS_IDLE_TIME"_s, u"1h"_s}, {u"JJAK_LIMITS_CONNECTIONS"_s, u"100000"_s}};
    if (m_redis)
        settings.insert({{u"JJAK_CLUSTER_REDIS"_s, u"unix:"_s + m_redis->socket()}, {u"JJAK_FILES_FOLDER"_s, m_files.path()}});
    settings.insert(more);
    for (int i = 0; i < nodes; ++i)
        m_nodes.push_back(std::make_unique<test::ServerProcess>(settings));
}

bool Stage::start()
{
    const QString name = u"/secret.key"_s, secret = node(0).folder() + name;
    for (int i = 0; i < size(); ++i) {
        if (i > 0 && !QFile::exists(node(i).folder() + name)) {
            storage::prepareFolder(node(i).folder());
            QFile::copy(secret, node(i).folder() + name);
        }
        if (!node(i).start())
            return false;
    }
    return true;
}

bool Stage::stop()
{
    return std::ranges::all_of(m_nodes, [](const auto &node) { return node->terminate(); });
}

std::vector<quint16> Stage::ports() const
{
    std::vector<quint16> out;
    for (const auto &node : m_nodes)
        out.push_back(node->port());
    return out;
}

QString Stage::logs() const
{
    QString out;
    for (int i = 0; i < size(); ++i)
        out += u"node %1:\n%2\n"_s.arg(i).arg(m_nodes[size_t(i)]->log());
    return out;
}

} // namespace jjak::faults
