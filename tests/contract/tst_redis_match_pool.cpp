// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTest>
#include <QThread>

#include "server/engine/redis/redis_match_pool.h"
#include "tests/contract/match_pool_contract.h"
#include "tests/support/redis_server.h"

using namespace Qt::StringLiterals;
using namespace jjak;
using contract::MatchPoolChangesContract;
using contract::MatchPoolContract;
using domain::Ticket;
using engine::RedisCommand;
using engine::RedisConnection;
using engine::RedisMatchPool;
using engine::RedisReply;
using jjak::test::RedisServer;

namespace {

constexpr Coordinate seoul{37.5665, 126.978};
constexpr engine::RedisTimes impatient{150ms, 150ms, 20ms};
constexpr qint64 ages = 5000; //!< ms: far more than those times, and far less than for ever

RedisServer &theRedis()
{
    static RedisServer redis;
    return redis;
}

engine::Keyspace installation(char mark)
{
    return {QByteArray(engine::Keyspace::installationBytes, mark), QByteArray(32, 's')};
}

std::unique_ptr<RedisMatchPool> poolOn(const RedisServer &redis, const engine::RedisTimes &times = {10s, 10s, 20ms}, char mark = 'a')
{
    return std::make_unique<RedisMatchPool>(u"unix:"_s + redis.socket(), installation(mark), times);
}

QByteArray key(const char *part)
{
    return installation('a').name(QByteArray("pool:") + part);
}

//! Settles whatever is changed, so that it is Redis that is asked.
class SettlingPool final : public app::MatchPool {
public:
    explicit SettlingPool(std::unique_ptr<app::MatchPool> pool) : m_pool(std::move(pool)) {}
    void add(const Ticket &ticket) override { (m_pool->add(ticket), m_pool->settle()); }
    void remove(AccountId account) override { (m_pool->remove(account), m_pool->settle()); }
    std::optional<Ticket> partnerFor(const Ticket &ticket, const std::function<bool(const Ticket &)> &may) const override { return m_pool->partnerFor(ticket, may); }
    int countNear(const Ticket &ticket, int most) const override { return m_pool->countNear(ticket, most); }
    int size() const override { return m_pool->size(); }
    size_t mark() const override { return m_pool->mark(); }
    void undoTo(size_t mark) override { m_pool->undoTo(mark); }
    void settle() override { m_pool->settle(); }
    bool isWhole() override { return m_pool->isWhole(); }
    void clear() override { (m_pool->clear(), m_pool->settle()); }

private:
    std::unique_ptr<app::MatchPool> m_pool;
};

std::unique_ptr<app::MatchPool> fresh()
{
    theRedis().flush();
    return poolOn(theRedis());
}

std::unique_ptr<app::MatchPool> freshAndSettling()
{
    return std::make_unique<SettlingPool>(fresh());
}

Ticket newTicket(Rng &rng, int second = 0, Reach reach = Reach::Km10, Coordinate point = seoul)
{
    Ticket t;
    t.account = AccountId::random(rng);
    t.cell = Cell::containing(point, 2);
    t.reach = reach;
    t.since = fromMs(1'000'000) + std::chrono::seconds(second);
    return t;
}

bool anybody(const Ticket &)
{
    return true;
}

//! As the worker does when it is asked for.
void fill(app::MatchPool &pool, const std::vector<Ticket> &all)
{
    pool.clear();
    for (const Ticket &t : all)
        pool.add(t);
    pool.settle();
}

void addNow(app::MatchPool &pool, const Ticket &ticket)
{
    pool.add(ticket);
    pool.settle();
}

} // namespace

//! What comes on top of the contract where servers share a pool, and Redis may do what it likes.
class TstRedisMatchPool : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void twoSeeEachOthersTickets();
    void whatIsNotSettledIsOnesOwn();
    void flushedWantsToBeFilled();
    void flushedWhileItIsFilled();
    void killedWantsToBeFilled();
    void frozenHoldsNobody();
    void whatWasNotTakenIsFilledIn();
    void filledByOneWhileTheOtherWorks();
    void onlyOneClears();
    void onlyWhoeverClearedSaysThatTheyAreAll();
    void whoDiesFillingIsFollowedByAnother();
    void forgottenScriptIsToldAgain();
    void strangeEntriesAreNobody();
    void whatCannotBeFilledIsNotTriedAllTheTime();
    void knowsOnlyCells();
    void longQueuesAreReadToTheirEnd();
    void anotherInstallationsTicketsAreItsOwn();

private:
    SeededRng m_rng{5};
};

