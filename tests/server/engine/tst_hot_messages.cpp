// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "server/engine/cluster/hot_access.h"
#include "server/engine/cluster/redis_keys.h"
#include "tests/server/engine/hot_scene.h"

namespace jjak::engine::testing {

using namespace Qt::StringLiterals;
using protocol::Message;

//! What readers find in Redis is what the database says, or they ask the database; whatever Redis does, and whoever writes into it.
class TestHotMessages : public QObject, private HotBench {
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }

    void whatOneHasReadTheOthersHave();
    void pagesAreKeptForAllSizes();
    void nothingIsAskedForMoreThanAPage();
    void roomsWithoutMessagesHaveNone();
    void whatWasChangedIsReadAnew();
    void theNewerIsNeitherBelievedNorReplaced();
    void theOlderIsNeverPutOverTheNewer();
    void aDatabaseThatWasSetBackIsNotMistaken();
    void whatExpiresGoesInTime();
    void whatTheSweeperTookAwayIsNotThere();
    void aRoomThatEndsIsLeftToTheDatabase();
    void aClockThatIsBehindAsksTheDatabase();
    void erasedWordsDoNotComeBack();
    void afterAFailureNothingIsKept();
    void aCopyUsesTheSame();
};

void TestHotMessages::whatOneHasReadTheOthersHave()
{
    const auto rooms = m_scene->rooms(60);
    for (const RoomId &room : rooms) {
        m_scene->say(room, u"안녕하세요"_s);
        m_scene->say(room, u"hello %1"_s.arg(QString::fromLatin1(room.toText())));
    }
    const auto one = reader(patient()), other = reader(patient());
    const auto first = one->read(rooms, 1);
    QVERIFY(first && first->value(7).value(0).text == u"hello "_s + QString::fromLatin1(rooms[7].toText()));
    QCOMPARE(one->counts(), (Counts{0, 60, 0, 0}));
    QVERIFY(other->read(rooms, 1) == first);
    QCOMPARE(other->counts(), (Counts{60, 0, 0, 0}));
    QCOMPARE(size(), 60);
    m_scene->say(rooms[3], u"more"_s); // one of them is new
    QVERIFY(other->read(rooms, 1));
    QCOMPARE(other->counts(), (Counts{59, 1, 0, 0}));
    QVERIFY(one->read(rooms, 1));
    QCOMPARE(one->counts(), (Counts{60, 0, 0, 0}));
    const qint64 ms = lives(keys::newest(space, rooms[0], 1));
    QVERIFY(ms > 0 && ms <= 300'000);
    QVERIFY(!value(keys::newest(space, rooms[0], 1)).contains("hello"));
}

void TestHotMessages::pagesAreKeptForAllSizes()
{
    const RoomId room = m_scene->room();
    for (int i = 0; i < 70; ++i)
        m_scene->say(room, QString::number(i));
    const auto one = reader(patient());
    for (const int limit : {10, 50, 2, 49}) {
        const auto page = one->read({room}, limit);
        QVERIFY(page && page->first().size() == limit && page->first().last().seq == 70);
    }
    QCOMPARE(one->counts(), (Counts{3, 1, 0, 0}));
    QVERIFY(one->read({room}, 1)); // is kept apart: a list of rooms must not fetch fifty messages of each
    QCOMPARE(one->counts(), (Counts{0, 1, 0, 0}));
    QCOMPARE(size(), 2);
}

void TestHotMessages::nothingIsAskedForMoreThanAPage()
{
    const RoomId room = m_scene->room();
    for (int i = 0; i < 70; ++i)
        m_scene->say(room, QString::number(i));
    const auto one = reader(patient());
    QCOMPARE(one->read({room}, 60).value_or(QList<QList<Message>>()).value(0).size(), 60);
    QCOMPARE(one->read({}, 1).value_or(QList<QList<Message>>{{}}).size(), 0);
    QCOMPARE(one->counts(), (Counts{0, 0, 0, 0}));
    QCOMPARE(size(), 0);
}

void TestHotMessages::roomsWithoutMessagesHaveNone()
{
    const auto rooms = m_scene->rooms(3);
    m_scene->say(rooms[1], u"x"_s);
    const auto one = reader(patient());
    for (int i = 0; i < 2; ++i) {
        const auto found = one->read(rooms, 1);
        QVERIFY(found && found->at(0).isEmpty() && found->at(1).size() == 1 && found->at(2).isEmpty());
    }
}

void TestHotMessages::whatWasChangedIsReadAnew()
{
    const RoomId room = m_scene->room();
    for (int i = 0; i < 5; ++i)
        m_scene->say(room, u"before"_s);
    const QList<std::function<void()>> changes{
        [&] { m_scene->say(room, u"one more"_s); },
        [&] { m_scene->change(room, 6, [](Message &m) { (m.text = u"edited"_s, m.edited = noon); }); },
        [&] { m_scene->change(room, 6, [](Message &m) { m.reactions = {{u"👍"_s, {1}}}; }); },
        [&] {
            m_scene->commit([&] { // its oldest has been kept long enough
                (*m_scene)->expiry.remove({room, 1}, noon);
                (*m_scene)->expiry.raiseFloor(room, noon);
            });
        },
    };
    const auto one = reader(patient()), other = reader(patient());
    for (const auto &happens : changes) {
        for (const int limit : {1, 50}) {
            QVERIFY(one->read({room}, limit) && other->read({room}, limit));
            (void)other->counts();
            QVERIFY(other->read({room}, limit));
            QCOMPARE(other->counts(), (Counts{1, 0, 0, 0}));
        }
        happens();
        for (const int limit : {1, 50}) {
            QVERIFY(other->read({room}, limit));
            QCOMPARE(other->counts(), (Counts{0, 1, 0, 0}));
        }
    }
    QCOMPARE(other->read({room}, 50)->first().first().seq, 2);
}

//! A copy of the database may be behind those who have read the original.
void TestHotMessages::theNewerIsNeitherBelievedNorReplaced()
{
    const RoomId room = m_scene->room();
    m_scene->say(room, u"old"_s);
    const auto behind = reader(patient()), ahead = reader(patient());
    QVERIFY(behind->begin());
    const auto rows = behind->rows({room});
    m_scene->say(room, u"new"_s);
    QVERIFY(ahead->read({room}, 1));
    (void)ahead->counts();
    for (int i = 0; i < 2; ++i)
        QCOMPARE(behind->newest(rows, 1, noon).value(0).value(0).text, u"old"_s);
    QCOMPARE(behind->counts(), (Counts{0, 2, 0, 0}));
    behind->end();
    QCOMPARE(ahead->read({room}, 1)->first().first().text, u"new"_s);
    QCOMPARE(ahead->counts(), (Counts{1, 0, 0, 0}));
}

//! Whoever has read first may come last.
void TestHotMessages::theOlderIsNeverPutOverTheNewer()
{
    const RoomId room = m_scene->room();
    m_scene->say(room, u"x"_s);
    const auto one = reader(patient());
    QVERIFY(one->begin());
    auto row = one->rows({room}).first();
    one->end();
    const auto kept = [&](qint64 head, qint64 changes) { return std::vector<HotPages::Kept>{{room, {{head, changes, 0, noon}, noon, {}}}}; };
    const auto stands = [&] { return one->pages().find({row}, 1).front().value_or(HotPage()).stamp; };
    one->pages().keep(kept(9, 3), 1);
    QCOMPARE(stands().version(), 12);
    one->pages().keep(kept(9, 2), 1);
    QCOMPARE(stands().changes, 3);
    one->pages().keep(kept(8, 3), 1);
    QCOMPARE(stands().head, 9);
    one->pages().keep(kept(1'000'000'000, 0), 1);
    one->pages().keep(kept(999'999'999, 0), 1); // as a number, not as a text
    QCOMPARE(stands().head, 1'000'000'000);
    QCOMPARE(one->counts()[3], 0);
}

void TestHotMessages::aDatabaseThatWasSetBackIsNotMistaken()
{
    const RoomId room = m_scene->room();
    m_scene->say(room, u"was said before the backup was put back"_s, noon + 1s);
    const auto one = reader(patient());
    QVERIFY(one->begin());
    auto row = one->rows({room}).first();
    QCOMPARE(one->newest({row}, 1, noon + 2s).size(), 1);
    row.active = noon + 3s; // somebody has said something else since then, under the same number
    QCOMPARE(one->newest({row}, 1, noon + 3s).size(), 1);
    QCOMPARE(one->counts(), (Counts{0, 2, 0, 0}));
    QCOMPARE(one->newest({row}, 1, noon + 3s).size(), 1);
    QCOMPARE(one->counts(), (Counts{1, 0, 0, 0})); // and it did not have to wait for the old one to go
    one->end();
}

void TestHotMessages::whatExpiresGoesInTime()
{
    const RoomId room = m_scene->room();
    m_scene->say(room, u"stays"_s);
    m_scene->say(room, u"goes"_s, noon, noon + 3min);
    const auto one = reader(patient());
    for (const int limit : {1, 50}) {
        const QByteArray key = keys::newest(space, room, limit);
        QVERIFY(one->read({room}, limit) && one->read({room}, limit, noon + 2min - 1ms));
        QCOMPARE(one->counts(), (Counts{1, 1, 0, 0}));
        QVERIFY(lives(key) > 0 && lives(key) <= 120'000); // is not even there any more when it goes
        for (const Duration later : {Duration(2min), Duration(3min - 1ms), Duration(3min)}) {
            const auto found = one->read({room}, limit, noon + later);
            QVERIFY(found);
            QCOMPARE(found->first().last().text, later < 3min ? u"goes"_s : u"stays"_s);
            QCOMPARE(one->counts(), (Counts{0, 1, 0, 0}));
        }
        QVERIFY(one->read({room}, limit, noon + 4min)); // without what is gone there is nothing against keeping it
        QCOMPARE(one->counts(), (Counts{1, 0, 0, 0}));
    }
}

//! In the middle of a room that changes none of its numbers.
void TestHotMessages::whatTheSweeperTookAwayIsNotThere()
{
    const RoomId room = m_scene->room();
    m_scene->say(room, u"stays"_s);
    m_scene->say(room, u"goes"_s, noon, noon + 1h);
    m_scene->say(room, u"stays as well"_s);
    const auto one = reader(patient());
    QVERIFY(one->read({room}, 50));
    m_scene->commit([&] {
        (*m_scene)->expiry.remove({room, 2}, noon + 2h);
        QVERIFY(!(*m_scene)->expiry.raiseFloor(room, noon + 1h));
    });
    (void)one->counts();
    for (const Duration apart : {-59s, 0s, 59s}) { // of this server's clock
        QCOMPARE(one->read({room}, 50, noon + 1h + apart).value().first().size(), 2);
        QCOMPARE(one->counts()[0], apart < 0s ? 0 : 1); // what the first of them has read is right from then on
    }
}

void TestHotMessages::aRoomThatEndsIsLeftToTheDatabase()
{
    const RoomId room = m_scene->room();
    for (int i = 0; i < 3; ++i)
        m_scene->say(room, QString::number(i));
    const auto one = reader(patient());
    QVERIFY(one->read({room}, 50));
    m_scene->commit([&] { (*m_scene)->rooms.expire(room, noon + 1h); });
    QVERIFY(one->read({room}, 50));
    (void)one->counts();
    m_scene->commit([&] { (*m_scene)->groups.removeEnded(noon + 1h, 2); }); // goes little by little
    QCOMPARE(one->read({room}, 50, noon + 1h).value().first().size(), 1);
    QCOMPARE(one->read({room}, 50, noon + 1h - 1min).value().first().size(), 1);
    QCOMPARE(one->counts(), (Counts{0, 2, 0, 0}));
}

//! Something may have expired by the writer's clock that by this one has not.
void TestHotMessages::aClockThatIsBehindAsksTheDatabase()
{
    const RoomId room = m_scene->room();
    m_scene->say(room, u"stays"_s);
    m_scene->say(room, u"goes"_s, noon, noon + 1h);
    const auto ahead = reader(patient()), behind = reader(patient());
    QCOMPARE(ahead->read({room}, 1, noon + 1h).value().first().first().text, u"stays"_s);
    QCOMPARE(behind->read({room}, 1, noon + 1h - 1s).value().first().first().text, u"goes"_s);
    QCOMPARE(behind->counts(), (Counts{0, 1, 0, 0}));
    QCOMPARE(behind->read({room}, 1, noon + 1h).value().first().first().text, u"stays"_s);
    QCOMPARE(behind->counts(), (Counts{1, 0, 0, 0}));
}

void TestHotMessages::erasedWordsDoNotComeBack()
{
    const RoomId room = m_scene->room();
    for (int i = 0; i < 10; ++i)
        m_scene->say(room, u"secret %1"_s.arg(i));
    const auto one = reader(patient()), other = reader(patient());
    for (qint64 seq = 10; seq > 0; --seq) {
        QVERIFY(one->read({room}, 1) && one->read({room}, 50));
        m_scene->change(room, seq, [](Message &m) { (m.text.clear(), m.deleted = noon); });
        for (const auto &each : {one->read({room}, 50), other->read({room}, 50), other->read({room}, 1)}) {
            QVERIFY(each);
            for (const Message &message : each->first())
                QCOMPARE(message.text.isEmpty(), message.seq >= seq);
        }
    }
    QVERIFY(other->counts()[0] > 0);
}

void TestHotMessages::afterAFailureNothingIsKept()
{
    const auto rooms = m_scene->rooms(2);
    for (const RoomId &room : rooms)
        m_scene->say(room, u"x"_s);
    const auto one = reader(patient());
    for (const int limit : {1, 50}) {
        QVERIFY(one->begin());
        const auto rows = one->rows(rooms);
        one->set().database().refuse("the disk is gone");
        const auto found = one->newest(rows, limit, noon);
        QVERIFY(found.size() == 2 && found[0].isEmpty() && found[1].isEmpty());
        one->end();
        QCOMPARE(size(), 0);
    }
    QCOMPARE(one->read(rooms, 50).value()[1].size(), 1);
}

//! What the original has answered is there for its copy, and the other way round.
void TestHotMessages::aCopyUsesTheSame()
{
    //! Answers in turn from two connections.
    class TwoSides final : public app::StoreAccess {
    public:
        explicit TwoSides(const QString &address) : m_original(address, storage::OpenAs::Reader), m_copy(address, storage::OpenAs::Reader) {}
        app::Stores stores() override { return m_original.stores(); }
        app::Stores storesFor(const app::Caller &) override { return m_copy.stores(); }
        void answered(const app::Caller &, app::Stores &) override { ++answers; }
        int answers = 0;

    private:
        storage::StoreSet m_original, m_copy;
    };
    const RoomId room = m_scene->room();
    m_scene->say(room, u"x"_s);
    HotFigures figures;
    auto sides = std::make_unique<TwoSides>(m_scene->address());
    TwoSides &both = *sides;
    HotAccess access(std::move(sides), {addressOf(*m_redis), veryPatient}, space, m_seal, figures);
    for (int i = 1; i <= 4; ++i) {
        app::Stores stores = i % 2 ? access.stores() : access.storesFor({});
        QVERIFY(stores.transaction.begin());
        QCOMPARE(stores.messages.newest({*stores.rooms.find(room)}, 1, noon).first().first().text, u"x"_s);
        stores.transaction.rollback();
        access.answered({}, stores);
        QCOMPARE(both.answers, i);
    }
    QVERIFY(figures.hits == 3 && figures.misses == 1);
}

} // namespace jjak::engine::testing

QTEST_GUILESS_MAIN(jjak::engine::testing::TestHotMessages)
#include "tst_hot_messages.moc"
