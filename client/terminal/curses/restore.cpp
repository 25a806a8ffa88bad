// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/terminal/curses/restore.h"

#include <atomic>
#include <csignal>
#include <fcntl.h>
#include <string_view>
#include <sys/socket.h>
#include <termios.h>
#include <unistd.h>

namespace jjak::terminal {

namespace {

// A signal handler can only reach what is global.
int signalPipe[2] = {-1, -1};
termios savedTerminal;
std::atomic_bool terminalTaken = false, titleTaken = false;

// Bracketed paste, focus reports and attributes off, cursor on, normal screen; understood or ignored by every terminal in use.
constexpr std::string_view undo = "\033[?2004l\033[?1004l\033[0m\033[?25h\033[?1049l\r\n", undoTitle = "\033[23;0t";

void put(std::string_view bytes)
{
    [[maybe_unused]] const auto written = ::write(STDOUT_FILENO, bytes.data(), bytes.size());
}

void putBack()
{
    if (!terminalTaken.exchange(false))
        return;
    put(undo);
    if (titleTaken)
        put(undoTitle);
    ::tcsetattr(STDIN_FILENO, TCSANOW, &savedTerminal);
}

void onCrash(int number)
{
    putBack();
    ::signal(number, SIG_DFL);
    ::raise(number);
}

void onSignal(int number)
{
    const char byte = char(number);
    [[maybe_unused]] const auto written = ::write(signalPipe[0], &byte, 1);
}

void handle(int number, void (*handler)(int), int flags)
{
    struct sigaction action = {};
    action.sa_handler = handler;
    action.sa_flags = flags;
    ::sigaction(number, &action, nullptr);
}

} // namespace

int watchSignals()
{
    ::socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0, signalPipe);
    ::tcgetattr(STDIN_FILENO, &savedTerminal);
    for (const int number : {SIGWINCH, SIGTERM, SIGINT, SIGHUP, SIGCONT})
        handle(number, onSignal, SA_RESTART);
    for (const int number : {SIGSEGV, SIGABRT, SIGBUS, SIGFPE, SIGILL, SIGQUIT})
        handle(number, onCrash, int(SA_RESETHAND));
    ::signal(SIGPIPE, SIG_IGN);
    return signalPipe[1];
}

void setTerminalTaken(bool taken, bool titled)
{
    titleTaken = titled;
    terminalTaken = taken;
}

} // namespace jjak::terminal
