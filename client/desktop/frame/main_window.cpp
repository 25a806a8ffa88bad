// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/frame/main_window.h"

#include <QApplication>
#include <QBoxLayout>
#include <QLabel>
#include <QListView>
#include <QResizeEvent>
#include <QStackedWidget>

#include "client/core/sentences.h"
#include "client/desktop/frame/connection_bar.h"
#include "client/desktop/frame/rail.h"
#include "client/desktop/kit/banner.h"
#include "client/desktop/kit/icons.h"
#include "client/desktop/kit/tab_order.h"
#include "client/desktop/lounge/lounge_page.h"
#include "client/desktop/lounge/table_actions.h"
#include "client/desktop/makers.h"
#include "client/desktop/nearby/search_view.h"
#include "client/desktop/notify/notifications.h"
#include "client/desktop/notify/tray.h"
#include "client/desktop/pages/chats_page.h"
#include "client/desktop/pages/date_page.h"
#include "client/desktop/pages/nearby_page.h"
#include "client/desktop/pages/settings_page.h"
#include "client/desktop/pages/sign_in_page.h"
#include "client/desktop/safety/safety.h"

using namespace Qt::StringLiterals;

namespace jjak::desktop {

namespace {

constexpr int narrowBelow = 740; // the rail in Korean, the list and a conversation side by side
constexpr int saidFor = 8000;
constexpr int announcedLength = 200;

QString key(const char *name)
{
    return QString::fromLatin1(name);
}

} // namespace

MainWindow::MainWindow(Context &context, QWidget *parent)
    : Translated(parent), m_context(context), m_commands(new Commands(this)), m_safety(new Safety(context, this)),
      m_tables(new TableActions(context, this)),
      m_notifications(new Notifications(context, [this](client::Surroundings &at) { look(at); }, this)),
      m_connection(new ConnectionBar(context, this)), m_said(new Banner(context.theme, this)), m_announcer(new QLabel(this)), m_screens(new QStackedWidget(this)),
      m_signIn(new SignInPage(context)), m_mayBeSignedIn(context.settings.extra(key("signedIn")).toBool())
{
    m_said->clear();
    m_announcer->setFixedSize(1, 1);
    m_screens->addWidget(m_signIn);
    m_screens->addWidget(makePlaces());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_connection);
    layout->addWidget(m_said);
    layout->addWidget(m_screens, 1);
    m_saidTimer.setSingleShot(true);
    m_saidTimer.setInterval(saidFor);
    connect(&m_saidTimer, &QTimer::timeout, m_said, &Banner::clear);
    connect(m_commands, &Commands::triggered, this, &MainWindow::run);
    connect(&context.theme, &Theme::changed, this, &MainWindow::refreshWidth);
    connectSession();
    connectPages();
    connectNotifications();
    setMinimumSize(360, 420);
    if (!restoreGeometry(context.settings.extra(key("geometry")).toByteArray()))
        resize(context.theme.px(1080), context.theme.px(720));
    retranslate();
    keepTabAsSeen(this);
    showScreen();
    if (showsSignIn())
        m_signIn->focusFirst();
}

MainWindow::~MainWindow() = default;

QWidget *MainWindow::makePlaces()
{
    auto *all = new QWidget;
    m_rail = new Rail(m_context.theme, all);
    m_places = new QStackedWidget(all);
    m_nearby = new NearbyPage(m_context, *m_safety);
    m_dates = new DatePage(m_context, *m_safety);
    m_chats = new ChatsPage(m_context, *m_safety);
    m_lounge = new LoungePage(m_context, *m_safety, *m_tables);
    m_settings = new SettingsPage(m_context, *m_notifications);
    for (QWidget *page : {static_cast<QWidget *>(m_nearby), static_cast<QWidget *>(m_dates), static_cast<QWidget *>(m_chats), static_cast<QWidget *>(m_lounge), static_cast<QWidget *>(m_settings)})
        m_places->addWidget(page);
    m_frame = new QBoxLayout(QBoxLayout::LeftToRight, all);
    m_frame->setContentsMargins(0, 0, 0, 0);
    m_frame->setSpacing(0);
    m_frame->addWidget(m_rail);
    m_frame->addWidget(m_places, 1);
    return all;
}

