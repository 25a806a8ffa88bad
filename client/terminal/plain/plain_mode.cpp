// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/terminal/plain/plain_mode.h"

#include "client/core/sentences.h"
#include "client/terminal/app/view_builder.h"
#include "client/terminal/plain/plain_words.h"

namespace jjak::terminal {

using namespace Qt::StringLiterals;
using client::ConnectionState;
using client::Session;

namespace {

constexpr int endPatience = 10; // seconds that the last lines of a pipe have to take effect

} // namespace

PlainMode::PlainMode(Console &console, Commander &commander, QObject *parent) : QObject(parent), m_console(console), m_commander(commander), m_session(commander.session())
{
    m_second.setInterval(1s);
    m_second.start();
    listen();
}

void PlainMode::listen()
{
    connect(&m_second, &QTimer::timeout, this, [this] {
        news();
        checkEnd();
    });
    connect(&m_console, &Console::lineRead, this, [this](const QString &line) {
        m_lines += line;
        pump();
    });
    connect(&m_console, &Console::ended, this, [this] { m_inputEnded = true; });

    connect(&m_session, &Session::stateChanged, this, &PlainMode::stateChanged);
    connect(&m_session, &Session::synced, this, [this] {
        if (!std::exchange(m_isReady, true))
            tellUnread();
        pump();
    });
    connect(&m_session, &Session::signedOut, this, [this](client::SignOutReason reason) {
        m_isReady = false;
        m_spoken.clear();
        m_console.write(client::sentence(reason));
        pump();
    });
    connect(&m_session, &Session::nearbyChanged, this, &PlainMode::news);
    connect(&m_session, &Session::blindDateChanged, this, &PlainMode::dateNews);
    connect(&m_session, &Session::reminded, this, [this](const client::Occasion &occasion, int minutes) { m_console.write(reminder(occasion, minutes)); });
    connect(&m_session, &Session::messageReturned, this, [this](RoomId room, const QString &text, const Error &error) {
        m_console.write(translate("term", "Not sent: “%1”. %2").arg(text, client::sentence(error)));
        m_session.setDraft(room, {}); // there is no line here in which it could stand
    });
    connect(&m_session, &Session::roomOpened, this, [this](RoomId room) {
        const auto *entry = m_session.state().room(room);
        if (entry)
            m_console.write(translate("term", "Chat %1 with %2 is open. %3").arg(QString::number(numberOf(room)), roomTitle(m_session.state(), entry->room), roomSubtitle(entry->room)));
        const auto &nearby = m_session.state().nearby;
        const bool accepted = (nearby.proposal && nearby.proposal->mine == protocol::Answer::Accepted) || (nearby.ended && nearby.ended->room == room);
        if (m_commander.room().isNull() || accepted || m_session.state().dateIn(room))
            m_commander.open(room);
    });
    connect(&m_session, &Session::messageArrived, this, &PlainMode::messageArrived);
    connect(&m_session, &Session::messageChanged, this, &PlainMode::messageChanged);
    connect(&m_session, &Session::outboxChanged, this, &PlainMode::tellRefused);

    connect(&m_commander, &Commander::said, &m_console, [this](const QString &text) { m_console.write(text); });
    connect(&m_commander, &Commander::invited, &m_console, [this](const QString &line) {
        m_console.write(line);
        if (m_commander.settings().bell() && !m_commander.isQuiet())
            m_console.bell();
    });
    connect(&m_commander, &Commander::textKept, &m_console, [this](const QString &text, const QString &why) { m_console.write(translate("term", "Not sent: “%1”. %2").arg(text, why)); });
    connect(&m_commander, &Commander::listed, &m_console, [this](const QString &title, const QStringList &lines) {
        m_console.write(title + u':');
        for (const QString &line : lines)
            m_console.write(QString(line).replace(u'\t', u": "_s));
    });
    connect(&m_commander, &Commander::roomChosen, this, &PlainMode::showRoom);
    connect(&m_commander, &Commander::roomAgain, this, &PlainMode::showRoom);
    connect(&m_commander, &Commander::olderWanted, this, &PlainMode::showOlder);
    connect(&m_commander, &Commander::signInWanted, this, [this](const QString &name, bool newAccount) {
        m_scripted = false;
        m_dialog.begin(newAccount, name);
        ask();
    });
    connect(&m_commander, &Commander::languageChanged, this, [this] {
        m_session.setLanguage(m_commander.language().code());
        m_console.write(translate("term", "The language is English now."));
    });
    connect(&m_commander, &Commander::quitWanted, this, [this] { Q_EMIT quitWanted(0); });
}

void PlainMode::begin(const SignInDialog &start)
{
    m_dialog = start;
    m_scripted = start.isComplete();
    m_console.begin();
    m_console.write(translate("term", "Jjak %1. /help lists the commands.").arg(QStringLiteral(JJAK_VERSION)));
}

void PlainMode::stateChanged(ConnectionState state)
{
    const bool worth = state == ConnectionState::Waiting || state == ConnectionState::Ready || (state == ConnectionState::Connected && !m_signingIn && !m_dialog.isComplete());
    if (worth && state != m_told) {
        m_told = state;
        m_console.write(client::label(state) + (state == ConnectionState::Waiting ? u". "_s + client::sentence(m_session.problem()) : u"."_s));
    }
    if (state == ConnectionState::Connected && !m_signingIn && !m_session.isSignedIn()) {
        if (m_dialog.isComplete())
            signIn();
        else if (m_dialog.isRunning())
            ask();
        else
            m_console.write(translate("term", "Sign in: /signin NAME. New here: /signup NAME."));
    }
    pump();
}

bool PlainMode::isHeldUp() const
{
    if (m_dialog.question() != SignInDialog::Question::None)
        return !m_asked;
    if (m_signingIn || m_dialog.isComplete())
        return true;
    const ConnectionState state = m_session.connectionState();
    return state == ConnectionState::Connecting || state == ConnectionState::Offline || state == ConnectionState::Syncing;
}

//! Works off the lines that wait, one after the other, as far as that makes sense now.
void PlainMode::pump()
{
    while (!m_lines.isEmpty() && !isHeldUp())
        take(m_lines.takeFirst());
}

void PlainMode::take(const QString &line)
{
    if (m_dialog.question() == SignInDialog::Question::None)
        return m_commander.run(parse(line));
    m_console.hideTyping(false);
    m_asked = false;
    if (line.trimmed() == "/quit"_L1)
        return Q_EMIT quitWanted(0);
    m_dialog.answer(line);
    if (m_dialog.isComplete())
        signIn();
    else
        ask();
}

void PlainMode::ask()
{
    if (m_dialog.isComplete())
        return signIn();
    m_console.write(m_dialog.prompt(m_session.hello().minimumAge));
    m_console.hideTyping(m_dialog.question() == SignInDialog::Question::Password);
    m_asked = true;
    pump();
}

void PlainMode::signIn()
{
    if (m_signingIn)
        return;
    m_signingIn = true;
    auto &settings = m_commander.settings();
    settings.setName(m_dialog.name());
    settings.save();
    const auto done = [this](const Result<> &result) { signInAnswered(result); };
    const bool stay = settings.staySignedIn() && !m_scripted;
    if (m_dialog.isNewAccount())
        m_session.signUp(m_dialog.name(), m_dialog.password(), m_dialog.birth(), settings.deviceLabel(), stay, done);
    else
        m_session.signIn(m_dialog.name(), m_dialog.password(), settings.deviceLabel(), stay, done);
}

void PlainMode::signInAnswered(const Result<> &result)
{
    m_signingIn = false;
    m_dialog.end();
    if (!result) {
        m_console.write(client::sentence(result.error()));
        if (m_scripted)
            return Q_EMIT quitWanted(1);
    }
    pump();
}

void PlainMode::news()
{
    const auto &nearby = m_session.state().nearby;
    for (const NearbyNews &item : m_watch.update(nearby, m_session.serverNow())) {
        if (const auto line = spokenNews(item, nearby.proposal, m_commander.search()))
            m_console.write(*line);
    }
}

void PlainMode::dateNews()
{
    const auto &blindDate = m_session.blindDate();
    for (const DateNews &item : m_dateWatch.update(blindDate)) {
        for (const QString &line : spokenNews(item, blindDate, m_session.serverNow()))
            m_console.write(line);
    }
}

void PlainMode::tellUnread()
{
    if (const qint64 unread = m_session.rooms()->totalUnread(); unread > 0)
        m_console.write(translate("term", "%n unread message(s). /rooms lists the chats.", nullptr, int(unread)));
}

//! After the last line of a pipe: ends when everything has been sent.
void PlainMode::checkEnd()
{
    if (!m_inputEnded)
        return;
    const bool done = m_lines.isEmpty() && !m_signingIn && m_session.unsentCount() == 0 && m_session.connectionState() != ConnectionState::Connecting;
    const bool lost = ++m_patience > endPatience;
    if (done || lost)
        Q_EMIT quitWanted(lost || !m_isReady ? 1 : 0);
}

} // namespace jjak::terminal
