// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "table_samples.h"

#include <algorithm>

namespace jjak::desktop::test {

using namespace Qt::StringLiterals;
using namespace protocol;

namespace {

Time inTime(Duration time)
{
    return std::chrono::floor<Duration>(std::chrono::system_clock::now()) + time;
}

const QStringList names{u"느린산책"_s, u"Mina"_s, u"작은별"_s, u"Jun"_s};

} // namespace

TableSamples::TableSamples(client::test::Scene &theScene) : scene(theScene)
{
    answerReading();
    answerWriting();
}

TableGuest TableSamples::person(const QString &name, bool demo)
{
    return {PersonaId::random(scene.rng), name, demo};
}

Table &TableSamples::add(const QString &topic, int guests, Standing mine)
{
    Table table;
    table.table = TableId::random(scene.rng);
    table.version = 1;
    table.post = PostId::random(scene.rng);
    table.topic = topic;
    table.language = u"ko"_s;
    table.at = inTime(2h + 5min);
    table.zone = u"Asia/Seoul"_s;
    table.mine = mine;
    const QString me = scene.profile ? scene.profile->name : u"me"_s;
    table.guests = {person(mine == Standing::Host ? me : names[0])};
    for (int i = 0; i < guests; ++i)
        table.guests.append(person(mine == Standing::Seated && i == 0 ? me : names[i + 1], i == 1));
    tables.append(table);
    return tables.last();
}

std::optional<Table> TableSamples::ofPost(PostId post) const
{
    const auto it = std::ranges::find(tables, post, &Table::post);
    return it == tables.end() ? std::nullopt : std::optional(*it);
}

Table *TableSamples::find(TableId table)
{
    const auto it = std::ranges::find(tables, table, &Table::table);
    return it == tables.end() ? nullptr : &*it;
}

void TableSamples::tell(Table &table)
{
    ++table.version;
    scene.peer.tell(ev::TableState{table});
}

void TableSamples::answerReading()
{
    client::test::Peer &peer = scene.peer;
    peer.on<cmd::ListTables>([this, &peer](qint64 id, const cmd::ListTables &ask) {
        QList<Table> wanted = tables;
        wanted.removeIf([&](const Table &table) {
            return (table.phase == TablePhase::Ended) != ask.past || (ask.mine && table.mine == Standing::None) || (ask.text && !table.topic.contains(*ask.text, Qt::CaseInsensitive));
        });
        const qsizetype from = ask.after.value_or(QString()).toLongLong();
        cmd::TableList page{wanted.mid(from, pageLength), {}};
        if (from + pageLength < wanted.size())
            page.next = QString::number(from + pageLength);
        peer.ok(id, page);
    });
    peer.on<cmd::LookAtTable>([this, &peer](qint64 id, const cmd::LookAtTable &ask) {
        if (const Table *table = find(ask.table))
            peer.ok(id, cmd::TableReply{*table});
        else
            peer.refuse(id, {ErrorCode::TableNotFound});
    });
}

void TableSamples::change(qint64 id, TableId table, const std::function<void(Table &)> &how)
{
    Table *found = find(table);
    if (refuse || !found)
        return scene.peer.refuse(id, {refuse.value_or(ErrorCode::TableNotFound)});
    how(*found);
    ++found->version;
    scene.peer.ok(id, cmd::TableReply{*found});
}

void TableSamples::answerWriting()
{
    client::test::Peer &peer = scene.peer;
    peer.on<cmd::JoinTable>([this, &peer](qint64 id, const cmd::JoinTable &ask) {
        const Table *table = find(ask.table);
        if (sameHour && !ask.sure)
            return peer.refuse(id, {ErrorCode::TableSameHour});
        if (table && table->guests.size() >= table->seats && !ask.line && !table->approval)
            return peer.refuse(id, {ErrorCode::TableFull});
        change(id, ask.table, [&](Table &now) {
            now.mine = now.approval ? Standing::Asked : now.guests.size() < now.seats ? Standing::Seated : Standing::Waiting;
            if (now.mine == Standing::Seated)
                now.guests.append(person(scene.profile->name));
            if (now.mine == Standing::Waiting)
                now.place = ++now.line;
        });
    });
    peer.on<cmd::LeaveTable>([this, &peer](qint64 id, const cmd::LeaveTable &ask) {
        Table *table = find(ask.table);
        table->mine = Standing::None;
        table->guests.removeIf([&](const TableGuest &guest) { return guest.name == scene.profile->name; });
        table->room.reset();
        tell(*table);
        peer.ok(id, cmd::Empty());
    });
    peer.on<cmd::CloseTable>([this, &peer](qint64 id, const cmd::CloseTable &ask) {
        Table *table = find(ask.table);
        table->phase = TablePhase::Ended;
        table->guests.clear();
        tell(*table);
        peer.ok(id, cmd::Empty());
    });
    peer.on<cmd::AdmitToTable>([this](qint64 id, const cmd::AdmitToTable &ask) {
        change(id, ask.table, [&](Table &now) {
            for (const TableGuest &guest : std::as_const(now.asking))
                if (guest.persona == ask.persona && ask.yes)
                    now.guests.append(guest);
            now.asking.removeIf([&](const TableGuest &guest) { return guest.persona == ask.persona; });
        });
    });
    peer.on<cmd::RenameTable>([this](qint64 id, const cmd::RenameTable &ask) { change(id, ask.table, [&](Table &now) { now.topic = ask.topic; }); });
    peer.on<cmd::RemoveFromTable>([this](qint64 id, const cmd::RemoveFromTable &ask) {
        change(id, ask.table, [&](Table &now) { now.guests.removeIf([&](const TableGuest &guest) { return guest.persona == ask.persona; }); });
    });
    peer.on<cmd::KeepTable>([this](qint64 id, const cmd::KeepTable &ask) {
        change(id, ask.table, [&](Table &now) {
            now.keep = ask.on;
            now.keeping += ask.on ? 1 : -1;
            now.kept = now.keeping == now.guests.size();
        });
    });
    peer.on<cmd::ThankHost>([this](qint64 id, const cmd::ThankHost &ask) { change(id, ask.table, [&](Table &now) { now.thanked = ask.on; }); });
    peer.on<cmd::OfferTable>([this, &peer](qint64 id, const cmd::OfferTable &ask) {
        if (sameHour && !ask.sure)
            return peer.refuse(id, {ErrorCode::TableSameHour});
        if (refuse)
            return peer.refuse(id, {*refuse});
        Table &table = add(ask.topic, 0, Standing::Host);
        table.post = ask.post;
        table.language = ask.language;
        table.seats = ask.seats;
        table.approval = ask.approval;
        if (ask.at)
            table.at = *ask.at;
        else
            table.phase = TablePhase::Open;
        peer.ok(id, cmd::TableReply{table});
    });
}

void TableSamples::fill()
{
    add(u"비 오는 날 걷기 좋은 길"_s, 1);
    Table &full = add(u"단편집 하나씩 들고 오기"_s, 3);
    full.line = 2;
    Table &offered = add(u"English over coffee, slowly: what did you read this week?"_s, 2, Standing::Offered);
    offered.language = u"en"_s;
    offered.zone = u"Europe/Berlin"_s;
    offered.seats = 3;
    offered.until = inTime(95s);
    Table &waiting = add(u"재즈 공연 뒷이야기"_s, 3, Standing::Waiting);
    waiting.line = 3;
    waiting.place = 2;
    Table &hosted = add(u"주말에 뭐 하세요?"_s, 2, Standing::Host);
    hosted.approval = true;
    hosted.asking = {person(u"초록지붕"_s), person(u"바람"_s, true)};
    Table &open = add(u"고양이가 창밖을 봅니다"_s, 2, Standing::Seated);
    open.phase = TablePhase::Open;
    open.room = RoomId::random(scene.rng);
    open.keeping = 2;
    open.keep = true;
    Table &asked = add(u"둘이서 시 읽기"_s, 0, Standing::Asked);
    asked.seats = 2;
    asked.approval = true;
}

} // namespace jjak::desktop::test
