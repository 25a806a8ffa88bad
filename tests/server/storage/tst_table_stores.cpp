// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "tests/server/storage/scratch.h"

using namespace Qt::StringLiterals;
using namespace jjak;
using namespace jjak::storage;
using domain::CoffeeTable;
using domain::Standing;
using domain::TableGuest;
using domain::TablePhase;
using Failure = app::Transaction::Failure;

namespace {

//! A database with tables in it.
struct Cafe {
    CoffeeTable fresh(AccountId host, Time at = noon + 1h)
    {
        CoffeeTable out;
        out.id = TableId::random(s.rng());
        out.host = host;
        out.cid = ClientId::random(s.rng());
        out.post = PostId::random(s.rng());
        out.topic = u"책 이야기"_s;
        out.language = u"ko"_s;
        out.zone = u"Asia/Seoul"_s;
        out.at = at;
        out.seats = 3;
        return domain::offerTable(out);
    }
    CoffeeTable table(Time at = noon + 1h) { return save(fresh(s.account().id, at)); }
    CoffeeTable save(const CoffeeTable &table)
    {
        s->tables.save(table, domain::dueAt(table));
        return table;
    }
    CoffeeTable play(const CoffeeTable &table, const domain::TableInput &input, Time now = noon) { return save(domain::step(table, input, now).table); }
    CoffeeTable opened(CoffeeTable table)
    {
        table = domain::step(table, domain::TableTimePassed(), table.at).table;
        table.room = RoomId::random(s.rng());
        return save(table);
    }
    RoomId room(const CoffeeTable &table, const QList<AccountId> &members)
    {
        app::RoomRow row;
        row.id = *table.room;
        row.kind = protocol::RoomKind::Table;
        row.opened = row.active = noon;
        QList<app::MemberRow> rows;
        for (const AccountId &account : members)
            rows.append({row.id, int(rows.size()) + 1, account, u"누구"_s, false, 0, 0, {}});
        s->rooms.insert(row, rows);
        return row.id;
    }
    bool refused()
    {
        const bool out = s->transaction.failure() == Failure::Command;
        s.set().database().forgetFailure();
        return out;
    }
    //! A name in the lounge for a host who wants to be ranked.
    void name(AccountId host) { s->personas.save({host, PersonaId::random(s.rng()), u"host"_s, {u"Host"_s, {}, {}, {}, true}}); }
    //! How many guests thanked each of them.
    QList<int> hosts()
    {
        QList<int> out;
        for (const protocol::Host &host : s->thanks.mostThanked(s.account().id, 9))
            out.append(host.guests);
        return out;
    }
    void block(AccountId by, AccountId whom) { s->blocks.insert({BlockId::random(s.rng()), by, whom, u"누구"_s, noon}); }

    Scratch s{Scratch::Where::Memory};
};

QList<TableId> idsOf(const QList<app::TableSpot> &spots)
{
    QList<TableId> out;
    for (const auto &spot : spots)
        out.append(spot.table);
    return out;
}

} // namespace

class TstTableStores : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tableComesBackAsStored();
    void tableIsFoundByWhatItBelongsTo();
    void aSeatIsForOnePerson();
    void thereIsNoSeatBeyondTheTables();
    void aSeatGoesFromOneToTheOther();
    void aPostHasOneTableAtATime();
    void oneCommandOffersOneTable();
    void aRoomIsOfOneTable();
    void anOpenTableHasARoom();
    void nobodyComesInWithoutASeat();
    void dueComeEarliestFirst();
    void openTablesComeInOrder();
    void ownTablesComeInOrder();
    void whatIsBlockedIsHidden();
    void busyIsWhoSitsOrWaitsWithinTheHour();
    void searchReadsTopicsAndTags();
    void aGuestThanksOnce();
    void guestsAreCountedOnceAHost();
    void thanksAgeInSteps();
    void roomsThatAreOverGoInSteps();
    void theAgendaKnowsTables();
};

