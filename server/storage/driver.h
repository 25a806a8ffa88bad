// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <span>

#include "server/app/ports/transaction.h"
#include "server/storage/sql_value.h"

namespace jjak::storage {

struct Migration;

//! What a connection is for. Exactly one connection of a SQLite file writes and checkpoints (before 3.51.3 it may damage a file in which
//! two do at the same moment); readers cannot write at all. Of several servers that share a database of PostgreSQL each has a Peer, whose
//! transactions are kept apart (Transaction::Apart; what cannot be is Step::Conflict), and a Caretaker, whose statements each
//! stand for themselves.
enum class OpenAs { Writer, Reader, Peer, Caretaker };
//! Off exists for the control of the power-cut test alone: it loses what was acknowledged.
enum class Durability { Full, Off };

//! A statement by which a transaction leaves a mark of its own, and the two numbers that it takes: whose mark it is, and which.
struct CommitMark {
    QString sql;
    qint64 whose = 0, which = 0;
};

//! A statement that was prepared. Between bind() and end() it is being run; two of one connection never at the same time.
class Statement {
public:
    //! Refused: a constraint; nothing of the statement is done. Conflict: another transaction was in the way, this one is over. Broken:
    //! everything else that goes wrong.
    enum class Step { Row, Done, Refused, Conflict, Broken };

    virtual ~Statement() = default;
    //! The values must outlive end().
    virtual void bind(std::span<const SqlValue> values) = 0;
    virtual Step step() = 0;
    //! The row that step() has come to.
    virtual Row row() const = 0;
    //! Ends the reading, so that nothing is held; how many rows were changed.
    virtual int end() = 0;
};

//! One connection to an engine with its settings, in the dialect of SQL that our texts are written in. Used in one thread only.
class Driver {
public:
    virtual ~Driver() = default;

    //! nullptr: see lastError(). `like`: values of the types that it will be run with.
    virtual std::unique_ptr<Statement> prepare(const QString &sql, std::span<const SqlValue> like) = 0;
    //! What went wrong last, for people.
    virtual QString lastError() const = 0;
    //! Opens a transaction: of a reader one that sees a single moment.
    virtual QString beginning(app::Transaction::Apart apart) const = 0;
    virtual bool inTransaction() const = 0;
    //! Connects anew when the connection is lost; whether there is one. Statements of before must not be run any more: true in `lost`.
    virtual bool revive(bool &lost) = 0;
    //! What is to be run before a COMMIT, so that it can be asked about; nothing where that is not needed.
    virtual std::optional<CommitMark> mark() { return std::nullopt; }
    //! What it was answered with, before the COMMIT; empty: the transaction has changed nothing.
    virtual void noteTransaction(const QByteArray &number) { Q_UNUSED(number); }
    //! Whether the transaction of noteTransaction() was kept: asked when its COMMIT got no answer. May take a while. false: it was
    //! not, or nobody can tell.
    virtual bool wasKept() { return false; }

    //! The moment on the engine's clock; nullopt: no answer.
    virtual std::optional<Time> now() = 0;

    //! See app::Transaction.
    virtual quint64 logPosition() { return 0; }

    //! Up to which step its schema has come. Throws StartupError.
    virtual int schema() = 0;
    //! One step: all of it, and that it was taken, or nothing. Throws StartupError.
    virtual void apply(const Migration &step) = 0;

    //! See Database.
    virtual void giveBack(int pages) = 0;
    virtual bool emptyLog() = 0;
};

} // namespace jjak::storage
