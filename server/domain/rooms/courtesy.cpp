// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/domain/rooms/courtesy.h"

#include <array>

namespace jjak::domain {

namespace {

using namespace Qt::StringLiterals;

constexpr std::array domains{".com"_L1, ".net"_L1, ".org"_L1, ".kr"_L1, ".me"_L1, ".io"_L1, ".gg"_L1, ".ly"_L1, ".app"_L1, ".link"_L1, ".xyz"_L1, ".shop"_L1};

bool isNameChar(QChar c)
{
    return c.isLetterOrNumber() || c == u'-' || c == u'_';
}

} // namespace

std::optional<Error> courtesy(qint64 written, const QString &text, int allowed)
{
    if (written >= allowed)
        return Error{ErrorCode::StrangerLimit};
    if (hasLink(text))
        return Error{ErrorCode::StrangerLink};
    return std::nullopt;
}

bool hasLink(const QString &text)
{
    if (text.contains("://"_L1) || text.contains("www."_L1, Qt::CaseInsensitive))
        return true;
    for (const auto domain : domains) {
        for (qsizetype at = text.indexOf(domain, 0, Qt::CaseInsensitive); at >= 0; at = text.indexOf(domain, at + 1, Qt::CaseInsensitive)) {
            const qsizetype end = at + domain.size();
            if (at > 0 && isNameChar(text[at - 1]) && (end == text.size() || text[end] == u'/' || text[end] == u'.' || !isNameChar(text[end])))
                return true;
        }
    }
    return false;
}

} // namespace jjak::domain
