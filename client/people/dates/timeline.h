// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "client/people/dates/guest.h"

namespace jjak::people {

//! "  12.0 s  talk 1      Host: …", or without words when a phase begins. Time since the date's start.
QString timelineLine(Duration since, const protocol::Date &date, const QString &host);

//! Writes what one guest sees of a date: a line for each phase and each line of the host. The first of the crew who sits
//! down tells; the others are silent.
class Timeline final : public QObject {
    Q_OBJECT

public:
    explicit Timeline(QObject *parent = nullptr) : QObject(parent) {}
    //! The guest has to outlive it.
    void add(Guest &guest);

private:
    void look(Guest &guest);
    void heard(Guest &guest, RoomId room, const protocol::Message &message);

    Guest *m_teller = nullptr;
    std::optional<protocol::Date> m_date;
    Time m_start{};
};

} // namespace jjak::people
