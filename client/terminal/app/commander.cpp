// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/terminal/app/commander.h"

#include "client/core/sentences.h"
#include "client/terminal/text/sanitize.h"

namespace jjak::terminal {

using namespace Qt::StringLiterals;
using client::Whom;

Commander::Commander(client::Session &session, client::Settings &settings, client::PlaceList &places, Language &language, QObject *parent)
    : QObject(parent), m_session(session), m_settings(settings), m_places(places), m_language(language), m_desk(session),
      m_myTables(session), m_tables(session, m_myTables, m_desk, language), m_calendar(session, m_myTables)
{
    connect(&m_desk, &LoungeDesk::said, this, &Commander::said);
    connect(&m_desk, &LoungeDesk::listed, this, &Commander::listed);
    connect(&m_desk, &LoungeDesk::lineKept, this, &Commander::textKept);
    connect(&m_tables, &TableDesk::said, this, &Commander::said);
    connect(&m_tables, &TableDesk::listed, this, &Commander::listed);
    connect(&m_tables, &TableDesk::lineKept, this, &Commander::textKept);
    connect(&m_tables, &TableDesk::announced, this, &Commander::invited);
    connect(&m_calendar, &CalendarDesk::said, this, &Commander::said);
    connect(&m_calendar, &CalendarDesk::listed, this, &Commander::listed);
    connect(&session, &client::Session::failed, this, [this](const Error &error) { complain(client::sentence(error)); });
    connect(&session, &client::Session::roomChanged, this, [this](RoomId room) {
        if (room == m_room && !m_session.state().room(room))
            open({});
    });
    connect(&session, &client::Session::roomOpened, this, &Commander::tellPair);
    connect(&session, &client::Session::invitationsChanged, this, &Commander::tellInvitations);
    connect(&session, &client::Session::synced, this, &Commander::tellInvitations);
    connect(&session, &client::Session::signedOut, this, [this] {
        m_invitations.clear();
        open({});
    });
    connect(&session, &client::Session::cacheRebuilt, this, [this](int saved) {
        complain(translate("term", "What was stored on this computer was damaged and is fetched anew. Unsent texts that were saved: %1.").arg(saved));
    });
}

void Commander::outcome(const Error *error, const QString &success)
{
    if (error)
        complain(client::sentence(*error, m_session.serverNow()));
    else if (!success.isEmpty())
        say(success);
}

void Commander::run(const Line &line)
{
    const bool askedBefore = std::exchange(m_signOutAsked, false);
    if (m_desk.isAsking() && !std::holds_alternative<Command>(line)) {
        const auto *answered = std::get_if<Say>(&line);
        const auto *mistake = std::get_if<Mistake>(&line);
        if (answered || mistake->kind == Mistake::Kind::Nothing)
            return m_desk.answer(answered ? answered->text : QString());
    }
    if (const auto *text = std::get_if<Say>(&line))
        return send(text->text);
    if (const auto *mistake = std::get_if<Mistake>(&line)) {
        if (mistake->kind != Mistake::Kind::Nothing)
            complain(sentence(*mistake, isAtTable()));
        return;
    }
    const Command &command = std::get<Command>(line);
    m_signOutAsked = askedBefore && command.verb == Verb::SignOut;
    switch (command.verb) {
    case Verb::Help:
    case Verb::Lang:
    case Verb::SignIn:
    case Verb::SignUp:
    case Verb::Quit:
    case Verb::Status:
    case Verb::Retry:
    case Verb::Bell:
    case Verb::Title:
    case Verb::Quiet:
    case Verb::Pause:
        return carryOutAbroad(command);
    default:
        if (!m_session.isSignedIn())
            return complain(translate("term", "Sign in first: /signin NAME, or /signup NAME for a new account."));
        carryOut(command);
    }
}

//! What also works while nobody is signed in.
void Commander::carryOutAbroad(const Command &command)
{
    switch (command.verb) {
    case Verb::Lang:
        m_settings.setLanguage(command.text);
        m_language.choose(command.text);
        Q_EMIT languageChanged();
        return;
    case Verb::SignIn:
    case Verb::SignUp:
        if (m_session.isSignedIn())
            return complain(translate("term", "You are signed in already. /signout ends that."));
        return Q_EMIT signInWanted(command.text, command.verb == Verb::SignUp);
    case Verb::Quit:
        return Q_EMIT quitWanted();
    case Verb::Status:
        return Q_EMIT listed(translate("term", "How things stand"), status());
    case Verb::Retry:
        return retry();
    case Verb::Bell:
        return switchBell(command.wanted);
    case Verb::Title:
        return switchTitle(command.wanted);
    case Verb::Quiet:
        return setQuiet(command.quiet);
    case Verb::Pause:
        return setPause(command.wanted);
    default:
        return help();
    }
}

void Commander::carryOut(const Command &command)
{
    switch (command.verb) {
    case Verb::Match:
        return match(command);
    case Verb::Cancel:
        return m_session.cancelSeek(answer({}));
    case Verb::Accept:
        return accept();
    case Verb::Decline:
        return decline();
    case Verb::Date:
        return date(command);
    case Verb::Pick:
        return pick(command.number);
    case Verb::Arrow:
        return shoot(command.number);
    case Verb::Open:
        return openPair(command.number);
    case Verb::Remind:
        return remind(command.wanted);
    case Verb::Rooms:
        return listRooms();
    case Verb::Room:
        return openNumber(command.number);
    case Verb::Older:
        return Q_EMIT olderWanted();
    case Verb::Reply:
    case Verb::Edit:
    case Verb::Delete:
    case Verb::React:
        return carryOutOnMessage(command);
    case Verb::Search:
        return search(command.text);
    case Verb::ReadAll:
        return m_session.markAllRead();
    case Verb::Group:
        return openGroup(command.text);
    case Verb::Invitations:
        return listInvitations();
    case Verb::Join:
    case Verb::Refuse:
        return answerInvitation(command.number, command.verb == Verb::Join);
    case Verb::Send:
    case Verb::Image:
    case Verb::Save:
    case Verb::Expire:
        return carryOutOnFile(command);
    case Verb::Members:
    case Verb::Invite:
    case Verb::Role:
    case Verb::Kick:
    case Verb::Ban:
    case Verb::Unban:
    case Verb::Mute:
    case Verb::Rename:
    case Verb::Slow:
        return carryOutInGroup(command);
    case Verb::Lounge:
    case Verb::Post:
        return m_desk.run(*command.lounge);
    case Verb::Table:
        return m_tables.run(*command.table);
    case Verb::Calendar:
        return m_calendar.run(command.text);
    case Verb::Leave:
        return leave();
    case Verb::Block:
        return block(false, command.number);
    case Verb::Blocks:
        return listBlocks();
    case Verb::Unblock:
        return unblock(command.number);
    case Verb::Report:
        return report(command.reason, command.text, false, command.number);
    case Verb::Discard:
        return discard();
    case Verb::Devices:
        return listDevices();
    case Verb::Revoke:
        return revoke(command.number);
    case Verb::SignOut:
        return signOut();
    case Verb::Silent:
        return setSilent(command.wanted);
    default:
        return;
    }
}

void Commander::open(RoomId room)
{
    if (room == m_room)
        return;
    m_room = room;
    Q_EMIT roomChosen();
}

void Commander::send(const QString &text)
{
    if (!m_session.isSignedIn())
        return complain(translate("term", "Sign in first: /signin NAME, or /signup NAME for a new account."));
    const auto *entry = m_session.state().room(m_room);
    if (!entry)
        return complain(translate("term", "No chat is open. /match looks for somebody, /rooms lists your chats."));
    if (const auto sent = m_session.sendText(m_room, text); !sent) {
        const QString held = heldSentence(m_room);
        Q_EMIT textKept(text, held.isEmpty() ? client::sentence(sent.error(), m_session.serverNow()) : held);
    }
}

void Commander::openNumber(int number)
{
    const RoomId room = number <= m_session.rooms()->rowCount() ? m_session.rooms()->roomAt(number - 1) : RoomId();
    if (room.isNull())
        return complain(translate("term", "There is no chat number %1.").arg(number));
    if (room == m_room)
        return Q_EMIT roomAgain();
    open(room);
}

std::optional<Whom> Commander::whom(bool proposed, int seat)
{
    if (m_session.state().nearby.proposal && seat == 0 && (m_room.isNull() || proposed))
        return Whom::of(m_session.state().nearby.proposal->proposal);
    if (isAtTable()) {
        if (seat > 0)
            return Whom::of(isInDate() ? m_room : m_session.blindDate().date->room, seat);
        complain(translate("term", "Say whom: /block 3 or /report 3 spam, with the number of the seat."));
        return std::nullopt;
    }
    const auto *entry = m_session.state().room(m_room);
    if (entry && entry->room.kind == protocol::RoomKind::Group) {
        if (seat > 0)
            return Whom::of(m_room, seat);
        complain(translate("term", "Say whom: /block 3 or /report 3 spam, with a number of /members."));
        return std::nullopt;
    }
    if (seat > 0) {
        complain(translate("term", "There are no seats here: leave the number out, or open the blind date's chat first."));
        return std::nullopt;
    }
    if (!m_room.isNull())
        return Whom::of(m_room);
    complain(translate("term", "Open the chat first that this is about."));
    return std::nullopt;
}

void Commander::leave()
{
    const auto &blindDate = m_session.blindDate();
    const bool live = isLive(blindDate.date);
    if ((m_room.isNull() && (blindDate.lobby || live)) || (live && m_room == blindDate.date->room))
        return leaveDate();
    if (m_room.isNull())
        return complain(translate("term", "No chat is open."));
    const bool date = isInDate();
    m_session.leave(m_room, answer(translate("term", "You have left. The chat can still be read.")));
    if (date)
        open({}); // its table is cleared: back to where one looks for people
}

void Commander::block(bool proposed, int seat)
{
    if (const auto about = whom(proposed, seat))
        m_session.block(*about, answer<BlockId>(translate("term", "Blocked. You will not meet again. /blocks lists whom you have blocked.")));
}

void Commander::report(protocol::ReportReason reason, const QString &note, bool proposed, int seat)
{
    if (const auto about = whom(proposed, seat))
        m_session.report(*about, reason, note, true, answer(translate("term", "Reported and blocked. Thank you. The last messages are kept for those who decide.")));
}

void Commander::retry()
{
    if (m_session.connectionState() == client::ConnectionState::Waiting)
        m_session.tryNow();
    for (const auto &entry : m_session.outbox(m_room)) {
        if (entry.state == client::OutboxEntry::State::Refused)
            m_session.retry(entry.cid);
    }
}

void Commander::discard()
{
    for (const auto &entry : m_session.outbox(m_room)) {
        if (entry.state == client::OutboxEntry::State::Refused)
            m_session.discard(entry.cid);
    }
}

void Commander::signOut()
{
    const int unsent = m_session.unsentCount();
    if (unsent > 0 && !std::exchange(m_signOutAsked, true))
        return complain(translate("term", "%n message(s) have not been sent and would be lost. /signout again signs out.", nullptr, unsent));
    m_session.signOut();
}

} // namespace jjak::terminal
