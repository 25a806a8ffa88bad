// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "server/engine/cluster/redis_keys.h"
#include "tests/server/engine/hot_scene.h"

namespace jjak::engine::testing {

using namespace Qt::StringLiterals;

//! Whatever stands in Redis and whatever Redis does, readers get what the database says.
class TestHotLosses : public QObject, private HotBench {
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void spoiledEntriesAreReplaced_data();
    void spoiledEntriesAreReplaced();
    void anotherSecretOpensNothing();
    void anotherKindOfKeyIsReplaced();
    void largePagesAreNotKept();
    void whereThereIsLittleRoomNothingIsKept();
    void killedRedisIsDoneWithout();
    void frozenRedisIsLeftAloneForAMoment();
    void whatWasFlushedIsKeptAgain();
    void aRedisThatForbidsIsDoneWithout();
    void aForgottenScriptIsToldAgain();
};

void TestHotLosses::spoiledEntriesAreReplaced_data()
{
    using Spoil = std::function<QByteArray(const QByteArray &right, const QByteArray &ofAnother)>;
    QTest::addColumn<Spoil>("spoil");
    const auto add = [](const char *name, const Spoil &spoil) { QTest::newRow(name) << spoil; };
    add("nothing", [](auto &, auto &) { return QByteArray(""); });
    add("rubbish", [](auto &, auto &) { return QByteArray("rubbish"); });
    add("much rubbish", [](auto &, auto &) { return QByteArray(1'000'000, '9'); });
    add("the version alone", [](auto &right, auto &) { return right.first(16); });
    add("a part", [](auto &right, auto &) { return right.chopped(1); });
    add("more", [](auto &right, auto &) { return right + '\0'; });
    add("a bit", [](auto right, auto &) { return (right[60] = char(right[60] ^ 1), right); });
    add("a version that nothing is newer than", [](auto &right, auto &) { return QByteArray(16, '9') + right.mid(16); });
    add("a version that is no number", [](auto &right, auto &) { return "             inf" + right.mid(16); });
    add("an older version in front", [](auto &right, auto &) { return QByteArray(16, '0') + right.mid(16); });
    add("what belongs to another room", [](auto &, auto &ofAnother) { return ofAnother; });
}

void TestHotLosses::spoiledEntriesAreReplaced()
{
    QFETCH(std::function<QByteArray(const QByteArray &, const QByteArray &)>, spoil);
    const auto rooms = m_scene->rooms(2);
    m_scene->say(rooms[0], u"mine"_s);
    m_scene->say(rooms[1], u"another's"_s);
    const auto one = reader(patient());
    for (const int limit : {1, 50}) {
        const QByteArray key = keys::newest(space, rooms[0], limit);
        QVERIFY(one->read(rooms, limit));
        const QByteArray bad = spoil(value(key), value(keys::newest(space, rooms[1], limit)));
        QVERIFY(bad != value(key));
        QVERIFY(m_direct->ask(RedisCommand{"SET", key, bad}));
        (void)one->counts();
        QCOMPARE(one->read(rooms, limit).value().first().first().text, u"mine"_s);
        QCOMPARE(one->counts(), (Counts{1, 1, 1, 0}));
        QVERIFY(one->read(rooms, limit));
        QCOMPARE(one->counts(), (Counts{2, 0, 0, 0}));
        QVERIFY(lives(key) > 0);
    }
}

void TestHotLosses::anotherSecretOpensNothing()
{
    const RoomId room = m_scene->room();
    m_scene->say(room, u"x"_s);
    const Seal theirs(QByteArray(32, 't'));
    const auto one = reader(patient()), stranger = reader(patient(), theirs);
    QVERIFY(stranger->read({room}, 1));
    QVERIFY(one->read({room}, 1));
    QCOMPARE(one->counts(), (Counts{0, 1, 1, 0}));
    QVERIFY(one->read({room}, 1));
    QCOMPARE(one->counts(), (Counts{1, 0, 0, 0}));
    QVERIFY(m_direct->ask(RedisCommand{"SET", keys::newest(space, room, 50), value(keys::newest(space, room, 1))})); // one message is no page
    QVERIFY(one->read({room}, 50));
    QCOMPARE(one->counts(), (Counts{0, 1, 1, 0}));
}

void TestHotLosses::anotherKindOfKeyIsReplaced()
{
    const RoomId room = m_scene->room();
    m_scene->say(room, u"x"_s);
    QVERIFY(m_direct->ask(RedisCommand{"RPUSH", keys::newest(space, room, 1), "a list"}));
    const auto one = reader(patient());
    QVERIFY(one->read({room}, 1) && one->read({room}, 1));
    QCOMPARE(one->counts(), (Counts{1, 1, 0, 0}));
}

void TestHotLosses::largePagesAreNotKept()
{
    const RoomId room = m_scene->room();
    m_scene->commit([&] {
        for (int i = 0; i < limits::historyPage; ++i)
            m_scene->write(room, QString(limits::messageCodePoints, u'한'));
    });
    const auto one = reader(patient());
    for (int i = 0; i < 2; ++i)
        QCOMPARE(one->read({room}, 50).value().first().size(), 50);
    QCOMPARE(one->counts(), (Counts{0, 2, 0, 0}));
    QCOMPARE(size(), 0);
    QVERIFY(one->read({room}, 1));
    QCOMPARE(size(), 1);
    QVERIFY(value(keys::newest(space, room, 1)).size() < HotPages::largest);
}

void TestHotLosses::whereThereIsLittleRoomNothingIsKept()
{
    const auto rooms = m_scene->rooms(3);
    for (const RoomId &room : rooms)
        m_scene->say(room, u"x"_s);
    HotPages::Options options = patient();
    options.looks = 0s;
    const auto one = reader(options);
    QVERIFY(one->read(rooms.first(1), 1));
    QCOMPARE(size(), 1);
    const auto used = m_redis->ask("EVAL \"return string.match(redis.call('INFO', 'memory'), 'used_memory:(%d+)')\" 0").toLongLong();
    QVERIFY(used > 0);
    QCOMPARE(m_redis->ask("CONFIG SET maxmemory " + QByteArray::number(used * 3 / 2)), "+OK");
    QVERIFY(one->read(rooms, 1) && one->read(rooms, 1));
    QCOMPARE(size(), 1);
    QCOMPARE(one->counts(), (Counts{2, 5, 0, 0})); // what is there is used
    QCOMPARE(m_redis->ask("CONFIG SET maxmemory " + QByteArray::number(used * 4)), "+OK");
    QVERIFY(one->read(rooms, 1) && one->read(rooms, 1));
    QCOMPARE(size(), 3);
    QCOMPARE(one->counts(), (Counts{4, 2, 0, 0}));
}

void TestHotLosses::killedRedisIsDoneWithout()
{
    const RoomId room = m_scene->room();
    m_scene->say(room, u"x"_s);
    const auto one = reader(hurried());
    QVERIFY(one->read({room}, 1));
    m_redis->kill();
    for (int i = 0; i < 3; ++i)
        QVERIFY(one->read({room}, 1));
    const Counts counts = one->counts();
    QCOMPARE(counts[1], 4);
    QVERIFY(counts[3] >= 3);
    m_redis->start();
    QTRY_VERIFY_WITH_TIMEOUT(one->read({room}, 1) && one->counts()[0] == 1, long30s);
}

void TestHotLosses::frozenRedisIsLeftAloneForAMoment()
{
    const RoomId room = m_scene->room();
    m_scene->say(room, u"x"_s);
    const auto soon = reader(hurried()), later = reader({{}, {1s, 1s, 1h}});
    QVERIFY(soon->read({room}, 1) && later->read({room}, 1));
    m_redis->freeze();
    QVERIFY(soon->read({room}, 1) && later->read({room}, 1));
    QCOMPARE(soon->counts()[1] + later->counts()[1], 3); // one of them had a hit before
    m_redis->thaw();
    QTRY_VERIFY_WITH_TIMEOUT(soon->read({room}, 1) && soon->counts()[0] == 1, long30s);
    for (int i = 0; i < 3; ++i)
        QVERIFY(later->read({room}, 1));
    QCOMPARE(later->counts()[0], 0); // its moment is not over: it has not asked
}

void TestHotLosses::whatWasFlushedIsKeptAgain()
{
    const auto rooms = m_scene->rooms(5);
    for (const RoomId &room : rooms)
        m_scene->say(room, u"x"_s);
    const auto one = reader(patient());
    for (int i = 0; i < 3; ++i) {
        QVERIFY(one->read(rooms, 1) && one->read(rooms, 1));
        QCOMPARE(one->counts(), (Counts{5, 5, 0, 0}));
        m_redis->flush();
    }
}

void TestHotLosses::aRedisThatForbidsIsDoneWithout()
{
    const RoomId room = m_scene->room();
    m_scene->say(room, u"x"_s);
    for (const char *command : {"mget", "evalsha", "info"}) {
        m_redis->flush();
        const auto one = reader(patient());
        QCOMPARE(m_redis->ask(QByteArray("ACL SETUSER default -") + command), "+OK");
        QVERIFY(one->read({room}, 1) && one->read({room}, 1));
        const Counts counts = one->counts();
        QVERIFY2(counts[0] == 0 && counts[1] == 2 && counts[2] == 0 && counts[3] > 0, command);
        QCOMPARE(m_redis->ask(QByteArray("ACL SETUSER default +") + command), "+OK");
        QVERIFY(reader(patient())->read({room}, 1));
    }
}

void TestHotLosses::aForgottenScriptIsToldAgain()
{
    const RoomId room = m_scene->room();
    const auto one = reader(patient());
    for (int i = 0; i < 3; ++i) {
        m_scene->say(room, u"x"_s);
        QVERIFY(one->read({room}, 1) && one->read({room}, 1));
        QCOMPARE(one->counts(), (Counts{1, 1, 0, 0}));
        QCOMPARE(m_redis->ask("SCRIPT FLUSH"), "+OK");
    }
}

} // namespace jjak::engine::testing

QTEST_GUILESS_MAIN(jjak::engine::testing::TestHotLosses)
#include "tst_hot_losses.moc"
