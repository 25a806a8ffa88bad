// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/notify/bus_notifier.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <algorithm>

namespace jjak::desktop {

using namespace Qt::StringLiterals;

namespace {

constexpr int patienceMs = 5000; // the bus may have to start the service
constexpr uchar normal = 1, critical = 2;
constexpr int asTheServiceLikes = -1, never = 0;

const QString &service()
{
    static const QString name = u"org.freedesktop.Notifications"_s;
    return name;
}

QDBusMessage call(const QString &method, const QVariantList &arguments = {})
{
    QDBusMessage message = QDBusMessage::createMethodCall(service(), u"/org/freedesktop/Notifications"_s, service(), method);
    message.setArguments(arguments);
    return message;
}

} // namespace

BusNotifier::BusNotifier(const QDBusConnection &bus, QObject *parent) : Notifier(parent), m_bus(bus), m_watcher(service(), bus, QDBusServiceWatcher::WatchForOwnerChange)
{
    const QString path = u"/org/freedesktop/Notifications"_s;
    m_bus.connect(service(), path, service(), u"ActionInvoked"_s, this, SLOT(actionInvoked(uint, QString)));
    m_bus.connect(service(), path, service(), u"NotificationClosed"_s, this, SLOT(notificationClosed(uint, uint)));
    connect(&m_watcher, &QDBusServiceWatcher::serviceOwnerChanged, this, [this](const QString &, const QString &before, const QString &now) {
        if (!before.isEmpty()) // the numbers mean nothing to another one
            std::erase_if(m_lines, [](const Line &line) { return !line.asking; });
        if (!before.isEmpty() && !now.isEmpty())
            learn();
    });
    learn();
}

void BusNotifier::learn()
{
    m_capabilities.reset();
    auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(call(u"GetCapabilities"_s), patienceMs), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        watcher->deleteLater();
        const QDBusPendingReply<QStringList> reply = *watcher;
        m_capabilities = reply.isError() ? QStringList() : reply.value();
        for (const Line &line : std::vector(m_lines)) // what came meanwhile; a failure may change the list
            if (line.next && !line.asking)
                show(line.about, Notice(*line.next));
    });
}

BusNotifier::Line *BusNotifier::find(const client::About &about)
{
    const auto it = std::ranges::find(m_lines, about, &Line::about);
    return it == m_lines.end() ? nullptr : &*it;
}

BusNotifier::Line *BusNotifier::find(uint id)
{
    const auto it = std::ranges::find(m_lines, id, &Line::id);
    return id == 0 || it == m_lines.end() ? nullptr : &*it;
}

void BusNotifier::forget(const client::About &about)
{
    std::erase_if(m_lines, [&](const Line &line) { return line.about == about; });
}

void BusNotifier::show(const client::About &about, const Notice &notice)
{
    if (!m_bus.isConnected()) {
        Q_EMIT failed(about, notice);
        return;
    }
    Line *line = find(about);
    if (!line)
        line = &m_lines.emplace_back(Line{.about = about});
    line->withdrawn = false;
    if (line->asking || !m_capabilities)
        line->next = notice;
    else
        ask(*line, notice);
}

void BusNotifier::withdraw(const client::About &about)
{
    Line *line = find(about);
    if (!line)
        return;
    line->next.reset();
    if (line->asking) {
        line->withdrawn = true;
        return;
    }
    if (line->id != 0)
        m_bus.asyncCall(call(u"CloseNotification"_s, {line->id}));
    forget(about);
}

void BusNotifier::ask(Line &line, const Notice &notice)
{
    line.asking = true;
    line.next.reset();
    auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(call(u"Notify"_s, arguments(line.id, notice)), patienceMs), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, notice, about = line.about] {
        watcher->deleteLater();
        const QDBusPendingReply<uint> reply = *watcher;
        answered(about, notice, reply.isError() ? std::nullopt : std::optional(reply.value()));
    });
}

void BusNotifier::answered(const client::About &about, const Notice &notice, std::optional<uint> id)
{
    Line *line = find(about);
    if (!line)
        return;
    line->asking = false;
    line->id = id.value_or(0);
    const auto next = std::exchange(line->next, std::nullopt);
    if (line->withdrawn) {
        withdraw(about);
    } else if (!id) {
        forget(about);
        Q_EMIT failed(about, next.value_or(notice));
    } else if (next) {
        ask(*line, *next);
    }
}

QVariantList BusNotifier::arguments(uint replaces, const Notice &notice) const
{
    QStringList actions;
    if (m_capabilities->contains(u"actions"_s)) {
        actions += {u"default"_s, tr("Open")};
        if (notice.readable)
            actions += {u"read"_s, tr("Mark as read")};
    }
    // Where the text may be marked up, what looks like marks in somebody's message is to be shown, not obeyed.
    const QString text = m_capabilities->contains(u"body-markup"_s) ? notice.text.toHtmlEscaped() : notice.text;
    const QVariantMap hints{{u"desktop-entry"_s, u"jjak"_s}, {u"category"_s, u"im.received"_s}, {u"urgency"_s, QVariant::fromValue(notice.strong ? critical : normal)}};
    return {u"Jjak"_s, replaces, u"jjak"_s, notice.title, text, actions, hints, notice.strong ? never : asTheServiceLikes};
}

void BusNotifier::actionInvoked(uint id, const QString &action)
{
    const Line *line = find(id);
    if (!line)
        return;
    const client::About about = line->about;
    if (action == "read"_L1)
        Q_EMIT readWanted(about);
    else if (action == "default"_L1)
        Q_EMIT opened(about);
}

void BusNotifier::notificationClosed(uint id, uint)
{
    const Line *line = find(id);
    if (!line || line->asking) // another one about the same is on its way already
        return;
    const client::About about = line->about;
    forget(about);
    Q_EMIT closed(about);
}

} // namespace jjak::desktop
