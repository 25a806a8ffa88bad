// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QTest>

#include "common/protocol/frame.h"
#include "server/app/worker.h"
#include "server/engine/memory/memory_match_pool.h"
#include "server/storage/disk_folders.h"
#include "server/storage/migrations.h"
#include "server/storage/store_set.h"

using namespace jjak;
using namespace jjak::app;
using namespace Qt::StringLiterals;
namespace cmd = protocol::cmd;

namespace {

constexpr Time noon = fromMs(1'800'000'000'000);

//! A real transaction that fails where the test says so.
class Fragile final : public Transaction {
public:
    explicit Fragile(Transaction &real) : m_real(real) {}

    using Transaction::begin;
    bool begin(Apart apart) override
    {
        m_jobs = 0;
        m_said = Failure::None;
        begun.push_back(apart);
        if (away > 0) {
            away--;
            m_said = Failure::Whole;
            return false;
        }
        return m_real.begin(apart);
    }
    void lookFurther() override { m_real.lookFurther(); }
    void savepoint() override
    {
        m_jobs++;
        m_real.savepoint();
    }
    void releaseSavepoint() override { m_real.releaseSavepoint(); }
    void rollbackToSavepoint() override { m_real.rollbackToSavepoint(); }
    bool commit() override
    {
        commits++;
        const bool conflict = m_jobs > together || conflicts > 0;
        conflicts -= conflicts > 0;
        if (!conflict && lostCommits == 0)
            return m_real.commit();
        lostCommits -= !conflict;
        m_real.rollback();
        m_said = conflict ? Failure::Again : Failure::Whole;
        return false;
    }
    void rollback() override
    {
        m_said = Failure::None;
        m_real.rollback();
    }
    Failure failure() const override { return m_said != Failure::None ? m_said : m_real.failure(); }
    QString failureText() const override { return m_real.failureText(); }
    quint64 logPosition() override { return m_real.logPosition(); }

    int together = 1000; //!< jobs in one transaction; more are in others' way
    int conflicts = 0;   //!< so many commits meet with others
    int away = 0;        //!< so often there is no database
    int lostCommits = 0; //!< so many commits fail as a whole
    int commits = 0;
    std::vector<Apart> begun;

private:
    Transaction &m_real;
    Failure m_said = Failure::None;
    int m_jobs = 0;
};

class Log final : public CommandLog {
public:
    bool append(Job) override { return false; }
    std::vector<Job> take(int) override { return {}; }
    void close() override { closed = true; }
    bool isClosed() const override { return closed; }
    bool closed = false;
};

class Still final : public Clock {
public:
    Time now() const override { return noon; }
};

} // namespace

//! Jobs of a log that servers share: run until they are done, somebody else's, or dead letters, and each of them once.
class TestSharedWorker : public QObject, private FanOut {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void jobsAreKeptTogetherWithTheirPosition();
    void jobsThatMeetOthersAreRunAgainInHalvesUntilTheyAreKept();
    void aConflictThatPassesCostsNobodyAnything();
    void jobsOfAStreamThatIsSomebodyElsesAreDroppedAndTheOthersKept();
    void whoMayNotRunWhatHasNoPositionDoesNot();
    void whileTheDatabaseIsAwaySendersAreRefusedOnce();
    void aCommitThatFailsIsTriedAgainAndNobodyIsRefused();
    void aJobThatFailsAgainAndAgainBecomesADeadLetterAndTheOthersAreKept();
    void aDeadLetterThatCannotBeKeptHoldsItsStream();
    void aTickThatFailsIsNoDeadLetter();
    void aClosedLogEndsIt_data();
    void aClosedLogEndsIt();
    void goodbyesThatFailedAreNotLost();
    void whatIsTooLateIsRefusedAndNeverRun();
    void whoComesAndGoesIsKeptApartByRows();
    void whoComesBackToATicketIsMatchedApartByEverything();

private:
    void release(std::vector<Outgoing> batch) override { m_told.insert(m_told.end(), batch.begin(), batch.end()); }
    Stores fragile();
    Identity somebody();
    //! Their device, with that token.
    void store(const Identity &who, const QString &token);
    //! The pool is read; what is begun from now on is the jobs'.
    void begin();
    //! A change of settings, which is kept or not.
    Job change(int stream, int number);
    //! One that cannot be run since there is no table for it.
    Job poison(int stream, int number);
    Job at(int stream, int number, Work work, std::optional<Identity> who);
    QString positionOf(int stream) { return m_set->stores().leases.all().at(stream).position; }
    bool isKept(const Job &job) { return m_set->stores().accounts.byId(job.caller.identity->account)->settings.presence == false; }
    //! How often the sender was answered well, and how often refused.
    std::pair<int, int> answersTo(const Job &job) const;

