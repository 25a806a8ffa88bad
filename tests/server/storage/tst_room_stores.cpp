// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <functional>
#include <QTest>

#include "tests/server/storage/scratch.h"

using namespace Qt::StringLiterals;
using namespace jjak;
using namespace jjak::storage;
using Failure = app::Transaction::Failure;

class TstRoomStores : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data();
    void roomComesBackAsStored();
    void twoPeopleHaveOneDirectRoom();
    void directRoomHasTwoMembers();
    void otherRoomsHaveNoPair();
    void roomsOfAnAccountComeInPagesLatestActiveFirst();
    void roomsComeWithAllTheirMembers();
    void whoIsInNoRoomHasAnEmptyPage();
    void pageOfOneRoomIsTheNextOne();
    void leftRoomsAreStillListed();
    void leavingAdvancesTheVersionOnce();
    void roomThatExpiresTells();
    void messagesAreNumberedWithoutGaps();
    void messageComesBackAsStored();
    void messageMovesHeadActivityAndItsAuthor();
    void hostWritesWithoutBeingAMember();
    void authorIsAMember();
    void messageNeedsARoom();
    void clientIdIsUsedOnce();
    void rolledBackNumbersAreUsedAgain();
    void pagesAreInOrder();
    void lastMessagesOfManyRoomsAreThoseOfTheirPages();
    void lastMessagesAreNothingAfterAFailure();
    void readPositionOnlyMovesForwardAndNotBeyondTheHead();
    void nobodyIsAMemberTwice();
};

void TstRoomStores::initTestCase_data()
{
    Scratch::everywhere();
}

void TstRoomStores::roomComesBackAsStored()
{
    QFETCH_GLOBAL(int, where);
    Scratch s{Scratch::Where(where)};
    const auto a = s.account(), b = s.account();
    app::RoomRow room;
    room.id = RoomId::random(s.rng());
    room.opened = noon;
    room.active = noon + 1s;
    room.version = 3;
    room.distance = Reach::Km5;
    s->rooms.insert(room, {{room.id, 1, a.id, a.name, true, 0, 0, {}}, {room.id, 2, b.id, b.name, false, 0, 0, noon + 2s}});
    const auto back = s->rooms.find(room.id);
    QVERIFY(back && back->id == room.id && back->kind == room.kind && back->version == 3 && back->head == 0);
    QVERIFY(back->opened == room.opened && back->active == room.active && back->distance == room.distance);
    const auto members = s->rooms.members(room.id);
    QCOMPARE(members.size(), 2);
    QVERIFY(members[0].room == room.id && members[0].number == 1 && members[0].account == a.id && members[0].demo && !members[0].left);
    QVERIFY(members[1].number == 2 && members[1].account == b.id && !members[1].demo && members[1].left == noon + 2s);
    QCOMPARE(members[1].name, b.name);
    QVERIFY(s->rooms.directOf(a.id, b.id) == room.id && s->rooms.directOf(b.id, a.id) == room.id);
    QVERIFY(!s->rooms.directOf(a.id, s.account().id));
}

void TstRoomStores::twoPeopleHaveOneDirectRoom()
{
    QFETCH_GLOBAL(int, where);
    Scratch s{Scratch::Where(where)};
    const auto a = s.account().id, b = s.account().id;
    s.directRoom(a, b);
    QCOMPARE(s->transaction.failure(), Failure::None);
    s.directRoom(b, a);
    QCOMPARE(s->transaction.failure(), Failure::Command);
}

void TstRoomStores::directRoomHasTwoMembers()
{
    QFETCH_GLOBAL(int, where);
    Scratch s{Scratch::Where(where)};
    app::RoomRow room;
    room.id = RoomId::random(s.rng());
    room.opened = room.active = noon;
    s->rooms.insert(room, {{room.id, 1, s.account().id, u"하나"_s, false, 0, 0, {}}});
    QCOMPARE(s->transaction.failure(), Failure::Command);
    s->transaction.rollback();
    QVERIFY(!s->rooms.find(room.id));
}

