// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include "server/app/ports/stores.h"

namespace jjak::test {

//! Somebody who can sign in with a token, written straight into a data folder: tests of thousands need no password hashing.
struct PreparedPerson {
    AccountId account;
    DeviceId device;
    QString name;
    QString token;
};

//! Prepares a data folder before its server starts. A folder that exists is added to.
class Preparation {
public:
    explicit Preparation(const QString &databasePath);
    ~Preparation();

    //! People named prefix0, prefix1, …
    std::vector<PreparedPerson> people(int count, const QString &prefix);
    //! Rooms of `size` consecutive people, the rest left over.
    std::vector<RoomId> rooms(const std::vector<PreparedPerson> &people, int size);
    //! Messages in a room, in turn by its members.
    void messages(RoomId room, int members, int count);
    //! An event that seats people from now on, for an hour; without a script the server's own is played.
    protocol::EventInfo event(const QString &script = {}, int seats = limits::seats);
    app::Stores &stores();

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace jjak::test
