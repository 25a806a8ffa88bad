// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

#include "client/core/notify/notices.h"
#include "client/desktop/context.h"
#include "client/desktop/frame/commands.h"
#include "client/desktop/frame/recent_rooms.h"
#include "client/desktop/translated.h"

class QBoxLayout;
class QLabel;
class QStackedWidget;

namespace jjak::desktop {

class Banner;
class ChatsPage;
class ConnectionBar;
class DatePage;
class IdleWatch;
class LoungePage;
class NearbyPage;
class Notifications;
class Rail;
class Safety;
class SettingsPage;
class SignInPage;
class TableActions;
class Tray;

//! The window: the sign-in page, or the rail with the places. It moves between them and knows the commands; what
//! happens in a place the place itself knows.
class MainWindow final : public Translated<QWidget> {
    Q_OBJECT

public:
    enum class Place { Nearby, Dates, Chats, Lounge, Settings };

    explicit MainWindow(Context &context, QWidget *parent = nullptr);
    ~MainWindow() override;

    void showPlace(Place place);
    Place place() const;
    bool showsSignIn() const;
    void openRoom(RoomId room);
    //! In front of everything, with the keyboard, wherever it was.
    void bringUp();
    //! With it the window can be closed into the tray, and the tray leads back. It has to outlive the window.
    void setTray(Tray *tray);
    //! Comes out of a tray that is not there any more. Called now and then while it is in one.
    void watchTray();

    Commands &commands() { return *m_commands; }
    Rail *rail() const { return m_rail; }
    SignInPage *signInPage() const { return m_signIn; }
    NearbyPage *nearbyPage() const { return m_nearby; }
    DatePage *datePage() const { return m_dates; }
    ChatsPage *chatsPage() const { return m_chats; }
    LoungePage *loungePage() const { return m_lounge; }
    SettingsPage *settingsPage() const { return m_settings; }
    TableActions *tables() const { return m_tables; }
    Notifications *notifications() const { return m_notifications; }
    //! What screen readers are told: its accessible name changes with each news.
    QLabel *announcer() const { return m_announcer; }

Q_SIGNALS:
    //! Closed for good: the program ends.
    void ended();

protected:
    void retranslate() override;
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makePlaces();
    void connectSession();
    void connectPages();
    void connectDates();
    void connectTables();
    void showTables();
    void connectNotifications();
    void look(client::Surroundings &at) const;
    void openNotice(const client::About &about);
    void run(Command command);
    void runHere(Command command);
    void openRecent(int step);
    void quit();
    bool closeIntoTray();
    void hideInTray();
    void showScreen();
    void signedOut(client::SignOutReason reason);
    void arrived(RoomId room, const protocol::Message &message);
    void refreshUnread();
    void refreshWidth();
    void focusPlace();
    void moveArea(int step);
    void setZoom(int percent);
    void say(const QString &sentence);
    void announce(const QString &text);
    void openSwitcher();
    void leaveNow();

    Context &m_context;
    Commands *m_commands;
    Safety *m_safety;
    TableActions *m_tables;
    Notifications *m_notifications;
    ConnectionBar *m_connection;
    Banner *m_said;
    QLabel *m_announcer;
    QStackedWidget *m_screens;
    SignInPage *m_signIn;
    QBoxLayout *m_frame = nullptr;
    Rail *m_rail = nullptr;
    QStackedWidget *m_places = nullptr;
    NearbyPage *m_nearby = nullptr;
    DatePage *m_dates = nullptr;
    ChatsPage *m_chats = nullptr;
    LoungePage *m_lounge = nullptr;
    SettingsPage *m_settings = nullptr;
    Tray *m_tray = nullptr;
    RecentRooms m_recent;
    IdleWatch *m_idle = nullptr;
    QTimer m_saidTimer;
    QTimer m_trayTimer;      //!< while the window is in the tray: is the tray still there?
    bool m_trayLost = false; //!< it was not, the last time
    bool m_quitting = false;
    bool m_mayBeSignedIn; //!< nothing is known yet, but it was so the last time
};

} // namespace jjak::desktop
