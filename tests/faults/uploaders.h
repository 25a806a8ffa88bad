// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>

#include "common/protocol/frame.h"
#include "tests/support/load_clients.h"
#include "tests/support/prepared.h"

namespace jjak::test {

//! A file somebody sends, and how far it has come.
struct Sending {
    ClientId cid;
    QByteArray bytes;
    bool image = false;
    bool erase = false; //!< delete it once it is sent
    qint64 seq = 0;     //!< 0: not acknowledged (yet)
    bool done = false;  //!< also deleted, if it is to be
};

//! People who send files one after the other and note every acknowledgement. After an interruption they offer again what was not
//! acknowledged and go on where the server says. They survive their server.
class Uploaders {
public:
    //! Two consecutive people share one of the rooms.
    Uploaders(std::vector<PreparedPerson> people, std::vector<RoomId> rooms, int filesEach);

    //! Connects to a server that has just been started, signs in and sends for so long, or until all is done; then the connections are
    //! dropped. false when the sign-in fails.
    bool work(quint16 port, int milliseconds);
    bool isDone() const;

    int resumed() const { return m_resumed; }   //!< how often an upload went on in its middle
    int unheard() const { return m_unheard; }   //!< how often a message was stored and the answer lost
    const QString &contradiction() const { return m_contradiction; }

    //! What is wrong with a data folder after all is done: with the server gone, nothing in it may move.
    struct Verdict {
        int lost = 0;     //!< acknowledged, and not there as it was sent
        int doubled = 0;  //!< messages under one client id
        int orphans = 0;  //!< files, uploads and rows that belong to no message
        int missing = 0;  //!< messages without their file
        int damaged = 0;  //!< files whose bytes are not those of their name
        bool clean() const { return lost + doubled + orphans + missing + damaged == 0; }
        QString text() const;
    };
    Verdict examine(const QString &dataFolder) const;

private:
    struct Uploader {
        PreparedPerson person;
        RoomId room;
        std::vector<Sending> files;
        size_t current = 0;
        // Of this connection:
        UploadId upload;
        qint64 told = 0, next = 0; //!< bytes that are there, bytes that were sent
        qint64 request = 0, lastRequest = 10;
    };
    void onText(int index, QByteArrayView payload);
    void answered(int index, const protocol::Answered &answer);
    void refused(int index, const Error &error);
    void progressed(int index, const protocol::ev::FileProgress &progress);
    void offer(int index);
    void sendChunks(int index);
    void erase(int index);
    void nextFile(int index);
    template <class C>
    void ask(int index, const C &command)
    {
        Uploader &who = m_uploaders[size_t(index)];
        who.request = ++who.lastRequest;
        m_clients->send(index, protocol::encodeRequest(who.request, command));
    }
    void examineSent(app::Stores &stores, const QString &files, Verdict &verdict) const;

    std::vector<Uploader> m_uploaders;
    LoadClients *m_clients = nullptr;
    SystemRng m_rng;
    int m_signedIn = 0, m_resumed = 0, m_unheard = 0;
    QString m_contradiction;
};

//! A small image in PNG form, in a colour of its own.
QByteArray pngOf(quint32 colour);

} // namespace jjak::test
