// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QUrl>
#include <functional>
#include <memory>

#include "client/core/cache/outbox_entry.h"
#include "client/core/connection_state.h"
#include "client/core/lounge/lounge.h"
#include "client/core/lounge/tables.h"
#include "client/core/models/message_list_model.h"
#include "client/core/models/room_list_model.h"
#include "client/core/net/link_state.h"
#include "client/core/occasion.h"
#include "client/core/session_config.h"
#include "client/core/settings/secret_store.h"
#include "client/core/state/state.h"
#include "common/protocol/commands.h"
#include "common/rules/roles.h"

namespace jjak::client {

//! What is called when a command is answered: once, never during the call that took it, never after the Session is gone.
template <class T = Done>
using Callback = std::function<void(Result<T>)>;

//! Whom a block or a report is about: the other person of a room, or of the open proposal; in a date the member of that
//! number (a seat's number is also its member's).
struct Whom {
    std::optional<RoomId> room = {};
    std::optional<ProposalId> proposal = {};
    std::optional<int> member = {};
    static Whom of(RoomId id) { return {id, {}, {}}; }
    static Whom of(RoomId id, int member) { return {id, {}, member}; }
    static Whom of(ProposalId id) { return {{}, id, {}}; }
};

//! One account on one server: the only door of every client to the network, the cache and the state. It connects, signs
//! in, resumes, catches up and keeps sending what was not confirmed, all by itself. Everything happens in the thread that
//! made it, which needs a running QCoreApplication. It shows nothing and asks nobody.
//!
//! What was asked while there is no connection: sign-in fails; lists (devices, blocks) fail with `unavailable`; messages
//! wait in the outbox, also over a restart; everything else waits in memory and is sent after the reconnect, as long as it
//! still makes sense (an answer to a proposal that is gone is answered with `proposal.gone`).
class Session : public QObject {
    Q_OBJECT

public:
    //! The store and the generator have to outlive the session.
    Session(SessionConfig config, SecretStore &secrets, Rng &rng, QObject *parent = nullptr);
    ~Session() override;

    // --- connection -------------------------------------------------------------------------------------------------

    //! Connects and stays connected. With a device token in the store the session is resumed by itself, and the cache is
    //! shown at once; without one, state Connected means: show the sign-in page. Another server than before signs nobody
    //! out: its own token is used when one is there.
    void connectTo(const QUrl &server);
    //! Closes the connection and stays offline. Nothing is forgotten.
    void disconnect();
    //! While Waiting: try now.
    void tryNow();
    ConnectionState connectionState() const;
    //! While Waiting: when the next attempt begins (local clock).
    Time retryAt() const;
    //! Why the last connection or attempt ended.
    LinkProblem problem() const;
    QUrl server() const;
    //! What the server said in its hello: cell size, minimum age, features. Defaults before the first one.
    const protocol::cmd::HelloReply &hello() const;
    //! The server's clock, for countdowns; the local one before the first hello.
    Time serverNow() const;

    // --- account ----------------------------------------------------------------------------------------------------

    //! Makes an account and signs in. connectTo() first; waits for the connection that is being opened. Repeated by itself
    //! with the same attempt when the answer was lost. Errors: account.*, auth.*, rate.limited, unavailable, bad_field.
    //! With `staySignedIn` the token goes to the SecretStore, else it lives as long as the Session.
    void signUp(const QString &name, const QString &password, Day birth, const QString &deviceLabel, bool staySignedIn, Callback<> done);
    void signIn(const QString &name, const QString &password, const QString &deviceLabel, bool staySignedIn, Callback<> done);
    //! Ends the device's session on the server (when it can be reached within 3 s) and here: the token and the cache of
    //! this account are erased, unsent messages too (see unsentCount(), ask before). When the server ends it (revoked,
    //! expired), what can be read is erased as well, but drafts and unsent messages wait for the next sign-in.
    void signOut();
    //! Signed in, or known from the cache and about to resume.
    bool isSignedIn() const { return state().account.has_value(); }
    //! Messages of all rooms that are not confirmed yet.
    int unsentCount() const;
    void listDevices(Callback<QList<protocol::DeviceInfo>> done);
    void revokeDevice(DeviceId device, Callback<> done = {});

    // --- Nearby -----------------------------------------------------------------------------------------------------

    //! Waits for somebody, or changes the search. The cell has to be of hello().cellKm.
    void seek(Cell cell, Reach reach, Callback<> done = {});
    void cancelSeek(Callback<> done = {});
    void accept(ProposalId proposal, Callback<> done = {});
    void decline(ProposalId proposal, Callback<> done = {});

    // --- blind date -------------------------------------------------------------------------------------------------
    // Without a callback a refusal is told by failed(). What the state holds is renewed before the callback is called.

