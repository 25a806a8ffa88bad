// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <array>

#include "common/base/rng.h"

using namespace jjak;

class TestRng : public QObject {
    Q_OBJECT
private Q_SLOTS:
    //! The first numbers of SplitMix64 from 1234567, as its authors publish them.
    void seededIsSplitMix64()
    {
        SeededRng rng(1234567);
        for (const std::uint64_t expected : {6457827717110365317ULL, 3203168211198807973ULL, 9817491932198370423ULL, 4593380528125082431ULL, 16408922859458223821ULL}) {
            std::array<std::uint8_t, 8> bytes{};
            rng.fill(bytes);
            std::uint64_t value = 0;
            for (int i = 7; i >= 0; --i)
                value = (value << 8) | bytes[size_t(i)];
            QCOMPARE(value, expected);
        }
    }
    void sameSeedSameNumbers()
    {
        SeededRng a(42), b(42), c(43);
        int different = 0;
        for (int i = 0; i < 100; ++i) {
            const auto x = a.below(1'000'000);
            QCOMPARE(b.below(1'000'000), x);
            different += c.below(1'000'000) != x ? 1 : 0;
        }
        QVERIFY(different > 90);
    }
    void belowStaysBelow()
    {
        SeededRng rng(5);
        for (const std::uint64_t bound : {std::uint64_t(1), std::uint64_t(2), std::uint64_t(7), std::uint64_t(1) << 63, ~std::uint64_t(0)})
            for (int i = 0; i < 1000; ++i)
                QVERIFY(rng.below(bound) < bound);
    }
    //! Chi-squared over seven seats; 22.46 is the value that chance passes once in a thousand.
    void belowIsEven()
    {
        SeededRng rng(6);
        std::array<int, 7> count{};
        const int draws = 70'000;
        for (int i = 0; i < draws; ++i)
            ++count[rng.below(7)];
        double chi = 0;
        for (const int n : count)
            chi += (n - draws / 7.0) * (n - draws / 7.0) / (draws / 7.0);
        QVERIFY2(chi < 22.46, qPrintable(QString::number(chi)));
    }
    //! With a bound of 3·2^62 a plain remainder would give the lower third twice as often.
    void belowRefusesWhatWouldBias()
    {
        SeededRng rng(7);
        int low = 0;
        for (int i = 0; i < 3000; ++i)
            low += rng.below(std::uint64_t(3) << 62) < (std::uint64_t(1) << 62) ? 1 : 0;
        QVERIFY2(low > 850 && low < 1150, qPrintable(QString::number(low)));
    }
    void systemFillsEveryByte()
    {
        SystemRng rng;
        for (const size_t size : {1, 3, 4, 5, 16, 33}) {
            std::array<std::uint8_t, 34> seen{};
            for (int round = 0; round < 64; ++round) {
                std::array<std::uint8_t, 34> bytes{};
                rng.fill(std::span(bytes).first(size));
                for (size_t i = 0; i < bytes.size(); ++i)
                    seen[i] |= bytes[i];
            }
            for (size_t i = 0; i < seen.size(); ++i)
                QCOMPARE(seen[i] != 0, i < size);
        }
    }
};

QTEST_GUILESS_MAIN(TestRng)
#include "tst_rng.moc"