void TstTableStores::tableComesBackAsStored()
{
    Cafe cafe;
    auto table = cafe.table();
    QVERIFY(cafe.s->tables.find(table.id) == table);
    const auto people = cafe.s.people(5);
    for (const AccountId &who : people)
        table = cafe.play(table, domain::GuestJoined{who, true});
    table = cafe.play(table, domain::GuestKeeps{people[0], true});
    table = cafe.play(table, domain::GuestRemoved{people[1]});
    table = cafe.opened(cafe.play(table, domain::TableRenamed{u"영화"_s}));
    auto stored = cafe.s->tables.find(table.id);
    QVERIFY(stored);
    QCOMPARE(stored->guests.size(), table.guests.size());
    for (const TableGuest &guest : table.guests)
        QVERIFY(*stored->guest(guest.account) == guest);
    stored->guests = table.guests;
    QVERIFY(*stored == table);
    table = cafe.play(table, domain::TableClosed());
    QCOMPARE(cafe.s->tables.find(table.id)->phase, TablePhase::Ended);
    QCOMPARE(cafe.s->tables.find(table.id)->ended, table.ended);
    QVERIFY(!cafe.s->tables.find(TableId::random(cafe.s.rng())));
    QCOMPARE(cafe.s->transaction.failure(), Failure::None);
}

void TstTableStores::tableIsFoundByWhatItBelongsTo()
{
    Cafe cafe;
    auto table = cafe.opened(cafe.table());
    QCOMPARE(cafe.s->tables.offeredBy(table.host, table.cid), std::optional(table.id));
    QVERIFY(!cafe.s->tables.offeredBy(cafe.s.account().id, table.cid));
    QCOMPARE(cafe.s->tables.ofPost(table.post), std::optional(table.id));
    QCOMPARE(cafe.s->tables.ofRoom(*table.room), std::optional(table.id));
    table = cafe.play(table, domain::TableClosed());
    QVERIFY(!cafe.s->tables.ofPost(table.post));
    QCOMPARE(cafe.s->tables.ofRoom(*table.room), std::optional(table.id));
}

void TstTableStores::aSeatIsForOnePerson()
{
    Cafe cafe;
    auto table = cafe.table();
    for (const AccountId &who : cafe.s.people(2))
        table.guests.append({who, Standing::Seated, 2});
    cafe.save(table);
    QVERIFY(cafe.refused());
}

void TstTableStores::thereIsNoSeatBeyondTheTables()
{
    Cafe cafe;
    auto table = cafe.table();
    table.guests.append({cafe.s.account().id, Standing::Offered, 4, 1, noon + 2min});
    cafe.save(table);
    QVERIFY(cafe.refused());
    table.guests.last() = {cafe.s.account().id, Standing::Seated, 0};
    cafe.save(table);
    QVERIFY(cafe.refused());
    table.guests.last() = {cafe.s.account().id, Standing::Waiting, 3};
    cafe.save(table);
    QVERIFY(cafe.refused());
}

void TstTableStores::aSeatGoesFromOneToTheOther()
{
    Cafe cafe;
    auto table = cafe.table();
    const auto people = cafe.s.people(3);
    for (const AccountId &who : people)
        table = cafe.play(table, domain::GuestJoined{who, true});
    table = cafe.play(table, domain::GuestLeft{people[0]});
    QCOMPARE(cafe.s->transaction.failure(), Failure::None);
    QCOMPARE(cafe.s->tables.find(table.id)->guest(people[2])->seat, 2);
}

void TstTableStores::aPostHasOneTableAtATime()
{
    Cafe cafe;
    const auto first = cafe.table();
    auto second = cafe.fresh(first.host);
    second.post = first.post;
    cafe.save(second);
    QVERIFY(cafe.refused());
    cafe.play(first, domain::TableClosed());
    cafe.save(second);
    QCOMPARE(cafe.s->transaction.failure(), Failure::None);
}

void TstTableStores::oneCommandOffersOneTable()
{
    Cafe cafe;
    const auto first = cafe.table();
    auto second = cafe.fresh(first.host);
    second.cid = first.cid;
    cafe.save(second);
    QVERIFY(cafe.refused());
}

void TstTableStores::aRoomIsOfOneTable()
{
    Cafe cafe;
    const auto first = cafe.opened(cafe.table());
    auto second = cafe.opened(cafe.table());
    second.room = first.room;
    cafe.save(second);
    QVERIFY(cafe.refused());
}

void TstTableStores::anOpenTableHasARoom()
{
    Cafe cafe;
    auto table = cafe.table();
    table.phase = TablePhase::Open;
    cafe.save(table);
    QVERIFY(cafe.refused());
    table.phase = TablePhase::Coming;
    cafe.s->tables.save(table, std::nullopt); // never due
    QVERIFY(cafe.refused());
}