    //! Everything the server told about lobby, date, pairs and how waiting ended; of version 0 or -1 as long as nothing
    //! was told on this connection.
    const protocol::BlindDate &blindDate() const { return state().blindDate; }
    //! Events that have not ended, the next first.
    const QList<protocol::EventInfo> &events() const { return state().events; }
    //! What the account may do; User until somebody has signed in.
    protocol::Role role() const { return state().role; }

    //! Waits in the event's lobby, or goes on waiting. Errors: event.not_found, event.closed (`until`: the doors open then),
    //! date.elsewhere.
    void enterDate(EventId event, Callback<> done = {});
    //! Leaves the lobby, or the date for good.
    void leaveDate(Callback<> done = {});
    //! Notes a first impression; 0: nobody. Errors: date.phase, date.seat, date.not_found.
    void pick(DateId date, int seat, Callback<> done = {});
    //! Points one's arrow; 0: at nobody. The latest choice counts, in whatever order answers come. Errors as pick().
    void shoot(DateId date, int seat, Callback<> done = {});
    //! What was chosen last and is not confirmed yet (without a connection: waits to be sent); nullopt when what
    //! blindDate() says is all there is.
    std::optional<int> pendingArrow() const;
    std::optional<int> pendingPick() const;
    //! Says that one wants the pair's room. Errors: pair.gone.
    void openPair(PairId pair, Callback<> done = {});

    //! Operators: opens an event (`cid` is filled in); eventOpened() follows. Errors: bad_field, script.invalid, access.denied.
    void openEvent(const protocol::cmd::OpenEvent &event, Callback<protocol::EventInfo> done = {});
    void closeEvent(EventId event, Callback<> done = {});
    //! The latest events that have ended: endedEventsListed() follows, or failed(). Fails at once without a connection.
    void listEndedEvents();

    //! Whether to be reminded 10 minutes and 1 minute before it begins; kept on this computer. Of a table only while one has
    //! a seat there.
    void setReminder(const Occasion &occasion, bool on);
    bool hasReminder(const OccasionId &id) const;

    //! The language of the interface has changed ("ko", "en"): the host's lines are fetched in it. Until then it is that of
    //! the default QLocale.
    void setLanguage(const QString &language);
    //! What the host says in that message; "…" as long as its words are not here, roomChanged() follows.
    QString hostText(RoomId room, const protocol::Message &line) const;
    //! The topic of the date at this moment, in words; empty when there is none.
    QString topicText() const;

    // --- safety -----------------------------------------------------------------------------------------------------

    void block(Whom whom, Callback<BlockId> done = {});
    void report(Whom whom, protocol::ReportReason reason, const QString &note, bool alsoBlock, Callback<> done = {});
    //! Of a group: it is gone from here at once.
    void leave(RoomId room, Callback<> done = {});
    void listBlocks(Callback<QList<protocol::BlockInfo>> done);
    void unblock(BlockId block, Callback<> done = {});

    // --- rooms ------------------------------------------------------------------------------------------------------

