// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

#include "server/app/ports/front_door.h"
#include "server/gateway/transport.h"

namespace jjak::gateway::test {

//! A transport that keeps what it is given, with the bound of a real one. `reads` says whether the peer takes its bytes.
class FakeTransport final : public Transport {
public:
    bool send(const QByteArray &bytes, bool = false) override
    {
        if (finished || aborted)
            return true;
        if (waiting > limit)
            return false;
        if (!reads)
            waiting += bytes.size();
        sent.append(bytes);
        return true;
    }
    void finish() override { finished = true; }
    void abort() override { aborted = true; }

    QList<QByteArray> sent; //!< one frame or one HTTP response each
    qsizetype limit = 64 * 1024, waiting = 0;
    bool reads = true, finished = false, aborted = false;
};

//! A front door that only remembers who came.
class FakeFrontDoor final : public app::FrontDoor {
public:
    struct Submitted {
        app::Caller caller;
        protocol::Command command;
    };
    void submit(app::Caller caller, protocol::Command command) override { submitted.append({std::move(caller), std::move(command)}); }
    void chunk(app::Caller caller, QByteArray bytes) override { chunks.append({std::move(caller), std::move(bytes)}); }
    void gone(app::Identity, app::ConnectionId) override {}

    QList<Submitted> submitted;
    QList<std::pair<app::Caller, QByteArray>> chunks;
};

} // namespace jjak::gateway::test
