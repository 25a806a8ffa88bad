// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

#include "tests/faults/cluster/talkers.h"
#include "tests/support/cluster.h"

namespace jjak::faults {

//! What became of the writes of owners that were frozen until somebody else owned their streams.
struct FenceFigures {
    int freezes = 0;
    int hit = 0;          //!< after how many of them there was something to refuse, or to keep
    qint64 longest = 0;   //!< ms
    qint64 refused = 0;   //!< transactions of one that was frozen and is owner no more, not kept
    qint64 kept = 0;      //!< and those that were
    qint64 keptInAll = 0; //!< also of owners that had given a stream back in good order
    qint64 moves = 0;     //!< of positions, by whomever
    QString text() const;
};

//! Two nodes under load, frozen in turn beyond their leases. The database itself notes who moves a stream's position, and who tries in vain.
//! Without the check a trigger keeps every fence as it was at the beginning, so that any owner of before passes.
class FenceTrial {
public:
    enum class Check { There, Removed };
    FenceTrial(Check check, int people, int every);

    //! So often at least, and then until something was refused or kept, at most `most` times. What went so wrong that there is nothing to judge,
    //! empty when nothing did.
    QString play(int least, int most);
    const FenceFigures &figures() const { return m_figures; }
    //! After play(): whether people lost anything by it.
    Findings judge();

private:
    QString freeze(int node);
    //! By node, as the database has them.
    struct Counts {
        std::array<qint64, 2> refused{}, kept{};
        qint64 moves = 0;
    };
    Counts count() const;
    bool ownsAll(int node) const;
    QString addressOf(int node) const;

    test::Cluster m_cluster;
    Talkers m_talkers;
    FenceFigures m_figures;
};

} // namespace jjak::faults
