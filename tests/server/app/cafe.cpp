// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/app/cafe.h"

namespace jjak::app::test {

using namespace protocol;

Cafe::Cafe() = default;

Guest &Cafe::person(const QString &name, bool demo)
{
    Guest &guest = counter.guest(name, demo);
    PersonaRow row;
    row.account = guest.identity.account;
    row.id = PersonaId::random(rng);
    row.folded = row.profile.name = QStringLiteral("Lady ") + name;
    if (!counter.stores().personas.save(row))
        qFatal("the name is another's");
    return guest;
}

PostId Cafe::post(const Guest &author)
{
    PostRow row;
    row.id = PostId::random(rng);
    row.author = author.identity.account;
    row.cid = ClientId::random(rng);
    row.heading = QStringLiteral("Books");
    row.text = QStringLiteral("Let us talk about books.");
    row.at = counter.now();
    row.dayRank = row.weekRank = 0;
    counter.stores().posts.insert(row);
    return row.id;
}

cmd::OfferTable Cafe::wish(Guest &author, std::optional<Duration> in, int seats)
{
    cmd::OfferTable out;
    out.cid = ClientId::random(rng);
    out.post = post(author);
    out.topic = QStringLiteral("books");
    out.language = QStringLiteral("ko");
    if (in)
        out.at = counter.now() + *in;
    out.zone = QStringLiteral("Asia/Seoul");
    out.seats = seats;
    out.sure = true;
    return out;
}

TableId Cafe::offer(Guest &by, const cmd::OfferTable &command)
{
    const auto reply = counter.ask(by, command);
    if (!reply)
        qFatal("no table: %d %s", int(reply.error().code), qPrintable(reply.error().field));
    return reply->table.table;
}

TableId Cafe::offer(std::optional<Duration> in, int seats, bool approval)
{
    auto command = wish(host, in, seats);
    command.approval = approval;
    return offer(host, command);
}

Table Cafe::look(Guest &who, TableId table)
{
    const auto reply = counter.read(who, cmd::LookAtTable{table});
    if (!reply)
        qFatal("no such table: %d", int(reply.error().code));
    return reply->table;
}

QStringList Cafe::names(TableId table)
{
    QStringList out;
    const Table seen = look(host, table);
    for (const TableGuest &guest : seen.guests)
        out.append(guest.name.mid(5));
    return out;
}

QStringList Cafe::inRoom(RoomId room)
{
    QStringList out;
    const auto members = counter.stores().rooms.members(room);
    for (const MemberRow &member : members) {
        if (!member.left)
            out.append(member.name.mid(5));
    }
    return out;
}

QStringList Cafe::notices(RoomId room)
{
    QStringList out;
    const auto page = counter.stores().messages.page(room, {}, 0, 100);
    for (const Message &message : page) {
        if (message.kind == MessageKind::Notice)
            out.append(QStringLiteral("%1: %2").arg(message.author).arg(message.text));
    }
    return out;
}

void Cafe::block(Guest &by, Guest &whom)
{
    counter.stores().blocks.insert({BlockId::random(rng), by.identity.account, whom.identity.account, QStringLiteral("somebody"), counter.now()});
}

std::optional<Table> Cafe::told(const Guest &guest)
{
    const auto *state = guest.latest<ev::TableState>();
    return state ? std::optional(state->table) : std::nullopt;
}

} // namespace jjak::app::test
