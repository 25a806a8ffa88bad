// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/privacy/leaks.h"

#include <QCryptographicHash>

namespace jjak::privacy {

namespace {

//! Somebody else at the guest's table of this evening; nullptr while nobody sits.
const Guest *neighbour(const Record &record, int guest, int evening)
{
    const auto sitting = record.guests[size_t(guest)].sittings.constFind(evening);
    if (sitting == record.guests[size_t(guest)].sittings.cend() || sitting->table < 0)
        return nullptr;
    const auto &guests = record.tables[size_t(sitting->table)].guests;
    return &record.guests[size_t(guests.front() == guest ? guests.back() : guests.front())];
}

void replaceFirst(QByteArray &in, const QByteArray &what, const QByteArray &with)
{
    if (const qsizetype at = in.indexOf(what); at >= 0)
        in.replace(at, what.size(), with);
}

void spoil(Leak leak, const Guest &other, bool met, Heard &heard)
{
    QByteArray &frame = heard.frame;
    const bool state = frame.startsWith("{\"ev\":\"date.state\"") && frame.contains("\"seats\":["), message = frame.startsWith("{\"ev\":\"room.message\"") && frame.contains("\"text\":\"words");
    const bool reveal = state && met && frame.contains("\"phase\":\"reveal\"");
    if (leak == Leak::AccountInState && state)
        replaceFirst(frame, "\"seats\":[", "\"of\":\"" + other.account.toText() + "\",\"seats\":[");
    else if (leak == Leak::NameForAlias && state)
        replaceFirst(frame, "\"alias\":\"", "\"alias\":\"" + other.name.toUtf8() + ":");
    else if (leak == Leak::DeviceInMessage && message)
        replaceFirst(frame, "\"text\":\"words", "\"text\":\"words " + other.secrets.constFirst());
    else if (leak == Leak::StableName && message)
        replaceFirst(frame, "\"text\":\"words", "\"text\":\"words " + QCryptographicHash::hash(other.account.toBytes(), QCryptographicHash::Sha1).toHex());
    else if (leak == Leak::LongerReveal && reveal)
        frame.append(' ');
    else if (leak == Leak::LaterReveal && reveal)
        heard.at += 1ms;
}

} // namespace

void plant(Leak leak, Record &record, int guest, std::vector<Heard> &frames)
{
    if (leak == Leak::None || frames.empty())
        return;
    const int evening = frames.front().evening;
    const Guest *other = neighbour(record, guest, evening);
    if (!other)
        return;
    const bool met = frames.front().frame.contains("\"reveal\":") && !frames.front().frame.contains("\"seat\":0");
    for (Heard &heard : frames)
        spoil(leak, *other, met, heard);
    // As if the arrow of one's neighbour had been told: only to the first at the table.
    const Table &table = record.tables[size_t(record.guests[size_t(guest)].sittings[evening].table)];
    if (leak == Leak::TellingTarget && table.guests.front() == guest && frames.front().frame.contains("\"phase\":\"arrow\""))
        frames.push_back(frames.front());
}

void plant(Leak leak, Record &record, const Table &table)
{
    for (const int index : table.guests) {
        Guest &guest = record.guests[size_t(index)];
        Sitting &sitting = guest.sittings[table.evening];
        if (leak == Leak::SeatsByArrival)
            sitting.seat = sitting.arrival + 1;
        else if (leak == Leak::SteadyAliases)
            sitting.alias = guest.sittings.first().alias;
    }
}

} // namespace jjak::privacy
