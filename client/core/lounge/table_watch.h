// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <vector>

#include "common/protocol/table_values.h"

namespace jjak::client {

//! Something about a coffee table of one's own that is worth a sentence.
struct TableNews {
    enum class Kind {
        Offered,  //!< a free seat is kept for oneself, see `until` of the table
        Admitted, //!< the host said yes, and there is a seat
        Asked,    //!< somebody asks the host, oneself, to come: `name`
        Opened,   //!< its room is there
        Ended,
    } kind = Kind::Opened;
    QString name = {};
    bool operator==(const TableNews &) const = default;
};

//! Compares tables with what they were, and says what is new, each thing once however often it is told. Pure.
class TableWatch {
public:
    //! Call for every table one has to do with and every change. The first time only a seat that is offered is news.
    std::vector<TableNews> update(const protocol::Table &table);
    //! As they were told last: those one has to do with, also ended ones.
    const QHash<TableId, protocol::Table> &known() const { return m_known; }
    void forget() { m_known.clear(); }
    void forget(TableId table) { m_known.remove(table); }

private:
    QHash<TableId, protocol::Table> m_known;
};

} // namespace jjak::client
