// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/core/sentences.h"

#include <QCoreApplication>

namespace jjak::client {

using namespace Qt::StringLiterals;

namespace {

//! "in 5 seconds", as far as the server has said when.
QString waitSentence(Duration retry)
{
    const int seconds = int((retry.count() + 999) / 1000);
    if (seconds <= 1)
        return QCoreApplication::translate("jjak", "Please wait a moment and try again.");
    return QCoreApplication::translate("jjak", "Please try again in %n second(s).", nullptr, seconds);
}

QString badFieldSentence(const Error &error)
{
    if (error.field == "args.bytes"_L1)
        return QCoreApplication::translate("jjak", "This file is empty. Please choose another one.");
    if (error.field == "args.title"_L1 && error.reason == "length"_L1)
        return QCoreApplication::translate("jjak", "A post needs a title of at most %1 characters.").arg(limits::postTitleCodePoints);
    if (error.field.startsWith("args.tag"_L1) || error.field.startsWith("args.profile.interests"_L1))
        return QCoreApplication::translate("jjak", "At most %1 tags, each of at most %2 letters, digits, “-” and “_”.").arg(limits::postTags).arg(limits::tagCodePoints);
    if (error.reason == "self"_L1 && (error.field == "args.post"_L1 || error.field == "args.comment"_L1))
        return QCoreApplication::translate("jjak", "This is your own; likes come from others.");
    if (error.reason == "length"_L1)
        return QCoreApplication::translate("jjak", "This text is too long or too short. Please change it.");
    if (error.reason == "characters"_L1 || error.reason == "controls"_L1)
        return QCoreApplication::translate("jjak", "This text has characters that cannot be used here. Please remove them.");
    return QCoreApplication::translate("jjak", "The server did not accept this input. Please check it and try again.");
}

QString protocolSentence(ErrorCode code)
{
    switch (code) {
    case ErrorCode::ProtocolVersion:
        return QCoreApplication::translate("jjak", "This program and the server do not understand each other. Please update Jjak.");
    case ErrorCode::ProtocolUnknownCommand:
        return QCoreApplication::translate("jjak", "This server cannot do that. It may be older than your program.");
    case ErrorCode::ProtocolOrder:
        return QCoreApplication::translate("jjak", "This is not possible at this moment. Please try again.");
    default:
        return QCoreApplication::translate("jjak", "The server and this program misunderstood each other. Please try again.");
    }
}

QString accountSentence(ErrorCode code)
{
    switch (code) {
    case ErrorCode::AccountNameTaken:
        return QCoreApplication::translate("jjak", "Somebody already has this name. Please choose another one.");
    case ErrorCode::AccountNameInvalid:
        return QCoreApplication::translate("jjak", "This name has characters that are not allowed. Letters and digits always work.");
    case ErrorCode::AccountPasswordWeak:
        return QCoreApplication::translate("jjak", "This password is too easy to guess. Take at least 8 characters and nothing common.");
    case ErrorCode::AccountTooYoung:
        return QCoreApplication::translate("jjak", "You are not old enough for this server yet.");
    case ErrorCode::AuthRequired:
        return QCoreApplication::translate("jjak", "Please sign in first.");
    case ErrorCode::AuthDenied:
        return QCoreApplication::translate("jjak", "Name or password is wrong. Please try again.");
    case ErrorCode::AuthToken:
        return QCoreApplication::translate("jjak", "This device was signed out. Please sign in again.");
    case ErrorCode::DeviceNotFound:
        return QCoreApplication::translate("jjak", "This device is no longer signed in.");
    default:
        return QCoreApplication::translate("jjak", "Your account may not do this.");
    }
}

QString meetingSentence(ErrorCode code)
{
    switch (code) {
    case ErrorCode::PlaceNotACell:
        return QCoreApplication::translate("jjak", "The server does not know this place. Please choose it again.");
    case ErrorCode::NearbyProposalOpen:
        return QCoreApplication::translate("jjak", "Please answer the proposal first.");
    case ErrorCode::ProposalGone:
        return QCoreApplication::translate("jjak", "This proposal has ended. You can search again.");
    case ErrorCode::BlockNotFound:
        return QCoreApplication::translate("jjak", "This person is not blocked any more.");
    case ErrorCode::ReportTooLate:
        return QCoreApplication::translate("jjak", "You left this conversation too long ago to report it. You can write to the operator.");
    default:
        return QCoreApplication::translate("jjak", "There is nobody here to block or report.");
    }
}

//! Groups, images and files.
QString groupSentence(ErrorCode code)
{
    switch (code) {
    case ErrorCode::RoomMuted:
        return QCoreApplication::translate("jjak", "A moderator has muted you for a while. You can read along until then.");
    case ErrorCode::RoomSlow:
        return QCoreApplication::translate("jjak", "Slow mode is on. Please wait a little before your next message.");
    case ErrorCode::RoomReadOnly:
        return QCoreApplication::translate("jjak", "You can read here but not write.");
    case ErrorCode::RoomRole:
        return QCoreApplication::translate("jjak", "Your role in this group does not allow that. Please ask a moderator.");
    case ErrorCode::RoomKind:
        return QCoreApplication::translate("jjak", "This does not exist in conversations of this kind.");
    case ErrorCode::RoomFull:
        return QCoreApplication::translate("jjak", "This group is full. Somebody has to leave before others can join.");
    case ErrorCode::RoomBanned:
        return QCoreApplication::translate("jjak", "This person was banned from the group. A moderator can lift the ban.");
    case ErrorCode::MemberNotFound:
        return QCoreApplication::translate("jjak", "This person is not in the group any more.");
    case ErrorCode::InvitationGone:
        return QCoreApplication::translate("jjak", "This invitation is not valid any more. You can ask for another one.");
    case ErrorCode::InvitationLimit:
        return QCoreApplication::translate("jjak", "Too many invitations are waiting. Please try again when some have been answered.");
    case ErrorCode::StrangerFile:
        return QCoreApplication::translate("jjak", "You can send images and files once they have written back.");
    case ErrorCode::FileTooLarge:
        return QCoreApplication::translate("jjak", "This file is too large. Please send a smaller one.");
    case ErrorCode::FileQuota:
        return QCoreApplication::translate("jjak", "Your files take all the space they may. Please delete some first.");
    case ErrorCode::FileType:
        return QCoreApplication::translate("jjak", "This image cannot be shown. Please send a JPEG, PNG or WebP that is not damaged.");
    case ErrorCode::FileGone:
        return QCoreApplication::translate("jjak", "This file does not exist any more.");
    case ErrorCode::UploadGone:
        return QCoreApplication::translate("jjak", "This upload was given up. Please send the file again.");
    case ErrorCode::UploadOffset:
        return QCoreApplication::translate("jjak", "A part of the file did not arrive. Please send it again.");
    default:
        return QCoreApplication::translate("jjak", "Too many files are being sent. Please wait until one has arrived.");
    }
}

QString loungeSentence(ErrorCode code)
{
    switch (code) {
    case ErrorCode::LoungeNoName:
        return QCoreApplication::translate("jjak", "Please choose a name for the lounge first.");
    case ErrorCode::LoungeNameSame:
        return QCoreApplication::translate("jjak", "In the lounge you need another name than the one you sign in with, so that nobody can tell who is who.");
    case ErrorCode::LoungeNotOwn:
        return QCoreApplication::translate("jjak", "Only who wrote it can change it.");
    case ErrorCode::PostNotFound:
        return QCoreApplication::translate("jjak", "This post does not exist any more.");
    case ErrorCode::CommentNotFound:
        return QCoreApplication::translate("jjak", "This comment does not exist any more.");
    case ErrorCode::TableNotFound:
        return QCoreApplication::translate("jjak", "This table does not exist any more.");
    case ErrorCode::TableEnded:
        return QCoreApplication::translate("jjak", "This table has ended.");
    case ErrorCode::TableFull:
        return QCoreApplication::translate("jjak", "All seats of this table are taken. You can wait in line for one.");
    case ErrorCode::TableLine:
        return QCoreApplication::translate("jjak", "Too many people wait for a seat at this table. Please choose another one.");
    case ErrorCode::TableOwn:
        return QCoreApplication::translate("jjak", "This is your own table.");
    case ErrorCode::TableNotHost:
        return QCoreApplication::translate("jjak", "Only the host of the table can do this.");
    case ErrorCode::TableSameHour:
        return QCoreApplication::translate("jjak", "You have another table at the same hour. You can come all the same.");
    case ErrorCode::TableOpen:
        return QCoreApplication::translate("jjak", "There is a table with this post already. Please close that one first.");
    default: // GuestNotFound
        return QCoreApplication::translate("jjak", "This person is not at the table any more.");
    }
}

QString roomSentence(ErrorCode code)
{
    switch (code) {
    case ErrorCode::RoomLeft:
        return QCoreApplication::translate("jjak", "You have left this conversation. You can read it but not write any more.");
    case ErrorCode::RoomEnded:
        return QCoreApplication::translate("jjak", "The other person has left. You can read the conversation but not write any more.");
    case ErrorCode::MessageConflict:
        return QCoreApplication::translate("jjak", "This message got mixed up with another one. Please send it again.");
    case ErrorCode::StrangerLimit:
        return QCoreApplication::translate("jjak", "Please wait for an answer before you write more.");
    case ErrorCode::StrangerLink:
        return QCoreApplication::translate("jjak", "Links can be sent once the other person has answered.");
    case ErrorCode::MessageNotFound:
        return QCoreApplication::translate("jjak", "This message does not exist any more.");
    case ErrorCode::MessageNotOwn:
        return QCoreApplication::translate("jjak", "Only your own messages can be edited or deleted.");
    case ErrorCode::ReactionLimit:
        return QCoreApplication::translate("jjak", "This message has as many different reactions as it can have. You can join one of them.");
    default:
        return QCoreApplication::translate("jjak", "This conversation does not exist any more.");
    }
}

QString seatSentence(const QString &reason)
{
    if (reason == "self"_L1)
        return QCoreApplication::translate("jjak", "This is your own seat. Please choose somebody else, or nobody.");
    if (reason == "left"_L1)
        return QCoreApplication::translate("jjak", "This person has left. Please choose somebody else, or nobody.");
    return QCoreApplication::translate("jjak", "Nobody sits there. Please choose another seat, or nobody.");
}

QString dateSentence(const Error &error)
{
    switch (error.code) {
    case ErrorCode::RoomFrozen:
        return QCoreApplication::translate("jjak", "The host is speaking. You can go on writing afterwards.");
    case ErrorCode::RoomCooling:
        return QCoreApplication::translate("jjak", "That was a lot at once. Please read along for a minute.");
    case ErrorCode::EventNotFound:
        return QCoreApplication::translate("jjak", "This event does not exist any more.");
    case ErrorCode::EventClosed:
        return error.until ? QCoreApplication::translate("jjak", "The doors of this event are not open yet. Please come back a little later.")
                           : QCoreApplication::translate("jjak", "This event is over. You can come to the next one.");
    case ErrorCode::ScriptInvalid:
        return QCoreApplication::translate("jjak", "This script cannot be played. Please check it: %1 (%2).", "what is wrong, and in which line").arg(error.reason, error.field);
    case ErrorCode::ScriptNotFound:
        return QCoreApplication::translate("jjak", "The host does not speak this language here. You can choose another one.");
    case ErrorCode::DateElsewhere:
        return QCoreApplication::translate("jjak", "You are in another blind date already. Please leave it first.");
    case ErrorCode::DateNotFound:
        return QCoreApplication::translate("jjak", "You have no seat in this date.");
    case ErrorCode::DatePhase:
        return QCoreApplication::translate("jjak", "It is too late or too early for that. The date goes on without it.");
    case ErrorCode::DateSeat:
        return seatSentence(error.reason);
    case ErrorCode::PairGone:
        return QCoreApplication::translate("jjak", "The time to say yes is over.");
    case ErrorCode::LetterNotFound:
        return QCoreApplication::translate("jjak", "This command was run again or dropped already.");
    case ErrorCode::LetterUnreadable:
        return QCoreApplication::translate("jjak", "This server cannot read that command any more.");
    default:
        return QCoreApplication::translate("jjak", "Nobody here has this name.");
    }
}

} // namespace

QString sentence(const Error &error)
{
    switch (error.code) {
    case ErrorCode::ProtocolBadField:
        return badFieldSentence(error);
    case ErrorCode::ProtocolMalformed:
    case ErrorCode::ProtocolUnknownCommand:
    case ErrorCode::ProtocolVersion:
    case ErrorCode::ProtocolOrder:
        return protocolSentence(error.code);
    case ErrorCode::AuthBusy:
        return QCoreApplication::translate("jjak", "Many people are signing in right now.") + u' ' + waitSentence(error.retry);
    case ErrorCode::RateLimited:
        return QCoreApplication::translate("jjak", "That was a bit too fast.") + u' ' + waitSentence(error.retry);
    case ErrorCode::Unavailable:
        return QCoreApplication::translate("jjak", "The server cannot be reached or cannot store anything right now.") + u' ' + waitSentence(error.retry);
    case ErrorCode::AccessDenied:
    case ErrorCode::AuthRequired:
    case ErrorCode::AuthDenied:
    case ErrorCode::AuthToken:
    case ErrorCode::AccountNameTaken:
    case ErrorCode::AccountNameInvalid:
    case ErrorCode::AccountPasswordWeak:
    case ErrorCode::AccountTooYoung:
    case ErrorCode::DeviceNotFound:
        return accountSentence(error.code);
    case ErrorCode::PlaceNotACell:
    case ErrorCode::NearbyProposalOpen:
    case ErrorCode::ProposalGone:
    case ErrorCode::BlockNotFound:
    case ErrorCode::ReportTooLate:
    case ErrorCode::ReportNothing:
        return meetingSentence(error.code);
    case ErrorCode::RoomNotFound:
    case ErrorCode::RoomLeft:
    case ErrorCode::RoomEnded:
    case ErrorCode::MessageConflict:
    case ErrorCode::StrangerLimit:
    case ErrorCode::StrangerLink:
    case ErrorCode::MessageNotFound:
    case ErrorCode::MessageNotOwn:
    case ErrorCode::ReactionLimit:
        return roomSentence(error.code);
    case ErrorCode::RoomMuted:
    case ErrorCode::RoomSlow:
    case ErrorCode::RoomReadOnly:
    case ErrorCode::RoomRole:
    case ErrorCode::RoomKind:
    case ErrorCode::RoomFull:
    case ErrorCode::RoomBanned:
    case ErrorCode::MemberNotFound:
    case ErrorCode::InvitationGone:
    case ErrorCode::InvitationLimit:
    case ErrorCode::StrangerFile:
    case ErrorCode::FileTooLarge:
    case ErrorCode::FileQuota:
    case ErrorCode::FileType:
    case ErrorCode::FileGone:
    case ErrorCode::UploadGone:
    case ErrorCode::UploadOffset:
    case ErrorCode::UploadLimit:
        return groupSentence(error.code);
    case ErrorCode::LoungeNoName:
    case ErrorCode::LoungeNameSame:
    case ErrorCode::LoungeNotOwn:
    case ErrorCode::PostNotFound:
    case ErrorCode::CommentNotFound:
    case ErrorCode::TableNotFound:
    case ErrorCode::TableEnded:
    case ErrorCode::TableFull:
    case ErrorCode::TableLine:
    case ErrorCode::TableOwn:
    case ErrorCode::TableNotHost:
    case ErrorCode::TableSameHour:
    case ErrorCode::TableOpen:
    case ErrorCode::GuestNotFound:
        return loungeSentence(error.code);
    case ErrorCode::RoomFrozen:
    case ErrorCode::RoomCooling:
    case ErrorCode::EventNotFound:
    case ErrorCode::EventClosed:
    case ErrorCode::ScriptInvalid:
    case ErrorCode::ScriptNotFound:
    case ErrorCode::DateElsewhere:
    case ErrorCode::DateNotFound:
    case ErrorCode::DatePhase:
    case ErrorCode::DateSeat:
    case ErrorCode::PairGone:
    case ErrorCode::AccountNotFound:
    case ErrorCode::LetterNotFound:
    case ErrorCode::LetterUnreadable:
        return dateSentence(error);
    }
    return {};
}

QString sentence(LinkProblem problem)
{
    switch (problem) {
    case LinkProblem::None:
        return {};
    case LinkProblem::Unreachable:
        return QCoreApplication::translate("jjak", "The server cannot be reached. Please check your connection and the address.");
    case LinkProblem::NotFound:
        return QCoreApplication::translate("jjak", "There is no server of this name. Please check the address.");
    case LinkProblem::Untrusted:
        return QCoreApplication::translate("jjak", "The server could not prove who it is, so nothing was sent. Please check the address or ask its operator.");
    case LinkProblem::NotJjak:
        return QCoreApplication::translate("jjak", "There is no Jjak server at this address. Please check it.");
    case LinkProblem::WrongVersion:
        return sentence(Error{ErrorCode::ProtocolVersion});
    case LinkProblem::Lost:
        return QCoreApplication::translate("jjak", "The connection was lost. Jjak reconnects by itself.");
    }
    return {};
}

QString sentence(protocol::Outcome outcome, bool mine)
{
    switch (outcome) {
    case protocol::Outcome::Accepted:
        return QCoreApplication::translate("jjak", "You both said yes. Say hello!");
    case protocol::Outcome::Refused:
        return mine ? QCoreApplication::translate("jjak", "You said no. You will not be put together again soon.")
                    : QCoreApplication::translate("jjak", "It did not work out this time. You are at the front of the queue again.");
    case protocol::Outcome::TimedOut:
        return mine ? QCoreApplication::translate("jjak", "You did not answer in time, so the search has stopped. You can search again.")
                    : QCoreApplication::translate("jjak", "The other person did not answer in time. You are at the front of the queue again.");
    case protocol::Outcome::Gone:
        return mine ? QCoreApplication::translate("jjak", "You stopped searching. You can search again.")
                    : QCoreApplication::translate("jjak", "The other person is gone. You are at the front of the queue again.");
    }
    return {};
}

QString sentence(SignOutReason reason)
{
    switch (reason) {
    case SignOutReason::Asked:
        return QCoreApplication::translate("jjak", "You are signed out.");
    case SignOutReason::Revoked:
        return QCoreApplication::translate("jjak", "This device was signed out from elsewhere. Sign in again to go on.");
    case SignOutReason::Replaced:
        return QCoreApplication::translate("jjak", "Jjak was opened a second time on this device. You can go on here instead.");
    case SignOutReason::Expired:
        return QCoreApplication::translate("jjak", "Your sign-in has expired. Please sign in again.");
    }
    return {};
}

QString sentence(SecretStore::Where where)
{
    switch (where) {
    case SecretStore::Where::Keychain:
        return QCoreApplication::translate("jjak", "Your sign-in is kept in the keyring of your desktop.");
    case SecretStore::Where::File:
        return QCoreApplication::translate("jjak", "There is no usable keyring, so your sign-in is kept in a file that only your user can read. It is not encrypted.");
    case SecretStore::Where::Memory:
        return QCoreApplication::translate("jjak", "Your sign-in is not kept: you will have to sign in again after the next start.");
    }
    return {};
}

QString deletedSentence()
{
    return QCoreApplication::translate("jjak", "Message deleted");
}

QString label(ConnectionState state)
{
    switch (state) {
    case ConnectionState::Offline:
        return QCoreApplication::translate("jjak", "Not connected");
    case ConnectionState::Connecting:
        return QCoreApplication::translate("jjak", "Connecting…");
    case ConnectionState::Waiting:
        return QCoreApplication::translate("jjak", "No connection");
    case ConnectionState::Connected:
        return QCoreApplication::translate("jjak", "Connected");
    case ConnectionState::Syncing:
        return QCoreApplication::translate("jjak", "Updating…");
    case ConnectionState::Ready:
        return QCoreApplication::translate("jjak", "Online");
    }
    return {};
}

QString label(Reach reach)
{
    if (reach == Reach::SameArea)
        return QCoreApplication::translate("jjak", "in the same area");
    if (reach == Reach::Anywhere)
        return QCoreApplication::translate("jjak", "anywhere");
    return QCoreApplication::translate("jjak", "within %1 km").arg(kilometres(reach));
}

QString distanceLabel(Reach reach)
{
    if (reach == Reach::SameArea)
        return QCoreApplication::translate("jjak", "in the same area as you");
    if (reach == Reach::Anywhere)
        return QCoreApplication::translate("jjak", "far away");
    return QCoreApplication::translate("jjak", "less than %1 km away").arg(kilometres(reach));
}

QString label(protocol::Crowd crowd)
{
    switch (crowd) {
    case protocol::Crowd::Few:
        return QCoreApplication::translate("jjak", "a few people are waiting");
    case protocol::Crowd::Ten:
        return QCoreApplication::translate("jjak", "more than 10 people are waiting");
    case protocol::Crowd::Fifty:
        return QCoreApplication::translate("jjak", "more than 50 people are waiting");
    }
    return {};
}

QString label(protocol::ReportReason reason)
{
    switch (reason) {
    case protocol::ReportReason::Harassment:
        return QCoreApplication::translate("jjak", "Harassment or insults");
    case protocol::ReportReason::Spam:
        return QCoreApplication::translate("jjak", "Spam or fraud");
    case protocol::ReportReason::Underage:
        return QCoreApplication::translate("jjak", "Seems to be under age");
    case protocol::ReportReason::Threat:
        return QCoreApplication::translate("jjak", "Threats or violence");
    case protocol::ReportReason::Sexual:
        return QCoreApplication::translate("jjak", "Unwanted sexual content");
    case protocol::ReportReason::Other:
        return QCoreApplication::translate("jjak", "Something else");
    }
    return {};
}

} // namespace jjak::client
