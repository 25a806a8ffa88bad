// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/core/lounge/tables.h"
#include "posts.h"
#include "scene.h"

namespace jjak::client::test {

//! Coffee tables to build scenes from.
inline TableId tableId(int number)
{
    return idOf<TableId>(number);
}

inline protocol::TableGuest guest(int number)
{
    return {idOf<PersonaId>(1000 + number), QStringLiteral("이슬%1").arg(number), false};
}

//! Coming at a fixed time, with its host at it, and nobody else.
inline protocol::Table table(int number, protocol::Standing mine = protocol::Standing::None, qint64 version = 1)
{
    protocol::Table out;
    out.table = tableId(number);
    out.version = version;
    out.post = postId(number);
    out.topic = QStringLiteral("Topic %1").arg(number);
    out.language = QStringLiteral("ko");
    out.at = fromMs(1'890'000'000'000 + number * 60'000);
    out.zone = QStringLiteral("Asia/Seoul");
    out.guests = {guest(1)};
    out.mine = mine;
    return out;
}

//! Those with numbers below 20, as their numbers.
inline std::vector<int> numbers(const QList<protocol::Table> &tables)
{
    std::vector<int> out;
    for (const protocol::Table &each : tables)
        for (int number = 1; number < 20; ++number)
            if (each.table == tableId(number))
                out.push_back(number);
    return out;
}

//! As a server lists them page after page; where the next one goes on is how many there were.
inline protocol::cmd::TableList pageOf(const QList<protocol::Table> &all, const protocol::cmd::ListTables &ask, qsizetype length)
{
    const qsizetype from = ask.after.value_or(QString()).toLongLong(), to = from + length;
    return {all.mid(from, length), to < all.size() ? std::optional(QString::number(to)) : std::nullopt};
}

//! A server that lists tables page after page, and may refuse it or take its time.
struct TableServer {
    TableServer()
    {
        scene.peer.on<protocol::cmd::ListTables>([this](qint64 id, const protocol::cmd::ListTables &ask) {
            if (holds)
                held.append({id, ask});
            else
                answer(id, ask);
        });
    }
    virtual ~TableServer() = default;
    virtual QList<protocol::Table> listed(const protocol::cmd::ListTables &ask) const = 0;
    void answer(qint64 id, const protocol::cmd::ListTables &ask)
    {
        if (refuse)
            return scene.peer.refuse(id, {*refuse});
        scene.peer.ok(id, pageOf(listed(ask), ask, pageLength));
    }
    //! All that were held back.
    void answerHeld()
    {
        holds = false;
        const auto all = std::exchange(held, {});
        for (const auto &[id, ask] : all)
            answer(id, ask);
    }

    Scene scene;
    qsizetype pageLength = 10;
    std::optional<ErrorCode> refuse;
    bool holds = false;
    QList<std::pair<qint64, protocol::cmd::ListTables>> held;
};

} // namespace jjak::client::test
