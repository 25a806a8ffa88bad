// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/frame/main_window.h"

#include <QApplication>
#include <QCloseEvent>
#include <QKeyEvent>
#include <QSessionManager>

#include "client/desktop/frame/idle_watch.h"
#include "client/desktop/notify/notifications.h"
#include "client/desktop/notify/tray.h"
#include "client/desktop/pages/chats_page.h"
#include "client/desktop/pages/date_page.h"

using namespace Qt::StringLiterals;

//! The window beside the desktop around it: notifications, the tray, closing.
namespace jjak::desktop {

namespace {

constexpr int trayAskedEvery = 5000;

} // namespace

void MainWindow::connectNotifications()
{
    qApp->installEventFilter(this);
    // Somebody signs out of the desktop: then closing means closing, or the desktop would be held up.
    connect(qApp, &QGuiApplication::commitDataRequest, this, [this] { m_quitting = true; }, Qt::DirectConnection);
    connect(m_notifications, &Notifications::openWanted, this, &MainWindow::openNotice);
    connect(m_notifications, &Notifications::shown, this, [this] { QApplication::alert(this); });
    m_idle = new IdleWatch(IdleWatch::usual, this);
    connect(m_idle, &IdleWatch::changed, this, [this](bool away) { m_context.session.setAway(away); });
    m_trayTimer.setInterval(trayAskedEvery);
    connect(&m_trayTimer, &QTimer::timeout, this, &MainWindow::watchTray);
}

//! What somebody sees who has the window, or a dialog of it, in front.
void MainWindow::look(client::Surroundings &at) const
{
    if (!isVisible() || isMinimized() || !QApplication::activeWindow() || showsSignIn())
        return;
    at.nearby = place() == Place::Nearby;
    at.lounge = place() == Place::Lounge;
    at.date = place() == Place::Dates && m_dates->shows() == DatePage::Shows::Date;
    if (place() == Place::Chats)
        at.room = m_chats->openedRoom();
}

void MainWindow::openNotice(const client::About &about)
{
    bringUp();
    if (showsSignIn())
        return;
    switch (about.kind) {
    case client::About::Kind::Room:
        if (m_context.session.state().room(about.room))
            openRoom(about.room);
        break;
    case client::About::Kind::Proposal: showPlace(Place::Nearby); break;
    case client::About::Kind::Date: showPlace(Place::Dates); break;
    case client::About::Kind::Table: showTables(); break;
    case client::About::Kind::Coming:
        if (std::holds_alternative<TableId>(about.occasion))
            showTables();
        else if (about.occasion != client::OccasionId())
            showPlace(Place::Dates);
        break;
    }
}

void MainWindow::bringUp()
{
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
}

void MainWindow::setTray(Tray *tray)
{
    m_tray = tray;
    connect(tray, &Tray::openWanted, this, &MainWindow::bringUp);
    connect(tray, &Tray::toggleWanted, this, [this] {
        if (isVisible() && !isMinimized() && isActiveWindow() && m_tray->isThere())
            hideInTray();
        else
            bringUp();
    });
    connect(tray, &Tray::pauseWanted, m_notifications, &Notifications::setPaused);
    connect(tray, &Tray::quitWanted, this, &MainWindow::quit);
    connect(m_notifications, &Notifications::choiceChanged, tray, [this] { m_tray->setPaused(m_notifications->isPaused()); });
    tray->setPaused(m_notifications->isPaused());
    refreshUnread();
}

void MainWindow::quit()
{
    m_quitting = true;
    close();
}

//! Only where there is a tray: without one nobody would find the program again.
bool MainWindow::closeIntoTray()
{
    if (m_quitting || !m_tray || !m_tray->isThere() || !m_context.settings.closeToTray())
        return false;
    hideInTray();
    if (!m_context.settings.extra(u"trayHint"_s).toBool()) {
        m_context.settings.setExtra(u"trayHint"_s, true);
        m_notifications->tell({tr("Jjak goes on in the tray"), tr("Its icon brings the window back. “Quit” in its menu ends Jjak.")});
    }
    return true;
}

void MainWindow::hideInTray()
{
    hide();
    m_trayLost = false;
    m_trayTimer.start();
}

//! A tray may go away: twice in a row, because a desktop that starts anew takes a moment.
void MainWindow::watchTray()
{
    const bool lost = !m_tray || !m_tray->isThere();
    if (lost && m_trayLost)
        bringUp();
    m_trayLost = lost;
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_context.settings.setExtra(u"geometry"_s, saveGeometry());
    const bool goesOn = closeIntoTray();
    m_context.settings.save();
    if (goesOn) {
        event->ignore();
        return;
    }
    QWidget::closeEvent(event);
    Q_EMIT ended();
}

void MainWindow::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_trayTimer.stop();
}

void MainWindow::changeEvent(QEvent *event)
{
    Translated::changeEvent(event);
    if (event->type() == QEvent::ActivationChange || event->type() == QEvent::WindowStateChange)
        m_notifications->lookAgain();
}

//! The walk through the recent conversations ends when Ctrl is let go, wherever the keyboard is.
bool MainWindow::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyRelease && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Control)
        m_recent.settle();
    return Translated::eventFilter(watched, event);
}

} // namespace jjak::desktop