void TstRedisMatchPool::twoSeeEachOthersTickets()
{
    RedisServer redis;
    const auto one = poolOn(redis), other = poolOn(redis);
    const Ticket me = newTicket(m_rng, 5), you = newTicket(m_rng, 3);
    addNow(*one, you);
    QCOMPARE(other->partnerFor(me, anybody).value_or(Ticket()).account, you.account);
    QCOMPARE(other->countNear(me, 50), 1);
    QCOMPARE(other->size(), 1);
    other->remove(you.account);
    other->settle();
    QVERIFY(!one->partnerFor(me, anybody));
    QCOMPARE(one->size(), 0);
}

void TstRedisMatchPool::whatIsNotSettledIsOnesOwn()
{
    RedisServer redis;
    const auto one = poolOn(redis), other = poolOn(redis);
    const Ticket me = newTicket(m_rng, 5), you = newTicket(m_rng, 3);
    one->add(you);
    QVERIFY(one->partnerFor(me, anybody));
    QVERIFY(!other->partnerFor(me, anybody));
    one->undoTo(0);
    one->settle();
    QVERIFY(!other->partnerFor(me, anybody));
}

void TstRedisMatchPool::flushedWantsToBeFilled()
{
    RedisServer redis;
    const auto one = poolOn(redis), other = poolOn(redis);
    const std::vector<Ticket> all{newTicket(m_rng, 1), newTicket(m_rng, 2), newTicket(m_rng, 3)};
    QVERIFY(!one->isWhole());
    fill(*one, all);
    QVERIFY(one->isWhole());
    QVERIFY(other->isWhole());
    for (int i = 0; i < 3; ++i) {
        redis.flush();
        QCOMPARE(one->countNear(newTicket(m_rng), 50), 0); // notices by that
        QCOMPARE(other->countNear(newTicket(m_rng), 50), 0);
        QVERIFY(!one->isWhole());
        QVERIFY(!other->isWhole());
        fill(*one, all);
        QVERIFY(one->isWhole());
        QCOMPARE(other->countNear(newTicket(m_rng), 50), 3);
        QVERIFY(other->isWhole());
    }
}

void TstRedisMatchPool::flushedWhileItIsFilled()
{
    RedisServer redis;
    const auto pool = poolOn(redis);
    QVERIFY(!pool->isWhole());
    pool->clear();
    pool->add(newTicket(m_rng));
    redis.flush();
    pool->settle();
    (void)pool->countNear(newTicket(m_rng), 50);
    QVERIFY(!pool->isWhole());
    fill(*pool, {newTicket(m_rng)});
    QVERIFY(pool->isWhole());
}

void TstRedisMatchPool::killedWantsToBeFilled()
{
    RedisServer redis;
    const auto pool = poolOn(redis, impatient);
    const Ticket you = newTicket(m_rng);
    fill(*pool, {you});
    redis.kill();
    QVERIFY(!pool->partnerFor(newTicket(m_rng), anybody));
    QCOMPARE(pool->countNear(newTicket(m_rng), 50), 0);
    QCOMPARE(pool->size(), 0);
    QVERIFY(pool->isWhole()); // nobody could fill it now
    redis.start();
    QTRY_VERIFY(!pool->isWhole());
    fill(*pool, {you});
    QVERIFY(pool->isWhole());
    QCOMPARE(pool->partnerFor(newTicket(m_rng), anybody).value_or(Ticket()).account, you.account);
}

void TstRedisMatchPool::frozenHoldsNobody()
{
    RedisServer redis;
    const auto pool = poolOn(redis, impatient);
    const Ticket you = newTicket(m_rng);
    fill(*pool, {you});
    redis.freeze();
    QElapsedTimer timer;
    timer.start();
    QVERIFY(!pool->partnerFor(newTicket(m_rng), anybody));
    QVERIFY(!pool->partnerFor(newTicket(m_rng), anybody));
    QCOMPARE(pool->countNear(newTicket(m_rng), 50), 0);
    (void)pool->isWhole();
    QVERIFY(timer.elapsed() < ages);
    redis.thaw();
    QTRY_COMPARE(pool->countNear(newTicket(m_rng), 50), 1);
    QVERIFY(pool->isWhole()); // nothing has been lost
}

void TstRedisMatchPool::whatWasNotTakenIsFilledIn()
{
    RedisServer redis;
    const auto pool = poolOn(redis, impatient);
    const Ticket stays = newTicket(m_rng), goes = newTicket(m_rng), comes = newTicket(m_rng);
    fill(*pool, {stays, goes});
    redis.freeze();
    pool->remove(goes.account);
    pool->add(comes);
    pool->settle();
    redis.thaw();
    QTRY_VERIFY(!pool->isWhole());
    fill(*pool, {stays, comes});
    QVERIFY(pool->isWhole());
    QCOMPARE(pool->size(), 2);
}

