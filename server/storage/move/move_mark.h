// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <optional>

namespace jjak::storage {

class Database;

//! What stands in a PostgreSQL database into which a server's data was or is being moved; see move.h. It stays there when the move is
//! complete.
struct MoveMark {
    QByteArray source; //!< the digest of the bytes that are moved
    bool isComplete = false;
};

//! Nothing when no move has ever begun.
std::optional<MoveMark> moveMark(Database &database);

//! Throws StartupError when a move into it has begun and is not complete: no server may work on half of the data.
void refuseHalfMoved(Database &database);

//! What an operator has to do by hand, since it takes away what was moved; for the end of a sentence.
QString howToBeginAnew();

} // namespace jjak::storage
