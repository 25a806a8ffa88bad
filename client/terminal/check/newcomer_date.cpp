// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "client/core/sentences.h"
#include "client/terminal/app/date_words.h"
#include "client/terminal/check/newcomer.h"
#include "client/terminal/check/newcomer_words.h"
#include "client/terminal/words.h"

//! The newcomer in a blind date.
namespace jjak::terminal {

using namespace Qt::StringLiterals;
using protocol::Date;
using protocol::DatePhase;

void Newcomer::visitDate()
{
    step(translate("term", "take part in a blind date"), 15s);
    const auto &events = m_session.events();
    const Time now = m_session.serverNow();
    const auto event = std::ranges::find_if(events, [&](const protocol::EventInfo &each) { return isOpen(each, now); });
    if (event == events.end())
        return fail(u"no event is open"_s);
    m_visiting = true;
    m_session.enterDate(event->event, [this, heading = event->heading](const Result<> &result) {
        if (!result)
            return fail(client::sentence(result.error()));
        done(translate("term", "waits in the lobby of “%1”").arg(heading));
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
        done(translate("term", "%1 of %2 are here").arg(m_seated).arg(blindDate.lobby->seats));
    if (blindDate.date)
        see(*blindDate.date);
}

void Newcomer::see(const Date &date)
{
    m_record.see(date);
    if (const QString phase = client::phaseName(date); std::exchange(m_phase, phase) != phase) {
        tell(date.since, {});
        phaseBegan(date);
    }
    const bool met = date.reveal && date.reveal->seat > 0;
    if (met && !std::exchange(m_met, true)) {
        done(translate("term", "the arrow met that of %1").arg(seatName(date, date.reveal->seat)));
        m_session.openPair(date.reveal->pair, [this](const Result<> &result) {
            if (!result)
                fail(client::sentence(result.error()));
        });
    }
    if (date.phase == DatePhase::Closed && !m_closed) {
        m_closed = true;
        step(translate("term", "the room of two whose arrows met"), 20s);
    }
    if (m_closed && (!m_met || !m_pairRoom.isNull()))
        dateOver();
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
        done(translate("term", "sits down as %1, one of %2").arg(seatName(date, date.me)).arg(date.seats.size()));
        if (!m_session.maySend(date.room))
            fail(u"it could be written while the host speaks"_s);
        return;
    case DatePhase::Impression:
        return m_session.pick(date.date, other->number, [this, checked, name = seatName(date, other->number)](const Result<> &result) {
            checked(result);
            if (result)
                done(translate("term", "notes a first impression of %1").arg(name));
        });
    case DatePhase::Talk:
        if (const auto sent = m_session.sendText(date.room, newcomerTopicLine(date.round)); !sent)
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
            done(translate("term", "points the arrow at %1").arg(seatName(*now, seat)));
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

void Newcomer::dateOver()
{
    m_visiting = false;
    const QStringList problems = m_record.problems();
    if (!problems.isEmpty())
        return fail(problems.join(u"; "_s));
    if (!m_shot)
        return fail(u"no arrow was shot"_s);
    done(m_met ? translate("term", "the date is over, and a room for two is open") : translate("term", "the date is over; this time the arrow met no other"));
    signOut();
}

} // namespace jjak::terminal
