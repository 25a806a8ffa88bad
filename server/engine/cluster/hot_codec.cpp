// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/engine/cluster/hot_codec.h"

#include <QCryptographicHash>
#include <QIODevice>
#include <QtEndian>

#include "server/engine/cluster/bytes.h"

namespace jjak::engine {

namespace {

using protocol::Described;
using protocol::NamedEnum;

constexpr quint8 version = 1;
constexpr auto format = QDataStream::Qt_6_4;

//! Values of the protocol, field by field in the order of their description.
struct Writer {
    QDataStream &out;

    void put(const QString &value) const { out << value; }
    void put(qint64 value) const { out << value; }
    void put(int value) const { out << qint32(value); }
    void put(bool value) const { out << value; }
    void put(Time value) const { out << toMs(value); }
    template <class Tag>
    void put(const Id<Tag> &value) const
    {
        out << value;
    }
    template <NamedEnum E>
    void put(E value) const
    {
        out << quint8(value);
    }
    template <class T>
    void put(const std::optional<T> &value) const
    {
        out << value.has_value();
        if (value)
            put(*value);
    }
    template <class T>
    void put(const QList<T> &list) const
    {
        out << quint32(list.size());
        for (const T &one : list)
            put(one);
    }
    template <Described T>
    void put(const T &value) const
    {
        protocol::forEachField<T>([&](const auto &field) { put(value.*(field.member)); });
    }
};

//! The same back.
struct Reader {
    QDataStream &in;

    void take(QString &value) const { in >> value; }
    void take(qint64 &value) const { in >> value; }
    void take(int &value) const
    {
        qint32 number = 0;
        in >> number;
        value = number;
    }
    void take(bool &value) const { in >> value; }
    void take(Time &value) const
    {
        qint64 ms = 0;
        in >> ms;
        value = fromMs(ms);
    }
    template <class Tag>
    void take(Id<Tag> &value) const
    {
        in >> value;
    }
    template <NamedEnum E>
    void take(E &value) const
    {
        readEnum(in, value, E(protocol::EnumNames<E>::names.size() - 1));
    }
    template <class T>
    void take(std::optional<T> &value) const
    {
        bool there = false;
        in >> there;
        if (there)
            take(value.emplace());
    }
    template <class T>
    void take(QList<T> &list) const
    {
        quint32 count = 0;
        in >> count;
        for (quint32 i = 0; i < count && in.status() == QDataStream::Ok; ++i)
            take(list.emplaceBack());
    }
    template <Described T>
    void take(T &value) const
    {
        protocol::forEachField<T>([&](const auto &field) { take(value.*(field.member)); });
    }
};

//! The names of all fields, and of those within them.
struct Names {
    QByteArray &out;

    template <class T>
    void add(const T *) const
    {
    }
    template <class T>
    void add(const std::optional<T> *) const
    {
        add(static_cast<const T *>(nullptr));
    }
    template <class T>
    void add(const QList<T> *) const
    {
        add(static_cast<const T *>(nullptr));
    }
    template <Described T>
    void add(const T *) const
    {
        protocol::forEachField<T>([&](const auto &field) {
            out += QByteArrayView(field.name.data(), qsizetype(field.name.size()));
            out += ' ';
            add(static_cast<const typename std::decay_t<decltype(field)>::Type *>(nullptr));
        });
    }
};

//! Servers of two versions run side by side for a while: one that knows another field than the writer must not take the page for whole.
quint32 shape()
{
    static const quint32 ours = [] {
        QByteArray names;
        Names{names}.add(static_cast<const protocol::Message *>(nullptr));
        return qFromBigEndian<quint32>(QCryptographicHash::hash(names, QCryptographicHash::Sha1).constData());
    }();
    return ours;
}

} // namespace

RoomStamp stampOf(const app::RoomRow &row)
{
    return {row.head, row.changes, row.floor, row.active};
}

QByteArray encodeHotPage(const HotPage &page)
{
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out.setVersion(format);
    out << version << shape() << page.stamp.head << page.stamp.changes << page.stamp.floor << toMs(page.stamp.active) << toMs(page.read);
    Writer{out}.put(page.messages);
    return bytes;
}

std::optional<HotPage> decodeHotPage(const QByteArray &bytes)
{
    QDataStream in(bytes);
    in.setVersion(format);
    quint8 written = 0;
    quint32 known = 0;
    HotPage page;
    in >> written >> known >> page.stamp.head >> page.stamp.changes >> page.stamp.floor;
    if (written != version || known != shape())
        return std::nullopt;
    const Reader reader{in};
    reader.take(page.stamp.active);
    reader.take(page.read);
    reader.take(page.messages);
    return in.status() == QDataStream::Ok && in.atEnd() ? std::optional(std::move(page)) : std::nullopt;
}

} // namespace jjak::engine
