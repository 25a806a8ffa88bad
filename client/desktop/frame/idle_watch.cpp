// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/frame/idle_watch.h"

#include <QCoreApplication>
#include <QEvent>

namespace jjak::desktop {

IdleWatch::IdleWatch(Duration patience, QObject *parent) : QObject(parent)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(patience);
    connect(&m_timer, &QTimer::timeout, this, [this] { setAway(true); });
    QCoreApplication::instance()->installEventFilter(this);
    m_timer.start();
}

void IdleWatch::setAway(bool away)
{
    if (away == m_away)
        return;
    m_away = away;
    Q_EMIT changed(away);
}

bool IdleWatch::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
    case QEvent::InputMethod:
        m_timer.start();
        setAway(false);
        break;
    default: break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace jjak::desktop
