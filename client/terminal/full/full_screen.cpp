// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/terminal/full/full_screen.h"

#include "client/core/sentences.h"
#include "client/terminal/app/view_builder.h"
#include "client/terminal/app/when.h"
#include "client/terminal/screen/compose.h"

namespace jjak::terminal {

using namespace Qt::StringLiterals;
using client::Session;

namespace {

constexpr auto drawSoon = 10ms;
constexpr qsizetype saidLines = 4;

//! The field of the sign-in page that an error is about; -1 for none.
int fieldOf(ErrorCode code)
{
    switch (code) {
    case ErrorCode::AccountNameTaken:
    case ErrorCode::AccountNameInvalid:
        return 0;
    case ErrorCode::AccountPasswordWeak:
    case ErrorCode::AuthDenied:
        return 1;
    case ErrorCode::AccountTooYoung:
        return 2;
    default:
        return -1;
    }
}

} // namespace

FullScreen::FullScreen(CursesScreen &screen, Commander &commander, QObject *parent) : QObject(parent), m_screen(screen), m_commander(commander), m_session(commander.session())
{
    m_draw.setSingleShot(true);
    m_draw.setInterval(drawSoon);
    connect(&m_draw, &QTimer::timeout, this, &FullScreen::draw);
    m_second.setInterval(1s);
    connect(&m_second, &QTimer::timeout, this, &FullScreen::news);
    m_second.start();
    listen();
}

void FullScreen::listen()
{
    connect(&m_screen, &CursesScreen::keyPressed, this, &FullScreen::key);
    connect(&m_screen, &CursesScreen::resized, this, &FullScreen::changed);
    connect(&m_screen, &CursesScreen::focusChanged, this, &FullScreen::changed);
    connect(&m_screen, &CursesScreen::endWanted, this, &FullScreen::quitWanted);
    connect(&m_screen, &CursesScreen::pasted, this, [this](const QString &text) { key({Key::Code::Text, inForm() ? text.section(u'\n', 0, 0) : text}); });

    connect(&m_session, &Session::stateChanged, this, &FullScreen::changed);
    connect(&m_session, &Session::synced, this, &FullScreen::changed);
    connect(&m_session, &Session::signedIn, this, [this] {
        m_form.forgetPassword();
        clearSaid();
        setFocus(Focus::Input);
    });
    connect(&m_session, &Session::signedOut, this, [this](client::SignOutReason reason) {
        m_form.begin(m_commander.settings().name(), false);
        m_form.setError(client::sentence(reason));
        changed();
    });
    connect(&m_session, &Session::nearbyChanged, this, [this] {
        changed();
        news();
    });
    connect(&m_session, &Session::blindDateChanged, this, &FullScreen::dateNews);
    connect(&m_session, &Session::eventsChanged, this, &FullScreen::changed);
    connect(&m_session, &Session::reminded, this, [this](const client::Occasion &occasion, int minutes) {
        say(reminder(occasion, minutes), false);
        ring();
    });
    connect(&m_session, &Session::messageReturned, this, [this](RoomId room, const QString &, const Error &error) {
        if (room == m_shown && m_input.isEmpty())
            m_input.setText(m_session.draft(room)); // begins with the text
        say(client::sentence(error, m_session.serverNow()), true);
    });
    connect(&m_session, &Session::roomOpened, this, [this](RoomId room) {
        if (m_input.isEmpty() || m_session.state().dateIn(room))
            m_commander.open(room);
        else
            say(translate("term", "A new chat is open: Alt+A goes there."), false);
        ring();
    });
    connect(&m_session, &Session::messageArrived, this, &FullScreen::messageArrived);
    connect(&m_session, &Session::outboxChanged, this, &FullScreen::changed);
    connect(&m_session, &Session::roomChanged, this, &FullScreen::changed);
    connect(m_session.rooms(), &client::RoomListModel::totalUnreadChanged, this, &FullScreen::changed);

    m_commander.setKeyHelp(keyHelp);
    connect(&m_commander, &Commander::said, this, &FullScreen::say);
    connect(&m_commander, &Commander::listed, this, [this](const QString &title, const QStringList &lines) {
        m_list = ListBox{title, lines, 0};
        changed();
    });
    connect(&m_commander, &Commander::invited, this, [this](const QString &line) {
        say(line, false);
        if (!m_commander.isQuiet())
            ring();
    });
    connect(&m_commander, &Commander::roomChosen, this, &FullScreen::showRoom);
    connect(&m_commander, &Commander::textKept, this, &FullScreen::keepText);
    connect(&m_commander, &Commander::olderWanted, this, [this] { scroll(10); });
    connect(&m_commander, &Commander::lookChanged, this, &FullScreen::changed);
    connect(&m_commander, &Commander::languageChanged, this, [this] {
        m_session.setLanguage(m_commander.language().code());
        changed();
    });
    connect(&m_commander, &Commander::quitWanted, this, &FullScreen::quitWanted);
}

void FullScreen::begin(const SignInDialog &start)
{
    const QString name = start.name().isEmpty() ? m_commander.settings().name() : start.name();
    m_form.setStaySignedIn(m_commander.settings().staySignedIn());
    m_form.begin(name, name.isEmpty() || start.isNewAccount());
    if (start.isComplete()) {
        m_form.fill(start.password(), start.birth());
        connect(&m_session, &Session::stateChanged, this, [this](client::ConnectionState state) {
            if (state == client::ConnectionState::Connected && !m_session.isSignedIn() && !std::exchange(m_signedInByOptions, true))
                signIn();
        });
    }
    draw();
}

void FullScreen::signIn()
{
    auto &settings = m_commander.settings();
    settings.setName(m_form.name());
    settings.setStaySignedIn(m_form.staySignedIn());
    settings.save();
    m_form.setBusy();
    const auto done = [this](const Result<> &result) {
        if (!result)
            m_form.setError(client::sentence(result.error()), fieldOf(result.error().code));
        changed();
    };
    const QString device = settings.deviceLabel();
    if (m_form.isNewAccount())
        m_session.signUp(m_form.name(), m_form.password(), *m_form.birth(), device, m_form.staySignedIn(), done);
    else
        m_session.signIn(m_form.name(), m_form.password(), device, m_form.staySignedIn(), done);
}

void FullScreen::say(const QString &text, bool problem)
{
    if (m_saidIsError != problem)
        m_said.clear();
    m_saidIsError = problem;
    m_said.removeAll(text);
    m_said += text;
    while (m_said.size() > saidLines)
        m_said.removeFirst();
    changed();
}

void FullScreen::setFocus(Focus focus)
{
    m_focus = focus;
    m_chosen = 0;
    if (focus == Focus::Messages)
        chooseVisible();
    m_roomCursor = focus == Focus::Rooms ? std::max(0, m_session.rooms()->rowOf(m_commander.room())) : -1;
    changed();
}

void FullScreen::nextFocus(int by)
{
    std::vector<Focus> order{Focus::Input};
    if (m_session.state().nearby.proposal || mayChoose())
        order.push_back(Focus::Proposal);
    if (m_session.rooms()->rowCount() > 0)
        order.push_back(Focus::Rooms);
    if (m_messages)
        order.push_back(Focus::Messages);
    const auto at = std::find(order.begin(), order.end(), m_focus);
    const int now = at == order.end() ? 0 : int(at - order.begin()), count = int(order.size());
    setFocus(order[size_t((now + by + count) % count)]);
}

void FullScreen::openSwitcher()
{
    std::vector<Switcher::Entry> entries;
    for (const RoomLine &line : roomLines(*m_session.rooms(), m_shown, QDate::currentDate()))
        entries.push_back({m_session.rooms()->roomAt(line.number - 1), line.name});
    m_switcher.emplace(std::move(entries));
}

//! The next one down the list, from its top again behind its end.
void FullScreen::nextUnread()
{
    const auto *rooms = m_session.rooms();
    const int count = rooms->rowCount(), now = rooms->rowOf(m_commander.room());
    for (int step = 1; step <= count; ++step) {
        const int row = (now + step) % count;
        if (row != now && rooms->data(rooms->index(row), client::RoomListModel::UnreadRole).toLongLong() > 0)
            return chooseRow(row);
    }
    say(translate("term", "Everything is read."), false);
}

void FullScreen::chooseRow(int row)
{
    const int count = m_session.rooms()->rowCount();
    if (count > 0)
        m_commander.open(m_session.rooms()->roomAt(std::clamp(row, 0, count - 1)));
}

void FullScreen::switchRoom(int by)
{
    const int count = m_session.rooms()->rowCount(), now = m_session.rooms()->rowOf(m_commander.room());
    if (count > 0)
        chooseRow(now < 0 ? 0 : (now + by + count) % count);
}

//! The chosen chat is another one: keeps what was typed with the old one, and shows the new one.
void FullScreen::showRoom()
{
    if (!m_shown.isNull() && m_session.state().room(m_shown)) {
        m_session.setDraft(m_shown, wordsIn(m_input.text()));
        m_session.closeRoom(m_shown);
    }
    m_shown = m_commander.room();
    m_messages = m_shown.isNull() ? nullptr : m_session.openRoom(m_shown);
    m_linesBelow = 0;
    clearSaid();
    m_input.setText(m_messages ? m_session.draft(m_shown) : QString());
    if (m_messages) {
        m_messages->resetUnreadLine();
        connect(m_messages, &QAbstractItemModel::dataChanged, this, &FullScreen::changed);
        connect(m_messages, &QAbstractItemModel::modelReset, this, &FullScreen::changed);
        connect(m_messages, &QAbstractItemModel::rowsRemoved, this, &FullScreen::changed);
        connect(m_messages, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex &, int first, int last) {
            if (m_linesBelow > 0 && last + 1 == m_messages->rowCount()) { // stay where one is reading
                const int columns = areasOf(view(), m_screen.rows(), m_screen.columns()).messageColumns();
                m_linesBelow += int(drawMessages(messageLines(*m_messages, m_session.state().room(m_shown)->room.me, last - first + 1, QDate::currentDate()), columns).size());
            }
            changed();
        });
    }
    if (m_focus != Focus::Proposal)
        setFocus(Focus::Input);
    showUnread();
}

