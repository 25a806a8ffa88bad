// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/core/notify/choice.h"

#include <QDateTime>

namespace jjak::client {

bool isQuiet(const QuietHours &hours, int minute)
{
    if (!hours.on)
        return false;
    if (hours.from < hours.to)
        return minute >= hours.from && minute < hours.to;
    return minute >= hours.from || minute < hours.to;
}

bool isPaused(const NotifyChoice &choice, Time now)
{
    return now < choice.pausedUntil && choice.pausedUntil - now <= NotifyChoice::pause;
}

int localMinute(Time at)
{
    const QTime time = QDateTime::fromMSecsSinceEpoch(toMs(at)).time();
    return time.hour() * 60 + time.minute();
}

} // namespace jjak::client
