// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk.h"

namespace jjak::desktop::test {

//! The coffee tables that the server has in a test, and a peer that answers from them as the server does.
struct TableSamples {
    //! Answers everything about tables from now on.
    explicit TableSamples(client::test::Scene &scene);
    TableSamples(const TableSamples &) = delete;

    //! A table of each sort, for pictures.
    void fill();
    //! Coming in two hours, with its host and as many guests.
    protocol::Table &add(const QString &topic, int guests = 0, protocol::Standing mine = protocol::Standing::None);
    protocol::Table *find(TableId table);
    std::optional<protocol::Table> ofPost(PostId post) const;
    //! It is another one now, and the server tells.
    void tell(protocol::Table &table);
    protocol::TableGuest person(const QString &name, bool demo = false);

    client::test::Scene &scene;
    QList<protocol::Table> tables; //!< the next first
    qsizetype pageLength = limits::tablesPage;
    std::optional<ErrorCode> refuse; //!< every wish, from now on
    bool sameHour = false;           //!< who is not sure is asked

private:
    void answerReading();
    void answerWriting();
    void change(qint64 id, TableId table, const std::function<void(protocol::Table &)> &how);
};

} // namespace jjak::desktop::test
