// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QRandomGenerator>

namespace jjak::gateway::test {

//! The same bytes in one piece.
inline QList<QByteArray> inOnePiece(const QByteArray &bytes)
{
    return {bytes};
}

//! The same bytes, each on its own.
inline QList<QByteArray> byteByByte(const QByteArray &bytes)
{
    QList<QByteArray> pieces;
    pieces.reserve(bytes.size());
    for (const char c : bytes)
        pieces.append(QByteArray(1, c));
    return pieces;
}

//! The same bytes, cut where `random` says: mostly into small pieces, now and then into a large one.
inline QList<QByteArray> atRandom(const QByteArray &bytes, QRandomGenerator &random)
{
    QList<QByteArray> pieces;
    for (qsizetype at = 0; at < bytes.size();) {
        const int most = random.bounded(4) == 0 ? 30000 : 12;
        const qsizetype size = qMin<qsizetype>(bytes.size() - at, random.bounded(most + 1));
        pieces.append(bytes.sliced(at, size)); // an empty piece is allowed too
        at += size;
    }
    return pieces;
}

} // namespace jjak::gateway::test
