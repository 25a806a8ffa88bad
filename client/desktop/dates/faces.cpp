// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/dates/faces.h"

#include "client/core/date_sentences.h"

namespace jjak::desktop {

QList<SeatFace> facesOf(const protocol::Date &date)
{
    QList<SeatFace> faces;
    for (const protocol::Seat &seat : date.seats)
        faces.append({seat.number, seat.alias, client::aliasName(seat.alias), seat.state, seat.demo, date.hidden.contains(seat.number)});
    return faces;
}

} // namespace jjak::desktop
