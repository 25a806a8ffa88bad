// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/storage/sql_transaction.h"

namespace jjak::storage {

using namespace Qt::StringLiterals;

bool SqlTransaction::begin(Apart apart)
{
    m_apart = apart;
    m_database.begin(apart);
    return failure() == Failure::None;
}

void SqlTransaction::lookFurther()
{
    if (m_apart == Apart::Rows && failure() == Failure::None)
        m_database.failFurther();
}

void SqlTransaction::savepoint()
{
    m_database.change(u"SAVEPOINT command"_s);
}

void SqlTransaction::releaseSavepoint()
{
    m_database.change(u"RELEASE command"_s);
}

void SqlTransaction::rollbackToSavepoint()
{
    if (isOver())
        return;
    m_database.forgetFailure();
    m_database.change(u"ROLLBACK TO command"_s);
    m_database.change(u"RELEASE command"_s);
    if (failure() == Failure::Command) // the savepoint is gone: the engine has ended the transaction by itself
        m_database.failWhole();
}

bool SqlTransaction::commit()
{
    if (m_database.commit()) {
        m_database.noteCommitted();
        return true;
    }
    const Failure why = failure();
    undo();
    if (why == Failure::Again)
        m_database.failAgain();
    else if (why == Failure::Further)
        m_database.failFurther();
    else
        m_database.failWhole();
    return false;
}

void SqlTransaction::rollback()
{
    undo();
    m_database.forgetFailure();
}

void SqlTransaction::undo()
{
    // After a full disk or an I/O error the engine may have rolled back already; a second ROLLBACK would be an error.
    if (!m_database.inTransaction())
        return;
    m_database.forgetFailure();
    m_database.change(u"ROLLBACK"_s);
}

} // namespace jjak::storage
