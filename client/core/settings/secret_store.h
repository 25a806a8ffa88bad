// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <functional>
#include <memory>

#include "common/base/result.h"

namespace jjak::client {

//! Keeps a few secrets (device tokens) under a key. One thread. The callbacks may come during the call or later, once
//! each; a store that is destroyed calls nobody any more.
class SecretStore {
public:
    enum class Where {
        Keychain, //!< the desktop's keyring
        File,     //!< a file that only this user can read, not encrypted: to be told to the user
        Memory,   //!< forgotten when the program ends: to be told to the user
    };
    //! The answer to a read. Locked is also possible behind Missing: some keyrings do not tell the difference, so nothing
    //! may ever be erased because of a Missing.
    struct Answer {
        enum class Kind { Found, Missing, Unreachable } kind = Kind::Missing;
        QByteArray secret;
    };

    virtual ~SecretStore() = default;
    virtual Where where() const = 0;
    virtual void read(const QString &key, std::function<void(Answer)> done) = 0;
    //! Replaces; success means: it survives the end of the program (not for Memory). Error: unavailable.
    virtual void write(const QString &key, const QByteArray &secret, std::function<void(Result<>)> done) = 0;
    //! A key that is not there is erased successfully.
    virtual void erase(const QString &key, std::function<void(Result<>)> done) = 0;
};

//! Tries the keychain with a write and a read of its own; where that fails or takes longer than `patience`, the file in
//! `folder` (empty: this user's local application data). Calls back once, possibly during the call.
void openSecretStore(const QString &folder, Duration patience, std::function<void(std::unique_ptr<SecretStore>)> done);

} // namespace jjak::client