//! Begins with the first unread message when they do not all fit; what is below is not read yet.
void FullScreen::showUnread()
{
    const int line = m_messages ? m_messages->unreadLineRow() : -1;
    if (line < 0)
        return;
    const Areas areas = areasOf(view(), m_screen.rows(), m_screen.columns());
    const auto fresh = drawMessages(messageLines(*m_messages, m_session.state().room(m_shown)->room.me, m_messages->rowCount() - line, QDate::currentDate()), areas.messageColumns());
    m_linesBelow = std::max(0, int(fresh.size()) - areas.messageRows());
}

void FullScreen::markSeen()
{
    const auto *entry = m_session.state().room(m_shown);
    const bool looking = m_screen.hasFocus() && !m_list && !m_switcher;
    if (entry && m_messages && m_linesBelow == 0 && looking && client::unread(entry->room) > 0)
        m_session.markRead(m_shown, entry->have);
}

void FullScreen::messageArrived(RoomId room, const protocol::Message &message)
{
    const auto *entry = m_session.state().room(room);
    if (entry && !m_notices.arrived(entry->room, entry->room.silent, message, surroundings()).empty())
        ring();
    changed();
}

//! Something about Nearby may be new, or a second has passed.
void FullScreen::news()
{
    const auto &nearby = m_session.state().nearby;
    for (const NearbyNews &item : m_watch.update(nearby, m_session.serverNow())) {
        switch (item.kind) {
        case NearbyNews::Kind::Found:
            m_foundAt = localNow();
            ring();
            m_list.reset();
            clearSaid();
            if (m_input.isEmpty())
                setFocus(Focus::Proposal);
            break;
        case NearbyNews::Kind::Left:
            ring();
            break;
        case NearbyNews::Kind::Ended:
            if (item.ended->outcome != protocol::Outcome::Accepted)
                say(client::sentence(item.ended->outcome, item.ended->mine), false);
            break;
        case NearbyNews::Kind::Stopped:
            say(translate("term", "The search has ended."), false);
            break;
        case NearbyNews::Kind::Accepted:
        case NearbyNews::Kind::Waiting:
            break;
        }
    }
    if (!nearby.proposal && !mayChoose() && m_focus == Focus::Proposal)
        setFocus(Focus::Input);
    if (nearby.ticket || tickingDate() || m_session.connectionState() == client::ConnectionState::Waiting || !m_ticked.isValid() || m_ticked.elapsed() > 30'000) {
        m_ticked.start(); // seconds, or at least minutes and days, stand on the screen
        changed();
    }
}

} // namespace jjak::terminal
