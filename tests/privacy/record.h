// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QSet>
#include <vector>

#include "common/base/ids.h"
#include "common/base/time.h"
#include "common/rules/alias.h"

namespace jjak::privacy {

//! One frame, as somebody got it.
struct Heard {
    Time at;
    QByteArray frame;
    int evening = 0;
    bool answer = false;    //!< to a command of one's own; else an event
    bool described = false; //!< it says what the protocol describes and not a byte more
};

//! One guest at one table: the truth, which no other guest may be able to find out.
struct Sitting {
    int table = -1;
    int arrival = 0;    //!< who came how early, from 0
    int seat = 0;
    Alias alias;
    bool met = false;   //!< an arrow met theirs
    bool plain = true;  //!< did exactly what all plain guests of the table did, at the same moments
};

//! Somebody who comes again and again, and everything that was ever sent to them.
struct Guest {
    AccountId account;
    QString name;
    QByteArrayList secrets;       //!< ids and tokens of devices
    QMap<int, Sitting> sittings;  //!< by evening
    QMap<int, Time> friends;      //!< with whom a direct room was opened, and when: they may know the name
    std::vector<Heard> heard;
};

//! One date.
struct Table {
    int evening = 0;
    DateId date;
    RoomId room;
    std::vector<int> guests;  //!< by arrival
    QByteArrayList ids;       //!< what means something at this table only: its date, room and messages
};

//! What two have to themselves: a pair, its room and the messages in it.
struct Couple {
    int one = 0, other = 0;
    QByteArrayList ids;
};

//! Many evenings: the truth, and what was sent.
struct Record {
    std::vector<Guest> guests;
    std::vector<Table> tables;
    std::vector<Couple> couples;
    QByteArrayList open; //!< what everybody may know: events and scripts
    int evenings = 0;
};

} // namespace jjak::privacy
