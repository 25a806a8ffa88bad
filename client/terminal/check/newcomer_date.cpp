// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "client/core/sentences.h"
#include "client/terminal/app/date_words.h"
#include "client/terminal/check/newcomer.h"

//! The newcomer in a blind date.
namespace jjak::terminal {

using namespace Qt::StringLiterals;
using protocol::Date;
using protocol::DatePhase;

void Newcomer::visitDate()
{
    step(u"take part in a blind date"_s, 15s);
    const auto &events = m_session.events();
    const Time now = m_session.serverNow();
    const auto event = std::ranges::find_if(events, [&](const protocol::EventInfo &each) { return isOpen(each, now); });
    if (event == events.end())
        return fail(u"no event is open"_s);
    m_visiting = true;
    m_session.enterDate(event->event, [this, heading = event->heading](const Result<> &result) {
        if (!result)
            return fail(client::sentence(result.error()));
        done(u"waits in the lobby of “%1”"_s.arg(heading));
        m_deadline.start(30s);
    });
}

//! What others do is told too; only what is new makes a step.
void Newcomer::dateChanged()
{
    const auto &blindDate = m_session.blindDate();
    if (m_ended || !m_visiting)
        return;
    if (blindDate.lobby && std::exchange(m_seated, blindDate.lobby->seated) != blindDate.lobby->seated)
        done(u"%1 of %2 are here"_s.arg(m_seated).arg(blindDate.lobby->seats));
    if (blindDate.date)
        see(*blindDate.date);
}

void Newcomer::see(const Date &date)
{
    m_record.see(date);
    if (std::exchange(m_phase, phaseKey(date)) != phaseKey(date)) {
        tell(date.since, {});
        phaseBegan(date);
    }
    const bool met = date.reveal && date.reveal->seat > 0;
    if (met && !std::exchange(m_met, true)) {
        done(u"the arrow met that of %1"_s.arg(seatName(date, date.reveal->seat)));
        m_session.openPair(date.reveal->pair, [this](const Result<> &result) {
            if (!result)
                fail(client::sentence(result.error()));
        });
    }
    if (date.phase == DatePhase::Closed && !m_closed) {
        m_closed = true;
        step(u"the room of two whose arrows met"_s, 20s);
    }
    if (m_closed && (!m_met || !m_pairRoom.isNull()))
        dateOver(date);
}

void Newcomer::phaseBegan(const Date &date)
{
    step(m_phase, (date.until ? *date.until - m_session.serverNow() : Duration(0)) + 15s);
    const auto other = std::ranges::find_if(date.seats, [&](const protocol::Seat &seat) { return seat.number != date.me && seat.state != protocol::SeatState::Left; });
    if (other == date.seats.end())
        return date.phase == DatePhase::Closed ? void() : fail(u"nobody else is there"_s);
    const auto checked = [this](const Result<> &result) {
        if (!result)
            fail(client::sentence(result.error()));
    };
    switch (date.phase) {
    case DatePhase::Welcome:
        done(u"sits down as %1, one of %2"_s.arg(seatName(date, date.me)).arg(date.seats.size()));
        if (!m_session.maySend(date.room))
            fail(u"it could be written while the host speaks"_s);
        return;
    case DatePhase::Impression:
        return m_session.pick(date.date, other->number, checked);
    case DatePhase::Talk:
        if (const auto sent = m_session.sendText(date.room, u"안녕하세요, 저도 궁금해요! (%1)"_s.arg(date.round)); !sent)
            fail(client::sentence(sent.error()));
        return;
    case DatePhase::Arrow:
        // The latest choice counts: first nobody, then somebody.
        m_session.shoot(date.date, 0, {});
        return m_session.shoot(date.date, other->number, [this, seat = other->number](const Result<> &result) {
            if (!result)
                return fail(client::sentence(result.error()));
            const auto &now = m_session.blindDate().date;
            if (!now || now->arrow != seat)
                return fail(u"the arrow does not point where it was pointed"_s);
            m_shot = true;
            done(u"points the arrow at %1"_s.arg(seatName(*now, seat)));
        });
    case DatePhase::Topic:
    case DatePhase::Reveal:
    case DatePhase::Farewell:
    case DatePhase::Closed:
        return;
    }
}

void Newcomer::heardInDate(const Date &date, const protocol::Message &message)
{
    m_record.hear(message);
    m_session.markRead(date.room, message.seq);
    const auto author = std::ranges::find(date.seats, message.author, &protocol::Seat::number);
    if (message.kind == protocol::MessageKind::Host)
        tell(message.at, m_session.hostText(date.room, message));
    else if (author != date.seats.end())
        tell(message.at, seatName(date, message.author) + u": "_s + message.text);
}

void Newcomer::dateOver(const Date &date)
{
    m_visiting = false;
    const QStringList problems = m_record.problems();
    if (!problems.isEmpty())
        return fail(problems.join(u"; "_s));
    if (!m_shot)
        return fail(u"no arrow was shot"_s);
    done(m_met ? u"the date is over, and a room for two is open"_s : u"the date is over; the arrow met none of %1"_s.arg(date.seats.size() - 1));
    signOut();
}

} // namespace jjak::terminal
