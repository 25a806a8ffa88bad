// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDataStream>
#include <optional>

#include "common/base/ids.h"

//! How the values of jobs and events are written into bytes that one server gives another. Both run the same version, or the reader refuses.
namespace jjak::engine {

template <class Tag>
QDataStream &operator<<(QDataStream &out, const Id<Tag> &id)
{
    out.writeRawData(reinterpret_cast<const char *>(id.data()), Id<Tag>::byteCount);
    return out;
}

template <class Tag>
QDataStream &operator>>(QDataStream &in, Id<Tag> &id)
{
    QByteArray bytes(Id<Tag>::byteCount, Qt::Uninitialized);
    if (in.readRawData(bytes.data(), Id<Tag>::byteCount) != Id<Tag>::byteCount)
        in.setStatus(QDataStream::ReadPastEnd);
    id = Id<Tag>::fromBytes(bytes);
    return in;
}

//! An enumeration as a byte; one beyond `last` is an error of the stream.
template <class E>
void readEnum(QDataStream &in, E &value, E last)
{
    quint8 number = 0;
    in >> number;
    if (number > quint8(last))
        in.setStatus(QDataStream::ReadCorruptData);
    else
        value = E(number);
}

} // namespace jjak::engine
