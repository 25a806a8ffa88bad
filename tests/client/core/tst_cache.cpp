// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QtTest>

#include "client/core/cache/cache.h"
#include "dates.h"
#include "tables.h"

using namespace jjak;
using namespace jjak::client;
using namespace jjak::client::test;
using namespace Qt::StringLiterals;

class TestCache : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everythingIsThereAgainAfterOpening();
    void pageEndsAtAGap();
    void outboxIsOnTheDiskBeforeTheCallReturns();
    void outboxKeepsItsOrder();
    void fileIsForItsOwnerOnly();
    void damagedFileIsSetAsideAndBegunAnew();
    void outboxIsSavedFromADamagedFile();
    void spansThatTouchAreOne();
    void filesMentionsAndTimesAreThereAgain();
    void laterChangeIsHeldWhicheverComesFirst();
    void datesWordsAndRemindersAreThereAgain();
    void folderThatCannotBeWrittenMeansMemory();
    void erasingLeavesNoFile();
    void signedOutByTheServerKeepsTheOutboxOnly();
    void postDraftIsThereAgain();
    void postDraftIsSavedFromADamagedFile();

private:
    OutboxEntry entry(int number) const { return {roomId(1), clientId(number), u"text %1 짝"_s.arg(number), fromMs(1'790'000'000'000)}; }
    QString path() const { return m_folder->filePath(u"sub/cache.sqlite"_s); }
    void fresh();
    std::unique_ptr<QTemporaryDir> m_folder = std::make_unique<QTemporaryDir>();
};

void TestCache::fresh()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestCache::everythingIsThereAgainAfterOpening()
{
    fresh();
    RoomEntry room{test::room(roomId(1), 4), 4, {}, 0, 7};
    room.room.changes = 9;
    room.room.newest = message(4, 2, u"짝!\n😀"_s);
    room.room.newest->reply = 1;
    room.room.newest->edited = fromMs(1'790'000'100'000);
    room.room.newest->reactions = {protocol::Reaction{u"👍"_s, {1, 2}}, protocol::Reaction{u"👩‍👩‍👧"_s, {2}}};
    room.room.newest->change = 7;
    protocol::Message gone = message(3, 1, u""_s);
    gone.deleted = fromMs(1'790'000'200'000);
    gone.change = 5;
    {
        Cache cache;
        QVERIFY(cache.open(path()).stored);
        QVERIFY(!cache.isListed());
        cache.putRoom(room);
        cache.putMessages(roomId(1), {message(1, 1), message(2, 2), gone, *room.room.newest});
        cache.putDraft(roomId(1), u"half a sent"_s);
        cache.putScrollPosition(roomId(1), 2);
        cache.setListed();
    }
    Cache cache;
    const auto opened = cache.open(path());
    QVERIFY(opened.stored && !opened.rebuilt);
    State state;
    cache.load(state);
    QCOMPARE(state.rooms.size(), 1);
    QCOMPARE(state.room(roomId(1))->room, room.room);
    QCOMPARE(state.room(roomId(1))->have, 4);
    QCOMPARE(state.room(roomId(1))->changed, 7);
    QCOMPARE(cache.messagesBefore(roomId(1), 5, 50), (QList{message(1, 1), message(2, 2), gone, *room.room.newest}));
    QCOMPARE(cache.message(roomId(1), 3), std::optional(gone));
    QVERIFY(!cache.message(roomId(1), 5));
    QCOMPARE(cache.drafts().value(roomId(1)), u"half a sent"_s);
    QCOMPARE(cache.scrollPosition(roomId(1)), 2);
    QVERIFY(cache.isListed());
}

void TestCache::pageEndsAtAGap()
{
    Cache cache;
    cache.open(u":memory:"_s);
    cache.putMessages(roomId(1), {message(1, 1), message(2, 1), message(5, 1), message(6, 1)});
    const auto page = cache.messagesBefore(roomId(1), 7, 50);
    QCOMPARE(page.size(), 2);
    QCOMPARE(page.first().seq, 5);
    QVERIFY(cache.messagesBefore(roomId(1), 5, 50).isEmpty());
    QCOMPARE(cache.messagesBefore(roomId(1), 3, 1).first().seq, 2);
}

