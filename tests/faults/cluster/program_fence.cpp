// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Freezes the owners of streams beyond their leases, again and again: with the fence nothing of theirs is kept, and without it something is.
//   build/bin/cluster_fence [TIMES]      30 unless told otherwise, and as often without the fence
// Ends with 0 when that is so.
#include <QCoreApplication>
#include <cstdio>

#include "tests/faults/cluster/fence.h"

using namespace jjak::faults;

namespace {

constexpr int people = 80, every = 150; //!< ms between two messages of one person

bool with(int times)
{
    FenceTrial trial(FenceTrial::Check::There, people, every);
    const QString wrong = trial.play(times, times);
    const FenceFigures &figures = trial.figures();
    std::printf("with the fence\n%s\n%s\n", qPrintable(figures.text()), qPrintable(wrong));
    const Findings findings = trial.judge();
    std::printf("%s\n", qPrintable(findings.text()));
    return wrong.isEmpty() && figures.refused > 0 && figures.keptInAll == 0 && findings.all() == 0;
}

bool without(int times)
{
    FenceTrial trial(FenceTrial::Check::Removed, people, every);
    const QString wrong = trial.play(times, times);
    const FenceFigures &figures = trial.figures();
    std::printf("without it\n%s\n%s\n", qPrintable(figures.text()), qPrintable(wrong));
    return wrong.isEmpty() && figures.refused == 0 && figures.kept > 0;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const int times = argc > 1 ? std::max(1, std::atoi(argv[1])) : 30;
    try {
        const bool good = with(times);
        std::fflush(stdout);
        return without(times) && good ? 0 : 1;
    } catch (const std::exception &e) {
        return std::printf("%s\n", e.what()), 2;
    }
}
