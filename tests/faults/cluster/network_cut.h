// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/faults/cluster/talkers.h"
#include "tests/support/cluster.h"
#include "tests/support/two_networks.h"

namespace jjak::faults {

//! Two nodes, one of them alone in another network than PostgreSQL, Redis and the other node; its people are with it. The cable between both is cut
//! while all write, and nobody helps afterwards.
class NetworkCut {
public:
    NetworkCut(int people, int every);

    //! Cuts for so many seconds, one cut after the other. What went so wrong that there is nothing to judge, empty when nothing did.
    QString play(const QList<int> &cuts);
    //! After play().
    Findings judge();
    //! What was measured: a line for each cut.
    const QStringList &lines() const { return m_lines; }
    //! Both end in good order, never having been started again.
    bool stop();

private:
    QString cutOnce(int seconds);
    bool sharesAreEven() const;

    test::TwoNetworks m_networks;
    test::Cluster m_cluster;
    Talkers m_talkers;
    QStringList m_lines;
};

} // namespace jjak::faults
