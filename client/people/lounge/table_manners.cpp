// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/people/lounge/table_manners.h"

#include <algorithm>

namespace jjak::people {

using namespace protocol;

namespace {

constexpr int demoAtMost = 2;            //!< at one table
constexpr int toPeopleAtMost = 30, toDemoAtMost = 2; //!< answers at one table
constexpr Duration soonest = 3min, latest = 20min;   //!< until an offered table begins
constexpr Duration stays = 2h, quiet = 30min;

bool isWelcome(const Table &table)
{
    const auto demo = std::ranges::count_if(table.guests, &TableGuest::demo);
    return table.phase != TablePhase::Ended && table.mine == Standing::None && !table.approval && table.line == 0 && demo < demoAtMost && table.guests.size() + 1 < table.seats;
}

//! A whole word less, rather than a part of one.
QString shortened(const QString &text, int most)
{
    const std::u32string points = text.toStdU32String();
    if (points.size() <= size_t(most))
        return text;
    const QString cut = QString::fromStdU32String(points.substr(0, size_t(most)));
    const auto blank = cut.lastIndexOf(u' ');
    return (blank > 0 ? cut.first(blank) : cut).trimmed();
}

} // namespace

bool isHost(int number)
{
    return number % 3 == 0;
}

cmd::OfferTable tableWith(const Post &post, Speech speech, Time now, Rng &rng)
{
    const bool korean = speech == Speech::Korean;
    cmd::OfferTable out;
    out.post = post.post;
    out.topic = shortened(post.heading, limits::tableTopicCodePoints);
    out.language = korean ? QStringLiteral("ko") : QStringLiteral("en");
    out.zone = korean ? QStringLiteral("Asia/Seoul") : QStringLiteral("UTC");
    out.at = now + soonest + Duration(qint64(rng.below(std::uint64_t((latest - soonest).count()))));
    out.seats = limits::tableSeats;
    return out;
}

std::optional<TableId> seatAmong(const QList<Table> &tables, Rng &rng)
{
    QList<TableId> ofPeople, ofDemo;
    for (const Table &table : tables) {
        if (isWelcome(table) && !table.guests.isEmpty())
            (table.guests.first().demo ? ofDemo : ofPeople).append(table.table);
    }
    const QList<TableId> &from = ofPeople.isEmpty() ? ofDemo : ofPeople;
    return from.isEmpty() ? std::nullopt : std::optional(from[qsizetype(rng.below(std::uint64_t(from.size())))]);
}

bool isTimeToGo(const Table &table, std::optional<Time> heard, Time now)
{
    return table.mine == Standing::Seated && table.phase == TablePhase::Open && now - table.at > stays && now - heard.value_or(table.at) > quiet;
}

bool TableTalk::answers(bool demo, int others)
{
    if (demo)
        return m_toDemo < toDemoAtMost && ++m_toDemo > 0;
    if (m_toPeople >= toPeopleAtMost || (others > 1 && m_rng.below(2) == 0)) // the others may answer, too
        return false;
    ++m_toPeople;
    return true;
}

} // namespace jjak::people
