// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QtTest>

#include "client/core/cache/cache.h"
#include "dates.h"

using namespace jjak;
using namespace jjak::client;
using namespace jjak::client::test;
using namespace Qt::StringLiterals;

//! Files that earlier and later versions have written.
class TestCacheVersions : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void newerSchemaIsSetAsideAndTheOutboxKept();
    void firstSchemaIsCarriedOn();
    void secondSchemaIsCarriedOn();
    void thirdSchemaIsCarriedOn();
    void fourthSchemaIsCarriedOn();
    void sixthSchemaIsCarriedOn();
    void draftOfTheSixthSchemaIsSavedFromADamagedFile();
    void outboxOfTheSecondSchemaIsSavedFromADamagedFile();

private:
    OutboxEntry entry(int number) const { return {roomId(1), clientId(number), u"text %1 짝"_s.arg(number), fromMs(1'790'000'000'000)}; }
    QString path() const { return m_folder->filePath(u"sub/cache.sqlite"_s); }
    //! A file as that version has written it, with an entry in the outbox.
    template <class Fill>
    void write(int version, Fill fill)
    {
        m_folder = std::make_unique<QTemporaryDir>();
        {
            Cache cache;
            cache.open(path());
            cache.addOutbox(entry(1));
            fill(cache);
        }
        carryBack(version);
    }
    //! Opens it: nothing was begun anew, and the entry is there.
    void carryOn(Cache &cache) const
    {
        const auto opened = cache.open(path());
        QVERIFY(opened.stored && !opened.rebuilt);
        QCOMPARE(cache.outbox(), std::vector{entry(1)});
    }
    //! As a bad disk would.
    void damage() const
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::ReadWrite));
        file.seek(file.size() / 2);
        file.write(QByteArray(40'960, '\xee'));
    }
    static QList<protocol::Message> many()
    {
        QList<protocol::Message> all;
        for (int i = 1; i <= 2000; ++i)
            all.append(message(i, 1, QString(100, u'a')));
        return all;
    }
    void carryBack(int version) const;
    std::unique_ptr<QTemporaryDir> m_folder = std::make_unique<QTemporaryDir>();
};

//! Takes out of the file what later versions have put in.
void TestCacheVersions::carryBack(int version) const
{
    SqliteFile file;
    QVERIFY(file.open(path()));
    QStringList statements{u"ALTER TABLE post_draft DROP COLUMN pictures"_s};
    if (version < 6)
        statements += {u"ALTER TABLE reminder DROP COLUMN is_table"_s, u"ALTER TABLE reminder RENAME COLUMN occasion TO event"_s};
    if (version < 5)
        statements += u"DROP TABLE post_draft"_s;
    if (version < 4) {
        statements += {u"DROP INDEX message_expires"_s, u"DROP TABLE span"_s, u"DROP TABLE hidden"_s, u"ALTER TABLE outbox DROP COLUMN mentions"_s, u"ALTER TABLE outbox DROP COLUMN file"_s,
                       u"UPDATE room SET json = replace(replace(json, ',\"expiry\":\"off\",\"floor\":0,\"slow\":0,\"silent\":false,\"active\":' || json_quote(json_extract(json, '$.active')), ''), ',\"got\":0,\"role\":\"member\",\"banned\":false', '')"_s};
        for (const auto &column : {u"file"_s, u"mentions"_s, u"expires"_s})
            statements += u"ALTER TABLE message DROP COLUMN "_s + column;
    }
    if (version < 3) {
        statements += {u"ALTER TABLE room DROP COLUMN changed"_s, u"ALTER TABLE outbox DROP COLUMN reply"_s, u"UPDATE room SET json = replace(json, ',\"changes\":0', '')"_s};
        for (const auto &column : {u"reply"_s, u"edited"_s, u"deleted"_s, u"reactions"_s, u"change"_s})
            statements += u"ALTER TABLE message DROP COLUMN "_s + column;
    }
    if (version < 2)
        statements += {u"DROP TABLE date_room"_s, u"DROP TABLE words"_s, u"DROP TABLE reminder"_s};
    statements += u"PRAGMA user_version=%1"_s.arg(version);
    for (const QString &statement : std::as_const(statements))
        QVERIFY2(file.exec(statement), qPrintable(statement));
    if (version > 3)
        return;
    QSqlQuery query = file.run(u"SELECT json FROM room"_s);
    while (query.next())
        for (const auto later : {"\"silent\"", "\"role\"", version < 3 ? "\"changes\"" : "\"slow\""})
            QVERIFY2(!query.value(0).toByteArray().contains(later), later);
}

void TestCacheVersions::newerSchemaIsSetAsideAndTheOutboxKept()
{
    write(6, [](Cache &) {});
    {
        SqliteFile file;
        QVERIFY(file.open(path()));
        QVERIFY(file.exec(u"PRAGMA user_version=99"_s));
    }
    Cache cache;
    const auto opened = cache.open(path());
    QVERIFY(opened.rebuilt);
    QCOMPARE(opened.saved, 1);
    QVERIFY(QFile::exists(path() + u".damaged"_s));
}

