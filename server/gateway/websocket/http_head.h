// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <optional>

namespace jjak::gateway {

//! One header line: the name in lower case, the value without the blanks around it.
struct HttpField {
    QByteArray name;
    QByteArray value;
};

//! The head of an HTTP request: what was asked, and the header lines in their order.
struct HttpHead {
    QByteArray method;   //!< "GET"
    QByteArray path;     //!< begins with "/", not percent-decoded; "*" for OPTIONS
    QByteArray query;    //!< what follows "?", may be empty
    int minorVersion = 1; //!< of HTTP/1.x
    QList<HttpField> fields;

    //! How often the field occurs; `name` in lower case.
    int count(QByteArrayView name) const;
    //! Its first value, or nothing.
    QByteArrayView value(QByteArrayView name) const;
    //! All members of a comma-separated list, over all lines of that name (RFC 9110 §5.6.1); empty members are left out.
    QList<QByteArray> list(QByteArrayView name) const;
    //! Whether such a list has this member, in whatever case.
    bool lists(QByteArrayView name, QByteArrayView member) const;
};

//! Whether it is one or more of the characters of a token (RFC 9110 §5.6.2).
bool isHttpToken(QByteArrayView text);

//! Reads a complete head, the empty line included. Strict where leniency lets two readers disagree (RFC 9112): CRLF only, no
//! folded lines, no blank before the colon, no control characters.
//! Nothing on success; otherwise the HTTP status to refuse with: 400, 431 (more than `maxFields` lines) or 505 (not HTTP/1.x).
std::optional<int> parseHttpHead(QByteArrayView bytes, int maxFields, HttpHead *head);

} // namespace jjak::gateway
