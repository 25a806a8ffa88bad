// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/bad_scene.h"

#include "server/storage/store_set.h"

namespace jjak::e2e {

using namespace Qt::StringLiterals;
using test::PreparedPerson;
using test::Preparation;

namespace {

QHash<QString, QString> with(QHash<QString, QString> settings)
{
    settings.insert(u"JJAK_LIMITS_HELLO_TIME"_s, u"5m"_s); // guests are asked for longer than a guest may usually stay
    settings.insert(u"JJAK_ACCOUNTS_DEMO_KEY"_s, u"the right key"_s);
    return settings;
}

} // namespace

BadScene::BadScene(const QHash<QString, QString> &settings) : server(with(settings)), m_now(std::chrono::floor<Duration>(std::chrono::system_clock::now()))
{
    Preparation preparation(server.database());
    const auto people = preparation.people(7, u"person"_s);
    me = people[0], other = people[1], third = people[2], fourth = people[3], chief = people[6];
    preparation.stores().accounts.setRole(chief.account, protocol::Role::Operator);
    mine = room(preparation, {me, other}, 1, 1);
    theirs = room(preparation, {other, third}, 1, 1);
    group = room(preparation, {me, other, third}, 1, 1);
    left = room(preparation, {me, third}, 1, 1, 0);
    deserted = room(preparation, {me, fourth}, 1, 1, 1);
    strange = room(preparation, {me, people[4]}, 3, 0);
    untouched = room(preparation, {me, people[5]}, 0, 0);
    used = ClientId::random(m_rng);
    app::Stores &stores = preparation.stores();
    stores.messages.append({mine, {0, 1, protocol::MessageKind::Text, u"said before"_s, m_now, used}, me.device});
    stores.messages.append({group, {0, 2, protocol::MessageKind::Text, u"said by another"_s, m_now, ClientId::random(m_rng)}, other.device});
    othersBlock = stores.blocks.insert({BlockId::random(m_rng), other.account, third.account, u"third"_s, m_now});
    proposals(stores);
    evening(preparation);
}

RoomId BadScene::room(Preparation &preparation, const std::vector<PreparedPerson> &people, qint64 mineWritten, qint64 theirsWritten, int whoLeft)
{
    app::RoomRow row;
    row.id = RoomId::random(m_rng);
    row.kind = people.size() == 2 ? protocol::RoomKind::Direct : protocol::RoomKind::Group;
    row.opened = row.active = m_now;
    QList<app::MemberRow> members;
    for (int i = 0; i < int(people.size()); ++i) {
        const PreparedPerson &person = people[size_t(i)];
        const auto gone = i == whoLeft ? std::optional(m_now - std::chrono::days(31)) : std::nullopt;
        members.append({row.id, i + 1, person.account, person.name, false, 0, i == 0 ? mineWritten : theirsWritten, gone});
    }
    preparation.stores().rooms.insert(row, members);
    return row.id;
}

void BadScene::proposals(app::Stores &stores)
{
    domain::Proposal refused = domain::openProposal(ProposalId::random(m_rng), me.account, other.account, m_now, 30s);
    refused.outcome = protocol::Outcome::Refused;
    refused.ended = m_now;
    const domain::Proposal open = domain::openProposal(ProposalId::random(m_rng), third.account, fourth.account, m_now, 10min);
    stores.proposals.save(refused);
    stores.proposals.save(open);
    ended = refused.id;
    foreign = open.id;
}

//! A date that is over, so that no clock changes it any more.
DateId BadScene::date(Preparation &preparation, const std::vector<PreparedPerson> &people, RoomId &roomId)
{
    const auto event = preparation.stores().events.find(over);
    app::RoomRow row;
    row.id = roomId = RoomId::random(m_rng);
    row.kind = protocol::RoomKind::Date;
    row.opened = row.active = m_now;
    row.expires = m_now + 24h;
    QList<app::MemberRow> members;
    domain::Date date = domain::openDate(DateId::random(m_rng), event->info, m_now);
    const auto aliases = drawAliases(int(people.size()), m_rng);
    for (int i = 0; i < int(people.size()); ++i) {
        domain::Seat seat;
        seat.number = i + 1;
        seat.account = people[size_t(i)].account;
        seat.alias = aliases[i];
        seat.since = m_now;
        seat.pair = PairId::random(m_rng);
        date.seats.append(seat);
        members.append({row.id, i + 1, seat.account, seat.alias.toText(), false, 0, 0, {}});
    }
    preparation.stores().rooms.insert(row, members);
    date.act = 11;
    date.closed = true;
    date.room = row.id;
    date.started = date.ended = m_now;
    preparation.stores().dates.save(date, std::nullopt);
    return date.id;
}

void BadScene::evening(Preparation &preparation)
{
    over = preparation.event().event;
    auto event = preparation.stores().events.find(over);
    event->info.closed = true;
    preparation.stores().events.save(*event);
    RoomId elsewhere;
    played = date(preparation, {me, other}, playedIn);
    theirDate = date(preparation, {third, fourth}, elsewhere);
    theirPair = PairId::random(m_rng);
    preparation.stores().arrowPairs.save({theirPair, theirDate, {{{third.account, u"fox:calm:1"_s, true}, {fourth.account, u"owl:brave:2"_s, false}}}, m_now + 24h, {}});
}

QStringList BadScene::rows() const
{
    storage::StoreSet set(server.database(), storage::OpenAs::Reader);
    const auto texts = [&](const QString &sql) { return set.database().list(sql, [](storage::Row &row) { return row.next<QString>(); }); };
    static const QStringList seen{u"device.used"_s};
    QStringList out;
    for (const QString &table : texts(u"SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"_s)) {
        if (table == "connected"_L1 || table == "presence"_L1) // who is there at this moment
            continue;
        QStringList columns;
        for (const QString &column : texts(u"SELECT name FROM pragma_table_info('%1')"_s.arg(table))) {
            if (!seen.contains(table + u'.' + column))
                columns.append(u"quote(\"%1\")"_s.arg(column));
        }
        for (const QString &row : texts(u"SELECT %1 AS r FROM \"%2\" ORDER BY r"_s.arg(columns.join(u" || ', ' || "_s), table)))
            out.append(table + u": "_s + row);
    }
    return out;
}

} // namespace jjak::e2e