void TstRedisMatchPool::filledByOneWhileTheOtherWorks()
{
    RedisServer redis;
    const auto one = poolOn(redis), other = poolOn(redis);
    QVERIFY(!one->isWhole());
    one->clear();
    Ticket moved = newTicket(m_rng, 1);
    const Ticket newcomer = newTicket(m_rng, 2), still = newTicket(m_rng, 3);
    one->add(moved); // read from SQL before the other server changed it
    one->add(still);
    moved.reach = Reach::Km2;
    other->add(moved);
    other->add(newcomer);
    other->settle();
    QVERIFY(other->isWhole()); // as somebody is at it
    one->settle();
    QCOMPARE(other->size(), 3);
    QCOMPARE(one->partnerFor(newTicket(m_rng, 9), anybody).value_or(Ticket()).reach, Reach::Km2);
    QVERIFY(one->isWhole());
}

void TstRedisMatchPool::onlyOneClears()
{
    RedisServer redis;
    const auto one = poolOn(redis), other = poolOn(redis);
    QVERIFY(!one->isWhole() && !other->isWhole());
    const Ticket you = newTicket(m_rng);
    fill(*one, {you});
    addNow(*one, newTicket(m_rng));
    fill(*other, {you}); // has seen the same, and comes later
    QCOMPARE(one->size(), 2);
    QVERIFY(one->isWhole() && other->isWhole());
}

void TstRedisMatchPool::onlyWhoeverClearedSaysThatTheyAreAll()
{
    RedisServer redis;
    const auto one = poolOn(redis), other = poolOn(redis);
    QVERIFY(!one->isWhole() && !other->isWhole());
    one->clear();
    other->clear();
    other->settle();
    QVERIFY(redis.ask("PTTL " + key("whole")).mid(1).toInt() > 0); // that one may die yet
    one->settle();
    QCOMPARE(redis.ask("PTTL " + key("whole")), ":-1");
}

void TstRedisMatchPool::whoDiesFillingIsFollowedByAnother()
{
    RedisServer redis;
    const auto survivor = poolOn(redis);
    {
        const auto dying = poolOn(redis);
        QVERIFY(!dying->isWhole());
        dying->clear();
        dying->add(newTicket(m_rng));
    }
    QVERIFY(survivor->isWhole());
    QVERIFY(redis.ask("PTTL " + key("whole")).mid(1).toInt() > 0);
    QCOMPARE(redis.ask("PEXPIRE " + key("whole") + " 1"), ":1"); // time passes
    QThread::msleep(5);
    (void)survivor->countNear(newTicket(m_rng), 50);
    QVERIFY(!survivor->isWhole());
    fill(*survivor, {});
    QVERIFY(survivor->isWhole());
    QCOMPARE(redis.ask("PTTL " + key("whole")), ":-1");
}

void TstRedisMatchPool::forgottenScriptIsToldAgain()
{
    RedisServer redis;
    const auto pool = poolOn(redis);
    addNow(*pool, newTicket(m_rng));
    QCOMPARE(redis.ask("SCRIPT FLUSH"), "+OK");
    addNow(*pool, newTicket(m_rng));
    QCOMPARE(pool->size(), 2);
}

void TstRedisMatchPool::strangeEntriesAreNobody()
{
    RedisServer redis;
    RedisConnection direct(u"unix:"_s + redis.socket());
    const auto pool = poolOn(redis);
    const Ticket me = newTicket(m_rng, 5), you = newTicket(m_rng, 3);
    addNow(*pool, you);
    const QByteArray right = direct.ask(RedisCommand{"HGET", key("tickets"), you.account.toBytes()}).value_or(RedisReply()).text;
    QList<QByteArray> strange{"", "x", right + 'x', right.first(33), QByteArray(34, '\0'), QByteArray(34, '\xff'), QByteArray(34, '0'), QByteArray(1'000'000, '3')};
    for (const int changed : {0, 1, 2, 10}) {
        strange.append(right);
        strange.last()[changed] = '\xfe';
    }
    strange.append(right.first(18) + QByteArray(16, '\0')); // of no account
    for (const QByteArray &entry : strange) {
        const auto replies = direct.ask(std::vector<RedisCommand>{{"GEOADD", key("places:3"), "126.978", "37.5665", entry}, {"ZADD", key("queue:3"), "1", entry}});
        QVERIFY(replies && (*replies)[0].integer == 1 && (*replies)[1].integer == 1);
    }
    QCOMPARE(pool->partnerFor(me, anybody).value_or(Ticket()).account, you.account);
    QCOMPARE(pool->countNear(me, 50), 1);
    for (const QByteArray &entry : strange) { // over that
        QVERIFY(direct.ask(RedisCommand{"HSET", key("tickets"), you.account.toBytes(), entry}));
        addNow(*pool, you);
        QCOMPARE(pool->countNear(me, 50), 1);
    }
    QVERIFY(direct.ask(RedisCommand{"SET", key("whole"), "rubbish"})); // somebody says so
    for (const char *part : {"tickets", "places:3", "queue:3"})
        QVERIFY(direct.ask(RedisCommand{"SET", key(part), "rubbish"}));
    QVERIFY(!pool->partnerFor(me, anybody));
    QCOMPARE(pool->countNear(me, 50), 0);
    QVERIFY(pool->isWhole());
    addNow(*pool, you);
    QVERIFY(!pool->isWhole());
    fill(*pool, {you});
    QVERIFY(pool->isWhole());
    QCOMPARE(pool->countNear(me, 50), 1);
}