//! A second connection sees it while the first is still open, as it would after a kill.
void TestCache::outboxIsOnTheDiskBeforeTheCallReturns()
{
    fresh();
    Cache cache, other;
    cache.open(path());
    QVERIFY(cache.addOutbox(entry(1)));
    other.open(path());
    QCOMPARE(other.outbox(), std::vector{entry(1)});
}

void TestCache::outboxKeepsItsOrder()
{
    Cache cache;
    cache.open(u":memory:"_s);
    for (int i = 1; i <= 3; ++i)
        cache.addOutbox(entry(i));
    OutboxEntry refused = entry(2);
    refused.state = OutboxEntry::State::Refused;
    refused.error = Error::later(ErrorCode::StrangerLimit, 5s);
    cache.updateOutbox(refused);
    QCOMPARE(cache.outbox(), (std::vector{entry(1), refused, entry(3)}));
    OutboxEntry reply = entry(4);
    reply.reply = 17;
    cache.addOutbox(reply);
    QCOMPARE(cache.outbox().back().reply, 17);
    cache.removeOutbox(reply.cid);
    cache.addOutbox(entry(2)); // again, as the newest
    cache.removeOutbox(entry(1).cid);
    QCOMPARE(cache.outbox(), (std::vector{entry(3), entry(2)}));
}

void TestCache::fileIsForItsOwnerOnly()
{
    fresh();
    Cache cache;
    cache.open(path());
    cache.addOutbox(entry(1));
    constexpr auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    for (const auto suffix : {u"", u"-wal", u"-shm"}) {
        const QString file = path() + QString::fromUtf16(suffix);
        QVERIFY(QFile::exists(file));
        QVERIFY(!(QFile::permissions(file) & others));
    }
    QVERIFY(!(QFile::permissions(QFileInfo(path()).absolutePath()) & others));
}

void TestCache::damagedFileIsSetAsideAndBegunAnew()
{
    fresh();
    QDir().mkpath(QFileInfo(path()).absolutePath());
    QFile file(path());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(20000, 'x'));
    file.close();
    Cache cache;
    const auto opened = cache.open(path());
    QVERIFY(opened.stored && opened.rebuilt);
    QCOMPARE(opened.saved, 0);
    QVERIFY(QFile::exists(path() + u".damaged"_s));
    QVERIFY(cache.addOutbox(entry(1)));
}

