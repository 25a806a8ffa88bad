// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/terminal/screen/compose.h"

#include <algorithm>

#include "client/terminal/screen/panels.h"
#include "client/terminal/text/width.h"
#include "client/terminal/words.h"

namespace jjak::terminal {

using namespace Qt::StringLiterals;

namespace {

constexpr int fewestRows = 8, fewestColumns = 24;
constexpr int columnsForList = 60;
constexpr int narrowestList = 20, narrowestSeats = 24;
constexpr int saidRows = 6;
constexpr int timeColumns = 6; // "12:34 "
constexpr int markColumns = 3; // " ✓✓"
constexpr int hostColumns = 2; // "▌ "
constexpr int rowsForSeats = 16; // fewer have no space for seats above the messages

int saidHeight(const View &view, int width)
{
    int rows = 0;
    for (const QString &line : view.said)
        rows += int(wrapped(line, width).size());
    return std::min(rows, saidRows) + (view.offers.isEmpty() ? 0 : 1) + (view.typing.isEmpty() ? 0 : 1);
}

DrawnLine heading(const QString &text, Style style)
{
    return {.text = text, .style = style, .rule = true};
}

//! The words in so many columns, below what they answer; behind them that they were edited, and how far they are.
void drawText(std::vector<DrawnLine> &lines, const MessageLine &m, int columns)
{
    if (m.reply > 0 && !m.deleted)
        lines.push_back({.text = truncated(u"> "_s + (m.quote.isEmpty() ? translate("term", "message %1").arg(m.reply) : m.quote), columns), .style = Style::Faint});
    QStringList tail;
    if (m.edited && !m.deleted)
        tail += translate("term", "(edited)");
    if (!m.mark.isEmpty() && !m.deleted)
        tail += m.mark;
    const QString mark = tail.join(u' ');
    QStringList rows = wrapped(m.text, columns - markColumns);
    if (width(mark) > 0 && width(rows.last()) + 1 + width(mark) > columns)
        rows += QString();
    for (qsizetype i = 0; i < rows.size(); ++i) {
        DrawnLine line{.text = rows[i], .style = m.deleted ? Style::Faint : Style::Plain, .markStyle = m.error.isEmpty() ? Style::Faint : Style::Failure};
        if (i == 0) {
            line.time = m.time;
            line.number = m.number;
            line.chosen = m.chosen;
        }
        if (i + 1 == rows.size())
            line.mark = mark;
        lines.push_back(line);
    }
}

void drawHost(std::vector<DrawnLine> &lines, const MessageLine &m, int columns)
{
    const QStringList rows = wrapped(m.text, columns);
    for (qsizetype i = 0; i < rows.size(); ++i)
        lines.push_back({.time = i == 0 ? m.time : QString(), .text = rows[i], .style = Style::Host, .host = true, .number = i == 0 ? m.number : 0, .chosen = i == 0 && m.chosen});
}

void drawOne(std::vector<DrawnLine> &lines, const MessageLine &m, int columns)
{
    if (!m.day.isEmpty())
        lines.push_back(heading(m.day, Style::Faint));
    if (m.unreadLine)
        lines.push_back(heading(translate("term", "new messages"), Style::Accent));
    if (m.notice) {
        for (const QString &line : wrapped(m.text, columns - timeColumns))
            lines.push_back({.text = line, .style = Style::Faint});
        return;
    }
    if (m.host) {
        drawHost(lines, m, columns - timeColumns - hostColumns);
    } else {
        if (m.first)
            lines.push_back({.text = m.author, .style = m.mine ? Style::Mine : Style::Theirs});
        drawText(lines, m, columns - timeColumns);
    }
    if (!m.error.isEmpty()) {
        for (const QString &row : wrapped(m.error, columns - timeColumns))
            lines.push_back({.text = row, .style = Style::Failure});
    }
    if (!m.reactions.isEmpty()) {
        for (const QString &row : wrapped(m.reactions, columns - timeColumns))
            lines.push_back({.text = row, .style = Style::Faint});
    }
}

} // namespace

std::vector<DrawnLine> drawMessages(const std::vector<MessageLine> &messages, int columns)
{
    std::vector<DrawnLine> lines;
    for (const MessageLine &message : messages)
        drawOne(lines, message, columns);
    return lines;
}

QString told(const SeatLine &seat, int columns)
{
    if (seat.mark.isEmpty() || seat.state.isEmpty())
        return seat.mark + seat.state;
    const QString whole = seat.mark + u" · "_s + seat.state;
    return width(whole) <= columns ? whole : seat.mark + u" · "_s + seat.brief;
}

QStringList drawTopic(const DateBox &box, int columns)
{
    if (box.topic.isEmpty())
        return {};
    QStringList lines = wrapped(box.topic, columns);
    if (lines.size() > 2)
        lines = {lines[0], truncated(QStringList(lines.mid(1)).join(u' '), columns)};
    return lines;
}

QStringList drawSeats(const DateBox &box, int columns)
{
    QStringList all;
    for (const SeatLine &seat : box.seats) {
        const QString mark = seat.marked ? u"▸"_s : QString();
        all += u"%1%2 %3"_s.arg(mark).arg(seat.number).arg(seat.name) + (seat.brief.isEmpty() ? QString() : u" ("_s + seat.brief + u')');
    }
    return wrapped(all.join(u", "_s), columns).mid(0, 5);
}

QStringList drawList(const ListBox &box, int columns)
{
    int first = 0;
    for (const QString &line : box.lines) {
        if (line.contains(u'\t'))
            first = std::max(first, width(line.section(u'\t', 0, 0)) + 2);
    }
    first = std::min(first, columns / 2);
    QStringList drawn;
    for (const QString &line : box.lines) {
        if (!line.contains(u'\t')) {
            drawn += wrapped(line, columns);
            continue;
        }
        const QStringList rest = wrapped(line.section(u'\t', 1), columns - first);
        for (qsizetype i = 0; i < rest.size(); ++i)
            drawn += padded(i == 0 ? line.section(u'\t', 0, 0) : QString(), first) + rest[i];
    }
    return drawn;
}

Areas areasOf(const View &view, int rows, int columns)
{
    Areas a{.rows = rows, .columns = columns};
    if (columns >= columnsForList) {
        a.listWidth = std::clamp(columns * 3 / 10, view.date ? narrowestSeats : narrowestList, 36);
        a.left = a.listWidth + 2; // the rule and a space
    }
    a.input = rows - 2;
    a.proposal = a.input - 1 - (view.proposal || (view.date && view.date->choice) ? 3 : 0);
    if (view.date) {
        const int seats = a.listWidth > 0 || rows < rowsForSeats ? 0 : int(drawSeats(*view.date, a.messageColumns() - 1).size());
        const int wanted = 2 + seats + int(drawTopic(*view.date, a.messageColumns() - 1).size()); // the bar, and the rule below
        a.top = std::min(a.date + wanted, std::max(a.date, a.proposal - 2));
    }
    const int most = std::max(0, a.proposal - a.top - 2);
    a.said = a.proposal - std::min(saidHeight(view, a.messageColumns() - 1), most);
    a.bottom = a.said;
    return a;
}

Canvas compose(const View &view, int rows, int columns)
{
    Canvas canvas(rows, columns);
    if (rows < fewestRows || columns < fewestColumns) {
        canvas.put(0, 0, translate("term", "Please make the window larger."));
        return canvas;
    }
    if (view.form) {
        panels::form(canvas, view);
    } else {
        const Areas areas = areasOf(view, rows, columns);
        if (view.date && view.focus != Focus::Rooms)
            panels::seats(canvas, view, areas);
        else
            panels::rooms(canvas, view, areas);
        panels::messages(canvas, view, areas);
        panels::lobby(canvas, view, areas);
        panels::date(canvas, view, areas);
        panels::said(canvas, view, areas);
        panels::heads(canvas, view, areas);
        panels::proposal(canvas, view, areas);
        panels::input(canvas, view, areas);
    }
    panels::status(canvas, view);
    panels::list(canvas, view);
    return canvas;
}

} // namespace jjak::terminal
