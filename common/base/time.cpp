// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/base/time.h"

namespace jjak {

namespace {

using namespace std::chrono;

void putDigits(char *to, int width, qint64 value)
{
    for (int i = width - 1; i >= 0; --i, value /= 10)
        to[i] = char('0' + value % 10);
}

//! -1 when one of the characters is no ASCII digit.
int digits(QStringView text, qsizetype from, int width)
{
    int value = 0;
    for (qsizetype i = from; i < from + width; ++i) {
        const char16_t c = text[i].unicode();
        if (c < u'0' || c > u'9')
            return -1;
        value = value * 10 + (c - u'0');
    }
    return value;
}

} // namespace

QByteArray toIso(Day d)
{
    const year_month_day ymd(d);
    QByteArray out("0000-00-00");
    putDigits(out.data(), 4, int(ymd.year()));
    putDigits(out.data() + 5, 2, unsigned(ymd.month()));
    putDigits(out.data() + 8, 2, unsigned(ymd.day()));
    return out;
}

QByteArray toIso(Time t)
{
    const auto day = floor<days>(t);
    const qint64 ms = (t - day).count();
    QByteArray out = toIso(Day(day));
    out.append("T00:00:00.000Z");
    putDigits(out.data() + 11, 2, ms / 3'600'000);
    putDigits(out.data() + 14, 2, ms / 60'000 % 60);
    putDigits(out.data() + 17, 2, ms / 1000 % 60);
    putDigits(out.data() + 20, 3, ms % 1000);
    return out;
}

std::optional<Day> dayFromIso(QStringView text)
{
    if (text.size() != 10 || text[4] != u'-' || text[7] != u'-')
        return std::nullopt;
    const int y = digits(text, 0, 4), m = digits(text, 5, 2), d = digits(text, 8, 2);
    const year_month_day ymd{year(y), month(unsigned(m)), day(unsigned(d))};
    if (y < 0 || m < 0 || d < 0 || !ymd.ok())
        return std::nullopt;
    return sys_days(ymd);
}

std::optional<Time> timeFromIso(QStringView text)
{
    if (text.size() != 24 || text[10] != u'T' || text[13] != u':' || text[16] != u':' || text[19] != u'.' || text[23] != u'Z')
        return std::nullopt;
    const auto day = dayFromIso(text.left(10));
    const int h = digits(text, 11, 2), m = digits(text, 14, 2), s = digits(text, 17, 2), ms = digits(text, 20, 3);
    if (!day || *day < Day() || h < 0 || h > 23 || m < 0 || m > 59 || s < 0 || s > 59 || ms < 0)
        return std::nullopt;
    return Time(*day) + hours(h) + minutes(m) + seconds(s) + milliseconds(ms);
}

int yearsBetween(Day birth, Day today)
{
    const year_month_day b(birth), t(today);
    const bool had = std::pair(unsigned(t.month()), unsigned(t.day())) >= std::pair(unsigned(b.month()), unsigned(b.day()));
    return int(t.year()) - int(b.year()) - (had ? 0 : 1);
}

} // namespace jjak
