// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/engine/redis/redis_complaints.h"

#include <QMap>

namespace jjak::engine {

using namespace Qt::StringLiterals;

namespace {

QMap<QByteArray, QByteArray> fieldsOf(const QByteArray &info)
{
    QMap<QByteArray, QByteArray> fields;
    for (const QByteArray &line : info.split('\n')) {
        if (const qsizetype colon = line.indexOf(':'); colon > 0)
            fields.insert(line.left(colon), line.mid(colon + 1).trimmed());
    }
    return fields;
}

} // namespace

QList<QString> redisComplaints(const QByteArray &info)
{
    const auto fields = fieldsOf(info);
    const auto text = [&](const char *field) { return QString::fromLatin1(fields.value(field)); };
    QList<QString> out;
    // CONFIG GET would tell it too, but is often forbidden.
    if (const QString version = text("redis_version"); version.section(u'.', 0, 0).toInt() < oldestRedis)
        out.append(u"Redis is too old (%1). Install version %2.0 or newer."_s.arg(version.isEmpty() ? u"it does not tell its version"_s : version).arg(oldestRedis));
    if (const QString policy = text("maxmemory_policy"); fields.value("maxmemory").toLongLong() > 0 && policy != "noeviction"_L1)
        out.append(u"Redis throws away what it should keep when its memory is full (maxmemory-policy is %1). Put \"maxmemory-policy noeviction\" into redis.conf, and for now: "
                   u"CONFIG SET maxmemory-policy noeviction"_s.arg(policy));
    if (fields.value("role") == "slave")
        out.append(u"Redis is a replica, which takes nothing that is written. Give the address of its primary (%1:%2)."_s.arg(text("master_host"), text("master_port")));
    if (fields.value("cluster_enabled") == "1")
        out.append(u"Redis runs as a cluster, in which scripts cannot reach all keys. Put \"cluster-enabled no\" into redis.conf, or give the address of a Redis by itself."_s);
    return out;
}

} // namespace jjak::engine