    Still m_clock;
    Log m_log;
    SeededRng m_rng{31};
    const Policy m_policy;
    const Tokens m_tokens{QByteArray(32, 's')};
    QTemporaryDir m_folder;
    storage::DiskUploads m_uploads{m_folder.path()};
    storage::DiskFiles m_files{m_folder.path()};
    std::vector<Outgoing> m_told;
    std::unique_ptr<storage::StoreSet> m_set;
    std::unique_ptr<Fragile> m_transaction;
    std::unique_ptr<engine::MemoryMatchPool> m_pool;
    std::unique_ptr<Worker> m_worker;
    std::map<int, qint64> m_fences;
};

void TestSharedWorker::init()
{
    m_worker.reset();
    m_set = std::make_unique<storage::StoreSet>(u":memory:"_s, storage::OpenAs::Writer);
    storage::migrate(m_set->database());
    m_transaction = std::make_unique<Fragile>(m_set->stores().transaction);
    m_pool = std::make_unique<engine::MemoryMatchPool>();
    FanOut &fanOut = *this;
    m_worker = std::make_unique<Worker>(fragile(), m_log, fanOut, *m_pool, m_clock, m_rng, m_policy, m_tokens, m_uploads, m_files);
    m_log.closed = false;
    m_told.clear();
    m_set->stores().leases.create(4);
    for (const Lease &lease : m_set->stores().leases.claim(1, 4, noon, noon + 6s))
        m_fences[lease.stream] = lease.fence;
}

Stores TestSharedWorker::fragile()
{
    const Stores &s = m_set->stores();
    return {*m_transaction, s.accounts,  s.devices,  s.connected,  s.presence, s.tickets, s.proposals, s.pairs,    s.rooms,          s.messages, s.blocks,  s.reports, s.events,
            s.scripts,      s.dates,     s.seating,  s.arrowPairs, s.attendance, s.agenda, s.uploads,  s.files,          s.pictures, s.groups,  s.invitations, s.expiry,
            s.search,       s.personas,  s.posts,    s.comments,   s.feeds,   s.pulse,     s.tables,   s.tableDirectory, s.thanks,   s.streams, s.nodes,   s.leases};
}

Identity TestSharedWorker::somebody()
{
    AccountRow account;
    account.id = AccountId::random(m_rng);
    account.name = account.folded = QString::fromLatin1(account.id.toText());
    account.passwordHash = "hash";
    account.attempt = ClientId::random(m_rng);
    m_set->stores().accounts.insert(account);
    return {account.id, DeviceId::random(m_rng)};
}

void TestSharedWorker::store(const Identity &who, const QString &token)
{
    DeviceRow device;
    device.id = who.device;
    device.account = who.account;
    device.label = u"PC"_s;
    device.attempt = ClientId::random(m_rng);
    device.tokenHash = Tokens::hash(token);
    device.tokenSince = device.used = noon;
    m_set->stores().devices.save(device);
}

void TestSharedWorker::begin()
{
    m_worker->runShared({change(1, 99)});
    m_transaction->begun.clear();
}

Job TestSharedWorker::at(int stream, int number, Work work, std::optional<Identity> who)
{
    return {{ConnectionId(100 + number), number, who, {}}, std::move(work), Origin{stream, m_fences[stream], u"%1-0"_s.arg(number), "entry " + QByteArray::number(number)}};
}

Job TestSharedWorker::change(int stream, int number)
{
    cmd::ChangeSettings command;
    command.settings.presence = false;
    return at(stream, number, protocol::Command(command), somebody());
}

