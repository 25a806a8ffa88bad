// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/terminal/screen/panels.h"

#include <algorithm>

#include "client/terminal/text/width.h"
#include "client/terminal/words.h"

namespace jjak::terminal::panels {

using namespace Qt::StringLiterals;

namespace {

constexpr int timeColumns = 6;

void roomLine(Canvas &canvas, int row, const RoomLine &room, bool selected, int columns)
{
    const Style base = selected ? Style::Selected : room.open ? Style::Strong : room.over ? Style::Faint : Style::Plain;
    if (selected)
        canvas.fill(row, 0, 2, columns, Style::Selected);
    const QString badge = room.unread > 0 ? (room.unread > 999 ? u" 999+"_s : u" %1"_s.arg(room.unread)) : QString();
    const int end = putEnding(canvas, row, columns, badge, Style::Accent);
    const QString number = u"%1%2 "_s.arg(room.open ? QChar(0x25B8) : QChar(u' ')).arg(room.number);
    const int at = canvas.put(row, 0, number, base);
    canvas.put(row, at, room.name, base, end - at);
    if (columns < 6)
        return;
    const QString second = room.failed ? translate("term", "not sent") : room.typing ? translate("term", "is writing…") : room.draft ? translate("term", "draft") : room.preview;
    const Style style = selected ? Style::Selected : room.failed ? Style::Failure : room.typing ? Style::Accent : Style::Faint;
    const int timeAt = putEnding(canvas, row + 1, columns, room.time, selected ? Style::Selected : Style::Faint);
    canvas.put(row + 1, 3, second, style, timeAt - 4);
}

//! A line at the right end of which the keys stand, or a second line of the same box.
void boxLine(Canvas &canvas, int row, const QString &text, Style style, const QString &end, Style endStyle)
{
    const int endAt = end.isEmpty() ? canvas.columns() : putEnding(canvas, row, canvas.columns() - 1, end, endStyle);
    canvas.put(row, 1, text, style, endAt - 2);
}

//! The longest of some ways to say the same that fits beside a text; the last one if none does.
QString fitting(const QStringList &ways, const QString &beside, int columns)
{
    for (const QString &way : ways)
        if (width(beside) + 2 + width(way) <= columns)
            return way;
    return ways.value(ways.size() - 1);
}

//! As wide as a time at most, up to 99,999.
QString numberMark(qint64 number)
{
    return number < 10'000 ? u"#%1"_s.arg(number) : QString::number(number);
}

void boxEdge(Canvas &canvas, const Areas &areas)
{
    canvas.put(areas.proposal, 0, rule(areas.columns), Style::Accent);
    if (areas.listWidth > 0)
        canvas.put(areas.proposal, areas.listWidth, QString(QChar(0x2534)), Style::Accent);
}

} // namespace

int putEnding(Canvas &canvas, int row, int end, const QString &text, Style style)
{
    const int begin = std::max(0, end - width(text));
    canvas.put(row, begin, text, style);
    return begin;
}

QString rule(int columns)
{
    return QString(std::max(0, columns), QChar(0x2500));
}

void heads(Canvas &canvas, const View &view, const Areas &areas)
{
    canvas.put(1, 0, rule(areas.columns), Style::Faint);
    if (areas.listWidth > 0) {
        canvas.put(0, 1, view.date && view.focus != Focus::Rooms ? view.date->seatsTitle : view.roomsTitle, view.focus == Focus::Rooms ? Style::Title : Style::Strong, areas.listWidth - 1);
        canvas.put(1, areas.listWidth, QString(QChar(0x253C)), Style::Faint);
        for (int row = 0; row < areas.proposal; ++row) {
            if (row != 1)
                canvas.put(row, areas.listWidth, QString(QChar(0x2502)), Style::Faint);
        }
    }
    const int at = areas.left + canvas.put(0, areas.left, view.title, view.focus == Focus::Messages ? Style::Title : Style::Strong);
    if (!view.subtitle.isEmpty() && at + 4 < areas.columns)
        canvas.put(0, at, u" · "_s + view.subtitle, Style::Faint);
}

void rooms(Canvas &canvas, const View &view, const Areas &areas)
{
    if (areas.listWidth == 0)
        return;
    const int fit = std::max(1, (areas.proposal - areas.date) / 2);
    const auto open = std::find_if(view.rooms.begin(), view.rooms.end(), [](const RoomLine &r) { return r.open; });
    const int shown = view.roomCursor >= 0 ? view.roomCursor : open == view.rooms.end() ? 0 : int(open - view.rooms.begin());
    const int first = std::clamp(shown - fit + 1, 0, std::max(0, int(view.rooms.size()) - fit));
    for (int i = first; i < std::min(int(view.rooms.size()), first + fit); ++i)
        roomLine(canvas, areas.date + 2 * (i - first), view.rooms[size_t(i)], i == view.roomCursor, areas.listWidth - 1);
    if (view.rooms.empty())
        canvas.put(areas.date, 1, translate("term", "No chats yet"), Style::Faint, areas.listWidth - 1);
}

void messages(Canvas &canvas, const View &view, const Areas &areas)
{
    const int columns = areas.messageColumns();
    if (view.lobby)
        return;
    if (view.messages.empty()) {
        int row = areas.top + 1;
        for (const QString &paragraph : view.welcome) {
            for (const QString &line : wrapped(paragraph, columns - 2)) {
                if (row < areas.bottom)
                    canvas.put(row++, areas.left + 1, line);
            }
        }
        return;
    }
    const auto lines = drawMessages(view.messages, columns);
    const int count = int(lines.size());
    const int end = std::max(std::min(count, areas.messageRows()), count - view.linesBelow);
    const int begin = std::max(0, end - areas.messageRows());
    for (int i = begin; i < end; ++i) {
        const DrawnLine &line = lines[size_t(i)];
        const int row = areas.bottom - (end - i);
        if (line.rule) {
            const QString text = u" "_s + line.text + u' ';
            canvas.put(row, areas.left, rule(columns), Style::Faint);
            canvas.put(row, areas.left + std::max(0, (columns - width(text)) / 2), text, line.style);
            continue;
        }
        if (view.numbered && line.number > 0)
            putEnding(canvas, row, areas.left + timeColumns - 1, numberMark(line.number), line.chosen ? Style::Selected : Style::Accent);
        else
            canvas.put(row, areas.left, line.time, line.timeStyle);
        const int bar = line.host ? canvas.put(row, areas.left + timeColumns, u"▌ "_s, Style::Host) : 0;
        const int used = bar + canvas.put(row, areas.left + timeColumns + bar, line.text, line.style);
        canvas.put(row, areas.left + timeColumns + (used > 0 ? used + 1 : 0), line.mark, line.markStyle);
    }
    if (view.linesBelow > 0 && areas.messageRows() > 2)
        putEnding(canvas, areas.bottom - 1, areas.columns, translate("term", " more below: PgDn "), Style::Selected);
}

void said(Canvas &canvas, const View &view, const Areas &areas)
{
    int row = areas.said;
    const int end = areas.proposal, columns = areas.messageColumns() - 1;
    if (!view.typing.isEmpty() && row < end)
        canvas.put(row++, areas.left + timeColumns, view.typing, Style::Faint);
    QStringList lines;
    for (const QString &line : view.said)
        lines += wrapped(line, columns);
    const int space = end - row - (view.offers.isEmpty() ? 0 : 1);
    for (const QString &line : lines.mid(std::max<qsizetype>(0, lines.size() - space)))
        canvas.put(row++, areas.left, line, view.saidIsError ? Style::Warning : Style::Accent);
    int column = areas.left;
    for (qsizetype i = 0; i < view.offers.size() && row < end; ++i)
        column += canvas.put(row, column, view.offers[i], i == view.offer ? Style::Selected : Style::Faint) + 2;
}

void proposal(Canvas &canvas, const View &view, const Areas &areas)
{
    const bool boxed = view.proposal || (view.date && view.date->choice);
    canvas.put(areas.input - 1, 0, rule(areas.columns), Style::Faint);
    if (areas.listWidth > 0)
        canvas.put(boxed ? areas.proposal : areas.input - 1, areas.listWidth, QString(QChar(0x2534)), Style::Faint);
    if (!boxed)
        return;
    const bool focused = view.focus == Focus::Proposal;
    const int row = areas.proposal + 1;
    boxEdge(canvas, areas);
    if (!view.proposal) {
        const ChoiceBox &box = *view.date->choice;
        boxLine(canvas, row, box.title, Style::Strong, box.end, box.urgent ? Style::Warning : Style::Strong);
        boxLine(canvas, row + 1, box.detail, Style::Plain, fitting(box.keys, box.detail, areas.columns - 2), focused && box.keysCount ? Style::Selected : Style::Accent);
        return;
    }
    const ProposalBox &box = *view.proposal;
    boxLine(canvas, row, box.title, Style::Strong, translate("term", "%1 s").arg(box.seconds), box.seconds <= 10 ? Style::Warning : Style::Strong);
    const QString keys = box.answered ? translate("term", "You said yes. Waiting for the other answer…")
        : focused                     ? translate("term", "y yes   n no   Tab write on")
                                      : translate("term", "Tab, then y or n; or /accept, /decline");
    boxLine(canvas, row + 1, box.detail, Style::Plain, keys, focused && box.ready ? Style::Selected : Style::Accent);
}

void editLine(Canvas &canvas, int row, int column, int columns, const QString &text, qsizetype cursor, bool secret, bool focused)
{
    const QString shown = secret ? QString(text.size(), QChar(0x2022)) : QString(text).replace(u'\n', QChar(0x23CE));
    columns = std::max(columns, 4); // a wide glyph and the cursor; the canvas clips
    const auto all = glyphs(shown);
    std::vector<int> starts{0}; // column of each glyph
    size_t at = 0;              // the glyph under the cursor
    qsizetype unit = 0;
    for (size_t i = 0; i < all.size(); ++i) {
        starts.push_back(starts.back() + all[i].width);
        unit += all[i].length;
        if (unit <= cursor)
            at = i + 1;
    }
    size_t first = 0;
    while (starts[at] - starts[first] > columns - 2)
        ++first;
    QString part;
    for (size_t i = first; i < all.size() && starts[i + 1] - starts[first] <= columns - 1; ++i)
        part += all[i].text;
    canvas.put(row, column, part, focused ? Style::Plain : Style::Faint);
    if (focused)
        canvas.setCursor(row, column + starts[at] - starts[first]);
}

void input(Canvas &canvas, const View &view, const Areas &areas)
{
    const bool focused = view.focus == Focus::Input && !view.list;
    const int held = view.held.isEmpty() ? 0 : canvas.put(areas.input, 0, view.held + u' ', Style::Warning, areas.columns / 3);
    const int begin = held + canvas.put(areas.input, held, u"› "_s, focused ? Style::Accent : Style::Faint);
    if (view.input.isEmpty())
        canvas.put(areas.input, begin, view.hint, Style::Faint);
    const int left = 2000 - int(view.input.toUcs4().size());
    int end = areas.columns;
    if (left < 200)
        end = putEnding(canvas, areas.input, areas.columns, u" %1"_s.arg(left), left < 0 ? Style::Failure : Style::Faint);
    editLine(canvas, areas.input, begin, end - begin, view.input, view.cursor, false, focused);
}

void status(Canvas &canvas, const View &view)
{
    const int row = canvas.rows() - 1;
    canvas.fill(row, 0, 1, canvas.columns(), Style::Bar);
    const int end = putEnding(canvas, row, canvas.columns() - 1, view.statusEnd, Style::Bar);
    canvas.put(row, 1, view.status, view.online ? Style::Bar : Style::Warning, end - 2);
}

void list(Canvas &canvas, const View &view)
{
    if (!view.list)
        return;
    const ListBox &box = *view.list;
    const int rows = canvas.rows() - 1;
    canvas.fill(0, 0, rows, canvas.columns(), Style::Plain);
    canvas.put(0, 1, box.title, Style::Title);
    putEnding(canvas, 0, canvas.columns() - 1, translate("term", "Esc back"), Style::Faint);
    canvas.put(1, 0, rule(canvas.columns()), Style::Faint);
    const QStringList lines = drawList(box, canvas.columns() - 2);
    const int wanted = box.chosen < 0 ? box.scroll : box.chosen - (rows - 4); // the last row may say that there is more
    const int scroll = std::clamp(wanted, 0, std::max(0, int(lines.size()) - (rows - 2)));
    for (int i = scroll; i < int(lines.size()) && i - scroll + 2 < rows; ++i)
        canvas.put(i - scroll + 2, 1, lines[i], i == box.chosen ? Style::Selected : Style::Plain);
    if (scroll + rows - 2 < int(lines.size()))
        putEnding(canvas, rows - 1, canvas.columns(), translate("term", " more below: PgDn "), Style::Selected);
    if (box.isTyped)
        canvas.setCursor(0, std::min(canvas.columns() - 1, 1 + width(box.title)));
    else
        canvas.setCursor(-1, -1);
}

} // namespace jjak::terminal::panels