void TestCache::outboxIsSavedFromADamagedFile()
{
    fresh();
    {
        Cache cache;
        cache.open(path());
        cache.addOutbox(entry(1));
        cache.putDraft(roomId(2), u"draft"_s);
        QList<protocol::Message> many;
        for (int i = 1; i <= 2000; ++i)
            many.append(message(i, 1, QString(100, u'a')));
        cache.putMessages(roomId(1), many);
    }
    // The pages at the end hold messages; the outbox stands before them.
    QFile file(path());
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.size() > 100'000);
    file.seek(file.size() - 40'960);
    file.write(QByteArray(40'960, '\xee'));
    file.close();
    Cache cache;
    const auto opened = cache.open(path());
    QVERIFY(opened.rebuilt);
    QCOMPARE(opened.saved, 2);
    QCOMPARE(cache.outbox(), std::vector{entry(1)});
    QCOMPARE(cache.drafts().value(roomId(2)), u"draft"_s);
    QVERIFY(cache.messagesBefore(roomId(1), 3, 50).isEmpty());
}

void TestCache::spansThatTouchAreOne()
{
    Cache cache;
    cache.open(u":memory:"_s);
    cache.putMessages(roomId(1), {message(2, 1), message(9, 1)});
    cache.cover(roomId(1), 2, 3);
    cache.cover(roomId(1), 7, 9);
    QVERIFY(cache.messagesBefore(roomId(1), 7, 50).isEmpty());
    cache.cover(roomId(1), 4, 6);
    QCOMPARE(cache.messagesBefore(roomId(1), 10, 50).size(), 2);
    cache.cover(roomId(1), 5, 5); // within
    QCOMPARE(cache.messagesBefore(roomId(1), 10, 50).size(), 2);
    cache.cover(roomId(2), 1, 10); // another room
    QVERIFY(cache.messagesBefore(roomId(1), 2, 50).isEmpty());
}

void TestCache::filesMentionsAndTimesAreThereAgain()
{
    fresh();
    protocol::Message image = message(1, 2, u"us"_s);
    image.kind = protocol::MessageKind::Image;
    image.file = protocol::Attachment{u"바다.jpg"_s, 1234, u"image/jpeg"_s, 640, 480, 99};
    image.mentions = {1, 3};
    image.expires = fromMs(1'790'000'900'000);
    OutboxEntry upload = entry(1);
    upload.mentions = {2, 1};
    upload.file = OutgoingFile{u"/tmp/a \t\u202e짝.jpg"_s, u"a.jpg"_s, 77, fromMs(5), true};
    {
        Cache cache;
        cache.open(path());
        cache.putMessages(roomId(1), {image});
        cache.addOutbox(upload);
        cache.putHidden(roomId(1), {3});
    }
    Cache cache;
    cache.open(path());
    QCOMPARE(cache.message(roomId(1), 1), std::optional(image));
    QCOMPARE(cache.outbox(), std::vector{upload});
    QCOMPARE(cache.nextExpiry(), image.expires);
    State state;
    cache.load(state);
    QCOMPARE(state.hidden.value(roomId(1)), QList<int>{3});
    QVERIFY(cache.dropExpired(*image.expires - 1ms).isEmpty());
    QCOMPARE(cache.dropExpired(*image.expires).value(roomId(1)), QList<qint64>{1});
    QVERIFY(!cache.message(roomId(1), 1));
    QVERIFY(!cache.nextExpiry());
    cache.putHidden(roomId(1), {});
    State after;
    cache.load(after);
    QVERIFY(after.hidden.value(roomId(1)).isEmpty());
}

void TestCache::laterChangeIsHeldWhicheverComesFirst()
{
    Cache cache;
    cache.open(u":memory:"_s);
    protocol::Message first = message(1, 2), second = message(1, 2, u"second"_s), third = message(1, 2, u"third"_s);
    second.change = 4;
    third.change = 6;
    QCOMPARE(cache.putMessages(roomId(1), {third}), QList{third});
    QCOMPARE(cache.putMessages(roomId(1), {second, message(2, 1)}), (QList{third, message(2, 1)}));
    QCOMPARE(cache.putMessages(roomId(1), {first}), QList{third});
    QCOMPARE(cache.message(roomId(1), 1), std::optional(third));
    third.reactions = {protocol::Reaction{u"👍"_s, {1}}};
    third.change = 7;
    QCOMPARE(cache.putMessages(roomId(1), {third}), QList{third});
    QCOMPARE(cache.messagesBefore(roomId(1), 3, 50), (QList{third, message(2, 1)}));
}

void TestCache::datesWordsAndRemindersAreThereAgain()
{
    fresh();
    const DateRoom kept{scriptId(1), eventId(1), u"토요일 저녁"_s, {2, 5}};
    const Reminder reminder{evening, 10};
    {
        Cache cache;
        cache.open(path());
        cache.putDateRoom(roomId(1), kept);
        cache.putDateRoom(roomId(2), kept);
        cache.removeRoom(roomId(2));
        cache.putWords(scriptId(1), u"ko"_s, {{u"hello"_s, u"안녕"_s}});
        cache.putWords(scriptId(1), u"en"_s, {});
        cache.putReminder(eventId(1), reminder);
        cache.putReminder(eventId(2), reminder);
        cache.removeReminder(eventId(2));
        cache.putReminder(tableId(3), {evening, 1});
        cache.putReminder(tableId(4), reminder);
        cache.removeReminder(tableId(4));
    }
    Cache cache;
    cache.open(path());
    State state;
    cache.load(state);
    QCOMPARE(state.dateRooms, (QHash<RoomId, DateRoom>{{roomId(1), kept}}));
    QCOMPARE(state.words.line(scriptId(1), u"hello"_s, u"ko"_s), std::optional(u"안녕"_s));
    QVERIFY(state.words.has(scriptId(1), u"en"_s));
    QCOMPARE(cache.reminders(), (Reminders{{eventId(1), reminder}, {tableId(3), {evening, 1}}}));
}

void TestCache::folderThatCannotBeWrittenMeansMemory()
{
    // A file where the folder should be: not writable even for root.
    fresh();
    QFile file(m_folder->filePath(u"sub"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    Cache cache;
    const auto opened = cache.open(path());
    QVERIFY(!opened.stored && !opened.rebuilt);
    QVERIFY(cache.addOutbox(entry(1)));
    QCOMPARE(cache.outbox().size(), size_t(1));
}

void TestCache::erasingLeavesNoFile()
{
    fresh();
    Cache cache;
    cache.open(path());
    cache.addOutbox(entry(1));
    cache.erase();
    QVERIFY(QDir(QFileInfo(path()).absolutePath()).isEmpty());
}

void TestCache::signedOutByTheServerKeepsTheOutboxOnly()
{
    Cache cache;
    cache.open(u":memory:"_s);
    cache.putRoom({test::room(roomId(1), 1), 1, {}, 0});
    cache.putMessages(roomId(1), {message(1, 2)});
    cache.addOutbox(entry(1));
    cache.putDraft(roomId(1), u"draft"_s);
    cache.setListed();
    cache.eraseReadable();
    State state;
    cache.load(state);
    QVERIFY(state.rooms.isEmpty());
    QVERIFY(cache.messagesBefore(roomId(1), 9, 50).isEmpty());
    QVERIFY(!cache.isListed());
    QCOMPARE(cache.outbox().size(), size_t(1));
    QCOMPARE(cache.drafts().size(), 1);
}

void TestCache::postDraftIsThereAgain()
{
    fresh();
    const KeptPostDraft kept{{u"제목"_s, u"first\n\nsecond 짝"_s, {u"산책"_s, u"book_club"_s}}, clientId(3)};
    {
        Cache cache;
        cache.open(path());
        QCOMPARE(cache.postDraft(), KeptPostDraft());
        cache.putPostDraft({{u"before"_s, {}, {}}});
        cache.putPostDraft(kept);
        cache.eraseReadable();
        QCOMPARE(cache.postDraft(), kept);
    }
    {
        Cache cache;
        cache.open(path());
        QCOMPARE(cache.postDraft(), kept);
        cache.putPostDraft({});
    }
    Cache cache;
    cache.open(path());
    QCOMPARE(cache.postDraft(), KeptPostDraft());
}

void TestCache::postDraftIsSavedFromADamagedFile()
{
    fresh();
    const KeptPostDraft kept{{u"제목"_s, u"text"_s, {u"a"_s}}, clientId(3)};
    {
        Cache cache;
        cache.open(path());
        cache.putPostDraft(kept);
        SqliteFile file;
        cache.commit();
        QVERIFY(file.open(path()));
        QVERIFY(file.exec(u"PRAGMA user_version=99"_s));
    }
    Cache cache;
    const auto opened = cache.open(path());
    QVERIFY(opened.rebuilt);
    QCOMPARE(opened.saved, 1);
    QCOMPARE(cache.postDraft(), kept);
}

QTEST_GUILESS_MAIN(TestCache)
#include "tst_cache.moc"
