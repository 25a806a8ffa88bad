// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/core/notify/notices.h"

#include <algorithm>

#include "client/core/state/state.h"

namespace jjak::client {

using namespace protocol;

namespace {

using What = ShowNotice::What;

qint64 readIn(const Room &room)
{
    const Member *me = meIn(room);
    return me ? me->read : 0;
}

//! It goes on, and one still sits there.
bool goesOn(const std::optional<Date> &date)
{
    if (!date || date->phase == DatePhase::Closed)
        return false;
    const auto me = std::ranges::find(date->seats, date->me, &Seat::number);
    return me == date->seats.end() || me->state != SeatState::Left;
}

About aboutRoom(RoomId room)
{
    return {About::Kind::Room, room, {}};
}

constexpr auto proposalKind = About::Kind::Proposal;

} // namespace

bool Notices::isSeen(const About &about, const Surroundings &at)
{
    switch (about.kind) {
    case About::Kind::Room: return at.room == about.room;
    case About::Kind::Proposal: return at.nearby;
    case About::Kind::Date: return at.date;
    case About::Kind::Coming: return false;
    case About::Kind::Table: return at.lounge;
    }
    return false;
}

const Notices::Shown *Notices::find(const About &about) const
{
    const auto it = std::ranges::find(m_shown, about, &Shown::about);
    return it == m_shown.end() ? nullptr : &*it;
}

//! What is strong passes quiet hours and "do not disturb": somebody waits for a proposal, sits down for a date or sets a
//! reminder by their own will, the chance is gone within a minute, and at the other end others wait for the answer. Who
//! wants silence stops waiting, or switches notifications off.
NoticeEffects Notices::show(ShowNotice notice, const Surroundings &at)
{
    const bool quiet = isPaused(at.choice, at.now) || isQuiet(at.choice.quiet, at.minute);
    if (at.choice.detail == NotifyDetail::Off || isSeen(notice.about, at) || (quiet && !notice.isStrong()))
        return {};
    closed(notice.about);
    m_shown.push_back({notice.about, notice.message.seq, {}});
    notice.hidden = at.choice.detail == NotifyDetail::Hidden;
    if (notice.hidden) {
        notice.message = {};
        notice.occasion = {};
        notice.table = {};
        notice.news.name.clear();
    }
    return {notice};
}

NoticeEffects Notices::withdraw(const About &about)
{
    if (!find(about))
        return {};
    closed(about);
    return {WithdrawNotice{about}};
}

void Notices::closed(const About &about)
{
    std::erase_if(m_shown, [&](const Shown &one) { return one.about == about; });
}

//! In a date everybody and the host talk all the time: that it begins and what it asks for is told, its messages are not.
NoticeEffects Notices::arrived(const Room &room, bool silent, const Message &message, const Surroundings &at)
{
    const bool own = message.author == room.me;
    const bool spoken = message.kind != MessageKind::Notice && message.kind != MessageKind::Host;
    if (silent || own || !spoken || message.deleted || room.kind == RoomKind::Date || message.seq <= readIn(room) || at.serverNow - message.at > stillNew)
        return {};
    ShowNotice notice{.what = What::Message, .about = aboutRoom(room.room)};
    notice.unread = std::max<qint64>(1, std::max(room.head, message.seq) - readIn(room));
    notice.message = message;
    return show(notice, at);
}

NoticeEffects Notices::changed(const Room &room, const Message &message, const Surroundings &at)
{
    const Shown *shown = find(aboutRoom(room.room));
    if (!shown || shown->seq != message.seq || message.seq == 0)
        return {};
    if (message.deleted)
        return withdraw(aboutRoom(room.room));
    if (!message.edited || at.choice.detail != NotifyDetail::Full)
        return {};
    ShowNotice notice{.what = What::Message, .about = aboutRoom(room.room)};
    notice.unread = std::max<qint64>(1, room.head - readIn(room));
    notice.message = message;
    return show(notice, at);
}

NoticeEffects Notices::roomIs(RoomId id, const Room *room, bool silent)
{
    const About about = aboutRoom(id);
    const Shown *shown = find(about);
    if (!shown)
        return {};
    const bool read = room && room->head > 0 && readIn(*room) >= std::max<qint64>(1, shown->seq);
    return !room || silent || read || hasLeft(*room) ? withdraw(about) : NoticeEffects();
}

NoticeEffects Notices::looked(const Surroundings &at)
{
    NoticeEffects effects;
    for (const Shown &one : m_shown)
        if (isSeen(one, at))
            effects.push_back(WithdrawNotice{one.about});
    std::erase_if(m_shown, [&](const Shown &one) { return isSeen(one, at); });
    return effects;
}

NoticeEffects Notices::nearbyIs(const Nearby &nearby, const Surroundings &at)
{
    if (nearby.proposal) {
        const bool open = nearby.proposal->mine == Answer::Open;
        if (std::exchange(m_proposal, nearby.proposal->proposal) == nearby.proposal->proposal)
            return open ? NoticeEffects() : withdraw({proposalKind});
        return open ? show({.what = What::Proposal, .about = {proposalKind}}, at) : NoticeEffects();
    }
    NoticeEffects effects = withdraw({proposalKind});
    const auto &ended = nearby.ended;
    const bool match = ended && ended->proposal == m_proposal && ended->outcome == Outcome::Accepted && ended->room && ended->room != m_match;
    if (!match)
        return effects;
    m_match = ended->room;
    if (at.nearby) // it is told there
        return effects;
    for (const NoticeEffect &effect : show({.what = What::Match, .about = aboutRoom(*ended->room)}, at))
        effects.push_back(effect);
    return effects;
}

NoticeEffects Notices::dateIs(const BlindDate &blindDate, const Surroundings &at)
{
    NoticeEffects effects;
    const auto add = [&](const NoticeEffects &more) { effects.insert(effects.end(), more.begin(), more.end()); };
    if (blindDate.lobby || goesOn(blindDate.date)) // one has come: the reminder has done its work
        add(withdraw({About::Kind::Coming, {}, blindDate.lobby ? blindDate.lobby->event : blindDate.date->event}));
    if (!blindDate.date)
        return effects;
    const Date &date = *blindDate.date;
    const About about{About::Kind::Date, date.room, {}};
    if (!goesOn(date)) {
        add(withdraw(about));
        return effects;
    }
    const bool begins = std::exchange(m_date, date.date) != date.date;
    if (begins)
        m_arrow = false;
    const bool asks = date.phase == DatePhase::Arrow && !std::exchange(m_arrow, true);
    if (asks || begins)
        add(show({.what = asks ? What::Arrow : What::Date, .about = about}, at));
    return effects;
}

//! The reminder stays until one has come to the table's room, or there is nothing to come to any more.
NoticeEffects Notices::tableIs(const Table &table, const Surroundings &at)
{
    const Occasion occasion = occasionOf(table);
    const About about{About::Kind::Coming, {}, occasion.id}, news{About::Kind::Table, {}, occasion.id};
    const Shown *told = find(news);
    NoticeEffects effects = told && told->offer && table.mine != Standing::Offered ? withdraw(news) : NoticeEffects();
    const auto add = [&](const NoticeEffects &more) { effects.insert(effects.end(), more.begin(), more.end()); };
    if (occasion.closed || !occasion.attended) {
        add(withdraw(about));
        return effects;
    }
    for (Shown &one : m_shown)
        if (one.about == about || one.about == news)
            one.room = table.room;
    add(looked(at));
    return effects;
}

NoticeEffects Notices::tableNews(const Table &table, const TableNews &news, const Surroundings &at)
{
    const bool seen = table.room && table.room == at.room;
    if (seen && news.kind != TableNews::Kind::Asked)
        return {};
    ShowNotice notice{.what = What::Table, .about = {About::Kind::Table, {}, table.table}};
    notice.table = table;
    notice.news = news;
    const NoticeEffects effects = show(notice, at);
    for (Shown &one : m_shown)
        if (!effects.empty() && one.about == notice.about)
            one.offer = news.kind == TableNews::Kind::Offered;
    return effects;
}

NoticeEffects Notices::reminded(const Occasion &occasion, int minutes, const Surroundings &at)
{
    ShowNotice notice{.what = What::Coming, .about = {About::Kind::Coming, {}, occasion.id}};
    notice.occasion = occasion;
    notice.minutes = minutes;
    return show(notice, at);
}

NoticeEffects Notices::clear()
{
    NoticeEffects effects;
    for (const Shown &one : m_shown)
        effects.push_back(WithdrawNotice{one.about});
    m_shown.clear();
    return effects;
}

} // namespace jjak::client
