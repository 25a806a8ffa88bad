// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHashFunctions>
#include <QString>
#include <array>
#include <compare>
#include <cstdint>
#include <cstring>
#include <optional>

#include "common/base/rng.h"

namespace jjak {

//! A random 128-bit name of one kind of thing. It tells nothing: no order, no time, no origin.
//! On the wire 22 characters of base64url, in the database 16 bytes.
template <class Tag>
class Id {
public:
    static constexpr int byteCount = 16, textLength = 22;

    constexpr Id() = default; //!< null: names nothing
    static Id random(Rng &rng)
    {
        Id id;
        do
            rng.fill(id.m_bytes);
        while (id.isNull());
        return id;
    }
    //! nullopt unless text is exactly what toText() of some Id writes and not null.
    static std::optional<Id> fromText(QStringView text)
    {
        if (text.size() != textLength)
            return std::nullopt;
        const QByteArray latin = text.toLatin1();
        const auto decoded = QByteArray::fromBase64Encoding(latin, QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals | QByteArray::AbortOnBase64DecodingErrors);
        if (!decoded || decoded.decoded.size() != byteCount)
            return std::nullopt;
        const Id id = fromBytes(decoded.decoded);
        return id.isNull() || id.toText() != latin ? std::nullopt : std::optional(id);
    }
    //! Bytes that are not 16 make the null Id.
    static Id fromBytes(const QByteArray &bytes)
    {
        Id id;
        if (bytes.size() == byteCount)
            std::memcpy(id.m_bytes.data(), bytes.constData(), byteCount);
        return id;
    }
    QByteArray toBytes() const { return QByteArray(reinterpret_cast<const char *>(m_bytes.data()), byteCount); }
    const std::uint8_t *data() const { return m_bytes.data(); } //!< byteCount of them
    QByteArray toText() const { return toBytes().toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals); }
    bool isNull() const { return *this == Id(); }

    friend auto operator<=>(const Id &, const Id &) = default;
    friend size_t qHash(const Id &id, size_t seed = 0) noexcept { return qHashBits(id.m_bytes.data(), byteCount, seed); }

private:
    std::array<std::uint8_t, byteCount> m_bytes{};
};

using AccountId = Id<struct AccountTag>;
using DeviceId = Id<struct DeviceTag>;
using RoomId = Id<struct RoomTag>;
using ProposalId = Id<struct ProposalTag>;
using EventId = Id<struct EventTag>;
using DateId = Id<struct DateTag>;
using PairId = Id<struct PairTag>;
//! Of a script's text: the first bytes of its SHA-256.
using ScriptId = Id<struct ScriptTag>;
using InvitationId = Id<struct InvitationTag>;
using UploadId = Id<struct UploadTag>;
//! Who somebody is in the lounge; nothing else bears it.
using PersonaId = Id<struct PersonaTag>;
using PostId = Id<struct PostTag>;
using CommentId = Id<struct CommentTag>;
using TableId = Id<struct TableTag>;
using BlockId = Id<struct BlockTag>;
using ReportId = Id<struct ReportTag>;
//! Chosen by a client, so that sending again has one effect.
using ClientId = Id<struct ClientTag>;

} // namespace jjak
