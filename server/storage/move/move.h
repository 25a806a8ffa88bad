// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <functional>

namespace jjak::storage {

//! How far a move has come.
struct MoveProgress {
    enum class Doing { Copying, Comparing };

    Doing doing = Doing::Copying;
    QString table;
    int number = 0, tables = 0;         //!< of the table, from 1
    qint64 rows = 0, rowsOfTable = 0;   //!< of the table
    qint64 done = 0, before = 0, all = 0; //!< rows of all tables: by now, when this run began, in the end
};

//! A table of which both sides were found equal.
struct ComparedTable {
    QString name;
    qint64 rows = 0;
    QByteArray digest; //!< of all rows by primary key
};

//! What a move has done.
struct MoveReport {
    bool wasComplete = false; //!< it was done before: nothing is changed, and nothing of the rest is filled in
    qint64 copied = 0;        //!< rows, by this run
    qint64 copyingMs = 0, comparingMs = 0;
    QList<ComparedTable> tables = {};
};

//! What to move, and where.
struct MoveOrder {
    QString folder;  //!< of a server that is stopped
    QString address; //!< postgresql://…
    int partBytes = 16 << 20; //!< so much is one transaction, a row at least
};

//! Moves the database of a data folder into an empty PostgreSQL database, and compares every row. The folder stays as it is. Whenever it
//! is interrupted, the same call goes on behind the last part that was committed; a server does not start on the target before. Throws
//! StartupError: what the operator has to know, in a sentence. `watch` is called after every part and may throw.
MoveReport move(const MoveOrder &order, const std::function<void(const MoveProgress &)> &watch);

} // namespace jjak::storage
