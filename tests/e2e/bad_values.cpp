// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/bad_values.h"

namespace jjak::e2e {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 exact = qint64(1) << 53;
const QString huge = QString(60'000, u'a');

//! A text of an allowed length that is made of one wrong character and harmless ones.
QString around(const QString &wrong, const FieldFacts &field)
{
    return wrong.leftJustified(std::max<qsizetype>(wrong.size(), field.min), u'a');
}

QList<BadValue> wrongTypes(Kind kind)
{
    const bool isList = kind == Kind::Texts || kind == Kind::Numbers || kind == Kind::Ids;
    const bool isText = kind != Kind::Integer && kind != Kind::Boolean && kind != Kind::Object && !isList;
    QList<BadValue> out;
    if (kind != Kind::Object)
        out.append({u"an object"_s, QJsonObject{{u"a"_s, 1}}, u"type"_s});
    if (!isList)
        out.append({u"an array"_s, QJsonArray{u"a"_s}, u"type"_s});
    if (kind != Kind::Boolean)
        out.append({u"a boolean"_s, true, u"type"_s});
    if (kind != Kind::Integer)
        out.append({u"a number"_s, 1, u"type"_s});
    if (!isText)
        out.append({u"a string"_s, u"1"_s, u"type"_s});
    return out;
}

QList<BadValue> badTexts(const FieldFacts &field)
{
    QList<BadValue> out{{u"60 KB"_s, huge, u"length"_s}, {u"too long"_s, QString(field.max + 1, u'a'), u"length"_s}};
    if (field.max < 2000)
        out.append({u"too long beyond the BMP"_s, u"\U0001f600"_s.repeated(field.max + 1), u"length"_s});
    if (field.min > 0)
        out.append({u"too short"_s, QString(field.min - 1, u'a'), u"length"_s});
    QList<char16_t> wrong{0x01, 0x07, 0x08, 0x0b, 0x0d, 0x1b, 0x7f, 0x85, 0x9f, 0xfdd0, 0xfffe, 0xffff};
    if (field.kind == Kind::Line)
        wrong += {u'\n', u'\t', 0x2028, 0x2029, 0x202a, 0x202e, 0x2066, 0x2069};
    for (const char16_t c : wrong)
        out.append({u"U+%1"_s.arg(uint(c), 4, 16, QChar(u'0')), around(QString(QChar(c)), field), u"characters"_s});
    out.append({u"U+1FFFE"_s, around(u"\U0001fffe"_s, field), u"characters"_s});
    return out;
}

QList<BadValue> badIntegers(const FieldFacts &field)
{
    QList<BadValue> out{{u"a fraction"_s, 1.5, u"type"_s}, {u"1e300"_s, 1e300, u"type"_s}, {u"below"_s, field.min - 1, u"range"_s}, {u"far below"_s, -exact, u"range"_s}};
    if (field.max < exact)
        out += {{u"above"_s, field.max + 1, u"range"_s}, {u"far above"_s, exact, u"range"_s}};
    else
        out.append({u"above"_s, exact + 2, u"type"_s});
    return out;
}

QList<BadValue> each(const QStringList &texts, const QString &reason)
{
    QList<BadValue> out;
    for (const QString &text : texts)
        out.append({u"'%1'"_s.arg(text.left(40)), text, reason});
    return out;
}

QList<BadValue> badLists(const FieldFacts &field)
{
    QList<BadValue> out{{u"too many"_s, QJsonArray::fromStringList(QStringList(int(field.max) + 1, u"a"_s)), u"length"_s},
                        {u"an item of another type"_s, QJsonArray{u"a"_s, 1}, u"type"_s, u"[1]"_s},
                        {u"a long item"_s, QJsonArray{QString(65, u'a')}, u"length"_s, u"[0]"_s},
                        {u"a control character in an item"_s, QJsonArray{u"a\u0007"_s}, u"characters"_s, u"[0]"_s}};
    if (field.min > 0)
        out.append({u"none"_s, QJsonArray(), u"length"_s});
    return out;
}

QList<BadValue> badNumbers(const FieldFacts &field)
{
    QJsonArray many;
    for (qint64 i = 0; i <= field.max; ++i)
        many.append(1);
    return {{u"too many"_s, many, u"length"_s}, {u"none"_s, QJsonArray(), u"length"_s}, {u"an item of another type"_s, QJsonArray{1, u"1"_s}, u"type"_s, u"[1]"_s},
            {u"a fraction"_s, QJsonArray{1.5}, u"type"_s, u"[0]"_s}, {u"below"_s, QJsonArray{-1}, u"range"_s, u"[0]"_s}};
}

QList<BadValue> badIds(const FieldFacts &field)
{
    const QString good(22, u'g');
    return {{u"too many"_s, QJsonArray::fromStringList(QStringList(int(field.max) + 1, good)), u"length"_s}, {u"an item of another type"_s, QJsonArray{good, 1}, u"type"_s, u"[1]"_s},
            {u"an item that is no id"_s, QJsonArray{good, good.chopped(1)}, u"id"_s, u"[1]"_s}};
}

//! Without each of its fields, and with each of another type.
QList<BadValue> badObjects(const FieldFacts &field)
{
    QList<BadValue> out;
    const QJsonObject whole = field.sample.toObject();
    for (const QString &name : whole.keys()) {
        QJsonObject part = whole;
        part.remove(name);
        out.append({u"without "_s + name, part, u"missing"_s, u'.' + name});
        part.insert(name, whole.value(name).isArray() ? QJsonValue(u"1"_s) : QJsonValue(QJsonArray()));
        out.append({u"another type of "_s + name, part, u"type"_s, u'.' + name});
    }
    return out;
}

//! What is tried on every program that has a database, a file system or a format string.
const QStringList attacks{u"' OR '1'='1"_s, u"'; DROP TABLE message; --"_s, u"../../etc/passwd"_s, u"%s%n%x%1%2"_s, u"${jndi:ldap://x}"_s, u"<script>alert(1)</script>"_s, u""_s, huge};

QList<BadValue> badByKind(const FieldFacts &field)
{
    switch (field.kind) {
    case Kind::Text:
    case Kind::Line:
        return badTexts(field);
    case Kind::Integer:
        return badIntegers(field);
    case Kind::Boolean:
        return {};
    case Kind::Id: // 22 characters of base64url; the last one has only two bits to say; none is all zero
        return each(attacks + QStringList{QString(21, u'g'), QString(23, u'g'), QString(22, u'A'), QString(21, u'g') + u'h', QString(21, u'g') + u'+', QString(21, u'g') + u'=', QString(21, u'g') + u'짝'}, u"id"_s);
    case Kind::Cell:
        return each(attacks + QStringList{u"2"_s, u"2-1"_s, u"0-0-0"_s, u"11-0-0"_s, u"2-99999-0"_s, u"2-0-99999"_s, u"2--1-0"_s, u"02-100-100"_s, u"2-100-100-1"_s, u" 2-100-100"_s, u"+2-100-100"_s}, u"cell"_s);
    case Kind::Day:
        return each(attacks + QStringList{u"2000-13-01"_s, u"2001-02-29"_s, u"2000-00-10"_s, u"20000101"_s, u"2000-1-1"_s, u"2000-01-01T00:00:00Z"_s, u"-200-01-01"_s}, u"day"_s);
    case Kind::Moment:
        return each(attacks + QStringList{u"2026-11-21T08:48:42Z"_s, u"2026-11-21T08:48:42.123"_s, u"2026-11-21T08:48:42.123+09:00"_s, u"2026-02-29T08:48:42.123Z"_s, u"2026-11-21T24:00:00.000Z"_s, u"2026-11-21T08:60:00.000Z"_s,
                                          u"2026-11-21 08:48:42.123Z"_s, u"1969-12-31T23:59:59.999Z"_s, u"10000-01-01T00:00:00.000Z"_s, u"1800000000000"_s},
                    u"time"_s);
    case Kind::Name:
        return each(attacks + QStringList{u"unknown"_s, u"0"_s, u"10KM"_s, u"Spam"_s}, u"value"_s);
    case Kind::Texts:
        return badLists(field);
    case Kind::Numbers:
        return badNumbers(field);
    case Kind::Ids:
        return badIds(field);
    case Kind::Object:
        return badObjects(field);
    }
    return {};
}

} // namespace

QList<BadValue> badValues(const FieldFacts &field)
{
    QList<BadValue> out;
    if (!field.optional)
        out += {{u"missing"_s, QJsonValue(QJsonValue::Undefined), u"missing"_s}, {u"null"_s, QJsonValue(QJsonValue::Null), u"type"_s}};
    return out + wrongTypes(field.kind) + badByKind(field);
}

QJsonValue goodValue(const FieldFacts &field)
{
    switch (field.kind) {
    case Kind::Text:
    case Kind::Line:
        return QString(std::max<qint64>(field.min, 1), u'g').leftJustified(qsizetype(std::min<qint64>(field.max, 12)), u'k');
    case Kind::Integer:
        return std::max<qint64>(field.min, 1);
    case Kind::Boolean:
        return false;
    case Kind::Id:
        return QString(22, u'g');
    case Kind::Cell:
        return u"5-1000-1000"_s; // of a size that the server does not use
    case Kind::Day:
        return u"1990-02-28"_s;
    case Kind::Moment:
        return u"2026-11-21T08:48:42.123Z"_s; // long past
    case Kind::Name:
    case Kind::Object:
        return field.sample;
    case Kind::Texts:
        return QJsonArray{u"nearby"_s};
    case Kind::Numbers:
        return QJsonArray{1};
    case Kind::Ids:
        return QJsonArray{QString(22, u'g')};
    }
    return {};
}

} // namespace jjak::e2e
