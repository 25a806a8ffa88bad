// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/protocol/described_codec.h"

namespace jjak::protocol {

namespace {

//! Unicode's explicit directional formatting characters: they could make one name look like another.
bool isBidiControl(char32_t c)
{
    return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

bool isNoncharacter(char32_t c)
{
    return (c >= 0xfdd0 && c <= 0xfdef) || (c & 0xfffe) == 0xfffe;
}

bool allowed(char32_t c, bool lines)
{
    if (c == U'\n' || c == U'\t')
        return lines;
    if (c < 0x20 || (c >= 0x7f && c < 0xa0) || isNoncharacter(c))
        return false;
    return lines || !(isBidiControl(c) || c == 0x2028 || c == 0x2029);
}

} // namespace

Result<QString> checkText(const QString &text, const Rule &rule, const QString &path)
{
    qint64 length = 0;
    for (qsizetype i = 0; i < text.size(); ++i, ++length) {
        char32_t c = text[i].unicode();
        if (QChar::isSurrogate(c)) {
            if (!QChar::isHighSurrogate(c) || i + 1 == text.size() || !text[i + 1].isLowSurrogate())
                return wrong(path, "characters");
            c = QChar::surrogateToUcs4(char16_t(c), text[++i].unicode());
        }
        if (!allowed(c, rule.lines))
            return wrong(path, "characters");
    }
    if (length < rule.min || length > rule.max)
        return wrong(path, "length");
    return text;
}

Result<qint64> Codec<qint64>::decode(const QJsonValue &v, const Rule &rule, const QString &path)
{
    if (!v.isDouble())
        return wrong(path, "type");
    // 2^53: beyond it other JSON implementations round, so nothing we send or take goes there (RFC 8259 §6).
    static constexpr qint64 exact = qint64(1) << 53;
    const qint64 none = std::numeric_limits<qint64>::min();
    const qint64 number = v.toInteger(none);
    if (number == none || number > exact || number < -exact)
        return wrong(path, "type");
    if (number < rule.min || number > rule.max)
        return wrong(path, "range");
    return number;
}

QJsonObject Codec<qint64>::schema(const Rule &rule)
{
    QJsonObject out{{QStringLiteral("type"), QStringLiteral("integer")}, {QStringLiteral("minimum"), rule.min}};
    if (rule.max != std::numeric_limits<qint64>::max())
        out.insert(QStringLiteral("maximum"), rule.max);
    return out;
}

QJsonObject Codec<QString>::schema(const Rule &rule)
{
    QJsonObject out{{QStringLiteral("type"), QStringLiteral("string")}, {QStringLiteral("minLength"), rule.min}};
    if (rule.max != std::numeric_limits<qint64>::max())
        out.insert(QStringLiteral("maxLength"), rule.max);
    return out;
}

QJsonObject schemaOfObject(std::initializer_list<FieldSchema> fields)
{
    QJsonObject properties;
    QJsonArray required;
    for (const FieldSchema &field : fields) {
        const QString name = QString::fromUtf8(field.name.data(), qsizetype(field.name.size()));
        QJsonObject schema = field.schema(field.rule);
        schema.insert(QStringLiteral("description"), QString::fromUtf8(field.doc.data(), qsizetype(field.doc.size())));
        properties.insert(name, schema);
        if (!field.optional)
            required.append(name);
    }
    QJsonObject out{{QStringLiteral("type"), QStringLiteral("object")}, {QStringLiteral("properties"), properties}};
    if (!required.isEmpty())
        out.insert(QStringLiteral("required"), required);
    return out;
}

QJsonObject stringSchema(const char *format, const char *pattern)
{
    QJsonObject out{{QStringLiteral("type"), QStringLiteral("string")}, {QStringLiteral("format"), QString::fromLatin1(format)}};
    if (pattern)
        out.insert(QStringLiteral("pattern"), QString::fromLatin1(pattern));
    return out;
}

} // namespace jjak::protocol
