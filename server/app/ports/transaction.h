// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace jjak::app {

//! One SQL transaction with savepoints, and the memory of what failed in it. Stores neither throw nor return database
//! errors: after a failure they do nothing and give empty values, and whoever runs the transaction asks failure() before
//! it believes any of them. One thread.
class Transaction {
public:
    enum class Failure {
        None,
        Command, //!< a constraint refused one statement: undo this command, the others may go on
        Again,   //!< what another server changed meanwhile stands against it: nothing is kept, and the same may work when it is run again
        Further, //!< it looks further than it was begun for: nothing is kept, and it has to be begun apart by everything
        Whole,   //!< disk full, I/O error, database gone: nothing of this transaction can be kept
    };

    //! What other servers' transactions that run at the same time may not have done. Of one server alone there are none.
    enum class Apart {
        Everything, //!< changed anything that this one has looked at: it is as if they came one after the other
        Rows,       //!< changed or removed a row that this one changes; one that was removed meanwhile must not be written by what would put it in anew
    };

    virtual ~Transaction() = default;
    //! Takes the write lock at once, where there is one; on a reading connection it fixes what is seen until rollback(). Forgets any failure.
    virtual bool begin(Apart apart) = 0;
    bool begin() { return begin(Apart::Everything); }
    //! What follows decides by what other servers may change: begun apart by rows it fails, further.
    virtual void lookFurther() = 0;
    virtual void savepoint() = 0;
    virtual void releaseSavepoint() = 0;
    virtual void rollbackToSavepoint() = 0; //!< also forgets a Failure::Command
    virtual bool commit() = 0;              //!< true: on disk, with fsync
    virtual void rollback() = 0;
    virtual Failure failure() const = 0;
    //! What failed last, for the operator.
    virtual QString failureText() const = 0;
    //! Where the database's log stands, at least as far as the last commit() here; of a copy how far it has come. 0: there is no such log,
    //! or no answer. Outside of a transaction.
    virtual quint64 logPosition() = 0;
    //! Whether nothing more can be done in this transaction.
    bool isOver() const { return failure() != Failure::None && failure() != Failure::Command; }
};

} // namespace jjak::app
