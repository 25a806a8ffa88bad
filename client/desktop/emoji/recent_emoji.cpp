// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/emoji/recent_emoji.h"

#include "client/core/emoji.h"
#include "client/core/settings/settings.h"

using namespace Qt::StringLiterals;

namespace jjak::desktop {

QStringList recentEmoji(const client::Settings &settings)
{
    return settings.extra(u"emoji"_s).toStringList();
}

void noteEmoji(client::Settings &settings, const QString &used)
{
    settings.setExtra(u"emoji"_s, client::withRecentEmoji(recentEmoji(settings), used));
}

} // namespace jjak::desktop
