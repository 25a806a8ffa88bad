// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTemporaryDir>
#include <QHash>
#include <memory>

#include "server/storage/move/move.h"
#include "tests/support/postgres_server.h"

namespace jjak::storage {

//! A data folder with rows in every table, of a server that is stopped, and an empty PostgreSQL database.
class MoveScene {
public:
    MoveScene();

    //! Everything as it was in the beginning.
    void reset();

    QString folder() const { return m_folder->path(); }
    QString file() const { return folder() + QStringLiteral("/jjak.sqlite"); }
    QString address() const { return m_server.address(); }
    test::PostgresServer &server() { return m_server; }

    //! Changes the source behind the back of everybody.
    void changeSource(const QStringList &statements);
    //! Leaves the log of a server that was killed, with this in it.
    void killServerAfter(const QString &statement);
    //! All files of the folder but the lock.
    QHash<QString, QByteArray> bytes() const;

    //! As an operator would, beside the move; what psql says, cut at NUL.
    QStringList psql(const QString &sql) const;
    //! What there is in the database, with how many rows.
    QStringList relations() const;

    using Watch = std::function<void(const MoveProgress &)>;
    //! In parts of a few rows. Throws StartupError.
    MoveReport move(const Watch &watch = [](const MoveProgress &) {}, const QString &to = {}) const;
    //! The sentence of the refusal; empty when there was none. Beside a sentence nothing may have changed, on either side.
    QString refusal() const;
    //! "table|row" that are only on one side, read without any code of the move; empty: both sides are equal.
    QStringList differences() const;

private:
    QTemporaryDir m_kept;
    std::unique_ptr<QTemporaryDir> m_folder;
    test::PostgresServer m_server;
};

} // namespace jjak::storage
