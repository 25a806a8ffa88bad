// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

//! Our SQL in PostgreSQL's words. Our SQL is what the stores' texts and the migrations are written in: SQLite's, as far as PostgreSQL
//! understands it or the rules here translate it. Key words are written large and names small; the rules rely on it.
//! Pure functions of texts; names are not qualified, so that a connection's search_path has to be the schema jjak.
namespace jjak::storage {

//! A statement with values: ? becomes $1, $2, … in the same order.
//! What a store may say and means the same in both without a rule: CAST(x AS BIGINT) around sums, which are of type numeric in PostgreSQL;
//! CAST(? AS INTEGER) where PostgreSQL's function takes the small type; `table.column` of the row that is there in DO UPDATE.
QString postgresStatement(const QString &sql);

//! The statements of a numbered step. Throws StartupError when something in them is not known here.
QStringList postgresMigration(const QStringList &statements);

//! What has to stand before the first step. Doing it again changes nothing.
QStringList postgresFoundation();

//! What of a translated text PostgreSQL does not know, or takes for something else than SQLite; empty: nothing.
//! For tests and migrations: it knows what we would write by habit, not all there is.
QString leftOver(const QString &translated);

} // namespace jjak::storage
