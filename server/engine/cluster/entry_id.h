// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <compare>
#include <optional>

namespace jjak::engine {

//! The name that Redis gives an entry of a stream: milliseconds and a number within them. Later ones are greater.
struct EntryId {
    quint64 ms = 0, number = 0;

    QByteArray toBytes() const { return QByteArray::number(ms) + '-' + QByteArray::number(number); }
    QString toString() const { return QString::fromLatin1(toBytes()); }
    static std::optional<EntryId> from(QByteArrayView text)
    {
        const qsizetype dash = text.indexOf('-');
        bool good = false, alsoGood = false;
        EntryId out;
        if (dash > 0) {
            out.ms = text.first(dash).toByteArray().toULongLong(&good);
            out.number = text.sliced(dash + 1).toByteArray().toULongLong(&alsoGood);
        }
        return good && alsoGood ? std::optional(out) : std::nullopt;
    }
    friend auto operator<=>(const EntryId &, const EntryId &) = default;
};

} // namespace jjak::engine
