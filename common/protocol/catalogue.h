// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

//! The registry once more, as plain data: what the documents are written from.
namespace jjak::protocol {

//! One field of a message.
struct FieldEntry {
    QString name;
    QString type;        //!< "text", "integer", "id", …, or the title of a value or enumeration
    bool list = false;   //!< a list of that type
    QString holds;       //!< its rule in words, for instance "1 to 2,000 code points, one line"; empty without one
    bool optional = false;
    QString doc;
    QJsonObject schema;  //!< JSON Schema; values and enumerations by reference into #/components/schemas
};

//! A value: a described struct with a title, found in a reply, an event or another value.
struct ValueEntry {
    QString title;
    QList<FieldEntry> fields;
};

//! An enumeration and its names on the wire, in order.
struct EnumEntry {
    QString title;
    QStringList names;
};

struct CommandEntry {
    QString name;
    QString access;
    QString family; //!< which rate limit counts it
    QString doc;
    QList<FieldEntry> fields;
    QString reply; //!< title of a value
};

struct EventEntry {
    QString name;
    QString doc;
    QList<FieldEntry> fields;
};

//! Everything that can stand on the wire. Commands and events in the registry's order, the others as they are first met.
struct Catalogue {
    QList<CommandEntry> commands;
    QList<EventEntry> events;
    QList<ValueEntry> values;
    QList<EnumEntry> enums;

    //! Whether a field of that type names a value or an enumeration of this catalogue.
    bool has(const QString &title) const;
};

Catalogue catalogue();

} // namespace jjak::protocol
