// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/engine/cluster/parcel_codec.h"

#include "server/engine/cluster/bytes.h"

namespace jjak::engine {

using namespace app;

namespace {

constexpr quint8 version = 2;
constexpr auto format = QDataStream::Qt_6_4;

//! In the order of Outgoing's alternatives.
enum class Kind : quint8 { ToConnection, Bind, ToAccount, ToEverybody, EndDevice };

struct Writer {
    QDataStream &out;

    void operator()(const ToConnection &o) const { out << quint8(Kind::ToConnection) << quint64(o.connection) << o.frame << o.binary << o.chunk; }
    void operator()(const Bind &o) const { out << quint8(Kind::Bind) << quint64(o.connection) << o.identity.account << o.identity.device << quint8(o.identity.role); }
    void operator()(const ToAccount &o) const { out << quint8(Kind::ToAccount) << o.account << o.frame; }
    void operator()(const ToEverybody &o) const { out << quint8(Kind::ToEverybody) << o.frame; }
    void operator()(const EndDevice &o) const { out << quint8(Kind::EndDevice) << o.device << quint8(o.reason); }
};

Outgoing readOne(QDataStream &in)
{
    Kind kind = Kind::ToConnection;
    readEnum(in, kind, Kind::EndDevice);
    quint64 connection = 0;
    switch (kind) {
    case Kind::ToConnection: {
        ToConnection out;
        in >> connection >> out.frame >> out.binary >> out.chunk;
        out.connection = connection;
        return out;
    }
    case Kind::Bind: {
        Bind out;
        in >> connection >> out.identity.account >> out.identity.device;
        readEnum(in, out.identity.role, protocol::Role::Operator);
        out.connection = connection;
        return out;
    }
    case Kind::ToAccount: {
        ToAccount out;
        in >> out.account >> out.frame;
        return out;
    }
    case Kind::ToEverybody: {
        ToEverybody out;
        in >> out.frame;
        return out;
    }
    case Kind::EndDevice: break;
    }
    EndDevice out;
    in >> out.device;
    readEnum(in, out.reason, protocol::SessionEnd::Replaced);
    return out;
}

} // namespace

QByteArray encodeParcel(const Parcel &parcel)
{
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out.setVersion(format);
    out << version << parcel.sender << parcel.serial << parcel.position << quint32(parcel.outgoing.size());
    for (const Outgoing &one : parcel.outgoing)
        std::visit(Writer{out}, one);
    return bytes;
}

std::optional<Parcel> decodeParcel(const QByteArray &bytes)
{
    QDataStream in(bytes);
    in.setVersion(format);
    quint8 written = 0;
    quint32 count = 0;
    Parcel out;
    in >> written >> out.sender >> out.serial >> out.position >> count;
    if (written != version)
        return std::nullopt;
    for (quint32 i = 0; i < count && in.status() == QDataStream::Ok; ++i)
        out.outgoing.push_back(readOne(in));
    return in.status() == QDataStream::Ok && in.atEnd() ? std::optional(std::move(out)) : std::nullopt;
}

} // namespace jjak::engine
