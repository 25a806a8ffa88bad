// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "client/terminal/screen/panels.h"
#include "client/terminal/text/width.h"

namespace jjak::terminal::panels {

using namespace Qt::StringLiterals;

namespace {

Style styleOf(const SeatLine &seat)
{
    return seat.gone ? Style::Faint : seat.mine ? Style::Mine : seat.marked ? Style::Accent : Style::Plain;
}

//! The state in words: below the name where there is space, else one word behind it.
void seatLine(Canvas &canvas, int row, int rows, const SeatLine &seat, int columns)
{
    const int at = canvas.put(row, 0, u"%1%2 "_s.arg(seat.marked ? QChar(0x25B8) : QChar(u' ')).arg(seat.number), styleOf(seat));
    const int end = rows > 1 || seat.brief.isEmpty() ? columns : putEnding(canvas, row, columns, truncated(seat.brief, columns / 2), Style::Faint) - 1;
    canvas.put(row, at, seat.name, styleOf(seat), end - at);
    if (rows > 1)
        canvas.put(row + 1, at, told(seat, columns - at), seat.marked ? Style::Accent : Style::Faint, columns - at);
}

//! "Topic 2 of 3 ████░░░░ 2:41"
void timeLine(Canvas &canvas, int row, const DateBox &box, const Areas &areas)
{
    const int begin = areas.left + canvas.put(row, areas.left, box.phase, Style::Accent) + 1;
    if (box.left.isEmpty()) {
        if (!box.note.isEmpty())
            canvas.put(row, begin - 1, u" · "_s + box.note, Style::Faint);
        return;
    }
    const int end = putEnding(canvas, row, areas.columns - 1, box.left, box.choice && box.choice->urgent ? Style::Warning : Style::Strong) - 1;
    const int bar = std::max(0, end - begin);
    const int full = std::clamp((bar * box.share + 999) / 1000, 0, bar);
    canvas.put(row, begin, QString(full, QChar(0x2588)), Style::Accent);
    canvas.put(row, begin + full, QString(bar - full, QChar(0x2591)), Style::Faint);
}

} // namespace

void seats(Canvas &canvas, const View &view, const Areas &areas)
{
    if (areas.listWidth == 0)
        return;
    const auto &all = view.date->seats;
    const int space = areas.proposal - areas.date;
    const int each = int(all.size()) * 2 <= space ? 2 : 1;
    for (int i = 0; i < std::min(int(all.size()), space); ++i)
        seatLine(canvas, areas.date + i * each, each, all[size_t(i)], areas.listWidth - 1);
}

void date(Canvas &canvas, const View &view, const Areas &areas)
{
    if (!view.date || areas.top <= areas.date)
        return;
    const DateBox &box = *view.date;
    const int columns = areas.messageColumns();
    int row = areas.date;
    timeLine(canvas, row++, box, areas);
    QStringList lines = drawTopic(box, columns - 1);
    const qsizetype topics = lines.size();
    if (areas.listWidth == 0)
        lines += drawSeats(box, columns - 1);
    for (qsizetype i = 0; i < lines.size() && row < areas.top - 1; ++i)
        canvas.put(row++, areas.left, lines[i], i < topics ? Style::Strong : Style::Faint);
    canvas.put(areas.top - 1, areas.left, rule(columns), Style::Faint);
}

void lobby(Canvas &canvas, const View &view, const Areas &areas)
{
    if (!view.lobby)
        return;
    const LobbyBox &box = *view.lobby;
    const int columns = areas.messageColumns() - 2, left = areas.left + 1;
    int row = areas.top + 1;
    const auto line = [&](const QString &text, Style style) {
        for (const QString &part : wrapped(text, columns))
            if (row < areas.bottom)
                canvas.put(row++, left, part, style);
    };
    line(box.title, Style::Strong);
    if (++row < areas.bottom) {
        int at = left;
        for (int i = 0; i < box.seats; ++i)
            at += canvas.put(row, at, i < box.seated ? u"███ "_s : u"░░░ "_s, i < box.seated ? Style::Accent : Style::Faint);
        canvas.put(row, at + 1, box.count, Style::Strong);
    }
    row += 2;
    for (const QString &text : box.lines)
        text.isEmpty() ? void(++row) : line(text, Style::Plain);
}

} // namespace jjak::terminal::panels
