// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/person.h"

#include <QElapsedTimer>
#include <QTest>

namespace jjak::e2e {

bool waitFor(const std::function<bool()> &condition, int milliseconds)
{
    return QTest::qWaitFor([&] { return condition(); }, milliseconds);
}

Person::Person(const QString &name, quint16 serverPort) : m_name(name), m_wire(serverPort)
{
    open();
}

void Person::open()
{
    client::SessionConfig config;
    config.cacheFolder = m_folder.path();
    config.watchNetwork = false;
    m_session = std::make_unique<client::Session>(config, m_secrets, m_rng);
    m_session->connectTo(QUrl(m_wire.url()));
}

void Person::restart()
{
    m_session.reset();
    open();
}

bool Person::signUp()
{
    bool done = false, good = false;
    m_session->signUp(m_name, QStringLiteral("a long enough secret"), Day(std::chrono::year(2000) / 1 / 2), QStringLiteral("test"), true, [&](Result<> result) {
        done = true;
        good = result.ok();
    });
    return waitFor([&] { return done; }) && good && waitFor([&] { return ready(); });
}

void Person::seek(Reach reach)
{
    m_session->seek(Cell::containing({37.55, 126.99}, m_session->hello().cellKm), reach);
}

std::optional<RoomId> Person::room() const
{
    return state().rooms.size() == 1 ? std::optional(state().rooms.cbegin().key()) : std::nullopt;
}

QStringList Person::texts(int count)
{
    QStringList out;
    waitFor([&] {
        out.clear();
        const auto id = room();
        if (!id || !m_session->openRoom(*id))
            return false;
        for (const protocol::Message &m : m_session->cachedMessages(*id, 0, 1000))
            out.append(m.text);
        return out.size() >= count;
    });
    return out;
}

QList<protocol::Message> Person::messages(RoomId room)
{
    return m_session->openRoom(room) ? m_session->cachedMessages(room, 0, 1000) : QList<protocol::Message>();
}

std::optional<Error> Person::refusal(const std::function<void(client::Callback<>)> &command)
{
    std::optional<Result<>> answer;
    command([&](Result<> result) { answer = result; });
    if (!waitFor([&] { return answer.has_value(); }))
        return Error{ErrorCode::Unavailable, {}, QStringLiteral("no answer"), {}, {}};
    return answer->ok() ? std::nullopt : std::optional(answer->error());
}

bool meet(Person &a, Person &b)
{
    a.seek();
    b.seek();
    if (!waitFor([&] { return a.proposed() && b.proposed(); }))
        return false;
    a.session().accept(a.proposal());
    b.session().accept(b.proposal());
    return waitFor([&] { return a.room() && b.room(); });
}

bool exchange(Person &a, Person &b, RoomId room, int &written)
{
    const bool first = a.session().sendText(room, QStringLiteral("a%1").arg(++written)).ok(), second = b.session().sendText(room, QStringLiteral("b%1").arg(++written)).ok();
    (void)waitFor([] { return false; }, 100);
    return first && second;
}

} // namespace jjak::e2e
