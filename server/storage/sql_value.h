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
//! their number, lists of words as lines of a text, nothing as NULL.
namespace jjak::storage {

//! A value as every engine takes it. What it is follows from its C++ type alone, also when there is none: an engine that wants to
//! know before may rely on it. Bytes and ids are borrowed: what they came from must outlive this.
class SqlValue {
public:
    enum class Type { Integer, Text, Bytes };

    SqlValue(qint64 v) : m_null(false), m_number(v) {}
    SqlValue(int v) : SqlValue(qint64(v)) {}
    SqlValue(bool v) : SqlValue(qint64(v)) {}
    SqlValue(Time v) : SqlValue(toMs(v)) {}
    SqlValue(Duration v) : SqlValue(qint64(v.count())) {}
    SqlValue(Cell v) : SqlValue(v.key()) {}
    template <class E>
        requires std::is_enum_v<E>
    SqlValue(E v) : SqlValue(qint64(v))
    {
    }
    SqlValue(const QString &v) : m_type(Type::Text), m_null(false), m_text(v.toUtf8()) {}
    SqlValue(const QStringList &v) : SqlValue(v.join(u'\n')) {}
    SqlValue(const QByteArray &v) : m_type(Type::Bytes), m_null(false), m_data(v.constData()), m_size(int(v.size())) {}
    template <class Tag>
    SqlValue(const Id<Tag> &v) : m_type(Type::Bytes), m_null(false), m_data(reinterpret_cast<const char *>(v.data())), m_size(Id<Tag>::byteCount)
    {
    }
    template <class T>
    SqlValue(const std::optional<T> &v) : SqlValue(v ? SqlValue(*v) : none(SqlValue(T())))
    {
    }

    Type type() const { return m_type; }
    bool isNull() const { return m_null; }
    qint64 number() const { return m_number; }
    //! Of a text in UTF-8, or bytes; never nullptr.
    const char *data() const { return m_type == Type::Text ? m_text.constData() : m_data; }
    int size() const { return m_type == Type::Text ? int(m_text.size()) : m_size; }

private:
    static SqlValue none(SqlValue like)
    {
        like.m_null = true;
        return like;
    }

    Type m_type = Type::Integer;
    bool m_null = true;
    qint64 m_number = 0;
    const char *m_data = "";
    int m_size = 0;
    QByteArray m_text;
};

//! The columns of a row of an engine that is not SQLite.
class Columns {
public:
    virtual ~Columns() = default;
    virtual bool isNull(int at) const = 0;
    virtual qint64 number(int at) const = 0;
    virtual QByteArrayView bytes(int at) const = 0; //!< a text in UTF-8, or bytes; valid while the row is
};

//! One row of an answer, its columns taken one after the other. Valid only while it is being read.
class Row {
public:
    explicit Row(sqlite3_stmt *statement) : m_statement(statement) {}
    explicit Row(const Columns &columns) : m_columns(&columns) {}

    //! Fills the given variables from the next columns, in order.
    template <class... T>
    void to(T &...out)
    {
        (take(m_column++, out), ...);
    }
    template <class T>
    T next()
    {
        T out{};
        to(out);
        return out;
    }

private:
    // SQLite is asked directly and not over Columns: a page of a feed reads thousands of columns.
    bool isNull(int at) const { return m_statement ? sqlite3_column_type(m_statement, at) == SQLITE_NULL : m_columns->isNull(at); }
    qint64 number(int at) const { return m_statement ? sqlite3_column_int64(m_statement, at) : m_columns->number(at); }
    QByteArrayView bytes(int at) const
    {
        if (!m_statement)
            return m_columns->bytes(at);
        const auto *data = static_cast<const char *>(sqlite3_column_blob(m_statement, at)); // before its size
        return {data, sqlite3_column_bytes(m_statement, at)};
    }

    void take(int at, qint64 &out) { out = number(at); }
    void take(int at, int &out) { out = int(number(at)); }
    void take(int at, bool &out) { out = number(at) != 0; }
    void take(int at, Time &out) { out = fromMs(number(at)); }
    void take(int at, Duration &out) { out = Duration(number(at)); }
    void take(int at, Cell &out) { out = Cell::fromKey(number(at)).value_or(Cell()); }
    void take(int at, QString &out) { out = QString::fromUtf8(bytes(at)); }
    void take(int at, QStringList &out)
    {
        QString lines;
        take(at, lines);
        out = lines.isEmpty() ? QStringList() : lines.split(u'\n');
    }
    void take(int at, QByteArray &out) { out = bytes(at).toByteArray(); }
    template <class Tag>
    void take(int at, Id<Tag> &out)
    {
        const QByteArrayView id = bytes(at);
        out = Id<Tag>::fromBytes(QByteArray::fromRawData(id.data(), id.size()));
    }
    //! The schema's CHECKs keep the number within the enumeration.
    template <class E>
        requires std::is_enum_v<E>
    void take(int at, E &out)
    {
        out = E(number(at));
    }
    template <class T>
    void take(int at, std::optional<T> &out)
    {
        if (isNull(at))
            out.reset();
        else
            take(at, out.emplace());
    }

    sqlite3_stmt *m_statement = nullptr;
    const Columns *m_columns = nullptr;
    int m_column = 0;
};

} // namespace jjak::storage
