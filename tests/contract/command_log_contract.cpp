// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/contract/command_log_contract.h"

#include <QTest>
#include <atomic>
#include <thread>

namespace jjak::contract {

using app::Job;

namespace {

Job job(std::uint64_t connection, qint64 request)
{
    return {{connection, request, {}, {}}, app::Tick()};
}

std::vector<qint64> requests(const std::vector<Job> &jobs)
{
    std::vector<qint64> out;
    for (const Job &each : jobs)
        out.push_back(each.caller.request);
    return out;
}

} // namespace

void CommandLogContract::keepsTheOrder()
{
    const auto log = m_make(100);
    for (int i = 0; i < 50; ++i)
        QVERIFY(log->append(job(1, i)));
    for (int i = 0; i < 50; ++i)
        QCOMPARE(requests(log->take(1)), std::vector<qint64>{i});
}

void CommandLogContract::takesNoMoreThanAsked()
{
    const auto log = m_make(100);
    for (int i = 0; i < 5; ++i)
        QVERIFY(log->append(job(1, i)));
    QCOMPARE(requests(log->take(3)), (std::vector<qint64>{0, 1, 2}));
    QCOMPARE(requests(log->take(256)), (std::vector<qint64>{3, 4}));
}

void CommandLogContract::keepsWhatAJobIs()
{
    SeededRng rng(1);
    const auto log = m_make(10);
    const app::Identity identity{AccountId::random(rng), DeviceId::random(rng)};
    QVERIFY(log->append({{7, 8, identity, QStringLiteral("::1")}, app::DeviceGone{identity}}));
    const Job back = log->take(1).at(0);
    QCOMPARE(back.caller.connection, 7u);
    QVERIFY(back.caller.identity == identity);
    QCOMPARE(back.caller.address, QStringLiteral("::1"));
    QVERIFY(std::holds_alternative<app::DeviceGone>(back.work) && std::get<app::DeviceGone>(back.work).identity == identity);
}

void CommandLogContract::fullLogRefuses()
{
    const auto log = m_make(3);
    for (int i = 0; i < 3; ++i)
        QVERIFY(log->append(job(1, i)));
    QVERIFY(!log->append(job(1, 3)));
    QCOMPARE(requests(log->take(1)), std::vector<qint64>{0});
    QVERIFY(log->append(job(1, 4)));
    QCOMPARE(requests(log->take(9)), (std::vector<qint64>{1, 2, 4}));
}

void CommandLogContract::closedLogRefusesButGivesTheRest()
{
    const auto log = m_make(10);
    QVERIFY(log->append(job(1, 1)));
    log->close();
    QVERIFY(!log->append(job(1, 2)));
    QCOMPARE(requests(log->take(9)), std::vector<qint64>{1});
    QVERIFY(log->take(9).empty());
    QVERIFY(log->take(9).empty());
}

void CommandLogContract::takeWaitsForWork()
{
    const auto log = m_make(10);
    std::atomic<int> taken = 0;
    std::thread taker([&] {
        while (!log->take(1).empty())
            ++taken;
    });
    for (int i = 1; i <= 200; ++i) { // every round finds the taker asleep or about to be
        while (!log->append(job(1, i)))
            std::this_thread::yield();
        while (taken < i)
            std::this_thread::yield();
    }
    log->close();
    taker.join();
    QCOMPARE(taken.load(), 200);
}

void CommandLogContract::closeWakesTheTaker()
{
    const auto log = m_make(10);
    std::vector<Job> got{job(1, 1)};
    std::thread taker([&] { got = log->take(5); });
    log->close();
    taker.join();
    QVERIFY(got.empty());
}

void CommandLogContract::everyWriterKeepsItsOrder()
{
    constexpr int writers = 4, each = 5000;
    const auto log = m_make(writers * each);
    std::atomic<int> refused = 0;
    std::vector<std::thread> threads;
    for (int w = 1; w <= writers; ++w)
        threads.emplace_back([&, w] {
            for (int i = 1; i <= each; ++i)
                refused += !log->append(job(std::uint64_t(w), i));
        });
    std::array<qint64, writers + 1> last{};
    bool inOrder = true;
    for (int count = 0; count < writers * each;) {
        for (const Job &next : log->take(256)) {
            inOrder &= next.caller.request == ++last[next.caller.connection];
            ++count;
        }
    }
    for (auto &thread : threads)
        thread.join();
    QCOMPARE(refused.load(), 0);
    QVERIFY(inOrder);
}

} // namespace jjak::contract
