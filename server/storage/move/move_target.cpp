// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/storage/move/move_target.h"

#include <QDateTime>
#include <algorithm>

#include "server/storage/migrations.h"
#include "server/storage/move/move_mark.h"
#include "server/storage/startup_error.h"

namespace jjak::storage {

using namespace Qt::StringLiterals;

namespace {

//! A column that PostgreSQL numbers.
struct Numbered {
    QString table, column;
};

//! A foreign key, and what ALTER TABLE … ADD CONSTRAINT takes.
struct Key {
    QString child, name, definition;
};

Key keyOf(Row &row)
{
    Key key;
    row.to(key.child, key.name, key.definition);
    return key;
}

} // namespace

MoveTarget::MoveTarget(const QString &address) : m_database(address, OpenAs::Writer), m_copy(dynamic_cast<PostgresDriver &>(m_database.driver())) {}

bool MoveTarget::isComplete(const QByteArray &source)
{
    const auto mark = moveMark(m_database);
    if (mark && mark->source != source)
        throw StartupError(mark->isComplete ? u"the database holds data already, which was moved into it from elsewhere or before a server ran on the folder again; choose another database"_s
                                            : u"the data folder has changed since the move into this database began, or it was another folder; %1"_s.arg(howToBeginAnew()));
    return mark && mark->isComplete;
}

void MoveTarget::open(const QByteArray &source, const QList<TableShape> &tables)
{
    refuseNewer(m_database.driver());
    if (!moveMark(m_database)) {
        refuseOtherData();
        mark(source); // before there are tables: no server starts on them
    }
    migrate(m_database);
    begin();
    refuseOtherTables(tables);
    takeKeysAway();
    QStringList names;
    for (const TableShape &table : tables) {
        names.append(quoted(table.name));
        change(u"ALTER TABLE %1 DISABLE TRIGGER USER"_s.arg(names.last())); // what they would count stands in the rows already
    }
    if (!m_database.value<bool>(u"SELECT EXISTS (TABLE moved_table)"_s).value_or(true))
        change(u"TRUNCATE %1"_s.arg(names.join(u", "_s))); // rows that came with the steps of the schema come with the source, too
    commit();
}

//! Looking for the parent of each row takes three times as long as the rest of the work, and for all at once next to nothing.
void MoveTarget::takeKeysAway()
{
    const auto keys = m_database.list(u"SELECT c.relname, k.conname, pg_get_constraintdef(k.oid) FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid WHERE k.contype = 'f' AND c.relnamespace = to_regnamespace('jjak')"_s, keyOf);
    for (const Key &key : keys) {
        change(u"INSERT INTO moved_key (child, name, definition) VALUES (?, ?, ?)"_s, key.child, key.name, key.definition);
        change(u"ALTER TABLE %1 DROP CONSTRAINT %2"_s.arg(quoted(key.child), quoted(key.name)));
    }
}

//! Every row is checked by that.
void MoveTarget::putKeysBack()
{
    const auto keys = m_database.list(u"SELECT child, name, definition FROM moved_key ORDER BY child, name"_s, keyOf);
    for (const Key &key : keys)
        m_copy.run(u"ALTER TABLE %1 ADD CONSTRAINT %2 %3"_s.arg(quoted(key.child), quoted(key.name), key.definition));
    change(u"DROP TABLE moved_key"_s);
}

//! Both engines had the same steps; so that nothing is forgotten, this is not taken for granted.
void MoveTarget::refuseOtherTables(const QList<TableShape> &tables)
{
    QStringList wanted;
    for (const TableShape &table : tables)
        wanted += table.columnsOfPostgres();
    wanted.sort();
    const QStringList present = columnsOf(m_database);
    QStringList different;
    std::ranges::set_symmetric_difference(wanted, present, std::back_inserter(different));
    if (!different.isEmpty())
        throw StartupError(u"the tables are not the same in the folder and in PostgreSQL: %1"_s.arg(different.join(u", "_s)));
}

void MoveTarget::refuseOtherData()
{
    begin();
    const auto names = m_database.list(u"SELECT relname FROM pg_class WHERE relnamespace = to_regnamespace('jjak') AND relkind = 'r' ORDER BY relname"_s, [](Row &row) { return row.next<QString>(); });
    if (!names.isEmpty() && !names.contains(u"schema_step"_s))
        throw StartupError(u"the database has a schema “jjak” of another program; choose another database"_s);
    for (const QString &name : names) {
        if (name != "schema_step"_L1 && name != "commit_mark"_L1 && m_database.value<bool>(u"SELECT EXISTS (TABLE %1)"_s.arg(quoted(name))).value_or(true))
            throw StartupError(u"the database holds data already, in the table “%1”, and data is moved into an empty one only; choose another database"_s.arg(name));
    }
    commit();
}

void MoveTarget::mark(const QByteArray &source)
{
    begin();
    change(u"DO $$ BEGIN IF to_regnamespace('jjak') IS NULL THEN CREATE SCHEMA jjak; END IF; END $$"_s);
    change(u"CREATE TABLE jjak.move (source bytea NOT NULL, began bigint NOT NULL, completed bigint)"_s);
    change(u"CREATE TABLE jjak.moved_table (name text COLLATE \"C\" PRIMARY KEY, rows bigint NOT NULL)"_s);
    change(u"CREATE TABLE jjak.moved_key (child text NOT NULL, name text NOT NULL, definition text NOT NULL)"_s);
    change(u"INSERT INTO jjak.move (source, began) VALUES (?, ?)"_s, source, QDateTime::currentMSecsSinceEpoch());
    commit();
}

qint64 MoveTarget::moved(const TableShape &table)
{
    begin();
    const auto rows = m_database.value<qint64>(u"SELECT rows FROM moved_table WHERE name = ?"_s, table.name);
    commit();
    return rows.value_or(0);
}

void MoveTarget::beginPart(const TableShape &table)
{
    begin();
    m_copy.begin(table.rowsToPostgres());
}

void MoveTarget::endPart(const TableShape &table, qint64 rows, qint64 movedInAll)
{
    if (const qint64 taken = m_copy.end(); taken != rows)
        throw StartupError(u"PostgreSQL took %1 of %2 rows of the table %3"_s.arg(taken).arg(rows).arg(table.name));
    change(u"INSERT INTO moved_table (name, rows) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET rows = excluded.rows"_s, table.name, movedInAll);
    commit();
}

void MoveTarget::analyze()
{
    begin();
    const auto names = m_database.list(u"SELECT relname FROM pg_class WHERE relnamespace = to_regnamespace('jjak') AND relkind = 'r' ORDER BY relname"_s, [](Row &row) { return row.next<QString>(); });
    for (const QString &name : names)
        m_copy.run(u"ANALYZE %1"_s.arg(quoted(name)));
    commit();
}

qint64 MoveTarget::read(const TableShape &table, const std::function<void(QByteArrayView)> &take)
{
    begin();
    const qint64 rows = m_copy.read(table.rowsOfPostgres(), take);
    commit();
    return rows;
}

void MoveTarget::complete(MoveSource &source)
{
    begin();
    const auto numbered = m_database.list(u"SELECT c.relname, a.attname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid WHERE c.relnamespace = to_regnamespace('jjak') AND a.attidentity <> ''"_s,
                                          [](Row &row) { return Numbered{row.next<QString>(), row.next<QString>()}; });
    for (const TableShape &table : source.tables()) {
        for (const Numbered &it : numbered) {
            if (it.table != table.name)
                continue;
            const qint64 last = source.lastNumber(table, it.column); // also of rows that are gone: their numbers are not given again
            change(u"SELECT setval(CAST(pg_get_serial_sequence(?, ?) AS regclass), ?, ? > 0)"_s, quoted(it.table), it.column, std::max(last, qint64(1)), last);
        }
        change(u"ALTER TABLE %1 ENABLE TRIGGER USER"_s.arg(quoted(table.name)));
    }
    putKeysBack();
    change(u"DROP TABLE moved_table"_s);
    change(u"UPDATE move SET completed = ?"_s, QDateTime::currentMSecsSinceEpoch());
    commit();
}

template <class... Values>
void MoveTarget::change(const QString &sql, const Values &...values)
{
    m_database.change(sql, values...);
    if (m_database.failure() != Database::Failure::None)
        fail();
}

void MoveTarget::begin()
{
    m_database.begin();
    change(u"SET LOCAL statement_timeout = 0"_s); // a table takes the time that it takes
}

void MoveTarget::commit()
{
    if (!m_database.commit())
        fail();
}

void MoveTarget::fail()
{
    throw StartupError(u"PostgreSQL cannot go on: %1"_s.arg(m_database.driver().lastError().simplified()));
}

} // namespace jjak::storage
