// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <optional>
#include <sqlite3.h>
#include <type_traits>

#include "common/base/ids.h"
#include "common/base/time.h"
#include "common/rules/grid.h"

//! How our types stand in the database: ids as 16 bytes, times as ms since 1970, durations as ms, cells as their key, enumerations as
//! their number, lists of words as lines of a text, nothing as NULL. Texts and bytes that are bound must live until the statement has been reset.
namespace jjak::storage {

inline void bind(sqlite3_stmt *s, int at, qint64 v) { sqlite3_bind_int64(s, at, v); }
inline void bind(sqlite3_stmt *s, int at, int v) { sqlite3_bind_int64(s, at, v); }
inline void bind(sqlite3_stmt *s, int at, bool v) { sqlite3_bind_int64(s, at, v); }
inline void bind(sqlite3_stmt *s, int at, Time v) { sqlite3_bind_int64(s, at, toMs(v)); }
inline void bind(sqlite3_stmt *s, int at, Duration v) { sqlite3_bind_int64(s, at, v.count()); }
inline void bind(sqlite3_stmt *s, int at, Cell v) { sqlite3_bind_int64(s, at, v.key()); }
inline void bind(sqlite3_stmt *s, int at, const QString &v)
{
    const QByteArray utf8 = v.toUtf8();
    sqlite3_bind_text(s, at, utf8.constData(), int(utf8.size()), SQLITE_TRANSIENT);
}
inline void bind(sqlite3_stmt *s, int at, const QStringList &v) { bind(s, at, v.join(u'\n')); }
inline void bind(sqlite3_stmt *s, int at, const QByteArray &v) { sqlite3_bind_blob(s, at, v.constData(), int(v.size()), SQLITE_STATIC); }
template <class Tag>
void bind(sqlite3_stmt *s, int at, const Id<Tag> &v)
{
    sqlite3_bind_blob(s, at, v.data(), Id<Tag>::byteCount, SQLITE_STATIC);
}
template <class E>
    requires std::is_enum_v<E>
void bind(sqlite3_stmt *s, int at, E v)
{
    sqlite3_bind_int64(s, at, qint64(v));
}
template <class T>
void bind(sqlite3_stmt *s, int at, const std::optional<T> &v)
{
    if (v)
        bind(s, at, *v);
    else
        sqlite3_bind_null(s, at);
}

inline void column(sqlite3_stmt *s, int at, qint64 &out) { out = sqlite3_column_int64(s, at); }
inline void column(sqlite3_stmt *s, int at, int &out) { out = int(sqlite3_column_int64(s, at)); }
inline void column(sqlite3_stmt *s, int at, bool &out) { out = sqlite3_column_int64(s, at) != 0; }
inline void column(sqlite3_stmt *s, int at, Time &out) { out = fromMs(sqlite3_column_int64(s, at)); }
inline void column(sqlite3_stmt *s, int at, Duration &out) { out = Duration(sqlite3_column_int64(s, at)); }
inline void column(sqlite3_stmt *s, int at, Cell &out) { out = Cell::fromKey(sqlite3_column_int64(s, at)).value_or(Cell()); }
inline void column(sqlite3_stmt *s, int at, QString &out)
{
    const auto *text = reinterpret_cast<const char *>(sqlite3_column_text(s, at)); // before its size: it may convert
    out = QString::fromUtf8(text, sqlite3_column_bytes(s, at));
}
inline void column(sqlite3_stmt *s, int at, QStringList &out)
{
    QString lines;
    column(s, at, lines);
    out = lines.isEmpty() ? QStringList() : lines.split(u'\n');
}
inline void column(sqlite3_stmt *s, int at, QByteArray &out)
{
    const auto *bytes = static_cast<const char *>(sqlite3_column_blob(s, at));
    out = QByteArray(bytes, sqlite3_column_bytes(s, at));
}
template <class Tag>
void column(sqlite3_stmt *s, int at, Id<Tag> &out)
{
    const auto *bytes = static_cast<const char *>(sqlite3_column_blob(s, at));
    out = Id<Tag>::fromBytes(QByteArray::fromRawData(bytes, sqlite3_column_bytes(s, at)));
}
//! The schema's CHECKs keep the number within the enumeration.
template <class E>
    requires std::is_enum_v<E>
void column(sqlite3_stmt *s, int at, E &out)
{
    out = E(sqlite3_column_int64(s, at));
}
template <class T>
void column(sqlite3_stmt *s, int at, std::optional<T> &out)
{
    if (sqlite3_column_type(s, at) == SQLITE_NULL)
        out.reset();
    else
        column(s, at, out.emplace());
}

//! One row of an answer, its columns taken one after the other. Valid only while it is being read.
class Row {
public:
    explicit Row(sqlite3_stmt *statement) : m_statement(statement) {}

    //! Fills the given variables from the next columns, in order.
    template <class... T>
    void to(T &...out)
    {
        (column(m_statement, m_column++, out), ...);
    }
    template <class T>
    T next()
    {
        T out{};
        to(out);
        return out;
    }

private:
    sqlite3_stmt *m_statement;
    int m_column = 0;
};

} // namespace jjak::storage
