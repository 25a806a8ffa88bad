// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/domain/lounge/markup.h"

namespace jjak::domain {

QString withoutMarks(QString text)
{
    text.removeIf([](QChar c) { return c == u'*' || c == u'_' || c == u'`' || c == u'~' || c == u'\\'; });
    return text;
}

} // namespace jjak::domain
