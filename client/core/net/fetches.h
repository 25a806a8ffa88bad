// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>
#include <deque>
#include <functional>
#include <list>
#include <variant>

#include "client/core/net/link.h"
#include "client/core/net/window.h"

namespace jjak::client {

//! One message.
struct MessageNumber {
    RoomId room = {};
    qint64 seq = 0;
    bool operator==(const MessageNumber &) const = default;
};

//! Brings images and files from the server, chunk by chunk; thumbnails before files. What is under way goes on after a lost
//! connection. It keeps nothing and knows no messages and posts.
class Fetches final : public QObject {
    Q_OBJECT

public:
    //! A message's file, or a picture of a post.
    struct What {
        std::variant<MessageNumber, UploadId> of = {};
        bool thumbnail = false;
        bool operator==(const What &) const = default;
    };
    using Done = std::function<void(const Result<QByteArray> &)>;

    Fetches(Link &link, const LinkTimes &times, QObject *parent = nullptr);

    //! `total`: its size, -1 when it is not known. Asked twice it is fetched once. `done` is called later, once.
    void add(const What &what, qint64 total, Done done);
    //! Nobody is called.
    void cancel(const What &what);
    //! Signed in.
    void start();
    void stop();
    //! Forgets everything; nobody is called.
    void clear();

Q_SIGNALS:
    //! Not of thumbnails.
    void progress(const jjak::client::Fetches::What &what, qint64 have, qint64 total);

private:
    struct Piece {
        qint64 from = 0;
        qint64 to = 0;
    };
    struct Job {
        int id = 0;
        What what = {};
        qint64 total = -1;
        QByteArray bytes = {};
        qint64 have = 0;
        std::deque<Piece> pieces = {};
        std::vector<Done> waiting = {};
    };
    using It = std::list<Job>::iterator;

    void pump();
    void ask(const What &what, qint64 from, const Done &done);
    It find(int id);
    void answered(int id, Piece piece, const Result<QByteArray> &answer);
    void take(It it, Piece piece, const QByteArray &bytes);
    void end(It it, const Result<QByteArray> &outcome);

    Link &m_link;
    LinkTimes m_times;
    std::list<Job> m_jobs; //!< thumbnails first
    Window m_window;
    bool m_started = false;
    int m_lastId = 0;
    int m_round = 0;
    QTimer m_pause;
};

} // namespace jjak::client
