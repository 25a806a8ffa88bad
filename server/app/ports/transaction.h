// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace jjak::app {

//! One SQL transaction with savepoints, and the memory of what failed in it. Stores neither throw nor return database
//! errors: after a failure they do nothing and give empty values, and whoever runs the transaction asks failure() before
//! it believes any of them. One thread.
class Transaction {
public:
    enum class Failure {
        None,
        Command, //!< a constraint refused one statement: undo this command, the others may go on
        Whole,   //!< disk full, I/O error, database gone: nothing of this transaction can be kept
    };

    virtual ~Transaction() = default;
    //! Takes the write lock at once; on a reading connection it fixes what is seen until rollback(). Forgets any failure.
    virtual bool begin() = 0;
    virtual void savepoint() = 0;
    virtual void releaseSavepoint() = 0;
    virtual void rollbackToSavepoint() = 0; //!< also forgets a Failure::Command
    virtual bool commit() = 0;              //!< true: on disk, with fsync
    virtual void rollback() = 0;
    virtual Failure failure() const = 0;
};

} // namespace jjak::app
