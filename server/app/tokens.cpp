// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/tokens.h"

#include <sodium.h>

namespace jjak::app {

namespace {

QByteArray blake2b(const QByteArray &message, const QByteArray &key)
{
    QByteArray out(32, Qt::Uninitialized);
    crypto_generichash(reinterpret_cast<unsigned char *>(out.data()), size_t(out.size()), reinterpret_cast<const unsigned char *>(message.constData()), size_t(message.size()),
                       key.isEmpty() ? nullptr : reinterpret_cast<const unsigned char *>(key.constData()), size_t(key.size()));
    return out;
}

QString toText(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

} // namespace

Tokens::Tokens(QByteArray secret) : m_secret(blake2b(secret, QByteArrayLiteral("jjak.token.successor"))) {}

QString Tokens::fresh(Rng &rng) const
{
    QByteArray bytes(32, Qt::Uninitialized);
    rng.fill({reinterpret_cast<std::uint8_t *>(bytes.data()), size_t(bytes.size())});
    return toText(bytes);
}

QString Tokens::successorOf(const QString &token) const
{
    return toText(blake2b(token.toUtf8(), m_secret));
}

QByteArray Tokens::hash(const QString &token)
{
    return blake2b(token.toUtf8(), {});
}

} // namespace jjak::app
