// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace jjak::privacy {

//! A short script with everything in it. Its keys are short, so that they do not look like identifiers.
inline QString programme()
{
    QString out = QStringLiteral(R"(name = "short"
languages = ["en"]
[[phase]]
kind = "welcome"
lines = ["w1", "w2", "w3"]
gap = 1
[[phase]]
kind = "impression"
seconds = 8
lines = ["i1"]
[[phase]]
kind = "topic"
seconds = 3
[[phase]]
kind = "talk"
seconds = 30
announce = [10]
silence = 20
[[phase]]
kind = "topic"
seconds = 3
[[phase]]
kind = "talk"
seconds = 30
announce = [10]
[[phase]]
kind = "arrow"
seconds = 14
lines = ["a1"]
[[phase]]
kind = "reveal"
seconds = 5
lines = ["r1"]
[[phase]]
kind = "farewell"
seconds = 6
lines = ["f1"]
)");
    const auto text = [&](const QString &table, const QString &words) { out += QStringLiteral("[%1]\nen = \"%2\"\n").arg(table, words); };
    for (const char *key : {"w1", "w2", "w3", "i1", "a1", "r1", "f1", "alone"})
        text(QStringLiteral("lines.") + QLatin1StringView(key), QStringLiteral("words"));
    for (const char *key : {"left", "cool"})
        text(QStringLiteral("lines.") + QLatin1StringView(key), QStringLiteral("words %1"));
    text(QStringLiteral("lines.invite"), QStringLiteral("words %*"));
    for (int i = 0; i < 8; ++i)
        text(QStringLiteral("pack.p.t%1").arg(i), QStringLiteral("words"));
    return out;
}

} // namespace jjak::privacy
