// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/core/session.h"

#include "client/core/session_private.h"

namespace jjak::client {

using namespace Qt::StringLiterals;
using namespace protocol;

Session::Session(SessionConfig config, SecretStore &secrets, Rng &rng, QObject *parent) : QObject(parent), d(std::make_unique<Private>(*this, std::move(config), secrets, rng)) {}

Session::~Session() = default;

void Session::connectTo(const QUrl &server)
{
    d->connectTo(server);
}

void Session::disconnect()
{
    d->link.close();
}

void Session::tryNow()
{
    d->link.tryNow();
}

ConnectionState Session::connectionState() const
{
    return d->shown;
}

Time Session::retryAt() const
{
    return d->link.retryAt();
}

LinkProblem Session::problem() const
{
    return d->link.problem();
}

QUrl Session::server() const
{
    return d->link.server();
}

const cmd::HelloReply &Session::hello() const
{
    return d->link.hello();
}

Time Session::serverNow() const
{
    return d->link.serverNow();
}

void Session::signUp(const QString &name, const QString &password, Day birth, const QString &deviceLabel, bool staySignedIn, Callback<> done)
{
    cmd::SignUp command{ClientId::random(d->rng), name, password, birth, deviceLabel, {}};
    if (!d->config.demoKey.isEmpty())
        command.demoKey = d->config.demoKey;
    d->beginSignIn(command, staySignedIn, std::move(done));
}

void Session::signIn(const QString &name, const QString &password, const QString &deviceLabel, bool staySignedIn, Callback<> done)
{
    d->beginSignIn(cmd::SignIn{ClientId::random(d->rng), name, password, deviceLabel}, staySignedIn, std::move(done));
}

void Session::signOut()
{
    d->signer.signOut();
}

int Session::unsentCount() const
{
    return d->outbox.size();
}

void Session::listDevices(Callback<QList<DeviceInfo>> done)
{
    d->link.send(cmd::ListDevices{}, [done = std::move(done)](const Result<cmd::DeviceList> &reply) {
        done(reply ? Result<QList<DeviceInfo>>(reply->devices) : Result<QList<DeviceInfo>>(reply.error()));
    });
}

void Session::revokeDevice(DeviceId device, Callback<> done)
{
    d->requests.add(cmd::RevokeDevice{device}, {}, d->plain<cmd::Empty>(std::move(done), "device.revoke"));
}

void Session::seek(Cell cell, Reach reach, Callback<> done)
{
    const auto verdict = [this, cell, reach]() -> std::optional<Result<>> {
        const auto &ticket = d->state.nearby.ticket;
        return ticket && ticket->cell == cell && ticket->reach == reach ? std::optional<Result<>>(Done()) : std::nullopt;
    };
    d->requests.add(cmd::Seek{cell, reach}, u"search"_s, d->nearby(std::move(done), "nearby.seek"), verdict);
}

void Session::cancelSeek(Callback<> done)
{
    const auto verdict = [this]() -> std::optional<Result<>> {
        const Nearby &now = d->state.nearby;
        return now.ticket || now.proposal ? std::nullopt : std::optional<Result<>>(Done());
    };
    d->requests.add(cmd::CancelSeek{}, u"search"_s, d->nearby(std::move(done), "nearby.cancel"), verdict);
}

void Session::accept(ProposalId proposal, Callback<> done)
{
    const auto verdict = [this, proposal]() -> std::optional<Result<>> {
        const Nearby &now = d->state.nearby;
        if (now.proposal && now.proposal->proposal == proposal)
            return now.proposal->mine == Answer::Open ? std::nullopt : std::optional<Result<>>(Done());
        const bool met = now.ended && now.ended->proposal == proposal && now.ended->outcome == Outcome::Accepted;
        return met ? Result<>(Done()) : Result<>(ErrorCode::ProposalGone);
    };
    d->requests.add(cmd::Accept{proposal}, u"answer"_s, d->nearby(std::move(done), "proposal.accept"), verdict);
}

void Session::decline(ProposalId proposal, Callback<> done)
{
    const auto verdict = [this, proposal]() -> std::optional<Result<>> {
        const Nearby &now = d->state.nearby;
        if (now.proposal && now.proposal->proposal == proposal)
            return std::nullopt;
        const bool met = now.ended && now.ended->proposal == proposal && now.ended->outcome == Outcome::Accepted;
        return met ? Result<>(ErrorCode::ProposalGone) : Result<>(Done());
    };
    d->requests.add(cmd::Decline{proposal}, u"answer"_s, d->nearby(std::move(done), "proposal.decline"), verdict);
}

void Session::block(Whom whom, Callback<BlockId> done)
{
    d->requests.add(cmd::Block{whom.room, whom.proposal, whom.member}, {}, [this, done = std::move(done)](const Result<cmd::Blocked> &reply) {
        if (done)
            done(reply ? Result<BlockId>(reply->block) : Result<BlockId>(reply.error()));
        else if (!reply)
            Q_EMIT failed(reply.error(), u"safety.block"_s);
    });
}

void Session::report(Whom whom, ReportReason reason, const QString &note, bool alsoBlock, Callback<> done)
{
    const cmd::Report command{ClientId::random(d->rng), whom.room, whom.proposal, reason, note, alsoBlock, whom.member};
    d->requests.add(command, {}, d->plain<cmd::Reported>(std::move(done), "safety.report"));
}

void Session::leave(RoomId room, Callback<> done)
{
    d->requests.add(cmd::Leave{room}, {}, d->plain<cmd::Empty>(std::move(done), "room.leave"));
}

void Session::listBlocks(Callback<QList<BlockInfo>> done)
{
    d->link.send(cmd::ListBlocks{}, [done = std::move(done)](const Result<cmd::BlockList> &reply) {
        done(reply ? Result<QList<BlockInfo>>(reply->blocks) : Result<QList<BlockInfo>>(reply.error()));
    });
}

void Session::unblock(BlockId block, Callback<> done)
{
    d->requests.add(cmd::Unblock{block}, {}, d->plain<cmd::Empty>(std::move(done), "safety.unblock"));
}

Result<ClientId> Session::sendText(RoomId room, const QString &text, qint64 replyTo, const QList<int> &mentions)
{
    const RoomEntry *entry = d->state.room(room);
    if (!entry)
        return ErrorCode::RoomNotFound;
    if (replyTo < 0 || replyTo > entry->room.head)
        return ErrorCode::MessageNotFound;
    if (auto checked = checkText(text, Rule::text(1, limits::messageCodePoints), u"args.text"_s); !checked)
        return checked.error();
    if (const auto refused = maySend(room))
        return *refused;
    if (const auto wrong = Private::wrongMentions(entry->room, mentions))
        return *wrong;
    OutboxEntry message{room, ClientId::random(d->rng), text, serverNow()};
    message.reply = replyTo;
    message.mentions = mentions.isEmpty() ? mentionsIn(text, entry->room) : mentions;
    d->typingSent.remove(room);
    d->outbox.add(message);
    return message.cid;
}

void Session::retry(ClientId cid)
{
    const ClientId fresh = ClientId::random(d->rng);
    // Under whichever id it is sent, its bytes are there.
    if (const auto entry = d->outbox.entry(cid); entry && entry->file && entry->error.code == ErrorCode::MessageConflict)
        d->shelf.rename(cid, fresh);
    d->outbox.retry(cid, fresh, serverNow());
}

bool Session::discard(ClientId cid)
{
    const auto entry = d->outbox.entry(cid);
    if (entry && entry->file && entry->state != OutboxEntry::State::Stored)
        d->uploads.withdraw(cid);
    return d->outbox.discard(cid);
}

std::vector<OutboxEntry> Session::outbox(RoomId room) const
{
    return d->outbox.entries(room);
}

void Session::markRead(RoomId room, qint64 seq)
{
    const Effects effects = applyOwnRead(d->state, room, seq);
    d->handle(effects);
    if (!effects.empty())
        d->on(effect::TellRead{room, seq});
    d->readHidden(room);
}

void Session::typing(RoomId room)
{
    const RoomEntry *entry = d->state.room(room);
    if (!entry || !isWritable(entry->room) || !d->signer.isSignedIn())
        return;
    QElapsedTimer &sent = d->typingSent[room];
    if (sent.isValid() && Duration(sent.elapsed()) < d->config.times.typingEvery)
        return;
    sent.start();
    d->link.send(cmd::Typing{room}, [](const Result<cmd::Empty> &) {});
}

QString Session::draft(RoomId room) const
{
    return d->drafts.value(room);
}

void Session::setDraft(RoomId room, const QString &text)
{
    if (d->drafts.value(room) == text)
        return;
    if (text.isEmpty())
        d->drafts.remove(room);
    else
        d->drafts.insert(room, text);
    d->cache.putDraft(room, text);
    d->showRoom(room);
    Q_EMIT draftChanged(room);
}

qint64 Session::scrollPosition(RoomId room) const
{
    return d->cache.scrollPosition(room);
}

void Session::setScrollPosition(RoomId room, qint64 seq)
{
    d->cache.putScrollPosition(room, seq);
}

QList<Message> Session::cachedMessages(RoomId room, qint64 before, int limit) const
{
    const RoomEntry *entry = d->state.room(room);
    auto messages = entry ? d->cache.messagesBefore(room, before > 0 ? before : entry->have + 1, limit) : QList<Message>();
    messages.removeIf([&](const Message &message) { return d->isHidden(room, message); });
    return messages;
}

Lounge &Session::lounge()
{
    return d->lounge;
}

Tables &Session::tables()
{
    return d->tables;
}

const State &Session::state() const
{
    return d->state;
}

RoomListModel *Session::rooms()
{
    return &d->rooms;
}

MessageListModel *Session::openRoom(RoomId room)
{
    const RoomEntry *entry = d->state.room(room);
    if (!entry)
        return nullptr;
    if (MessageListModel *model = d->open.value(room))
        return model;
    auto *model = new MessageListModel(room, *d, this);
    d->open.insert(room, model);
    model->setRoom(entry->room);
    model->setHidden(d->hiddenIn(room), entry->have);
    model->reload(entry->have);
    model->setOutbox(d->outbox.entries(room));
    if (model->rowCount() == 0)
        model->fetchOlder();
    return model;
}

void Session::closeRoom(RoomId room)
{
    if (MessageListModel *model = d->open.take(room))
        model->deleteLater();
}

} // namespace jjak::client
