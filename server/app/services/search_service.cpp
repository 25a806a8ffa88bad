// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/services/search_service.h"

#include <QtEndian>
#include <algorithm>
#include <queue>

#include "server/app/services/room_service.h"

namespace jjak::app::search {

using namespace protocol;

namespace {

//! Looks at a room before another room is thought of: so few that one command comes to all of them, and they go on together.
int stretchOf(int looks, qsizetype rooms)
{
    constexpr int least = 32, most = 250;
    return std::clamp(int(looks / (2 * std::max<qsizetype>(rooms, 1))), least, most);
}

//! A message's place in the order in which hits are told: the latest first, over all rooms.
struct Place {
    Time at;
    RoomId room;
    qint64 seq = 0;
    auto operator<=>(const Place &) const = default;
};

constexpr int placeBytes = 8 + RoomId::byteCount + 8;

QString textOf(const Place &place)
{
    QByteArray bytes(placeBytes, Qt::Uninitialized);
    qToBigEndian<qint64>(toMs(place.at), bytes.data());
    std::copy_n(place.room.data(), RoomId::byteCount, bytes.begin() + 8);
    qToBigEndian<qint64>(place.seq, bytes.data() + 8 + RoomId::byteCount);
    return QString::fromLatin1(bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

std::optional<Place> placeFrom(const QString &text)
{
    const auto decoded = QByteArray::fromBase64Encoding(text.toLatin1(), QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals | QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || decoded.decoded.size() != placeBytes)
        return std::nullopt;
    const QByteArray &bytes = decoded.decoded;
    const auto at = qFromBigEndian<qint64>(bytes.constData()), seq = qFromBigEndian<qint64>(bytes.constData() + 8 + RoomId::byteCount);
    return at < 0 || seq < 0 ? std::nullopt : std::optional(Place{fromMs(at), RoomId::fromBytes(bytes.mid(8, RoomId::byteCount)), seq});
}

//! Goes through several rooms at once from new to old, so that hits come in the order of their times without looking at more
//! than has to be looked at.
class Walk {
public:
    Walk(Context &ctx, domain::Needle &needle, int looks, qsizetype rooms) : m_ctx(ctx), m_needle(needle), m_stretch(stretchOf(looks, rooms)), m_looksLeft(looks) {}

    void add(const RoomRow &room, const std::optional<Place> &behind)
    {
        Place place{room.active, room.id, room.head + 1};
        if (behind && behind->room == room.id) {
            place = {std::min(room.active, behind->at), room.id, std::min(behind->seq, room.head + 1)};
        } else if (behind) {
            const auto spot = m_ctx.stores.search.upTo(room, room.id < behind->room ? behind->at : behind->at - Duration(1));
            place = {spot.at, room.id, spot.seq + 1};
        }
        if (place.seq <= room.floor + 1)
            return;
        m_floors.insert(room.id, room.floor);
        m_rooms.push(place);
    }

    cmd::Found run()
    {
        while (m_out.hits.size() < limits::searchPage && m_looksLeft > 0 && !m_rooms.empty()) {
            look();
            tell();
        }
        tell();
        if (m_out.hits.size() >= limits::searchPage && !(m_hits.empty() && m_rooms.empty()))
            m_out.next = textOf(m_told);
        else if (!m_rooms.empty())
            m_out.next = textOf(m_rooms.top());
        return std::move(m_out);
    }

private:
    void look()
    {
        const Place from = m_rooms.top();
        m_rooms.pop();
        const qint64 downTo = m_floors.value(from.room) + 1;
        const auto found = m_ctx.stores.search.look(from.room, {from.seq, from.at}, downTo, m_stretch, m_needle, m_ctx.now);
        m_looksLeft -= found.looks;
        for (const Stretch::Spot &spot : found.hits)
            m_hits.push({spot.at, from.room, spot.seq});
        if (found.reached.seq > downTo && found.looks > 0)
            m_rooms.push({found.reached.at, from.room, found.reached.seq});
    }

    //! The hits that nothing can come before any more.
    void tell()
    {
        while (!m_hits.empty() && m_out.hits.size() < limits::searchPage && (m_rooms.empty() || m_hits.top() >= m_rooms.top())) {
            m_told = m_hits.top();
            m_hits.pop();
            if (auto message = m_ctx.stores.messages.find(m_told.room, m_told.seq))
                m_out.hits.append({m_told.room, std::move(*message)});
        }
    }

    Context &m_ctx;
    domain::Needle &m_needle;
    const int m_stretch;
    int m_looksLeft;
    QHash<RoomId, qint64> m_floors;
    std::priority_queue<Place> m_rooms; //!< how far each room was looked at; a room that is done is not in it
    std::priority_queue<Place> m_hits;  //!< found and not told yet
    Place m_told;
    cmd::Found m_out;
};

} // namespace

Result<cmd::Found> find(Context &ctx, const Identity &who, const cmd::Search &command, int looks)
{
    domain::Needle needle(command.text);
    if (needle.isEmpty())
        return Error::badField(QStringLiteral("args.text"), QStringLiteral("length"));
    std::optional<Place> behind;
    if (command.after && !(behind = placeFrom(*command.after)))
        return Error::badField(QStringLiteral("args.after"), QStringLiteral("characters"));
    const auto rooms = ctx.stores.search.rooms(who.account, command.room);
    if (command.room && rooms.isEmpty())
        return ErrorCode::RoomNotFound;
    Walk walk(ctx, needle, looks, rooms.size());
    for (const auto &[room, me] : rooms) {
        if (rooms::isOpen(ctx, room, me))
            walk.add(room, behind);
        else if (command.room)
            return ErrorCode::RoomLeft;
    }
    return walk.run();
}

} // namespace jjak::app::search
