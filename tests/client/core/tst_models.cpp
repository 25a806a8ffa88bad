// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QtTest>
#include <random>

#include "client/core/models/message_list_model.h"
#include "client/core/models/room_list_model.h"
#include "peer.h"

using namespace jjak;
using namespace jjak::client;
using namespace jjak::client::test;
using namespace jjak::protocol;
using namespace Qt::StringLiterals;

namespace {

using Messages = MessageListModel;
using Rooms = RoomListModel;

//! A room's history of which a part is in the cache.
struct Source final : MessageSource {
    QList<Message> cachedBefore(RoomId, qint64 before, int limit) override
    {
        QList<Message> out;
        for (qint64 seq = std::max(cachedFrom, before - limit); seq < before; ++seq)
            out.append(all.at(seq - 1));
        return out;
    }
    void fetchBefore(RoomId, qint64 before) override { fetches.append(before); }
    QList<Message> page(qint64 before) const { return all.mid(std::max<qint64>(0, before - 51), std::min<qint64>(50, before - 1)); }

    QList<Message> all;
    qint64 cachedFrom = 1;
    QList<qint64> fetches;
};

QList<Message> historyOf(int count)
{
    QList<Message> out;
    for (int i = 1; i <= count; ++i)
        out.append(message(i, 2, QString::number(i)));
    return out;
}

Rooms::Row rowAt(int number, qint64 seconds)
{
    Room room = test::room(roomId(number), 1);
    room.opened = room.active = fromMs(seconds * 1000);
    return {roomId(number), room, {}, false, 0, 0};
}

QList<int> order(const Rooms &model, int count)
{
    QList<int> out;
    for (int row = 0; row < model.rowCount(); ++row)
        for (int number = 1; number <= count; ++number)
            if (model.roomAt(row) == roomId(number))
                out.append(number);
    return out;
}

} // namespace

class TestModels : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // rooms
    void latestActiveRoomStandsFirst();
    void movedRoomsKeepTheOrderWhateverHappens();
    void previewIsOneLineAndNoticesAreSentences();
    void unreadOfRoomsThatWereLeftDoesNotCount();
    void unchangedRoomIsNotTold();
    // messages
    void newestPageComesFromTheCache();
    void olderPagesComeFromTheCacheThenFromTheNetwork();
    void emptyPageIsTheTop();
    void failedFetchMayBeRepeated();
    void latePageAfterAJumpIsDropped();
    void messagesThatFollowAreAppended();
    void messagesThatDoNotFollowBeginAnew();
    void groupsEndWithAuthorTimeAndDay();
    void unreadLineStaysWhereItWas();
    void outboxStandsBelow();
    void readTicksChangeOnlyTheRowsBetween();
    void hundredThousandRowsAreQuick();
};

