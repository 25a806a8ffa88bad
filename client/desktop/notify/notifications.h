// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>

#include "client/core/notify/notices.h"
#include "client/desktop/context.h"
#include "client/desktop/notify/notifier.h"

namespace jjak::desktop {

//! Brings together what happens in the session, what somebody chose and what they look at, and lets the notifiers show what
//! comes of it. It knows neither windows nor how notifications are shown.
class Notifications final : public QObject {
    Q_OBJECT

public:
    //! What is looked at: room, nearby and date of the surroundings.
    using Look = std::function<void(client::Surroundings &)>;

    Notifications(Context &context, Look look, QObject *parent = nullptr);

    //! The ways to show them: each is tried when the one before it fails. They have to outlive this.
    void setNotifiers(const QList<Notifier *> &notifiers);
    //! Something else is looked at, or the window has got or lost the keyboard.
    void lookAgain();

    client::NotifyChoice choice() const { return m_context.settings.notify(); }
    void setChoice(const client::NotifyChoice &choice);
    //! "Do not disturb", for an hour from now.
    bool isPaused() const;
    void setPaused(bool paused);
    //! Something is new about one's own coffee table.
    void tellTable(const protocol::Table &table, const client::TableNews &news);
    //! Says something that is about no conversation.
    void tell(const Notice &notice);

Q_SIGNALS:
    //! Something was shown.
    void shown(const jjak::client::About &about);
    //! Somebody clicked a notification.
    void openWanted(const jjak::client::About &about);
    //! Another choice, or a pause has begun or ended.
    void choiceChanged();

private:
    void listen();
    void apply(const client::NoticeEffects &effects);
    void show(const client::About &about, const Notice &notice, qsizetype notifier);
    void markRead(const client::About &about);
    void armPause();
    client::Surroundings now() const;

    Context &m_context;
    Look m_look;
    client::Notices m_notices;
    QList<Notifier *> m_notifiers;
    QTimer m_pauseEnds;
};

} // namespace jjak::desktop
