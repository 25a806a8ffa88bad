// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/storage/data_file.h"

#include <QFileInfo>
#include <QSqlQuery>
#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include "server/storage/connection.h"
#include "server/storage/database.h"
#include "server/storage/data_folder.h"
#include "server/storage/migrations.h"
#include "server/storage/move/move_mark.h"
#include "server/storage/postgres_driver.h"
#include "server/storage/startup_error.h"

namespace jjak::storage {

using namespace Qt::StringLiterals;

namespace {

//! Asks a file what it is, and says what SQLite finds wrong with it.
class Inspection {
public:
    Inspection(Connection &connection, const QString &path) : m_path(path), m_connection(connection) {}

    int run()
    {
        // Other pragmas do not look at the file; this one does, and finds out whether it is a database at all.
        const int tables = ask(u"SELECT count(*) FROM sqlite_schema"_s).toInt();
        const int mark = ask(u"PRAGMA application_id"_s).toInt();
        if (mark != applicationId && (mark != 0 || tables > 0))
            throw StartupError(u"%1 is the database of another program; choose another data folder"_s.arg(m_path));
        const int schema = ask(u"PRAGMA user_version"_s).toInt(), known = migrations().last().version;
        if (schema > known)
            throw StartupError(u"%1 was written by a newer version (schema %2; this server knows schemas up to %3): start that version, or restore a backup made before the upgrade"_s.arg(m_path).arg(schema).arg(known));
        const QString verdict = ask(u"PRAGMA quick_check(1)"_s).toString();
        if (verdict != "ok"_L1)
            throw damaged(verdict);
        return schema;
    }

private:
    QVariant ask(const QString &sql)
    {
        QSqlQuery query(m_connection.handle());
        query.setForwardOnly(true);
        if (query.exec(sql) && query.next())
            return query.value(0);
        const int code = sqliteCode(query.lastError()) & 0xff;
        if (code == SQLITE_NOTADB)
            throw StartupError(u"%1 is no database: it was not written by this server, or its beginning was overwritten"_s.arg(m_path));
        if (code == SQLITE_CORRUPT)
            throw damaged(query.lastError().databaseText());
        throw StartupError(u"%1 cannot be read: %2"_s.arg(m_path, query.lastError().databaseText()));
    }
    StartupError damaged(const QString &finding) const { return StartupError(u"%1 is damaged (%2): restore a backup"_s.arg(m_path, finding)); }

    const QString m_path;
    Connection &m_connection;
};

//! SQLite would make the file by itself, but readable by everybody the umask allows; its WAL takes over the mode.
void createFile(const QString &path)
{
    const int file = ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (file < 0)
        throw StartupError(u"%1 cannot be made: %2"_s.arg(path, qt_error_string()));
    ::close(file);
    syncFolder(QFileInfo(path).absolutePath());
}

//! Makes the file where there is none, and looks at one that is there.
void prepareFile(const QString &path)
{
    const QFileInfo file(path);
    if (!file.exists())
        createFile(path);
    else if (!file.isFile())
        throw StartupError(u"%1 is no file"_s.arg(path));
    else if (file.size() > 0) {
        Connection connection(path, Connection::Access::ReadOnly);
        inspectDatabase(connection, path);
    }
}

} // namespace

int inspectDatabase(Connection &connection, const QString &path)
{
    return Inspection(connection, path).run();
}

void prepareDatabase(const QString &address, bool shared)
{
    if (!isPostgres(address))
        prepareFile(address);
    Database writer(address, shared ? OpenAs::Caretaker : OpenAs::Writer); // sets a file's journal mode, which stays
    if (isPostgres(address))
        refuseHalfMoved(writer);
    migrate(writer);
}

} // namespace jjak::storage