void MainWindow::connectSession()
{
    client::Session &session = m_context.session;
    connect(&session, &client::Session::stateChanged, this, &MainWindow::showScreen);
    connect(&session, &client::Session::signedIn, this, &MainWindow::showScreen);
    connect(&session, &client::Session::signedOut, this, &MainWindow::signedOut);
    connect(session.rooms(), &QAbstractItemModel::modelReset, this, &MainWindow::showScreen);
    connect(session.rooms(), &client::RoomListModel::totalUnreadChanged, this, &MainWindow::refreshUnread);
    connect(&session, &client::Session::messageArrived, this, &MainWindow::arrived);
    connect(&session, &client::Session::failed, this, [this](const Error &error) { say(client::sentence(error)); });
    connect(&session, &client::Session::cacheRebuilt, this, [this](int saved) {
        say(tr("The local copy of your messages was damaged and is fetched anew. %n unsent message(s) and drafts were saved.", nullptr, saved));
    });
}

void MainWindow::connectPages()
{
    connect(m_rail, &Rail::chosen, this, [this](int place) { showPlace(Place(place)); });
    connect(m_safety, &Safety::said, this, &MainWindow::say);
    connect(m_safety, &Safety::leftAtOnce, this, [this] { showPlace(Place::Nearby); });
    connect(m_nearby, &NearbyPage::said, this, &MainWindow::say);
    connect(m_chats, &ChatsPage::said, this, &MainWindow::say);
    connect(m_nearby, &NearbyPage::roomWanted, this, &MainWindow::openRoom);
    connect(m_nearby, &NearbyPage::attentionWanted, this, [this] {
        QApplication::alert(this);
        announce(m_nearby->wantsAnswer() ? tr("Somebody is proposed to you. Answer within half a minute on the page Nearby.") : tr("You both said yes!"));
        refreshUnread();
    });
    connect(&m_context.session, &client::Session::nearbyChanged, this, &MainWindow::refreshUnread);
    connect(m_chats, &ChatsPage::shownChanged, this, [this] {
        if (const auto room = m_chats->openedRoom())
            m_recent.opened(*room);
        m_notifications->lookAgain();
    });
    connect(m_chats, &ChatsPage::searchWanted, this, [this] { run(Command::NewSearch); });
    connect(m_lounge, &LoungePage::said, this, &MainWindow::say);
    connect(m_lounge, &LoungePage::appeared, this, &MainWindow::announce);
    connect(m_lounge, &LoungePage::eventsWanted, this, [this] { showPlace(Place::Dates); });
    connect(m_settings, &SettingsPage::said, this, &MainWindow::say);
    connectDates();
    connectTables();
}

//! The window goes along into a date when it begins: everything there is a matter of seconds.
void MainWindow::connectDates()
{
    client::Session &session = m_context.session;
    connect(m_dates, &DatePage::said, this, &MainWindow::say);
    connect(m_dates, &DatePage::roomWanted, this, &MainWindow::openRoom);
    connect(m_dates, &DatePage::begun, this, [this] {
        showPlace(Place::Dates);
        QApplication::alert(this);
        announce(tr("Your blind date begins."));
    });
    connect(m_chats, &ChatsPage::dateWanted, this, &MainWindow::openRoom);
    connect(&session, &client::Session::blindDateChanged, this, &MainWindow::refreshUnread);
    connect(&session, &client::Session::reminded, this, [this](const client::Occasion &occasion, int minutes) {
        QApplication::alert(this);
        const QString words = tr("“%1” begins in %n minute(s).", nullptr, minutes).arg(occasion.heading);
        say(words);
        announce(words);
    });
    connect(&m_context.languages, &Languages::changed, this, [this] { m_context.session.setLanguage(m_context.languages.current()); });
    session.setLanguage(m_context.languages.current());
}

//! The tables are at home in the lounge, their rooms in the chats; what is new about them is told everywhere.
void MainWindow::connectTables()
{
    connect(m_tables, &TableActions::said, this, &MainWindow::say);
    connect(m_tables, &TableActions::roomWanted, this, &MainWindow::openRoom);
    connect(m_tables, &TableActions::postWanted, this, [this](PostId post) {
        showPlace(Place::Lounge);
        m_lounge->openPost(post);
    });
    connect(m_chats, &ChatsPage::tableWanted, m_tables, &TableActions::showTableOf);
    connect(m_chats, &ChatsPage::tableLeaveWanted, this, [this](RoomId room) {
        if (!m_tables->leaveTableOf(room))
            m_safety->leave(room);
    });
    connect(&m_tables->mine(), &client::MyTables::told, this, [this](const protocol::Table &table, const client::TableNews &news) {
        const QString words = tableNewsText(table, news, m_context.session.serverNow());
        say(words);
        announce(words);
        m_notifications->tellTable(table, news);
    });
}

void MainWindow::showTables()
{
    m_lounge->goBack();
    m_lounge->showTables();
    showPlace(Place::Lounge);
}