    //! Puts the message into the outbox (on the disk) and sends it as soon as possible, in order. The error is immediate:
    //! bad_field for a text that is empty, too long or has forbidden characters; else as maySend(). In a date nothing waits
    //! while writing is not allowed: the composer keeps the text. When the server refuses for that reason all the same,
    //! messageReturned() gives it back. `replyTo`: seq of the message it answers, 0: of none.
    //! `mentions`: numbers of members, in a group; none: those that the text names with an "@".
    Result<ClientId> sendText(RoomId room, const QString &text, qint64 replyTo = 0, const QList<int> &mentions = {});
    //! Why nothing can be written there at this moment, nullopt when it can: room.not_found, room.left, room.ended; in a
    //! group also room.read_only, room.muted (`until`) and room.slow (`until`; absent while a message waits to be sent); in a
    //! date also room.frozen (`until`: when writing goes on; absent when it does not), room.cooling (`until`) and, before
    //! the date is known, unavailable. Ask again at `until` and at blindDateChanged().
    std::optional<Error> maySend(RoomId room) const;
    //! Gives one's own message other words, deletes it for everybody, puts a reaction to a message or takes it back. It is
    //! seen when the server has answered, not before. Without a callback a refusal is told by failed(). Errors:
    //! message.not_found, message.not_own, reaction.limit, bad_field and those of maySend().
    void editMessage(RoomId room, qint64 seq, const QString &text, Callback<> done = {});
    void deleteMessage(RoomId room, qint64 seq, Callback<> done = {});
    void react(RoomId room, qint64 seq, const QString &emoji, bool on, Callback<> done = {});
    //! One message, for quotes; nullopt when it is not here or of a hidden seat.
    std::optional<protocol::Message> cachedMessage(RoomId room, qint64 seq) const;
    //! One's own text that is not deleted, in a room that can be written to: may be edited.
    bool mayEdit(RoomId room, const protocol::Message &message) const;
    //! One's own message, also an image or a file, or in a group one of which one's role may delete those of others.
    bool mayDelete(RoomId room, const protocol::Message &message) const;
    //! Not in a room that cannot be written to; slow mode does not hinder.
    bool mayReact(RoomId room) const;
    //! Sends a refused message again, as the newest one.
    void retry(ClientId cid);
    //! Forgets a message of the outbox. false when it is being sent at this moment or not there.
    bool discard(ClientId cid);
    std::vector<OutboxEntry> outbox(RoomId room) const;
    //! Has been seen up to here: told to the server, also later. Never moves back.
    void markRead(RoomId room, qint64 seq);
    //! Everything in all rooms.
    void markAllRead();
    //! How long messages from now on are kept. Errors: room.kind, room.role, those of maySend().
    void setExpiry(RoomId room, protocol::Expiry expiry, Callback<> done = {});
    //! No notifications from there, on none of one's devices.
    void setSilent(RoomId room, bool silent, Callback<> done = {});
    //! Messages that contain the text, in one room or in all. `after`: `next` of the page before, else empty. Fails at once
    //! without a connection.
    void search(const QString &text, std::optional<RoomId> room, const QString &after, Callback<protocol::cmd::Found> done);
    //! The user is writing: call at every key, it is told at most every 3 s.
    void typing(RoomId room);
    QString draft(RoomId room) const;
    //! Kept on the disk; empty removes it.
    void setDraft(RoomId room, const QString &text);
    //! Where the view of a room stood: the seq of the topmost visible message, 0 for the end.
    qint64 scrollPosition(RoomId room) const;
    void setScrollPosition(RoomId room, qint64 seq);
    //! Messages of the cache, for programs without models: at most `limit` right below `before` (0: the newest), without
    //! those of hidden seats.
    QList<protocol::Message> cachedMessages(RoomId room, qint64 before, int limit) const;

    // --- images and files -------------------------------------------------------------------------------------------

    //! Puts the file into the outbox and uploads it as soon as possible, also after a restart; other messages do not wait
    //! for it, it has its place when it is complete. It is read where it lies: changed or gone, it is refused (file.gone).
    //! Errors at once: file.gone, file.too_large, bad_field (args.caption; args.bytes: it is empty), stranger.file (as far as
    //! it is known here for sure that the other has not written) and those of maySend().
    Result<ClientId> sendFile(RoomId room, const QString &path, const QString &caption, qint64 replyTo = 0);
    //! The same with an image that the caller has prepared: JPEG, PNG or WebP, nothing in it that should not be seen.
    Result<ClientId> sendImage(RoomId room, const QByteArray &bytes, const QString &name, const QString &caption, qint64 replyTo = 0);
    //! The bytes of an image that sendImage() put into the outbox, for a preview; empty when it is not there.
    QByteArray outgoingImage(ClientId cid) const;
    //! Gives it up, whether it waits, is under way or was refused; nothing happens when it is complete.
    void cancelUpload(ClientId cid);
    //! The bytes of a message's file or thumbnail, from this computer or from the server; without a connection it waits for
    //! one. Errors: file.gone, message.not_found, room.*. Called never after cancelFetch().
    void fetchFile(RoomId room, qint64 seq, bool thumbnail, Callback<QByteArray> done);
    //! Of the file; thumbnails are small and come all the same.
    void cancelFetch(RoomId room, qint64 seq);

    // --- groups -----------------------------------------------------------------------------------------------------

    //! Opens a group and invites the others of these direct rooms. Errors: bad_field (args.name), room.not_found, room.full,
    //! invitation.limit.
    void createGroup(const QString &name, const QList<RoomId> &with, Callback<RoomId> done);
    //! Errors of all these: room.not_found, room.role, room.kind; here also room.full, room.banned, invitation.limit.
    void invite(RoomId group, RoomId with, Callback<> done = {});
    //! Those that wait for one's answer, the latest first; none until the first synced().
    const QList<protocol::Invitation> &invitations() const { return state().invitations; }
    //! With the group's room when it was accepted. Errors: invitation.gone, room.full.
    void answerInvitation(InvitationId invitation, bool accept, Callback<std::optional<RoomId>> done = {});
    //! `ban`: cannot be invited again before unban(). Errors also: member.not_found, as all below.
    void removeMember(RoomId group, int member, bool ban, Callback<> done = {});
    void unban(RoomId group, int member, Callback<> done = {});
    //! 0: may write again.
    void muteMember(RoomId group, int member, std::chrono::minutes time, Callback<> done = {});
    void renameGroup(RoomId group, const QString &name, Callback<> done = {});
    //! Seconds between two messages of a member; 0: off.
    void setSlowMode(RoomId group, std::chrono::seconds pause, Callback<> done = {});
    //! To Owner: hands the group over.
    void appoint(RoomId group, int member, protocol::MemberRole role, Callback<> done = {});
    //! Whether one's role in that group allows it; when it is done to somebody, also to that member. For which buttons to
    //! show. False for members who left, except UnbanMember, which is for banned ones only. What a direct room lets
    //! everybody do (Read, Write, React, EditOwn, DeleteOwn, SetExpiry, Leave) is allowed there.
    bool mayIn(RoomId room, Right right, int targetMember = 0) const;

