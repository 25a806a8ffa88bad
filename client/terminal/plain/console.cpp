// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/terminal/plain/console.h"

#include <cerrno>
#include <cstdio>
#include <termios.h>
#include <unistd.h>

#include "client/terminal/text/sanitize.h"

namespace jjak::terminal {

namespace {
constexpr qsizetype longestLine = 64 * 1024;
}

Console::Console(QObject *parent) : QObject(parent), m_notifier(STDIN_FILENO, QSocketNotifier::Read)
{
    m_notifier.setEnabled(false);
    connect(&m_notifier, &QSocketNotifier::activated, this, &Console::readInput);
}

void Console::begin()
{
    m_notifier.setEnabled(true);
}

Console::~Console()
{
    hideTyping(false);
}

bool Console::isInputTerminal()
{
    return ::isatty(STDIN_FILENO);
}

void Console::write(const QString &line)
{
    const QByteArray bytes = clean(line).toUtf8() + '\n';
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stdout);
    std::fflush(stdout);
}

void Console::bell()
{
    if (!::isatty(STDOUT_FILENO))
        return;
    std::fputc('\a', stdout);
    std::fflush(stdout);
}

void Console::hideTyping(bool hide)
{
    if (hide == m_hidden || !isInputTerminal())
        return;
    termios state = {};
    if (::tcgetattr(STDIN_FILENO, &state) != 0)
        return;
    if (hide)
        state.c_lflag &= ~tcflag_t(ECHO);
    else
        state.c_lflag |= tcflag_t(ECHO);
    ::tcsetattr(STDIN_FILENO, TCSADRAIN, &state);
    m_hidden = hide;
    if (!hide)
        write({}); // the line break that was not shown
}

void Console::readInput()
{
    char bytes[4096];
    const auto count = ::read(STDIN_FILENO, bytes, sizeof bytes);
    if (count < 0 && (errno == EINTR || errno == EAGAIN))
        return;
    if (count > 0)
        m_buffer.append(bytes, count);
    for (qsizetype end = m_buffer.indexOf('\n'); end >= 0; end = m_buffer.indexOf('\n')) {
        QString line = QString::fromUtf8(m_buffer.left(end));
        if (line.endsWith(u'\r'))
            line.chop(1);
        m_buffer.remove(0, end + 1);
        Q_EMIT lineRead(line);
    }
    if (m_buffer.size() > longestLine)
        m_buffer.clear();
    if (count > 0)
        return;
    m_notifier.setEnabled(false);
    if (!m_buffer.isEmpty())
        Q_EMIT lineRead(QString::fromUtf8(std::exchange(m_buffer, {})));
    Q_EMIT ended();
}

} // namespace jjak::terminal
