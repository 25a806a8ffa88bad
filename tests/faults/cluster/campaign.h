// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/faults/cluster/checker.h"
#include "tests/faults/cluster/crowd.h"
#include "tests/faults/cluster/fence_audit.h"
#include "tests/faults/cluster/harm.h"

namespace jjak::faults {

//! How large a campaign is, and what befalls the cluster.
struct Plan {
    int nodes = 2;
    bool redis = true; //!< without one: a single node, as one server for itself
    int chatters = 40, roomSize = 4, seekers = 20, daters = 21;
    int pace = 1;         //!< everybody takes so many times as long for everything they do
    int newcomers = 0;    //!< enter dates on all nodes within `comingWithin`, at each of the rounds
    int rounds = 1;
    int comingWithin = 5000;
    QList<std::pair<QString, int>> harm = {}; //!< names of Harm and how often, in this order
    std::optional<FenceAudit::Fence> fence = {}; //!< watched, when said
    QHash<QString, QString> settings = {};
    QString logs = {};    //!< a folder for them; empty: a temporary one
};

//! People on a cluster, harm, quiet, and the verdict.
class Campaign {
public:
    explicit Campaign(const Plan &plan);

    //! All of it, up to the moment when everything is quiet. What went so wrong that there is nothing to judge, empty when nothing did.
    QString play();
    //! After play(); again, when the database was changed meanwhile. Throws when a log or the database cannot be read.
    Findings judge();
    //! Only where the fence is watched.
    FenceAudit::Count fence() const { return m_audit->count(); }
    Stage &stage() { return m_stage; }
    const QStringList &remarks() const { return m_remarks; }

private:
    void prepare();
    bool waitFor(const std::function<bool()> &condition, int milliseconds) const;
    bool served() const { return m_crowd->ready() == m_crowd->size() && m_crowd->longestWait() < 1000; }
    QString suffer(Harm &harm);
    QString welcome(int round);
    void calm(Crowd &crowd);
    QString logName(const QString &name) const { return m_logs + u'/' + name; }

    const Plan m_plan;
    QTemporaryDir m_folder;
    const QString m_logs;
    Stage m_stage;
    std::vector<test::PreparedPerson> m_chatters, m_seekers, m_daters, m_newcomers;
    std::vector<RoomId> m_rooms;
    EventId m_event;
    QList<EventId> m_bursts;
    std::optional<FenceAudit> m_audit;
    std::unique_ptr<OperationLog> m_log;
    std::unique_ptr<Crowd> m_crowd;
    SystemRng m_rng;
    QStringList m_remarks;
};

} // namespace jjak::faults
