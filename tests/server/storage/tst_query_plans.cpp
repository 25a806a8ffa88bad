// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QRegularExpression>
#include <QSqlQuery>
#include <QTest>
#include <algorithm>

#include "tests/server/storage/scratch.h"

using namespace Qt::StringLiterals;
using namespace jjak;
using namespace jjak::storage;
using Failure = app::Transaction::Failure;

class TstQueryPlans : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void noStatementWalksAWholeTable();
    void aWalkWouldBeFound();
    void deletingAParentWalksNoChildTable();
};

namespace {

//! Calls every function of every store, so that the connection has seen every statement there is.
void useEverything(Scratch &s)
{
    const auto a = s.account(), b = s.account();
    s->accounts.byId(a.id);
    s->accounts.byName(a.folded);
    s->accounts.setPasswordHash(a.id, "hash"_ba);
    const auto device = s.newDevice(a.id);
    s->devices.save(device);
    s->devices.byId(device.id);
    s->devices.byToken(device.tokenHash);
    s->devices.byAttempt(a.id, device.attempt);
    s->devices.spent(device.tokenHash);
    s->devices.ofAccount(a.id);
    s->devices.removeUnused(noon);
    s->devices.remove(device.id);
    s->tickets.save(s.newTicket(a.id));
    s->tickets.find(a.id);
    s->tickets.free();
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
    const auto message = s.newMessage(room, 1);
    s->messages.append(message);
    s->messages.byClientId(*message.device, *message.message.cid);
    s->messages.page(room, {}, {}, 9);
    s->messages.page(room, 5, {}, 9);
    s->messages.page(room, {}, 0, 9);
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

//! The same for the stores of the blind date.
void useEverythingOfDates(Scratch &s)
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
void useEverythingOfFiles(Scratch &s)
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
void useEverythingThatGoes(Scratch &s)
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
    s->expiry.forgetSent(noon, 9);
    s->expiry.giveBack(9);
}

//! The same for coffee tables.
void useEverythingOfTables(Scratch &s)
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
void useEverythingOfTheLounge(Scratch &s)
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
    post.tags.clear();
    s->posts.edit(post);
    s->posts.setDeed(post.number, b, {noon, 0, true});
    s->posts.remove(post, noon);
    s->posts.removeErased(9);
}

QStringList plan(Scratch &s, const QString &sql)
{
    QSqlQuery query(s.set().database().connection().handle());
    query.prepare(u"EXPLAIN QUERY PLAN "_s + sql);
    for (int i = 0; i < sql.count(u'?'); ++i)
        query.bindValue(i, QVariant());
    QStringList out;
    if (!query.exec())
        out.append(u"SCAN "_s + query.lastError().text());
    while (query.next())
        out.append(query.value(3).toString());
    return out;
}

//! A step of a plan that looks at all rows of one of our tables.
bool walks(const QString &step)
{
    static const QRegularExpression scan(u"^SCAN (?!CONSTANT ROW|due$|late$|page$|wanted VIRTUAL TABLE|\\()"_s);
    return scan.match(step).hasMatch();
}

} // namespace

void TstQueryPlans::noStatementWalksAWholeTable()
{
    Scratch s;
    useEverything(s);
    useEverythingOfDates(s);
    useEverythingOfFiles(s);
    useEverythingThatGoes(s);
    useEverythingOfTables(s);
    useEverythingOfTheLounge(s);
    QCOMPARE(s->transaction.failure(), Failure::None);
    // Each begins at one end of an index and stops at its limit, or is meant for all rows.
    const QHash<QString, QString> allowed{
        {u"UPDATE ticket SET away = ?"_s, u"SCAN ticket"_s},                             // once at start
        {u"WHERE proposal IS NULL ORDER BY since"_s, u"SCAN ticket USING INDEX ticket_free"_s}, // to fill the pool
        {u"SELECT min(at) FROM"_s, u" INDEX "_s},                                         // LIMIT 1
        {u"FROM event WHERE closed = 0 ORDER BY starts"_s, u"INDEX event_starts"_s},
        {u"FROM event WHERE closed = 1 ORDER BY ends"_s, u"INDEX event_ended"_s},
        {u"UPDATE blind_date SET due = min(due, ?) WHERE closed = 0"_s, u"SCAN blind_date USING INDEX"_s}, // once at start, what is open
        {u"SELECT count(*) FROM upload"_s, u"SCAN upload"_s},                  // for the metrics, once a minute
        {u"SELECT coalesce(sum(bytes), 0) FROM blob"_s, u"SCAN blob"_s},       // the same
        {u"UPDATE seat SET lost = ?"_s, u"INDEX seat_active"_s},                                       // the same
    };
    const auto statements = s.set().database().statements();
    QVERIFY(statements.size() >= 90);
    for (const QString &sql : statements) {
        for (const QString &step : plan(s, sql)) {
            bool fine = !walks(step);
            for (auto it = allowed.begin(); it != allowed.end(); ++it)
                fine |= sql.contains(it.key()) && step.contains(it.value());
            QVERIFY2(fine, qPrintable(sql + u"\n→ "_s + step));
        }
    }
}

void TstQueryPlans::aWalkWouldBeFound()
{
    Scratch s;
    const auto steps = plan(s, u"SELECT name FROM account WHERE password = ?"_s);
    QVERIFY(std::ranges::any_of(steps, walks));
    QVERIFY(std::ranges::any_of(plan(s, u"SELECT name FROM no_such_table"_s), walks));
}

void TstQueryPlans::deletingAParentWalksNoChildTable()
{
    // SQLite looks for children with every deletion; what is deleted in daily use must have them indexed.
    Scratch s;
    for (const QString &sql : {u"SELECT 1 FROM spent_token WHERE device = ?"_s, u"SELECT 1 FROM open_side WHERE proposal = ?"_s, u"SELECT 1 FROM evidence WHERE report = ?"_s, u"SELECT 1 FROM seat WHERE date = ? AND size = ?"_s,
                               u"SELECT 1 FROM member WHERE room = ?"_s, u"SELECT 1 FROM message WHERE room = ?"_s,
                               u"SELECT 1 FROM earlier WHERE room = ? AND seq = ?"_s, u"SELECT 1 FROM attachment WHERE room = ? AND seq = ?"_s, u"SELECT 1 FROM digest WHERE room = ?"_s,
                               u"SELECT 1 FROM post_tag WHERE post = ?"_s, u"SELECT 1 FROM post_person WHERE post = ?"_s, u"SELECT 1 FROM comment WHERE post = ?"_s, u"SELECT 1 FROM post_view WHERE post = ?"_s,
                               u"SELECT 1 FROM tag_use WHERE post = ?"_s, u"SELECT 1 FROM tag_use WHERE comment = ?"_s, u"SELECT 1 FROM comment_like WHERE comment = ?"_s, u"SELECT 1 FROM picture WHERE post = ?"_s, u"SELECT 1 FROM picture WHERE hash = ?"_s,
                               u"SELECT 1 FROM picture WHERE small = ?"_s, u"SELECT 1 FROM table_guest WHERE seating = ? AND seats = ?"_s,
                               u"SELECT 1 FROM thanks WHERE seating = ?"_s, u"SELECT 1 FROM thanks WHERE guest = ?"_s, u"SELECT 1 FROM thanked_host WHERE host = ?"_s}) {
        for (const QString &step : plan(s, sql))
            QVERIFY2(!walks(step), qPrintable(step));
    }
}

QTEST_GUILESS_MAIN(TstQueryPlans)
#include "tst_query_plans.moc"