void TstTableStores::nobodyComesInWithoutASeat()
{
    Cafe cafe;
    auto table = cafe.table();
    const AccountId guest = cafe.s.account().id, waiting = cafe.s.account().id, stranger = cafe.s.account().id;
    for (const AccountId &who : {guest, cafe.s.account().id, waiting})
        table = cafe.play(table, domain::GuestJoined{who, true});
    table = cafe.opened(table);
    const RoomId room = cafe.room(table, {table.host, guest});
    QCOMPARE(cafe.s->transaction.failure(), Failure::None);
    for (const AccountId &who : {waiting, stranger}) {
        cafe.s->groups.join({room, 0, who, u"누구"_s, false, 0, 0, {}}, 4);
        QVERIFY(cafe.refused());
    }
    cafe.s->rooms.leave(room, 2, noon);
    table = cafe.play(table, domain::GuestRemoved{guest});
    cafe.s->groups.join({room, 0, guest, u"누구"_s, false, 0, 0, {}}, 4);
    QVERIFY(cafe.refused());
    const auto members = cafe.s->rooms.members(room);
    QCOMPARE(std::ranges::count_if(members, [](const app::MemberRow &m) { return !m.left; }), 1);
}

void TstTableStores::dueComeEarliestFirst()
{
    Cafe cafe;
    QList<TableId> expected;
    for (int i : {2, 0, 1}) {
        const auto table = cafe.table(noon + std::chrono::minutes(i));
        expected.resize(3);
        expected[i] = table.id;
    }
    cafe.play(cafe.table(noon), domain::TableClosed());
    QCOMPARE(cafe.s->tables.due(noon + 1min, 9), expected.first(2));
    QCOMPARE(cafe.s->tables.due(noon + 1h, 9), expected);
    QCOMPARE(cafe.s->tables.due(noon + 1h, 1), expected.first(1));
    QVERIFY(cafe.s->tables.due(noon - 1ms, 9).isEmpty());
}

void TstTableStores::openTablesComeInOrder()
{
    Cafe cafe;
    const AccountId me = cafe.s.account().id;
    QList<std::pair<Time, TableId>> sorted;
    for (int i = 0; i < 20; ++i) {
        const auto table = cafe.table(noon + std::chrono::minutes(i * 7 % 5));
        sorted.append({table.at, table.id});
    }
    cafe.play(cafe.table(noon), domain::TableClosed());
    std::ranges::sort(sorted);
    QList<TableId> expected, found;
    for (const auto &[at, id] : sorted)
        expected.append(id);
    std::optional<app::TableSpot> after;
    for (;;) {
        const auto page = cafe.s->tableDirectory.open(me, after, 3);
        if (page.isEmpty())
            break;
        found += idsOf(page);
        after = page.last();
    }
    QCOMPARE(found, expected);
}

void TstTableStores::ownTablesComeInOrder()
{
    Cafe cafe;
    const AccountId me = cafe.s.account().id;
    QList<CoffeeTable> mine;
    for (int i = 0; i < 6; ++i) {
        mine.append(cafe.play(cafe.table(noon + std::chrono::minutes(1 + i)), domain::GuestJoined{me}));
        cafe.table(noon + std::chrono::minutes(1 + i)); // of others
    }
    for (int i : {1, 3, 4})
        cafe.play(mine[i], domain::TableClosed());
    QCOMPARE(idsOf(cafe.s->tableDirectory.of(me, false, {}, 9)), (QList{mine[0].id, mine[2].id, mine[5].id}));
    QCOMPARE(idsOf(cafe.s->tableDirectory.of(me, true, {}, 9)), (QList{mine[4].id, mine[3].id, mine[1].id}));
    QCOMPARE(idsOf(cafe.s->tableDirectory.of(me, false, app::TableSpot{mine[0].at, mine[0].id}, 1)), QList{mine[2].id});
    QCOMPARE(idsOf(cafe.s->tableDirectory.of(me, true, app::TableSpot{mine[4].at, mine[4].id}, 1)), QList{mine[3].id});
    cafe.play(mine[0], domain::GuestLeft{me});
    QCOMPARE(idsOf(cafe.s->tableDirectory.of(me, false, {}, 1)), QList{mine[2].id});
}

