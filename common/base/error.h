// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <array>
#include <optional>
#include <string_view>

#include "common/base/time.h"

namespace jjak {

//! Everything that can be answered instead of success: the one list. Codes travel, sentences stay in the clients.
enum class ErrorCode {
    ProtocolMalformed,
    ProtocolUnknownCommand,
    ProtocolBadField,
    ProtocolVersion,
    ProtocolOrder,
    AccessDenied,
    AuthRequired,
    AuthDenied,
    AuthToken,
    AuthBusy,
    RateLimited,
    Unavailable,
    AccountNameTaken,
    AccountNameInvalid,
    AccountPasswordWeak,
    AccountTooYoung,
    DeviceNotFound,
    PlaceNotACell,
    NearbyProposalOpen,
    ProposalGone,
    RoomNotFound,
    RoomLeft,
    RoomEnded,
    MessageConflict,
    StrangerLimit,
    StrangerLink,
    BlockNotFound,
    ReportTooLate,
    ReportNothing,
    RoomFrozen,
    RoomCooling,
    EventNotFound,
    EventClosed,
    ScriptInvalid,
    ScriptNotFound,
    DateElsewhere,
    DateNotFound,
    DatePhase,
    DateSeat,
    PairGone,
    AccountNotFound,
    MessageNotFound,
    MessageNotOwn,
    ReactionLimit,
    RoomMuted,
    RoomSlow,
    RoomReadOnly,
    RoomRole,
    RoomKind,
    RoomFull,
    RoomBanned,
    MemberNotFound,
    InvitationGone,
    InvitationLimit,
    StrangerFile,
    FileTooLarge,
    FileQuota,
    FileType,
    FileGone,
    UploadGone,
    UploadOffset,
    UploadLimit,
    LoungeNoName,
    LoungeNameSame,
    LoungeNotOwn,
    PostNotFound,
    CommentNotFound,
    TableNotFound,
    TableEnded,
    TableFull,
    TableLine,
    TableOwn,
    TableNotHost,
    TableSameHour,
    TableOpen,
    GuestNotFound,
    LetterNotFound,
    LetterUnreadable,
};

//! One row of the list: the code's name on the wire and what it tells, for the documents.
struct ErrorName {
    ErrorCode code;
    std::string_view name;
    std::string_view meaning;
};

inline constexpr std::array errorNames{
    ErrorName{ErrorCode::ProtocolMalformed, "protocol.malformed", "The frame is no JSON object of the expected shape; the connection is closed."},
    ErrorName{ErrorCode::ProtocolUnknownCommand, "protocol.unknown_command", "This server knows no command of that name."},
    ErrorName{ErrorCode::ProtocolBadField, "protocol.bad_field", "The field named in `field` is missing, of the wrong type or out of range, as `reason` says."},
    ErrorName{ErrorCode::ProtocolVersion, "protocol.version", "The server does not speak this protocol version; the connection is closed."},
    ErrorName{ErrorCode::ProtocolOrder, "protocol.order", "The command came at the wrong time: before `hello`, or a second `hello` or sign-in."},
    ErrorName{ErrorCode::AccessDenied, "access.denied", "This account may not use that command."},
    ErrorName{ErrorCode::AuthRequired, "auth.required", "Sign in first."},
    ErrorName{ErrorCode::AuthDenied, "auth.denied", "Name or password is wrong."},
    ErrorName{ErrorCode::AuthToken, "auth.token", "The device token is not valid (any more); sign in again."},
    ErrorName{ErrorCode::AuthBusy, "auth.busy", "Too many sign-ins at this moment; try again after `retry` ms."},
    ErrorName{ErrorCode::RateLimited, "rate.limited", "Too many commands of this kind; try again after `retry` ms."},
    ErrorName{ErrorCode::Unavailable, "unavailable", "The server cannot store anything at this moment; nothing was changed; try again after `retry` ms."},
    ErrorName{ErrorCode::AccountNameTaken, "account.name_taken", "Somebody bears this name already."},
    ErrorName{ErrorCode::AccountNameInvalid, "account.name_invalid", "The name has characters that are not allowed."},
    ErrorName{ErrorCode::AccountPasswordWeak, "account.password_weak", "The password is too short or too common."},
    ErrorName{ErrorCode::AccountTooYoung, "account.too_young", "The person is younger than this server allows."},
    ErrorName{ErrorCode::DeviceNotFound, "device.not_found", "No such device of this account."},
    ErrorName{ErrorCode::PlaceNotACell, "place.not_a_cell", "The place is no cell of this server's grid."},
    ErrorName{ErrorCode::NearbyProposalOpen, "nearby.proposal_open", "A proposal waits for an answer; the search cannot be changed now."},
    ErrorName{ErrorCode::ProposalGone, "proposal.gone", "The proposal has ended."},
    ErrorName{ErrorCode::RoomNotFound, "room.not_found", "No such room for this account."},
    ErrorName{ErrorCode::RoomLeft, "room.left", "This account has left the room; it can be read but not written."},
    ErrorName{ErrorCode::RoomEnded, "room.ended", "Nobody else is in the room any more; it can be read but not written."},
    ErrorName{ErrorCode::MessageConflict, "message.conflict", "The same client id was used before for another message."},
    ErrorName{ErrorCode::StrangerLimit, "stranger.limit", "No more messages until the other side has written."},
    ErrorName{ErrorCode::StrangerLink, "stranger.link", "No links until the other side has written."},
    ErrorName{ErrorCode::BlockNotFound, "block.not_found", "No such block of this account."},
    ErrorName{ErrorCode::ReportTooLate, "report.too_late", "The room was left too long ago to be reported."},
    ErrorName{ErrorCode::ReportNothing, "report.nothing", "There is nobody there to block or report."},
    ErrorName{ErrorCode::RoomFrozen, "room.frozen", "The host speaks; writing goes on at `until`."},
    ErrorName{ErrorCode::RoomCooling, "room.cooling", "Too many messages at once; this seat may write again at `until`."},
    ErrorName{ErrorCode::EventNotFound, "event.not_found", "No such event."},
    ErrorName{ErrorCode::EventClosed, "event.closed", "The event's doors are not open: not yet before `until`, or never again without it."},
    ErrorName{ErrorCode::ScriptInvalid, "script.invalid", "The script cannot be played: `reason` names the first mistake, `field` its line."},
    ErrorName{ErrorCode::ScriptNotFound, "script.not_found", "No such script, or not in that language."},
    ErrorName{ErrorCode::DateElsewhere, "date.elsewhere", "This account waits for, or sits in, another date."},
    ErrorName{ErrorCode::DateNotFound, "date.not_found", "This account has no seat in that date."},
    ErrorName{ErrorCode::DatePhase, "date.phase", "The date is in a phase in which this cannot be done."},
    ErrorName{ErrorCode::DateSeat, "date.seat", "This seat cannot be chosen: `reason` says whether it is one's own (`self`), empty (`empty`) or left (`left`)."},
    ErrorName{ErrorCode::PairGone, "pair.gone", "The pair's time has ended, or there never was one."},
    ErrorName{ErrorCode::AccountNotFound, "account.not_found", "Nobody bears this name."},
    ErrorName{ErrorCode::MessageNotFound, "message.not_found", "No such message in this room, or it was deleted."},
    ErrorName{ErrorCode::MessageNotOwn, "message.not_own", "Only its author can do this, and only with a text."},
    ErrorName{ErrorCode::ReactionLimit, "reaction.limit", "This message has as many different reactions as it can have."},
    ErrorName{ErrorCode::RoomMuted, "room.muted", "A moderator lets this member write again at `until`."},
    ErrorName{ErrorCode::RoomSlow, "room.slow", "Slow mode: the next message can be written at `until`."},
    ErrorName{ErrorCode::RoomReadOnly, "room.read_only", "This member may read but not write here."},
    ErrorName{ErrorCode::RoomRole, "room.role", "This needs another role in this room, or cannot be done to a member of that role."},
    ErrorName{ErrorCode::RoomKind, "room.kind", "Rooms of this kind have no such thing."},
    ErrorName{ErrorCode::RoomFull, "room.full", "The group has as many members as it can have."},
    ErrorName{ErrorCode::RoomBanned, "room.banned", "This person was banned from the group."},
    ErrorName{ErrorCode::MemberNotFound, "member.not_found", "No such member in this room, or has left."},
    ErrorName{ErrorCode::InvitationGone, "invitation.gone", "The invitation was withdrawn or is too old."},
    ErrorName{ErrorCode::InvitationLimit, "invitation.limit", "Too many invitations wait for an answer; some have to be answered first."},
    ErrorName{ErrorCode::StrangerFile, "stranger.file", "No images and files until the other side has written."},
    ErrorName{ErrorCode::FileTooLarge, "file.too_large", "The file is larger than this server takes."},
    ErrorName{ErrorCode::FileQuota, "file.quota", "This account's files take as much room as they may; delete some first."},
    ErrorName{ErrorCode::FileType, "file.type", "This is no image that can be shown: `reason` is `type` (neither JPEG, PNG nor WebP), `pixels` (too many) or `damaged`."},
    ErrorName{ErrorCode::FileGone, "file.gone", "The file is not there any more."},
    ErrorName{ErrorCode::UploadGone, "upload.gone", "No such upload of this device, or it was given up."},
    ErrorName{ErrorCode::UploadOffset, "upload.offset", "The chunk does not begin where the upload stands, or bytes are missing: go on at the offset that was told."},
    ErrorName{ErrorCode::UploadLimit, "upload.limit", "Too many uploads at once; finish or withdraw one first."},
    ErrorName{ErrorCode::LoungeNoName, "lounge.no_name", "Take a name in the lounge first: `lounge.introduce`."},
    ErrorName{ErrorCode::LoungeNameSame, "lounge.name_same", "The name in the lounge has to be another than the account's, so that nobody can tell who is who."},
    ErrorName{ErrorCode::LoungeNotOwn, "lounge.not_own", "Only who wrote it can do this."},
    ErrorName{ErrorCode::PostNotFound, "post.not_found", "No such post, or it was deleted."},
    ErrorName{ErrorCode::CommentNotFound, "comment.not_found", "No such comment, or it was deleted."},
    ErrorName{ErrorCode::TableNotFound, "table.not_found", "No such table."},
    ErrorName{ErrorCode::TableEnded, "table.ended", "The table has ended."},
    ErrorName{ErrorCode::TableFull, "table.full", "All seats are taken; ask for a place in the line."},
    ErrorName{ErrorCode::TableLine, "table.line", "All seats are taken, and the line is as long as it can be."},
    ErrorName{ErrorCode::TableOwn, "table.own", "It is one's own table."},
    ErrorName{ErrorCode::TableNotHost, "table.not_host", "Only its host can do this."},
    ErrorName{ErrorCode::TableSameHour, "table.same_hour", "Another table of this account begins within the same hour: say `sure` to come all the same."},
    ErrorName{ErrorCode::TableOpen, "table.open", "This post offers a table already."},
    ErrorName{ErrorCode::GuestNotFound, "guest.not_found", "This person has no seat at the table, waits for none and did not ask for one."},
    ErrorName{ErrorCode::LetterNotFound, "letter.not_found", "No such dead letter, or it was replayed or dropped."},
    ErrorName{ErrorCode::LetterUnreadable, "letter.unreadable", "This server cannot open the dead letter: another version wrote it, or one with another secret."},
};

//! The code's name on the wire, for instance "room.not_found".
std::string_view nameOf(ErrorCode code);
//! nullopt for a name that this version does not know.
std::optional<ErrorCode> errorCodeFrom(QStringView name);

//! A refusal: a code and the few arguments a client needs to make its sentence.
struct Error {
    ErrorCode code = ErrorCode::Unavailable;
    QString field = {};  //!< path of the offending field, for instance "args.text"
    QString reason = {}; //!< machine-readable: "missing", "type", "range", "length", "characters", ...
    Duration retry{0};   //!< when it makes sense to try again
    std::optional<Time> until = {}; //!< the moment from which on it is allowed, in server time

    friend bool operator==(const Error &, const Error &) = default;

    static Error badField(const QString &field, const QString &reason) { return {ErrorCode::ProtocolBadField, field, reason, {}}; }
    static Error later(ErrorCode code, Duration retry) { return {code, {}, {}, retry}; }
    static Error notBefore(ErrorCode code, std::optional<Time> until) { return {code, {}, {}, {}, until}; }
};

} // namespace jjak
