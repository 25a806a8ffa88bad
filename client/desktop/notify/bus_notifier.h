// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QDBusServiceWatcher>
#include <QStringList>
#include <vector>

#include "client/desktop/notify/notifier.h"

namespace jjak::desktop {

//! Notifications through the desktop's own service (Desktop Notifications Specification 1.2 of freedesktop.org). Never
//! waits: answers come later, and what is shown or withdrawn meanwhile follows when they are here.
class BusNotifier final : public Notifier {
    Q_OBJECT

public:
    explicit BusNotifier(const QDBusConnection &bus, QObject *parent = nullptr);

    void show(const client::About &about, const Notice &notice) override;
    void withdraw(const client::About &about) override;

private Q_SLOTS:
    void actionInvoked(uint id, const QString &action);
    void notificationClosed(uint id, uint reason);

private:
    struct Line {
        client::About about;
        uint id = 0;                  //!< that the service gave it; 0: none yet
        bool asking = false;          //!< the service has not answered yet
        std::optional<Notice> next = {}; //!< to be shown when it has
        bool withdrawn = false;       //!< to be withdrawn when it has
    };
    Line *find(const client::About &about);
    Line *find(uint id);
    void forget(const client::About &about);
    void learn();
    void ask(Line &line, const Notice &notice);
    void answered(const client::About &about, const Notice &notice, std::optional<uint> id);
    QVariantList arguments(uint replaces, const Notice &notice) const;

    QDBusConnection m_bus;
    QDBusServiceWatcher m_watcher;
    std::optional<QStringList> m_capabilities; //!< of the service; nullopt while it is asked
    std::vector<Line> m_lines;
};

} // namespace jjak::desktop
