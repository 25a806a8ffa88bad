// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/notify/notifications.h"

#include "client/desktop/notify/notice_words.h"

namespace jjak::desktop {

using client::About;
using client::Session;

namespace {

Time localNow()
{
    return std::chrono::floor<Duration>(std::chrono::system_clock::now());
}

} // namespace

Notifications::Notifications(Context &context, Look look, QObject *parent) : QObject(parent), m_context(context), m_look(std::move(look))
{
    m_pauseEnds.setSingleShot(true);
    connect(&m_pauseEnds, &QTimer::timeout, this, [this] {
        armPause();
        Q_EMIT choiceChanged();
    });
    armPause();
    listen();
}

void Notifications::listen()
{
    const Session &session = m_context.session;
    connect(&session, &Session::messageArrived, this, [this](RoomId room, const protocol::Message &message) {
        if (const auto *entry = m_context.session.state().room(room))
            apply(m_notices.arrived(entry->room, entry->room.silent, message, now()));
    });
    connect(&session, &Session::messageChanged, this, [this](RoomId room, const protocol::Message &message) {
        if (const auto *entry = m_context.session.state().room(room))
            apply(m_notices.changed(entry->room, message, now()));
    });
    connect(&session, &Session::roomChanged, this, [this](RoomId room) {
        const auto *entry = m_context.session.state().room(room);
        apply(m_notices.roomIs(room, entry ? &entry->room : nullptr, entry && entry->room.silent));
    });
    connect(&session, &Session::nearbyChanged, this, [this] { apply(m_notices.nearbyIs(m_context.session.state().nearby, now())); });
    connect(&session, &Session::blindDateChanged, this, [this] { apply(m_notices.dateIs(m_context.session.blindDate(), now())); });
    connect(&session, &Session::reminded, this, [this](const client::Occasion &occasion, int minutes) { apply(m_notices.reminded(occasion, minutes, now())); });
    connect(&m_context.session.tables(), &client::Tables::tableChanged, this, [this](const protocol::Table &table) { apply(m_notices.tableIs(table, now())); });
    connect(&session, &Session::signedOut, this, [this] { apply(m_notices.clear()); });
}

void Notifications::setNotifiers(const QList<Notifier *> &notifiers)
{
    for (Notifier *before : std::as_const(m_notifiers))
        before->disconnect(this);
    m_notifiers = notifiers;
    for (qsizetype i = 0; i < notifiers.size(); ++i) {
        Notifier *notifier = notifiers[i];
        connect(notifier, &Notifier::opened, this, [this](const About &about) {
            m_notices.closed(about);
            Q_EMIT openWanted(about);
        });
        connect(notifier, &Notifier::readWanted, this, &Notifications::markRead);
        connect(notifier, &Notifier::closed, this, [this](const About &about) { m_notices.closed(about); });
        connect(notifier, &Notifier::failed, this, [this, next = i + 1](const About &about, const Notice &notice) { show(about, notice, next); });
    }
}

void Notifications::lookAgain()
{
    apply(m_notices.looked(now()));
}

void Notifications::setChoice(const client::NotifyChoice &choice)
{
    if (choice == this->choice())
        return;
    const bool less = choice.detail != client::NotifyDetail::Full && choice.detail != this->choice().detail;
    m_context.settings.setNotify(choice);
    if (less) // what is on the screen says more than it may
        apply(m_notices.clear());
    armPause();
    Q_EMIT choiceChanged();
}

bool Notifications::isPaused() const
{
    return client::isPaused(choice(), localNow());
}

void Notifications::setPaused(bool paused)
{
    client::NotifyChoice next = choice();
    next.pausedUntil = paused ? localNow() + client::NotifyChoice::pause : Time();
    setChoice(next);
}

void Notifications::armPause()
{
    const Duration left = choice().pausedUntil - localNow();
    if (isPaused())
        m_pauseEnds.start(left + 1ms);
    else
        m_pauseEnds.stop();
}

void Notifications::tellTable(const protocol::Table &table, const client::TableNews &news)
{
    apply(m_notices.tableNews(table, news, now()));
}

void Notifications::tell(const Notice &notice)
{
    show({About::Kind::Coming, {}, {}}, notice, 0);
}

client::Surroundings Notifications::now() const
{
    client::Surroundings at;
    at.choice = choice();
    at.now = localNow();
    at.serverNow = m_context.session.serverNow();
    at.minute = client::localMinute(at.now);
    m_look(at);
    return at;
}

void Notifications::apply(const client::NoticeEffects &effects)
{
    for (const client::NoticeEffect &effect : effects) {
        if (const auto *notice = std::get_if<client::ShowNotice>(&effect)) {
            show(notice->about, wordsOf(*notice, m_context.session), 0);
            Q_EMIT shown(notice->about);
            continue;
        }
        for (Notifier *notifier : m_notifiers)
            notifier->withdraw(std::get<client::WithdrawNotice>(effect).about);
    }
}

//! Without any notifier left there is the unread mark.
void Notifications::show(const About &about, const Notice &notice, qsizetype notifier)
{
    if (notifier < m_notifiers.size())
        m_notifiers[notifier]->show(about, notice);
}

void Notifications::markRead(const About &about)
{
    if (const auto *entry = m_context.session.state().room(about.room))
        m_context.session.markRead(about.room, entry->room.head);
}

} // namespace jjak::desktop
