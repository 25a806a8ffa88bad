// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QMap>
#include <QStringList>

//! What the database says when all is over: plain rows, ids as on the wire, so that a test can write them by hand.
namespace jjak::faults {

struct StoredMessage {
    int author = 0, kind = 0;
    QByteArray text = {}, device = {}, cid = {};
};

struct StoredRoom {
    qint64 head = 0;
    QMap<int, QByteArray> members = {}; //!< accounts by number
    QMap<qint64, StoredMessage> messages = {};
};

struct StoredProposal {
    QByteArray a = {}, b = {}, room = {};
    int outcome = -1; //!< as protocol::Outcome; -1: open
    qint64 opened = 0, ended = 0, deadline = 0;
};

struct StoredSeat {
    int number = 0;
    QByteArray account = {};
    bool active = false, left = false;
    int met = 0;
};

struct StoredDate {
    int size = 7, seated = 0, act = -1;
    bool closed = false;
    qint64 due = 0, started = 0, ended = 0; //!< 0: not
    QByteArray room = {};
    QList<StoredSeat> seats = {};
};

struct Truth {
    qint64 now = 0; //!< ms since 1970, as all times here
    QHash<QByteArray, StoredRoom> rooms = {};
    QHash<QByteArray, StoredProposal> proposals = {};
    QHash<QByteArray, QByteArray> tickets = {};   //!< by account: the proposal, empty while there is none
    QHash<QByteArray, QByteArray> openSides = {}; //!< by account: the proposal that waits for an answer
    QHash<QByteArray, StoredDate> dates = {};
    QHash<QByteArray, qint64> nearbyVersions = {}, dateVersions = {}; //!< by account
};

//! Reads all of it, at one moment. Throws storage::StartupError when the database cannot be opened, std::runtime_error when it
//! cannot be read.
Truth readTruth(const QString &database);

} // namespace jjak::faults
