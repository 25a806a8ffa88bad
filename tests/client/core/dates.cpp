// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dates.h"

namespace jjak::client::test {

using namespace Qt::StringLiterals;
using namespace protocol;

namespace {

template <class T>
T idOf(int number)
{
    SeededRng rng{std::uint64_t(number)};
    return T::random(rng);
}

const QStringList &aliases()
{
    static const QStringList codes{u"otter:gentle:0"_s, u"fox:bright:1"_s, u"owl:calm:2"_s, u"bear:brave:3"_s};
    return codes;
}

} // namespace

EventId eventId(int number)
{
    // In order of their number, because events of one time are sorted by id.
    QByteArray bytes(EventId::byteCount, '\1');
    bytes[0] = char(number);
    return EventId::fromBytes(bytes);
}

DateId dateId(int number)
{
    return idOf<DateId>(number);
}

PairId pairId(int number)
{
    return idOf<PairId>(number);
}

ScriptId scriptId(int number)
{
    return idOf<ScriptId>(number);
}

RoomId dateRoomId()
{
    return roomId(77);
}

EventInfo eventInfo(int number, qint64 version, Time from)
{
    EventInfo out;
    out.event = eventId(number);
    out.version = version;
    out.heading = u"Saturday evening"_s;
    out.from = from;
    out.until = from + 2h;
    out.zone = u"Asia/Seoul"_s;
    out.languages = {u"ko"_s, u"en"_s};
    out.script = scriptId(1);
    out.doors = from - 10min;
    return out;
}

BlindDate sitting(qint64 version, DatePhase phase, bool frozen)
{
    Date date;
    date.date = dateId(1);
    date.event = eventId(1);
    date.room = dateRoomId();
    date.script = scriptId(1);
    date.phase = phase;
    date.rounds = 3;
    date.since = evening;
    date.frozen = frozen;
    date.me = 1;
    for (int i = 0; i < aliases().size(); ++i)
        date.seats.append(Seat{i + 1, aliases()[i], SeatState::Here, false});
    BlindDate out;
    out.version = version;
    out.date = date;
    return out;
}

Room dateRoom(qint64 head, qint64 version)
{
    Room out = test::room(dateRoomId(), head, version);
    out.kind = RoomKind::Date;
    out.members.clear();
    for (int i = 0; i < aliases().size(); ++i)
        out.members.append(Member{i + 1, aliases()[i], false, false, 0});
    return out;
}

Message hostLine(qint64 seq, const QString &text)
{
    Message out = message(seq, 0, text);
    out.kind = MessageKind::Host;
    return out;
}

} // namespace jjak::client::test
