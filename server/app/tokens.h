// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include "common/base/rng.h"

namespace jjak::app {

//! Makes and recognises device tokens: 256 random bits as 43 characters of base64url; only hashes are stored.
//! A successor is computed from its predecessor and a secret of this server, so that the same one can be told again after
//! a lost answer although only its hash is stored. Any thread.
class Tokens {
public:
    //! secret: at least 32 bytes that only this server knows.
    explicit Tokens(QByteArray secret);

    QString fresh(Rng &rng) const;
    QString successorOf(const QString &token) const;
    //! 32 bytes, BLAKE2b (RFC 7693).
    static QByteArray hash(const QString &token);

private:
    QByteArray m_secret;
};

} // namespace jjak::app
