// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <ranges>

#include "client/core/sentences.h"
#include "client/terminal/app/commander.h"
#include "client/terminal/app/message_words.h"
#include "client/terminal/app/view_builder.h"

//! Commands about one message.
namespace jjak::terminal {

using namespace Qt::StringLiterals;
using protocol::Message;

namespace {

constexpr int nearest = 200; // messages among which the last own one is looked for

} // namespace

void Commander::carryOutOnMessage(const Command &command)
{
    if (!m_session.state().room(m_room))
        return complain(translate("term", "Open the chat first that this is about."));
    switch (command.verb) {
    case Verb::Reply:
        return reply(command.number, command.text);
    case Verb::Edit:
        return edit(command.number, command.text);
    case Verb::Delete:
        return erase(command.number);
    case Verb::React:
        return react(command.number, command.text);
    default:
        return;
    }
}

void Commander::reply(int number, const QString &text)
{
    const auto message = named(number);
    if (!message)
        return;
    if (const auto sent = m_session.sendText(m_room, text, message->seq); !sent) {
        const QString held = heldSentence(m_room);
        Q_EMIT textKept(u"/reply %1 "_s.arg(number) + text, held.isEmpty() ? client::sentence(sent.error(), m_session.serverNow()) : held);
    }
}

void Commander::edit(int number, const QString &text)
{
    const auto outbox = m_session.outbox(m_room);
    const bool onItsWay = std::ranges::any_of(outbox, [](const client::OutboxEntry &entry) { return entry.state != client::OutboxEntry::State::Refused; });
    if (number == 0 && onItsWay) // else the one before it would be changed
        return complain(translate("term", "Your last message is still on its way. Try again when it has been sent."));
    const auto message = number > 0 ? own(number) : lastOwn();
    if (!message && number == 0)
        return complain(translate("term", "You have written nothing here that could be changed."));
    if (message)
        m_session.editMessage(m_room, message->seq, text, answer({}));
}

void Commander::erase(int number)
{
    if (const auto message = own(number))
        m_session.deleteMessage(m_room, message->seq, answer({}));
}

void Commander::react(int number, const QString &emoji)
{
    const auto message = named(number);
    if (!message)
        return;
    const Reacting reacting = reactingTo(*message, m_session.state().room(m_room)->room.me, emoji);
    m_session.react(m_room, message->seq, reacting.emoji, reacting.on, answer({}));
}

std::optional<Message> Commander::named(int number)
{
    const auto message = m_session.cachedMessage(m_room, number);
    if (message && isNameable(*message))
        return message;
    complain(message && message->deleted ? translate("term", "Message %1 was deleted.").arg(number) : translate("term", "There is no message number %1 here.").arg(number));
    return std::nullopt;
}

std::optional<Message> Commander::own(int number)
{
    const auto message = named(number);
    if (!message || isTextOf(*message, m_session.state().room(m_room)->room.me))
        return message;
    complain(translate("term", "Message %1 is not yours: you can only change and delete your own.").arg(number));
    return std::nullopt;
}

std::optional<Message> Commander::lastOwn() const
{
    const auto *entry = m_session.state().room(m_room);
    if (!entry)
        return std::nullopt;
    const auto messages = m_session.cachedMessages(m_room, 0, nearest);
    for (const Message &message : messages | std::views::reverse)
        if (isTextOf(message, entry->room.me))
            return message;
    return std::nullopt;
}

QList<Nameable> Commander::nameables() const
{
    const auto *entry = m_session.state().room(m_room);
    return entry ? nameablesOf(m_session.cachedMessages(m_room, 0, limits::historyPage), entry->room.me) : QList<Nameable>();
}

QString Commander::namedLine(const Naming &naming) const
{
    const auto *entry = m_session.state().room(m_room);
    if (!entry)
        return {};
    const auto message = naming.number > 0 ? m_session.cachedMessage(m_room, naming.number) : naming.verb == Verb::Edit ? lastOwn() : std::nullopt;
    if (!message || !isNameable(*message))
        return {};
    return u"#%1 "_s.arg(message->seq) + quoteOf(entry->room, *message, wordsOf(m_session, *entry, *message));
}

} // namespace jjak::terminal
