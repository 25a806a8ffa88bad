// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>

#include "common/base/time.h"

namespace jjak::app {

//! Token buckets by name: each holds `burst` and gains `perMinute` a minute. Not for several threads at once.
class Throttle {
public:
    Throttle(double perMinute, double burst) : m_perMinute(perMinute), m_burst(burst) {}

    //! Zero when one may be taken, and takes it; else how long until there is one.
    Duration take(const QString &name, Time now);

private:
    struct Bucket {
        double level;
        Time at;
    };
    void forgetFull(Time now);

    double m_perMinute, m_burst;
    QHash<QString, Bucket> m_buckets;
};

} // namespace jjak::app
