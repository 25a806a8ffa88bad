// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/storage/full_house.h"

#include "tests/server/storage/every_statement.h"

namespace jjak::storage {

using namespace Qt::StringLiterals;

namespace {

//! Whoever waits, was asked, or shall not meet.
void leaveNearby(Scratch &s, AccountId a, AccountId b)
{
    s->tickets.save(s.newTicket(a));
    s->proposals.save(domain::openProposal(ProposalId::random(s.rng()), a, b, noon, 30s));
    s->pairs.keepApart(a, b, noon + 24h);
    auto device = s.newDevice(a);
    device.label = QString();
    s->devices.save(device);
    device.tokenHash = DeviceId::random(s.rng()).toBytes() + DeviceId::random(s.rng()).toBytes();
    s->devices.save(device);
}

//! A conversation with everything that may hang on a message, in words that a careless copy would change.
void leaveRooms(Scratch &s, AccountId a, AccountId b)
{
    const RoomId room = s.directRoom(a, b);
    for (int i = 0; i < messagesOfDigest; ++i)
        s->messages.append(s.newMessage(room, 1, i % 2 ? u"\\N\t\\.\r\n\"'∅ 👩‍👩‍👧‍👦 한글 é"_s : QString()));
    protocol::Message edited = s.newMessage(room, 1, u"후회"_s).message;
    edited.seq = 2;
    edited.edited = noon;
    s->messages.keepEarlier(room, edited);
    s->messages.change(room, edited);
    auto message = s.newMessage(room, 1);
    message.message.kind = protocol::MessageKind::File;
    s->files.insert({room, s->messages.append(message), a, {u"가.png"_s, 5, u"x"_s}, app::FileHash(32, 'h'), {}, noon});
    for (int i = 0; i < messagesOfDigest; ++i)
        s->messages.append(s.newMessage(room, 2));
    s->expiry.remove({room, 1}, noon + 1h);
    s->blocks.hide(s->blocks.insert({BlockId::random(s.rng()), a, b, u"비"_s, noon}), room, 2);
    s->invitations.save({InvitationId::random(s.rng()), room, s.account().id, room, 1, noon});
    const auto device = s.newDevice(a);
    s->devices.save(device);
    s->connected.arrive(a, device.id, 7);
    s->presence.set(a, protocol::Presence::Away, noon);
    s->streams.bury({0, {0, 1, u"1-1"_s, "entry"}, noon, u"message.send"_s, u"왜"_s});
    s->uploads.insert({UploadId::random(s.rng()), a, device.id, room, ClientId::random(s.rng()), u"a"_s, 5, false, {}, {}, noon});
    s->search.look(room, {messagesOfDigest + 1, noon}, 1, 9, *std::make_unique<domain::Needle>(u"hello"_s), noon);
}

app::PostRow newPost(Scratch &s, AccountId author)
{
    app::PostRow post;
    post.id = PostId::random(s.rng());
    post.author = author;
    post.cid = ClientId::random(s.rng());
    post.heading = u"산책"_s;
    post.tags = {u"tea"_s, u"산책"_s};
    post.at = noon;
    post.dayRank = post.weekRank = -1;
    post.ranked = true;
    post.number = s->posts.insert(post);
    return post;
}

//! Posts with what others made of them; the newest of them and of the comments is gone.
void leaveTheLounge(Scratch &s, AccountId a, AccountId b)
{
    s->personas.save({a, PersonaId::random(s.rng()), u"rain"_s, {u"Rain"_s, {}, {}, {}, true}});
    const auto post = newPost(s, a), gone = newPost(s, a);
    const auto comment = [&](const app::PostRow &under) {
        app::CommentRow row{0, CommentId::random(s.rng()), under.number, under.id, a, a, ClientId::random(s.rng()), u"x"_s, noon, {}, 0};
        row.number = s->comments.insert(row);
        return row;
    };
    const auto kept = comment(post);
    comment(gone);
    s->comments.like(kept.number, b, true);
    s->posts.setDeed(post.number, b, {noon, 1, true});
    s->pulse.wrote(post.tags, a, post.number, kept.number, noon);
    s->pulse.view(post.number, b, 9, true);
    const app::PictureRow picture{UploadId::random(s.rng()), a, DeviceId::random(s.rng()), ClientId::random(s.rng()), 5, {u"a"_s, 5, u"x"_s, 1, 1, 5}, app::FileHash(32, 'p'), app::FileHash(32, 'q'), {}, noon};
    s->pictures.insert(picture);
    s->pictures.assign(post.number, {picture.id});
    s->posts.remove(gone, noon);
    s->posts.removeErased(9);
}

void leaveTables(Scratch &s, AccountId host, AccountId guest)
{
    domain::CoffeeTable wished;
    wished.id = TableId::random(s.rng());
    wished.host = host;
    wished.cid = ClientId::random(s.rng());
    wished.post = PostId::random(s.rng());
    wished.topic = wished.language = wished.zone = u"ko"_s;
    wished.at = noon;
    s->tables.save(domain::step(domain::offerTable(wished), domain::GuestJoined{guest}, noon - 1h).table, noon);
    s->thanks.give({wished.id, guest, host, noon, true});
}

} // namespace

void fillEveryTable(Scratch &s)
{
    useEveryStatement(s);
    const AccountId a = s.account().id, b = s.account().id;
    leaveNearby(s, a, b);
    leaveRooms(s, a, b);
    leaveTheLounge(s, a, b);
    leaveTables(s, a, b);
}

} // namespace jjak::storage
