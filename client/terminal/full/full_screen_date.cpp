// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/core/sentences.h"
#include "client/terminal/app/date_words.h"
#include "client/terminal/app/when.h"
#include "client/terminal/full/full_screen.h"
#include "client/terminal/screen/compose.h"

//! The blind date on the full screen.
namespace jjak::terminal {

using protocol::DatePhase;

bool FullScreen::mayChoose() const
{
    const auto *date = m_session.state().dateIn(m_shown);
    return date && isLive(*date) && (date->phase == DatePhase::Arrow || date->phase == DatePhase::Impression);
}

//! Seconds of a lobby, a date or an event that is near stand on the screen.
bool FullScreen::tickingDate() const
{
    const auto &blindDate = m_session.blindDate();
    const auto *event = nextEvent(m_session.events(), m_session.serverNow());
    return blindDate.lobby || isLive(blindDate.date) || (event && event->from > m_session.serverNow() && event->from - m_session.serverNow() < 1h);
}

//! Something about the blind date may be new.
void FullScreen::dateNews()
{
    for (const DateNews &item : m_dateWatch.update(m_session.blindDate())) {
        switch (item.kind) {
        case DateNews::Kind::LetGo:
            say(client::sentence(item.end), false);
            m_screen.bell();
            break;
        case DateNews::Kind::Left:
            say(translate("term", "You do not wait for the blind date any more."), false);
            break;
        case DateNews::Kind::Began:
            clearSaid();
            m_screen.bell();
            break;
        case DateNews::Kind::Phase:
            clearSaid();
            if (!mayChoose())
                break;
            m_foundAt = localNow();
            m_screen.bell();
            if (m_input.isEmpty())
                setFocus(Focus::Proposal);
            break;
        case DateNews::Kind::Met:
            m_screen.bell();
            break;
        case DateNews::Kind::Waiting:
        case DateNews::Kind::Thawed:
        case DateNews::Kind::Seat:
        case DateNews::Kind::NotMet:
        case DateNews::Kind::Closed:
            break;
        }
    }
    if (!m_session.state().nearby.proposal && !mayChoose() && m_focus == Focus::Proposal)
        setFocus(Focus::Input);
    changed();
}

//! A text that was not sent stands in the line again, in front of what has been typed since.
void FullScreen::keepText(const QString &text)
{
    m_input.setText(m_input.isEmpty() ? text : text + u'\n' + m_input.text());
}

//! The seconds until writing goes on, in front of the line.
QString FullScreen::heldLine() const
{
    const auto held = m_session.maySend(m_shown);
    if (!held || !held->until)
        return {};
    return translate("term", "%1 s").arg(secondsUntil(*held->until, m_session.serverNow()));
}

void FullScreen::fillDate(View &view) const
{
    const auto &blindDate = m_session.blindDate();
    const Time now = m_session.serverNow();
    if (m_shown.isNull() && blindDate.lobby) {
        const auto &events = m_session.events();
        const auto event = std::ranges::find(events, blindDate.lobby->event, &protocol::EventInfo::event);
        view.title = translate("term", "Blind date");
        view.lobby = lobbyBox(*blindDate.lobby, event == events.end() ? QString() : event->heading, now);
    }
    if (const auto *date = m_session.state().dateIn(m_shown)) {
        view.date = dateBox(*date, m_commander.dateExtras(), m_focus == Focus::Proposal, now);
        view.subtitle = view.date->phase;
    }
    if (!m_shown.isNull())
        view.held = heldLine();
}

} // namespace jjak::terminal