void TestModels::latestActiveRoomStandsFirst()
{
    Rooms model;
    QAbstractItemModelTester tester(&model);
    model.reset({rowAt(1, 10), rowAt(2, 30), rowAt(3, 20)});
    QCOMPARE(order(model, 3), (QList{2, 3, 1}));
    auto row = rowAt(1, 10);
    row.room.newest = message(1, 2);
    row.room.newest->at = fromMs(40'000);
    QSignalSpy moved(&model, &Rooms::rowsMoved), reset(&model, &Rooms::modelReset);
    model.put(row);
    QCOMPARE(order(model, 3), (QList{1, 2, 3}));
    QCOMPARE(moved.size(), 1);
    QCOMPARE(reset.size(), 0);
    model.put(rowAt(4, 25));
    QCOMPARE(order(model, 4), (QList{1, 2, 4, 3}));
    model.remove(roomId(2));
    QCOMPARE(order(model, 4), (QList{1, 4, 3}));
    QCOMPARE(model.rowOf(roomId(3)), 2);
    QCOMPARE(model.rowOf(roomId(2)), -1);
}

void TestModels::movedRoomsKeepTheOrderWhateverHappens()
{
    Rooms model;
    QAbstractItemModelTester tester(&model);
    std::mt19937 random{5};
    std::map<int, qint64> truth;
    for (int step = 0; step < 2000; ++step) {
        const int number = 1 + int(random() % 30);
        if (random() % 8 == 0) {
            truth.erase(number);
            model.remove(roomId(number));
        } else {
            truth[number] = qint64(random() % 40); // equal times happen
            model.put(rowAt(number, truth[number]));
        }
        QCOMPARE(model.rowCount(), int(truth.size()));
        for (int row = 0; row < model.rowCount(); ++row)
            QCOMPARE(model.rowOf(model.roomAt(row)), row);
        for (int row = 1; row < model.rowCount(); ++row)
            QVERIFY(model.index(row - 1).data(Rooms::TimeRole).toDateTime() >= model.index(row).data(Rooms::TimeRole).toDateTime());
    }
}

void TestModels::previewIsOneLineAndNoticesAreSentences()
{
    Rooms model;
    auto row = rowAt(1, 10);
    row.room.newest = message(1, 2, u"two\n  lines"_s);
    model.put(row);
    QCOMPARE(model.index(0).data(Rooms::PreviewRole).toString(), u"two lines"_s);
    QCOMPARE(model.index(0).data().toString(), u"Bora"_s);
    row.room.newest->kind = MessageKind::Notice;
    row.room.newest->text = u"left"_s;
    model.put(row);
    QCOMPARE(model.index(0).data(Rooms::PreviewRole).toString(), u"Bora left the conversation."_s);
}

void TestModels::unreadOfRoomsThatWereLeftDoesNotCount()
{
    Rooms model;
    QSignalSpy told(&model, &Rooms::totalUnreadChanged);
    auto row = rowAt(1, 10);
    row.room.head = 5;
    model.put(row);
    model.put(rowAt(2, 11));
    QCOMPARE(model.totalUnread(), 6);
    row.room.members[0].left = true;
    model.put(row);
    QCOMPARE(model.totalUnread(), 1);
    QVERIFY(model.index(model.rowOf(roomId(1))).data(Rooms::LeftRole).toBool());
    QCOMPARE(told.last().first().toLongLong(), 1);
}

void TestModels::unchangedRoomIsNotTold()
{
    Rooms model;
    model.put(rowAt(1, 10));
    QSignalSpy changed(&model, &Rooms::dataChanged);
    model.put(rowAt(1, 10));
    QCOMPARE(changed.size(), 0);
}

void TestModels::newestPageComesFromTheCache()
{
    Source source;
    source.all = historyOf(80);
    Messages model(roomId(1), source);
    QAbstractItemModelTester tester(&model);
    model.setRoom(test::room(roomId(1), 80));
    model.reload(80);
    QCOMPARE(model.rowCount(), 50);
    QCOMPARE(model.index(49).data(Messages::SeqRole).toLongLong(), 80);
    QCOMPARE(model.rowOfSeq(31), 0);
    QCOMPARE(model.rowOfSeq(30), -1);
    QVERIFY(model.hasOlder());
}

void TestModels::olderPagesComeFromTheCacheThenFromTheNetwork()
{
    Source source;
    source.all = historyOf(200);
    source.cachedFrom = 101;
    Messages model(roomId(1), source);
    QAbstractItemModelTester tester(&model);
    model.setRoom(test::room(roomId(1), 200));
    model.reload(200);
    QSignalSpy loaded(&model, &Messages::olderLoaded);
    model.fetchOlder();
    QCOMPARE(model.rowCount(), 100);
    QVERIFY(source.fetches.isEmpty());
    model.fetchOlder();
    model.fetchOlder(); // one at a time
    QCOMPARE(source.fetches, QList<qint64>{101});
    QVERIFY(model.isFetching());
    model.olderArrived(101, source.page(101));
    QCOMPARE(model.rowCount(), 150);
    QVERIFY(!model.isFetching());
    model.fetchOlder();
    model.olderArrived(51, source.page(51));
    QCOMPARE(loaded.size(), 3);
    QVERIFY(!model.hasOlder());
    for (int row = 0; row < 200; ++row)
        QCOMPARE(model.index(row).data(Messages::SeqRole).toLongLong(), row + 1);
}

void TestModels::emptyPageIsTheTop()
{
    Source source;
    source.all = historyOf(60);
    source.cachedFrom = 31;
    Messages model(roomId(1), source);
    model.setRoom(test::room(roomId(1), 60));
    model.reload(60);
    QCOMPARE(model.rowCount(), 30);
    model.fetchOlder();
    model.olderArrived(31, {}); // the server has forgotten the older ones
    QVERIFY(!model.hasOlder());
    QCOMPARE(model.rowCount(), 30);
}

void TestModels::failedFetchMayBeRepeated()
{
    Source source;
    source.all = historyOf(60);
    source.cachedFrom = 31;
    Messages model(roomId(1), source);
    model.setRoom(test::room(roomId(1), 60));
    model.reload(60);
    model.fetchOlder();
    model.olderFailed();
    QVERIFY(model.hasOlder() && !model.isFetching());
    model.fetchOlder();
    QCOMPARE(source.fetches, (QList<qint64>{31, 31}));
}

void TestModels::latePageAfterAJumpIsDropped()
{
    Source source;
    source.all = historyOf(300);
    source.cachedFrom = 51;
    Messages model(roomId(1), source);
    model.setRoom(test::room(roomId(1), 100));
    model.reload(100);
    model.fetchOlder();
    QCOMPARE(source.fetches, QList<qint64>{51});
    model.append(source.all.mid(250), true);
    QCOMPARE(model.rowCount(), 50);
    model.olderArrived(51, source.page(51));
    QCOMPARE(model.rowCount(), 50);
    QCOMPARE(model.index(0).data(Messages::SeqRole).toLongLong(), 251);
}

void TestModels::messagesThatFollowAreAppended()
{
    Source source;
    Messages model(roomId(1), source);
    QAbstractItemModelTester tester(&model);
    model.setRoom(test::room(roomId(1), 0));
    QSignalSpy inserted(&model, &Messages::rowsInserted), reset(&model, &Messages::modelReset);
    model.append({message(1, 2), message(2, 1)}, false);
    model.append({message(3, 2)}, false);
    QCOMPARE(inserted.size(), 2);
    QCOMPARE(reset.size(), 0);
    QCOMPARE(model.rowCount(), 3);
    QVERIFY(model.index(1).data(Messages::MineRole).toBool());
    QVERIFY(!model.index(2).data(Messages::MineRole).toBool());
    QCOMPARE(model.index(2).data(Messages::AuthorRole).toString(), u"Bora"_s);
}

void TestModels::messagesThatDoNotFollowBeginAnew()
{
    Source source;
    Messages model(roomId(1), source);
    QAbstractItemModelTester tester(&model);
    model.setRoom(test::room(roomId(1), 0));
    model.append({message(1, 2)}, false);
    model.append({message(90, 2), message(91, 2)}, false);
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.rowOfSeq(90), 0);
    QVERIFY(model.hasOlder());
}

