// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/people/dates/guest.h"

namespace jjak::people {

using client::Session;
using protocol::DatePhase;

namespace {

constexpr Duration soonest = 5ms;

void ignore(const Result<> &) {} // too late for it: the next state tells

} // namespace

Guest::Guest(Session &session, Speech speech, bool talksFirst, Rng &rng, QObject *parent) : QObject(parent), m_session(session), m_speech(speech), m_talksFirst(talksFirst), m_rng(rng)
{
    m_next.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, &Guest::look);
    connect(&m_session, &Session::blindDateChanged, this, &Guest::look);
    connect(&m_session, &Session::synced, this, &Guest::look);
    connect(&m_session, &Session::eventsChanged, this, &Guest::changed);
    connect(&m_session, &Session::signedOut, this, [this] { m_busy = false; });
    connect(&m_session, &Session::messageArrived, this, [this](RoomId room, const protocol::Message &message) {
        const auto *date = m_session.state().dateIn(room);
        if (!date)
            return;
        m_session.markRead(room, message.seq);
        if (!m_mind || date->date != m_date || message.author == date->me)
            return;
        m_mind->heard(*date, message, m_session.serverNow());
        look();
    });
}

bool Guest::isSeated() const
{
    const auto &date = m_session.blindDate().date;
    return date && date->phase != DatePhase::Closed;
}

void Guest::enter(EventId event)
{
    m_busy = true;
    m_session.enterDate(event, [this](const Result<> &) {
        m_busy = false;
        Q_EMIT changed();
    });
}

void Guest::leaveLobby()
{
    m_busy = true;
    m_session.leaveDate([this](const Result<> &) {
        m_busy = false;
        Q_EMIT changed();
    });
}

void Guest::look()
{
    if (const auto date = m_session.blindDate().date) {
        if (std::exchange(m_date, date->date) != date->date || !m_mind) {
            m_mind.emplace(m_speech, m_talksFirst, m_rng);
            m_ended = false;
        }
        const Time now = m_session.serverNow();
        for (const DateAct &wanted : m_mind->update(*date, now))
            act(wanted);
        if (const auto next = m_mind->next())
            m_next.start(std::max<Duration>(soonest, *next - now));
        if (date->phase == DatePhase::Closed && !std::exchange(m_ended, true))
            Q_EMIT dateEnded();
    }
    Q_EMIT changed();
}

void Guest::act(const DateAct &act)
{
    const auto date = m_session.blindDate().date;
    if (!date)
        return;
    switch (act.kind) {
    case DateAct::Kind::Say:
        if (!m_session.maySend(date->room))
            (void)m_session.sendText(date->room, act.text);
        return;
    case DateAct::Kind::Pick:
        return m_session.pick(date->date, act.seat, ignore);
    case DateAct::Kind::Shoot:
        return m_session.shoot(date->date, act.seat, ignore);
    case DateAct::Kind::Open:
        if (date->reveal)
            m_session.openPair(date->reveal->pair, ignore);
        return;
    }
}

} // namespace jjak::people
