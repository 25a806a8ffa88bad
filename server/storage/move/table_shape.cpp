// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/storage/move/table_shape.h"

#include <QMap>
#include <QSqlQuery>

#include "server/storage/connection.h"
#include "server/storage/database.h"
#include "server/storage/startup_error.h"

namespace jjak::storage {

using namespace Qt::StringLiterals;

namespace {

QString list(const QStringList &names)
{
    QStringList out;
    for (const QString &name : names)
        out.append(quoted(name));
    return out.join(u", "_s);
}

QString columnList(const TableShape &table)
{
    QStringList names;
    for (const TableShape::Column &column : table.columns)
        names.append(column.name);
    return list(names);
}

QString byKey(const TableShape &table)
{
    return QStringList{u"SELECT"_s, columnList(table), u"FROM"_s, quoted(table.name), u"ORDER BY"_s, list(table.key)}.join(u' ');
}

QString typeInPostgres(const QString &ours)
{
    return ours == "INTEGER"_L1 ? u"bigint"_s : ours == "BLOB"_L1 ? u"bytea"_s : ours.toLower();
}

//! The rows of an answer, each with so many columns.
QList<QVariantList> answer(QSqlDatabase &sqlite, const QString &sql, int columns, const QString &value = {})
{
    QSqlQuery query(sqlite);
    query.setForwardOnly(true);
    query.prepare(sql);
    if (!value.isEmpty())
        query.addBindValue(value);
    if (!query.exec())
        throw StartupError(u"the database cannot be read: %1"_s.arg(query.lastError().databaseText()));
    QList<QVariantList> out;
    while (query.next()) {
        QVariantList row;
        for (int i = 0; i < columns; ++i)
            row.append(query.value(i));
        out.append(row);
    }
    return out;
}

TableShape shapeOf(QSqlDatabase &sqlite, const QString &name)
{
    TableShape table{name, {}, {}};
    QMap<int, QString> key;
    for (const QVariantList &row : answer(sqlite, u"SELECT name, type, pk FROM pragma_table_info(?) ORDER BY cid"_s, 3, name)) {
        table.columns.append({row[0].toString(), row[1].toString()});
        if (const int place = row[2].toInt())
            key[place] = row[0].toString();
    }
    table.key = key.values();
    if (table.key.isEmpty())
        throw StartupError(u"this server was built wrongly: the table %1 has no primary key"_s.arg(name));
    return table;
}

} // namespace

QString quoted(const QString &name)
{
    return u'"' + name + u'"';
}

QString TableShape::rowsOfSqlite() const
{
    return byKey(*this) + u" LIMIT -1 OFFSET ?"_s;
}

QString TableShape::rowsOfPostgres() const
{
    return u"COPY (%1) TO STDOUT (FORMAT binary)"_s.arg(byKey(*this));
}

QString TableShape::rowsToPostgres() const
{
    return u"COPY %1 (%2) FROM STDIN (FORMAT binary)"_s.arg(quoted(name), columnList(*this));
}

QString TableShape::count() const
{
    return QStringList{u"SELECT count(*) FROM"_s, quoted(name)}.join(u' ');
}

QString TableShape::largest(const QString &column) const
{
    return QStringList{u"SELECT max("_s, quoted(column), u") FROM"_s, quoted(name)}.join(u' ');
}

QStringList TableShape::columnsOfPostgres() const
{
    QStringList out;
    for (const Column &column : columns)
        out.append(u"%1.%2 %3"_s.arg(name, column.name, typeInPostgres(column.type)));
    return out;
}

QList<TableShape> tablesOf(QSqlDatabase &sqlite)
{
    QList<TableShape> out;
    for (const QVariantList &row : answer(sqlite, u"SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite!_%' ESCAPE '!' AND name <> 'commit_mark' ORDER BY name"_s, 1))
        out.append(shapeOf(sqlite, row[0].toString()));
    return out;
}

QStringList columnsOf(Database &postgres)
{
    QStringList out = postgres.list(u"SELECT c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod) FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid "
                                    "WHERE c.relnamespace = to_regnamespace('jjak') AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped "
                                    "AND c.relname NOT IN ('schema_step', 'move', 'moved_table', 'moved_key', 'commit_mark')"_s,
                                    [](Row &row) { return row.next<QString>(); });
    out.sort();
    return out;
}

} // namespace jjak::storage
