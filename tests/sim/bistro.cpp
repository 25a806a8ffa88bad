// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/bistro.h"

#include "tests/sim/waiter.h"

namespace jjak::sim {

using namespace protocol;

namespace {

using Counts = std::array<std::pair<const char *, quint64 Afternoon::*>, 23>;

constexpr Counts counts{{{"tables", &Afternoon::offered}, {"opened", &Afternoon::opened},       {"ended", &Afternoon::ended},     {"by silence", &Afternoon::silent}, {"seats", &Afternoon::seated},        {"waited", &Afternoon::waited},
                         {"taken", &Afternoon::taken},    {"not taken", &Afternoon::timedOut},  {"asked", &Afternoon::asked},     {"admitted", &Afternoon::admitted}, {"refused", &Afternoon::denied},      {"removed", &Afternoon::removed},
                         {"left", &Afternoon::left},      {"kept", &Afternoon::kept},           {"full", &Afternoon::full},       {"same hour", &Afternoon::sameHour}, {"messages", &Afternoon::said},       {"blocks", &Afternoon::blocked},
                         {"disconnects", &Afternoon::disconnects}, {"crashes", &Afternoon::crashes}, {"failed commits", &Afternoon::failedCommits}, {"sent again", &Afternoon::resent}, {"sleeps", &Afternoon::sleeps}}};

constexpr int tablesAtOnce = 12; //!< few enough that they are full

} // namespace

void Afternoon::add(const Afternoon &other)
{
    for (const auto &[name, count] : counts)
        this->*count += other.*count;
}

QString Afternoon::text() const
{
    QStringList parts;
    for (const auto &[name, count] : counts)
        parts.append(QStringLiteral("%1 %2").arg(this->*count).arg(QLatin1StringView(name)));
    return parts.join(QStringLiteral(", "));
}

QList<quint64> Afternoon::all() const
{
    QList<quint64> out;
    for (const auto &[name, count] : counts)
        out.append(this->*count);
    return out;
}

Bistro::Bistro(quint64 seed, int people, const Faults &faults)
    : m_rng(seed), m_serverRng(seed ^ 0xc0ffee), m_faults(faults), m_server(m_clock, m_serverRng, [this](const app::Outgoing &out) { take(out); }, faults)
{
    m_waiter = std::make_unique<Waiter>(*this);
    signUpAll(people);
    m_calm = false;
}

Bistro::~Bistro() = default;

void Bistro::signUpAll(int people)
{
    m_people.resize(size_t(people));
    for (int i = 0; i < people; ++i) {
        Drinker &drinker = m_people[size_t(i)];
        drinker.connection = m_nextConnection++;
        m_byConnection.insert(drinker.connection, i);
        const cmd::SignUp command{ClientId::random(m_rng), QStringLiteral("person%1").arg(i), QStringLiteral("secret"), {}, QStringLiteral("device"), {}};
        m_batch.push_back({{drinker.connection, ++drinker.lastRequest, {}, {}}, app::SignUpHashed{command, "hash", i % 10 == 0}});
        runBatch();
        m_byAccount.insert(drinker.identity.account, i);
        drinker.persona = PersonaId::random(m_rng);
        app::PersonaRow row{drinker.identity.account, drinker.persona, QStringLiteral("guest%1").arg(i), {}};
        row.profile.name = row.folded;
        require(m_server.stores().personas.save(row), "a name in the lounge is another's");
    }
}

void Bistro::step()
{
    Drinker &drinker = m_people[m_rng.below(m_people.size())];
    if (drinker.connection == 0)
        connect(drinker);
    else
        act(drinker);
    if (m_batch.size() >= 1 + m_rng.below(8))
        runBatch();
    if (chance(60))
        m_clock.pass(Duration(any(4'000)));
    if (m_rng.below(300) == 0) {
        m_tally.sleeps++;
        m_clock.pass(chance(90) ? Duration(any(600'000)) : Duration(any(14 * 3600) * 1000ll));
    }
    if (m_server.isDue() || chance(2))
        tick();
    if (chance(1)) {
        runBatch();
        m_waiter->everything();
    }
}

std::optional<TableId> Bistro::anyTable()
{
    const auto ids = m_server.database().list(QStringLiteral("SELECT id FROM coffee_table WHERE phase <> 2 ORDER BY at, id LIMIT 20"), [](storage::Row &row) { return row.next<TableId>(); });
    return ids.isEmpty() ? std::nullopt : std::optional(ids[std::min(any(int(ids.size())), any(int(ids.size())))]);
}

void Bistro::act(Drinker &drinker)
{
    if (chance(2))
        return disconnect(drinker);
    QList<Table> mine;
    for (const Table &table : std::as_const(drinker.known)) {
        if (table.mine != Standing::None && table.phase != TablePhase::Ended)
            mine.append(table);
    }
    std::ranges::sort(mine, {}, &Table::table);
    for (const Table &table : std::as_const(mine)) {
        if (table.mine == Standing::Offered && chance(50))
            return go(drinker, table);
    }
    if (!mine.isEmpty() && chance(60)) {
        const Table &table = mine[any(int(mine.size()))];
        return table.mine == Standing::Host ? play(drinker, table) : table.mine == Standing::Seated ? stay(drinker, table) : go(drinker, table);
    }
    const auto table = anyTable();
    if (!table || chance(8))
        return offer(drinker);
    send(drinker, cmd::JoinTable{*table, chance(70), chance(80)});
}

void Bistro::offer(Drinker &drinker)
{
    if (m_server.database().value<int>(QStringLiteral("SELECT count(*) FROM coffee_table WHERE phase <> 2")).value_or(0) >= tablesAtOnce)
        return;
    app::PostRow post;
    post.id = PostId::random(m_rng);
    post.author = drinker.identity.account;
    post.cid = ClientId::random(m_rng);
    post.heading = QStringLiteral("Coffee?");
    post.at = m_clock.now();
    m_server.stores().posts.insert(post);
    cmd::OfferTable offer;
    offer.cid = ClientId::random(m_rng);
    offer.post = post.id;
    offer.topic = QStringLiteral("topic %1").arg(any(1000));
    offer.language = QStringLiteral("ko");
    if (chance(70))
        offer.at = m_clock.now() + Duration(any(40 * 60) * 1000ll + 60'000);
    offer.zone = QStringLiteral("Asia/Seoul");
    offer.seats = limits::tableSeatsMin + any(3);
    offer.approval = chance(30);
    offer.sure = chance(80);
    send(drinker, offer);
}

//! Who waits, or has a seat kept for them, decides.
void Bistro::go(Drinker &drinker, const Table &table)
{
    if (chance(table.mine == Standing::Offered ? 70 : 10))
        send(drinker, cmd::JoinTable{table.table, true, true});
    else if (chance(20))
        send(drinker, cmd::LeaveTable{table.table});
}

void Bistro::play(Drinker &host, const Table &table)
{
    if (!table.asking.isEmpty() && chance(80))
        return send(host, cmd::AdmitToTable{table.table, table.asking[any(int(table.asking.size()))].persona, chance(75)});
    const int what = any(100);
    if (what < 10)
        send(host, cmd::RemoveFromTable{table.table, table.guests.isEmpty() || chance(30) ? m_people[m_rng.below(m_people.size())].persona : table.guests[any(int(table.guests.size()))].persona});
    else if (what < 14)
        send(host, chance(50) || !table.room ? Command(cmd::CloseTable{table.table}) : Command(cmd::Leave{*table.room}));
    else if (what < 25)
        send(host, cmd::RenameTable{table.table, QStringLiteral("topic %1").arg(any(1000))});
    else
        stay(host, table);
}

void Bistro::stay(Drinker &guest, const Table &table)
{
    const int what = any(100);
    if (what < 30 && table.room)
        send(guest, cmd::Send{*table.room, ClientId::random(m_rng), QStringLiteral("안녕 %1").arg(any(1000))});
    else if (what < 50)
        send(guest, cmd::KeepTable{table.table, chance(85)});
    else if (what < 52 && table.room)
        send(guest, cmd::Block{*table.room, {}, 1 + any(4)});
    else if (what < 60 && table.mine != Standing::Host)
        send(guest, chance(50) || !table.room ? Command(cmd::LeaveTable{table.table}) : Command(cmd::Leave{*table.room}));
}

void Bistro::send(Drinker &from, Command command)
{
    from.unanswered = command;
    m_batch.push_back({{from.connection, ++from.lastRequest, from.identity, {}}, std::move(command)});
}

void Bistro::connect(Drinker &drinker)
{
    drinker.connection = m_nextConnection++;
    m_byConnection.insert(drinker.connection, m_byAccount.value(drinker.identity.account));
    drinker.known.clear();
    const auto again = std::exchange(drinker.unanswered, std::nullopt);
    m_server.read({drinker.connection, ++drinker.lastRequest, drinker.identity, {}}, cmd::ListTables{true, false, {}});
    if (again && chance(80)) {
        m_tally.resent++;
        send(drinker, *again);
    }
}

void Bistro::disconnect(Drinker &drinker)
{
    m_tally.disconnects += !m_calm;
    m_batch.push_back({{}, app::DeviceGone{drinker.identity, drinker.connection}});
    m_byConnection.remove(drinker.connection);
    drinker.connection = 0;
}

void Bistro::runBatch()
{
    using Fate = Server::Fate;
    Fate fate = Fate::Works;
    if (!m_calm && m_rng.below(80) == 0)
        fate = std::array{Fate::CommitFails, Fate::DiesBeforeCommit, Fate::DiesAfterCommit}[m_rng.below(3)];
    const auto jobs = std::exchange(m_batch, {});
    m_server.run(jobs, fate);
    if (fate == Fate::CommitFails)
        m_tally.failedCommits++;
    else if (fate != Fate::Works)
        crashAll();
    m_waiter->afterBatch(jobs, fate == Fate::Works);
}

void Bistro::crashAll()
{
    m_tally.crashes++;
    for (Drinker &drinker : m_people)
        drinker.connection = 0;
    m_byConnection.clear();
    m_batch.clear();
    m_clock.pass(Duration(any(100'000)));
}

void Bistro::tick()
{
    m_batch.push_back({{}, app::Tick{}});
    runBatch();
}

void Bistro::take(const app::Outgoing &out)
{
    if (const auto *bound = std::get_if<app::Bind>(&out)) {
        m_people[size_t(m_byConnection.value(bound->connection))].identity = bound->identity;
        return;
    }
    const auto *event = std::get_if<app::ToAccount>(&out);
    const auto *reply = std::get_if<app::ToConnection>(&out);
    if (!event && !reply)
        throw Violation("something that a table does not cause");
    const int index = event ? m_byAccount.value(event->account, -1) : m_byConnection.value(reply->connection, -1);
    if (index < 0 || m_people[size_t(index)].connection == 0 || (event && m_faults.losesEvents && m_rng.below(50) == 0))
        return;
    const auto frame = parseServerFrame(event ? event->frame : reply->frame);
    if (!frame)
        throw Violation("a frame that a client cannot read");
    if (const auto *told = std::get_if<Event>(&*frame)) {
        if (const auto *state = std::get_if<ev::TableState>(told))
            learn(m_people[size_t(index)], state->table);
    } else if (const auto *answered = std::get_if<Answered>(&*frame)) {
        answer(m_people[size_t(index)], *answered);
    }
}

void Bistro::learn(Drinker &drinker, const Table &table)
{
    const auto known = drinker.known.constFind(table.table);
    if (known == drinker.known.cend() || known->version <= table.version)
        drinker.known.insert(table.table, table);
}

void Bistro::answer(Drinker &drinker, const Answered &answered)
{
    if (answered.re == drinker.lastRequest)
        drinker.unanswered.reset();
    if (const auto *error = std::get_if<Error>(&answered.result)) {
        m_tally.full += error->code == ErrorCode::TableFull;
        m_tally.sameHour += error->code == ErrorCode::TableSameHour;
        return;
    }
    const QJsonValue value(std::get<QJsonObject>(answered.result));
    if (const auto one = decode<cmd::TableReply>(value))
        learn(drinker, one->table);
    else if (const auto list = decode<cmd::TableList>(value)) {
        for (const Table &table : list->tables)
            learn(drinker, table);
    }
}

void Bistro::heal()
{
    m_calm = true;
    runBatch();
    for (Drinker &drinker : m_people) {
        if (drinker.connection == 0)
            connect(drinker);
    }
    runBatch();
    m_waiter->everything();
    passDays();
    m_waiter->everything();
    m_waiter->atTheEnd();
}

//! Long enough that only what is kept is still there, and rooms of what has ended are not.
void Bistro::passDays()
{
    for (int hour = 0; hour < 60; ++hour) {
        m_clock.pass(1h);
        tick();
    }
    const auto rooms = [&] { return m_server.database().value<int>(QStringLiteral("SELECT count(*) FROM room WHERE kind = 2 AND expires IS NOT NULL")).value_or(0); };
    for (int i = rooms(); i > 0; --i) // one goes with each look
        tick();
    for (int i = rooms(); i > 0; --i)
        tick();
}

} // namespace jjak::sim
