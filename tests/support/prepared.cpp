// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/prepared.h"

#include <QFileInfo>

#include "server/app/scripts.h"
#include "server/app/tokens.h"
#include "server/storage/data_file.h"
#include "server/storage/data_folder.h"
#include "server/storage/postgres_driver.h"
#include "server/storage/store_set.h"

namespace jjak::test {

namespace {

QString prepared(const QString &path)
{
    if (!storage::isPostgres(path))
        storage::prepareFolder(QFileInfo(path).absolutePath());
    storage::prepareDatabase(path);
    return path;
}

Time now()
{
    return std::chrono::floor<Duration>(std::chrono::system_clock::now());
}

} // namespace

struct Preparation::Parts {
    explicit Parts(const QString &path) : set(prepared(path), storage::OpenAs::Writer) { set.stores().transaction.begin(); }
    storage::StoreSet set;
    SystemRng rng;
};

Preparation::Preparation(const QString &databasePath) : m_parts(std::make_unique<Parts>(databasePath)) {}

Preparation::~Preparation()
{
    if (!stores().transaction.commit())
        qFatal("the data folder could not be prepared");
}

app::Stores &Preparation::stores()
{
    return m_parts->set.stores();
}

std::vector<PreparedPerson> Preparation::people(int count, const QString &prefix)
{
    const app::Tokens tokens(QByteArray(32, 't'));
    std::vector<PreparedPerson> out;
    out.reserve(size_t(count));
    for (int i = 0; i < count; ++i) {
        PreparedPerson p{AccountId::random(m_parts->rng), DeviceId::random(m_parts->rng), prefix + QString::number(i), tokens.fresh(m_parts->rng)};
        stores().accounts.insert({p.account, p.name, p.name, "none", ClientId::random(m_parts->rng), false, protocol::Role::User, now()});
        stores().devices.save({p.device, p.account, QStringLiteral("test"), ClientId::random(m_parts->rng), app::Tokens::hash(p.token), now(), now(), now()});
        out.push_back(std::move(p));
    }
    return out;
}

std::vector<RoomId> Preparation::rooms(const std::vector<PreparedPerson> &people, int size)
{
    std::vector<RoomId> out;
    for (size_t first = 0; first + size_t(size) <= people.size(); first += size_t(size)) {
        const RoomId id = RoomId::random(m_parts->rng);
        QList<app::MemberRow> members;
        for (int i = 0; i < size; ++i) {
            const PreparedPerson &p = people[first + size_t(i)];
            members.append({id, i + 1, p.account, p.name, false, 0, 1, {}}); // "has written": nobody is a stranger here
        }
        app::RoomRow room;
        room.id = id;
        room.kind = size == 2 ? protocol::RoomKind::Direct : protocol::RoomKind::Group;
        room.opened = room.active = now();
        stores().rooms.insert(room, members);
        out.push_back(id);
    }
    return out;
}

void Preparation::messages(RoomId room, int members, int count)
{
    for (int i = 0; i < count; ++i)
        stores().messages.append({room, {0, i % members + 1, protocol::MessageKind::Text, QStringLiteral("message %1 of a long conversation").arg(i), now(), {}}, {}});
}

protocol::EventInfo Preparation::event(const QString &script, int seats)
{
    const auto parsed = app::scriptFrom(script.isEmpty() ? app::builtInScript() : script);
    if (!parsed)
        qFatal("the script cannot be played: %s %s", qPrintable(parsed.error().field), qPrintable(parsed.error().reason));
    app::EventRow row;
    row.cid = ClientId::random(m_parts->rng);
    row.info = {EventId::random(m_parts->rng), 1, QStringLiteral("An evening"), now(), now() + 1h, QStringLiteral("Asia/Seoul"), seats, parsed->script.languages, parsed->script.id, now() - limits::doorsBefore, false};
    stores().scripts.insert(parsed->row);
    stores().events.save(row);
    return row.info;
}

} // namespace jjak::test
