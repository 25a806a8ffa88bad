// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/app/ports/nodes.h"
#include "server/storage/database.h"

namespace jjak::storage {

//! The servers that share the database.
class SqlNodeStore final : public app::NodeStore {
public:
    explicit SqlNodeStore(Database &database) : m_database(database) {}

    std::optional<Time> now() override { return m_database.now(); }
    qint64 enter(const QString &name, bool works, Time until) override;
    bool stay(qint64 number, const QString &name, bool works, Time until) override;
    void leave(qint64 number) override;
    QList<app::NodeRow> all() override;
    int removeGone(Time now) override;
    QList<app::DeviceGone> orphans(int most) override;
    QList<app::ConnectedDevice> connectedTo(qint64 number) override;
    QByteArray agree(const QString &name, const QByteArray &mine) override;

private:
    Database &m_database;
};

//! Which of them runs which stream.
class SqlLeaseStore final : public app::LeaseStore {
public:
    explicit SqlLeaseStore(Database &database) : m_database(database) {}

    int create(int streams) override;
    QList<int> renew(qint64 owner, Time until) override;
    void release(qint64 owner, int stream) override;
    QList<app::Lease> claim(qint64 owner, int most, Time now, Time until) override;
    QList<app::StreamRow> all() override;

private:
    Database &m_database;
};

} // namespace jjak::storage
