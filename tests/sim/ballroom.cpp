// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/ballroom.h"

#include "tests/sim/chaperone.h"

namespace jjak::sim {

using namespace protocol;

namespace {

using Counts = std::array<std::pair<const char *, quint64 Evenings::*>, 23>;

constexpr Counts counts{{{"entered", &Evenings::entered},     {"dates", &Evenings::started},          {"by quorum", &Evenings::byQuorum}, {"counted", &Evenings::counted},       {"met", &Evenings::met},
                         {"rooms", &Evenings::rooms},         {"ended early", &Evenings::early},      {"messages", &Evenings::messages},  {"refused while frozen", &Evenings::frozen}, {"cooled", &Evenings::cooled},
                         {"invitations", &Evenings::invited}, {"left", &Evenings::left},              {"blocks", &Evenings::blocked},     {"disconnects", &Evenings::disconnects}, {"returns", &Evenings::returns},
                         {"on another device", &Evenings::otherDevice}, {"crashes", &Evenings::crashes}, {"failed commits", &Evenings::failedCommits}, {"sent again", &Evenings::resent}, {"sleeps", &Evenings::sleeps},
                         {"clock set back", &Evenings::stepsBack}, {"let go", &Evenings::letGo},      {"host lines", &Evenings::lines}}};

} // namespace

void Evenings::add(const Evenings &other)
{
    for (const auto &[name, count] : counts)
        this->*count += other.*count;
}

QString Evenings::text() const
{
    QStringList parts;
    for (const auto &[name, count] : counts)
        parts.append(QStringLiteral("%1 %2").arg(this->*count).arg(QLatin1StringView(name)));
    return parts.join(QStringLiteral(", "));
}

QList<quint64> Evenings::all() const
{
    QList<quint64> out;
    for (const auto &[name, count] : counts)
        out.append(this->*count);
    return out;
}

app::Policy Ballroom::tenfold()
{
    app::Policy policy;
    policy.speed = 10;
    policy.dateRules.quorumAfter /= 10;
    policy.dateRules.lobbyGrace /= 10;
    policy.dateRules.seatGrace /= 10;
    policy.dateRules.late /= 10;
    policy.dateRules.floodTime /= 10;
    policy.dateRules.coolTime /= 10;
    policy.metApart = 90s; // so that guests meet again, but not in the next date
    return policy;
}

Ballroom::Ballroom(quint64 seed, int guests, const Faults &faults)
    : m_rng(seed), m_serverRng(seed ^ 0xba11), m_faults(faults), m_server(m_clock, m_serverRng, [this](const app::Outgoing &out) { take(out); }, faults, tenfold())
{
    m_chaperone = std::make_unique<Chaperone>(*this);
    signUpAll(guests);
    openEvent();
    m_calm = false;
}

Ballroom::~Ballroom() = default;

void Ballroom::signUpAll(int guests)
{
    m_guests.resize(size_t(guests));
    for (int i = 0; i < guests; ++i) {
        Guest &guest = m_guests[size_t(i)];
        for (int k = 0; k < 2; ++k) {
            Handset &handset = guest.handsets[size_t(k)];
            handset.guest = i;
            handset.connection = m_nextConnection++;
            m_byConnection.insert(handset.connection, {i, k});
            const ClientId attempt = ClientId::random(m_rng);
            const app::Work signUp = app::SignUpHashed{{attempt, QStringLiteral("guest%1").arg(i), QStringLiteral("secret"), {}, QStringLiteral("phone"), {}}, "hash", i % 8 == 0};
            m_batch.push_back({{handset.connection, ++handset.lastRequest, {}, {}}, k == 0 ? signUp : app::Work(app::PasswordProved{guest.account, attempt, QStringLiteral("laptop"), {}})});
            runBatch();
            m_byAccount.insert(guest.account, i);
        }
    }
    for (Guest &guest : m_guests)
        disconnect(guest.handsets[1]);
    runBatch();
}

void Ballroom::openEvent()
{
    cmd::OpenEvent open{ClientId::random(m_rng), QStringLiteral("Ball"), m_clock.now() + 3s, m_clock.now() + 2h, QStringLiteral("Asia/Seoul"), 7, {QStringLiteral("ko")}, {}};
    m_batch.push_back({{operatorsConnection, 1, {}, {}}, Command(open)});
    runBatch();
}

void Ballroom::step()
{
    act(m_guests[m_rng.below(m_guests.size())]);
    if (m_batch.size() >= 1 + m_rng.below(8))
        runBatch();
    if (chance(60))
        m_clock.pass(Duration(any(130)));
    if (m_rng.below(400) == 0)
        shiftClock();
    if (m_server.isDue() || chance(3))
        tick();
    if (chance(2)) {
        // A goodbye of a batch that failed is made up for with the next one.
        while (!runBatch()) {
        }
        m_chaperone->everything();
    }
}

void Ballroom::shiftClock()
{
    if (chance(60)) {
        m_tally.sleeps++;
        m_clock.pass(Duration(any(30'000)));
    } else {
        m_tally.stepsBack++;
        m_clock.pass(-Duration(any(15'000)));
    }
}

void Ballroom::act(Guest &guest)
{
    Handset &one = guest.handsets[m_rng.below(2)], &other = guest.handsets[&one == &guest.handsets[0] ? 1 : 0];
    Handset &handset = one.connection || !other.connection ? one : other;
    if (!handset.connection) {
        if (chance(25))
            connect(handset);
        return;
    }
    if (chance(3))
        return disconnect(handset);
    if (chance(1) && !other.connection)
        return connect(other);
    const BlindDate &now = handset.blindDate;
    if (now.date && now.date->phase != DatePhase::Closed)
        return dance(handset, *now.date);
    if (now.lobby ? chance(3) : chance(5))
        return send(handset, cmd::LeaveDate{});
    if (!now.lobby && chance(30))
        return wish(handset);
    if (!now.lobby || chance(10))
        send(handset, cmd::EnterDate{m_event.event});
}

void Ballroom::dance(Handset &from, const protocol::Date &date)
{
    const bool dull = date.date.toBytes().back() % 16 == 0; // nearly everybody leaves
    if (m_rng.below(dull ? 12 : 400) == 0)
        return send(from, chance(50) ? Command(cmd::LeaveDate{}) : Command(cmd::Leave{date.room}));
    if (m_rng.below(300) == 0)
        return safety(from, date);
    if (date.phase == DatePhase::Reveal || date.phase == DatePhase::Farewell)
        return chance(60) ? wish(from) : chat(from, date);
    if (date.phase == DatePhase::Arrow || date.phase == DatePhase::Impression || chance(5))
        return choose(from, date);
    if (chance(40))
        chat(from, date);
}

//! Neighbours like each other, so that arrows meet; not always.
void Ballroom::choose(Handset &from, const protocol::Date &date)
{
    const int seat = chance(60) ? ((date.me - 1) ^ 1) + 1 : any(limits::seatsMax + 1);
    if (date.phase == DatePhase::Impression)
        send(from, cmd::Pick{date.date, seat});
    else
        send(from, cmd::Shoot{date.date, seat});
}

void Ballroom::chat(Handset &from, const protocol::Date &date)
{
    const int count = m_rng.below(60) == 0 ? 12 : 1; // now and then a flood
    for (int i = 0; i < count; ++i)
        send(from, cmd::Send{date.room, ClientId::random(m_rng), QStringLiteral("안녕 %1").arg(any(1000))});
}

void Ballroom::safety(Handset &from, const protocol::Date &date)
{
    const int seat = 1 + any(int(date.seats.size()));
    if (chance(50))
        send(from, cmd::Block{date.room, {}, seat});
    else
        send(from, cmd::Report{ClientId::random(m_rng), date.room, {}, ReportReason::Spam, {}, true, seat});
}

void Ballroom::wish(Handset &from)
{
    const BlindDate &now = from.blindDate;
    if (now.date && now.date->reveal && chance(70))
        send(from, cmd::OpenPair{now.date->reveal->pair}); // also who met nobody may try
    else if (!now.pairs.isEmpty())
        send(from, cmd::OpenPair{now.pairs[any(int(now.pairs.size()))].pair});
}

void Ballroom::send(Handset &from, Command command)
{
    const AccountId account = m_guests[size_t(from.guest)].account;
    m_asked.insert({from.connection, ++from.lastRequest}, {account, command});
    from.unanswered = command;
    m_batch.push_back({{from.connection, from.lastRequest, app::Identity{account, from.device}, {}}, std::move(command)});
}

void Ballroom::connect(Handset &handset)
{
    Guest &guest = m_guests[size_t(handset.guest)];
    const int which = &handset == &guest.handsets[0] ? 0 : 1;
    m_tally.returns++;
    m_tally.otherDevice += guest.handsets[which ? 0 : 1].connection == 0 && which == 1;
    handset.connection = m_nextConnection++;
    handset.current = false;
    m_byConnection.insert(handset.connection, {handset.guest, which});
    const auto again = std::exchange(handset.unanswered, std::nullopt);
    const Command resume = cmd::Resume{handset.token};
    m_asked.insert({handset.connection, ++handset.lastRequest}, {guest.account, resume});
    m_batch.push_back({{handset.connection, handset.lastRequest, {}, {}}, resume});
    runBatch();
    if (handset.connection == 0)
        return;
    m_asked.insert({handset.connection, ++handset.lastRequest}, {guest.account, cmd::Sync{}});
    m_server.read({handset.connection, handset.lastRequest, app::Identity{guest.account, handset.device}, {}}, cmd::Sync{});
    if (again && chance(80)) {
        m_tally.resent++;
        send(handset, *again);
    }
}

void Ballroom::disconnect(Handset &handset)
{
    m_tally.disconnects += !m_calm;
    m_batch.push_back({{}, app::DeviceGone{{m_guests[size_t(handset.guest)].account, handset.device}, handset.connection}});
    m_byConnection.remove(handset.connection);
    handset.connection = 0;
}

void Ballroom::tick()
{
    m_batch.push_back({{}, app::Tick{}});
    runBatch();
}

void Ballroom::heal()
{
    m_calm = true;
    runBatch();
    for (int i = 0; i < 3000 && m_chaperone->somebodySits(); ++i) {
        for (Guest &guest : m_guests) {
            if (guest.handsets[0].connection == 0)
                connect(guest.handsets[0]);
        }
        m_clock.pass(100ms);
        if (m_server.isDue())
            tick();
    }
    m_chaperone->everything();
    m_batch.push_back({{operatorsConnection, 2, {}, {}}, Command(cmd::CloseEvent{m_event.event})});
    runBatch();
    m_chaperone->everything();
    m_chaperone->atTheEnd();
}

} // namespace jjak::sim