    // --- what others see --------------------------------------------------------------------------------------------

    //! What the server said last; all true before.
    const protocol::Settings &settings() const { return state().settings; }
    void changeSettings(const protocol::Settings &settings, Callback<> done = {});
    //! Nobody has touched this device for a while, or somebody does again; told again after a reconnect.
    void setAway(bool away);

    //! The lounge: posts, comments, and who one is there. Lives as long as the session.
    Lounge &lounge();
    //! Coffee tables of the lounge. Lives as long as the session.
    Tables &tables();

    const State &state() const;
    //! Lives as long as the session.
    RoomListModel *rooms();
    //! The model of one room, filled from the cache and kept up to date until closeRoom(); the same one for the same room.
    //! nullptr for an unknown room. All models are deleted (later) after signedOut(), except when replaced.
    MessageListModel *openRoom(RoomId room);
    //! Deletes the model later, when the views have let go.
    void closeRoom(RoomId room);

Q_SIGNALS:
    void stateChanged(jjak::client::ConnectionState state);
    //! Signed in by password or resumed; the state is still the cached one, see synced().
    void signedIn();
    void signedOut(jjak::client::SignOutReason reason);
    //! Everything missed is here: after each sign-in, resume and resync.
    void synced();
    void nearbyChanged();
    //! blindDate(), pendingArrow() or pendingPick() is another one.
    void blindDateChanged();
    //! events() is another list.
    void eventsChanged();
    //! By openEvent() of this session.
    void eventOpened(const jjak::protocol::EventInfo &event);
    void endedEventsListed(const QList<jjak::protocol::EventInfo> &events);
    //! invitations() is another list.
    void invitationsChanged();
    //! settings() are other ones, by whatever device.
    void settingsChanged();
    //! So much of an upload has arrived at the server.
    void uploadProgress(jjak::RoomId room, jjak::ClientId cid, qint64 sent, qint64 total);
    //! So much of a file (not of thumbnails) is here.
    void fetchProgress(jjak::RoomId room, qint64 seq, qint64 have, qint64 total);
    //! These messages are gone by their time, or everything up to a floor; no model has them any more.
    void messagesExpired(jjak::RoomId room);
    //! What setReminder() asked for begins in about so many minutes (10 or 1); once each.
    void reminded(const jjak::client::Occasion &occasion, int minutes);
    //! By setReminder().
    void remindersChanged();
    //! A date's host did not allow this message (any more): it is not in the outbox. The room's draft begins with the text
    //! already, so showing draft(room) is enough. `error.until`: when writing goes on.
    void messageReturned(jjak::RoomId room, const QString &text, const jjak::Error &error);
    //! A room that was unknown until now, after an acceptance or from another device. Not for the first listing.
    void roomOpened(jjak::RoomId room);
    //! Members, read positions, head or typing of the room changed; room unknown to state(): it is gone.
    void roomChanged(jjak::RoomId room);
    //! A new message: told at this moment, or missed and unread. In order, once each, also one's own. Not for deleted ones.
    void messageArrived(jjak::RoomId room, const jjak::protocol::Message &message);
    //! A message was edited, deleted or reacted to, by anybody; also one that is not loaded in a model.
    void messageChanged(jjak::RoomId room, const jjak::protocol::Message &message);
    //! A message of the outbox was added, confirmed, refused or discarded.
    void outboxChanged(jjak::RoomId room);
    void draftChanged(jjak::RoomId room);
    //! Nothing can be stored on this computer: drafts and unsent messages are lost when the program ends.
    void cacheUnavailable();
    //! The token could not be stored: this device has to sign in again after the next start.
    void tokenNotStored();
    //! The cache was damaged and begun anew; so many unsent messages and drafts could be saved from it.
    void cacheRebuilt(int saved);
    //! Something asked without a callback was refused. `what` is the command's name, for instance "room.send".
    void failed(const jjak::Error &error, const QString &what);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace jjak::client
