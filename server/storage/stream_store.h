// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/app/ports/streams.h"
#include "server/storage/database.h"

namespace jjak::storage {

//! How far the streams were run, and what could not be run.
class SqlStreamStore final : public app::StreamStore {
public:
    explicit SqlStreamStore(Database &database) : m_database(database) {}

    bool advance(const app::Origin &to) override;
    void bury(const app::DeadLetter &letter) override;
    QList<app::DeadLetter> deadLetters(int most) override;
    std::optional<app::DeadLetter> deadLetter(qint64 number) override;
    bool drop(qint64 number) override;
    qint64 countDead() override;

private:
    Database &m_database;
};

} // namespace jjak::storage