void TstRoomStores::otherRoomsHaveNoPair()
{
    QFETCH_GLOBAL(int, where);
    Scratch s{Scratch::Where(where)};
    const auto a = s.account().id, b = s.account().id;
    for (int i = 0; i < 2; ++i) { // two dates of the same people are fine
        app::RoomRow room;
        room.id = RoomId::random(s.rng());
        room.kind = protocol::RoomKind::Date;
        room.opened = room.active = noon;
        s->rooms.insert(room, {{room.id, 1, a, u"하나"_s, false, 0, 0, {}}, {room.id, 2, b, u"둘"_s, false, 0, 0, {}}});
    }
    QCOMPARE(s->transaction.failure(), Failure::None);
    QVERIFY(!s->rooms.directOf(a, b));
    QVERIFY(s->pairs.mayMeet(a, b, noon));
}

void TstRoomStores::roomsOfAnAccountComeInPagesLatestActiveFirst()
{
    QFETCH_GLOBAL(int, where);
    Scratch s{Scratch::Where(where)};
    const auto me = s.account().id;
    QList<std::pair<Time, RoomId>> expected;
    for (int i = 0; i < 25; ++i) {
        const Time opened = noon + std::chrono::seconds(i % 7); // many at the same moment
        expected.append({opened, s.directRoom(me, s.account().id, opened)});
        s.directRoom(); // of others
    }
    std::ranges::sort(expected, std::greater());
    QList<std::pair<Time, RoomId>> found;
    std::optional<RoomId> after;
    for (;;) {
        const auto page = s->rooms.ofAccount(me, after, 4);
        for (const auto &[room, members] : page)
            found.append({room.active, room.id});
        if (page.size() < 4)
            break;
        after = page.last().room.id;
    }
    QVERIFY(found == expected);
    QVERIFY(s->rooms.ofAccount(me, RoomId::random(s.rng()), 4).isEmpty());
}

void TstRoomStores::roomsComeWithAllTheirMembers()
{
    QFETCH_GLOBAL(int, where);
    Scratch s{Scratch::Where(where)};
    const auto me = s.account().id;
    for (int i = 0; i < 12; ++i) { // groups of one to twelve; in each I have another number
        app::RoomRow room;
        room.id = RoomId::random(s.rng());
        room.kind = protocol::RoomKind::Group;
        room.name = u"모임 %1"_s.arg(i);
        room.opened = room.active = noon + std::chrono::seconds(i % 5);
        QList<app::MemberRow> members;
        for (int number = 1; number <= i + 1; ++number)
            members.append({room.id, number, number == 1 + i / 2 ? me : s.account().id, u"이름 %1"_s.arg(number), number % 3 == 0, 0, number, number % 4 == 0 ? std::optional(noon) : std::nullopt});
        s->rooms.insert(room, members);
        s.directRoom(); // of others
    }
    s->accounts.setSettings(me, {false, true, false});
    const auto page = s->rooms.ofAccount(me, {}, 99);
    QCOMPARE(page.size(), 12);
    for (const auto &[room, members] : page) {
        QCOMPARE(room.name, s->rooms.find(room.id)->name);
        const auto alone = s->rooms.members(room.id);
        QCOMPARE(members.size(), alone.size());
        for (qsizetype i = 0; i < alone.size(); ++i) {
            const app::MemberRow &one = members[i], &other = alone[i];
            QVERIFY(one.room == room.id && one.number == i + 1 && one.account == other.account && one.name == other.name && one.demo == other.demo);
            QVERIFY(one.written == other.written && one.left == other.left && one.shows == other.shows);
            QCOMPARE(!one.shows.presence, one.account == me);
        }
    }
}

