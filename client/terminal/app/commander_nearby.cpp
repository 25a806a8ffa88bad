// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/core/sentences.h"
#include "client/terminal/app/commander.h"
#include "client/terminal/app/when.h"
#include "client/terminal/text/sanitize.h"

namespace jjak::terminal {

using namespace Qt::StringLiterals;

QLocale::Language Commander::localeLanguage() const
{
    return m_language.code() == "ko"_L1 ? QLocale::Korean : QLocale::English;
}

QStringList Commander::placeNames(const QString &typed) const
{
    QStringList names;
    for (const auto &place : m_places.search(typed, 8)) {
        const QString name = place.name(localeLanguage());
        if (!names.contains(name))
            names += name;
    }
    return names;
}

void Commander::match(const Command &command)
{
    const Reach reach = command.reach.value_or(m_settings.reach());
    auto saved = m_settings.place();
    QString where = saved ? saved->label : QString();
    if (!command.text.isEmpty()) {
        const auto found = m_places.search(command.text, 1);
        if (found.isEmpty())
            return complain(translate("term", "No place called “%1” is known. Try the name of a district or a larger town.").arg(cleanLine(command.text)));
        const auto &place = found.first();
        saved = client::SavedPlace{place.name(localeLanguage()), Cell::containing({place.latitude, place.longitude}, m_session.hello().cellKm)};
        where = saved->label + u" ("_s + m_places.detail(place, localeLanguage()) + u')';
    } else if (saved && saved->cell.sizeKm() != m_session.hello().cellKm) {
        saved.reset(); // the server divides the world in another way
    }
    if (!saved)
        return complain(translate("term", "Say where you are, for instance: /match Gangnam 10km. Only a square of about %1 km is sent.").arg(m_session.hello().cellKm));
    m_settings.setPlace(saved);
    m_settings.setReach(reach);
    m_settings.save();
    m_session.seek(saved->cell, reach, [this, text = translate("term", "Looking for somebody near %1, %2.").arg(where, client::label(reach))](const Result<> &result) {
        if (!result)
            return complain(client::sentence(result.error()));
        if (!m_session.state().nearby.proposal) // somebody was there at once
            say(text);
    });
}

QString Commander::search() const
{
    const auto &ticket = m_session.state().nearby.ticket;
    if (!ticket)
        return {};
    const auto place = m_settings.place();
    if (place && place->cell == ticket->cell)
        return translate("term", "near %1, %2").arg(cleanLine(place->label), client::label(ticket->reach));
    return client::label(ticket->reach);
}

void Commander::accept()
{
    const auto &proposal = m_session.state().nearby.proposal;
    if (!proposal)
        return complain(translate("term", "Nobody is proposed at this moment."));
    m_session.accept(proposal->proposal, answer<Done>({}));
}

void Commander::decline()
{
    const auto &proposal = m_session.state().nearby.proposal;
    if (!proposal)
        return complain(translate("term", "Nobody is proposed at this moment."));
    m_session.decline(proposal->proposal, answer<Done>({}));
}

QStringList Commander::status() const
{
    using client::ConnectionState;
    QStringList lines{client::label(m_session.connectionState()) + u" · "_s + m_session.server().toString()};
    if (m_session.connectionState() == ConnectionState::Waiting && m_session.problem() != client::LinkProblem::None)
        lines += client::sentence(m_session.problem());
    if (const auto &account = m_session.state().account)
        lines += {translate("term", "Signed in as %1.").arg(cleanLine(account->name)), client::sentence(m_tokenPlace)};
    else
        lines += translate("term", "Nobody is signed in.");
    const auto &nearby = m_session.state().nearby;
    if (nearby.proposal)
        lines += translate("term", "Somebody was found. /accept or /decline.");
    else if (nearby.ticket)
        lines += translate("term", "Looking for somebody %1.").arg(search());
    if (nearby.ticket && !nearby.proposal && nearby.crowd)
        lines += sentenceOf(client::label(*nearby.crowd));
    if (const auto &lobby = m_session.blindDate().lobby)
        lines += translate("term", "You are waiting: %1 of %2 are here.").arg(lobby->seated).arg(lobby->seats);
    else if (const auto &date = m_session.blindDate().date; isLive(date))
        lines += translate("term", "A blind date is on: %1.").arg(client::phaseName(*date));
    lines += translate("term", "Chats: %1. Unread messages: %2.").arg(m_session.rooms()->rowCount()).arg(m_session.rooms()->totalUnread());
    if (const int unsent = m_session.unsentCount(); unsent > 0)
        lines += translate("term", "%n message(s) wait to be sent.", nullptr, unsent);
    return lines;
}

} // namespace jjak::terminal