void TestModels::groupsEndWithAuthorTimeAndDay()
{
    Source source;
    Messages model(roomId(1), source);
    model.setRoom(test::room(roomId(1), 0));
    const QDateTime noon(QDate(2026, 11, 21), QTime(12, 0)), midnight(QDate(2026, 11, 22), QTime(0, 0));
    const auto at = [](qint64 seq, int author, const QDateTime &when) {
        Message out = message(seq, author);
        out.at = fromMs(when.toMSecsSinceEpoch());
        return out;
    };
    Message notice = at(6, 2, noon.addSecs(1000));
    notice.kind = MessageKind::Notice;
    model.append({at(1, 2, noon), at(2, 2, noon.addSecs(60)), at(3, 1, noon.addSecs(61)), at(4, 1, noon.addSecs(62)), at(5, 1, noon.addSecs(900)), notice,
                  at(7, 2, midnight.addSecs(-30)), at(8, 2, midnight.addSecs(30))},
                 false);
    QString first, last, day;
    for (int row = 0; row < model.rowCount(); ++row) {
        first += model.index(row).data(Messages::GroupFirstRole).toBool() ? u'1' : u'0';
        last += model.index(row).data(Messages::GroupLastRole).toBool() ? u'1' : u'0';
        day += model.index(row).data(Messages::DayStartRole).toBool() ? u'1' : u'0';
    }
    QCOMPARE(first, u"10101111"_s);
    QCOMPARE(last, u"01011111"_s);
    QCOMPARE(day, u"10000001"_s);
    QVERIFY(model.index(5).data(Messages::AuthorRole).toString().isEmpty());
}

