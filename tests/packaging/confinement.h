// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <linux/filter.h>
#include <vector>

namespace jjak::test {

//! What a unit forbids a service by seccomp: SystemCallFilter, MemoryDenyWriteExecute and RestrictAddressFamilies, made anew as
//! systemd.exec(5) describes them, because a test cannot ask systemd to start something. Nothing else of the unit.
class Confinement {
public:
    //! Throws std::runtime_error when the unit has none of it, or something that is not understood here.
    explicit Confinement(const QByteArray &unit);

    //! What the process starts and all that it starts in turn will be confined.
    void confine(QProcess &process) const;

private:
    using Filter = std::vector<sock_filter>;
    QList<Filter> m_filters;
};

} // namespace jjak::test