void TstTableStores::whatIsBlockedIsHidden()
{
    Cafe cafe;
    const AccountId guest = cafe.s.account().id, waiting = cafe.s.account().id, a = cafe.s.account().id, b = cafe.s.account().id, c = cafe.s.account().id;
    auto table = cafe.table();
    for (const AccountId &who : {guest, cafe.s.account().id, waiting})
        table = cafe.play(table, domain::GuestJoined{who, true});
    const auto hidden = [&](AccountId who) {
        const bool out = cafe.s->tableDirectory.isHidden(table.id, who);
        if (cafe.s->tableDirectory.open(who, {}, 9).isEmpty() != out)
            qFatal("the list and the table do not agree");
        return out;
    };
    QVERIFY(!hidden(a) && !hidden(b) && !hidden(c));
    cafe.block(a, table.host);
    cafe.block(guest, b);
    cafe.block(c, waiting); // who has no seat hides nothing
    QVERIFY(hidden(a) && hidden(b) && !hidden(c));
    cafe.block(guest, waiting);
    QVERIFY(hidden(waiting));
    cafe.block(table.host, guest); // who sits there sees it
    QVERIFY(!hidden(guest) && !hidden(table.host));
    table = cafe.play(table, domain::GuestRemoved{guest});
    QVERIFY(hidden(guest) && !hidden(b));
}

void TstTableStores::busyIsWhoSitsOrWaitsWithinTheHour()
{
    Cafe cafe;
    const auto busy = [&](AccountId who, Time at, TableId except = {}) { return cafe.s->tableDirectory.isBusy(who, at, 1h, except); };
    const AccountId guest = cafe.s.account().id, waiting = cafe.s.account().id, asking = cafe.s.account().id;
    auto table = cafe.table(noon + 5h);
    for (const AccountId &who : {guest, cafe.s.account().id, waiting})
        table = cafe.play(table, domain::GuestJoined{who, true});
    auto asked = cafe.fresh(cafe.s.account().id, noon + 5h);
    asked.approval = true;
    cafe.play(cafe.save(asked), domain::GuestJoined{asking});
    for (const AccountId &who : {table.host, guest, waiting}) {
        QVERIFY(busy(who, table.at) && busy(who, table.at + 1h - 1ms) && busy(who, table.at - 1h + 1ms));
        QVERIFY(!busy(who, table.at + 1h) && !busy(who, table.at - 1h) && !busy(who, table.at, table.id));
    }
    QVERIFY(!busy(asking, table.at) && !busy(cafe.s.account().id, table.at));
    table = cafe.opened(table);
    QVERIFY(!busy(guest, table.at));
}

void TstTableStores::searchReadsTopicsAndTags()
{
    Cafe cafe;
    QList<TableId> ids;
    for (int i = 0; i < 6; ++i)
        ids.append(cafe.table(noon + std::chrono::minutes(i)).id); // the topic of all of them is 책 이야기
    const AccountId viewer = cafe.s.account().id;
    const auto find = [&](const QString &text, int looks, int hits, std::optional<app::TableSpot> after = {}) {
        domain::Needle needle(text);
        return cafe.s->tableDirectory.find({.account = viewer, .after = after, .looks = looks, .hits = hits}, needle);
    };
    QCOMPARE(idsOf(find(u"이야"_s, 9, 9).hits), ids);
    QVERIFY(!find(u"이야"_s, 9, 9).reached);
    const auto first = find(u"이야"_s, 9, 4);
    QCOMPARE(idsOf(first.hits), ids.first(4));
    QCOMPARE(first.reached->table, ids[3]);
    QCOMPARE(idsOf(find(u"이야"_s, 9, 4, first.reached).hits), ids.last(2));
    QVERIFY(!find(u"이야"_s, 9, 6).reached); // a full page that is all
    const auto vain = find(u"영화"_s, 4, 9);
    QVERIFY(vain.hits.isEmpty());
    QCOMPARE(vain.reached->table, ids[3]);
    QVERIFY(!find(u"영화"_s, 4, 9, vain.reached).reached);
}

