// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace jjak::sim {

//! Counts of what has happened in a circle, so that a run that explores nothing does not pass for a good one.
struct Talk {
    quint64 histories = 0, steps = 0, said = 0, bursts = 0, answered = 0, edited = 0, deleted = 0, reacted = 0, read = 0, readAll = 0, left = 0, expiries = 0, silenced = 0, met = 0, groups = 0, joined = 0, governed = 0, scrolled = 0, retried = 0, connections = 0, lost = 0, silent = 0,
            refusedLines = 0, away = 0, restarts = 0, crashes = 0, failedCommits = 0, turnedAway = 0, gone = 0, swept = 0, answers = 0, serverViews = 0, clientViews = 0;
    void add(const Talk &other);
    QString text() const;
    QList<quint64> all() const;
};

} // namespace jjak::sim
