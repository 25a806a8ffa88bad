// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/storage/migrations.h"

#include <QDir>
#include <QFile>

#include "server/storage/database.h"
#include "server/storage/log.h"
#include "server/storage/startup_error.h"

//! A static library's resources have to be asked for, from outside any namespace.
static void loadStorageResources()
{
    Q_INIT_RESOURCE(storage);
}

namespace jjak::storage {

using namespace Qt::StringLiterals;

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

namespace {

int lastOf(const QList<Migration> &steps)
{
    return steps.isEmpty() ? 0 : steps.last().version;
}

} // namespace

void refuseNewer(Driver &driver, const QList<Migration> &steps)
{
    const int present = driver.schema(), known = lastOf(steps);
    if (present > known)
        throw StartupError(u"the database was written by a newer version (schema %1; this server knows schemas up to %2)"_s.arg(present).arg(known));
}

void migrate(Database &database, const QList<Migration> &steps)
{
    Driver &driver = database.driver();
    refuseNewer(driver, steps);
    const int present = driver.schema(), known = lastOf(steps);
    for (const Migration &step : steps) {
        if (step.version > present)
            driver.apply(step);
    }
    if (present < known)
        qCInfo(storageLog, "schema %d is now schema %d", present, known);
}

} // namespace jjak::storage
