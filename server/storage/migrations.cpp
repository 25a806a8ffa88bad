// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/storage/migrations.h"

#include <QDir>
#include <QSqlQuery>

#include "server/storage/connection.h"
#include "server/storage/log.h"
#include "server/storage/startup_error.h"

//! A static library's resources have to be asked for, from outside any namespace.
static void loadStorageResources()
{
    Q_INIT_RESOURCE(storage);
}

namespace jjak::storage {

using namespace Qt::StringLiterals;

namespace {

void mustRun(QSqlQuery &query, const QString &sql, const QString &during)
{
    if (!query.exec(sql))
        throw StartupError(u"the database could not be brought up to date (%1): %2"_s.arg(during, query.lastError().text()));
}

void apply(Connection &connection, const Migration &step)
{
    QSqlQuery query(connection.handle());
    mustRun(query, u"BEGIN IMMEDIATE"_s, step.name);
    try {
        for (const QString &sql : step.statements)
            mustRun(query, sql, step.name);
        mustRun(query, u"PRAGMA application_id = %1"_s.arg(applicationId), step.name);
        mustRun(query, u"PRAGMA user_version = %1"_s.arg(step.version), step.name);
        mustRun(query, u"COMMIT"_s, step.name);
    } catch (const StartupError &) {
        query.exec(u"ROLLBACK"_s);
        throw;
    }
}

int schemaOf(Connection &connection)
{
    QSqlQuery query(connection.handle());
    mustRun(query, u"PRAGMA user_version"_s, u"reading its version"_s);
    return query.next() ? query.value(0).toInt() : 0;
}

} // namespace

QStringList statementsOf(const QString &script)
{
    QStringList out;
    QString statement;
    for (const QString &line : script.split(u'\n')) {
        if (line.trimmed().isEmpty() || line.startsWith("--"_L1))
            continue;
        statement += line + u'\n';
        if (line.trimmed().endsWith(u';'))
            out.append(std::exchange(statement, QString()).trimmed());
    }
    if (!statement.isEmpty())
        out.append(statement.trimmed());
    return out;
}

QList<Migration> migrations()
{
    loadStorageResources();
    QList<Migration> out;
    const QDir folder(u":/jjak/storage/migrations"_s);
    for (const QString &name : folder.entryList(QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly) || QStringView(name).left(4).toInt() != out.size() + 1)
            throw StartupError(u"this server was built wrongly: schema step %1"_s.arg(name));
        out.append({int(out.size()) + 1, name, statementsOf(QString::fromUtf8(file.readAll()))});
    }
    return out;
}

void migrate(Connection &connection, const QList<Migration> &steps)
{
    const int present = schemaOf(connection), known = steps.isEmpty() ? 0 : steps.last().version;
    if (present > known)
        throw StartupError(u"the database was written by a newer version (schema %1; this server knows schemas up to %2)"_s.arg(present).arg(known));
    for (const Migration &step : steps) {
        if (step.version > present)
            apply(connection, step);
    }
    if (present < known)
        qCInfo(storageLog, "schema %d is now schema %d", present, known);
}

} // namespace jjak::storage
