// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSystemTrayIcon>
#include <functional>
#include <memory>

#include "client/desktop/notify/notifier.h"

class QMenu;

namespace jjak::desktop {

//! The icon in the tray with its menu, and the way to say something there. Whether there is a tray can change at any time.
class Tray final : public Notifier {
    Q_OBJECT

public:
    //! `isThere` answers whether there is a tray now.
    explicit Tray(std::function<bool()> isThere = &QSystemTrayIcon::isSystemTrayAvailable, QObject *parent = nullptr);
    ~Tray() override;

    //! A window may be closed into it: there is a tray and the icon stands in it.
    bool isThere() const;
    void setUnread(qint64 unread);
    void setPaused(bool paused);
    QMenu *menu() const { return m_menu.get(); }
    const QSystemTrayIcon &icon() const { return m_icon; }

    //! In the tray nothing can be replaced or withdrawn: the last word counts, and it goes by itself.
    void show(const client::About &about, const Notice &notice) override;
    void withdraw(const client::About &about) override;
    void retranslate();

Q_SIGNALS:
    void openWanted();
    //! A click: show the window, or hide it when it is in front.
    void toggleWanted();
    void pauseWanted(bool pause);
    void quitWanted();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    std::function<bool()> m_isThere;
    std::unique_ptr<QMenu> m_menu;
    QAction *m_open = nullptr;
    QAction *m_pause = nullptr;
    QAction *m_quit = nullptr;
    QSystemTrayIcon m_icon;
    std::optional<client::About> m_said;
    qint64 m_unread = 0;
};

} // namespace jjak::desktop
