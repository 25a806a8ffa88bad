// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QFile>
#include <QHash>
#include <array>
#include <functional>

#include "common/base/ids.h"

//! What people on a cluster asked for, were told and saw, written down while it happens. One file for each thread that plays people;
//! every line is a moment on this machine's steady clock in µs, a person or "-", what happened, and its fields:
//!
//!     jjak operations 1
//!     12 - room 0 yEuvVoWO8oBWbqUfiCZb4A
//!     12 3 who tS2… kP9…
//!     80 3 wrote 0 Zb4… 17
//!     95 3 acked 0 Zb4… 4711
//!     99 - end 4
namespace jjak::faults {

//! What can happen. Of the fields: a room is its number in this log, a text is percent-encoded, "-" is nothing.
enum class Op {
    Line,       //!< key: what the host of every date says, in order; "@topic" stands for a topic of the script
    Fault,      //!< name: harm is done
    Healed,     //!< name: it is done no more
    Who,        //!< account, device: who that person is; before anything else of theirs
    Room,       //!< number, id
    Up,         //!< node: signed in there
    Down,       //!< the connection is gone
    Wrote,      //!< room, cid, n: sent for the first time, the n-th message of this person in this room
    Again,      //!< room, cid: sent again
    Acked,      //!< room, cid, seq
    Refused,    //!< room, cid, code: for good
    Heard,      //!< room, seq, author, kind, cid, text: a message came, by itself or by a pull
    Proposed,   //!< proposal: sees it open
    Accepted,   //!< proposal: was told that one's own yes stands
    Ended,      //!< proposal, outcome, room
    Lobby,      //!< event, how many wait
    Sits,       //!< date, room, phase, own seat, seats
    Shot,       //!< date, seat: was told that the arrow points there
    Met,        //!< date, seat: the reveal
    SeesNearby, //!< version, ticket (1 or 0), proposal: the last of all views, once all is quiet
    SeesDate,   //!< version, date, phase, lobby (1 or 0)
    SeesRoom,   //!< room, head, up to which seq nothing is missing
};
inline constexpr size_t opCount = size_t(Op::SeesRoom) + 1;

//! One line of a log, with its person and its room looked up. Valid while it is being told.
struct Record {
    qint64 at = 0; //!< µs
    Op op = Op::Line;
    QByteArray account = {}, device = {}; //!< empty: nobody's line
    QByteArray room = {};                 //!< the id; empty where there is no such field
    std::array<QByteArrayView, 6> fields = {};

    qint64 number(size_t i) const { return fields[i].toByteArray().toLongLong(); }
    QByteArray text(size_t i) const; //!< empty for nothing
};

//! Tells every line of a log in its order. What is wrong with the log, with the line's number: then it must not be believed at all, whatever was
//! told of it; empty when nothing is. A log without its end is wrong.
QString readOperations(QByteArrayView log, const std::function<void(const Record &)> &tell);

//! Writes such a log. One thread.
class OperationLog {
public:
    //! Throws std::runtime_error when the file cannot be written.
    explicit OperationLog(const QString &path);
    //! Writes the end.
    ~OperationLog();
    Q_DISABLE_COPY_MOVE(OperationLog)

    void introduce(int person, AccountId account, DeviceId device);
    //! The number of a room, for fields.
    QByteArray room(RoomId id);
    //! `person` -1: nobody's.
    void note(int person, Op op, std::initializer_list<QByteArray> fields);

    static QByteArray text(const QByteArray &utf8);
    template <class Tag>
    static QByteArray id(const std::optional<Id<Tag>> &id)
    {
        return id ? id->toText() : QByteArray("-");
    }

private:
    void line(int person, QByteArrayView op, std::initializer_list<QByteArray> fields);

    QFile m_file;
    QHash<RoomId, int> m_rooms;
    qint64 m_lines = 0;
};

} // namespace jjak::faults
