// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringView>
#include <string_view>

namespace jjak::protocol {

//! Appends compact JSON to a byte array: the caller keeps begin and end in balance, the writer sets the commas.
class JsonWriter {
public:
    explicit JsonWriter(QByteArray &out) : m_out(out) {}

    void beginObject() { open('{'); }
    void endObject() { close('}'); }
    void beginArray() { open('['); }
    void endArray() { close(']'); }
    //! Names are ours: ASCII without characters that would need an escape.
    void key(std::string_view name);
    void string(QStringView text);
    //! For ASCII that needs no escape: ids, times, names of enumerators.
    void token(QByteArrayView ascii);
    void number(qint64 value);
    void boolean(bool value);
    void raw(QByteArrayView json);

private:
    void open(char c);
    void close(char c);
    void separate();

    QByteArray &m_out;
    bool m_first = true;
};

} // namespace jjak::protocol