Job TestSharedWorker::poison(int stream, int number)
{
    m_set->database().change(u"DROP TABLE IF EXISTS attendance"_s);
    return at(stream, number, protocol::Command(cmd::LeaveDate()), somebody());
}

std::pair<int, int> TestSharedWorker::answersTo(const Job &job) const
{
    int well = 0, refused = 0;
    for (const Outgoing &out : m_told) {
        const auto *answer = std::get_if<ToConnection>(&out);
        if (answer && answer->connection == job.caller.connection)
            (answer->frame.contains("unavailable") ? refused : well)++;
    }
    return {well, refused};
}

void TestSharedWorker::jobsAreKeptTogetherWithTheirPosition()
{
    std::vector<Job> jobs;
    for (int i = 1; i <= 10; ++i)
        jobs.push_back(change(i % 2, i));
    m_worker->runShared(jobs);
    for (const Job &job : jobs) {
        QVERIFY(isKept(job));
        QCOMPARE(answersTo(job), std::pair(1, 0));
    }
    QCOMPARE(positionOf(0), u"10-0"_s);
    QCOMPARE(positionOf(1), u"9-0"_s);
    QCOMPARE(positionOf(2), u"0-0"_s);
    QCOMPARE(m_transaction->commits, 1);
}

void TestSharedWorker::jobsThatMeetOthersAreRunAgainInHalvesUntilTheyAreKept()
{
    std::vector<Job> jobs;
    for (int i = 1; i <= 60; ++i)
        jobs.push_back(change(i % 4, i));
    m_transaction->together = 1;
    m_worker->runShared(jobs);
    QList<ConnectionId> order;
    for (const Outgoing &out : m_told) {
        if (const auto *answer = std::get_if<ToConnection>(&out))
            order.append(answer->connection);
    }
    QCOMPARE(order.size(), 60);
    QVERIFY(std::ranges::is_sorted(order));
    for (const Job &job : jobs) {
        QVERIFY(isKept(job));
        QCOMPARE(answersTo(job), std::pair(1, 0));
    }
    QCOMPARE(positionOf(0), u"60-0"_s);
    QCOMPARE(positionOf(3), u"59-0"_s);
    QVERIFY(m_worker->figures().conflicts > 0);
    QCOMPARE(m_set->stores().streams.countDead(), 0);
}

void TestSharedWorker::aConflictThatPassesCostsNobodyAnything()
{
    const Job job = change(0, 1);
    m_transaction->conflicts = 30; // far more than a dead letter's failures
    m_worker->runShared({job});
    QVERIFY(isKept(job));
    QCOMPARE(answersTo(job), std::pair(1, 0));
    QCOMPARE(m_worker->figures().conflicts, 30U);
    QCOMPARE(m_set->stores().streams.countDead(), 0);
}

void TestSharedWorker::jobsOfAStreamThatIsSomebodyElsesAreDroppedAndTheOthersKept()
{
    std::vector<Job> jobs;
    for (int i = 1; i <= 12; ++i)
        jobs.push_back(change(i % 4, i));
    for (const int stream : {1, 3}) {
        m_set->stores().leases.release(1, stream);
        m_set->stores().leases.claim(2, 1, noon, noon + 6s);
    }
    m_worker->runShared(jobs);
    for (const Job &job : jobs) {
        QCOMPARE(isKept(job), job.origin->stream % 2 == 0);
        QCOMPARE(answersTo(job), std::pair(job.origin->stream % 2 ? 0 : 1, 0)); // its new owner answers
    }
    QCOMPARE(positionOf(0), u"12-0"_s);
    QCOMPARE(positionOf(1), u"0-0"_s);
    QCOMPARE(m_worker->figures().fenced, 2U);
}

void TestSharedWorker::whoMayNotRunWhatHasNoPositionDoesNot()
{
    m_worker->runShared({{{}, TakenOver{true}, Origin{0, m_fences[0], {}, {}}}});
    const auto news = [this] { return std::ranges::count_if(m_told, [](const Outgoing &out) { return std::holds_alternative<ToEverybody>(out); }); };
    QCOMPARE(news(), 1);
    QCOMPARE(positionOf(0), u"0-0"_s);
    m_worker->runShared({{{}, TakenOver{true}, Origin{0, m_fences[0] - 1, {}, {}}}});
    QCOMPARE(news(), 1);
    QCOMPARE(m_worker->figures().fenced, 1U);
}

