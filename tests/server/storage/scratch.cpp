// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/storage/scratch.h"

#include <QLoggingCategory>
#include <QTest>

#include "server/storage/data_file.h"
#include "server/storage/migrations.h"
#include "tests/support/engine.h"

namespace jjak::storage {

using namespace Qt::StringLiterals;
using test::Engine;

Scratch::Scratch(Where where) : m_isFile(where == Where::File && test::engine() == Engine::Sqlite)
{
    QLoggingCategory::setFilterRules(u"jjak.storage.debug=false\njjak.storage.info=false"_s);
    if (test::engine() == Engine::Postgres)
        m_path = test::emptyPostgres();
    else
        m_path = m_isFile ? m_folder.filePath(u"jjak.db"_s) : u":memory:"_s;
    if (m_isFile)
        prepareDatabase(m_path);
    m_set = std::make_unique<StoreSet>(m_path, OpenAs::Writer);
    if (m_path == u":memory:"_s)
        migrate(m_set->database());
}

void Scratch::everywhere()
{
    QTest::addColumn<int>("where");
    QTest::newRow(test::engine() == Engine::Sqlite ? "file" : "postgresql") << int(Where::File);
    if (test::engine() == Engine::Sqlite)
        QTest::newRow("memory") << int(Where::Memory);
}

void Scratch::reopen()
{
    m_set.reset();
    m_set = std::make_unique<StoreSet>(m_path, OpenAs::Writer);
}

app::AccountRow Scratch::newAccount()
{
    app::AccountRow row;
    row.id = AccountId::random(m_rng);
    row.name = u"사람%1"_s.arg(++m_count);
    row.folded = u"사람%1 folded"_s.arg(m_count);
    row.passwordHash = "$argon2id$v=19$m=65536"_ba;
    row.attempt = ClientId::random(m_rng);
    row.demo = m_count % 2;
    row.created = noon;
    return row;
}

app::AccountRow Scratch::account()
{
    const auto row = newAccount();
    (*this)->accounts.insert(row);
    return row;
}

QList<AccountId> Scratch::people(int count)
{
    QList<AccountId> out;
    while (out.size() < count)
        out.append(account().id);
    return out;
}

app::DeviceRow Scratch::newDevice(AccountId account)
{
    app::DeviceRow row;
    row.id = DeviceId::random(m_rng);
    row.account = account;
    row.label = u"거실 PC"_s;
    row.attempt = ClientId::random(m_rng);
    row.tokenHash = DeviceId::random(m_rng).toBytes() + DeviceId::random(m_rng).toBytes();
    row.tokenSince = noon;
    row.created = noon;
    row.used = noon;
    return row;
}

domain::Ticket Scratch::newTicket(AccountId account)
{
    domain::Ticket t;
    t.account = account;
    t.device = DeviceId::random(m_rng);
    t.cell = Cell::containing({37.5, 127.0}, 2);
    t.reach = Reach::Km20;
    t.since = noon;
    return t;
}

RoomId Scratch::directRoom(AccountId a, AccountId b, Time opened)
{
    app::RoomRow room;
    room.id = RoomId::random(m_rng);
    room.opened = room.active = opened;
    (*this)->rooms.insert(room, {{room.id, 1, a, u"하나"_s, false, 0, 0, {}}, {room.id, 2, b, u"둘"_s, false, 0, 0, {}}});
    return room.id;
}

ScriptId Scratch::script()
{
    app::ScriptRow row;
    row.id = ScriptId::random(m_rng);
    row.name = u"저녁"_s;
    row.toml = u"name = \"저녁\"\n"_s;
    row.languages = {u"ko"_s, u"en"_s};
    row.texts = {{{u"welcome.1"_s, u"어서 오세요."_s}}, {{u"welcome.1"_s, u"Welcome."_s}}};
    (*this)->scripts.insert(row);
    return row.id;
}

app::EventRow Scratch::event(Time starts)
{
    app::EventRow row;
    row.info.event = EventId::random(m_rng);
    row.info.version = 1;
    row.info.heading = u"토요일 밤"_s;
    row.info.from = starts;
    row.info.until = starts + 2h;
    row.info.zone = u"Asia/Seoul"_s;
    row.info.languages = {u"ko"_s, u"en"_s};
    row.info.script = script();
    row.info.doors = starts - 10min;
    row.cid = ClientId::random(m_rng);
    (*this)->events.save(row);
    return row;
}

domain::Seat Scratch::newSeat(int number, AccountId account)
{
    domain::Seat seat;
    seat.number = number;
    seat.account = account;
    seat.since = noon;
    return seat;
}

domain::Date Scratch::newLobby(const app::EventRow &event, const QList<AccountId> &accounts, Time opened)
{
    domain::Date date = domain::openDate(DateId::random(m_rng), event.info, opened);
    for (const AccountId account : accounts)
        date.seats.append(newSeat(int(date.seats.size()) + 1, account));
    return date;
}

domain::Date Scratch::lobby(const app::EventRow &event, const QList<AccountId> &accounts, Time opened)
{
    const auto date = newLobby(event, accounts, opened);
    (*this)->dates.save(date, event.info.until);
    return date;
}

app::MessageRow Scratch::newMessage(RoomId room, int author, const QString &text)
{
    app::MessageRow row;
    row.room = room;
    row.message = {0, author, protocol::MessageKind::Text, text, noon, ClientId::random(m_rng)};
    row.device = DeviceId::random(m_rng);
    return row;
}

} // namespace jjak::storage