void TstTableStores::aGuestThanksOnce()
{
    Cafe cafe;
    const auto table = cafe.table();
    cafe.name(table.host);
    const AccountId guest = cafe.s.account().id;
    QVERIFY(!cafe.s->thanks.has(table.id, guest));
    cafe.s->thanks.give({table.id, guest, table.host, noon, true});
    cafe.s->thanks.give({table.id, guest, table.host, noon + 1h, false});
    QVERIFY(cafe.s->thanks.has(table.id, guest));
    cafe.s->thanks.age(noon, 9);
    QVERIFY(cafe.hosts().isEmpty()); // the first thanks stayed
    cafe.s->thanks.takeBack(table.id, guest);
    QVERIFY(!cafe.s->thanks.has(table.id, guest));
    QCOMPARE(cafe.s->transaction.failure(), Failure::None);
    cafe.s->thanks.give({table.id, table.host, table.host, noon, true});
    QVERIFY(cafe.refused());
}

void TstTableStores::guestsAreCountedOnceAHost()
{
    Cafe cafe;
    const auto first = cafe.table();
    auto other = cafe.fresh(first.host);
    cafe.save(other);
    cafe.name(first.host);
    const auto people = cafe.s.people(3);
    for (const AccountId &guest : people)
        cafe.s->thanks.give({first.id, guest, first.host, noon, guest != people[2]});
    cafe.s->thanks.give({other.id, people[0], first.host, noon + 1h, true});
    QCOMPARE(cafe.hosts(), QList{2});
    cafe.s->thanks.takeBack(first.id, people[0]);
    QCOMPARE(cafe.hosts(), QList{2});
    cafe.s->thanks.takeBack(other.id, people[0]);
    QCOMPARE(cafe.hosts(), QList{1});
    cafe.s->thanks.takeBack(first.id, people[2]); // did not count
    QCOMPARE(cafe.hosts(), QList{1});
    cafe.s->thanks.takeBack(first.id, people[1]);
    QVERIFY(cafe.hosts().isEmpty());
}

void TstTableStores::thanksAgeInSteps()
{
    Cafe cafe;
    const auto table = cafe.table();
    cafe.name(table.host);
    const auto people = cafe.s.people(4);
    for (int i = 0; i < 4; ++i)
        cafe.s->thanks.give({table.id, people[i], table.host, noon + std::chrono::minutes(i), true});
    cafe.s->thanks.age(noon + 2min, 2);
    QCOMPARE(cafe.hosts(), QList{2});
    cafe.s->thanks.age(noon + 2min, 2);
    QCOMPARE(cafe.hosts(), QList{1});
    cafe.s->thanks.age(noon + 2min, 2);
    QCOMPARE(cafe.hosts(), QList{1});
    QVERIFY(cafe.s->thanks.has(table.id, people[0]));
    QCOMPARE(cafe.s->transaction.failure(), Failure::None);
}

void TstTableStores::roomsThatAreOverGoInSteps()
{
    Cafe cafe;
    const auto table = cafe.opened(cafe.table());
    const RoomId room = cafe.room(table, {table.host}), other = cafe.s.directRoom();
    for (int i = 0; i < 3; ++i)
        cafe.s->messages.append(cafe.s.newMessage(room, 1));
    cafe.s->tables.removeRooms(noon + 1000h, 9);
    QVERIFY(cafe.s->rooms.find(room)); // it has no end yet
    cafe.s->rooms.expire(room, noon);
    cafe.s->tables.removeRooms(noon - 1ms, 9);
    QVERIFY(cafe.s->messages.find(room, 1));
    cafe.s->tables.removeRooms(noon, 2);
    QVERIFY(!cafe.s->messages.find(room, 2) && cafe.s->messages.find(room, 3));
    cafe.s->tables.removeRooms(noon, 2);
    QVERIFY(!cafe.s->rooms.find(room));
    QVERIFY(cafe.s->rooms.find(other));
    QVERIFY(cafe.s->tables.find(table.id));
}

void TstTableStores::theAgendaKnowsTables()
{
    Cafe cafe;
    const auto table = cafe.table();
    QCOMPARE(cafe.s->agenda.next(20s), std::optional(table.at));
    cafe.play(table, domain::TableClosed());
    QCOMPARE(cafe.s->agenda.next(20s), std::nullopt);
}

QTEST_GUILESS_MAIN(TstTableStores)
#include "tst_table_stores.moc"
