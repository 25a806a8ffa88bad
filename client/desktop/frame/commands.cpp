// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/frame/commands.h"

#include <QCoreApplication>
#include <QWidget>
#include <array>

namespace jjak::desktop {

namespace {

constexpr QKeyCombination none = QKeyCombination::fromCombined(0);

//! Whatever is done with keys stands in one of the two tables, and nowhere else.
struct Row {
    Command command;
    std::array<QKeyCombination, 2> keys; //!< both do it
    const char *name;                    //!< to be translated
};

constexpr std::array rows{
    Row{Command::ShowNearby, {Qt::CTRL | Qt::Key_1, none}, QT_TRANSLATE_NOOP("jjak::desktop::Commands", "Show Nearby")},
    Row{Command::ShowDates, {Qt::CTRL | Qt::Key_2, Qt::CTRL | Qt::Key_B}, QT_TRANSLATE_NOOP("jjak::desktop::Commands", "Show the blind date")},
    Row{Command::ShowChats, {Qt::CTRL | Qt::Key_3, none}, QT_TRANSLATE_NOOP("jjak::desktop::Commands", "Show the chats")},
    Row{Command::ShowLounge, {Qt::CTRL | Qt::Key_4, none}, QT_TRANSLATE_NOOP("jjak::desktop::Commands", "Show the lounge")},
    Row{Command::ShowSettings, {Qt::CTRL | Qt::Key_5, Qt::CTRL | Qt::Key_Comma}, QT_TRANSLATE_NOOP("jjak::desktop::Commands", "Show the settings")},
    Row{Command::NewSearch, {Qt::CTRL | Qt::Key_N, none}, QT_TRANSLATE_NOOP("jjak::desktop::Commands", "Begin a new search")},
    Row{Command::Switch, {Qt::CTRL | Qt::Key_K, none}, QT_TRANSLATE_NOOP("jjak::desktop::Commands", "Find a conversation or a command")},
    Row{Command::SearchHere, {Qt::CTRL | Qt::Key_F, none}, QT_TRANSLATE_NOOP("jjak::desktop::Commands", "Search in the conversation, or in the lounge")},
    Row{Command::SearchAll, {Qt::CTRL | Qt::SHIFT | Qt::Key_F, none}, QT_TRANSLATE_NOOP("jjak::desktop::Commands", "Search in all conversations")},
    Row{Command::NewGroup, {Qt::CTRL | Qt::SHIFT | Qt::Key_N, none}, QT_TRANSLATE_NOOP("jjak::desktop::Commands", "Open a group")},
    Row{Command::PreviousRoom, {Qt::ALT | Qt::Key_Up, none}, QT_TRANSLATE_NOOP("jjak::desktop::Commands", "Previous conversation")},
    Row{Command::NextRoom, {Qt::ALT | Qt::Key_Down, none}, QT_TRANSLATE_NOOP("jjak::desktop::Commands", "Next conversation")},
    Row{Command::PreviousUnread, {Qt::ALT | Qt::SHIFT | Qt::Key_Up, none}, QT_TRANSLATE_NOOP("jjak::desktop::Commands", "Previous unread conversation")},
    Row{Command::NextUnread, {Qt::ALT | Qt::SHIFT | Qt::Key_Down, none}, QT_TRANSLATE_NOOP("jjak::desktop::Commands", "Next unread conversation")},
    Row{Command::RecentRoom, {Qt::CTRL | Qt::Key_Tab, none}, QT_TRANSLATE_NOOP("jjak::desktop::Commands", "Go through your latest conversations")},
    Row{Command::EarlierRoom, {Qt::CTRL | Qt::SHIFT | Qt::Key_Tab, none}, QT_TRANSLATE_NOOP("jjak::desktop::Commands", "Go through your latest conversations backwards")},
    Row{Command::MarkAllRead, {Qt::SHIFT | Qt::Key_Escape, none}, QT_TRANSLATE_NOOP("jjak::desktop::Commands", "Mark everything as read")},
    Row{Command::NextArea, {Qt::Key_F6, none}, QT_TRANSLATE_NOOP("jjak::desktop::Commands", "Next part of the window")},
    Row{Command::PreviousArea, {Qt::SHIFT | Qt::Key_F6, none}, QT_TRANSLATE_NOOP("jjak::desktop::Commands", "Previous part of the window")},
    Row{Command::LeaveNow, {Qt::CTRL | Qt::SHIFT | Qt::Key_X, Qt::CTRL | Qt::SHIFT | Qt::Key_L}, QT_TRANSLATE_NOOP("jjak::desktop::Commands", "Leave at once, then block or report")},
    Row{Command::ZoomIn, {Qt::CTRL | Qt::Key_Plus, Qt::CTRL | Qt::Key_Equal}, QT_TRANSLATE_NOOP("jjak::desktop::Commands", "Larger text")},
    Row{Command::ZoomOut, {Qt::CTRL | Qt::Key_Minus, none}, QT_TRANSLATE_NOOP("jjak::desktop::Commands", "Smaller text")},
    Row{Command::ZoomReset, {Qt::CTRL | Qt::Key_0, none}, QT_TRANSLATE_NOOP("jjak::desktop::Commands", "Normal text size")},
    Row{Command::Shortcuts, {Qt::Key_F1, Qt::CTRL | Qt::Key_Slash}, QT_TRANSLATE_NOOP("jjak::desktop::Commands", "List of all keys")},
    Row{Command::CloseWindow, {Qt::CTRL | Qt::Key_W, none}, QT_TRANSLATE_NOOP("jjak::desktop::Commands", "Close the window")},
    Row{Command::Quit, {Qt::CTRL | Qt::Key_Q, none}, QT_TRANSLATE_NOOP("jjak::desktop::Commands", "Quit Jjak")},
};
static_assert(rows.size() == std::size_t(Command::Quit) + 1);

//! Keys that the pages take themselves.
struct PageRow {
    std::array<QKeyCombination, 2> keys;
    const char *text; //!< to be translated
};

constexpr std::array pageRows{
    PageRow{{Qt::Key_Return, none}, QT_TRANSLATE_NOOP("jjak::desktop::Commands", "Send the message; say yes to a proposal")},
    PageRow{{Qt::SHIFT | Qt::Key_Return, none}, QT_TRANSLATE_NOOP("jjak::desktop::Commands", "New line in the message")},
    PageRow{{Qt::Key_D, Qt::Key_Escape}, QT_TRANSLATE_NOOP("jjak::desktop::Commands", "Say no to a proposal")},
    PageRow{{Qt::Key_Up, none}, QT_TRANSLATE_NOOP("jjak::desktop::Commands", "In an empty message: edit your last one")},
    PageRow{{Qt::CTRL | Qt::Key_Up, Qt::CTRL | Qt::Key_Down}, QT_TRANSLATE_NOOP("jjak::desktop::Commands", "Choose the message to reply to")},
    PageRow{{Qt::Key_Escape, none}, QT_TRANSLATE_NOOP("jjak::desktop::Commands", "Give up the reply or the edit")},
    PageRow{{Qt::CTRL | Qt::Key_E, none}, QT_TRANSLATE_NOOP("jjak::desktop::Commands", "Choose an emoji; “:” and the beginning of its name does it, too")},
    PageRow{{Qt::Key_At, none}, QT_TRANSLATE_NOOP("jjak::desktop::Commands", "In a group: mention a member by the beginning of their name")},
    PageRow{{Qt::CTRL | Qt::Key_O, none}, QT_TRANSLATE_NOOP("jjak::desktop::Commands", "Send an image or a file; Ctrl+V pastes one")},
    PageRow{{Qt::CTRL | Qt::Key_End, none}, QT_TRANSLATE_NOOP("jjak::desktop::Commands", "To the newest message")},
    PageRow{{Qt::Key_PageUp, Qt::Key_PageDown}, QT_TRANSLATE_NOOP("jjak::desktop::Commands", "Older and newer messages")},
    PageRow{{Qt::SHIFT | Qt::Key_F10, none}, QT_TRANSLATE_NOOP("jjak::desktop::Commands", "Among the messages: what can be done with one")},
    PageRow{{Qt::Key_N, none}, QT_TRANSLATE_NOOP("jjak::desktop::Commands", "In the lounge: write a new post")},
    PageRow{{Qt::Key_L, none}, QT_TRANSLATE_NOOP("jjak::desktop::Commands", "In the lounge: like the post, or take it back")},
    PageRow{{Qt::Key_C, none}, QT_TRANSLATE_NOOP("jjak::desktop::Commands", "In the lounge: comment on the post")},
    PageRow{{Qt::Key_Slash, Qt::Key_F5}, QT_TRANSLATE_NOOP("jjak::desktop::Commands", "In the lounge: search; look for new posts")},
    PageRow{{Qt::Key_Escape, Qt::Key_Backspace}, QT_TRANSLATE_NOOP("jjak::desktop::Commands", "In the lounge: back to all posts")},
    PageRow{{Qt::CTRL | Qt::Key_Return, none}, QT_TRANSLATE_NOOP("jjak::desktop::Commands", "In the lounge: post what you have written")},
};

QList<QKeySequence> sequences(const std::array<QKeyCombination, 2> &keys)
{
    QList<QKeySequence> list;
    for (const QKeyCombination key : keys)
        if (key != none)
            list.append(QKeySequence(key));
    return list;
}

} // namespace

QString KeyLine::keysText() const
{
    QString all;
    for (const QKeySequence &key : keys) {
        const QString one = key.toString(QKeySequence::NativeText);
        all = all.isEmpty() ? one : Commands::tr("%1 or %2", "two keys").arg(all, one);
    }
    return all;
}

Commands::Commands(QWidget *window) : QObject(window)
{
    for (const Row &row : rows) {
        auto *action = new QAction(this);
        action->setShortcuts(sequences(row.keys));
        action->setAutoRepeat(row.command == Command::ZoomIn || row.command == Command::ZoomOut);
        window->addAction(action);
        connect(action, &QAction::triggered, this, [this, command = row.command] { Q_EMIT triggered(command); });
        m_actions.emplace(row.command, action);
    }
    retranslate();
}

QList<QAction *> Commands::all() const
{
    QList<QAction *> list;
    for (const auto &[command, action] : m_actions)
        list.append(action);
    return list;
}

QList<KeyLine> Commands::lines() const
{
    QList<KeyLine> lines;
    for (const auto &[command, action] : m_actions)
        lines.append({action->shortcuts(), action->text()});
    return lines;
}

QList<KeyLine> Commands::linesOfPages()
{
    QList<KeyLine> lines;
    for (const PageRow &row : pageRows)
        lines.append({sequences(row.keys), tr(row.text)});
    return lines;
}

void Commands::retranslate()
{
    for (const Row &row : rows)
        m_actions.at(row.command)->setText(tr(row.name));
}

} // namespace jjak::desktop