void TstRoomStores::whoIsInNoRoomHasAnEmptyPage()
{
    QFETCH_GLOBAL(int, where);
    Scratch s{Scratch::Where(where)};
    const auto alone = s.account().id;
    const RoomId ofOthers = s.directRoom();
    QVERIFY(s->rooms.ofAccount(alone, {}, 9).isEmpty());
    QVERIFY(s->rooms.ofAccount(alone, ofOthers, 9).isEmpty());
    QVERIFY(s->rooms.ofAccount(AccountId::random(s.rng()), {}, 9).isEmpty());
    QCOMPARE(s->transaction.failure(), Failure::None);
}

void TstRoomStores::pageOfOneRoomIsTheNextOne()
{
    QFETCH_GLOBAL(int, where);
    Scratch s{Scratch::Where(where)};
    const auto me = s.account().id;
    const RoomId early = s.directRoom(s.account().id, me, noon), late = s.directRoom(me, s.account().id, noon + 1s);
    const auto first = s->rooms.ofAccount(me, {}, 1), second = s->rooms.ofAccount(me, late, 1);
    QVERIFY(first.size() == 1 && first[0].room.id == late && first[0].members.size() == 2 && first[0].members[0].account == me);
    QVERIFY(second.size() == 1 && second[0].room.id == early && second[0].members.size() == 2 && second[0].members[1].account == me);
    QVERIFY(s->rooms.ofAccount(me, early, 1).isEmpty());
}

void TstRoomStores::leftRoomsAreStillListed()
{
    QFETCH_GLOBAL(int, where);
    Scratch s{Scratch::Where(where)};
    const auto a = s.account().id, b = s.account().id;
    const RoomId room = s.directRoom(a, b);
    s->rooms.leave(room, 1, noon + 1s);
    QCOMPARE(s->rooms.ofAccount(a, std::nullopt, 9).size(), 1);
}

void TstRoomStores::leavingAdvancesTheVersionOnce()
{
    QFETCH_GLOBAL(int, where);
    Scratch s{Scratch::Where(where)};
    const RoomId room = s.directRoom();
    s->rooms.leave(room, 2, noon + 1s);
    s->rooms.leave(room, 2, noon + 5s);
    QCOMPARE(s->rooms.find(room)->version, 2);
    QVERIFY(s->rooms.members(room)[1].left == noon + 1s);
    QVERIFY(!s->rooms.members(room)[0].left);
}

void TstRoomStores::roomThatExpiresTells()
{
    QFETCH_GLOBAL(int, where);
    Scratch s{Scratch::Where(where)};
    const auto a = s.account(), b = s.account();
    const auto kept = s.directRoom(a.id, b.id);
    app::RoomRow row;
    row.id = RoomId::random(s.rng());
    row.kind = protocol::RoomKind::Date;
    row.expires = noon + 1h;
    s->rooms.insert(row, {{row.id, 1, a.id, a.name, false, 0, 0, {}}});
    QCOMPARE(s->rooms.find(row.id)->expires, row.expires);
    s->rooms.expire(row.id, noon + 2h);
    QCOMPARE(s->rooms.find(row.id)->expires, std::optional(noon + 2h));
    QCOMPARE(s->rooms.find(row.id)->version, 2);
    for (const auto &[room, members] : s->rooms.ofAccount(a.id, {}, 9))
        QCOMPARE(room.expires.has_value(), room.id == row.id);
    QVERIFY(!s->rooms.find(kept)->expires);
    QCOMPARE(s->rooms.find(kept)->version, 1);
}

void TstRoomStores::messagesAreNumberedWithoutGaps()
{
    QFETCH_GLOBAL(int, where);
    Scratch s{Scratch::Where(where)};
    const RoomId one = s.directRoom(), other = s.directRoom();
    for (int i = 1; i <= 20; ++i) {
        QCOMPARE(s->messages.append(s.newMessage(one, 1 + i % 2)), i);
        QCOMPARE(s->messages.append(s.newMessage(other, 1)), i);
    }
    QCOMPARE(s->rooms.find(one)->head, 20);
}