void TestSharedWorker::whileTheDatabaseIsAwaySendersAreRefusedOnce()
{
    std::vector<Job> jobs;
    for (int i = 1; i <= 5; ++i)
        jobs.push_back(change(0, i));
    m_transaction->away = 4;
    m_worker->runShared(jobs);
    for (const Job &job : jobs) {
        QVERIFY(isKept(job));
        QCOMPARE(answersTo(job), std::pair(1, 1)); // run all the same, once, when it was back
    }
    QCOMPARE(m_transaction->commits, 1);
    QCOMPARE(positionOf(0), u"5-0"_s);
}

void TestSharedWorker::aCommitThatFailsIsTriedAgainAndNobodyIsRefused()
{
    const std::vector<Job> jobs{change(0, 1), change(0, 2), change(0, 3)};
    m_transaction->lostCommits = 1;
    m_worker->runShared(jobs);
    for (const Job &job : jobs) {
        QVERIFY(isKept(job));
        QCOMPARE(answersTo(job), std::pair(1, 0));
    }
}

void TestSharedWorker::aJobThatFailsAgainAndAgainBecomesADeadLetterAndTheOthersAreKept()
{
    std::vector<Job> jobs;
    for (int i = 1; i <= 16; ++i)
        jobs.push_back(i == 7 ? poison(0, i) : change(0, i));
    m_worker->runShared(jobs);
    for (const Job &job : jobs) {
        const bool poisonous = job.caller.request == 7;
        QCOMPARE(isKept(job), !poisonous);
        QCOMPARE(answersTo(job), poisonous ? std::pair(0, 1) : std::pair(1, 0));
    }
    QCOMPARE(positionOf(0), u"16-0"_s);
    QCOMPARE(m_worker->figures().buried, 1U);
    const auto dead = m_set->stores().streams.deadLetters(10);
    QCOMPARE(dead.size(), 1);
    const auto letter = m_set->stores().streams.deadLetter(dead[0].number);
    QCOMPARE(letter->origin.position, u"7-0"_s);
    QCOMPARE(letter->origin.stream, 0);
    QCOMPARE(letter->origin.entry, "entry 7");
    QCOMPARE(letter->at, noon);
    QCOMPARE(letter->name.toLatin1(), QByteArray(cmd::LeaveDate::spec.name.data(), qsizetype(cmd::LeaveDate::spec.name.size())));
    QVERIFY(!letter->reason.isEmpty());

    m_worker->runShared({change(0, 17)}); // the stream goes on
    QCOMPARE(positionOf(0), u"17-0"_s);
}

//! What comes behind it must not be run before it: its position would say that it was run.
void TestSharedWorker::aDeadLetterThatCannotBeKeptHoldsItsStream()
{
    const std::vector<Job> jobs{poison(0, 1), change(0, 2)};
    // Attempts: both, both, five times the first alone; then the commit of its burial fails three times.
    m_transaction->lostCommits = 3;
    m_worker->runShared(jobs);
    QVERIFY(isKept(jobs[1]));
    QCOMPARE(m_transaction->lostCommits, 0);
    QCOMPARE(m_set->stores().streams.countDead(), 1);
    QCOMPARE(answersTo(jobs[0]), std::pair(0, 1));
    QCOMPARE(answersTo(jobs[1]), std::pair(1, 0));
    QCOMPARE(positionOf(0), u"2-0"_s);
}

void TestSharedWorker::aTickThatFailsIsNoDeadLetter()
{
    m_set->database().change(u"DROP TABLE ticket"_s);
    m_worker->runShared({{{}, Tick(), Origin{0, m_fences[0], {}, {}}}});
    QCOMPARE(m_set->stores().streams.countDead(), 0);
    QCOMPARE(m_worker->figures().buried, 0U);
    QCOMPARE(positionOf(0), u"0-0"_s);
}

void TestSharedWorker::aClosedLogEndsIt_data()
{
    QTest::addColumn<bool>("away");
    QTest::newRow("no database") << true;
    QTest::newRow("commits fail") << false;
}

