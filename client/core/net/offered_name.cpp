// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/core/net/offered_name.h"

#include "common/protocol/codec.h"

namespace jjak::client {

using namespace Qt::StringLiterals;
using protocol::checkText;
using protocol::Rule;

namespace {

constexpr int longest = 1000; // what file.offer takes; the server makes it shorter

} // namespace

QString offeredName(const QString &name)
{
    QString out;
    for (const QChar c : name.left(longest))
        out += checkText(c, Rule::line(0, 1), {}) || c.isSurrogate() ? c : QChar(u'_');
    return checkText(out, Rule::line(0, longest), {}) ? out : u"_"_s;
}

} // namespace jjak::client