void TstRoomStores::messageComesBackAsStored()
{
    QFETCH_GLOBAL(int, where);
    Scratch s{Scratch::Where(where)};
    const RoomId room = s.directRoom();
    auto row = s.newMessage(room, 2, u"안녕하세요\n둘째 줄 🙂"_s);
    row.message.seq = s->messages.append(row);
    const auto page = s->messages.page(room, std::nullopt, std::nullopt, 9);
    QCOMPARE(page.size(), 1);
    QVERIFY(page[0] == row.message);
    const auto back = s->messages.byClientId(*row.device, *row.message.cid);
    QVERIFY(back && back->room == room && back->device == row.device && back->message == row.message);
    QVERIFY(!s->messages.byClientId(DeviceId::random(s.rng()), *row.message.cid));
}

void TstRoomStores::messageMovesHeadActivityAndItsAuthor()
{
    QFETCH_GLOBAL(int, where);
    Scratch s{Scratch::Where(where)};
    const RoomId room = s.directRoom();
    auto first = s.newMessage(room, 2);
    first.message.at = noon + 5s;
    s->messages.append(first);
    auto second = s.newMessage(room, 2);
    second.message.at = noon + 2s; // a clock that was set back does not move the room back
    s->messages.append(second);
    QVERIFY(s->rooms.find(room)->head == 2 && s->rooms.find(room)->active == noon + 5s);
    const auto members = s->rooms.members(room);
    QVERIFY(members[0].read == 0 && members[0].written == 0 && members[1].read == 2 && members[1].written == 2);
    QCOMPARE(s->rooms.find(room)->version, 1);
}

void TstRoomStores::hostWritesWithoutBeingAMember()
{
    QFETCH_GLOBAL(int, where);
    Scratch s{Scratch::Where(where)};
    const RoomId room = s.directRoom();
    app::MessageRow row{room, {0, 0, protocol::MessageKind::Host, u"welcome"_s, noon, {}}, {}};
    QCOMPARE(s->messages.append(row), 1);
    QCOMPARE(s->messages.append(row), 2);
    QCOMPARE(s->transaction.failure(), Failure::None);
}

void TstRoomStores::authorIsAMember()
{
    QFETCH_GLOBAL(int, where);
    Scratch s{Scratch::Where(where)};
    const RoomId room = s.directRoom();
    QVERIFY(s->transaction.begin());
    s->transaction.savepoint();
    QCOMPARE(s->messages.append(s.newMessage(room, 3)), 0);
    QCOMPARE(s->transaction.failure(), Failure::Command);
    s->transaction.rollbackToSavepoint();
    QVERIFY(s->transaction.commit());
    QCOMPARE(s->rooms.find(room)->head, 0);
}

void TstRoomStores::messageNeedsARoom()
{
    QFETCH_GLOBAL(int, where);
    Scratch s{Scratch::Where(where)};
    QCOMPARE(s->messages.append(s.newMessage(RoomId::random(s.rng()), 1)), 0);
    QCOMPARE(s->transaction.failure(), Failure::Command);
}

void TstRoomStores::clientIdIsUsedOnce()
{
    QFETCH_GLOBAL(int, where);
    Scratch s{Scratch::Where(where)};
    const RoomId room = s.directRoom();
    const auto row = s.newMessage(room, 1);
    QVERIFY(s->transaction.begin());
    QCOMPARE(s->messages.append(row), 1);
    s->transaction.savepoint();
    QCOMPARE(s->messages.append(row), 0);
    QCOMPARE(s->transaction.failure(), Failure::Command);
    s->transaction.rollbackToSavepoint();
    auto otherDevice = row;
    otherDevice.device = DeviceId::random(s.rng());
    QCOMPARE(s->messages.append(otherDevice), 2); // no number was lost
    QVERIFY(s->transaction.commit());
    QCOMPARE(s->messages.page(room, std::nullopt, std::nullopt, 9).size(), 2);
}

