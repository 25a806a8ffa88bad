// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/terminal/curses/curses_screen.h"

#include <csignal>
#include <poll.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "client/terminal/curses/curses_keys.h"
#include "client/terminal/curses/restore.h"
#include "client/terminal/text/sanitize.h"

// After everything else: ncurses defines macros of common names.
#define NCURSES_NOMACROS 1
#include <curses.h>
#include <term.h>
#undef bell
#undef columns

namespace jjak::terminal {

namespace {

constexpr int escape = 27;
// Bracketed paste, and to be told when the window gets or loses the keyboard (xterm, "Control Sequences").
constexpr const char *modesOn = "\033[?2004h\033[?1004h", *modesOff = "\033[?2004l\033[?1004l";

enum Pair : short { PairMine = 1, PairTheirs, PairHost, PairAccent, PairWarning, PairFailure };

void defineColours()
{
    ::start_color();
    ::use_default_colors();
    ::init_pair(PairMine, COLOR_CYAN, -1);
    ::init_pair(PairTheirs, COLOR_MAGENTA, -1);
    ::init_pair(PairHost, COLOR_BLUE, -1);
    ::init_pair(PairAccent, COLOR_GREEN, -1);
    ::init_pair(PairWarning, COLOR_YELLOW, -1);
    ::init_pair(PairFailure, COLOR_RED, -1);
}

void writeOut(const QByteArray &bytes)
{
    [[maybe_unused]] const auto written = ::write(STDOUT_FILENO, bytes.constData(), size_t(bytes.size()));
}

} // namespace

bool CursesScreen::isPossible()
{
    if (!::isatty(STDIN_FILENO) || !::isatty(STDOUT_FILENO))
        return false;
    int error = 0;
    return ::setupterm(nullptr, STDOUT_FILENO, &error) == OK && ::tigetstr("cup") != nullptr;
}

CursesScreen::CursesScreen(QObject *parent) : QObject(parent), m_input(STDIN_FILENO, QSocketNotifier::Read), m_signals(watchSignals(), QSocketNotifier::Read)
{
    ::initscr();
    setTerminalTaken(true);
    ::cbreak();
    ::noecho();
    ::nonl();
    ::keypad(stdscr, TRUE);
    ::nodelay(stdscr, TRUE);
    ::set_escdelay(25);
    m_colour = !qEnvironmentVariableIsSet("NO_COLOR") && ::has_colors();
    if (m_colour)
        defineColours();
    defineKeys();
    const QByteArray terminal = qgetenv("TERM");
    for (const char *name : {"xterm", "tmux", "screen", "rxvt", "foot", "alacritty", "konsole", "vte", "st-"})
        m_title = m_title || terminal.startsWith(name);
    setTerminalTaken(true, m_title);
    writeOut(modesOn);
    if (m_title)
        writeOut("\033[22;0t"); // keeps the title on the terminal's own stack
    connect(&m_input, &QSocketNotifier::activated, this, &CursesScreen::readKeys);
    connect(&m_signals, &QSocketNotifier::activated, this, &CursesScreen::readSignals);
}

CursesScreen::~CursesScreen()
{
    if (m_title)
        writeOut("\033[23;0t");
    writeOut(modesOff);
    ::endwin();
    setTerminalTaken(false);
}

int CursesScreen::rows() const
{
    return LINES;
}

int CursesScreen::columns() const
{
    return COLS;
}

int CursesScreen::attributes(Style style) const
{
    const auto coloured = [this](Pair pair, int more = 0) { return m_colour ? int(COLOR_PAIR(pair)) | more : more; };
    switch (style) {
    case Style::Plain:
        return A_NORMAL;
    case Style::Faint:
        return A_DIM;
    case Style::Strong:
        return A_BOLD;
    case Style::Title:
        return int(A_BOLD | A_UNDERLINE);
    case Style::Mine:
        return coloured(PairMine, A_BOLD);
    case Style::Theirs:
        return coloured(PairTheirs, A_BOLD);
    case Style::Host:
        return coloured(PairHost, A_BOLD);
    case Style::Accent:
        return m_colour ? coloured(PairAccent) : int(A_BOLD);
    case Style::Warning:
        return coloured(PairWarning, A_BOLD);
    case Style::Failure:
        return coloured(PairFailure, A_BOLD);
    case Style::Selected:
    case Style::Bar:
        return int(A_REVERSE);
    }
    return A_NORMAL;
}

void CursesScreen::paint(const Canvas &canvas)
{
    ::erase();
    for (int row = 0; row < canvas.rows(); ++row) {
        for (int column = 0; column < canvas.columns();) {
            const Style style = canvas.at(row, column).style;
            const int begin = column;
            QString run;
            while (column < canvas.columns() && canvas.at(row, column).style == style)
                run += canvas.at(row, column++).text;
            ::attrset(attributes(style));
            ::mvaddwstr(row, begin, run.toStdWString().c_str());
        }
    }
    ::attrset(A_NORMAL);
    ::curs_set(canvas.cursorRow() >= 0 ? 1 : 0);
    if (canvas.cursorRow() >= 0)
        ::move(canvas.cursorRow(), canvas.cursorColumn());
    ::refresh();
}

void CursesScreen::forget()
{
    ::clearok(curscr, TRUE);
}

void CursesScreen::bell()
{
    ::beep();
}

void CursesScreen::setTitle(const QString &title)
{
    if (m_title)
        writeOut("\033]0;" + cleanLine(title).toUtf8() + "\007");
}

bool CursesScreen::pasting(int code, bool isFunction)
{
    if (isFunction && code == keyPasteBegins) {
        m_isPasting = true;
        m_paste.clear();
        return true;
    }
    if (!m_isPasting)
        return false;
    if (isFunction && code == keyPasteEnds) {
        m_isPasting = false;
        Q_EMIT pasted(clean(m_paste).trimmed());
    } else if (!isFunction) {
        m_paste += code == '\r' ? QString(u'\n') : characterOf(code);
    }
    return true;
}

void CursesScreen::key(int code, bool isFunction)
{
    if (pasting(code, isFunction))
        return;
    if (isFunction) {
        m_alt = false;
        if (code == keyFocusComes || code == keyFocusGoes) {
            m_focus = code == keyFocusComes;
            Q_EMIT focusChanged();
            return;
        }
        if (const auto known = functionKey(code))
            Q_EMIT keyPressed(*known);
        return;
    }
    if (code == escape && !m_alt) {
        m_alt = true; // a key that follows at once belongs to it
        return;
    }
    Key typed = typedKey(code);
    if (std::exchange(m_alt, false) && typed.code == Key::Code::Text)
        typed = {Key::Code::Alt, typed.text.toLower()};
    if (typed.code != Key::Code::Text || !typed.text.isEmpty())
        Q_EMIT keyPressed(typed);
}

void CursesScreen::readKeys()
{
    wint_t code = 0;
    for (int kind = ::get_wch(&code); kind != ERR; kind = ::get_wch(&code))
        key(int(code), kind == KEY_CODE_YES);
    if (std::exchange(m_alt, false))
        Q_EMIT keyPressed({Key::Code::Escape});
    pollfd input{STDIN_FILENO, POLLIN, 0};
    if (::poll(&input, 1, 0) > 0 && (input.revents & (POLLHUP | POLLERR))) { // the window is gone
        m_input.setEnabled(false);
        Q_EMIT endWanted();
    }
}

void CursesScreen::readSignals()
{
    char number = 0;
    while (::read(int(m_signals.socket()), &number, 1) == 1) {
        if (number == SIGWINCH || number == SIGCONT) {
            winsize size = {};
            if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_row > 0)
                ::resizeterm(size.ws_row, size.ws_col);
            if (number == SIGCONT) {
                writeOut(modesOn);
                forget();
            }
            Q_EMIT resized();
        } else {
            Q_EMIT endWanted();
        }
    }
}

} // namespace jjak::terminal
