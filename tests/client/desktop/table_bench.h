// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/desktop/lounge/table_actions.h"
#include "client/desktop/lounge/table_card.h"
#include "client/desktop/lounge/table_feed.h"
#include "client/desktop/safety/confirm_dialog.h"
#include "lounge_bench.h"
#include "table_samples.h"

namespace jjak::desktop::test {

//! The lounge with its tables.
struct TableBench : LoungeBench {
    explicit TableBench(bool named = true) : LoungeBench(named), tables(desk.scene)
    {
        samples.tableOf = [this](PostId post) { return tables.ofPost(post); };
    }
    //! The tab of the tables, with all cards there.
    void look()
    {
        page().showTables();
        QTRY_VERIFY(feed().pages().isListed() && feed().pages().state() == client::TablePages::State::Idle);
    }
    TableFeed &feed() { return *page().tables(); }
    TableCard &card(int number = 0) { return *feed().cards().at(number); }
    void yes() { dialog<ConfirmDialog>()->actionButton()->click(); }
    TableSamples tables;
};

} // namespace jjak::desktop::test
