// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>
#include <QVariant>

namespace jjak::client {

//! One SQLite file of this process, opened with WAL and readable by this user only. It knows SQL but no table.
class SqliteFile {
public:
    SqliteFile();
    ~SqliteFile();
    SqliteFile(const SqliteFile &) = delete;
    SqliteFile &operator=(const SqliteFile &) = delete;

    //! ":memory:" for nothing on the disk. False when it cannot be opened, is no database, or does not pass SQLite's own
    //! check; reason() then says why.
    bool open(const QString &path);
    void close();
    bool isOpen() const;
    QString reason() const { return m_reason; }
    //! The last failure was about what stands in the file, not about the disk, permissions or another process.
    bool isDamaged() const { return m_damaged; }

    //! Runs one statement with bound values. An inactive query on failure, which is logged.
    QSqlQuery run(const QString &sql, const QVariantList &values = {});
    //! Statement without a result; true on success.
    bool exec(const QString &sql, const QVariantList &values = {});

private:
    QString m_name;
    QString m_reason;
    bool m_damaged = false;
};

//! Makes an empty file of mode 0600 in a folder of mode 0700, so that nobody else can open it before SQLite does.
//! True when the file is there.
bool makePrivateFile(const QString &path);

} // namespace jjak::client
