// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/town.h"

#include <QSqlQuery>
#include <QStringList>
#include <cmath>

#include "server/storage/data_file.h"
#include "tests/support/sqlite_of.h"

namespace jjak::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr int words = 5000, roomsACommit = 2000;

Time systemTime()
{
    return std::chrono::floor<Duration>(std::chrono::system_clock::now());
}

} // namespace

QString Town::commonWord()
{
    return u"내일은"_s;
}

QString Town::rareWord()
{
    return u"갯민숭달팽이"_s;
}

QString Town::unsaidWord()
{
    return u"코뿔소"_s;
}

Town::Town(int rooms, int messagesInEach) : m_now(systemTime())
{
    storage::prepareDatabase(path());
    storage::StoreSet set(path(), storage::OpenAs::Writer, storage::Durability::Off);
    for (int i = 0; i < words; ++i) {
        QString word;
        for (quint64 k = 1 + m_rng.below(4); k > 0; --k)
            word += QChar(char16_t(0xac00 + m_rng.below(2000) * 5));
        m_words.push_back(word);
    }
    const int people = std::max(rooms * 2 / roomsOfEach, roomsOfEach + 1);
    set.stores().transaction.begin();
    for (int i = 0; i < people; ++i) {
        m_people.push_back({AccountId::random(m_rng), DeviceId::random(m_rng), protocol::Role::User});
        const QString name = u"사람%1"_s.arg(i);
        set.stores().accounts.insert({m_people.back().account, name, name, "none", ClientId::random(m_rng), false, protocol::Role::User, m_now});
    }
    set.stores().transaction.commit();
    for (int i = 0; i < rooms;) {
        set.stores().transaction.begin();
        for (const int until = std::min(rooms, i + roomsACommit); i < until; ++i) {
            const size_t one = size_t(i) % size_t(people), other = (one + 1 + size_t(i) / size_t(people)) % size_t(people);
            addRoom(set.database(), RoomId::random(m_rng), m_people[one], m_people[other], messagesInEach);
        }
        set.stores().transaction.commit();
    }
}

RoomId Town::longConversation(int messages)
{
    storage::StoreSet set(path(), storage::OpenAs::Writer, storage::Durability::Off);
    const RoomId id = RoomId::random(m_rng);
    const app::Identity one{AccountId::random(m_rng), DeviceId::random(m_rng), protocol::Role::User}, other{AccountId::random(m_rng), DeviceId::random(m_rng), protocol::Role::User};
    set.stores().transaction.begin();
    for (const app::Identity &who : {one, other}) {
        const QString name = u"친구%1"_s.arg(m_people.size());
        set.stores().accounts.insert({who.account, name, name, "none", ClientId::random(m_rng), false, protocol::Role::User, m_now});
        m_people.push_back(who);
    }
    addRoom(set.database(), id, one, other, messages);
    set.stores().transaction.commit();
    return id;
}

void Town::addRoom(storage::Database &database, RoomId id, const app::Identity &one, const app::Identity &other, int messages)
{
    const Time opened = m_now - std::chrono::days(30) + Duration(qint64(m_rng.below(1'000'000'000)));
    const Time last = opened + Duration(1000) * messages;
    const QByteArray pair = std::min(one.account, other.account).toBytes() + std::max(one.account, other.account).toBytes();
    database.change(u"INSERT INTO room (id, kind, version, head, opened, active, pair) VALUES (?, 0, 1, ?, ?, ?, ?)"_s, id, messages, opened, last, pair);
    int number = 0;
    for (const app::Identity &who : {one, other})
        database.change(u"INSERT INTO member (room, number, account, name, demo, read, written, got) VALUES (?, ?, ?, '사람', 0, ?, ?, ?)"_s, id, ++number, who.account, messages / 2, messages / 2, messages);
    for (int seq = 1; seq <= messages; ++seq) {
        database.change(u"INSERT INTO message (room, seq, author, kind, text, at, device, cid) VALUES (?, ?, ?, 0, ?, ?, ?, ?)"_s, id, seq, 1 + seq % 2, sentence(), opened + Duration(1000) * seq, (seq % 2 ? other : one).device,
                        ClientId::random(m_rng));
        if (seq % storage::messagesOfDigest == 0)
            storage::writeDigest(database, id, seq);
    }
}

//! Some words come often, most seldom, as in any language.
QString Town::sentence()
{
    QString out;
    for (quint64 k = 2 + m_rng.below(12); k > 0; --k) {
        const double chance = double(m_rng.below(1'000'000) + 1) / 1'000'000;
        out += m_words[size_t(std::pow(double(words), chance)) - 1] + u' ';
    }
    if (m_rng.below(10) == 0)
        out += commonWord();
    if (m_rng.below(1000) == 0)
        out += rareWord();
    return out;
}

QByteArray ReadingDesk::ask(const app::Identity &who, const protocol::Command &command)
{
    app::Effects effects;
    app::Stores &stores = m_set.stores();
    app::Context ctx{stores, systemTime(), m_rng, m_policy, effects, m_shelf};
    stores.transaction.begin();
    app::runRead(ctx, {1, 1, who, {}}, command);
    stores.transaction.rollback();
    const auto out = effects.take();
    const auto *answer = out.empty() ? nullptr : std::get_if<app::ToConnection>(&out.front());
    return answer ? answer->frame : QByteArray();
}

QStringList walks(storage::Database &database)
{
    QStringList out;
    for (const QString &sql : database.statements()) {
        QSqlQuery query(storage::sqliteOf(database).connection().handle());
        query.prepare(u"EXPLAIN QUERY PLAN "_s + sql);
        for (int i = 0; i < sql.count(u'?'); ++i)
            query.bindValue(i, QVariant());
        if (!query.exec())
            out.append(sql + u": "_s + query.lastError().text());
        while (query.next()) {
            const QString step = query.value(3).toString();
            const bool foundAlready = step == u"SCAN page"_s || step.startsWith(u"SCAN wanted VIRTUAL TABLE"_s); // rooms
            if (step.startsWith(u"SCAN "_s) && !foundAlready)
                out.append(sql + u": "_s + step);
        }
    }
    return out;
}

} // namespace jjak::bench
