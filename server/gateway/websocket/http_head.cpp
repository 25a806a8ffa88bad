// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/websocket/http_head.h"

#include <algorithm>
#include <cstdint>

namespace jjak::gateway {

namespace {

bool isTokenChar(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
        || QByteArrayView("!#$%&'*+-.^_`|~").contains(c);
}

bool isTargetChar(char c)
{
    return c > 0x20 && c < 0x7F && c != '#';
}

bool isValueChar(char c)
{
    return c == '\t' || (static_cast<std::uint8_t>(c) >= 0x20 && c != 0x7F);
}

//! Takes what stands before the separator from the front of `rest`, and the separator with it; nothing if there is none.
std::optional<QByteArrayView> takeUntil(QByteArrayView &rest, QByteArrayView separator)
{
    const qsizetype at = rest.indexOf(separator);
    if (at < 0)
        return std::nullopt;
    const QByteArrayView taken = rest.first(at);
    rest = rest.sliced(at + separator.size());
    return taken;
}

QByteArrayView withoutBlanks(QByteArrayView text)
{
    const auto isBlank = [](char c) { return c == ' ' || c == '\t'; };
    while (!text.isEmpty() && isBlank(text.front()))
        text = text.sliced(1);
    while (!text.isEmpty() && isBlank(text.back()))
        text.chop(1);
    return text;
}

// "/path?query", "http://host/path?query" (which servers must take too, RFC 9112 §3.2.2), or "*".
bool readTarget(QByteArrayView target, HttpHead *head)
{
    if (target.isEmpty() || !std::all_of(target.begin(), target.end(), isTargetChar))
        return false;
    const qsizetype scheme = target.indexOf("://");
    if (target.front() != '/' && scheme > 0) {
        const QByteArrayView afterScheme = target.sliced(scheme + 3);
        const qsizetype path = afterScheme.indexOf('/');
        target = path < 0 ? QByteArrayView("/") : afterScheme.sliced(path);
    }
    const qsizetype question = target.indexOf('?');
    const QByteArrayView path = question < 0 ? target : target.first(question);
    head->path = path.toByteArray();
    head->query = question < 0 ? QByteArray() : target.sliced(question + 1).toByteArray();
    return path.startsWith('/') || path == "*";
}

// RFC 9112 §3: method SP target SP "HTTP/" DIGIT "." DIGIT
std::optional<int> readRequestLine(QByteArrayView line, HttpHead *head)
{
    const auto method = takeUntil(line, " ");
    const auto target = takeUntil(line, " ");
    if (!method || !target || !isHttpToken(*method) || !readTarget(*target, head))
        return 400;
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    if (line.size() != 8 || !line.startsWith("HTTP/") || !isDigit(line[5]) || line[6] != '.' || !isDigit(line[7]))
        return 400;
    if (line[5] != '1')
        return 505;
    head->method = method->toByteArray();
    head->minorVersion = line[7] - '0';
    return std::nullopt;
}

bool readField(QByteArrayView line, HttpHead *head)
{
    const auto name = takeUntil(line, ":");
    if (!name || !isHttpToken(*name) || !std::all_of(line.begin(), line.end(), isValueChar))
        return false;
    head->fields.append({name->toByteArray().toLower(), withoutBlanks(line).toByteArray()});
    return true;
}

} // namespace

bool isHttpToken(QByteArrayView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), isTokenChar);
}

int HttpHead::count(QByteArrayView name) const
{
    return static_cast<int>(std::count_if(fields.begin(), fields.end(), [&](const HttpField &f) { return f.name == name; }));
}

QByteArrayView HttpHead::value(QByteArrayView name) const
{
    const auto it = std::find_if(fields.begin(), fields.end(), [&](const HttpField &f) { return f.name == name; });
    return it == fields.end() ? QByteArrayView() : QByteArrayView(it->value);
}

QList<QByteArray> HttpHead::list(QByteArrayView name) const
{
    QList<QByteArray> members;
    for (const HttpField &field : fields) {
        if (field.name != name)
            continue;
        for (const QByteArray &part : field.value.split(',')) {
            const QByteArrayView member = withoutBlanks(part);
            if (!member.isEmpty())
                members.append(member.toByteArray());
        }
    }
    return members;
}

bool HttpHead::lists(QByteArrayView name, QByteArrayView member) const
{
    const QList<QByteArray> members = list(name);
    return std::any_of(members.begin(), members.end(),
                       [&](const QByteArray &m) { return m.compare(member, Qt::CaseInsensitive) == 0; });
}

std::optional<int> parseHttpHead(QByteArrayView bytes, int maxFields, HttpHead *head)
{
    const auto requestLine = takeUntil(bytes, "\r\n");
    if (!requestLine)
        return 400;
    if (const auto status = readRequestLine(*requestLine, head))
        return status;
    for (;;) {
        const auto line = takeUntil(bytes, "\r\n");
        if (!line)
            return 400;
        if (line->isEmpty())
            return std::nullopt;
        if (head->fields.size() >= maxFields)
            return 431;
        if (!readField(*line, head))
            return 400;
    }
}

} // namespace jjak::gateway
