// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/terminal/command/table_order.h"

#include <QRegularExpression>
#include <algorithm>

namespace jjak::terminal {

using namespace Qt::StringLiterals;
using Act = TableOrder::Act;

namespace {

struct Word {
    QLatin1StringView english;
    QStringView korean;
    Act act;
};

constexpr Word words[]{
    {"mine"_L1, u"내것", Act::Mine}, {"past"_L1, u"지난", Act::Past}, {"find"_L1, u"찾기", Act::Find}, {"more"_L1, u"더", Act::More}, {"open"_L1, u"열기", Act::Open}, {"join"_L1, u"앉기", Act::Join},
    {"leave"_L1, u"나가기", Act::Leave}, {"take"_L1, u"받기", Act::Take}, {"admit"_L1, u"수락", Act::Admit}, {"refuse"_L1, u"거절", Act::Refuse}, {"remove"_L1, u"내보내기", Act::Remove},
    {"rename"_L1, u"주제", Act::Rename}, {"close"_L1, u"닫기", Act::Close}, {"keep"_L1, u"남기기", Act::Keep}, {"thank"_L1, u"감사", Act::Thank},
    {"ics"_L1, u"일정", Act::Ics}, {"remind"_L1, u"알림", Act::Remind}, {"?"_L1, u"도움말", Act::Help},
};

bool isWord(const QString &typed, QLatin1StringView english, QStringView korean)
{
    return typed.compare(english, Qt::CaseInsensitive) == 0 || typed == korean;
}

//! The first word, and what stands behind it.
std::pair<QString, QString> parted(const QString &text)
{
    return {text.section(u' ', 0, 0), text.section(u' ', 1)};
}

int numberFrom(const QString &word)
{
    const bool digits = !word.isEmpty() && std::ranges::all_of(word, [](QChar c) { return c >= u'0' && c <= u'9'; });
    return digits ? word.toInt() : 0;
}

//! "3", "2026-11-28 19:30", both or nothing: which post, and when.
bool readHead(const QString &head, TableOrder &order)
{
    static const QRegularExpression form(u"^(?:([0-9]{1,9})(?: |$))?(?:([0-9]{4}-[0-9]{2}-[0-9]{2}) ([0-9]{1,2}):([0-9]{2}))?$"_s);
    const auto match = form.match(head);
    if (!match.hasMatch())
        return false;
    order.number = match.captured(1).toInt();
    if (!match.captured(1).isEmpty() && order.number == 0)
        return false;
    if (match.captured(2).isEmpty())
        return true;
    const QTime time(match.captured(3).toInt(), match.captured(4).toInt());
    order.at = QDateTime(QDate::fromString(match.captured(2), Qt::ISODate), time);
    return time.isValid() && order.at->isValid(); // a date without a valid time would be midnight
}

//! "seats 3", "approval" or "sure".
bool readOption(const QString &option, TableOrder &order)
{
    const auto [word, rest] = parted(option);
    if (isWord(word, "seats"_L1, u"자리")) {
        order.seats = numberFrom(rest);
        return order.seats >= limits::tableSeatsMin && order.seats <= limits::tableSeats;
    }
    const bool approval = isWord(option, "approval"_L1, u"승인"), sure = isWord(option, "sure"_L1, u"그래도");
    order.approval |= approval;
    order.sure |= sure;
    return approval || sure;
}

std::optional<TableOrder> offered(TableOrder order, const QString &rest)
{
    QStringList parts = rest.split(u'|');
    for (QString &part : parts)
        part = part.trimmed();
    if (parts.size() < 2 || parts[1].isEmpty() || !readHead(parts[0], order))
        return std::nullopt;
    order.text = parts[1];
    const bool clear = std::ranges::all_of(parts.begin() + 2, parts.end(), [&order](const QString &option) { return readOption(option, order); });
    return clear ? std::optional(order) : std::nullopt;
}

std::optional<TableOrder> joined(TableOrder order, const QString &rest)
{
    const QStringList options = rest.split(u' ', Qt::SkipEmptyParts);
    for (const QString &option : options) {
        const bool line = isWord(option, "line"_L1, u"줄"), sure = isWord(option, "sure"_L1, u"그래도");
        order.line |= line;
        order.sure |= sure;
        if (!line && !sure)
            return std::nullopt;
    }
    return order;
}

//! What is about one table.
std::optional<TableOrder> aboutOne(TableOrder order, const QString &behind)
{
    const auto [number, rest] = parted(behind);
    order.number = numberFrom(number);
    if (order.number == 0)
        return std::nullopt;
    switch (order.act) {
    case Act::Join:
        return joined(order, rest);
    case Act::Ics:
        order.text = rest;
        return order;
    case Act::Admit:
    case Act::Refuse:
    case Act::Remove:
    case Act::Rename:
        order.text = rest;
        return rest.isEmpty() ? std::nullopt : std::optional(order);
    default:
        return rest.isEmpty() ? std::optional(order) : std::nullopt;
    }
}

} // namespace

std::optional<TableOrder> tableOrder(const QString &rest)
{
    const QString simple = rest.simplified();
    TableOrder order{.typed = u"/table "_s + simple};
    if (simple.isEmpty())
        return order;
    const auto [first, behind] = parted(simple);
    const auto word = std::ranges::find_if(words, [&first](const Word &one) { return isWord(first, one.english, one.korean); });
    order.act = word == std::end(words) ? Act::Show : word->act;
    switch (order.act) {
    case Act::Mine:
    case Act::Past:
    case Act::More:
    case Act::Help:
        return behind.isEmpty() ? std::optional(order) : std::nullopt;
    case Act::Find:
        order.text = behind;
        return behind.isEmpty() ? std::nullopt : std::optional(order);
    case Act::Show:
        return aboutOne(order, simple);
    case Act::Open:
        return offered(order, behind);
    default:
        return aboutOne(order, behind);
    }
}

QStringList tableWords()
{
    QStringList out;
    for (const Word &word : words)
        out += word.english;
    return out;
}

} // namespace jjak::terminal