void TestCacheVersions::firstSchemaIsCarriedOn()
{
    write(1, [](Cache &cache) { cache.putRoom({test::room(roomId(1), 3), 3, {}, 0}); });
    Cache cache;
    carryOn(cache);
    State state;
    cache.load(state);
    QCOMPARE(state.rooms.size(), 1);
    cache.putWords(scriptId(1), u"ko"_s, {{u"hello"_s, u"안녕"_s}});
    cache.load(state);
    QVERIFY(state.words.has(scriptId(1), u"ko"_s));
}

//! Everything is still there, and nothing is taken for complete: all changes of its rooms are still to be pulled.
void TestCacheVersions::secondSchemaIsCarriedOn()
{
    write(2, [](Cache &cache) {
        cache.putRoom({test::room(roomId(1), 3), 3, {}, 0});
        cache.putMessages(roomId(1), {message(1, 1), message(2, 2), message(3, 1)});
        cache.putWords(scriptId(1), u"ko"_s, {{u"hello"_s, u"안녕"_s}});
    });
    Cache cache;
    carryOn(cache);
    State state;
    cache.load(state);
    QCOMPARE(state.rooms.size(), 1);
    QCOMPARE(state.room(roomId(1))->have, 3);
    QCOMPARE(state.room(roomId(1))->changed, 0);
    QCOMPARE(state.room(roomId(1))->room, test::room(roomId(1), 3));
    QVERIFY(state.words.has(scriptId(1), u"ko"_s));
    QCOMPARE(cache.messagesBefore(roomId(1), 4, 50), (QList{message(1, 1), message(2, 2), message(3, 1)}));
    protocol::Message changed = message(2, 2, u"other words"_s);
    changed.change = 1;
    cache.putMessages(roomId(1), {changed});
    QCOMPARE(cache.message(roomId(1), 2), std::optional(changed));
}

//! What was without a gap is still known to be.
void TestCacheVersions::thirdSchemaIsCarriedOn()
{
    write(3, [](Cache &cache) {
        cache.putRoom({test::room(roomId(1), 7), 7, {}, 0});
        cache.putMessages(roomId(1), {message(1, 1), message(2, 2), message(5, 1), message(6, 2), message(7, 1)});
    });
    Cache cache;
    carryOn(cache);
    State state;
    cache.load(state);
    QCOMPARE(state.room(roomId(1))->room, test::room(roomId(1), 7));
    QCOMPARE(cache.messagesBefore(roomId(1), 8, 50).size(), 3);
    QCOMPARE(cache.messagesBefore(roomId(1), 3, 50).size(), 2);
    QVERIFY(cache.messagesBefore(roomId(1), 5, 50).isEmpty());
    cache.cover(roomId(1), 3, 4); // they are gone
    QCOMPARE(cache.messagesBefore(roomId(1), 8, 50).size(), 5);
}

void TestCacheVersions::fourthSchemaIsCarriedOn()
{
    write(4, [](Cache &cache) { cache.putDraft(roomId(1), u"draft"_s); });
    Cache cache;
    carryOn(cache);
    QCOMPARE(cache.drafts().value(roomId(1)), u"draft"_s);
    QCOMPARE(cache.postDraft(), KeptPostDraft());
    const KeptPostDraft kept{{u"제목"_s, {}, {}}};
    cache.putPostDraft(kept);
    QCOMPARE(cache.postDraft(), kept);
}

void TestCacheVersions::sixthSchemaIsCarriedOn()
{
    const KeptPostDraft kept{{u"제목"_s, u"글"_s, {u"a"_s}}, clientId(3)};
    write(6, [&](Cache &cache) { cache.putPostDraft(kept); });
    Cache cache;
    carryOn(cache);
    QCOMPARE(cache.postDraft(), kept);
    KeptPostDraft more = kept;
    more.draft.pictures = {{UploadId::fromBytes(QByteArray(16, 'u')), {u"a.jpg"_s, 10, u"image/jpeg"_s, 4, 3, 2}}};
    cache.putPostDraft(more);
    QCOMPARE(cache.postDraft(), more);
}

void TestCacheVersions::draftOfTheSixthSchemaIsSavedFromADamagedFile()
{
    const KeptPostDraft kept{{u"제목"_s, {}, {}}};
    write(6, [&](Cache &cache) {
        cache.putPostDraft(kept);
        cache.putMessages(roomId(1), many());
    });
    damage();
    Cache cache;
    const auto opened = cache.open(path());
    QVERIFY(opened.rebuilt);
    QCOMPARE(opened.saved, 2);
    QCOMPARE(cache.postDraft(), kept);
}

void TestCacheVersions::outboxOfTheSecondSchemaIsSavedFromADamagedFile()
{
    write(2, [](Cache &cache) { cache.putMessages(roomId(1), many()); });
    damage();
    Cache cache;
    const auto opened = cache.open(path());
    QVERIFY(opened.rebuilt);
    QCOMPARE(opened.saved, 1);
    QCOMPARE(cache.outbox(), std::vector{entry(1)});
}

QTEST_GUILESS_MAIN(TestCacheVersions)
#include "tst_cache_versions.moc"
