// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/app/counter.h"

#include "server/storage/migrations.h"
#include "tests/support/engine.h"

namespace jjak::app::test {

Counter::Counter() : m_set(jjak::test::freshDatabase(), storage::OpenAs::Writer)
{
    storage::migrate(m_set.database());
    restart();
}

void Counter::restart()
{
    FanOut &fanOut = *this;
    m_worker = std::make_unique<Worker>(m_set.stores(), m_log, fanOut, m_pool, m_clock, m_rng, policy, m_tokens, m_uploads, m_files);
    if (!m_worker->start())
        qFatal("the worker does not start");
}

Guest &Counter::guest(const QString &name, bool demo)
{
    m_guests.push_back(std::make_unique<Guest>());
    Guest &guest = *m_guests.back();
    guest.connection = m_guests.size();
    SignUpHashed work{{ClientId::random(m_rng), name, QStringLiteral("unused"), Day(std::chrono::days(10'000)), QStringLiteral("test"), {}}, "hash", demo};
    m_worker->runBatch({Job{{guest.connection, ++m_request, {}, {}}, work}});
    return guest;
}

void Counter::run(Guest &who, const protocol::Command &command)
{
    m_worker->runBatch({Job{{who.connection, ++m_request, who.identity, {}}, command}});
}

void Counter::together(const std::vector<std::pair<Guest *, protocol::Command>> &commands)
{
    std::vector<Job> jobs;
    for (const auto &[who, command] : commands)
        jobs.push_back({{who->connection, ++m_request, who->identity, {}}, command});
    m_worker->runBatch(jobs);
}

void Counter::readNow(Guest &who, const protocol::Command &command)
{
    Effects effects;
    Context ctx{m_set.stores(), m_clock.now(), m_rng, policy, effects, m_shelf};
    runRead(ctx, {who.connection, ++m_request, who.identity, {}}, command);
    release(effects.take());
}

void Counter::signInElsewhere(const Guest &who, ConnectionId connection)
{
    m_worker->runBatch({Job{{connection, ++m_request, {}, {}}, PasswordProved{who.identity.account, ClientId::random(m_rng), QStringLiteral("laptop"), {}}}});
}

void Counter::disconnect(Guest &who)
{
    m_worker->runBatch({Job{{}, DeviceGone{who.identity, who.connection}}});
}

void Counter::pass(Duration duration)
{
    constexpr Duration look = 100ms; // as the scheduler does
    for (Duration left = duration; left.count() > 0; left -= look) {
        m_clock.pass(std::min<Duration>(look, left));
        const auto next = m_set.stores().agenda.next(policy.ticketGrace);
        if (next && *next <= m_clock.now())
            m_worker->runBatch({Job{{}, Tick{}}});
    }
    m_worker->runBatch({Job{{}, Tick{}}});
}

void Counter::skip(Duration duration)
{
    m_clock.pass(duration);
    m_worker->runBatch({Job{{}, Tick{}}});
}

void Counter::release(std::vector<Outgoing> batch)
{
    const auto tell = [](Guest &guest, const Frame &frame) {
        const auto parsed = protocol::parseServerFrame(frame);
        if (!parsed || !std::holds_alternative<protocol::Event>(*parsed))
            qFatal("no event: %s", frame.constData());
        guest.events.push_back(std::get<protocol::Event>(*parsed));
    };
    for (const Outgoing &out : batch) {
        if (const auto *bound = std::get_if<Bind>(&out); bound && bound->connection <= m_guests.size())
            m_guests[bound->connection - 1]->identity = bound->identity;
        if (const auto *reply = std::get_if<ToConnection>(&out)) {
            const auto parsed = protocol::parseServerFrame(reply->frame);
            if (!parsed || !std::holds_alternative<protocol::Answered>(*parsed))
                qFatal("no answer: %s", reply->frame.constData());
            m_answer = std::get<protocol::Answered>(*parsed).result;
        } else if (const auto *event = std::get_if<ToAccount>(&out)) {
            for (auto &guest : m_guests) {
                if (guest->identity.account == event->account)
                    tell(*guest, event->frame);
            }
        } else if (const auto *news = std::get_if<ToEverybody>(&out)) {
            for (auto &guest : m_guests)
                tell(*guest, news->frame);
        } else {
            others.push_back(out);
        }
    }
}

} // namespace jjak::app::test
