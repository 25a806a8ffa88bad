// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/storage/database.h"

namespace jjak::storage {

//! The one transaction of a connection. On a reader begin() opens a read transaction: everything read until rollback() or
//! commit() comes from one moment.
class SqlTransaction final : public app::Transaction {
public:
    explicit SqlTransaction(Database &database) : m_database(database) {}

    using Transaction::begin;
    bool begin(Apart apart) override; //!< forgets an earlier failure
    void lookFurther() override;
    void savepoint() override;
    void releaseSavepoint() override;
    void rollbackToSavepoint() override;
    //! false, and nothing is kept, also when a Failure::Command was not rolled back.
    bool commit() override;
    void rollback() override;
    Failure failure() const override { return m_database.failure(); }
    quint64 logPosition() override { return m_database.driver().logPosition(); }
    QString failureText() const override { return m_database.lastError(); }

private:
    void undo();

    Database &m_database;
    Apart m_apart = Apart::Everything;
};

} // namespace jjak::storage
