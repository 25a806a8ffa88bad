// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "client/core/notice_sentences.h"
#include "client/core/sentences.h"
#include "client/terminal/app/commander.h"
#include "client/terminal/app/message_words.h"
#include "client/terminal/app/when.h"
#include "client/terminal/text/sanitize.h"

//! Commands about groups, and looking for messages.
namespace jjak::terminal {

using namespace Qt::StringLiterals;

void Commander::carryOutInGroup(const Command &command)
{
    const auto *entry = m_session.state().room(m_room);
    if (!entry || entry->room.kind != protocol::RoomKind::Group)
        return complain(translate("term", "Open a group first. /group NAME makes one."));
    const int number = command.number;
    switch (command.verb) {
    case Verb::Members:
        return listMembers();
    case Verb::Invite:
        return inviteFrom(number);
    case Verb::Role:
        return m_session.appoint(m_room, number, command.role, answer({}));
    case Verb::Kick:
    case Verb::Ban:
        return m_session.removeMember(m_room, number, command.verb == Verb::Ban, answer({}));
    case Verb::Unban:
        return m_session.unban(m_room, number, answer({}));
    case Verb::Mute:
        return m_session.muteMember(m_room, number, std::chrono::minutes(command.text.toInt()), answer({}));
    case Verb::Rename:
        return m_session.renameGroup(m_room, command.text, answer({}));
    case Verb::Slow:
        return m_session.setSlowMode(m_room, std::chrono::seconds(number), answer({}));
    default:
        return;
    }
}

void Commander::openGroup(const QString &name)
{
    m_session.createGroup(name, {}, [this](const Result<RoomId> &room) {
        if (!room)
            return complain(client::sentence(room.error(), m_session.serverNow()));
        open(*room);
        say(translate("term", "The group is open. /invite N brings in whom you talk with in chat number N."));
    });
}

void Commander::inviteFrom(int number)
{
    const RoomId with = number <= m_session.rooms()->rowCount() ? m_session.rooms()->roomAt(number - 1) : RoomId();
    const auto *entry = m_session.state().room(with);
    if (!entry || entry->room.kind != protocol::RoomKind::Direct)
        return complain(translate("term", "Number %1 is no chat with one person. /rooms lists them.").arg(number));
    m_session.invite(m_room, with, answer(translate("term", "%1 is invited.").arg(cleanLine(client::titleOf(m_session.state(), entry->room)))));
}

void Commander::listInvitations()
{
    QStringList lines;
    m_invitations.clear();
    for (const protocol::Invitation &invitation : m_session.invitations()) {
        m_invitations += invitation.invitation;
        lines += u"%1. "_s.arg(m_invitations.size(), 2) + translate("term", "%1 · from %2 · %3").arg(cleanLine(invitation.name), inviter(invitation), translate("term", "%n member(s)", nullptr, invitation.members));
    }
    lines += m_invitations.isEmpty() ? translate("term", "Nobody has invited you at this moment.") : translate("term", "/join N accepts one of them, /refuse N does not.");
    Q_EMIT listed(translate("term", "Invitations"), lines);
}

void Commander::answerInvitation(int number, bool accept)
{
    numberInvitations();
    if (number > m_invitations.size())
        return complain(translate("term", "There is no invitation number %1. /invitations lists them.").arg(number));
    m_session.answerInvitation(m_invitations[number - 1], accept, [this](const Result<std::optional<RoomId>> &room) {
        if (!room)
            return complain(client::sentence(room.error(), m_session.serverNow()));
        if (*room && m_session.state().room(**room))
            open(**room);
    });
}

//! Numbers stay what they are until /invitations lists anew: a line that is being typed means what was read.
QList<protocol::Invitation> Commander::numberInvitations()
{
    const auto &open = m_session.invitations();
    if (std::ranges::none_of(open, [this](const protocol::Invitation &one) { return m_invitations.contains(one.invitation); }))
        m_invitations.clear();
    QList<protocol::Invitation> fresh;
    for (const protocol::Invitation &one : open) {
        if (m_invitations.contains(one.invitation))
            continue;
        m_invitations += one.invitation;
        fresh += one;
    }
    return fresh;
}

//! Once each, also what came while this device was away. Before everything is here the chat with who invites may be unknown.
void Commander::tellInvitations()
{
    if (m_session.connectionState() != client::ConnectionState::Ready)
        return;
    const auto fresh = numberInvitations();
    for (const protocol::Invitation &one : fresh) {
        const QString number = QString::number(m_invitations.indexOf(one.invitation) + 1);
        Q_EMIT invited(translate("term", "You are invited to the group “%1” by %2. /join %3 accepts, /refuse %3 does not.").arg(cleanLine(one.name), inviter(one), number));
    }
}

QString Commander::inviter(const protocol::Invitation &invitation) const
{
    const auto *from = m_session.state().room(invitation.from);
    return from ? cleanLine(client::titleOf(m_session.state(), from->room)) : translate("term", "somebody");
}

void Commander::listMembers()
{
    const auto *entry = m_session.state().room(m_room);
    QStringList lines;
    for (const protocol::Member &member : entry->room.members) {
        if (member.left && !member.banned)
            continue;
        QStringList parts{member.number == entry->room.me ? translate("term", "%1 (you)").arg(cleanLine(member.name)) : cleanLine(member.name)};
        parts += member.banned ? translate("term", "banned") : client::label(member.role);
        if (member.muted && *member.muted > m_session.serverNow())
            parts += translate("term", "muted until %1").arg(moment(*member.muted));
        if (const QString presence = client::label(member.presence); !presence.isEmpty())
            parts += presence;
        lines += u"%1. "_s.arg(member.number, 2) + parts.join(u" · "_s);
    }
    Q_EMIT listed(translate("term", "Members"), lines);
}

void Commander::search(const QString &text, const QString &after)
{
    const auto room = m_session.state().room(m_room) ? std::optional(m_room) : std::nullopt;
    m_session.search(text, room, after, [this, text](const Result<protocol::cmd::Found> &found) {
        if (!found)
            complain(client::sentence(found.error(), m_session.serverNow()));
        else if (found->hits.isEmpty() && found->next)
            search(text, *found->next); // a page tells how far was looked, also when nothing was there
        else
            showFound(*found, text);
    });
}

void Commander::showFound(const protocol::cmd::Found &found, const QString &text)
{
    QStringList lines;
    for (const protocol::cmd::Hit &hit : found.hits) {
        const auto *entry = m_session.state().room(hit.room);
        if (!entry)
            continue;
        const QString words = hit.message.file ? client::fileSentence(hit.message) : hit.message.text;
        lines += translate("term", "%1 · %2 · #%3", "chat · when · number of the message").arg(cleanLine(client::titleOf(m_session.state(), entry->room)), moment(hit.message.at)).arg(hit.message.seq);
        lines += u"    "_s + quoteOf(entry->room, hit.message, cleanLine(words));
    }
    if (lines.isEmpty())
        lines += translate("term", "Nothing found.");
    else if (found.next)
        lines += translate("term", "There is more: look for something longer.");
    Q_EMIT listed(translate("term", "Found: %1").arg(cleanLine(text)), lines);
}

} // namespace jjak::terminal
