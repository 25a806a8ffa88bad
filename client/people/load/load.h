// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QUrl>
#include <memory>
#include <vector>

#include "client/people/load/histogram.h"
#include "client/people/load/raw_client.h"
#include "common/protocol/frame.h"

namespace jjak::people {

//! What to do to a server. Everything is bounded.
struct LoadConfig {
    QByteArray address = "127.0.0.1";
    quint16 port = 8484;
    int connections = 100;   //!< even; two of them make a room
    double rate = 100;       //!< messages a second, of all together
    int seconds = 10;
    int setupSeconds = 300;  //!< until everybody has a room
    int textBytes = 100;
    int atOnce = 32;         //!< sign-ups under way at the same time
    QString tokens;          //!< file of device tokens, read and written: the next run need not sign up
    QString prefix = QStringLiteral("load");
};

//! What came of it.
struct LoadResult {
    bool ready = false;
    int rooms = 0;
    qint64 sent = 0, acknowledged = 0, refused = 0, delivered = 0, lostConnections = 0;
    double seconds = 0;
    Histogram ack, delivery; //!< microseconds
    QString problem;
};

//! Load on a server from one thread: signs accounts up or in, pairs them through Nearby, sends at an even rate, and
//! measures from the moment a message was due until its answer, and until it is with the other side.
class Load {
public:
    Load(LoadConfig config, Rng &rng);
    ~Load();
    LoadResult run();

private:
    enum class Stage { Closed, Connecting, Greeting, Signing, Syncing, Seeking, Answering, Ready };
    struct Peer {
        RawClient socket;
        Stage stage = Stage::Closed;
        qint64 nextId = 1;
        QString token;
        RoomId room;
        ProposalId answered;
        qint64 retryAt = 0; //!< µs; Closed or Signing: when to go on
        bool hasAccount = false;
        QByteArray hello;   //!< sent when the handshake is done
        QHash<qint64, qint64> waiting; //!< command → when it was due, µs
    };

    template <class C>
    qint64 ask(Peer &peer, const C &command);
    void openSome();
    void open(size_t index);
    void watch(size_t index);
    void poll(int milliseconds);
    void hear(size_t index, QByteArrayView text);
    void hearSetup(size_t index, QByteArrayView text);
    void hearAnswer(size_t index, const protocol::Answered &answer);
    void hearRefusal(size_t index, const Error &error);
    void signIn(size_t index);
    void nearby(size_t index, const protocol::Nearby &state);
    void roomOpened(size_t index, const protocol::Room &room);
    void seek(size_t index);
    void hearLoad(Peer &peer, size_t index, QByteArrayView text);
    void sendOne(qint64 number, qint64 due);
    void measure();
    void lost(size_t index);
    void readTokens();
    void writeTokens() const;
    qint64 now() const; //!< µs since the start
    bool isAllReady() const;
    QString progress() const;

    LoadConfig m_config;
    Rng &m_rng;
    std::vector<std::unique_ptr<Peer>> m_peers;
    int m_epoll = -1;
    qint64 m_begin = 0;
    qint64 m_lastPing = 0;
    bool m_measuring = false;
    QByteArray m_padding;
    LoadResult m_result;
};

} // namespace jjak::people
