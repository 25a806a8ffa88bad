// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QStringList>

namespace jjak::storage {

//! Marks a SQLite file as ours ("JJAK" in ASCII), in its header.
inline constexpr int applicationId = 0x4a4a414b;

//! One numbered step of the schema.
struct Migration {
    int version = 0; //!< from 1, without gaps
    QString name;    //!< of its file
    QStringList statements;
};

//! The steps this version knows, in order.
QList<Migration> migrations();
//! Cuts a script into statements: each ends with a semicolon at the end of a line; lines that begin with -- are comments.
QStringList statementsOf(const QString &script);

//! Throws StartupError when a schema has come further than these steps.
void refuseNewer(class Driver &driver, const QList<Migration> &steps = migrations());

//! Brings a database up to the last of the steps. Every step is one transaction that also records itself, so that a server that
//! dies in between goes on where it stopped. Throws StartupError; what was done by then stays.
void migrate(class Database &database, const QList<Migration> &steps = migrations());

} // namespace jjak::storage
