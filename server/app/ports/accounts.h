// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "common/base/ids.h"
#include "common/base/time.h"
#include "common/protocol/values.h"

namespace jjak::app {

//! A login identity as it is stored.
struct AccountRow {
    AccountId id;
    QString name;            //!< as its owner writes it
    QString folded;          //!< the form in which names are unique
    QByteArray passwordHash; //!< argon2id in libsodium's text form
    ClientId attempt;        //!< the sign-up that made it, so that a repetition finds it
    bool demo = false;
    protocol::Role role = protocol::Role::User;
    Time created;
    protocol::Settings settings = {};
    std::optional<protocol::Presence> presence = std::nullopt; //!< online, away, or recently; nullopt: not lately
};

class AccountStore {
public:
    virtual ~AccountStore() = default;
    virtual std::optional<AccountRow> byId(AccountId id) = 0;
    virtual std::optional<AccountRow> byName(const QString &folded) = 0;
    //! false when the folded name is taken; nothing is changed then.
    virtual bool insert(const AccountRow &row) = 0;
    virtual void setPasswordHash(AccountId id, const QByteArray &hash) = 0;
    virtual void setRole(AccountId id, protocol::Role role) = 0;
    virtual void setSettings(AccountId id, const protocol::Settings &settings) = 0;
    //! `at`: since when it is so.
    virtual void setPresence(AccountId id, std::optional<protocol::Presence> presence, Time at) = 0;
    //! Accounts that are Recently since before that moment, at most limit.
    virtual QList<AccountId> recentBefore(Time before, int limit) = 0;
    virtual void allGone(Time now) = 0; //!< after a start: who was online or away is Recently from now on
};

} // namespace jjak::app
