// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/e2e/person.h"
#include "tests/support/control_socket.h"
#include "tests/support/server_process.h"

namespace jjak::e2e {

//! How many seconds the phases of a short script last. Its host's lines are w1, w2, w3, i1, a topic, a1, r1, f1.
struct Pace {
    double welcome = 1.5, impression = 2, topic = 1, talk = 3, arrow = 3, reveal = 2, farewell = 3;
};
QString shortScript(const Pace &pace);
//! What its host has said when it is over, without announcements and the topic's key.
QStringList linesOfShortScript();

//! A server with an event that seats people, and people with real clients.
class Evening {
public:
    explicit Evening(QString script = {}, const QHash<QString, QString> &settings = {}) : server(settings), m_script(std::move(script)) {}

    //! Starts the server, opens the event over the control socket, signs everybody up.
    bool begin(int count);
    //! They enter, one after the other, and each time all who wait see it.
    bool enter(int first, int end);
    //! Everybody sees the date in that phase.
    bool allIn(protocol::DatePhase phase, int milliseconds = 20'000);
    bool all(const std::function<bool(Person &)> &condition, int milliseconds = 20'000);

    Person &operator[](int i) { return *people[size_t(i)]; }
    RoomId room() const { return people.front()->date()->room; }
    int seatOf(int i) const { return people[size_t(i)]->date()->me; }
    //! What the host has said, as that person's client has it.
    QStringList hostLines(Person &person);

    test::ServerProcess server;
    std::vector<std::unique_ptr<Person>> people;
    protocol::EventInfo event;

private:
    QString m_script;
};

} // namespace jjak::e2e
