// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/storage/every_statement.h"

namespace jjak::storage {

using namespace Qt::StringLiterals;

namespace {

//! Calls every function of the stores of accounts, rooms and what is nearby.
void useAccountsAndRooms(Scratch &s)
{
    const auto a = s.account(), b = s.account();
    s->accounts.byId(a.id);
    s->accounts.byName(a.folded);
    s->accounts.setPasswordHash(a.id, "hash"_ba);
    s->accounts.setSettings(a.id, {});
    s->presence.set(a.id, protocol::Presence::Online, noon);
    s->presence.of({a.id, b.id});
    s->presence.recentBefore(noon, 9);
    s->presence.allGone(noon);
    s->presence.set(a.id, {}, noon);
    const auto device = s.newDevice(a.id);
    s->devices.save(device);
    s->devices.renew(device);
    s->devices.byId(device.id);
    s->devices.byToken(device.tokenHash);
    s->devices.byAttempt(a.id, device.attempt);
    s->devices.spent(device.tokenHash);
    s->devices.ofAccount(a.id);
    s->devices.useConnected(noon, noon);
    s->devices.removeUnused(noon);
    s->devices.remove(device.id);
    s->tickets.save(s.newTicket(a.id));
    s->tickets.setAway(a.id, noon);
    s->tickets.find(a.id);
    s->tickets.free();
    s->tickets.waitingAfter(AccountId(), 16);
    s->tickets.ofDevice(device.id);
    s->tickets.awaySince(noon, 9);
    s->tickets.allAway(noon);
    s->tickets.remove(a.id);
    auto proposal = domain::openProposal(ProposalId::random(s.rng()), a.id, b.id, noon, 30s);
    s->proposals.save(proposal);
    s->proposals.find(proposal.id);
    s->proposals.openOf(a.id);
    s->proposals.due(noon, 9);
    s->proposals.extendOpen(noon);
    proposal.outcome = domain::Outcome::Gone;
    proposal.ended = noon;
    s->proposals.save(proposal);
    s->proposals.removeEnded(noon, 9);
    s->pairs.advance(a.id, {});
    s->pairs.nearby(a.id);
    s->pairs.mayMeet(a.id, b.id, noon);
    s->pairs.keepApart(a.id, b.id, noon);
    s->pairs.takeEnded(noon, 9);
    s->agenda.next(20s);
    const RoomId room = s.directRoom(a.id, b.id);
    s->rooms.find(room);
    s->rooms.directOf(a.id, b.id);
    s->rooms.members(room);
    s->rooms.ofAccount(a.id, {}, 9);
    s->rooms.ofAccount(a.id, room, 9);
    s->rooms.advanceRead(room, 1, 1);
    s->rooms.advanceGot(room, 1, 1);
    s->rooms.setSilent(room, 1, true);
    s->rooms.unreadOf(a.id);
    const auto message = s.newMessage(room, 1);
    s->messages.append(message);
    s->messages.byClientId(*message.device, *message.message.cid);
    s->messages.byClientId(*message.device, ClientId::random(s.rng()));
    protocol::Message edited = message.message;
    edited.seq = 1;
    edited.edited = noon;
    s->messages.keepEarlier(room, edited);
    s->messages.change(room, edited);
    s->messages.earlier(room, 1);
    s->messages.forgetEarlier(room, 1);
    s->messages.page(room, {}, {}, 9);
    s->messages.page(room, 5, {}, 9);
    s->messages.page(room, {}, 0, 9);
    s->messages.newest({*s->rooms.find(room), *s->rooms.find(s.directRoom())}, 1, noon);
    s->rooms.leave(room, 1, noon);
    const auto block = s->blocks.insert({BlockId::random(s.rng()), a.id, b.id, u"비"_s, noon});
    s->blocks.by(a.id);
    s->blocks.hide(block, room, 2);
    s->blocks.hidden(a.id, 9);
    s->blocks.between(a.id, b.id);
    s->groups.createdBy(a.id, ClientId::random(s.rng()));
    s->groups.join({room, 0, s.account().id, u"somebody"_s, false, 0, 0, {}}, 100);
    s->groups.setMember(s->rooms.members(room).last());
    s->groups.setRoom(*s->rooms.find(room));
    app::RoomRow ended;
    ended.id = RoomId::random(s.rng());
    ended.kind = protocol::RoomKind::Group;
    ended.opened = ended.active = ended.expires.emplace(noon);
    s->rooms.insert(ended, {});
    s->groups.removeEnded(noon, 9);
    const app::InvitationRow invitation{InvitationId::random(s.rng()), room, a.id, room, 1, noon};
    s->invitations.save(invitation);
    s->invitations.find(invitation.id);
    s->invitations.of(room, a.id);
    s->invitations.openOf(a.id, noon);
    s->invitations.waiting(room, noon, 9);
    s->invitations.withdrawBy(room, 2);
    s->invitations.withdrawThrough(room);
    s->invitations.remove(invitation.id);
    s->invitations.sweep(noon, 9);
    s->blocks.remove(a.id, block);
    const app::ReportRow report{ReportId::random(s.rng()), ClientId::random(s.rng()), a.id, b.id, room, 2, protocol::ReportReason::Spam, {}, noon, {{1, 1, protocol::MessageKind::Text, u"x"_s, noon, {}}}};
    s->reports.insert(report);
    s->reports.byClientId(a.id, report.cid);
    s->reports.find(report.id);
    s->accounts.setRole(a.id, protocol::Role::Operator);
    s->rooms.expire(room, noon);
}

//! The same for blind dates.
void useDates(Scratch &s)
{
    const auto a = s.account(), b = s.account();
    const auto event = s.event();
    s->events.find(event.info.event);
    s->events.byClientId(event.cid);
    s->events.current(9);
    s->events.ended(9);
    s->events.due(noon, 9);
    s->scripts.toml(event.info.script);
    s->scripts.texts(event.info.script, u"ko"_s);
    auto date = s.lobby(event, {a.id, b.id});
    s->seating.lobbyFor(event.info.event, s.account().id, noon);
    s->seating.mayMerge(date.id, date.id, noon);
    s->seating.remember(a.id, b.id, noon);
    s->seating.forget(noon, 9);
    std::swap(date.seats[0].account, date.seats[1].account);
    s->dates.save(date, noon);
    s->dates.find(date.id);
    s->dates.ofRoom(RoomId::random(s.rng()));
    s->dates.activeOf(a.id);
    s->dates.due(noon, 9);
    s->dates.lobbies(event.info.event, 9);
    s->dates.allLost(noon);
    s->dates.removeEnded(noon, 9);
    const app::ArrowPairRow pair{PairId::random(s.rng()), date.id, {{{a.id, u"fox:calm:1"_s, false}, {b.id, u"owl:warm:2"_s, false}}}, noon, {}};
    s->arrowPairs.save(pair);
    s->arrowPairs.find(pair.id);
    s->arrowPairs.openOf(a.id, noon, 9);
    s->arrowPairs.removeEnded(noon, 9);
    s->attendance.advance(a.id);
    s->attendance.advance(a.id, date.id, {});
    s->attendance.find(a.id);
}

//! The same for uploads and files.
void useFiles(Scratch &s)
{
    const auto device = s.newDevice(s.account().id);
    s->devices.save(device);
    const RoomId room = s.directRoom(device.account, s.account().id);
    const app::UploadRow upload{UploadId::random(s.rng()), device.account, device.id, room, ClientId::random(s.rng()), u"a"_s, 5, false, {}, {}, noon};
    s->uploads.insert(upload);
    s->uploads.find(upload.id);
    s->uploads.byClientId(upload.device, upload.cid);
    s->uploads.countOf(upload.account);
    s->uploads.bytesOf(upload.account);
    s->uploads.removeBefore(noon, 9);
    s->uploads.count();
    s->uploads.remove(upload.id);
    auto message = s.newMessage(room, 1);
    message.message.kind = protocol::MessageKind::File;
    const app::FileHash hash(32, 'h');
    s->files.insert({room, s->messages.append(message), device.account, {u"a"_s, 5, u"x"_s}, hash, {}, noon});
    s->messages.find(room, 1);
    s->files.find(room, 1);
    s->files.bytesOf(device.account);
    s->files.isKnown(hash);
    s->files.bytes();
    s->files.remove(room, 1);
    s->files.takeUnused(9);
}

//! The same for what expires and what is looked for.
void useWhatGoes(Scratch &s)
{
    const AccountId account = s.account().id;
    const RoomId room = s.directRoom(account, s.account().id);
    for (int i = 0; i < messagesOfDigest; ++i)
        s->messages.append(s.newMessage(room, 1));
    s->messages.changes(room, 0, 9);
    s->expiry.setExpiry(room, protocol::Expiry::Day);
    s->expiry.expired(noon, 9);
    s->expiry.expiredFiles(noon, 9);
    s->expiry.aged(noon + 1h, {}, 9, 9);
    domain::Needle needle(u"hello"_s), none(u"nothing"_s);
    s->search.rooms(account, {});
    s->search.rooms(account, room);
    s->search.look(room, {messagesOfDigest + 1, noon}, 1, 9, needle, noon);
    s->search.look(room, {messagesOfDigest + 1, noon}, 1, 9, none, noon);
    s->search.upTo(*s->rooms.find(room), noon);
    s->expiry.remove({room, 1}, noon);
    s->expiry.raiseFloor(room, noon);
    s->expiry.raiseFloor(s.directRoom(), noon);
    s->expiry.forgetSent(noon, 9);
    s->expiry.giveBack(9);
}

//! The same for coffee tables.
void useTables(Scratch &s)
{
    domain::CoffeeTable wished;
    wished.id = TableId::random(s.rng());
    wished.host = s.account().id;
    wished.cid = ClientId::random(s.rng());
    wished.post = PostId::random(s.rng());
    wished.topic = wished.language = wished.zone = u"ko"_s;
    wished.at = noon;
    auto table = domain::offerTable(wished);
    const AccountId guest = s.account().id;
    s->tables.save(table, noon);
    table = domain::step(table, domain::GuestJoined{guest}, noon - 1h).table;
    s->tables.save(table, noon);
    table = domain::step(table, domain::GuestLeft{guest}, noon - 1h).table;
    s->tables.save(table, noon);
    s->tables.find(table.id);
    s->tables.offeredBy(table.host, table.cid);
    s->tables.ofPost(table.post);
    s->tables.ofRoom(RoomId::random(s.rng()));
    s->tables.due(noon, 9);
    app::RoomRow ended;
    ended.id = RoomId::random(s.rng());
    ended.kind = protocol::RoomKind::Table;
    ended.opened = ended.active = ended.expires.emplace(noon);
    s->rooms.insert(ended, {});
    s->tables.removeRooms(noon, 9);
    s->tableDirectory.open(guest, {}, 9);
    s->tableDirectory.of(guest, false, {}, 9);
    s->tableDirectory.of(guest, true, {}, 9);
    s->tableDirectory.isHidden(table.id, guest);
    s->tableDirectory.isBusy(guest, noon, 1h, table.id);
    domain::Needle needle(u"tea"_s);
    for (const auto among : {app::TableSearch::Among::Open, app::TableSearch::Among::Mine, app::TableSearch::Among::Past})
        s->tableDirectory.find({.among = among, .account = guest, .tag = u"tea"_s, .looks = 9, .hits = 9}, needle);
    s->personas.save({table.host, PersonaId::random(s.rng()), u"host"_s, {u"Host"_s, {}, {}, {}, true}});
    s->thanks.give({table.id, guest, table.host, noon, true});
    s->thanks.has(table.id, guest);
    s->thanks.mostThanked(guest, 9);
    s->thanks.age(noon, 9);
    s->thanks.takeBack(table.id, guest);
}

//! The same for the lounge.
void useTheLounge(Scratch &s)
{
    const AccountId a = s.account().id, b = s.account().id;
    app::PersonaRow persona{a, PersonaId::random(s.rng()), u"water"_s, {u"Water"_s, {}, {}, {}, false}};
    s->personas.save(persona);
    persona.profile.ranked = true;
    s->personas.save(persona);
    s->personas.of(a);
    s->personas.find(persona.id);
    app::PostRow post;
    for (int i = 0; i < 2 * postsOfDigest; ++i) {
        post.id = PostId::random(s.rng());
        post.author = a;
        post.cid = ClientId::random(s.rng());
        post.heading = u"hello"_s;
        post.tags = {u"tea"_s};
        post.at = noon;
        post.dayRank = post.weekRank = 1;
        post.ranked = true;
        post.number = s->posts.insert(post);
    }
    s->posts.find(post.id);
    s->posts.byClientId(a, ClientId::random(s.rng()));
    s->posts.deed(post.number, b);
    s->posts.setDeed(post.number, b, {noon, 0, true});
    s->posts.setDeed(post.number, b, {});
    s->posts.setCounts(post);
    app::CommentRow comment{0, CommentId::random(s.rng()), post.number, post.id, a, a, ClientId::random(s.rng()), u"x"_s, noon, {}, 0};
    comment.number = s->comments.insert(comment);
    s->comments.find(comment.id);
    s->comments.byClientId(a, ClientId::random(s.rng()));
    s->comments.edit(comment);
    s->comments.like(comment.number, b, true);
    s->comments.like(comment.number, b, false);
    s->comments.page(post.number, b, 0, 9);
    s->pulse.wrote({u"tea"_s}, a, post.number, comment.number, noon);
    s->pulse.view(post.number, b, 9, true);
    s->pulse.trends(9);
    s->pulse.forget(noon, 9);
    for (const auto order : {app::PostOrder::Number, app::PostOrder::Author, app::PostOrder::Tag, app::PostOrder::Day, app::PostOrder::Week, app::PostOrder::Liked, app::PostOrder::Reads})
        s->feeds.page({.order = order, .viewer = b, .limit = 9, .tag = u"tea"_s, .author = a});
    s->feeds.seen(post.number, b, 9);
    s->feeds.newest();
    s->feeds.countAfter(0, b, 9);
    domain::Needle needle(u"hello"_s);
    s->feeds.look(b, 99, 99, 9, needle);
    const app::PictureRow picture{UploadId::random(s.rng()), a, DeviceId::random(s.rng()), ClientId::random(s.rng()), 5, {u"a"_s, 5, u"x"_s, 1, 1, 5}, app::FileHash(32, 'p'), app::FileHash(32, 'q'), {}, noon};
    s->pictures.insert(picture);
    s->pictures.find(picture.id);
    s->pictures.byClientId(picture.device, picture.cid);
    s->pictures.assign(post.number, {picture.id});
    s->pictures.assign(post.number, {});
    s->pictures.ofPosts({post.number});
    s->pictures.removeWaiting(noon, 9);
    s->comments.remove(comment, noon);
    comment.id = CommentId::random(s.rng());
    comment.cid = ClientId::random(s.rng());
    s->comments.insert(comment); // goes with its post
    post.tags = {u"milk"_s};
    s->posts.edit(post);
    s->posts.setDeed(post.number, b, {noon, 0, true});
    s->posts.remove(post, noon);
    s->posts.removeErased(9);
}

//! The same for who is connected, for servers that share a database, and for their streams.
void useServers(Scratch &s)
{
    const auto a = s.account();
    const auto device = s.newDevice(a.id);
    s->devices.save(device);
    s->connected.arrive(a.id, device.id, 1);
    s->connected.setAway(device.id, true);
    s->connected.presenceOf(a.id);
    s->connected.connectionOf(device.id);
    s->connected.countByNode();
    s->connected.depart(device.id, 1);
    s->connected.removeAll();
    const qint64 node = s->nodes.enter(u"here"_s, true, noon);
    s->nodes.stay(node, u"here"_s, true, noon);
    s->nodes.stay(node + 1, u"there"_s, true, noon);
    s->nodes.all();
    s->nodes.orphans(9);
    s->nodes.connectedTo(node);
    s->nodes.agree(u"secret"_s, "x");
    s->leases.create(2);
    s->leases.claim(node, 9, noon, noon);
    s->leases.renew(node, noon);
    s->leases.all();
    s->leases.release(node, 0);
    s->nodes.leave(node);
    s->nodes.removeGone(noon);
    s->streams.advance({0, 1, u"1-0"_s, {}});
    s->streams.advance({0, 1, {}, {}});
    s->streams.bury({0, {0, 1, u"1-0"_s, "x"}, noon, u"room.send"_s, u"why"_s});
    s->streams.deadLetters(9);
    s->streams.deadLetter(1);
    s->streams.countDead();
    s->streams.drop(1);
}

} // namespace

void useEveryStatement(Scratch &s)
{
    useAccountsAndRooms(s);
    useDates(s);
    useFiles(s);
    useWhatGoes(s);
    useTables(s);
    useTheLounge(s);
    useServers(s);
}

} // namespace jjak::storage
