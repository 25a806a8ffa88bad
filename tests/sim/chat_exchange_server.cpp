// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The server's end of the lines: what the gateway does with a frame, and the batches of the one who writes.
#include "tests/sim/chat_exchange.h"

namespace jjak::sim {

using namespace protocol;

void Exchange::receive(app::ConnectionId id, const QByteArray &frame)
{
    Connection &connection = m_connections.at(id);
    const auto request = parseRequest(frame);
    require(request.ok(), "a client sends what is no request");
    const auto command = decodeCommand(request->cmd, request->args);
    require(command.ok(), "a client sends what no server takes");
    const app::Caller caller{id, request->id, connection.identity, {}};
    if (const auto refused = whyNot(connection, *command)) {
        m_figures.turnedAway++;
        return put(id, encodeError(request->id, *refused));
    }
    switch (command->spec().route) {
    case Route::Session:
        return greet(caller);
    case Route::Password:
        return signIn(caller, *command);
    case Route::Read:
        return read(caller, *command);
    case Route::Write:
        return m_batch.push_back({caller, renamed(*command)});
    default:
        throw Violation("a client asks for what nobody asked it");
    }
}

//! What a careless client would do, if that is planted.
Command Exchange::renamed(Command command)
{
    const auto *repeated = command.as<cmd::Send>();
    if (!repeated || !m_faults.renamesRepeats)
        return command;
    cmd::Send send = *repeated;
    if (m_seen.contains(send.cid))
        send.cid = ClientId::random(m_rng);
    m_seen.insert(send.cid);
    return send;
}

std::optional<Error> Exchange::whyNot(const Connection &connection, const Command &command)
{
    const Spec &spec = command.spec();
    if (spec.access != Access::Public && !connection.identity)
        return Error{ErrorCode::AuthRequired};
    if (spec.route == Route::Session || !chance(2))
        return std::nullopt;
    return Error::later(m_rng.below(2) == 0 ? ErrorCode::RateLimited : ErrorCode::Unavailable, Duration(1 + m_rng.below(2000)));
}

void Exchange::greet(const app::Caller &caller)
{
    cmd::HelloReply reply;
    reply.time = m_clock.now();
    put(caller.connection, encodeReply(caller.request, reply));
}

//! The password's hash is not what this is about.
void Exchange::signIn(const app::Caller &caller, const Command &command)
{
    if (const auto *signUp = command.as<cmd::SignUp>())
        return m_batch.push_back({caller, app::SignUpHashed{*signUp, "hash", false}});
    const auto &signIn = command.get<cmd::SignIn>();
    const auto account = m_server.stores().accounts.byName(signIn.name);
    require(account.has_value(), "somebody signs in who never signed up");
    m_batch.push_back({caller, app::PasswordProved{account->id, signIn.attempt, signIn.device, {}}});
}

//! What is read now may come later than what happens after it: the threads that read do not wait for the one that writes.
void Exchange::read(const app::Caller &caller, const Command &command)
{
    m_aside.emplace();
    m_server.read(caller, command);
    const auto out = *std::exchange(m_aside, std::nullopt);
    for (const app::Outgoing &one : out) {
        if (const auto *reply = std::get_if<app::ToConnection>(&one))
            m_held.push_back({reply->connection, reply->frame});
        else
            take(one);
    }
}

QJsonObject Exchange::answerTo(AccountId account, const Command &command)
{
    m_aside.emplace();
    m_server.read({m_next, 1, app::Identity{account, DeviceId(), Role::User}, {}}, command);
    const auto out = *std::exchange(m_aside, std::nullopt);
    require(out.size() == 1, "a question without one answer");
    const auto frame = parseServerFrame(std::get<app::ToConnection>(out.front()).frame);
    require(frame.ok(), "a frame that a client cannot read");
    const auto *ok = std::get_if<QJsonObject>(&std::get<Answered>(*frame).result);
    require(ok != nullptr, "somebody is refused what is theirs");
    return *ok;
}

void Exchange::runBatch()
{
    using Fate = Server::Fate;
    Fate fate = Fate::Works;
    if (!m_calm && m_rng.below(50) == 0)
        fate = std::array{Fate::CommitFails, Fate::DiesBeforeCommit, Fate::DiesAfterCommit}[m_rng.below(3)];
    const auto jobs = nextJobs();
    m_touched.clear();
    m_answered.clear();
    m_server.run(jobs, fate);
    if (fate == Fate::Works || fate == Fate::DiesAfterCommit)
        keepBook(jobs, fate == Fate::Works);
    m_figures.failedCommits += fate == Fate::CommitFails;
    if (fate == Fate::DiesBeforeCommit || fate == Fate::DiesAfterCommit)
        crash();
    spoil();
}

void Exchange::keepBook(const std::vector<app::Job> &jobs, bool told)
{
    for (const app::Job &job : jobs) {
        const auto *command = std::get_if<Command>(&job.work);
        const auto expected = command && !changesGroup(job) ? m_book.answer(job.caller, *command, m_clock.now()) : std::nullopt;
        if (!expected)
            continue;
        touch(job.caller, *command);
        m_figures.compared++;
        const QByteArray answer = m_answered[{job.caller.connection, job.caller.request}];
        if (told && answer != *expected)
            throw Violation("the server answers " + answer.toStdString() + " where the book has " + expected->toStdString());
    }
    learnRooms(std::ranges::any_of(jobs, [this](const app::Job &job) { return changesGroup(job); }));
    const auto floors = m_server.database().list(QStringLiteral("SELECT id, floor FROM room"), [](storage::Row &row) { return std::pair{row.next<RoomId>(), row.next<qint64>()}; });
    for (const auto &[room, floor] : floors) {
        if (floor != m_book.room(room)->floor)
            m_touched.insert(room);
        m_book.sweep(room, floor, m_clock.now());
    }
}

void Exchange::touch(const app::Caller &caller, const Command &command)
{
    const auto one = [this](const auto &c) {
        if constexpr (requires { m_touched.insert(RoomId(c.room)); })
            m_touched.insert(RoomId(c.room));
    };
    visit(one, command);
    for (const BookRoom &room : m_book.rooms())
        if (command.is<cmd::ReadAll>() && room.of(caller.identity->account))
            m_touched.insert(room.id);
}

//! Rooms that are new, and what has become of groups.
void Exchange::learnRooms(bool groups)
{
    const auto ids = m_server.database().list(QStringLiteral("SELECT id FROM room"), [](storage::Row &row) { return row.next<RoomId>(); });
    for (const RoomId id : ids) {
        const BookRoom *known = m_book.room(id);
        if (known && !(groups && known->kind == RoomKind::Group))
            continue;
        const auto row = m_server.stores().rooms.find(id);
        m_book.learn(*row, m_server.stores().rooms.members(id), m_server.stores().messages.page(id, std::nullopt, known ? known->head() : 0, 1000, m_clock.now()));
        m_touched.insert(id);
    }
}

//! Changes of groups go alone, so that the book can see what they alone have done.
std::vector<app::Job> Exchange::nextJobs()
{
    const auto first = std::ranges::find_if(m_batch, [this](const app::Job &job) { return changesGroup(job); });
    const auto end = first == m_batch.begin() && first != m_batch.end() ? first + 1 : first;
    std::vector<app::Job> out(std::make_move_iterator(m_batch.begin()), std::make_move_iterator(end));
    m_batch.erase(m_batch.begin(), end);
    return out;
}

bool Exchange::changesGroup(const app::Job &job) const
{
    const auto *command = std::get_if<Command>(&job.work);
    if (!command)
        return false;
    if (const auto *leave = command->as<cmd::Leave>())
        return m_book.room(leave->room) && m_book.room(leave->room)->kind == RoomKind::Group;
    return command->spec().name.starts_with("group.");
}

//! Everything the server had in its hands is gone. Some clients notice at once.
void Exchange::crash()
{
    m_figures.crashes++;
    m_batch.clear();
    m_held.clear();
    std::vector<Line *> lines;
    for (auto &[id, connection] : m_connections) {
        connection.up.clear();
        connection.down.clear();
        connection.identity.reset();
        connection.isCut = true;
        if (connection.line && m_rng.below(5) != 0)
            lines.push_back(connection.line);
    }
    for (Line *line : lines)
        line->tellBroken(client::LinkProblem::Lost);
}

//! What a broken database would do, if that is planted.
void Exchange::spoil()
{
    if (m_faults.forgetsReads && m_rng.below(50) == 0)
        m_server.database().change(QStringLiteral("UPDATE member SET read = read - 1 WHERE read > 0 AND number = 1"));
    if (m_faults.keepsExpired && m_rng.below(50) == 0)
        m_server.database().change(QStringLiteral("UPDATE message SET expires = NULL"));
    if (m_faults.undoesEdits && m_rng.below(20) == 0)
        m_server.database().change(QStringLiteral("UPDATE message SET text = 'as it was' WHERE edited IS NOT NULL"));
}

void Exchange::take(const app::Outgoing &out)
{
    if (m_aside)
        return m_aside->push_back(out);
    if (const auto *bound = std::get_if<app::Bind>(&out)) {
        bind(*bound);
    } else if (const auto *reply = std::get_if<app::ToConnection>(&out)) {
        const auto frame = parseServerFrame(reply->frame);
        require(frame.ok(), "a frame that a client cannot read");
        m_answered[{reply->connection, std::get<Answered>(*frame).re}] = reply->frame;
        put(reply->connection, reply->frame);
    } else if (const auto *event = std::get_if<app::ToAccount>(&out)) {
        for (const auto &[id, connection] : m_connections)
            if (connection.identity && connection.identity->account == event->account)
                put(id, event->frame);
    } else if (const auto *news = std::get_if<app::ToEverybody>(&out)) {
        for (const auto &[id, connection] : m_connections)
            if (connection.identity)
                put(id, news->frame);
    } else {
        throw Violation("a device was signed out that did nothing wrong");
    }
}

//! A device has one line: an older one of it ends. A line that is gone by now counts for nothing, also when its sign-in
//! was late.
void Exchange::bind(const app::Bind &bound)
{
    const auto it = m_connections.find(bound.connection);
    if (it == m_connections.end() || !it->second.line)
        return m_batch.push_back({{}, app::DeviceGone{bound.identity, bound.connection}});
    std::erase_if(m_connections, [&](const auto &entry) {
        const auto &[id, connection] = entry;
        const bool isOlder = id != bound.connection && connection.identity && connection.identity->device == bound.identity.device;
        require(!isOlder || !connection.line, "a device holds two lines");
        return isOlder;
    });
    it->second.identity = bound.identity;
}

} // namespace jjak::sim
