// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/app/services/context.h"

namespace jjak::app::tables {

//! A table as people see it, at this moment: what is the same for all of them is looked up once.
class TableView {
public:
    TableView(Context &ctx, const domain::CoffeeTable &table);
    protocol::Table seenBy(AccountId viewer) const;

private:
    protocol::TableGuest guest(AccountId account) const;
    QList<protocol::TableGuest> asking() const;

    Context &m_ctx;
    const domain::CoffeeTable &m_table;
    protocol::Table m_same; //!< for everybody
};

} // namespace jjak::app::tables
