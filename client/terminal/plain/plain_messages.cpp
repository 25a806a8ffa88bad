// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/core/sentences.h"
#include "client/terminal/app/view_builder.h"
#include "client/terminal/app/when.h"
#include "client/terminal/plain/plain_mode.h"
#include "client/terminal/plain/plain_words.h"

//! Messages line by line.
namespace jjak::terminal {

namespace {

constexpr int shownAtOnce = 10;
constexpr qsizetype mostSpoken = 500; // of a chat; what becomes of older messages is not told

} // namespace

void PlainMode::keep(RoomId room, const protocol::Message &message)
{
    auto &spoken = m_spoken[room];
    spoken[message.seq] = message;
    spoken[message.seq].text.clear();
    if (spoken.size() > mostSpoken)
        spoken.erase(spoken.begin());
}

void PlainMode::speak(const client::RoomEntry &entry, const protocol::Message &message)
{
    for (const QString &spoken : spokenMessage(numberOf(entry.room.room), spokenLine(m_session, entry, message)))
        m_console.write(spoken);
    keep(entry.room.room, message);
}

void PlainMode::messageChanged(RoomId room, const protocol::Message &message)
{
    const auto *entry = m_session.state().room(room);
    const auto &spoken = m_spoken[room];
    const auto before = spoken.find(message.seq);
    if (!entry || before == spoken.end())
        return;
    protocol::Message now = message;
    now.text = wordsOf(m_session, *entry, message);
    for (const QString &line : spokenChange(numberOf(room), entry->room, *before, now))
        m_console.write(line);
    keep(room, message);
}

void PlainMode::messageArrived(RoomId room, const protocol::Message &message)
{
    const auto *entry = m_session.state().room(room);
    if (!entry)
        return;
    if (message.author == entry->room.me)
        return keep(room, message);
    speak(*entry, message);
    ringFor(*entry, message);
    if (room == m_commander.room())
        m_session.markRead(room, message.seq);
}

//! The line is on the screen already: the bell is for chats that are not open.
void PlainMode::ringFor(const client::RoomEntry &entry, const protocol::Message &message)
{
    client::Surroundings at;
    at.choice = m_commander.settings().notify();
    at.choice.detail = client::NotifyDetail::Hidden;
    at.now = localNow();
    at.serverNow = m_session.serverNow();
    at.minute = client::localMinute(at.now);
    at.room = m_commander.room();
    if (!m_notices.arrived(entry.room, entry.room.silent, message, at).empty() && m_commander.settings().bell())
        m_console.bell();
}

void PlainMode::tellRefused(RoomId room)
{
    for (const auto &entry : m_session.outbox(room)) {
        const bool refused = entry.state == client::OutboxEntry::State::Refused;
        if (refused && !m_refused.value(entry.cid))
            m_console.write(translate("term", "Not sent: “%1”. %2").arg(entry.text, client::sentence(entry.error)));
        m_refused[entry.cid] = refused;
    }
}

void PlainMode::showRoom()
{
    const RoomId room = m_commander.room();
    const auto *entry = m_session.state().room(room);
    m_oldest = 0;
    if (!entry)
        return;
    m_console.write(translate("term", "You are in chat %1 with %2.").arg(QString::number(numberOf(room)), roomTitle(m_session.state(), entry->room)));
    showOlder();
    m_session.markRead(room, entry->have);
}

void PlainMode::showOlder()
{
    const RoomId room = m_commander.room();
    const auto *entry = m_session.state().room(room);
    if (!entry)
        return m_console.write(translate("term", "No chat is open."));
    const auto messages = m_session.cachedMessages(room, m_oldest, shownAtOnce);
    if (messages.isEmpty() && m_oldest > 1)
        return m_console.write(translate("term", "Older messages are not on this computer."));
    for (const auto &message : messages)
        speak(*entry, message);
    if (!messages.isEmpty())
        m_oldest = messages.first().seq;
}

} // namespace jjak::terminal