void TstRoomStores::rolledBackNumbersAreUsedAgain()
{
    QFETCH_GLOBAL(int, where);
    Scratch s{Scratch::Where(where)};
    const RoomId room = s.directRoom();
    qint64 expected = 0;
    for (int round = 0; round < 30; ++round) {
        QVERIFY(s->transaction.begin());
        for (int i = 0; i < 5; ++i) {
            s->transaction.savepoint();
            QCOMPARE(s->messages.append(s.newMessage(room, 1)), expected + 1);
            if ((round + i) % 3 == 0) {
                s->transaction.rollbackToSavepoint();
            } else {
                s->transaction.releaseSavepoint();
                ++expected;
            }
        }
        if (round % 4 == 3) {
            s->transaction.rollback();
            expected = s->rooms.find(room)->head;
        } else {
            QVERIFY(s->transaction.commit());
        }
    }
    QList<qint64> numbers;
    for (const auto &message : s->messages.page(room, std::nullopt, std::nullopt, 1000))
        numbers.append(message.seq);
    QCOMPARE(numbers.size(), expected);
    for (qint64 i = 0; i < expected; ++i)
        QCOMPARE(numbers[i], i + 1);
}

void TstRoomStores::pagesAreInOrder()
{
    QFETCH_GLOBAL(int, where);
    Scratch s{Scratch::Where(where)};
    const RoomId room = s.directRoom();
    for (int i = 1; i <= 10; ++i)
        s->messages.append(s.newMessage(room, 1, QString::number(i)));
    const auto page = [&](std::optional<qint64> before, std::optional<qint64> after, int limit) {
        QString out;
        for (const auto &message : s->messages.page(room, before, after, limit))
            out += message.text + u' ';
        return out;
    };
    QCOMPARE(page({}, {}, 3), u"8 9 10 "_s);
    QCOMPARE(page(8, {}, 3), u"5 6 7 "_s);
    QCOMPARE(page(3, {}, 5), u"1 2 "_s);
    QCOMPARE(page(1, {}, 5), u""_s);
    QCOMPARE(page({}, 0, 3), u"1 2 3 "_s);
    QCOMPARE(page({}, 8, 3), u"9 10 "_s);
    QCOMPARE(page({}, 10, 3), u""_s);
    QCOMPARE(page(3, 8, 3), u"9 10 "_s);
}

void TstRoomStores::lastMessagesOfManyRoomsAreThoseOfTheirPages()
{
    QFETCH_GLOBAL(int, where);
    Scratch s{Scratch::Where(where)};
    const Time now = noon + 1h;
    QList<app::RoomRow> rows;
    for (int i = 0; i < 101; ++i) { // a page of rooms, and one more
        const RoomId id = s.directRoom();
        for (int k = i % 7; k > 0; --k) { // none in some of them
            auto row = s.newMessage(id, 1 + k % 2, u"말 %1 %2"_s.arg(i).arg(k));
            if (i % 3 == 0 && k < 3) // the last ones, or all, have expired
                row.message.expires = now;
            if (i % 5 == 0)
                row.message.expires = now + 1ms; // nearly
            row.message.mentions = QList<int>{1, 2};
            s->messages.append(row);
        }
        rows.append(*s->rooms.find(id));
    }
    protocol::Message erased = s->messages.page(rows[4].id, {}, {}, 1, now).last();
    erased.text.clear();
    erased.deleted = noon;
    s->messages.change(rows[4].id, erased);
    auto file = s.newMessage(rows[5].id, 1);
    file.message.kind = protocol::MessageKind::File;
    const qint64 seq = s->messages.append(file);
    s->files.insert({rows[5].id, seq, s.account().id, {u"a.pdf"_s, 7, u"application/octet-stream"_s, 0, 0, 0}, QByteArray(32, 'h'), {}, noon});
    QVERIFY(s->messages.find(rows[5].id, seq)->file);
    for (app::RoomRow &row : rows)
        row = *s->rooms.find(row.id);

    for (const int limit : {1, 2, 50}) {
        const auto newest = s->messages.newest(rows, limit, now);
        QCOMPARE(newest.size(), rows.size());
        qsizetype messages = 0;
        for (qsizetype i = 0; i < rows.size(); ++i) {
            const auto page = s->messages.page(rows[i].id, {}, {}, limit, now);
            QVERIFY2(newest[i] == page, qPrintable(u"%1 of room %2"_s.arg(limit).arg(i)));
            messages += page.size();
        }
        QVERIFY(messages >= 60 * std::min(limit, 2));
    }
    for (const auto &some : {rows.first(1), rows.first(2), rows.last(1), QList<app::RoomRow>()})
        QCOMPARE(s->messages.newest(some, 1, now).size(), some.size());
    QCOMPARE(s->messages.newest({rows[5], rows[4]}, 1, now)[0].value(0).file->name, u"a.pdf"_s); // in the order of the rooms
    QCOMPARE(s->transaction.failure(), Failure::None);
}

