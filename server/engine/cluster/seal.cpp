// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/engine/cluster/seal.h"

#include <sodium.h>

namespace jjak::engine {

namespace {

constexpr qsizetype nonceBytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr qsizetype tagBytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr QByteArrayView purpose("jjak between servers 1");

unsigned char *bytes(QByteArray &of)
{
    return reinterpret_cast<unsigned char *>(of.data());
}

const unsigned char *bytes(const QByteArray &of)
{
    return reinterpret_cast<const unsigned char *>(of.constData());
}

} // namespace

Seal::Seal(const QByteArray &secret)
{
    static_assert(crypto_aead_xchacha20poly1305_ietf_KEYBYTES == sizeof(m_key));
    crypto_generichash(m_key.data(), m_key.size(), reinterpret_cast<const unsigned char *>(purpose.data()), size_t(purpose.size()), bytes(secret), size_t(secret.size()));
}

QByteArray Seal::close(const QByteArray &plain, const QByteArray &place) const
{
    QByteArray out(nonceBytes + plain.size() + tagBytes, Qt::Uninitialized);
    randombytes_buf(out.data(), size_t(nonceBytes));
    crypto_aead_xchacha20poly1305_ietf_encrypt(bytes(out) + nonceBytes, nullptr, bytes(plain), size_t(plain.size()), bytes(place), size_t(place.size()), nullptr, bytes(out), m_key.data());
    return out;
}

std::optional<QByteArray> Seal::open(const QByteArray &sealed, const QByteArray &place) const
{
    if (sealed.size() < nonceBytes + tagBytes)
        return std::nullopt;
    QByteArray out(sealed.size() - nonceBytes - tagBytes, Qt::Uninitialized);
    const int failed = crypto_aead_xchacha20poly1305_ietf_decrypt(bytes(out), nullptr, nullptr, bytes(sealed) + nonceBytes, size_t(sealed.size() - nonceBytes), bytes(place),
                                                                  size_t(place.size()), bytes(sealed), m_key.data());
    return failed ? std::nullopt : std::optional(out);
}

} // namespace jjak::engine
