// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/storage/database.h"

#include "server/storage/log.h"
#include "server/storage/postgres_driver.h"
#include "server/storage/sqlite_driver.h"

namespace jjak::storage {

using namespace Qt::StringLiterals;

namespace {

std::unique_ptr<Driver> driverFor(const QString &address, OpenAs as, Durability durability)
{
    if (isPostgres(address))
        return std::make_unique<PostgresDriver>(address, as);
    return std::make_unique<SqliteDriver>(address, as, durability);
}

} // namespace

Database::Database(const QString &address, OpenAs as, Durability durability) : m_as(as), m_driver(driverFor(address, as, durability)) {}

Database::~Database() = default;

void Database::begin(app::Transaction::Apart apart)
{
    m_failure = Failure::None;
    bool lost = false;
    if (!m_driver->revive(lost))
        fail(Statement::Step::Broken);
    if (lost)
        m_statements.clear();
    change(m_driver->beginning(apart));
}

// An INSERT may succeed while the disk is full; only the COMMIT, which writes and syncs, tells.
bool Database::commit()
{
    if (m_failure != Failure::None)
        return false;
    QByteArray transaction;
    if (const auto mark = m_driver->mark())
        transaction = value<QByteArray>(mark->sql, mark->whose, mark->which).value_or(QByteArray());
    if (m_failure != Failure::None)
        return false;
    m_driver->noteTransaction(transaction);
    change(u"COMMIT"_s);
    if (m_failure == Failure::Whole) {
        const bool kept = m_driver->wasKept();
        m_statements.clear(); // it may have connected anew to find that out
        m_failure = kept ? Failure::None : Failure::Whole;
    }
    return m_failure == Failure::None;
}

Statement *Database::prepared(const QString &sql, std::span<const SqlValue> values)
{
    if (m_failure != Failure::None)
        return nullptr;
    auto known = m_statements.find(sql);
    if (known == m_statements.end()) {
        auto statement = m_driver->prepare(sql, values);
        if (!statement) {
            fail(Statement::Step::Broken);
            return nullptr;
        }
        known = m_statements.emplace(sql, std::move(statement)).first;
    }
    known->second->bind(values);
    return known->second.get();
}

void Database::refuse(const char *rule)
{
    if (m_failure != Failure::None)
        return;
    qCDebug(storageLog, "refused: %s", rule);
    m_failure = Failure::Command;
}

bool Database::emptyLog()
{
    return !isReader() && !inTransaction() && m_driver->emptyLog();
}

void Database::giveBack(int pages)
{
    if (m_failure == Failure::None)
        m_driver->giveBack(pages);
}

QStringList Database::statements() const
{
    QStringList out;
    for (const auto &[sql, statement] : m_statements)
        out.append(sql);
    out.sort();
    return out;
}

void Database::fail(Statement::Step step)
{
    if (step == Statement::Step::Refused) {
        qCDebug(storageLog, "constraint: %s", qPrintable(m_driver->lastError()));
        if (m_failure == Failure::None)
            m_failure = Failure::Command;
        return;
    }
    if (step == Statement::Step::Conflict) {
        qCDebug(storageLog, "conflict: %s", qPrintable(m_driver->lastError()));
        m_failure = Failure::Again;
        return;
    }
    if (!std::exchange(m_told, true))
        qCWarning(storageLog, "database error: %s", qPrintable(m_driver->lastError()));
    m_failure = Failure::Whole;
}

} // namespace jjak::storage
