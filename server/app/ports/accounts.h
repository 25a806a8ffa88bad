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
};

} // namespace jjak::app