void TestSharedWorker::aClosedLogEndsIt()
{
    QFETCH(bool, away);
    const std::vector<Job> jobs{change(0, 1), change(0, 2)};
    (away ? m_transaction->away : m_transaction->lostCommits) = 1'000'000;
    m_log.closed = true;
    m_worker->runShared(jobs);
    QVERIFY(!isKept(jobs[0]));
    QCOMPARE(positionOf(0), u"0-0"_s); // they stand in their stream
}

void TestSharedWorker::goodbyesThatFailedAreNotLost()
{
    const Identity who = somebody();
    store(who, u"token"_s);
    m_set->stores().connected.arrive(who.account, who.device, 5);
    m_set->database().change(u"CREATE TRIGGER broken BEFORE DELETE ON connected BEGIN SELECT RAISE(ABORT, 'broken'); END"_s);
    m_worker->runShared({at(0, 1, DeviceGone{who, 5}, {})});
    QCOMPARE(positionOf(0), u"1-0"_s); // nobody waits for it
    QVERIFY(m_set->stores().connected.presenceOf(who.account));
    m_set->database().change(u"DROP TRIGGER broken"_s);
    m_transaction->conflicts = 2;
    m_worker->runShared({change(0, 2)});
    QVERIFY(!m_set->stores().connected.presenceOf(who.account));
}

void TestSharedWorker::whatIsTooLateIsRefusedAndNeverRun()
{
    Job late = change(0, 1);
    const Job other = change(0, 2);
    late.isTooLate = true;
    m_worker->runShared({late});
    QVERIFY(!isKept(late));
    QCOMPARE(answersTo(late), std::pair(0, 1));
    QCOMPARE(positionOf(0), u"1-0"_s); // the next owner does not run it either
    m_transaction->conflicts = 2;
    m_worker->runShared({late, other});
    QCOMPARE(answersTo(late), std::pair(0, 2));
    QVERIFY(!isKept(late) && isKept(other));
    QCOMPARE(m_set->stores().streams.countDead(), 0);
}

void TestSharedWorker::whoComesAndGoesIsKeptApartByRows()
{
    const Identity who = somebody();
    store(who, u"token"_s);
    const Job comes = at(0, 1, protocol::Command(cmd::Resume{u"token"_s}), {});
    begin();
    m_worker->runShared({comes, at(0, 2, DeviceGone{who, comes.caller.connection}, {}), change(0, 3)});
    QCOMPARE(m_transaction->begun, (std::vector{Transaction::Apart::Rows, Transaction::Apart::Everything}));
    QCOMPARE(answersTo(comes), std::pair(1, 0));
    QVERIFY(!m_set->stores().connected.presenceOf(who.account));
    QCOMPARE(m_set->stores().presence.of({who.account}).value(who.account), protocol::Presence::Recently);
}

void TestSharedWorker::whoComesBackToATicketIsMatchedApartByEverything()
{
    const Identity who = somebody(), other = somebody();
    for (const Identity &one : {who, other}) {
        store(one, QString::fromLatin1(one.device.toText()));
        const bool isAway = one.account == who.account;
        const domain::Ticket ticket{.account = one.account, .device = one.device, .cell = Cell::containing({37.5, 127}, limits::cellKm), .since = noon, .proposal = {}, .away = isAway ? std::optional(noon) : std::nullopt};
        m_set->stores().tickets.save(ticket);
    }
    const Job back = at(0, 1, protocol::Command(cmd::Resume{QString::fromLatin1(who.device.toText())}), {});
    begin();
    m_worker->runShared({back});
    QCOMPARE(m_transaction->begun, (std::vector{Transaction::Apart::Rows, Transaction::Apart::Everything}));
    QCOMPARE(m_worker->figures().conflicts, 0U);
    QCOMPARE(answersTo(back), std::pair(1, 0));
    QCOMPARE(positionOf(0), u"1-0"_s);
    const auto mine = m_set->stores().tickets.find(who.account), theirs = m_set->stores().tickets.find(other.account);
    QVERIFY(mine && theirs && !mine->away && mine->proposal && mine->proposal == theirs->proposal);
}

QTEST_GUILESS_MAIN(TestSharedWorker)
#include "tst_shared_worker.moc"
