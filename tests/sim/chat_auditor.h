// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sim/chat_circle.h"

namespace jjak::sim {

//! Compares what the server answers, and what each client shows, with the book. A client is held to it whenever it says
//! itself that it is up to date, and nothing is under way to or from it.
class Auditor {
public:
    explicit Auditor(Circle &circle) : m_circle(circle) {}

    //! The server: everything about the rooms that were touched.
    void afterBatch();
    //! The clients that are up to date.
    void afterStep();
    //! Everybody has to be up to date now: server and clients in full, and everything that was wanted has become true.
    void atRest();
    //! Everything that was looked at on that device counts as read.
    bool hasToldReads(const Device &device) const;

private:
    void checkServer(AccountId account);
    void checkServer(const BookRoom &room, bool fully);
    void checkClient(Device &device, bool fully);
    void checkRooms(const Device &device);
    void checkList(Device &device);
    void checkMessages(const Device &device, const BookRoom &room, bool fully);
    void checkModel(const Device &device, const BookRoom &room);
    void checkWishes(const Device &device);
    bool isUpToDate(const Device &device) const;
    //! The book's read position of that device's owner, and what they have read here and may not have told yet.
    static qint64 readOn(const Device &device, const BookRoom &room);
    Time now() const { return m_circle.m_clock.now(); }
    //! Whether it counts: a client's clock is as exact as the line is quick.
    bool isSure(const protocol::Message &message) const;
    QList<protocol::Message> sureOf(QList<protocol::Message> messages) const;
    //! What there is of a room from that number on.
    QList<protocol::Message> visible(const BookRoom &room, qint64 from) const;
    const Reference &book() const { return m_circle.m_exchange.book(); }

    Circle &m_circle;
    quint64 m_turn = 0; //!< which of a client's rooms is read in this step
};

} // namespace jjak::sim
