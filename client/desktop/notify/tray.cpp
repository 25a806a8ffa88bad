// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/notify/tray.h"

#include <QEvent>
#include <QMenu>

#include "client/desktop/kit/icons.h"

namespace jjak::desktop {

using namespace Qt::StringLiterals;

Tray::Tray(std::function<bool()> isThere, QObject *parent) : Notifier(parent), m_isThere(std::move(isThere)), m_menu(std::make_unique<QMenu>())
{
    m_open = m_menu->addAction(QString());
    m_pause = m_menu->addAction(QString());
    m_pause->setCheckable(true);
    m_menu->addSeparator();
    m_quit = m_menu->addAction(QString());
    connect(m_open, &QAction::triggered, this, &Tray::openWanted);
    connect(m_pause, &QAction::triggered, this, &Tray::pauseWanted);
    connect(m_quit, &QAction::triggered, this, &Tray::quitWanted);
    connect(&m_icon, &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason == QSystemTrayIcon::Trigger)
            Q_EMIT toggleWanted();
    });
    connect(&m_icon, &QSystemTrayIcon::messageClicked, this, [this] {
        if (const auto said = std::exchange(m_said, std::nullopt))
            Q_EMIT opened(*said);
    });
    m_icon.setContextMenu(m_menu.get());
    m_icon.setIcon(applicationIcon());
    m_menu->installEventFilter(this);
    retranslate();
    m_icon.show();
}

Tray::~Tray() = default;

bool Tray::isThere() const
{
    return m_isThere() && m_icon.isVisible();
}

void Tray::retranslate()
{
    m_open->setText(tr("Open"));
    m_pause->setText(tr("Do not disturb for an hour"));
    m_quit->setText(tr("Quit"));
    m_icon.setToolTip(m_unread > 0 ? tr("Jjak: %n unread message(s)", nullptr, int(std::min<qint64>(m_unread, 9999))) : u"Jjak"_s);
}

bool Tray::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_menu.get() && event->type() == QEvent::LanguageChange)
        retranslate();
    return Notifier::eventFilter(watched, event);
}

void Tray::setUnread(qint64 unread)
{
    if (unread == m_unread)
        return;
    if ((unread > 0) != (m_unread > 0))
        m_icon.setIcon(applicationIcon(unread > 0));
    m_unread = unread;
    retranslate();
}

void Tray::setPaused(bool paused)
{
    m_pause->setChecked(paused);
}

void Tray::show(const client::About &about, const Notice &notice)
{
    if (!isThere()) {
        Q_EMIT failed(about, notice);
        return;
    }
    m_said = about;
    m_icon.showMessage(notice.title, notice.text, applicationIcon());
}

void Tray::withdraw(const client::About &about)
{
    if (m_said == about)
        m_said.reset();
}

} // namespace jjak::desktop
