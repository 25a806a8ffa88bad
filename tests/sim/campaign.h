// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDebug>
#include <QElapsedTimer>
#include <optional>

#include "tests/sim/violation.h"

//! Worlds that are played one after another, each from its seed.
namespace jjak::sim {

inline int numberFrom(const char *name, int otherwise)
{
    bool ok = false;
    const int value = qEnvironmentVariableIntValue(name, &ok);
    return ok ? value : otherwise;
}

//! Which seeds.
struct Seeds {
    quint64 first = 1;
    int count = 1;
};

//! Plays worlds until somebody is wronged; which seed that was and how, nullopt when all went well.
template <class Play>
std::optional<QString> firstViolation(const Seeds &seeds, Play &&play)
{
    for (quint64 seed = seeds.first; seed < seeds.first + quint64(seeds.count); ++seed) {
        try {
            play(seed);
        } catch (const Violation &violation) {
            return QStringLiteral("seed %1: %2").arg(seed).arg(QString::fromUtf8(violation.what()));
        }
    }
    return std::nullopt;
}

//! What a campaign came to.
template <class Tally>
struct Campaigned {
    Tally sum = {};                         //!< of everything that happened
    std::optional<QString> violation = {};  //!< who was wronged
    bool happenedAll = true;                //!< a run in which one of the counted things never happens has tested nothing
};

//! Plays a whole campaign and prints what it came to. `play` makes a tally of a seed.
template <class Play, class Tally = std::invoke_result_t<Play, quint64>>
Campaigned<Tally> campaign(const Seeds &seeds, const QString &of, Play &&play)
{
    Campaigned<Tally> out;
    QElapsedTimer timer;
    timer.start();
    out.violation = firstViolation(seeds, [&](quint64 seed) { out.sum.add(play(seed)); });
    for (const quint64 count : out.sum.all())
        out.happenedAll = out.happenedAll && count > 0;
    if (!out.violation)
        qInfo().noquote() << seeds.count << "seeds of" << of << "-" << out.sum.text() << "- violations 0, in" << timer.elapsed() / 1000 << "s";
    return out;
}

//! A fault was planted: whether somebody notices, within so many seeds.
template <class Play>
bool isFound(int seeds, Play &&play)
{
    const auto violation = firstViolation({1, seeds}, play);
    if (violation)
        qInfo().noquote() << "found with" << *violation;
    return violation.has_value();
}

} // namespace jjak::sim