void TstRedisMatchPool::whatCannotBeFilledIsNotTriedAllTheTime()
{
    RedisServer redis;
    const auto pool = poolOn(redis);
    QVERIFY(!pool->isWhole());
    QCOMPARE(redis.ask("ACL SETUSER default -evalsha"), "+OK");
    fill(*pool, {newTicket(m_rng)});
    QVERIFY(pool->isWhole()); // for a moment
    QCOMPARE(redis.ask("ACL SETUSER default +evalsha"), "+OK");
    QTRY_VERIFY(!pool->isWhole());
    fill(*pool, {newTicket(m_rng)});
    QVERIFY(pool->isWhole());
    QCOMPARE(pool->size(), 1);
}

void TstRedisMatchPool::knowsOnlyCells()
{
    RedisServer redis;
    RedisConnection direct(u"unix:"_s + redis.socket());
    const auto pool = poolOn(redis);
    Ticket t = newTicket(m_rng);
    t.device = DeviceId::random(m_rng);
    addNow(*pool, t);
    const auto near = direct.ask(RedisCommand{"GEOSEARCH", key("places:3"), "FROMLONLAT", "127", "37.5", "BYRADIUS", "100", "km", "WITHCOORD"}).value_or(RedisReply());
    QCOMPARE(near.list.size(), 1U);
    const RedisReply &found = near.list[0];
    QVERIFY(!found.list[0].text.contains(t.device.toBytes()));
    const Coordinate place{found.list[1].list[1].text.toDouble(), found.list[1].list[0].text.toDouble()};
    QVERIFY(distanceKm(place, t.cell.centre()) < 0.001);
}

void TstRedisMatchPool::longQueuesAreReadToTheirEnd()
{
    RedisServer redis;
    const auto pool = poolOn(redis);
    std::vector<Ticket> all;
    for (int i = 0; i < 7000; ++i)
        all.push_back(newTicket(m_rng, i / 3, i % 2 ? Reach::Km10 : Reach::Km50));
    fill(*pool, all);
    int asked = 0;
    Time last{};
    const Ticket me = newTicket(m_rng);
    QVERIFY(!pool->partnerFor(me, [&](const Ticket &t) {
        ++asked;
        return t.since < std::exchange(last, t.since); // never
    }));
    QCOMPARE(asked, 7000);
    QCOMPARE(pool->countNear(me, 6999), 6999);
    QCOMPARE(pool->countNear(me, 9999), 7000);
    QCOMPARE(pool->size(), 7000);
}

void TstRedisMatchPool::anotherInstallationsTicketsAreItsOwn()
{
    RedisServer redis;
    const auto ours = poolOn(redis), theirs = poolOn(redis, {10s, 10s, 20ms}, 'b');
    const Ticket me = newTicket(m_rng, 5), you = newTicket(m_rng, 3);
    fill(*ours, {you});
    QVERIFY(ours->isWhole());
    QVERIFY(!theirs->isWhole());
    QVERIFY(!theirs->partnerFor(me, anybody));
    fill(*theirs, {me}); // throws away what there was
    QCOMPARE(ours->size(), 1);
    QCOMPARE(ours->partnerFor(me, anybody).value_or(Ticket()).account, you.account);
    QCOMPARE(theirs->partnerFor(you, anybody).value_or(Ticket()).account, me.account);
    theirs->remove(you.account); // who waits elsewhere
    theirs->settle();
    QCOMPARE(ours->size(), 1);
    QVERIFY(ours->isWhole() && theirs->isWhole());
}

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    constexpr int steps = 1000;
    MatchPoolContract searches(fresh, steps), settledSearches(freshAndSettling, steps);
    MatchPoolChangesContract changes(fresh);
    TstRedisMatchPool more;
    int failed = 0;
    for (QObject *test : std::initializer_list<QObject *>{&more, &changes, &searches, &settledSearches})
        failed += QTest::qExec(test, argc, argv);
    return failed;
}

#include "tst_redis_match_pool.moc"
