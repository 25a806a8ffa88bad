// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSqlQuery>
#include <QVariant>
#include <optional>
#include <type_traits>

#include "common/base/ids.h"
#include "common/base/time.h"
#include "common/rules/grid.h"

//! How our types stand in the database: ids as 16 bytes, times as ms since 1970, cells as their key, enumerations as
//! their number, nothing as NULL.
namespace jjak::storage {

inline QVariant toSql(qint64 v) { return v; }
inline QVariant toSql(int v) { return v; }
inline QVariant toSql(bool v) { return int(v); }
inline QVariant toSql(Time v) { return qint64(toMs(v)); }
inline QVariant toSql(Cell v) { return v.key(); }
//! A null QString would become NULL: an empty text is meant.
inline QVariant toSql(const QString &v) { return v.isNull() ? QVariant(QStringLiteral("")) : QVariant(v); }
inline QVariant toSql(const QByteArray &v) { return v.isNull() ? QVariant(QByteArrayLiteral("")) : QVariant(v); }
template <class Tag>
QVariant toSql(const Id<Tag> &v)
{
    return v.toBytes();
}
template <class E>
    requires std::is_enum_v<E>
QVariant toSql(E v)
{
    return int(v);
}
template <class T>
QVariant toSql(const std::optional<T> &v)
{
    return v ? toSql(*v) : QVariant();
}

inline void fromSql(const QVariant &v, qint64 &out) { out = v.toLongLong(); }
inline void fromSql(const QVariant &v, int &out) { out = v.toInt(); }
inline void fromSql(const QVariant &v, bool &out) { out = v.toInt() != 0; }
inline void fromSql(const QVariant &v, Time &out) { out = fromMs(v.toLongLong()); }
inline void fromSql(const QVariant &v, Cell &out) { out = Cell::fromKey(v.toLongLong()).value_or(Cell()); }
inline void fromSql(const QVariant &v, QString &out) { out = v.toString(); }
inline void fromSql(const QVariant &v, QByteArray &out) { out = v.toByteArray(); }
template <class Tag>
void fromSql(const QVariant &v, Id<Tag> &out)
{
    out = Id<Tag>::fromBytes(v.toByteArray());
}
//! The schema's CHECKs keep the number within the enumeration.
template <class E>
    requires std::is_enum_v<E>
void fromSql(const QVariant &v, E &out)
{
    out = E(v.toInt());
}
template <class T>
void fromSql(const QVariant &v, std::optional<T> &out)
{
    if (v.isNull())
        out.reset();
    else
        fromSql(v, out.emplace());
}

//! One row of an answer, its columns taken one after the other. Valid only while it is being read.
class Row {
public:
    explicit Row(const QSqlQuery &query) : m_query(query) {}

    //! Fills the given variables from the next columns, in order.
    template <class... T>
    void to(T &...out)
    {
        (fromSql(m_query.value(m_column++), out), ...);
    }
    template <class T>
    T next()
    {
        T out{};
        to(out);
        return out;
    }

private:
    const QSqlQuery &m_query;
    int m_column = 0;
};

} // namespace jjak::storage