void MainWindow::retranslate()
{
    m_commands->retranslate();
    refreshUnread();
}

//! The places as soon as an account is known, from the cache or from the server; the sign-in page when it is clear that
//! there is none.
void MainWindow::showScreen()
{
    const client::Session &session = m_context.session;
    const auto connection = session.connectionState();
    if (session.isSignedIn()) {
        m_mayBeSignedIn = true;
        m_context.settings.setExtra(key("signedIn"), true);
    } else if (connection == client::ConnectionState::Connected || connection == client::ConnectionState::Waiting) {
        m_mayBeSignedIn = false;
    }
    const int wanted = m_mayBeSignedIn ? 1 : 0;
    m_connection->setVisible(m_mayBeSignedIn); // the sign-in page says it next to the address
    if (m_screens->currentIndex() == wanted)
        return;
    m_screens->setCurrentIndex(wanted);
    if (showsSignIn())
        m_signIn->focusFirst();
    else
        focusPlace();
}

bool MainWindow::showsSignIn() const
{
    return m_screens->currentIndex() == 0;
}

void MainWindow::signedOut(client::SignOutReason reason)
{
    if (reason != client::SignOutReason::Replaced) {
        m_context.settings.setExtra(key("signedIn"), false);
        m_mayBeSignedIn = false;
    }
    m_signIn->setTask(SignInPage::Task::SignIn);
    m_signIn->setNotice(client::sentence(reason));
    if (reason == client::SignOutReason::Replaced)
        say(client::sentence(reason));
    showScreen();
}

void MainWindow::showPlace(Place place)
{
    m_rail->setCurrent(int(place));
    m_places->setCurrentIndex(int(place));
    refreshUnread();
    if (!showsSignIn())
        focusPlace();
    m_notifications->lookAgain();
}

MainWindow::Place MainWindow::place() const
{
    return Place(m_places->currentIndex());
}

void MainWindow::focusPlace()
{
    switch (place()) {
    case Place::Nearby: m_nearby->focusFirst(); break;
    case Place::Dates: m_dates->focusFirst(); break;
    case Place::Chats: m_chats->focusFirst(); break;
    case Place::Lounge: m_lounge->focusFirst(); break;
    case Place::Settings: m_settings->focusFirst(); break;
    }
}

void MainWindow::openRoom(RoomId room)
{
    if (m_dates->openRoom(room)) { // a date is at home in its own place, with its table
        showPlace(Place::Dates);
        return;
    }
    showPlace(Place::Chats);
    m_chats->openRoom(room);
}

void MainWindow::arrived(RoomId room, const protocol::Message &message)
{
    const client::RoomEntry *entry = m_context.session.state().room(room);
    if (!entry || message.author == entry->room.me || (message.kind != protocol::MessageKind::Text && message.kind != protocol::MessageKind::Host))
        return;
    const protocol::Member *author = client::memberOf(entry->room, message.author);
    const bool host = message.kind == protocol::MessageKind::Host;
    const QString who = host ? tr("Host") : author ? client::nameOf(*author) : client::titleOf(m_context.session.state(), entry->room);
    announce(tr("%1: %2", "a name, then a message").arg(who, (host ? m_context.session.hostText(room, message) : message.text).left(announcedLength)));
}

void MainWindow::say(const QString &sentence)
{
    m_said->say(Banner::Tone::Info, sentence);
    m_saidTimer.start();
}

void MainWindow::announce(const QString &text)
{
    m_announcer->setAccessibleName(text);
}

void MainWindow::refreshUnread()
{
    const int unread = int(std::min<qint64>(9999, m_context.session.rooms()->totalUnread()));
    m_rail->setUnread(int(Place::Chats), unread);
    m_rail->setUnread(int(Place::Dates), m_dates->isLive() && place() != Place::Dates ? 1 : 0);
    m_rail->setUnread(int(Place::Nearby), m_nearby->wantsAnswer() && place() != Place::Nearby ? 1 : 0);
    setWindowTitle(unread > 0 ? tr("(%1) Jjak", "unread messages in the title of the window").arg(unread) : u"Jjak"_s);
    setWindowIcon(applicationIcon(unread > 0));
    if (m_tray)
        m_tray->setUnread(unread);
}

void MainWindow::refreshWidth()
{
    const bool narrow = width() < m_context.theme.px(narrowBelow);
    m_frame->setDirection(narrow ? QBoxLayout::BottomToTop : QBoxLayout::LeftToRight);
    m_rail->setHorizontal(narrow);
    m_chats->setNarrow(narrow);
    m_dates->setNarrow(narrow);
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    refreshWidth();
}

} // namespace jjak::desktop
