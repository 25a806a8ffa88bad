// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/terminal/app/table_desk.h"

#include <QTimeZone>
#include <algorithm>

#include "client/core/sentences.h"
#include "client/terminal/app/table_lines.h"
#include "client/terminal/text/sanitize.h"
#include "client/terminal/words.h"

namespace jjak::terminal {

using namespace Qt::StringLiterals;
using namespace protocol;
using Act = TableOrder::Act;

namespace {

QString titleOf(const TableOrder &order)
{
    switch (order.act) {
    case Act::Mine:
        return translate("term", "Your coffee tables");
    case Act::Past:
        return translate("term", "Your coffee tables that have ended");
    case Act::Find:
        return translate("term", "Coffee tables: %1").arg(cleanLine(order.text));
    default:
        return translate("term", "Coffee tables");
    }
}

QString emptyWords(Act act)
{
    if (act == Act::List)
        return translate("term", "No table is open or coming. /table open | TOPIC offers one with your post.");
    return act == Act::Find ? translate("term", "No table has that in its topic, or as a tag of its post.") : translate("term", "There is none.");
}

//! As names are shown, in whichever case.
bool bearsName(const TableGuest &guest, const QString &typed)
{
    return cleanLine(guest.name).simplified().compare(cleanLine(typed).simplified(), Qt::CaseInsensitive) == 0;
}

} // namespace

TableDesk::TableDesk(client::Session &session, client::MyTables &mine, const LoungeDesk &posts, const Language &language, QObject *parent)
    : QObject(parent), m_session(session), m_tables(session.tables()), m_mine(mine), m_posts(posts), m_language(language)
{
    connect(&mine, &client::MyTables::tableChanged, this, &TableDesk::changed);
    connect(&mine, &client::MyTables::told, this, &TableDesk::announce);
    connect(&m_tables, &client::Tables::forgotten, this, &TableDesk::forget);
}

void TableDesk::forget()
{
    ++m_round;
    m_listed.clear();
    m_next.clear();
}

void TableDesk::refused(const Error &error, const TableOrder &order)
{
    if (error.code == ErrorCode::LoungeNoName)
        return Q_EMIT lineKept(order.typed, translate("term", "First take a name for the lounge: /lounge name NAME. Choose another one than you sign in with."));
    if (error.code == ErrorCode::TableSameHour && order.act == Act::Open)
        return Q_EMIT lineKept(order.typed, translate("term", "You have another table at the same hour. Put “| sure” behind it to open this one all the same."));
    if (error.code == ErrorCode::TableSameHour)
        return Q_EMIT lineKept(order.typed, translate("term", "You have another table at the same hour. Put “sure” behind it to come all the same."));
    if (error.code == ErrorCode::TableFull)
        return complain(translate("term", "All seats are taken. /table join %1 line waits for one.").arg(order.number));
    complain(client::sentence(error, m_session.serverNow()));
}

client::Callback<Table> TableDesk::told(const TableOrder &order, const QString &success)
{
    return [this, order, success](const Result<Table> &now) {
        if (!now)
            return refused(now.error(), order);
        const int number = numberOf(*now);
        say(success.isEmpty() ? standingSentence(number, *now) : success);
    };
}

void TableDesk::run(const TableOrder &order)
{
    switch (order.act) {
    case Act::List:
    case Act::Mine:
    case Act::Past:
    case Act::Find:
        return list(order, {}, true);
    case Act::More:
        return more();
    case Act::Help:
        return Q_EMIT listed(translate("term", "Coffee tables"), tableHelp());
    case Act::Show:
        return show(order.number);
    case Act::Open:
        return offer(order);
    default:
        break;
    }
    if (const auto about = table(order.number))
        carryOut(order, *about);
}

// --- reading --------------------------------------------------------------------------------------------------------

void TableDesk::list(const TableOrder &order, const QString &after, bool first)
{
    cmd::ListTables wanted{order.act == Act::Mine || order.act == Act::Past, order.act == Act::Past, after.isEmpty() ? std::nullopt : std::optional(after)};
    if (order.act == Act::Find)
        wanted.text = order.text;
    m_tables.list(wanted, [this, order, after, first, round = ++m_round](const Result<cmd::TableList> &page) {
        if (round != m_round)
            return;
        if (!page)
            return refused(page.error(), order);
        if (page->tables.isEmpty() && page->next && *page->next != after)
            return list(order, *page->next, first);
        showPage(order, *page, first);
    });
}

void TableDesk::showPage(const TableOrder &order, const cmd::TableList &page, bool first)
{
    if (first)
        m_listed.clear();
    m_query = order;
    m_next = page.next.value_or(QString());
    QStringList lines;
    if (order.act == Act::Mine)
        lines = groupedLines(page.tables);
    else
        for (const Table &each : page.tables)
            lines += tableLines(numberOf(each), each);
    if (lines.isEmpty() && first)
        lines += emptyWords(order.act);
    else if (lines.isEmpty())
        lines += translate("term", "There is no more.");
    else
        lines += m_next.isEmpty() ? translate("term", "/table N tells all of one.") : translate("term", "/table N tells all of one, /table more lists the next ones.");
    Q_EMIT listed(titleOf(order), lines);
}

//! With a seat first; the two groups have headings when there are both.
QStringList TableDesk::groupedLines(const QList<Table> &tables)
{
    QStringList seated, waiting;
    for (const bool sits : {true, false})
        for (const Table &each : tables)
            if (client::occasionOf(each).attended == sits)
                (sits ? seated : waiting) += tableLines(numberOf(each), each);
    if (seated.isEmpty() || waiting.isEmpty())
        return seated + waiting;
    return QStringList{translate("term", "With a seat:")} + seated + QStringList{QString(), translate("term", "Waiting:")} + waiting;
}

void TableDesk::more()
{
    if (m_next.isEmpty())
        return complain(m_listed.isEmpty() ? translate("term", "No tables are listed. /table lists the coming ones.") : translate("term", "There is no more."));
    list(m_query, m_next, false);
}

std::optional<Table> TableDesk::table(int number)
{
    if (number >= 1 && number <= m_listed.size())
        return m_listed[number - 1];
    complain(translate("term", "There is no table number %1. /table lists them.").arg(number));
    return std::nullopt;
}

//! What is known of it becomes this, unless that is of before.
int TableDesk::numberOf(const Table &table)
{
    const auto known = std::ranges::find(m_listed, table.table, &Table::table);
    if (known == m_listed.end()) {
        m_listed.append(table);
        return int(m_listed.size());
    }
    if (table.version >= known->version)
        *known = table;
    return 1 + int(known - m_listed.begin());
}

void TableDesk::show(int number)
{
    const auto wanted = table(number);
    if (!wanted)
        return;
    m_tables.look(wanted->table, [this](const Result<Table> &now) {
        if (!now)
            return complain(client::sentence(now.error(), m_session.serverNow()));
        Q_EMIT listed(cleanLine(now->topic), openTableLines(numberOf(*now), *now));
    });
}

// --- doing ----------------------------------------------------------------------------------------------------------

void TableDesk::carryOut(const TableOrder &order, const Table &about)
{
    switch (order.act) {
    case Act::Join:
        m_mine.expectNoEnd(about.table);
        return m_tables.join(about.table, order.line, order.sure, told(order));
    case Act::Take:
        return take(order, about);
    case Act::Leave:
    case Act::Close:
        return end(order, about);
    case Act::Admit:
    case Act::Refuse:
    case Act::Remove:
        return withGuest(order, about.table);
    case Act::Rename:
        return m_tables.rename(about.table, order.text, told(order, translate("term", "The table has another topic now.")));
    case Act::Keep:
        return keep(order, about);
    case Act::Ics:
        return saveCalendar(order, about);
    case Act::Remind:
        return remind(about);
    case Act::Thank:
        return thank(order, about);
    default:
        return;
    }
}

void TableDesk::offer(const TableOrder &order)
{
    const Post *post = m_posts.listedPost(order.number);
    if (!post)
        return complain(order.number > 0 ? translate("term", "There is no post number %1. /lounge lists them.").arg(order.number)
                                         : translate("term", "Open your post first, /post N, or name it: /table open N | TOPIC"));
    const Time now = m_session.serverNow();
    const auto at = order.at ? std::optional(fromMs(order.at->toMSecsSinceEpoch())) : std::nullopt;
    if (at && *at < now)
        return Q_EMIT lineKept(order.typed, translate("term", "That moment has passed. Without a time the table opens now."));
    if (at && *at > now + limits::tableAhead)
        return Q_EMIT lineKept(order.typed, translate("term", "A table can be offered at most 30 days ahead."));
    const QByteArray zone = QTimeZone::systemTimeZoneId();
    cmd::OfferTable wanted;
    wanted.post = post->post;
    wanted.topic = order.text;
    wanted.language = m_language.code();
    wanted.at = at;
    wanted.zone = zone.isEmpty() ? u"UTC"_s : QString::fromLatin1(zone);
    wanted.seats = order.seats;
    wanted.approval = order.approval;
    wanted.sure = order.sure;
    m_tables.offer(wanted, told(order));
}

void TableDesk::take(const TableOrder &order, const Table &about)
{
    if (about.mine != Standing::Offered)
        return complain(translate("term", "No seat is kept for you there. /table join %1 asks for one.").arg(order.number));
    m_tables.join(about.table, false, order.sure, told(order));
}

void TableDesk::end(const TableOrder &order, const Table &about)
{
    m_mine.expectEnd(about.table);
    const bool closes = order.act == Act::Close || about.mine == Standing::Host;
    const auto done = [this, order, closes, id = about.table](const Result<> &result) {
        if (!result) {
            m_mine.expectNoEnd(id);
            return refused(result.error(), order);
        }
        say(closes ? translate("term", "The table is closed.") : translate("term", "You do not sit there any more, and wait for no seat."));
    };
    if (order.act == Act::Close)
        m_tables.close(about.table, done);
    else
        m_tables.leave(about.table, done);
}

void TableDesk::keep(const TableOrder &order, const Table &about)
{
    m_tables.keep(about.table, !about.keep, [this, order](const Result<Table> &now) {
        if (!now)
            return refused(now.error(), order);
        numberOf(*now);
        if (now->kept)
            return say(translate("term", "All want to keep it: it does not end by itself."));
        say(now->keep ? translate("term", "You want to keep it; it stays once all do.") : translate("term", "You do not want to keep it any more."));
    });
}

void TableDesk::thank(const TableOrder &order, const Table &about)
{
    m_tables.thank(about.table, !about.thanked, [this, order](const Result<Table> &now) {
        if (!now && now.error().code == ErrorCode::GuestNotFound)
            return complain(translate("term", "You can thank the host when you have sat there while its room was open."));
        if (!now && now.error().code == ErrorCode::TableEnded)
            return complain(translate("term", "The host can be thanked until a day after the end."));
        if (!now)
            return refused(now.error(), order);
        numberOf(*now);
        say(now->thanked ? translate("term", "You have thanked the host. Nobody is told who did, only how many.") : translate("term", "Your thanks are taken back."));
    });
}

void TableDesk::withGuest(const TableOrder &order, TableId id)
{
    m_tables.look(id, [this, order](const Result<Table> &now) {
        if (!now)
            return refused(now.error(), order);
        numberOf(*now);
        admitOrRemove(order, *now);
    });
}

void TableDesk::admitOrRemove(const TableOrder &order, const Table &now)
{
    if (now.mine != Standing::Host)
        return refused(Error{ErrorCode::TableNotHost}, order);
    const bool removes = order.act == Act::Remove;
    const QList<TableGuest> among = removes ? now.guests : now.asking;
    const auto guest = std::ranges::find_if(among, [&order](const TableGuest &one) { return bearsName(one, order.text); });
    const QString name = cleanLine(order.text);
    if (guest == among.end())
        return complain(removes ? translate("term", "Nobody of the name %1 sits there.").arg(name) : translate("term", "Nobody of the name %1 asks to come.").arg(name));
    if (removes)
        return m_tables.remove(now.table, guest->persona, told(order, translate("term", "%1 does not sit there any more.").arg(name)));
    const bool yes = order.act == Act::Admit;
    m_tables.admit(now.table, guest->persona, yes, told(order, yes ? translate("term", "%1 may come.").arg(name) : translate("term", "%1 may not come. Nobody is told.").arg(name)));
}

// --- news -----------------------------------------------------------------------------------------------------------

void TableDesk::changed(const Table &table)
{
    const auto listed = std::ranges::find(m_listed, table.table, &Table::table);
    if (listed != m_listed.end() && listed->version <= table.version)
        *listed = table;
}

void TableDesk::announce(const Table &table, const TableNews &news)
{
    const bool needsNumber = news.kind == TableNews::Kind::Offered || news.kind == TableNews::Kind::Asked;
    Q_EMIT announced(newsSentence(needsNumber ? numberOf(table) : 0, table, news));
}

} // namespace jjak::terminal
