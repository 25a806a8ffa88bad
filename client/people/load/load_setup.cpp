// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QSaveFile>
#include <cstdio>

#include "client/people/load/load.h"

//! From nothing to rooms of two.
namespace jjak::people {

using namespace Qt::StringLiterals;
using namespace protocol;

namespace {

//! Every pair waits in a cell of its own, so that nobody else is found there.
Cell cellOf(size_t index)
{
    const auto pair = int(index / 2);
    return Cell::containing({-60.0 + (pair / 360) * 0.2, -180.0 + pair % 360}, limits::cellKm);
}

QString passwordOf(const QString &name)
{
    return u"load test: "_s + name;
}

} // namespace

template <class C>
qint64 Load::ask(Peer &peer, const C &command)
{
    const qint64 id = peer.nextId++;
    peer.socket.send(encodeRequest(id, command));
    return id;
}

void Load::signIn(size_t index)
{
    Peer &peer = *m_peers[index];
    peer.stage = Stage::Signing;
    const QString name = u"%1-%2"_s.arg(m_config.prefix).arg(index);
    if (!peer.token.isEmpty())
        ask(peer, cmd::Resume{peer.token});
    else if (peer.hasAccount)
        ask(peer, cmd::SignIn{ClientId::random(m_rng), name, passwordOf(name), u"load"_s});
    else
        ask(peer, cmd::SignUp{ClientId::random(m_rng), name, passwordOf(name), Day(std::chrono::year(1990) / 1 / 1), u"load"_s, {}});
}

void Load::hearSetup(size_t index, QByteArrayView text)
{
    const auto frame = parseServerFrame(text);
    if (!frame)
        return;
    if (const auto *answer = std::get_if<Answered>(&*frame))
        return hearAnswer(index, *answer);
    const auto *event = std::get_if<Event>(&*frame);
    if (!event)
        return;
    if (const auto *state = std::get_if<ev::NearbyState>(event))
        nearby(index, state->nearby);
    else if (const auto *room = std::get_if<ev::RoomState>(event))
        roomOpened(index, room->room);
}

void Load::hearAnswer(size_t index, const Answered &answer)
{
    Peer &peer = *m_peers[index];
    if (const auto *error = std::get_if<Error>(&answer.result))
        return hearRefusal(index, *error);
    const QJsonValue ok(std::get<QJsonObject>(answer.result));
    switch (peer.stage) {
    case Stage::Greeting:
        return signIn(index);
    case Stage::Signing:
        if (const auto signedIn = decode<cmd::SignedIn>(ok, u"ok"_s); signedIn && signedIn->token)
            peer.token = *signedIn->token;
        peer.stage = Stage::Syncing;
        ask(peer, cmd::Sync{});
        return;
    case Stage::Syncing:
        if (const auto snapshot = decode<cmd::Snapshot>(ok, u"ok"_s)) {
            for (const Room &room : snapshot->rooms)
                roomOpened(index, room);
            if (peer.stage == Stage::Syncing)
                seek(index);
        }
        return;
    case Stage::Seeking:
    case Stage::Answering:
        if (const auto state = decode<Nearby>(ok, u"ok"_s))
            nearby(index, *state);
        return;
    default:
        return;
    }
}

void Load::hearRefusal(size_t index, const Error &error)
{
    Peer &peer = *m_peers[index];
    const auto name = nameOf(error.code);
    m_result.problem = QString::fromLatin1(name.data(), qsizetype(name.size()));
    if (error.code == ErrorCode::AccountNameTaken)
        peer.hasAccount = true;
    if (error.code == ErrorCode::AuthToken) {
        peer.token.clear();
        peer.hasAccount = true;
    }
    peer.retryAt = now() + std::max<qint64>(error.retry.count(), 200) * 1000;
    if (peer.stage == Stage::Signing && (error.code == ErrorCode::AccountNameTaken || error.code == ErrorCode::AuthToken))
        return signIn(index);
    if (peer.stage != Stage::Answering)
        lost(index); // comes back when its time has come
}

void Load::seek(size_t index)
{
    Peer &peer = *m_peers[index];
    peer.stage = Stage::Seeking;
    ask(peer, cmd::Seek{cellOf(index), Reach::SameArea});
}

void Load::nearby(size_t index, const Nearby &state)
{
    Peer &peer = *m_peers[index];
    if (peer.stage != Stage::Seeking && peer.stage != Stage::Answering)
        return;
    if (state.proposal && state.proposal->proposal != peer.answered) {
        peer.answered = state.proposal->proposal;
        peer.stage = Stage::Answering;
        ask(peer, cmd::Accept{peer.answered});
    } else if (!state.proposal && !state.ticket && (!state.ended || state.ended->outcome != Outcome::Accepted)) {
        seek(index);
    }
}

void Load::roomOpened(size_t index, const Room &room)
{
    Peer &peer = *m_peers[index];
    if (peer.stage < Stage::Syncing || peer.stage == Stage::Ready || room.members.size() != 2)
        return;
    for (const Member &member : room.members) {
        if (member.left)
            return;
    }
    peer.room = room.room;
    peer.stage = Stage::Ready;
}

void Load::open(size_t index)
{
    Peer &peer = *m_peers[index];
    if (!peer.socket.connectTo(m_config.address, m_config.port, m_rng)) {
        m_result.problem = u"no more sockets"_s;
        return lost(index);
    }
    peer.stage = Stage::Connecting;
    peer.answered = {};
    cmd::Hello hello;
    hello.client = u"jjak-people load"_s;
    peer.nextId = 1;
    peer.waiting.clear();
    peer.hello = encodeRequest(peer.nextId++, hello);
    watch(index);
}

//! Opens connections as long as few are busy with passwords.
void Load::openSome()
{
    int busy = 0;
    for (const auto &peer : m_peers)
        busy += peer->stage > Stage::Closed && peer->stage < Stage::Seeking;
    for (size_t i = 0; i < m_peers.size() && busy < m_config.atOnce; ++i) {
        if (m_peers[i]->stage == Stage::Closed && m_peers[i]->retryAt <= now()) {
            open(i);
            ++busy;
        }
    }
}

void Load::readTokens()
{
    QFile file(m_config.tokens);
    if (m_config.tokens.isEmpty() || !file.open(QIODevice::ReadOnly))
        return;
    for (auto &peer : m_peers) {
        peer->token = QString::fromLatin1(file.readLine(64).trimmed());
        if (file.atEnd())
            return;
    }
}

void Load::writeTokens() const
{
    QSaveFile file(m_config.tokens);
    if (m_config.tokens.isEmpty() || !file.open(QIODevice::WriteOnly))
        return;
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    for (const auto &peer : m_peers)
        file.write(peer->token.toLatin1() + '\n');
    file.commit();
}

bool Load::isAllReady() const
{
    return std::all_of(m_peers.begin(), m_peers.end(), [](const auto &peer) { return peer->stage == Stage::Ready; });
}

QString Load::progress() const
{
    std::array<int, 8> count{};
    for (const auto &peer : m_peers)
        ++count[size_t(peer->stage)];
    return u"closed %1, signing in %2, looking %3, with a room %4 of %5"_s.arg(count[0])
        .arg(count[1] + count[2] + count[3] + count[4])
        .arg(count[5] + count[6])
        .arg(count[7])
        .arg(m_peers.size());
}

} // namespace jjak::people
