// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <array>

#include "common/base/ids.h"

namespace jjak::engine {

//! Where in Redis the keys of one installation stand, that is of the servers which share a database: all names begin with what these have agreed
//! on, so that several installations on one Redis never touch each other's. Does not know which keys there are. A value; any thread.
class Keyspace {
public:
    //! So many random bytes tell installations apart: even of a million on one Redis hardly two are the same.
    static constexpr qsizetype installationBytes = 8;

    //! What the servers have agreed on, and the secret that they share.
    Keyspace(const QByteArray &installation, const QByteArray &secret);

    QByteArray name(const QByteArray &what) const { return m_prefix + what; }
    //! The same for something of an account, which nobody without the secret can tell from the name.
    QByteArray name(const QByteArray &what, const AccountId &account) const;
    //! What all names begin with.
    const QByteArray &prefix() const { return m_prefix; }

private:
    QByteArray m_prefix;
    std::array<unsigned char, 32> m_key{};
};

} // namespace jjak::engine
