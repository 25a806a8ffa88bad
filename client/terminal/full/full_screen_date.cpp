// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/core/sentences.h"
#include "client/terminal/app/date_words.h"
#include "client/terminal/app/when.h"
#include "client/terminal/full/full_screen.h"
#include "client/terminal/screen/compose.h"

//! The blind date on the full screen.
namespace jjak::terminal {

using namespace Qt::StringLiterals;
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
            ring();
            break;
        case DateNews::Kind::Left:
            say(translate("term", "You do not wait for the blind date any more."), false);
            break;
        case DateNews::Kind::Began:
            clearSaid();
            ring();
            break;
        case DateNews::Kind::Phase:
            clearSaid();
            if (!mayChoose())
                break;
            m_foundAt = localNow();
            ring();
            if (m_input.isEmpty())
                setFocus(Focus::Proposal);
            break;
        case DateNews::Kind::Met:
            ring();
            break;
        case DateNews::Kind::Thawed:
            thawed();
            break;
        case DateNews::Kind::Waiting:
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
void FullScreen::keepText(const QString &text, const QString &why)
{
    m_input.setText(m_input.isEmpty() ? text : text + u'\n' + m_input.text());
    if (!m_session.maySend(m_shown))
        say(why, true); // else tellHeld() tells it, with the seconds as they go
}

//! A text in the line hides the hint that tells why it cannot be sent now.
void FullScreen::tellHeld(View &view) const
{
    if (!view.said.isEmpty() || m_input.isEmpty() || isOrder() || m_shown.isNull())
        return;
    if (const QString held = m_commander.heldSentence(m_shown); !held.isEmpty()) {
        view.said = {held};
        view.saidIsError = true;
    }
}

void FullScreen::thawed()
{
    if (m_session.state().dateIn(m_shown) && !m_input.isEmpty() && !isOrder())
        say(translate("term", "You can write now: Enter sends your line."), false);
}

QString FullScreen::lobbyHint() const
{
    const auto &blindDate = m_session.blindDate();
    const auto *event = nextEvent(m_session.events(), m_session.serverNow());
    if (blindDate.lobby)
        return translate("term", "/leave stops waiting, F1 for help");
    if (isLive(blindDate.date))
        return translate("term", "Your blind date goes on: Ctrl+K finds it");
    if (event && isOpen(*event, m_session.serverNow()))
        return translate("term", "/date join or /match to meet somebody, F1 for help");
    return translate("term", "/match to meet somebody, F1 for help");
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
        if (view.date->left.isEmpty())
            view.date->note = view.subtitle;
        else
            view.statusEnd = translate("term", "/leave leaves at once") + u" · "_s + view.statusEnd;
        view.subtitle.clear();
    }
    if (!m_shown.isNull())
        view.held = heldLine();
}

} // namespace jjak::terminal
