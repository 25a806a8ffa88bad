// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "client/terminal/app/message_words.h"
#include "client/terminal/app/view_builder.h"
#include "client/terminal/app/when.h"
#include "client/terminal/full/full_screen.h"

//! Moving among the chats and the messages.
namespace jjak::terminal {

using namespace Qt::StringLiterals;

namespace {

constexpr int everything = 1 << 20;

} // namespace

int FullScreen::page() const
{
    return std::max(1, areasOf({}, m_screen.rows(), m_screen.columns()).messageRows() - 2);
}

bool FullScreen::runInRooms(Act act)
{
    if (m_focus != Focus::Rooms)
        return false;
    const int last = std::max(0, m_session.rooms()->rowCount() - 1);
    const auto go = [&](int row) { m_roomCursor = std::clamp(row, 0, last); };
    switch (act) {
    case Act::Up: go(m_roomCursor - 1); return true;
    case Act::Down: go(m_roomCursor + 1); return true;
    case Act::First: go(0); return true;
    case Act::Last: go(last); return true;
    case Act::HalfUp: go(m_roomCursor - page() / 4); return true; // a chat takes two lines
    case Act::HalfDown: go(m_roomCursor + page() / 4); return true;
    case Act::OpenRoom:
        chooseRow(m_roomCursor);
        setFocus(Focus::Input);
        return true;
    case Act::Back: setFocus(Focus::Input); return true;
    default: return false;
    }
}

bool FullScreen::runInMessages(Act act)
{
    if (m_focus != Focus::Messages)
        return false;
    switch (act) {
    case Act::Up: chooseMessage(-1); return true;
    case Act::Down: chooseMessage(1); return true;
    case Act::First: scroll(everything); chooseMessage(-everything); return true;
    case Act::Last: scroll(-everything); chooseMessage(everything); return true;
    case Act::HalfUp: scroll(page() / 2); return true;
    case Act::HalfDown: scroll(-page() / 2); return true;
    case Act::Reply: beginAbout(Verb::Reply); return true;
    case Act::Edit: beginAbout(Verb::Edit); return true;
    case Act::Back: setFocus(Focus::Input); return true;
    default: return false;
    }
}

std::vector<DrawnLine> FullScreen::drawnMessages() const
{
    const auto *entry = m_session.state().room(m_shown);
    if (!m_messages || !entry)
        return {};
    return drawMessages(messageLines(*m_messages, entry->room.me, m_messages->rowCount(), QDate::currentDate()), areasOf(view(), m_screen.rows(), m_screen.columns()).messageColumns());
}

void FullScreen::scroll(int lines)
{
    if (!m_messages)
        return;
    const int most = std::max(0, int(drawnMessages().size()) - areasOf(view(), m_screen.rows(), m_screen.columns()).messageRows());
    m_linesBelow = std::clamp(m_linesBelow + lines, 0, most);
    if (m_linesBelow == most && lines > 0)
        m_messages->fetchOlder();
    if (m_focus == Focus::Messages)
        chooseVisible();
    changed();
}

//! The one so many further among those that can be named, and brings it into sight.
void FullScreen::chooseMessage(int by)
{
    std::vector<qint64> numbers;
    for (const DrawnLine &line : drawnMessages())
        if (line.number > 0)
            numbers.push_back(line.number);
    if (numbers.empty())
        return;
    const int last = int(numbers.size()) - 1;
    const auto now = std::ranges::find(numbers, m_chosen);
    const int wanted = (now == numbers.end() ? last : int(now - numbers.begin())) + by;
    if (wanted < 0)
        m_messages->fetchOlder();
    m_chosen = numbers[size_t(std::clamp(wanted, 0, last))];
    showChosen();
}

void FullScreen::showChosen()
{
    const auto lines = drawnMessages();
    const int rows = areasOf(view(), m_screen.rows(), m_screen.columns()).messageRows(), count = int(lines.size());
    const auto first = std::ranges::find(lines, m_chosen, &DrawnLine::number);
    if (first == lines.end())
        return;
    const auto after = std::find_if(first + 1, lines.end(), [](const DrawnLine &line) { return line.number > 0; });
    const int begin = int(first - lines.begin()), end = std::min(int(after - lines.begin()), begin + rows);
    if (count - m_linesBelow < end)
        m_linesBelow = count - end;
    else if (count - m_linesBelow - rows > begin)
        m_linesBelow = std::max(0, count - begin - rows);
}

//! Keeps the chosen one where it is seen; else the lowest that is seen.
void FullScreen::chooseVisible()
{
    const auto lines = drawnMessages();
    const int rows = areasOf(view(), m_screen.rows(), m_screen.columns()).messageRows(), count = int(lines.size());
    qint64 lowest = 0;
    for (int i = std::max(0, count - m_linesBelow - rows); i < count - m_linesBelow; ++i) {
        const qint64 number = lines[size_t(i)].number;
        if (number > 0 && number == m_chosen)
            return;
        lowest = number > 0 ? number : lowest;
    }
    m_chosen = lowest;
}

//! Puts the command about the chosen message into the line; what was being written becomes the reply.
void FullScreen::beginAbout(Verb verb)
{
    const auto *entry = m_session.state().room(m_shown);
    const auto message = m_chosen > 0 ? m_session.cachedMessage(m_shown, m_chosen) : std::nullopt;
    if (!entry || !message || !isNameable(*message))
        return;
    const QString words = wordsIn(m_input.text()), number = QString::number(m_chosen);
    if (verb == Verb::Edit && !isTextOf(*message, entry->room.me))
        return say(translate("term", "Message %1 is not yours: you can only change and delete your own.").arg(number), true);
    if (verb == Verb::Edit && !words.isEmpty())
        return say(translate("term", "Send or erase your line first."), true);
    m_input.setText(verb == Verb::Edit ? u"/edit "_s + number + u' ' + message->text : u"/reply "_s + number + u' ' + words);
    clearSaid();
    setFocus(Focus::Input);
}

void FullScreen::ring()
{
    if (m_commander.settings().bell())
        m_screen.bell();
}

//! The room on the screen is looked at while the terminal has the keyboard, as far as it tells.
client::Surroundings FullScreen::surroundings() const
{
    client::Surroundings at;
    at.choice = m_commander.settings().notify();
    at.choice.detail = client::NotifyDetail::Hidden; // a bell tells nothing
    at.now = localNow();
    at.serverNow = m_session.serverNow();
    at.minute = client::localMinute(at.now);
    if (m_screen.hasFocus() && !m_shown.isNull())
        at.room = m_shown;
    return at;
}

} // namespace jjak::terminal
