// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Cuts the network of one of two nodes, again and again, and judges.
//   build/bin/cluster_network_cut [SECONDS...]      ten times 5 s and ten times 12 s unless told otherwise
// As root, or whoever may make user namespaces. Ends with 0 when it healed by itself every time and nothing was wrong.
#include <QCoreApplication>
#include <cstdio>

#include "tests/faults/cluster/network_cut.h"

using namespace jjak::faults;

namespace {

constexpr int people = 60, every = 500; //!< ms between two messages of one person

int run(const QList<int> &cuts)
{
    NetworkCut cut(people, every);
    const QString wrong = cut.play(cuts);
    std::printf("%s\n", qPrintable(cut.lines().join(QLatin1Char('\n'))));
    if (!wrong.isEmpty())
        return std::printf("%s\n", qPrintable(wrong)), 2;
    const Findings findings = cut.judge();
    const bool ended = cut.stop();
    std::printf("%s%s\n", qPrintable(findings.text()), ended ? "" : "a node did not end in good order");
    return findings.all() == 0 && ended ? 0 : 1;
}

} // namespace

int main(int argc, char **argv)
{
    jjak::test::TwoNetworks::allow(argv);
    const QCoreApplication application(argc, argv);
    QList<int> cuts;
    for (int i = 1; i < argc; ++i)
        cuts.append(std::max(1, std::atoi(argv[i])));
    if (cuts.isEmpty())
        cuts = QList<int>(10, 5) + QList<int>(10, 12);
    try {
        return run(cuts);
    } catch (const std::exception &e) {
        return std::printf("%s\n", e.what()), 2;
    }
}
