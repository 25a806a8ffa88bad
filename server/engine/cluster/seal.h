// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <array>
#include <optional>

namespace jjak::engine {

//! What our servers give each other through Redis, so that only they can read it and only they can have written it: whoever gets into Redis
//! can neither act for somebody nor read along (XChaCha20-Poly1305, libsodium). What is sealed for one place opens nowhere else.
//! Any thread.
class Seal {
public:
    //! The key follows from the secret that the servers share.
    explicit Seal(const QByteArray &secret);

    QByteArray close(const QByteArray &plain, const QByteArray &place) const;
    //! nullopt: not written by one of us, or not for this place.
    std::optional<QByteArray> open(const QByteArray &sealed, const QByteArray &place) const;

private:
    std::array<unsigned char, 32> m_key{};
};

} // namespace jjak::engine
