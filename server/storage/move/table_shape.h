// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QSqlDatabase>
#include <QStringList>

namespace jjak::storage {

class Database;

//! A table as its schema says it is, and the texts that read and write all of it. These are put together from names, which no
//! statement takes as values; they come out of the schema and stand in quotes.
struct TableShape {
    struct Column {
        QString name;
        QString type; //!< in our SQL: INTEGER, TEXT, BLOB
    };

    QString name;
    QList<Column> columns;
    QStringList key; //!< the primary key's columns, in its order

    //! All rows by primary key, the first ? of them left out. Both engines have the same order.
    QString rowsOfSqlite() const;
    QString rowsOfPostgres() const;  //!< COPY … TO
    QString rowsToPostgres() const; //!< COPY … FROM
    QString count() const;
    QString largest(const QString &column) const;
    //! "table.column type" of each, in PostgreSQL's types.
    QStringList columnsOfPostgres() const;
};

//! In quotes.
QString quoted(const QString &name);

//! All tables of a file. Throws StartupError when one has no primary key.
QList<TableShape> tablesOf(QSqlDatabase &sqlite);

//! "table.column type" of everything in the schema of a PostgreSQL database, but for what only that engine has; sorted.
QStringList columnsOf(Database &postgres);

} // namespace jjak::storage