void TstRoomStores::lastMessagesAreNothingAfterAFailure()
{
    QFETCH_GLOBAL(int, where);
    Scratch s{Scratch::Where(where)};
    QList<app::RoomRow> rows;
    for (int i = 0; i < 3; ++i) {
        const RoomId id = s.directRoom();
        s->messages.append(s.newMessage(id, 1));
        rows.append(*s->rooms.find(id));
    }
    QVERIFY(s->transaction.begin());
    s->messages.append(s.newMessage(RoomId::random(s.rng()), 1));
    QCOMPARE(s->transaction.failure(), Failure::Command);
    for (const int limit : {1, 50}) {
        const auto newest = s->messages.newest(rows, limit, noon);
        QCOMPARE(newest.size(), 3); // a list for each all the same
        QVERIFY(std::ranges::all_of(newest, [](const auto &messages) { return messages.isEmpty(); }));
    }
    s->transaction.rollback();
    QCOMPARE(s->messages.newest(rows, 1, noon)[2].size(), 1);
}

void TstRoomStores::readPositionOnlyMovesForwardAndNotBeyondTheHead()
{
    QFETCH_GLOBAL(int, where);
    Scratch s{Scratch::Where(where)};
    const RoomId room = s.directRoom();
    for (int i = 0; i < 5; ++i)
        s->messages.append(s.newMessage(room, 1));
    QVERIFY(s->rooms.advanceRead(room, 2, 3));
    QVERIFY(!s->rooms.advanceRead(room, 2, 3));
    QVERIFY(!s->rooms.advanceRead(room, 2, 2));
    QCOMPARE(s->rooms.members(room)[1].read, 3);
    QVERIFY(s->rooms.advanceRead(room, 2, 99));
    QCOMPARE(s->rooms.members(room)[1].read, 5);
    QVERIFY(!s->rooms.advanceRead(room, 2, 99));
    QVERIFY(!s->rooms.advanceRead(room, 7, 1));
    QVERIFY(!s->rooms.advanceRead(RoomId::random(s.rng()), 1, 1));
    QCOMPARE(s->transaction.failure(), Failure::None);
}

void TstRoomStores::nobodyIsAMemberTwice()
{
    QFETCH_GLOBAL(int, where);
    Scratch s{Scratch::Where(where)};
    const auto a = s.account().id;
    app::RoomRow room;
    room.id = RoomId::random(s.rng());
    room.kind = protocol::RoomKind::Group;
    room.opened = room.active = noon;
    s->rooms.insert(room, {{room.id, 1, a, u"하나"_s, false, 0, 0, {}}, {room.id, 2, a, u"둘"_s, false, 0, 0, {}}});
    QCOMPARE(s->transaction.failure(), Failure::Command);
}

QTEST_GUILESS_MAIN(TstRoomStores)
#include "tst_room_stores.moc"
