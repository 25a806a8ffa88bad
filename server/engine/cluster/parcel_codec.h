// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "server/app/ports/fan_out.h"

namespace jjak::engine {

//! Answers and events on their way to another server, in order.
struct Parcel {
    qint64 sender = 0;  //!< the node that sends it
    quint64 serial = 0; //!< of the sender's parcels: later ones have greater numbers
    std::vector<app::Outgoing> outgoing{};
    quint64 position = 0; //!< of the database's log, behind which all of it was kept; 0: no copy of the database is read
};

QByteArray encodeParcel(const Parcel &parcel);
//! nullopt: no parcel of this version.
std::optional<Parcel> decodeParcel(const QByteArray &bytes);

} // namespace jjak::engine
