// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>
#include <functional>
#include <list>

#include "client/core/net/link.h"
#include "client/core/net/refusal.h"

namespace jjak::client {

//! Commands that are kept until they are answered: sent again after a lost connection or a passing refusal, as long as
//! they still make sense. Only for commands that may be repeated. In memory: they do not survive the program.
class Requests final : public QObject {
    Q_OBJECT

public:
    //! Asked before a repetition: an error ends the request with it, `Done` ends it successfully, nullopt sends it.
    using Verdict = std::function<std::optional<Result<>>()>;

    Requests(Link &link, const LinkTimes &times, QObject *parent = nullptr);

    //! `key` (may be empty): a request replaces earlier ones of the same key. Those that wait end successfully at once; one
    //! that is under way is answered, but not repeated. `done` is never called during this call.
    template <class C>
    void add(const C &command, const QString &key, std::function<void(Result<typename C::Reply>)> done, Verdict verdict = {})
    {
        supersede(key);
        Item item;
        item.id = ++m_lastId;
        item.key = key;
        item.verdict = std::move(verdict);
        item.end = [done](const Result<> &outcome) { done(outcome ? Result<typename C::Reply>(typename C::Reply()) : Result<typename C::Reply>(outcome.error())); };
        item.send = [this, command, done, id = item.id] {
            m_link.send(command, [this, id, done](Result<typename C::Reply> reply) {
                if (settle(id, reply ? std::nullopt : std::optional(reply.error())))
                    done(std::move(reply));
            });
        };
        m_items.push_back(std::move(item));
        if (m_started)
            attempt(m_items.back(), false);
    }

    //! Signed in, and the state is up to date: everything that waits is sent.
    void start();
    void stop();
    //! Everything that waits ends with `error`.
    void clear(const Error &error);

private:
    struct Item {
        int id = 0;
        QString key;
        bool inFlight = false;
        bool replaced = false; //!< by a later one of its key: to send it again would undo that one
        Verdict verdict;
        std::function<void()> send;
        std::function<void(const Result<> &)> end;
    };

    void supersede(const QString &key);
    void attempt(Item &item, bool again);
    //! True when the request has ended; else it is kept.
    bool settle(int id, const std::optional<Error> &error);
    std::list<Item>::iterator find(int id);
    void endLater(std::list<Item>::iterator item, const Result<> &outcome);

    Link &m_link;
    LinkTimes m_times;
    std::list<Item> m_items;
    int m_lastId = 0;
    bool m_started = false;
};

} // namespace jjak::client
