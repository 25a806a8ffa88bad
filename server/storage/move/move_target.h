// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include "server/storage/database.h"
#include "server/storage/move/move_source.h"
#include "server/storage/postgres_copy.h"

namespace jjak::storage {

//! The PostgreSQL database that a server's data is moved into, which nobody else writes to meanwhile. It remembers of itself how far the
//! move has come, in the same transactions. Everything throws StartupError; what was committed by then stays.
class MoveTarget {
public:
    explicit MoveTarget(const QString &address);

    //! Whether these bytes have been moved into it before, as a whole.
    bool isComplete(const QByteArray &source);
    //! Gives it empty tables like `tables`, or goes on with a move of the same bytes; until complete() they have neither triggers nor
    //! foreign keys. Refuses, before anything is changed, a database that holds other data or a newer schema.
    void open(const QByteArray &source, const QList<TableShape> &tables);
    //! How many of a table's rows are there.
    qint64 moved(const TableShape &table);

    //! A part of a table is one transaction.
    void beginPart(const TableShape &table);
    void put(QByteArrayView rows) { m_copy.put(rows); }
    void endPart(const TableShape &table, qint64 rows, qint64 movedInAll);

    //! So that reading by primary key is planned well, now and by the server.
    void analyze();
    //! All rows by primary key, as COPY's stream; how many there were.
    qint64 read(const TableShape &table, const std::function<void(QByteArrayView)> &take);
    //! What a server needs beside the rows, and that it may start: in one transaction.
    void complete(MoveSource &source);

private:
    void refuseOtherData();
    void refuseOtherTables(const QList<TableShape> &tables);
    void mark(const QByteArray &source);
    void takeKeysAway();
    void putKeysBack();
    template <class... Values>
    void change(const QString &sql, const Values &...values);
    void begin();
    void commit();
    [[noreturn]] void fail();

    Database m_database;
    PostgresCopy m_copy;
};

} // namespace jjak::storage
