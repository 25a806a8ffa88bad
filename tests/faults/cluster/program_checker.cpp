// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Holds the logs of a run against its database.
//   build/bin/cluster_checker postgresql:///… log...
// Ends with 0 when nothing was wrong, 1 when something was, 2 when it could not be told.
#include <QCoreApplication>
#include <QFile>
#include <cstdio>

#include "tests/faults/cluster/checker.h"

using namespace jjak;

namespace {

int check(const QString &database, const QStringList &logs)
{
    faults::Checker checker(faults::readTruth(database));
    for (const QString &name : logs) {
        QFile file(name);
        const QString wrong = file.open(QIODevice::ReadOnly) ? checker.read(file.readAll()) : QStringLiteral("cannot be read");
        if (!wrong.isEmpty())
            return std::printf("%s: %s\n", qPrintable(name), qPrintable(wrong)), 2;
    }
    const faults::Findings &findings = checker.finish();
    std::printf("%s", qPrintable(findings.text()));
    return findings.all() == 0 ? 0 : 1;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 3)
        return std::printf("cluster_checker DATABASE LOG...\n"), 2;
    try {
        return check(arguments[1], arguments.mid(2));
    } catch (const std::exception &e) {
        return std::printf("%s\n", e.what()), 2;
    }
}