void TestModels::unreadLineStaysWhereItWas()
{
    Source source;
    source.all = historyOf(10);
    Messages model(roomId(1), source);
    Room room = test::room(roomId(1), 10);
    room.members[0].read = 7;
    model.setRoom(room);
    model.reload(10);
    QCOMPARE(model.unreadLineRow(), 7);
    QVERIFY(model.index(7).data(Messages::UnreadLineRole).toBool());
    QVERIFY(model.index(7).data(Messages::GroupFirstRole).toBool());
    room.members[0].read = 10;
    model.setRoom(room); // read now, but still looked at
    QCOMPARE(model.unreadLineRow(), 7);
    model.resetUnreadLine();
    QCOMPARE(model.unreadLineRow(), -1);
}

void TestModels::outboxStandsBelow()
{
    Source source;
    Messages model(roomId(1), source);
    QAbstractItemModelTester tester(&model);
    model.setRoom(test::room(roomId(1), 0));
    const auto entry = [](int number) { return OutboxEntry{roomId(1), clientId(number), QString::number(number), fromMs(0)}; };
    model.append({message(1, 2)}, false);
    model.setOutbox({entry(1), entry(2), entry(3)});
    QCOMPARE(model.rowCount(), 4);
    QCOMPARE(model.rowOfCid(clientId(2)), 2);
    model.append({message(2, 1, u"1"_s)}, false);
    model.setOutbox({entry(2), entry(3)});
    QCOMPARE(model.rowCount(), 4);
    QCOMPARE(model.index(1).data().toString(), u"1"_s);
    auto refused = entry(2);
    refused.state = OutboxEntry::State::Refused;
    refused.error.code = ErrorCode::StrangerLimit;
    QSignalSpy changed(&model, &Messages::dataChanged);
    model.setOutbox({refused, entry(3)});
    QVERIFY(changed.size() >= 1);
    QCOMPARE(model.index(2).data(Messages::DeliveryRole).value<Messages::Delivery>(), Messages::Delivery::Failed);
    model.setOutbox({entry(3), entry(2)}); // retried as the newest
    QCOMPARE(model.index(3).data().toString(), u"2"_s);
    model.setOutbox({});
    QCOMPARE(model.rowCount(), 2);
}

void TestModels::readTicksChangeOnlyTheRowsBetween()
{
    Source source;
    source.all = historyOf(40);
    Messages model(roomId(1), source);
    Room room = test::room(roomId(1), 40);
    room.members[1].read = 30;
    model.setRoom(room);
    model.reload(40);
    QSignalSpy changed(&model, &Messages::dataChanged);
    room.members[1].read = 33;
    model.setRoom(room);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.first()[0].toModelIndex().row(), 30);
    QCOMPARE(changed.first()[1].toModelIndex().row(), 32);
    QCOMPARE(model.index(32).data(Messages::DeliveryRole).value<Messages::Delivery>(), Messages::Delivery::Read);
    QCOMPARE(model.index(33).data(Messages::DeliveryRole).value<Messages::Delivery>(), Messages::Delivery::Stored);
}

//! 16 ms is one frame of a view that asks for 40 rows with all their roles; a slow machine gets four times as much.
void TestModels::hundredThousandRowsAreQuick()
{
    Source source;
    source.all = historyOf(100'000);
    Messages model(roomId(1), source);
    model.setRoom(test::room(roomId(1), 100'000));
    model.append(source.all, false);
    QElapsedTimer timer;
    timer.start();
    int roles = 0;
    for (int row = 50'000; row < 50'040; ++row)
        for (const int role : model.roleNames().keys())
            roles += model.index(row).data(role).isValid();
    QVERIFY2(timer.elapsed() < 64, qPrintable(QString::number(timer.elapsed())));
    QVERIFY(roles >= 40 * 13);
    timer.restart();
    model.append({message(100'001, 2)}, false);
    QVERIFY2(timer.elapsed() < 16, qPrintable(QString::number(timer.elapsed())));
}

QTEST_GUILESS_MAIN(TestModels)
#include "tst_models.moc"
